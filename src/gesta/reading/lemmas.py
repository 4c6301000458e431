"""Lemmas of English words: a table of irregular and frequent forms, suffix rules for the rest (UD's conventions)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from gesta.reading.remembered import Remembered

_VOWELS: Final = frozenset("aeiou")
_DOUBLED_STEM: Final = ("ss", "ll", "zz", "ff")
_NEEDS_E: Final = tuple("at iv iz uc rg dg nc rs ls ns as is os us bl pl tl dl gl fl kl zl rv lv av u".split())
_MADE_OF: Final = {"JJR": ("er",), "RBR": ("er",), "JJS": ("est",), "RBS": ("est",)}
_PREFIXES: Final = ("under", "over", "out", "with", "fore", "mis", "up", "re", "un")
# As the table has them: "fre", the plural of basis (of which news of war has few) and of aid.
_MISTAUGHT: Final = {
    "freed/VERB": "free", "bases/NOUN": "base", "aides/NOUN": "aide", "beaten/VERB": "beat", "lent/VERB": "lend", "awoke/VERB": "awake",
    "awoken/VERB": "awake", "risen/VERB": "rise", "forgiven/VERB": "forgive", "slung/VERB": "sling", "lain/VERB": "lie",
    "corps/NOUN": "corps", "series/NOUN": "series", "axes/NOUN": "axe", "loaves/NOUN": "loaf", "kamikazes/NOUN": "kamikaze",
    "teargas/NOUN": "teargas",
}  # fmt: skip
_RULES_FOR: Final = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN"})


class LemmaTable:
    """``irregular`` maps "form/UPOS" to a lemma; ``known`` holds the lemmas of each UPOS, which decide between candidates."""

    def __init__(self, irregular: Mapping[str, str], known: Mapping[str, Collection[str]]) -> None:
        self.irregular: Final = dict(irregular)
        self.known: Final = {upos: frozenset(lemmas) for upos, lemmas in known.items()}
        self._lemmas: Remembered[tuple[str, str, str], str] = Remembered(lambda key: lemma(*key, self))

    def also_knowing(self, upos: str, lemmas: Collection[str]) -> LemmaTable:
        """The table with more known lemmas of one part of speech."""
        return LemmaTable(self.irregular, {**self.known, upos: frozenset(self.known.get(upos, ())) | frozenset(lemmas)})

    @classmethod
    def from_file(cls, path: Path) -> LemmaTable:
        """Read the packed table that comes with the model."""
        packed = json.loads(gzip.decompress(path.read_bytes()).decode("utf-8"))
        return cls({**packed["irregular"], **_MISTAUGHT}, packed["known"])

    def __call__(self, form: str, upos: str, xpos: str) -> str:
        """The lemma: lower case, except that proper names keep their letters as written."""
        return self._lemmas[form, upos, xpos]


def lemma(form: str, upos: str, xpos: str, table: LemmaTable) -> str:
    """The lemma of a word form by table, else by rule; a pure function."""
    listed = table.irregular.get(f"{form.lower()}/{upos}")
    if listed is not None and upos != "PROPN":
        return listed
    if upos == "VERB" and (prefixed := _prefixed(form.lower(), table)):
        return prefixed
    if upos == "PROPN":
        return by_rule(form, upos, xpos, table.known.get("PROPN", ())) if xpos == "NNPS" else form
    return by_rule(form.lower(), upos, xpos, table.known.get(upos, ()))


def _prefixed(form: str, table: LemmaTable) -> str | None:
    """Irregular verbs under a prefix: underwent, overthrew, withdrew."""
    for prefix in _PREFIXES:
        if form.startswith(prefix):
            stem = table.irregular.get(f"{form.removeprefix(prefix)}/VERB")
            if stem is not None and len(stem) > 1:
                return prefix + stem
    return None


def by_rule(form: str, upos: str, xpos: str, known: Collection[str]) -> str:
    """Undo one inflectional suffix; of several candidates the first known lemma, else the likeliest."""
    if upos not in _RULES_FOR or len(form) < 4:
        return form
    undo = _UNDO.get(xpos)
    if undo is None:
        return form
    candidates = list(undo(form))
    return next((candidate for candidate in candidates if candidate in known), candidates[0] if candidates else form)


def _without_s(form: str) -> Iterator[str]:
    """Candidates for plurals and third persons: cities, boxes, villages, militiamen."""
    if form.endswith("men"):
        yield form[:-2] + "an"
    elif not form.endswith("s") or form.endswith(("ss", "us", "is")):
        yield form
    elif form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
        yield form[:-1]
    elif form.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        yield form[:-2]
        yield form[:-1]
    else:
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]


def _without(suffix: str) -> Callable[[str], Iterator[str]]:
    """Candidates for -ing, -ed, -er and -est: hitting, making, carried."""

    def candidates(form: str) -> Iterator[str]:
        if not form.endswith(suffix):
            yield form
            return
        stem = form[: -len(suffix)]
        if suffix == "ed" and stem.endswith("e"):
            yield stem + "e"
            return
        if not any(letter in _VOWELS or letter == "y" for letter in stem):
            yield form
            return
        if stem.endswith("i") and suffix != "ing":
            yield stem[:-1] + "y"
            return
        doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
        ordered = [stem, stem + "e"] if not _takes_e(stem) else [stem + "e", stem]
        if doubled:
            ordered = [*ordered, stem[:-1]] if stem.endswith(_DOUBLED_STEM) else [stem[:-1], *ordered]
        yield from ordered

    return candidates


def _takes_e(stem: str) -> bool:
    """Whether a regular stem ends in a silent e: -ate, -ive, -ize, -uce, -ge and short consonant-vowel-consonant stems."""
    if stem.endswith(_NEEDS_E):
        return True
    return len(stem) == 3 and stem[-1] not in "wxy" and stem[-2] in _VOWELS and stem[0] not in _VOWELS


_UNDO: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    "NNS": _without_s,
    "NNPS": _without_s,
    "VBZ": _without_s,
    "VBG": _without("ing"),
    "VBD": _without("ed"),
    "VBN": _without("ed"),
    **{xpos: _without(suffix) for xpos, suffixes in _MADE_OF.items() for suffix in suffixes},
}
