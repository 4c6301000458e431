"""The filters of a question, by the names of the command line, as a `Query`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends, HTTPException
from fastapi import Query as Parameter

from gesta.codebook.ontology import PLOVER_TYPES
from gesta.model import BoundingBox, Effect, Granularity, Layer, Query, RuleName
from gesta.pipeline.dossier import code
from gesta.store.asking import ANSWERS, SORTS

MOST_ROWS: Final = 1000  # rows of one JSON page
USUAL_ROWS: Final = 100
EVENT_TYPES: Final = tuple(sorted(PLOVER_TYPES))
_LON: Final = r"-?(180(\.0+)?|(1[0-7][0-9]|[1-9]?[0-9])(\.[0-9]+)?)"
_LAT: Final = r"-?(90(\.0+)?|[1-8]?[0-9](\.[0-9]+)?)"
BOX: Final = f"^{_LON},{_LAT},{_LON},{_LAT}$"


def many(description: str, **more: Any) -> Any:
    """A parameter that may be repeated; one of its values is enough."""
    return Parameter(description=f"{description} May be repeated: one of the values is enough.", **more)


def filtered(
    since: Annotated[date | None, Parameter(alias="from", description="Happened on this day or later.")] = None,
    until: Annotated[date | None, Parameter(alias="to", description="Happened on this day or earlier.")] = None,
    as_of: Annotated[date | None, Parameter(description="What was known at the end of this day.")] = None,
    actor: Annotated[list[str], many("Who took part: ARM, HAMAS; PSE finds PSE.REB too.")] = [],  # noqa: B006
    claimant: Annotated[list[str], many("Who says so.")] = [],  # noqa: B006
    side: Annotated[list[str], many("Whose losses.")] = [],  # noqa: B006
    kind: Annotated[
        list[str], many("PLOVER's event type.", alias="type", json_schema_extra={"items": {"type": "string", "enum": list(EVENT_TYPES)}})
    ] = [],  # noqa: B006
    effect: Annotated[list[Effect], many("What happened to people.")] = [],  # noqa: B006
    place: Annotated[list[str], many("Where, by name; accents and case make no difference.")] = [],  # noqa: B006
    country: Annotated[list[str], many("In which country, ISO 3166-1 alpha-3.")] = [],  # noqa: B006
    bbox: Annotated[
        str | None,
        Parameter(
            description="west,south,east,north in degrees; west above east crosses the antimeridian.",
            pattern=BOX,
            examples=["43.5,38.8,46.7,41.3"],
        ),
    ] = None,
    incident: Annotated[list[str], many("Of this incident, by its whole id.")] = [],  # noqa: B006
    report: Annotated[list[str], many("Of this report, by its whole id.")] = [],  # noqa: B006
    min_sources: Annotated[int, Parameter(ge=0, le=10_000, description="Told by at least so many independent sources.")] = 0,
    granularity: Annotated[Granularity, Parameter(description="What counts as one incident.")] = "incident",
    background: Annotated[bool, Parameter(description="What reports recall too, not their news alone.")] = False,
    rule: Annotated[RuleName | None, Parameter(description="Figures: by this rule alone.")] = None,
) -> Query:
    """The query that the parameters make; 422 for a type that there is not."""
    return Query(
        start=since, end=until, as_of=as_of, actors=tuple(map(code, actor)), claimants=tuple(map(code, claimant)),
        sides=tuple(map(code, side)), types=tuple(known(value.upper()) for value in kind), effects=tuple(effect),
        places=tuple(place), countries=tuple(map(code, country)), bbox=box(bbox) if bbox else None, incidents=tuple(incident),
        reports=tuple(report), min_sources=min_sources, granularity=granularity, background=background, rule=rule,
    )  # fmt: skip


Filtered = Annotated[Query, Depends(filtered)]


def paged_of(layer: Layer) -> Callable[..., Query]:
    """The dependency that gives a query with the order and the place of a page, for one layer."""

    def paged(query: Query, sort: str, limit: int, cursor: str) -> Query:
        return replace(query, sort=sort, limit=limit, after=cursor)

    names = [name.lstrip("-") for name in SORTS[layer][0]]
    orders = ["", *names, *(f"-{name}" for name in names)]
    says = "By this column; with - before it the largest first."
    paged.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            option("query", Filtered, inspect.Parameter.empty),
            option("sort", Annotated[str, Parameter(description=says, pattern=one_of(orders))], ""),
            option("limit", Annotated[int, Parameter(ge=1, le=MOST_ROWS, description="Rows of one page.")], USUAL_ROWS),
            option("cursor", Annotated[str, Parameter(description="Where the page before ended: its `next`.", max_length=2000)], ""),
        ],
        return_annotation=Query,
    )
    return paged


def columns_of(layer: Layer, purpose: str, name: str, known: Iterable[str] = ()) -> Callable[..., list[str]]:
    """The dependency that gives columns of a layer, of those that are `known` where any are given, named with commas between."""

    def columns(**given: str) -> list[str]:
        return list(dict.fromkeys(part for part in given[name].split(",") if part))

    names = "|".join(known or [column.name for column in ANSWERS[layer]])
    kind = Annotated[str, Parameter(description=f"{purpose} Names with commas between.", pattern=f"^(({names})(,({names}))*)?$")]
    columns.__signature__ = inspect.Signature([option(name, kind, "")], return_annotation=list[str])  # type: ignore[attr-defined]
    return columns


def option(name: str, kind: Any, default: Any) -> inspect.Parameter:
    """A parameter by keyword."""
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)


def one_of(values: Iterable[str]) -> str:
    """The pattern of a text that is one of these."""
    return f"^({'|'.join(values)})$"


def known(value: str) -> str:
    """The event type; 422 where there is none of this name."""
    if value in EVENT_TYPES:
        return value
    raise HTTPException(422, f"type: {value!r} is none of {', '.join(EVENT_TYPES)}")


def box(text: str) -> BoundingBox:
    """Four numbers between commas; the two latitudes in either order."""
    west, one, east, other = map(float, text.split(","))
    return BoundingBox(west, min(one, other), east, max(one, other))
