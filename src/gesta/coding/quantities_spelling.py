"""Numbers spelt out in words: "one hundred and five thousand and six", "twenty-first", "one and a half million"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gesta.coding.quantities_atoms import Atom
from gesta.coding.quantities_words import HALF, Numeral, NumeralKind, number_words


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
        self.part, self.factor = self.part + Fraction(value), 1
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
            self.part = (self.part or Fraction(1)) * factor
            self.room, self.factor = 100 if factor == 100 else 1, self.factor * factor
            return True
        if factor >= self.last or (self.part == 0 and self.at > self.start):
            return False
        self.total, self.part = self.total + (self.part or Fraction(1)) * factor, Fraction(0)
        self.last, self.room, self.factor = factor, 1000, self.factor * factor
        return True

    def numeral(self, first: int) -> Numeral | None:
        """What was read, None when it was nothing."""
        if self.at == self.start:
            return None
        kind: NumeralKind = "ordinal" if self.ordinal else "cardinal"
        value = self.total + self.part
        coefficient = value / self.factor if self.factor > 1 else None
        return Numeral(first=first, end=self.at, value=value, kind=kind, spelt=True, coefficient=coefficient)
