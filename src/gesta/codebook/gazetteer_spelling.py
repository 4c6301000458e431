"""Whether two names are two romanisations of one: their consonants, their softened forms, and how many letters they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from gesta.codebook.gazetteer_names import without_article

_DOUBLED: Final = re.compile(r"(.)\1+")  # never across lines
_SILENT: Final = str.maketrans("", "", "haeiouy ")
_ONE_SOUND: Final = tuple(
    (spelling, sound)
    for sound, spellings in (
        ("j", "sch tch dzh sh ch zh dj"), ("k", "kh gh q g c"), ("f", "ph"), ("t", "th"), ("d", "dh"), ("s", "ts tz z x"), ("b", "w v"),
    )
    for spelling in spellings.split()
)  # fmt: skip


def skeleton(key: str) -> str:
    """The consonants that survive another romanisation: "naqoura" and "an naqurah" share ``nkr``. Empty for a name of vowels alone."""
    return skeletons([key])[0]


def skeletons(keys: Iterable[str]) -> list[str]:
    """The skeletons of folded names, which have no line breaks: all names are respelt as one text, many times faster than one by one."""
    text = "\n".join(map(without_article, keys))
    for spelling, sound in _ONE_SOUND:
        text = text.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", text.translate(_SILENT)).split("\n")


_SOFT: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"ou|oo", "u"), (r"ee|ie|ei|ay|ai|ey", "i"), (r"[yweéj]", "i"), (r"o", "u"), (r"kh|ck|[qgc]", "k"), (r"dh", "d"), (r"th", "t"),
        (r"[ia]?h\b|a\b", ""), (r"h", ""), (r"z", "s"),
    )
)  # fmt: skip


def softened(key: str) -> str:
    """A folded name with what romanisations differ in made equal: "qabatia" and "qabatiyah" are one, "kasenga" and "kasongo" two."""
    text = without_article(key)
    for pattern, into in _SOFT:
        text = pattern.sub(into, text)
    return _DOUBLED.sub(r"\1", text)


def likeness(first: str, second: str) -> float:
    """One minus the edit distance over the length of the longer: 1.0 the same, 0.0 nothing shared."""
    if first == second:
        return 1.0
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return 1.0 - row[-1] / max(len(first), len(second), 1)
