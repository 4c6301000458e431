"""Short claims for the tests of the ledger: a border war of ARM and AZE in September 2022, told in papers that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gesta.codebook.conventions import load_conventions
from gesta.linking.accruing import Ledger
from gesta.linking.estimates import estimates, superseded
from gesta.linking.voices import Voices
from gesta.model import Claim, Estimate, Filing, Origin

SUBJECT = "border"
PARTIES = frozenset({"ARM", "AZE"})
SIGNS = {"+": "at_least", "~": "about", "<": "at_most"}


def sep(day: int) -> date:
    """A day of September 2022; 45 is the middle of October."""
    return date(2022, 9, day) if day <= 30 else date(2022, 10, day - 30)


def says(by: str, many: int | str, day: int = 13, *, side: str | None = "ARM", report: str = "", **more: Any) -> Claim:
    """`by` says that `many` of `side` were killed; "135+" is at least, "80~" about, "80<" up to. "" is the paper's own voice.

    The report is named after claimant, number and day, unless told.
    """
    told = str(many)
    best, qualifier = int(told.rstrip("+~<")), SIGNS.get(told[-1], "exact")
    name = report or f"{by or 'own'}{many}-{day}"
    low = None if qualifier in ("about", "at_most") else best
    high = None if qualifier in ("about", "at_least") else best
    row = Claim(
        report=name,
        key=f"{by or 'own'}{side}{best}",
        known=sep(day),
        outlet=f"Paper {name}",
        claimants=tuple(filter(None, by.split("+"))),
        claimant_names=(),
        via=(),
        own_voice=not by,
        stance="assert" if by else None,
        start=None,
        end=None,
        date_prec=None,
        places=(),
        geonames=(),
        lats=(),
        lons=(),
        countries=(),
        admin1=(),
        where_prec=None,
        era="current",
        evidence=f"{told} killed",
        evidence_start=0,
        evidence_end=9,
        confidence=0.8,
        effect="killed",
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        side=side,
        who="military",
        kinds=(),
        provisional=False,
        cumulative=False,
        event=None,
        part_of=(),
    )
    return replace(row, **more)


def filed(claims: Iterable[Claim], revisions: Iterable[tuple[str, str]] = ()) -> dict[str, Filing]:
    """A filing for each report; `revisions` are pairs of a newer and the older version."""
    older = dict(revisions)
    days = {c.report: (c.known, c.outlet) for c in claims}
    return {
        name: Filing(seq=n, id=name, known=known, text="text", text_sha256=name, outlet=outlet, revision_of=older.get(name))
        for n, (name, (known, outlet)) in enumerate(sorted(days.items()), 1)
    }


def copies(group: str, *reports: str) -> list[Origin]:
    """Reports that print the copy of the first."""
    return [Origin(report=r, group=group, kind="original" if r == group else "copy", of=None, why="") for r in (group, *reports)]


def ledger(filings: dict[str, Filing], origins: Sequence[Origin] = ()) -> Ledger:
    """An empty one."""
    return Ledger(parties=PARTIES, voices=Voices(filings, origins), conventions=load_conventions())


def estimated(*claims: Claim, revisions: Iterable[tuple[str, str]] = (), origins: Sequence[Origin] = ()) -> list[Estimate]:
    """All rows for these claims about one incident."""
    filings = filed(claims, revisions)
    return list(estimates(SUBJECT, claims, ledger(filings, origins), superseded(filings.values())))


def at(rows: Iterable[Estimate], day: int = 60, rule: str = "gesta", side: str | None = "ARM", who: str = "") -> tuple[int | None, ...]:
    """Low, best and high as known on a day; of all together where `side` is None."""
    who = who or ("all" if side is None else "military")
    found = [
        (e.low, e.best, e.high)
        for e in rows
        if (e.rule, e.side, e.who) == (rule, side, who) and e.known_from <= sep(day) and (e.known_to is None or e.known_to > sep(day))
    ]
    assert len(found) <= 1, "two rows for one state of knowledge"
    return found[0] if found else ()
