"""Numerals: atoms that spell one number, in digits, in words or in both ("1 500", "twenty-two", "1.5 million", "two dozen", "tens of thousands", "21st")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from gesta.codebook.vocabulary import Phrase, vocabulary
from gesta.coding.quantities_atoms import Atom, phrase_at, touching

NumeralKind = Literal["cardinal", "ordinal", "order", "zero"]
DIGITS = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?")  # longer ones are serial numbers
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number in atoms `first … end - 1`. For kind "order" (dozens, several) `value` is the least it can mean; `coefficient` is the number before a magnitude."""

    first: int
    end: int
    value: Fraction
    kind: NumeralKind = "cardinal"
    spelt: bool = False
    coefficient: Fraction | None = None

    @property
    def whole(self) -> int | None:
        """The value as an integer, None when it is none."""
        return self.value.numerator if self.value.denominator == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The classes of `numbers.yaml` that spell numbers."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    magnitudes: Mapping[str, int]
    suffixes: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    orders: Mapping[str, int]
    order_of: Mapping[str, int]
    order_of_base: Mapping[str, int]
    vague: Mapping[Phrase, int]
    few_after: frozenset[str]
    sets: Mapping[Phrase, int]
    zeros: Mapping[Phrase, int]
    no_counts_not: frozenset[str]
    measure_adjectives: frozenset[str]
    months: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The number words that ship with gesta."""
    known = vocabulary("numbers")
    times = vocabulary("times")
    return NumberWords(
        ones=known.numbers("ones"),
        tens=known.numbers("tens"),
        magnitudes={**known.numbers("magnitudes"), **known.numbers("dozen")},
        suffixes=known.numbers("magnitude_suffixes"),
        ordinals=known.numbers("ordinals"),
        ordinal_suffixes=known.forms("ordinal_suffixes"),
        orders=known.numbers("orders"),
        order_of=known.numbers("order_of"),
        order_of_base=known.numbers("order_of_base"),
        vague={phrase: int(value) for phrase, value in known.phrases("vague").items()},
        few_after=known.forms("few_after"),
        sets={phrase: int(value) for phrase, value in known.phrases("sets").items()},
        zeros={phrase: int(value) for phrase, value in known.phrases("zeros").items()},
        no_counts_not=known.forms("no_counts_not"),
        measure_adjectives=known.forms("measure_adjectives"),
        months=times.forms("months") | times.forms("month_abbreviations"),
    )


def numerals_of(atoms: Sequence[Atom]) -> tuple[Numeral, ...]:
    """Every numeral, from left to right, none overlapping."""
    return tuple(found(atoms))


def found(atoms: Sequence[Atom]) -> Iterator[Numeral]:
    """The numerals one after another."""
    i = 0
    while i < len(atoms):
        numeral = numeral_at(atoms, i)
        if numeral is None:
            i += 1
        else:
            yield numeral
            i = numeral.end


def numeral_at(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """The numeral that begins at atom `i`, None when none does."""
    lower = atoms[i].lower
    if lower[0].isdigit():
        return in_digits(atoms, i)
    known = number_words()
    if lower in known.orders:
        return order_at(atoms, i)
    if lower in ("a", "half", "hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return counted_noun(atoms, i) or set_or_vague(atoms, i)
    if lower in known.ones or lower in known.tens:
        return spelt_out(atoms, i)
    if lower in known.ordinals:
        return Numeral(first=i, end=i + 1, value=Fraction(known.ordinals[lower]), kind="ordinal", spelt=True)
    return zero_at(atoms, i) or set_or_vague(atoms, i)


def in_digits(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """Reads "1,500", "1 500", "1.5 million", "2m", "21st"; None for a serial number."""
    if not DIGITS.fullmatch(atoms[i].lower):
        return None
    known = number_words()
    value, end = Fraction(atoms[i].lower.replace(",", "")), i + 1
    if end < len(atoms) and touching(atoms, end) and atoms[end].lower in known.ordinal_suffixes:
        return Numeral(first=i, end=end + 1, value=value, kind="ordinal")
    value, end = spaced_groups(atoms, i, value)
    return scaled(atoms, i, end, value)


def spaced_groups(atoms: Sequence[Atom], i: int, value: Fraction) -> tuple[Fraction, int]:
    """Reads "1 500": groups of three digits one space apart, unless the first is a day of a month ("May 1 500 people")."""
    end, known = i + 1, number_words()
    if not re.fullmatch("[1-9][0-9]{0,2}", atoms[i].lower) or (i and atoms[i - 1].lower.rstrip(".") in known.months):
        return value, end
    while end < len(atoms) and end - i < 5 and atoms[end].start - atoms[end - 1].end == 1 and re.fullmatch("[0-9]{3}", atoms[end].lower):
        value, end = value * 1000 + int(atoms[end].lower), end + 1
    return value, end


def scaled(atoms: Sequence[Atom], i: int, end: int, value: Fraction) -> Numeral:
    """The number times the magnitudes that follow it ("1.5 million", "200 thousand", "2m")."""
    known, coefficient = number_words(), value
    metres = end + 1 < len(atoms) and atoms[end].lower == "m" and atoms[end + 1].lower in known.measure_adjectives  # "2m tall"
    if end < len(atoms) and touching(atoms, end) and atoms[end].lower in known.suffixes and not metres:
        return Numeral(first=i, end=end + 1, value=value * known.suffixes[atoms[end].lower], coefficient=coefficient)
    for _ in range(2):  # "200 thousand million"
        after = end + 1 if end + 1 < len(atoms) and atoms[end].lower == "-" and atoms[end + 1].lower in known.magnitudes else end
        if after < len(atoms) and atoms[after].lower in known.magnitudes:
            value, end = value * known.magnitudes[atoms[after].lower], after + 1
    return Numeral(first=i, end=end, value=value, coefficient=None if value == coefficient else coefficient)


def counted_noun(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """Reads "a hundred and five", "a dozen", "half a million", "half-dozen", "hundred"."""
    known, at, factor = number_words(), i, Fraction(1)
    while at < len(atoms) and at - i < 4 and atoms[at].lower in ("a", "half", "-"):
        factor = HALF if atoms[at].lower == "half" else factor
        at += 1
    if at == len(atoms) or atoms[at].lower not in known.magnitudes or (at > i and atoms[i].lower == "-"):
        return None
    if factor != HALF:
        return spelt_out(atoms, i, at)
    return Numeral(first=i, end=at + 1, value=factor * known.magnitudes[atoms[at].lower], spelt=True, coefficient=factor)


def set_or_vague(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """Reads "a couple of", "both", "several", "a few dozen"; a vague word before a magnitude makes it a plural (several hundred: hundreds)."""
    known = number_words()
    for phrase in phrase_at(atoms, i, 3):
        end = i + len(phrase)
        follows = atoms[end].lower if end < len(atoms) else ""
        if phrase in known.sets:
            value, factor = known.sets[phrase], known.magnitudes.get(follows)
            return Numeral(first=i, end=end + bool(factor), value=Fraction(value * (factor or 1)), spelt=True)
        if phrase in known.vague and not (phrase == ("few",) and (i == 0 or atoms[i - 1].lower not in known.few_after)):
            factor = known.magnitudes.get(follows)
            value = 2 * factor if factor else known.vague[phrase]
            return Numeral(first=i, end=end + bool(factor), value=Fraction(value), kind="order", spelt=True)
    return None


def zero_at(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """Reads "no one", "none", "not a single", and "no" before a noun that can be counted ("no casualties", but "no longer", "No. 5")."""
    known = number_words()
    for phrase in phrase_at(atoms, i, 3):
        follows = atoms[i + 1].lower if i + 1 < len(atoms) else ""
        if phrase in known.zeros and (phrase != ("no",) or (follows.isalpha() and follows not in known.no_counts_not)):
            return Numeral(first=i, end=i + len(phrase), value=Fraction(0), kind="zero", spelt=True)
    return None


def order_at(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """Reads "dozens", "tens of thousands", "hundreds of thousands"; "scores" and "tens" only before "of", or "scores" at the head of a noun."""
    known, lower = number_words(), atoms[i].lower
    after = [a.lower for a in atoms[i + 1 : i + 3]]
    if len(after) == 2 and after[0] == "of" and after[1] in known.order_of and lower in known.order_of_base:
        return Numeral(first=i, end=i + 3, value=Fraction(known.order_of_base[lower] * known.order_of[after[1]]), kind="order", spelt=True)
    if lower in ("scores", "tens") and after[:1] != ["of"] and not (lower == "scores" and after[:1] and after[0] in ("more", "were", "others", "killed", "dead", "wounded")):
        return None
    return Numeral(first=i, end=i + 1, value=Fraction(known.orders[lower]), kind="order", spelt=True)


def spelt_out(atoms: Sequence[Atom], first: int, at: int | None = None) -> Numeral | None:
    """The longest run of number words from `at` (by default `first`) that spells one number, "one hundred and five thousand and six"."""
    spelling = Spelling(atoms, first if at is None else at)
    while spelling.step():
        pass
    return spelling.numeral(first)


class Spelling:
    """Reads number words from left to right: `total` of the closed thousands, `part` of the open one, `last` magnitude closed."""

    def __init__(self, atoms: Sequence[Atom], at: int) -> None:
        self.atoms, self.at, self.start = atoms, at, at
        self.known = number_words()
        self.total, self.part = Fraction(0), Fraction(0)
        self.room = 10**15  # what is added to the open part must be smaller than this
        self.last = 10**16  # a magnitude that closes the open part must be smaller than this
        self.factor = 1  # the magnitudes that end what was read
        self.ordinal = False

    def step(self) -> bool:
        """Takes one more word, with a hyphen or "and" before it; False when the number is complete."""
        if self.ordinal:
            return False
        at = self.at
        joined = self.word(at) == "and" and self.room > 9 and at > self.start and self.word(at - 1) in self.known.magnitudes
        hyphen = self.word(at) == "-" and at > self.start
        word = self.word(at + 1) if joined or hyphen else self.word(at)
        if word == "and" and self.word(at + 1) == "a" and self.word(at + 2) == "half" and self.word(at + 3) in self.known.magnitudes:
            self.part, self.at = self.part + HALF, at + 3
            return True
        if not (self.add(word) or (not joined and self.multiply(word))):
            return False
        self.at = at + 1 + (joined or hyphen)
        return True

    def word(self, i: int) -> str:
        """The form of atom `i`, empty past the end."""
        return self.atoms[i].lower if i < len(self.atoms) else ""

    def add(self, word: str) -> bool:
        """Adds a number below a hundred where there is room for it."""
        known = self.known
        value = known.ones.get(word, known.tens.get(word))
        if value is None and self.at > self.start and word in known.ordinals and known.ordinals[word] < 100:
            value, self.ordinal = known.ordinals[word], known.ordinals[word] < self.room
        if value is None or value >= self.room or (value == 0 and self.at > self.start):
            return False
        self.part, self.factor = self.part + value, 1
        self.room = 10 if word in known.tens else 1
        return True

    def multiply(self, word: str) -> bool:
        """Multiplies the open part by a hundred, or closes it with a thousand or more."""
        factor = self.known.magnitudes.get(word)
        if factor is None:
            return False
        if factor in (12, 100):
            if self.part >= 100 or (self.part == 0 and self.at > self.start):
                return False
            self.part, self.room, self.factor = (self.part or 1) * factor, 100 if factor == 100 else 1, self.factor * factor
            return True
        if factor >= self.last or (self.part == 0 and self.at > self.start):
            return False
        self.total, self.part = self.total + (self.part or 1) * factor, Fraction(0)
        self.last, self.room, self.factor = factor, 1000, self.factor * factor
        return True

    def numeral(self, first: int) -> Numeral | None:
        """What was read, None when it was nothing."""
        if self.at == self.start:
            return None
        kind: NumeralKind = "ordinal" if self.ordinal else "cardinal"
        value = self.total + self.part
        return Numeral(first=first, end=self.at, value=value, kind=kind, spelt=True, coefficient=value / self.factor if self.factor > 1 else None)
