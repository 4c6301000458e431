"""Which numerals belong together, and what the words around them make of them: low, best and high by the record's table of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import cast

from gesta.codebook.vocabulary import Phrase, vocabulary
from gesta.coding.quantities_atoms import Atom, phrase_at, phrase_before, touching
from gesta.coding.quantities_words import Numeral
from gesta.model import Qualifier

Bounds = tuple[int | None, int | None, int | None]
WEAK: tuple[Qualifier, ...] = ("exact", "about")  # give way to a bound: "possibly as many as 30" is a bound
REACH = 4  # words from a number within which a verb of change or a word of sport still speaks of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One quantity in atoms: `first … end` with all its words, `number_first … number_end` the numeral; `high` is a range's second one."""

    first: int
    end: int
    number_first: int
    number_end: int
    numeral: Numeral
    high: Numeral | None = None
    qualifier: Qualifier = "exact"
    additional: bool = False
    score: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The classes of `numbers.yaml` that stand before and after a number."""

    before: Mapping[Phrase, str]
    after: Mapping[Phrase, str]
    additional_before: Mapping[Phrase, str]
    additional_after: Mapping[Phrase, str]
    not_before_one: Mapping[Phrase, str]
    currency: frozenset[str]
    changes: frozenset[str]
    score_cues: frozenset[str]


@cache
def surroundings() -> Surroundings:
    """The words around numbers that ship with gesta."""
    known = vocabulary("numbers")
    return Surroundings(
        before=known.phrases("before"),
        after=known.phrases("after"),
        additional_before=known.phrases("additional_before"),
        additional_after=known.phrases("additional_after"),
        not_before_one=known.phrases("not_before_one"),
        currency=known.forms("currency_before"),
        changes=known.forms("changes"),
        score_cues=known.forms("score_cues"),
    )


def drafts_of(atoms: Sequence[Atom], numerals: Sequence[Numeral]) -> tuple[Draft, ...]:
    """Ranges joined, qualifiers taken in, in the order of the text; none overlap."""
    starts = {n.first for n in numerals}
    floor, out = 0, []
    for draft in joined(atoms, numerals):
        out.append(with_after(atoms, with_before(atoms, draft, floor), starts))
        floor = out[-1].end
    return tuple(out)


def joined(atoms: Sequence[Atom], numerals: Sequence[Numeral]) -> tuple[Draft, ...]:
    """Numerals alone or in pairs ("20 to 30", "between 20 and 30", "5-4")."""
    out: list[Draft] = []
    skip: Numeral | None = None
    results = {n.first for pair in pairwise(numerals) if is_score(atoms, *pair) for n in pair}
    for low, high in pairwise([*numerals, None]):
        if low is None or low is skip:
            continue
        if high is not None and low.first not in results and is_range(atoms, low, high):
            skip = high
            first = low.first - (opening(atoms, low) in ("between", "from"))
            out.append(replace(alone(low), first=first, end=high.end, number_end=high.end, high=high, qualifier="range"))
        else:
            out.append(alone(low, score=low.first in results))
    return tuple(out)


def alone(numeral: Numeral, *, score: bool = False) -> Draft:
    """The draft of a numeral without its surroundings."""
    return Draft(first=numeral.first, end=numeral.end, number_first=numeral.first, number_end=numeral.end, numeral=numeral, score=score)


def opening(atoms: Sequence[Atom], low: Numeral) -> str:
    """The form before a numeral, currency signs and "about" passed over ("between $20 …")."""
    at = low.first - 1
    while at > 0 and (atoms[at].lower in surroundings().currency or surroundings().before.get((atoms[at].lower,)) == "about"):
        at -= 1
    return atoms[at].lower if at >= 0 else ""


def connector(atoms: Sequence[Atom], low: Numeral, high: Numeral) -> str:
    """The one form between two numerals, a currency sign passed over; empty when there are more."""
    between = [a.lower for a in atoms[low.end : high.first] if a.lower not in surroundings().currency]
    return between[0] if len(between) == 1 else ""


def is_range(atoms: Sequence[Atom], low: Numeral, high: Numeral) -> bool:
    """True for "between A and B", "A to B", "A-B", "A or B" with A below B; a change ("rose from A to B") is none."""
    link = connector(atoms, low, high)
    if not link or low.kind != "cardinal" or high.kind != "cardinal" or scaled_low(low, high) >= high.value:
        return False
    if link == "and":
        return opening(atoms, low) == "between"
    if link == "to":
        changing = {a.lower for a in atoms[max(0, low.first - REACH - 1) : low.first]} & surroundings().changes
        return not (changing and opening(atoms, low) == "from")
    return link == "or" or (link == "-" and low.spelt == high.spelt and not glued(atoms, low))


def glued(atoms: Sequence[Atom], low: Numeral) -> bool:
    """True when letters or a hyphen touch the numeral ("F-16-20")."""
    return touching(atoms, low.first) and (atoms[low.first - 1].lower.isalpha() or atoms[low.first - 1].lower == "-")


def is_score(atoms: Sequence[Atom], low: Numeral, high: Numeral) -> bool:
    """True for the result of a vote or a match: digits joined by a dash or "to" that do not rise, or that a word of sport stands beside."""
    if low.spelt or high.spelt or low.kind != "cardinal" or high.kind != "cardinal" or low.whole is None or high.whole is None:
        return False
    link = connector(atoms, low, high)
    if link not in ("-", "to") or (link == "-" and not touching(atoms, high.first)) or glued(atoms, low):
        return False
    near = {a.lower for a in atoms[max(0, low.first - REACH) : high.end + REACH]}
    cue = bool(near & surroundings().score_cues) and high.value < 1000
    falls = low.value >= high.value and not near & surroundings().changes
    return (cue or falls) and scaled_low(low, high) == low.value and opening(atoms, low) not in ("between", "from")


def scaled_low(low: Numeral, high: Numeral) -> Fraction:
    """The lower value, in the upper one's magnitude where it has none of its own ("1 to 2 million")."""
    if low.coefficient is None and high.coefficient is not None and low.value < high.coefficient:
        return low.value * high.value / high.coefficient
    return low.value


def with_before(atoms: Sequence[Atom], draft: Draft, floor: int) -> Draft:
    """The draft with the qualifiers that stand before it, none of them left of atom `floor`."""
    first, qualifier, additional = draft.first, draft.qualifier, draft.additional
    known = surroundings()
    while draft.numeral.kind in ("cardinal", "order") and first > floor:
        if atoms[first - 1].lower in known.currency:
            first -= 1
            continue
        phrases = phrase_before(atoms, first, min(4, first - floor))
        phrase = next((p for p in phrases if p in known.before or p in known.additional_before), None)
        if phrase is None or (draft.numeral.value == 1 and phrase in known.not_before_one):
            break
        first -= len(phrase)
        additional = additional or phrase in known.additional_before
        said = cast(Qualifier, known.before.get(phrase, qualifier))
        qualifier = said if qualifier in WEAK and not (said == "exact" and qualifier == "about") else qualifier
    return remade(draft, first, draft.end, qualifier, additional)


def with_after(atoms: Sequence[Atom], draft: Draft, starts: set[int]) -> Draft:
    """The draft with the qualifiers after it; `starts` are the first atoms of all numerals ("18 at least five of whom": not the 18's)."""
    end, qualifier, additional = draft.end, draft.qualifier, draft.additional
    known = surroundings()
    while draft.numeral.kind in ("cardinal", "order"):
        phrase = next((p for p in phrase_at(atoms, end, 3) if p in known.after or p in known.additional_after), None)
        after = end + len(phrase or ())
        if phrase is None or after in starts or (after < len(atoms) and atoms[after].lower in ("than", "one", "a")):
            break
        if phrase == ("odd",) and draft.numeral.value % 10:
            break
        end = after
        additional = additional or phrase in known.additional_after
        qualifier = cast(Qualifier, known.after.get(phrase, qualifier)) if qualifier in WEAK else qualifier
    return remade(draft, draft.first, end, qualifier, additional)


def remade(draft: Draft, first: int, end: int, qualifier: Qualifier, additional: bool) -> Draft:
    """The draft with more words; a plural ("dozens") stays of kind "order" unless an upper bound stands before it."""
    if draft.numeral.kind == "order" and qualifier not in ("at_most", "less_than"):
        qualifier = "order"
    if (first, end, qualifier, additional) == (draft.first, draft.end, draft.qualifier, draft.additional):
        return draft
    return replace(draft, first=first, end=end, qualifier=qualifier, additional=additional)


def bounds_of(draft: Draft) -> Bounds:
    """Low, best, high by the record's table; all None for a number that is not whole, and for "up to hundreds"."""
    if draft.high is not None:
        low = scaled_low(draft.numeral, draft.high)
        return (low.numerator if low.denominator == 1 else None, None, draft.high.whole)
    value = draft.numeral.whole
    if draft.numeral.kind == "order":
        return (value, None, None) if draft.qualifier == "order" else (None, None, None)
    if draft.qualifier in ("at_least", "more_than"):
        return value, value, None
    if draft.qualifier in ("at_most", "less_than"):
        return None, value, value
    if draft.qualifier == "about":
        return None, value, None
    return value, value, value
