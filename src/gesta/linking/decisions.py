"""What judgements say of any part of a store: it hangs on the reports that they name alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from gesta.linking.chapters import Chapter, days_of, finder
from gesta.linking.replay import Ruling, docket, standing
from gesta.linking.unions import Unions
from gesta.model import Claim, Judgement, Orphan, Telling

Item = TypeVar("Item", Telling, Claim)


def order(row: Telling | Claim) -> tuple[str, int, int, str]:
    """By report and place in it."""
    return row.report, row.evidence_start, row.evidence_end, row.key


def named(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The reports that judgements which count name."""
    return frozenset(anchor.report for j in standing(judgements) for anchor in (*j.items, *j.apart))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The rows of judged reports that stand, as judged, by ref; merges and splits; what was not found; the day of each judged item."""

    judged: frozenset[str]
    kept: Mapping[str, Telling | Claim]
    rulings: tuple[Ruling, ...]
    orphans: tuple[Orphan, ...]
    days: Mapping[str, date]

    @classmethod
    def of(cls, tellings: Iterable[Telling], claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Self:
        """From all judgements and at least all rows of the reports that they name."""
        every = list(judgements)
        judged = named(every)
        told = sorted((t for t in tellings if t.report in judged), key=order)
        counted = sorted((c for c in claims if c.report in judged), key=order)
        found = docket(told, counted, every)
        return cls(
            judged=judged,
            kept={**{row.ref: row for row in found.claims}, **{row.ref: row for row in found.tellings}},
            rulings=found.rulings,
            orphans=tuple(sorted(found.orphans, key=lambda o: (o.judgement, o.ref))),
            days=days_of(told, counted),
        )

    def left(self, rows: Iterable[Item]) -> list[Item]:
        """The rows as judged, without those that were rejected."""
        kept = ((row, self.kept.get(row.ref) if row.report in self.judged else row) for row in rows)
        return [now for row, now in kept if isinstance(now, type(row))]

    def bundles(self, every: Sequence[Chapter]) -> list[tuple[Chapter, ...]]:
        """The chapters, those together whose incidents a merge or a split holds against one another."""
        at, holder = {chapter: place for place, chapter in enumerate(every)}, finder(every)
        unions = Unions(len(every))
        for _, items, apart in self.rulings:
            places = sorted({at[c] for ref in (*items, *apart) if ref in self.days and (c := holder(self.days[ref])) is not None})
            for place in places[1:]:
                unions.join(places[0], place)
        found: dict[int, list[Chapter]] = {}
        for place, chapter in enumerate(every):
            found.setdefault(unions.find(place), []).append(chapter)
        return [tuple(bundle) for bundle in found.values()]
