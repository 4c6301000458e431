"""Numerals: atoms that spell one number ("1 500", "twenty-two", "1.5 million", "two dozen", "tens of thousands", "21st")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from gesta.coding.quantities_atoms import Atom, atoms_of, phrase_at, touching
from gesta.coding.quantities_spelling import spelt_out
from gesta.coding.quantities_words import COUNTED, HALF, Numeral, number_words
from gesta.model import Word

DIGITS = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?")  # longer ones are serial numbers


class Spelling(NamedTuple):
    """What numbers and dates are read from: the atoms of some words, and the numerals among them."""

    atoms: tuple[Atom, ...]
    numerals: tuple[Numeral, ...]


def spelling_of(words: Sequence[Word]) -> Spelling:
    """The atoms and numerals of the words."""
    atoms = atoms_of(words)
    return Spelling(atoms, numerals_of(atoms))


def numerals_of(atoms: Sequence[Atom]) -> tuple[Numeral, ...]:
    """Every numeral, from left to right, none overlapping."""
    return tuple(found(atoms))


def found(atoms: Sequence[Atom]) -> Iterator[Numeral]:
    """The numerals one after another."""
    begin, end = number_words().beginnings, 0
    for i in [i for i, atom in enumerate(atoms) if atom.lower in begin or atom.lower[0].isdigit()]:
        numeral = numeral_at(atoms, i) if i >= end else None
        if numeral is not None:
            yield numeral
            end = numeral.end


def numeral_at(atoms: Sequence[Atom], i: int) -> Numeral | None:
    """The numeral that begins at atom `i`, None when none does."""
    lower = atoms[i].lower
    if lower[0].isdigit():
        return in_digits(atoms, i)
    known = number_words()
    if lower in known.orders:
        return order_at(atoms, i)
    if lower in COUNTED:
        return counted_noun(atoms, i) or set_or_vague(atoms, i)
    if lower in known.ones or lower in known.tens:
        return spelt_out(atoms, i)
    if lower in known.ordinals:
        return Numeral(first=i, end=i + 1, value=Fraction(known.ordinals[lower]), kind="ordinal", spelt=True)
    return (zero_at(atoms, i) or set_or_vague(atoms, i)) if lower in known.openings else None


def in_digits(atoms: Sequence[Atom], i: int, follows: bool = False) -> Numeral | None:
    """Reads "1,500", "1 500", "1.5 million", "2m", "21st"; None for a serial number. `follows`: it follows a larger magnitude."""
    if not DIGITS.fullmatch(atoms[i].lower):
        return None
    known = number_words()
    value, end = Fraction(atoms[i].lower.replace(",", "")), i + 1
    if end < len(atoms) and touching(atoms, end) and atoms[end].lower in known.ordinal_suffixes:
        return Numeral(first=i, end=end + 1, value=value, kind="ordinal")
    value, end = spaced_groups(atoms, i, value)
    numeral = scaled(atoms, i, end, value)
    return numeral if follows or numeral.coefficient is None else with_rest(atoms, numeral)


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
    closed = not (touching(atoms, end + 1) and atoms[end + 1].lower.isalnum())  # not "9K720"
    if touching(atoms, end) and atoms[end].lower in known.suffixes and closed and not metres:
        return Numeral(first=i, end=end + 1, value=value * known.suffixes[atoms[end].lower], coefficient=coefficient)
    for _ in range(2):  # "200 thousand million"
        after = end + 1 if end + 1 < len(atoms) and atoms[end].lower == "-" and atoms[end + 1].lower in known.magnitudes else end
        if after < len(atoms) and atoms[after].lower in known.magnitudes:
            value, end = value * known.magnitudes[atoms[after].lower], after + 1
    return Numeral(first=i, end=end, value=value, coefficient=None if value == coefficient else coefficient)


def with_rest(atoms: Sequence[Atom], numeral: Numeral) -> Numeral:
    """Reads "11 billion 700 million": the smaller magnitude that follows in figures belongs to the number."""
    end, coefficient = numeral.end, numeral.coefficient
    rest = in_digits(atoms, end, follows=True) if end < len(atoms) and atoms[end].lower[0].isdecimal() else None
    if rest is None or rest.coefficient is None or coefficient is None or rest.value * coefficient >= numeral.value:
        return numeral
    value = numeral.value + rest.value
    return replace(numeral, end=rest.end, value=value, coefficient=value * coefficient / numeral.value)


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
    """Reads "a couple of", "both", "several"; a vague word before a magnitude makes it a plural (several hundred: hundreds)."""
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
            return Numeral(first=i, end=end + bool(factor), value=Fraction(value), kind="order", spelt=True, vague=not factor)
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
    """Reads "dozens", "tens of thousands"; "tens" only before "of", and so "scores" unless a word for people hurt follows."""
    known, lower = number_words(), atoms[i].lower
    after = [a.lower for a in atoms[i + 1 : i + 3]]
    if len(after) == 2 and after[0] == "of" and after[1] in known.order_of and lower in known.order_of_base:
        return Numeral(first=i, end=i + 3, value=Fraction(known.order_of_base[lower] * known.order_of[after[1]]), kind="order", spelt=True)
    follows = after[0] if after else ""
    if lower in ("scores", "tens") and follows != "of" and not (lower == "scores" and follows in known.scores_before):
        return None
    return Numeral(first=i, end=i + 1, value=Fraction(known.orders[lower]), kind="order", spelt=True)
