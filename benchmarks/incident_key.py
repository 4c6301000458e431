"""The sets of `benchmarks/incident_sets`: their reports as intake reads them, and the keys with every quote placed in its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from gesta.intake import articles
from gesta.model import Article, Span
from gesta.model.record import report_id

SETS: Final = Path(__file__).resolve().parent / "incident_sets"
SUMMARY: Final = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A place in a report that tells an incident.

    `report` is the id that gesta gives the report, `span` the quote's code points in its text, `type` the incident's PLOVER type or
    `summary`, `claimant` a code or, where the record has none, lower-case words; None in the outlet's own voice.
    """

    report: str
    span: Span
    incident: str
    type: str
    claimant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One set: its reports by file and id, the key as written, and its tellings in order of report and text."""

    name: str
    reports: Mapping[tuple[str, str | None], Article]
    written: Mapping[str, Any]
    tellings: tuple[Telling, ...]

    def article(self, row: Mapping[str, Any]) -> Article:
        """The report that a row of the key names; KeyError when the set has none of that file and id."""
        return self.reports[row["report"], row.get("id")]


def keys(folder: Path = SETS) -> list[Key]:
    """Every set of the folder, in order of name."""
    return [read(path) for path in sorted(folder.glob("*/key.yaml"))]


def read(path: Path) -> Key:
    """The set of a `key.yaml`; ValueError for a quote that its report does not hold, or a report that intake does not read."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    reports = dict(_reports(path.parent / written.get("folder", ".")))
    told = [
        Telling(
            report=report_id(reports[row["report"], row.get("id")]),
            span=placed(row, reports[row["report"], row.get("id")].text),
            incident=incident["id"],
            type=incident["type"],
            claimant=row.get("claimant"),
        )
        for incident in written["incidents"]
        for row in incident["tellings"]
    ]
    order = {report_id(article): place for place, article in enumerate(reports.values())}
    told.sort(key=lambda t: (order[t.report], t.span))
    return Key(name=written["set"], reports=reports, written=written, tellings=tuple(told))


def placed(row: Mapping[str, Any], text: str) -> Span:
    """The quote's span in the text, its `nth` occurrence (1 when the row names none); ValueError when there is none.

    A quote that occurs more than once and has no `nth` is refused too: it would not say which is meant.
    """
    quote: str = row["quote"]
    starts = [start for start in range(len(text)) if text.startswith(quote, start)]
    nth: int = row.get("nth", 1)
    if not 1 <= nth <= len(starts) or ("nth" not in row and len(starts) > 1):
        raise ValueError(f"{row['report']}: {quote!r} occurs {len(starts)} times, nth is {row.get('nth')}")
    return Span(starts[nth - 1], starts[nth - 1] + len(quote))


def sources(key: Key, rows: Sequence[Mapping[str, Any]]) -> int:
    """How many independent sources the rows have: outlets, a copy counted as its origin."""
    origins = {name: group["origin"] for group in key.written["copies"] for name in group["reports"]}
    return len({origins.get(row["report"], key.article(row).outlet) for row in rows})


def _reports(folder: Path) -> Iterator[tuple[tuple[str, str | None], Article]]:
    for path in sorted(p for p in folder.iterdir() if p.suffix in {".md", ".txt", ".html", ".jsonl"} and p.stem != "README"):
        for found in articles(path):
            if not isinstance(found, Article):
                raise ValueError(f"{path.name}: {found}")
            yield (path.name, found.source_id if path.suffix == ".jsonl" else None), found
