"""Patterns over tokens: a known form is one character, a kind of number a set of them, so that a rule is a short regular expression.

A pattern is written in words: `WEEKDAY ,? the? d=DAY of? m=MONTH`. Capitals name a class, small words and , . : / - stand for themselves,
`x=` keeps what stood there, `?`, `|` and parentheses mean what they mean in regular expressions, `<CLASS` and `>CLASS` look at the token
before and after (`>` also holds at the end), `!CLASS` and `!word` forbid what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import IntFlag
from functools import cache
from typing import NamedTuple

from gesta.codebook.vocabulary import Phrase, Vocabulary
from gesta.coding.quantities_words import Numeral

OTHER = "\x00"
FIRST_NUMBER, FIRST_WORD = 0xE000, 0xE400  # private use area of Unicode: 1,024 kinds of numbers, then the known forms
ELEMENT = re.compile(r"(?:(?P<name>[a-z])=)?(?P<look>[<>!])?(?:(?P<kind>[A-Z][A-Z_]+)|(?P<word>[a-z']+|[-,.:/]))|(?P<meta>[()|?])|\s+")


class Sort(IntFlag):
    """What a number can be in a date: a number may be several."""

    DAY = 1
    MONTH_NUMBER = 2
    FOUR_DIGITS = 4
    YEAR = 8
    HOUR = 16
    MINUTE = 32
    COUNT = 64
    ORDINAL = 128
    CLOCK = 256
    DECADE = 512


class Token(NamedTuple):
    """Atoms `first … end - 1` as one unit of the grammar: its character, its form, its number."""

    first: int
    end: int
    char: str
    form: str
    numeral: Numeral | None


class Lexicon:
    """The known forms of a vocabulary: their classes, and the character that stands for each."""

    def __init__(self, vocabulary: Vocabulary, merged: Mapping[str, tuple[str, ...]]) -> None:
        """`merged` names classes made of several of the vocabulary's."""
        self.classes: dict[str, Mapping[str, str]] = {name.upper(): forms for name, forms in vocabulary.classes.items()}
        for name, parts in merged.items():
            self.classes[name] = {form: value for part in parts for form, value in vocabulary.values(part).items()}
        self.chars: dict[str, str] = {}
        for forms in self.classes.values():
            for form in forms:
                self.char(form)
        self.phrases: dict[str, list[Phrase]] = {}
        for form in self.chars:
            words = tuple(form.split())
            if len(words) > 1:
                self.phrases.setdefault(words[0], []).append(words)
        for found in self.phrases.values():
            found.sort(key=len, reverse=True)

    def char(self, form: str) -> str:
        """The character of a form, a new one where it has none."""
        return self.chars.setdefault(form, chr(FIRST_WORD + len(self.chars)))

    def members(self, kind: str) -> str:
        """The characters of a class, as they stand between brackets; KeyError when there is no such class."""
        if kind in Sort.__members__:
            return numbers(Sort[kind])
        return "".join(self.char(form) for form in self.classes[kind])

    def compile(self, pattern: str) -> tuple[str, dict[str, str]]:
        """The regular expression of a pattern, and the class of each kept element; ValueError when it cannot be read."""
        out, kept = [], {}
        for part in parts(pattern):
            if part["meta"]:
                out.append("(?:" if part["meta"] == "(" else part["meta"])
            elif part["kind"] or part["word"]:
                if part["name"]:
                    kept[part["name"]] = part["kind"]
                out.append(element(self.body(part), part["look"], part["name"]))
        return "".join(out), kept

    def body(self, part: re.Match[str]) -> str:
        """The characters that an element takes."""
        return self.members(part["kind"]) if part["kind"] else self.char(part["word"])


@cache
def numbers(sort: Sort) -> str:
    """The characters of all numbers that can be of this sort."""
    return "".join(chr(FIRST_NUMBER + mask) for mask in range(1024) if mask & sort)


def parts(pattern: str) -> Iterator[re.Match[str]]:
    """The elements and signs of a pattern; ValueError when it cannot be read."""
    at = 0
    while at < len(pattern):
        part = ELEMENT.match(pattern, at)
        if part is None:
            raise ValueError(f"cannot read {pattern!r} from {pattern[at:]!r} on")
        at = part.end()
        yield part


def openings(pattern: str, lexicon: Lexicon) -> frozenset[str]:
    """Every character that a match of the pattern can begin with."""
    signs = [part["meta"] or part for part in parts(pattern) if part["meta"] or part["kind"] or part["word"]]
    return frozenset(choice(signs, lexicon)[0])


def choice(signs: list[str | re.Match[str]], lexicon: Lexicon) -> tuple[set[str], bool]:
    """The characters that alternatives can begin with, and whether they can be empty; takes their signs off the list, the ")" too."""
    found: set[str] = set()
    empty, open_still = False, True  # of all alternatives; of the one being read: whether what follows can still open it
    while signs and (sign := signs.pop(0)) != ")":
        if sign == "|":
            empty, open_still = empty or open_still, True
            continue
        chars, skips = choice(signs, lexicon) if sign == "(" else one(sign, lexicon)
        if signs and signs[0] == "?":
            skips = bool(signs.pop(0))
        if open_still:
            found |= chars
        open_still = open_still and skips
    return found, empty or open_still


def one(sign: str | re.Match[str], lexicon: Lexicon) -> tuple[set[str], bool]:
    """The characters of one element, and True where it only looks. Every form of the pattern has its character from then on."""
    chars = set() if isinstance(sign, str) else set(lexicon.body(sign))
    return (set(), True) if isinstance(sign, str) or sign["look"] else (chars, False)


def element(members: str, look: str | None, name: str | None) -> str:
    """One class as a regular expression."""
    if look == "<":
        return f"(?<=[{members}])"
    if look == ">":
        return f"(?=[{members}]|$)"
    if look == "!":
        return f"(?![{members}])"
    return f"(?P<{name}>[{members}])" if name else f"[{members}]"


class Found(NamedTuple):
    """What a rule matched: tokens `first … end - 1`, and those it kept by name."""

    tokens: Sequence[Token]
    first: int
    end: int
    kept: Mapping[str, tuple[int, str]]
    lexicon: Lexicon

    def has(self, name: str) -> bool:
        """True when the element was there."""
        return name in self.kept

    def value(self, name: str) -> str:
        """The value that the vocabulary gives to the kept form; KeyError when it was not there."""
        at, kind = self.kept[name]
        return self.lexicon.classes[kind][self.tokens[at].form]

    def whole(self, name: str) -> int | None:
        """The whole number in a kept element (a numeral, or the value of a form), None when it was not there."""
        if name not in self.kept:
            return None
        numeral = self.tokens[self.kept[name][0]].numeral
        return numeral.whole if numeral else int(self.value(name))

    def form(self, name: str) -> str:
        """The form kept, empty when it was not there."""
        return self.tokens[self.kept[name][0]].form if name in self.kept else ""

    def vague(self, name: str) -> bool:
        """True when the kept number is none exactly ("several", "dozens")."""
        numeral = self.tokens[self.kept[name][0]].numeral if name in self.kept else None
        return numeral is not None and numeral.kind == "order"
