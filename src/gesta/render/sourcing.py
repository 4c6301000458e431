"""Whose word an incident rests on: its reports gathered by the newsroom whose copy they are."""

from __future__ import annotations

import re
from typing import Final

from gesta.model import Filing, Origin
from gesta.model.casefile import Casefile
from gesta.render.ink import Line, Piece, foreign, indented, wrap
from gesta.render.phrases import counted
from gesta.render.terminal import heading

HEXADECIMAL: Final = re.compile(r"\b[0-9a-f]{64}\b")  # a report's id


def sources(case: Casefile, width: int) -> list[Line]:
    """The groups of reports that print one copy, the largest first, each report with its day and with why it is a copy."""
    filed = {filing.id: filing for filing in (*case.originals, *case.filings)}
    groups: dict[str, list[Origin]] = {}
    for origin in case.origins:
        groups.setdefault(origin.group, []).append(origin)
    found: list[Line] = []
    for group, members in sorted(groups.items(), key=lambda pair: (-len(pair[1]), day(filed.get(pair[0])), pair[0])):
        found += cluster(group, members, filed, width)
    row = case.incident
    aside = f"{counted(row.reports, 'report')}, {counted(row.sources, 'independent source')}"
    return [*heading("Sources", width, aside), *found]


def cluster(group: str, members: list[Origin], filed: dict[str, Filing], width: int) -> list[Line]:
    """One group: its original, and below it the copies."""
    own = next((origin for origin in members if origin.report == group), None)
    agency = own.of if own is not None and own.kind == "original" else None
    pieces = [*named(filed.get(group), group), foreign(f"  written by {agency}" if agency else "", "dim")]
    if own is None:
        pieces.append(Piece("  (the original; does not tell this itself)", "dim"))
    found = indented(wrap(pieces, width - 2), "● ", "  ")
    for origin in sorted(members, key=lambda o: (day(filed.get(o.report)), o.report)):
        if origin.report != group:
            why = HEXADECIMAL.sub(lambda found: found[0][:8], origin.why)
            said = foreign(f"  {origin.kind}: {why}" if why else f"  {origin.kind}", "dim")
            found += indented(wrap([*named(filed.get(origin.report), origin.report), said], width - 4), "  ↳ ", "    ")
    return found


def named(filing: Filing | None, report: str) -> list[Piece]:
    """Outlet, day, title and the beginning of the id."""
    if filing is None:
        return [Piece(report[:8], "event")]
    title = f"  {filing.title}" if filing.title else ""
    return [
        foreign(f"{filing.outlet or 'outlet not given'}, {filing.known}", "bold"),
        foreign(title),
        Piece(f"  {report[:8]}", "event"),
    ]


def day(filing: Filing | None) -> str:
    """The day from which the report was known."""
    return filing.known.isoformat() if filing else "9999"
