"""What a store holds as a whole: places, sources, series, who meets whom, what changed, what was decided, taken down, published."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request, Response
from fastapi import Query as Parameter
from pydantic import BaseModel

from gesta.api.answers import Answers, json_bytes
from gesta.api.asked import Filtered
from gesta.api.problems import PROBLEMS
from gesta.codebook import Codebook
from gesta.errors import NotFound
from gesta.model import Judgement, Layer, Query
from gesta.pipeline.differences import Difference, differences, of_store
from gesta.pipeline.dossier import Dossier

Clock = Literal["event", "report"]
EVERY = 1_000_000  # values that are counted: all there are
DRAWN = 2_000  # places of a map, unless more are asked for
PLACED = ("place", "lat", "lon", "countries", "where_prec")


class PlaceCount(BaseModel):
    """A place, and how many incidents are told of it. Degrees WGS 84; `types` by how many incidents."""

    place: str
    country: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    incidents: int
    contested: int
    types: dict[str, int]


class DayCount(BaseModel):
    """How many are told of a day, or on it, by PLOVER's type."""

    day: date
    n: int
    types: dict[str, int]


class Source(BaseModel):
    """One outlet. `originals` are reports that are nobody's copy; `copies_of` counts its copies by whom they go back to."""

    outlet: str
    reports: int
    originals: int
    copies: int
    copies_of: dict[str, int]
    first: date
    last: date


class Met(BaseModel):
    """Another party, and the incidents in which both take part."""

    code: str
    incidents: int
    types: dict[str, int]


class ActorSheet(BaseModel):
    """What the codebook knows of a code, how often it acts, and whom it meets."""

    code: str
    name: str
    kind: str | None
    country: str | None
    counts: dict[str, Any] | None
    meets: list[Met]


class Deletion(BaseModel):
    """A report that was taken down."""

    report: str
    day: str
    reason: str


def overview_routes(answers: Answers, codebook: Codebook) -> APIRouter:
    """The routes about the whole store."""
    router = APIRouter(tags=["store"])

    @router.get("/places", response_model=list[PlaceCount], summary="Where, and how many incidents at each place")
    def places(
        request: Request, query: Filtered, limit: Annotated[int, Parameter(ge=1, le=EVERY, description="Places at most.")] = DRAWN
    ) -> Response:
        """The places of the incidents that pass the filters, those with the most first."""
        return answers.give(request, lambda dossier: json_bytes(placed(dossier, query, limit)))

    states = {code: state.name for code, state in codebook.registers.countries.items()}

    @router.get("/names", response_model=dict[str, str], summary="Codes by name")
    def names(request: Request) -> Response:
        """For each code of a country, body or group the name that reports call it by; a state that none names has the codebook's."""
        return answers.give(request, lambda dossier: json_bytes(states | dict(dossier.store.names())))

    @router.get("/series", response_model=list[DayCount], summary="How many by day")
    def series(request: Request, query: Filtered, by: Annotated[Clock, Parameter(description="event: incidents by the day they begin. report: tellings by the day they were known.")] = "event") -> Response:  # fmt: skip  # noqa: E501
        """Event time counts incidents, report time what is told."""
        return answers.give(request, lambda dossier: json_bytes(by_day(dossier, query, by)))

    @router.get("/sources", response_model=list[Source], summary="Who printed how much, and whose copies")
    def sources(request: Request) -> Response:
        """Outlets with their originals and copies."""
        return answers.give(request, lambda dossier: json_bytes(outlets(dossier)))

    @router.get("/actors/{code}", response_model=ActorSheet, summary="One actor", responses={404: PROBLEMS[404]})
    def actor(request: Request, code: Annotated[str, Path(max_length=100, examples=["ARM"])]) -> Response:
        """What is known of the code, and whom it meets in incidents."""
        return answers.give(request, lambda dossier: json_bytes(sheet(dossier, codebook, code)))

    @router.get("/changes", response_model=list[Difference], summary="What changed between two days", responses={400: PROBLEMS[400]})
    def changes(
        request: Request,
        before: Annotated[date, Parameter(alias="from", description="What was known at the end of this day …", examples=["2022-09-14"])],
        after: Annotated[
            date, Parameter(alias="to", description="… beside what was known at the end of this one.", examples=["2022-09-16"])
        ],
    ) -> Response:
        """Incidents, claims and estimates that are new, changed or gone."""

        def made(dossier: Dossier) -> bytes:
            found = differences(of_store(dossier, before), of_store(dossier, after))
            return json_bytes([asdict(one) for one in found])

        return answers.give(request, made)

    @router.get("/decisions", response_model=list[Judgement], summary="What people decided, in order")
    def decisions(request: Request) -> Response:
        """Every judgement, those undone too."""
        return answers.give(request, lambda dossier: json_bytes([{"id": j.id, **asdict(j)} for j in dossier.store.judgements()]))

    @router.get("/deletions", response_model=list[Deletion], summary="Reports that were taken down")
    def deletions(request: Request) -> Response:
        """Their ids, days and reasons: whoever keeps a copy can follow."""
        rows = ("report", "day", "reason")
        return answers.give(request, lambda d: json_bytes([dict(zip(rows, t, strict=True)) for t in d.store.tombstones()]))

    return router


def placed(dossier: Dossier, query: Query, most: int) -> list[dict[str, Any]]:
    """See `PlaceCount`."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in dossier.store.spread("incidents", query, PLACED, "type", flag="contested", most=most):
        place, lat, lon, country, precision = one.values
        found[one.values] = {
            "place": place, "country": country, "lat": lat, "lon": lon, "where_prec": precision, "incidents": one.n,
            "contested": one.flagged, "types": one.kinds,
        }  # fmt: skip
    return sorted(found.values(), key=lambda one: (-one["incidents"], one["place"]))


def by_day(dossier: Dossier, query: Query, by: Clock) -> list[dict[str, Any]]:
    """See `DayCount`, in the order of days. What has no day is not counted."""
    layer: Layer = "incidents" if by == "event" else "events"
    found = dossier.store.spread(layer, query, ["start" if by == "event" else "known"], "type", most=EVERY)
    return [{"day": one.values[0], "n": one.n, "types": one.kinds} for one in sorted(found, key=lambda one: one.values)]


def outlets(dossier: Dossier) -> list[dict[str, Any]]:
    """See `Source`, those with the most reports first."""
    rows: dict[str, dict[str, Any]] = {}
    for some in dossier.store.printed():
        one = rows.setdefault(some.outlet, {
            "outlet": some.outlet, "reports": 0, "originals": 0, "copies": 0, "copies_of": {}, "first": some.first, "last": some.last,
        })  # fmt: skip
        one["reports"] += some.reports
        one["first"], one["last"] = min(one["first"], some.first), max(one["last"], some.last)
        if some.of is None:
            one["originals"] += some.reports
        else:
            one["copies"] += some.reports
            one["copies_of"][some.of] = some.reports
    return sorted(rows.values(), key=lambda one: (-one["reports"], one["outlet"]))


def sheet(dossier: Dossier, codebook: Codebook, code: str) -> dict[str, Any]:
    """See `ActorSheet`; NotFound for a code that neither the codebook nor the store knows."""
    asked = (Query(actors=(code,), background=past) for past in (False, True))  # what is only recalled of, where that is all there is
    counts = next((row for query in asked for row in dossier.store.ask("actors", query).to_pylist() if row["code"] == code), None)
    known = entry(codebook, code)
    if counts is None and known is None:
        raise NotFound(path=code, why="neither the codebook nor this store knows the code")
    table = dossier.store.ask("incidents", Query(actors=(code,))).select(["type", "sides_a", "sides_b"])
    meets: dict[str, Counter[str]] = defaultdict(Counter)
    for row in table.to_pylist():
        mine = [side for side in (row["sides_a"], row["sides_b"]) if any(same(code, one) for one in side)]
        for other in {one for side in (row["sides_a"], row["sides_b"]) if side not in mine for one in side}:
            meets[other][row["type"]] += 1
    ordered = sorted(meets.items(), key=lambda item: (-item[1].total(), item[0]))
    return {
        "code": code,
        "name": (known or {}).get("name") or (counts or {}).get("name") or code,
        "kind": (known or {}).get("kind"),
        "country": (known or {}).get("country"),
        "counts": counts,
        "meets": [{"code": other, "incidents": types.total(), "types": types} for other, types in ordered],
    }


def same(code: str, other: str) -> bool:
    """True for the code and for what stands after its dot."""
    return other == code or other.startswith(f"{code}.")


def entry(codebook: Codebook, code: str) -> Mapping[str, Any] | None:
    """What the registers hold of a code: of the state or group that stands before its dot where it has one."""
    head = code.split(".", maxsplit=1)[0]
    registers = codebook.registers
    if (country := registers.countries.get(head)) is not None:
        return {"name": country.name + (f" ({code.partition('.')[2]})" if "." in code else ""), "kind": "state", "country": head}
    for table in (registers.bodies, registers.groups):
        if (row := table.get(head)) is not None:
            return {"name": row.name, "kind": getattr(row, "kind", None), "country": getattr(row, "country", None)}
    return None
