"""The filters of a question, by the names of the command line, as a `Query`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Any, Final, get_args

from fastapi import Depends, HTTPException
from fastapi import Query as Parameter

from gesta.codebook.ontology import DATA
from gesta.model import BoundingBox, Effect, Granularity, Query

MOST_ROWS: Final = 1000  # rows of one JSON page
USUAL_ROWS: Final = 100


@cache
def event_types() -> tuple[str, ...]:
    """PLOVER's event types, as the codebook has a file for each."""
    return tuple(sorted(path.stem for path in (DATA / "events").glob("*.yaml")))


def many(description: str, enum: tuple[str, ...] = ()) -> Any:
    """A parameter that may be repeated; one of its values is enough."""
    return Parameter(description=f"{description} May be repeated: one of the values is enough.", json_schema_extra=items(enum))


def items(enum: tuple[str, ...]) -> Any:
    """The values there are, for the description of a list."""
    return {"items": {"type": "string", "enum": list(enum)}} if enum else None


def code(value: str) -> str:
    """A code in capitals; a name of several words stays as it is written."""
    return value if " " in value else value.upper()


def asked(
    since: Annotated[date | None, Parameter(alias="from", description="Happened on this day or later.")] = None,
    until: Annotated[date | None, Parameter(alias="to", description="Happened on this day or earlier.")] = None,
    as_of: Annotated[date | None, Parameter(description="What was known at the end of this day.")] = None,
    actor: Annotated[list[str], many("Who took part: ARM, HAMAS; PSE finds PSE.REB too.")] = [],  # noqa: B006
    claimant: Annotated[list[str], many("Who says so.")] = [],  # noqa: B006
    side: Annotated[list[str], many("Whose losses.")] = [],  # noqa: B006
    kind: Annotated[list[str], Parameter(alias="type", description="PLOVER's event type. May be repeated.")] = [],  # noqa: B006
    effect: Annotated[list[Effect], many("What happened to people.")] = [],  # noqa: B006
    place: Annotated[list[str], many("Where, by name; accents and case make no difference.")] = [],  # noqa: B006
    country: Annotated[list[str], many("In which country, ISO 3166-1 alpha-3.")] = [],  # noqa: B006
    bbox: Annotated[str | None, Parameter(description="west,south,east,north in degrees.", examples=["43.5,38.8,46.7,41.3"])] = None,
    incident: Annotated[list[str], many("Of this incident, by its whole id.")] = [],  # noqa: B006
    report: Annotated[list[str], many("Of this report, by its whole id.")] = [],  # noqa: B006
    min_sources: Annotated[int, Parameter(ge=0, le=10_000, description="Told by at least so many independent sources.")] = 0,
    granularity: Annotated[Granularity, Parameter(description="What counts as one incident.")] = "incident",
    background: Annotated[bool, Parameter(description="What reports recall too, not their news alone.")] = False,
    sort: Annotated[str, Parameter(description="By this column; with - before it the largest first.")] = "",
    limit: Annotated[int, Parameter(ge=1, le=MOST_ROWS, description="Rows of one page.")] = USUAL_ROWS,
    cursor: Annotated[str, Parameter(description="Where the page before ended: its `next`.")] = "",
) -> Query:
    """The query that the parameters make; 422 for a type that there is not and a box that is none."""
    return Query(
        start=since, end=until, as_of=as_of, actors=tuple(map(code, actor)), claimants=tuple(map(code, claimant)),
        sides=tuple(map(code, side)), types=tuple(known(value.upper()) for value in kind), effects=tuple(effect),
        places=tuple(place), countries=tuple(map(code, country)), bbox=box(bbox) if bbox else None, incidents=tuple(incident),
        reports=tuple(report), min_sources=min_sources, granularity=granularity, background=background, sort=sort, limit=limit,
        after=cursor,
    )  # fmt: skip


Asked = Annotated[Query, Depends(asked)]


def known(value: str) -> str:
    """The event type; 422 where there is none of this name."""
    if value in event_types():
        return value
    raise HTTPException(422, f"type: {value!r} is none of {', '.join(event_types())}")


def box(text: str) -> BoundingBox:
    """Four numbers between commas; 422 where they are none."""
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise HTTPException(422, f"bbox: {text!r} is no box such as 43.5,38.8,46.7,41.3") from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise HTTPException(422, "bbox: degrees beyond the globe, or north below south")
    return BoundingBox(west, south, east, north)


def granularities() -> tuple[str, ...]:
    """What can count as one incident."""
    return get_args(Granularity)
