"""What a number measures: people and things counted, or money, shares, distances, ages, dates, results, ranks and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.quantities_atoms import Atom, touching
from gesta.coding.quantities_bounds import Draft

Unit = Literal["count", "money", "percent", "measure", "ordinal", "age", "time", "decimal", "score"]
OLDEST = 110  # years: a number between commas after a name is an age up to here


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """The classes of `numbers.yaml` that name units."""

    currency_before: frozenset[str]
    currency_after: frozenset[str]
    currency_adjectives: frozenset[str]
    percents: frozenset[str]
    measures: frozenset[str]
    measure_before: frozenset[str]
    age_before: frozenset[str]
    age_children: frozenset[str]
    age_limits: frozenset[str]
    possessives: frozenset[str]
    labels: frozenset[str]
    labels_small: frozenset[str]
    persons: frozenset[str]
    fraction_parts: frozenset[str]


@cache
def unit_words() -> UnitWords:
    """The words of units that ship with gesta."""
    known = vocabulary("numbers")
    return UnitWords(
        possessives=vocabulary("times").forms("possessives"),
        **{each.name: known.forms(each.name) for each in fields(UnitWords) if each.name != "possessives"},
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """The forms before and after a number, with those of its qualifier passed over."""

    atoms: Sequence[Atom]
    draft: Draft

    def after(self, offset: int = 0) -> str:
        """The form `offset` atoms past the numeral, hyphens passed over; empty past the end."""
        at = self.draft.number_end
        at += at < len(self.atoms) and self.atoms[at].lower == "-"
        return self.atoms[at + offset].lower if at + offset < len(self.atoms) else ""

    def before(self, offset: int = 1) -> str:
        """The form `offset` atoms before the numeral; empty before the start."""
        at = self.draft.number_first - offset
        return self.atoms[at].lower if at >= 0 else ""

    def outside(self) -> str:
        """The form before the number and its qualifier."""
        return self.atoms[self.draft.first - 1].lower if self.draft.first else ""


def unit_of(atoms: Sequence[Atom], draft: Draft, in_time: bool) -> Unit:
    """The unit of a number; `in_time` says that the words of a time hold it."""
    beside = Beside(atoms, draft)
    if draft.numeral.kind == "ordinal":
        return "time" if in_time else "ordinal"
    if draft.numeral.kind == "zero":
        return "count"
    if is_money(beside):
        return "money"
    if beside.after() in unit_words().percents or (beside.after(), beside.after(1)) == ("per", "cent"):
        return "percent"
    if is_age(beside):
        return "age"
    if in_time:
        return "time"
    if is_label(beside):
        return "ordinal"
    if is_fraction(beside):
        return "decimal"
    if draft.score:
        return "score"
    return measured(beside)


def measured(beside: Beside) -> Unit:
    """A measure, a number that is not whole, or a count."""
    known = unit_words()
    if beside.after() in known.measures or beside.outside() in known.measure_before:
        return "measure"
    atoms, at = beside.atoms, beside.draft.number_end
    compound = touching(atoms, at) and atoms[at].lower == "-" and touching(atoms, at + 1)
    if compound and beside.draft.end == at and beside.after().isalpha() and beside.after() not in known.persons:
        return "measure"  # "a three-storey building", "a 12-point plan": the number counts no buildings
    return "count" if beside.draft.numeral.whole is not None else "decimal"


def is_money(beside: Beside) -> bool:
    """True beside a sign or a name of a currency."""
    known, at = unit_words(), 0
    if beside.before() in known.currency_before:
        return True
    while at < 2 and beside.after(at) in known.currency_adjectives:
        at += 1
    return beside.after(at) in known.currency_after


def is_age(beside: Beside) -> bool:
    """True for "aged 30", "20-year-old", "years of age", "in his 30s", "children under five", and a number set off after a name."""
    known, draft, atoms = unit_words(), beside.draft, beside.atoms
    first, second, third = beside.after(), beside.after(1), beside.after(2)
    if beside.outside() in known.age_before:
        return True
    if first in ("year", "years", "month", "months") and "old" in (second, third if second == "-" else ""):
        return True
    if (first, second, third) == ("years", "of", "age") or (first == "s" and beside.outside() in known.possessives):
        return True
    if beside.before() in known.age_limits and (beside.before(2) in known.age_children or first == "s"):
        return True
    between = (beside.before(), first) in ((",", ","), ("(", ")")) and draft.first == draft.number_first and draft.end == draft.number_end
    return between and draft.first > 1 and atoms[draft.first - 2].capital and 0 < draft.numeral.value <= OLDEST and not draft.numeral.spelt


def is_label(beside: Beside) -> bool:
    """True where the number names a thing: "Flight 17", "Resolution 1701", "AK-47", "M23", "9K720"."""
    known, draft, atoms = unit_words(), beside.draft, beside.atoms
    first, end = draft.number_first, draft.number_end
    named = first > 0 and draft.first == first and not draft.numeral.coefficient
    if named and atoms[first - 1].lower in (known.labels if atoms[first - 1].capital else known.labels_small):
        return True
    if named and first > 2 and atoms[first - 1].lower == "." and atoms[first - 2].lower in ("no", "nos", "nr"):
        return True
    if draft.numeral.spelt:
        return False
    if touching(atoms, end) and atoms[end].lower.isalpha() and atoms[end].lower not in known.measures:
        return True
    if touching(atoms, first) and atoms[first - 1].lower.isalpha():
        return True
    hyphen = first > 1 and touching(atoms, first) and atoms[first - 1].lower == "-" and touching(atoms, first - 1)
    return hyphen and atoms[first - 2].lower.isalpha() and any(c.isupper() for c in atoms[first - 2].text)


def is_fraction(beside: Beside) -> bool:
    """True for "two-thirds", "three quarters", "1/2", "24/7"."""
    draft, atoms = beside.draft, beside.atoms
    if beside.after() in unit_words().fraction_parts and draft.numeral.spelt and draft.end == draft.number_end:
        return True
    behind = [atom.lower for atom in atoms[draft.number_end : draft.number_end + 2]]
    slash_after = len(behind) == 2 and behind[0] == "/" and behind[1][0].isdecimal()
    slash_before = draft.number_first > 1 and beside.before() == "/" and beside.before(2)[0].isdecimal()
    return slash_after or slash_before
