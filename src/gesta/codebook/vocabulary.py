"""Number words, words of time and of counts: the classes of `numbers.yaml`, `times.yaml` and `counts.yaml` in `data`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from gesta.codebook.tables import read_yaml
from gesta.errors import CodebookError

DATA = Path(__file__).parent / "data"
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Classes of forms, each form with its value (text; equal to the form where the file gives a bare list)."""

    classes: Mapping[str, Mapping[str, str]]

    def forms(self, kind: str) -> frozenset[str]:
        """The forms of a class; KeyError when the file has no such class."""
        return frozenset(self.classes[kind])

    def values(self, kind: str) -> Mapping[str, str]:
        """Form to value."""
        return self.classes[kind]

    def numbers(self, kind: str) -> Mapping[str, int]:
        """Form to whole number; ValueError when a value is none."""
        return {form: int(value) for form, value in self.classes[kind].items()}

    def phrases(self, kind: str) -> Mapping[Phrase, str]:
        """Forms as tuples of words, to value."""
        return {tuple(form.split()): value for form, value in self.classes[kind].items()}


@cache
def vocabulary(name: Literal["counts", "numbers", "times"]) -> Vocabulary:
    """The vocabulary that ships with gesta under this name."""
    return load_vocabulary(DATA / f"{name}.yaml")


def load_vocabulary(path: Path) -> Vocabulary:
    """A file of classes, each a list of forms or forms with a value; CodebookError when it holds anything else, or a form twice."""
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise CodebookError(path=path, why="no classes of words")
    return Vocabulary({kind: members(path, kind, forms) for kind, forms in raw.items()})


def members(path: Path, kind: str, forms: object) -> Mapping[str, str]:
    """One class, form to value."""
    pairs = list(forms.items()) if isinstance(forms, dict) else [(form, form) for form in forms] if isinstance(forms, list) else []
    if not pairs or not all(isinstance(form, str) and isinstance(value, str) for form, value in pairs):
        raise CodebookError(path=path, why=f"{kind} is neither a list of words nor words with a value each")
    twice = next((form for i, (form, _) in enumerate(pairs) if form in dict(pairs[:i])), None)
    if twice is not None:
        raise CodebookError(path=path, why=f"{kind} has {twice!r} twice")
    return dict(pairs)
