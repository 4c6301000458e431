"""What a numeral is, and the words that spell numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from gesta.codebook.vocabulary import Phrase, vocabulary

HALF = Fraction(1, 2)
COUNTED = ("a", "half", "hundred", "thousand", "million", "billion", "trillion", "dozen")
NumeralKind = Literal["cardinal", "ordinal", "order", "zero"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number in atoms `first … end - 1`.

    For kind "order" (dozens, several) `value` is the least it can mean; `vague` where that word says no more than "some" ("several").
    `coefficient` is the number before a magnitude ("1.5 million").
    """

    first: int
    end: int
    value: Fraction
    kind: NumeralKind = "cardinal"
    spelt: bool = False
    coefficient: Fraction | None = None
    vague: bool = False

    @property
    def whole(self) -> int | None:
        """The value as an integer, None when it is none."""
        return self.value.numerator if self.value.denominator == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The classes of `numbers.yaml` that spell numbers; `openings` are the first words of the phrases among them.

    `beginnings` are all forms that a numeral can begin with, figures excepted.
    """

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
    openings: frozenset[str]
    beginnings: frozenset[str]
    no_counts_not: frozenset[str]
    scores_before: frozenset[str]
    measure_adjectives: frozenset[str]
    months: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The number words that ship with gesta."""
    known = vocabulary("numbers")
    times = vocabulary("times")
    vague = {phrase: int(value) for phrase, value in known.phrases("vague").items()}
    sets = {phrase: int(value) for phrase, value in known.phrases("sets").items()}
    zeros = {phrase: int(value) for phrase, value in known.phrases("zeros").items()}
    ones, tens, ordinals, orders = (known.numbers(kind) for kind in ("ones", "tens", "ordinals", "orders"))
    openings = frozenset(phrase[0] for phrase in (*vague, *sets, *zeros))
    return NumberWords(
        ones=ones,
        tens=tens,
        magnitudes={**known.numbers("magnitudes"), **known.numbers("dozen")},
        suffixes=known.numbers("magnitude_suffixes"),
        ordinals=ordinals,
        ordinal_suffixes=known.forms("ordinal_suffixes"),
        orders=orders,
        order_of=known.numbers("order_of"),
        order_of_base=known.numbers("order_of_base"),
        vague=vague,
        few_after=known.forms("few_after"),
        sets=sets,
        zeros=zeros,
        openings=openings,
        beginnings=openings.union(COUNTED, ones, tens, ordinals, orders),
        scores_before=known.forms("scores_before"),
        no_counts_not=known.forms("no_counts_not"),
        measure_adjectives=known.forms("measure_adjectives"),
        months=times.forms("months") | times.forms("month_abbreviations"),
    )
