"""From filings, tellings, claims and judgements to all that is computed of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from gesta.linking.chapters import MOST, Chapter, chapters
from gesta.linking.decisions import Decisions
from gesta.linking.estimates import order, superseded
from gesta.linking.independence import Descent
from gesta.linking.parts import Window, part, read
from gesta.model import Claim, Derived, Filing, Judgement, Part, Telling

Row = TypeVar("Row", Filing, Telling, Claim)


def link(
    filings: Iterable[Filing],
    tellings: Iterable[Telling],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    *,
    descent: Mapping[str, Descent] | None = None,
    most: int = MOST,
) -> Derived:
    """Origins, incidents, ties, estimates and orphans of all that is filed.

    The same rows in any order give the same answer, to the byte; an incident's id is of its first filed telling. `descent` says of every
    report whose copy it is, for one who has compared the texts already; without it they are compared. `most`: reports in a chapter.
    """
    filed, told, counted = Days(filings), Days(tellings), Days(claims)
    decisions = Decisions.of(told.rows, counted.rows, judgements)
    every = chapters(Counter(filed.days), most)
    gone = superseded(filed.rows)

    def made(bundle: Sequence[Chapter]) -> Part:
        windows = [(c, Window(filings=by_id(filed.of(c)), tellings=told.of(c), claims=counted.of(c))) for c in bundle]
        return part([read(c, window, decisions, descent) for c, window in windows], decisions, gone)

    return whole(map(made, decisions.bundles(every)), decisions)


class Days(Generic[Row]):
    """Rows by the day on which they were known."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Sorts them; rows of one day stay in their order."""
        self.rows: list[Row] = sorted(rows, key=lambda row: row.known)
        self.days = [row.known for row in self.rows]

    def of(self, chapter: Chapter) -> Sequence[Row]:
        """Those of a chapter's window."""
        first, last = chapter.window
        return self.rows[bisect_left(self.days, first) : bisect_right(self.days, last)]


def by_id(filings: Iterable[Filing]) -> dict[str, Filing]:
    """The filings by id, in the order of filing."""
    return {filing.id: filing for filing in sorted(filings, key=lambda f: f.seq)}


def whole(parts: Iterable[Part], decisions: Decisions) -> Derived:
    """All parts together, in the order in which a store keeps what is computed."""
    every = [found.derived for found in parts]
    return Derived(
        origins=tuple(sorted((o for d in every for o in d.origins), key=lambda o: o.report)),
        incidents=tuple(sorted((i for d in every for i in d.incidents), key=lambda i: (i.granularity, i.id, i.known_from))),
        ties=tuple(sorted((t for d in every for t in d.ties), key=lambda t: (t.granularity, t.report, t.layer, t.key, t.incident))),
        estimates=tuple(sorted((e for d in every for e in d.estimates), key=order)),
        orphans=decisions.orphans,
    )
