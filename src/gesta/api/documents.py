"""Reports: what was filed, and one report with everything coded in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Request, Response
from fastapi import Query as Parameter
from pydantic import BaseModel

from gesta.api.answers import Answers, json_bytes
from gesta.api.guard import Guard
from gesta.api.problems import PROBLEMS
from gesta.errors import NotFound
from gesta.pipeline.dossier import Dossier

AROUND: Final = 300  # characters on each side of what was coded that everybody may see


class ReportRow(BaseModel):
    """A report without its text. `kind` and `of`: whose copy it is."""

    seq: int
    id: str
    known: date
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    synthetic: bool
    revision_of: str | None
    kind: str | None
    of: str | None


class Reports(BaseModel):
    """A page of reports, newest first; `next` is the cursor of the page after."""

    data: list[ReportRow]
    next: str | None


class Passage(BaseModel):
    """Characters `start` to `end` (code points, end exclusive) of a report."""

    start: int
    end: int
    text: str


class Annotations(BaseModel):
    """One report.

    `record` is the record as coded (version 1); where the full text is not for this client, its text is empty and `passages` holds what
    was coded with 300 characters around it. `incidents` says to which incident each event and figure belongs, by key.
    """

    report: str
    whole: bool
    record: dict[str, Any]
    passages: list[Passage]
    incidents: dict[str, str]


def document_routes(answers: Answers, guard: Guard) -> APIRouter:
    """The routes about reports."""
    router = APIRouter(tags=["reports"])

    @router.get("/reports", response_model=Reports, summary="What was filed, newest first")
    def reports(
        request: Request,
        outlet: Annotated[str, Parameter(description="Of this outlet.")] = "",
        limit: Annotated[int, Parameter(ge=1, le=1000)] = 100,
        cursor: Annotated[str, Parameter(description="The `next` of the page before.", max_length=20)] = "",
    ) -> Response:
        """Reports without their texts."""
        return answers.give(request, lambda dossier: json_bytes(filed(dossier, outlet, limit, cursor)))

    @router.get(
        "/reports/{report}/annotations",
        response_model=Annotations,
        summary="A report with what is coded in it",
        responses={404: PROBLEMS[404]},
    )
    def annotations(request: Request, report: Annotated[str, Path(min_length=8, max_length=64, pattern="^[0-9a-f]+$")]) -> Response:
        """Text, actors, places, statements, events and figures; offsets are code points of the text."""
        whole = guard.sees_texts(request)
        return answers.give(request, lambda dossier: json_bytes(annotated(dossier, report, whole=whole)), seen=str(whole))

    return router


def filed(dossier: Dossier, outlet: str, limit: int, cursor: str) -> dict[str, Any]:
    """See `Reports`."""
    ids = dossier.store.listed(outlet, int(cursor) if cursor.isdecimal() else None, limit + 1)
    origins = {origin.report: origin for origin in dossier.store.origins(ids)}
    rows = []
    for filing in sorted(dossier.store.filings(ids[:limit], texts=False), key=lambda f: -f.seq):
        origin = origins.get(filing.id)
        row = {name: getattr(filing, name) for name in ReportRow.model_fields if name not in ("kind", "of")}
        rows.append({**row, "kind": origin.kind if origin else None, "of": origin.of if origin else None})
    return {"data": rows, "next": str(rows[-1]["seq"]) if len(ids) > limit else None}


def annotated(dossier: Dossier, report: str, *, whole: bool) -> dict[str, Any]:
    """See `Annotations`; NotFound where no report, or more than one, has this id."""
    named = report if len(report) == 64 else whole_id(dossier, report)
    record = next(iter(dossier.store.records([named])), None)
    if record is None:
        raise NotFound(path=report, why="no report of this id; it may have been taken down (deletions lists those)")
    text = record["report"].get("text") or ""
    passages = [{"start": 0, "end": len(text), "text": text}] if whole else [
        {"start": start, "end": end, "text": text[start:end]} for start, end in windows(spans(record), len(text))
    ]  # fmt: skip
    if not whole:
        record = {**record, "report": {**record["report"], "text": ""}}
    return {"report": named, "whole": whole, "record": record, "passages": passages, "incidents": dossier.store.homes(named)}


def whole_id(dossier: Dossier, beginning: str) -> str:
    """The one report whose id begins so."""
    found = dossier.store.beginning("reports", beginning)
    if len(found) != 1:
        raise NotFound(path=beginning, why=f"{len(found)} reports begin so" if found else "no report of this id")
    return found[0]


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every span in a record: pairs of whole numbers in lists under `evidence`, `spans`, `mentions` and the like, however deep."""
    if isinstance(value, dict):
        if isinstance(start := value.get("start"), int) and isinstance(end := value.get("end"), int):
            yield start, end
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(part) is int for part in value) and value[0] <= value[1]:
            yield value[0], value[1]
        for part in value:
            yield from spans(part)


def windows(found: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The spans with 300 characters around them, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start - AROUND), min(length, end + AROUND)) for start, end in found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
