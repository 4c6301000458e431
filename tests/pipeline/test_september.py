"""The sample reports of September 2022 as incidents, by the shipped coder: what must hold whatever else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gesta.linking.link import link
from gesta.model import Derived, Filing, Incident, Telling, claims, filing, tellings, to_record
from gesta.pipeline import Pipeline

FILED = date(2022, 11, 1)
PRINTINGS = ("02-", "03-", "04-")


class September:
    """The samples, filed in order of name and linked."""

    def __init__(self, samples: list[Path]) -> None:
        reports = list(Pipeline().code_paths(samples))
        records = [to_record(report) for report in reports if not isinstance(report, Exception)]
        self.filings: list[Filing] = [filing(record, number, FILED) for number, record in enumerate(records, 1)]
        self.names = {r.id: Path(r.article.origin).name for r in reports if not isinstance(r, Exception)}
        self.tellings: list[Telling] = [row for record in records for row in tellings(record, FILED)]
        self.derived: Derived = link(self.filings, self.tellings, [row for record in records for row in claims(record, FILED)])
        self.homes = {f"{t.report}:{t.key}": t.incident for t in self.derived.ties if (t.layer, t.granularity) == ("events", "incident")}

    def fights(self, start: date, end: date) -> set[str]:
        """The incidents of attacks told of these days by words of the text, current or not."""
        found = [
            t for t in self.tellings if t.type == "ASSAULT" and t.start and t.day_told and start <= t.start and (t.end or t.start) <= end
        ]
        return {
            self.homes[t.ref]
            for t in found
            if t.factuality == "actual" and t.stance != "deny" and {"ARM", "AZE"} <= {*t.actors, *t.recipients}
        }

    def row(self, name: str) -> Incident:
        return [i for i in self.derived.incidents if i.id == name][-1]


@pytest.fixture(scope="module")
def september(samples: list[Path]) -> September:
    return September(samples)


def test_the_clashes_are_one_incident_with_episodes(september: September) -> None:
    fights = september.fights(date(2022, 9, 12), date(2022, 9, 14))
    assert len(fights) == 1
    row = september.row(fights.pop())
    assert (row.sides_a, row.sides_b, row.contested, row.background) == (("ARM",), ("AZE",), True, False)
    assert row.start in {date(2022, 9, 12), date(2022, 9, 13)}
    assert row.reports >= 13
    assert row.episodes >= 4


def test_three_printings_are_one_source(september: September) -> None:
    printed = {r for r, name in september.names.items() if name.startswith(PRINTINGS)}
    assert len({o.group for o in september.derived.origins if o.report in printed}) == 1
    row = september.row(september.fights(date(2022, 9, 12), date(2022, 9, 14)).pop())
    assert row.sources <= row.reports - 5


def test_later_violations_and_the_war_of_2020_are_apart(september: September) -> None:
    clashes, later = september.fights(date(2022, 9, 12), date(2022, 9, 14)), september.fights(date(2022, 9, 22), date(2022, 9, 23))
    war = september.fights(date(2020, 1, 1), date(2020, 12, 31))
    assert len(later) == len(war) == 1
    assert len(clashes | later | war) == 3
    assert september.row(war.pop()).background


def test_ceasefires_and_calls_are_no_part_of_the_fighting(september: September) -> None:
    clashes = september.fights(date(2022, 9, 12), date(2022, 9, 14))
    talks = {september.homes[t.ref] for t in september.tellings if t.type in {"CONSULT", "RETREAT", "AGREE"}}
    assert len(talks) >= 8
    assert not talks & clashes


def test_the_course_of_armenias_count_stands_with_the_clashes(september: September) -> None:
    clashes = september.fights(date(2022, 9, 12), date(2022, 9, 14)).pop()
    rows = [e for e in september.derived.estimates if (e.subject, e.rule, e.side, e.effect) == (clashes, "gesta", "ARM", "killed")]
    course = [best for best in dict.fromkeys(e.best for e in sorted(rows, key=lambda e: e.known_from)) if best]
    assert course == sorted(course)
    assert {49, 105} <= set(course)
