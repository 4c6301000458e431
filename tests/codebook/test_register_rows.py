"""What holds of every row: codes are known and unique, years run forwards, a spelling names one, an office has one holder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest

from gesta.codebook.name_index import key_of
from gesta.codebook.register_rows import Country, Force, Group, Office, Organ, day_span
from gesta.codebook.registers import DATA, FILES, Registers
from gesta.codebook.tables import read_csv

REGISTERS = Registers.load()
ROWS: dict[str, tuple[Any, ...]] = {stem: read_csv(DATA / f"{stem}.csv", kind) for stem, kind in FILES.items()}
COUNTRIES: tuple[Country, ...] = ROWS["countries"]
GROUPS: tuple[Group, ...] = ROWS["groups"]
FORCES: tuple[Force, ...] = ROWS["forces"]
ORGANS: tuple[Organ, ...] = ROWS["organs"]
OFFICES: tuple[Office, ...] = ROWS["offices"]
STATES = frozenset(row.code for row in COUNTRIES)
# Of no state of today, and territories that an outlet publishes in.
OTHER_STATES = frozenset({"YUG", "HKG"})
# Words that name the people of two states, and to which of them they are put when nothing else is said.
SHARED_DEMONYMS: dict[str, str] = {}
ARMED = {"REB", "MIL", "GOV", "OPP", "PTY", "SEP", "UAF", "CRM"}


def twice(values: Iterable[Any]) -> list[Any]:
    return [value for value, n in Counter(values).items() if value is not None and n > 1]


@pytest.mark.parametrize("column", ["code", "alpha2", "gw", "cow"])
def test_no_two_states_share_a_number_or_code(column: str) -> None:
    assert twice(getattr(row, column) for row in COUNTRIES) == []


def test_the_numbers_of_gleditsch_and_ward_differ_from_cow_where_they_are_known_to() -> None:
    differ = {row.code: (row.gw, row.cow) for row in COUNTRIES if row.gw != row.cow}
    assert differ == {
        "DEU": (260, 255),
        "YEM": (678, 679),
        "SRB": (340, 345),
        "KIR": (970, 946),
        "NRU": (971, 970),
        "TON": (972, 955),
        "TUV": (973, 947),
    }


def test_a_demonym_names_the_people_of_one_state_or_is_declared() -> None:
    of_word: dict[str, set[str]] = defaultdict(set)
    for row in COUNTRIES:
        for word in (*row.adjectives, *row.demonyms_singular, *row.demonyms_plural):
            of_word[word].add(row.code)
    assert {word: codes for word, codes in of_word.items() if len(codes) > 1 and word not in SHARED_DEMONYMS} == {}


def test_every_code_of_a_country_is_one() -> None:
    used = {(stem, code) for stem in ("groups", "forces", "offices", "outlets") for row in ROWS[stem] if (code := row.country) is not None}
    used |= {("groups", code) for row in GROUPS for code in row.active_in}
    assert sorted((stem, code) for stem, code in used if code not in STATES | OTHER_STATES) == []


def test_codes_are_told_apart_between_the_registers() -> None:
    codes = [*STATES, *REGISTERS.bodies, *REGISTERS.groups, *(row.code for row in ROWS["outlets"])]
    assert twice(codes) == []


def test_organs_belong_to_a_body_and_no_other_body_has_their_name() -> None:
    assert sorted({row.body for row in ORGANS} - set(REGISTERS.bodies)) == []
    wrong = []
    for organ in ORGANS:
        for name in (organ.name, *organ.also):
            hit = REGISTERS.longest_match(name.split(), 0)
            if hit is None or hit.code != organ.body:
                wrong.append((name, organ.body, hit and hit.code))
    assert wrong == []


def lasted(group: Group) -> range:
    return range(group.from_year or 0, (group.to_year or 9999) + 1)


def test_no_two_groups_of_one_state_and_one_time_share_a_spelling() -> None:
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for group in GROUPS:
        for name in (group.code, group.name, *group.also, *group.also_near):
            bearers[key_of(name)].add(group.code)
    shared = []
    for key, codes in bearers.items():
        for a, b in combinations(sorted(codes), 2):
            one, two = REGISTERS.groups[a], REGISTERS.groups[b]
            at_once = max(lasted(one).start, lasted(two).start) < min(lasted(one).stop, lasted(two).stop)
            if one.country == two.country and at_once:
                shared.append((" ".join(key), a, b))
    assert shared == []


def test_a_free_spelling_of_a_group_is_no_other_group_state_body_or_outlet() -> None:
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for group in GROUPS:
        near = {key_of(name) for name in group.also_near}
        for key in {key_of(name) for name in (group.code, group.name, *group.also)} - near:
            bearers[key].add(group.code)
    for stem in ("countries", "organisations", "outlets"):
        for row in ROWS[stem]:
            for name in (row.code if stem != "countries" else row.name, row.name, *row.also):
                if key_of(name) in bearers:
                    bearers[key_of(name)].add(row.code)
    assert {key: codes for key, codes in bearers.items() if len(codes) > 1} == {}


def test_groups_and_bodies_have_a_sector_of_plover() -> None:
    assert {row.sector for row in GROUPS} <= ARMED
    assert {row.sector for row in REGISTERS.bodies.values()} <= {"IGO", "NGO", "PTY", "MIL"}


def holds(term: Office) -> tuple[date, date]:
    """The days on which an office was held for certain: after the last possible first day, before the first possible last one."""
    return (day_span(term.start)[1] if term.start else date.max, day_span(term.end)[0] if term.end else date.max)


def test_an_office_of_one_at_a_time_has_no_two_holders() -> None:
    terms: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for term in OFFICES:
        if (
            "spokes" not in term.office
            and "adviser" not in term.office
            and term.office not in {"leader", "commander", "general", "founder"}
        ):
            terms[term.code, term.office].append(term)
    overlap = []
    for held in terms.values():
        held.sort(key=holds)
        overlap += [(a.person, b.person, a.office, b.start) for a, b in pairwise(held) if holds(a)[1] > holds(b)[0]]
    assert overlap == []


def test_no_term_stands_twice_and_each_says_since_when() -> None:
    assert twice((term.person, term.code, term.office, term.start) for term in OFFICES) == []
    assert [term.person for term in OFFICES if term.start is None] == []
    known = STATES | OTHER_STATES | set(REGISTERS.groups) | set(REGISTERS.bodies)
    assert [(term.person, term.code) for term in OFFICES if term.code not in known] == []


@pytest.mark.parametrize("stem", sorted(FILES))
def test_every_row_says_where_it_comes_from(stem: str) -> None:
    origins = ("general knowledge, unchecked", "record specification", "UCDP GED", "invented for the samples")
    assert [row for row in ROWS[stem] if not row.source.startswith(origins)] == []


def test_years_run_forwards() -> None:
    row = GROUPS[0]
    fields = {name: getattr(row, name) for name in ("code", "name", "also", "kind", "sector", "country", "source")}
    with pytest.raises(ValueError, match="1999 is before 2001"):
        Group(**fields, from_year=2001, to_year=1999)
    with pytest.raises(ValueError, match="1999 is before 2001"):
        Organ(name="Mission", also=(), body="UN", from_year=2001, to_year=1999, source="invented")
