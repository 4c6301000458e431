"""A text in capitals alone, as old wires print it, put into usual case for reading: every character stays where it is."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from gesta.reading.lemmas import LemmaTable, by_rule

#: A text is in capitals where nine letters in ten are, and it has more than a headline's worth of them.
SHARE: Final = 0.9
LETTERS: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_START: Final = re.compile(r"(?:^|[.?!:\]][\"'”’)]*\s+|\n\s*|--\s+)[\"'“‘(\[]*$")
_VOWELS: Final = frozenset("AEIOUY")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]+-\d+")
#: How far back a sentence's start is looked for.
_BACK: Final = 12
#: The inflected forms of each class.
_FORMS: Final = {"VERB": ("VBD", "VBG", "VBZ", "VBN"), "NOUN": ("NNS",), "ADJ": ("JJR", "JJS")}


def in_capitals(text: str) -> bool:
    """True where nearly all letters of a text are capitals."""
    times = {c: text.count(c) for c in set(text) if c.isalpha()}
    letters = sum(times.values())
    return letters > LETTERS and sum(n for c, n in times.items() if c.isupper()) >= SHARE * letters


def usual_case(text: str, lexicon: Container[object], names: Container[object] = ()) -> str:
    """The text as it would be printed, of the same length.

    A word that is known in small letters (`lexicon`) is written so, but for the first of a sentence; any other word is a name and keeps
    its first capital. `names` are always names. Initials, words without a vowel and those in brackets alone stay in capitals.
    """
    out = list(text)
    kept = [match.span() for match in _INITIALS.finditer(text)]
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if any(a <= start < b for a, b in kept) or is_initials(text, start, end):
            continue
        starts = bool(_START.search(text[max(0, start - _BACK) : start]))
        small = word.lower() in lexicon and word.title() not in names
        first = start if small and not starts else start + 1
        out[first:end] = (lowered(c) for c in text[first:end])
    return "".join(out)


class Words(Container[object]):
    """Words that are written small: those of a lexicon, and every form whose lemma a table knows in another class than proper names."""

    def __init__(self, lexicon: Container[str], lemmas: LemmaTable) -> None:
        self.lexicon, self.lemmas = lexicon, lemmas

    def __contains__(self, word: object) -> bool:
        """True for a word in small letters that is known."""
        if not isinstance(word, str):
            return False
        word = re.sub(r"['’]s?$", "", word)
        if word in self.lexicon:
            return True
        known, irregular = self.lemmas.known, self.lemmas.irregular
        return any(
            f"{word}/{upos}" in irregular
            or word in lemmas
            or any(by_rule(word, upos, xpos, lemmas) in lemmas for xpos in _FORMS.get(upos, ()))
            for upos, lemmas in known.items()
            if upos != "PROPN"
        )


def is_initials(text: str, start: int, end: int) -> bool:
    """True for a short word without a vowel, and for one that stands in brackets alone."""
    word = text[start:end]
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return 1 < len(word) <= 6 and (bracketed or not _VOWELS & set(word))


def lowered(character: str) -> str:
    """The small letter, where it is one character."""
    small = character.lower()
    return small if len(small) == 1 else character
