"""Words to word-pieces: uncased WordPiece (Devlin et al. 2019) over words that are already split, and the shape of a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gesta.reading.remembered import Remembered

SHAPES: Final = (
    "pad",
    "lower",
    "title",
    "upper",
    "letter",
    "mixed",
    "digits",
    "number",
    "digit_lower",
    "digit_upper",
    "abbreviation",
    "hyphen_title",
    "punctuation",
    "symbol",
    "title_first",
    "upper_first",
)
"""Shape classes in the order of the embedding's rows (16); row 0 is padding."""

_SHAPE: Final = {name: row for row, name in enumerate(SHAPES)}
_FIRST: Final = {"title": "title_first", "upper": "upper_first", "letter": "upper_first"}
_MOST_PIECES: Final = 12
_LONGEST_CHUNK: Final = 60
_SAME: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u00ad", "-"),
    "\u2026": "...",
    "\u00a0": " ",
}
_SAME_TABLE: Final = str.maketrans(_SAME)


def _class_of(word: str) -> str:
    if not any(c.isalnum() for c in word):
        return "punctuation" if all(unicodedata.category(c).startswith("P") for c in word) else "symbol"
    if any(c.isdigit() for c in word):
        if not any(c.isalpha() for c in word):
            return "digits" if word.isdigit() else "number"
        return "digit_upper" if any(c.isupper() for c in word) else "digit_lower"
    if word == word.lower():
        return "lower"
    if "." in word:
        return "abbreviation"
    if word == word.upper():
        return "upper" if len(word) > 1 else "letter"
    if "-" in word:
        return "hyphen_title"
    return "title" if word[0].isupper() and word[1:] == word[1:].lower() else "mixed"


def shape_of(word: str, *, first: bool = False) -> int:
    """Row of ``SHAPES`` for a word; ``first`` says that it opens its window, where a capital tells little."""
    name = _class_of(word) if word else "punctuation"
    return _SHAPE[_FIRST.get(name, name) if first else name]


def _is_break(character: str) -> bool:
    return not character.isalnum() and (ord(character) < 128 or unicodedata.category(character)[0] in "PS")


def _chunks(word: str) -> list[str]:
    """Lower-case, accent-free parts of a word; each punctuation mark is a part of its own (BERT's basic tokeniser)."""
    plain = unicodedata.normalize("NFD", word.translate(_SAME_TABLE).lower())
    parts: list[str] = [""]
    for character in plain:
        category = unicodedata.category(character)
        if category == "Mn" or category.startswith("C"):
            continue
        if character.isspace():
            parts.append("")
        elif _is_break(character):
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]


class WordPieces:
    """Greedy longest-match word-pieces of single words, cached by word."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids: Final = {piece: row for row, piece in enumerate(vocabulary)}
        self.size: Final = len(vocabulary)
        self.unknown: Final = self.ids["[UNK]"]
        self.start: Final = self.ids["[CLS]"]
        self.end: Final = self.ids["[SEP]"]
        self._pieces: Remembered[str, tuple[int, ...]] = Remembered(self._cut)

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """The vocabulary with one piece a line, as BERT's ``vocab.txt``."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def __call__(self, word: str) -> tuple[int, ...]:
        """Rows of the word's pieces: at least one, at most twelve (a web address says no more with thirty)."""
        return self._pieces[word]

    def _cut(self, word: str) -> tuple[int, ...]:
        pieces = [piece for chunk in _chunks(word) for piece in self._match(chunk)]
        return tuple(pieces[:_MOST_PIECES]) or (self.unknown,)

    def _match(self, chunk: str) -> list[int]:
        if len(chunk) > _LONGEST_CHUNK:
            return [self.unknown]
        pieces: list[int] = []
        start = 0
        while start < len(chunk):
            prefix = "##" if start else ""
            end = next((e for e in range(len(chunk), start, -1) if prefix + chunk[start:e] in self.ids), None)
            if end is None:
                return [self.unknown]
            pieces.append(self.ids[prefix + chunk[start:end]])
            start = end
        return pieces
