"""The shapes of answers, made from the nouns: what the store's rows hold is what the description of the API says."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any, Final, get_type_hints

from pydantic import BaseModel, create_model

from gesta.model import Claim, Estimate, Incident, Telling

Fields = list[str]
Facets = dict[str, list[dict[str, Any]]]


class Facet(BaseModel):
    """A value of a column, and how many rows have it."""

    value: str
    n: int


def row_model(name: str, kind: type, **more: Any) -> type[BaseModel]:
    """A model with the noun's fields and more; none is required, as a client may ask for some columns alone."""
    hints = get_type_hints(kind)
    known = {f.name: hints[f.name] for f in fields(kind)} | more
    definitions: dict[str, Any] = {field: (hint, None) for field, hint in known.items()}
    made: type[BaseModel] = create_model(name, **definitions)
    made.__doc__ = (kind.__doc__ or name).split("\n")[0]
    return made


def page_model(name: str, row: type[BaseModel]) -> type[BaseModel]:
    """A page of rows."""
    return create_model(
        name, __doc__="Rows, where the next page begins, and facets where asked for.",
        data=(list[row], ...), next=(str | None, ...), facets=(dict[str, list[Facet]], None),  # type: ignore[valid-type]
    )  # fmt: skip


class Counts(BaseModel):
    """How often somebody acts, suffers and speaks."""

    code: str | None = None
    name: str | None = None
    incidents: int | None = None
    events: int | None = None
    as_actor: int | None = None
    as_recipient: int | None = None
    as_claimant: int | None = None


class Day(BaseModel):
    """What is told of a day. Deaths are gesta's estimates."""

    day: date | None = None
    incidents: int | None = None
    events: int | None = None
    reports: int | None = None
    sources: int | None = None
    deaths_low: int | None = None
    deaths_best: int | None = None
    deaths_high: int | None = None


IncidentRow = row_model("IncidentRow", Incident)
EventRow = row_model("EventRow", Telling, incident=str | None, revised=bool)
ClaimRow = row_model("ClaimRow", Claim, incident=str | None, group=str | None, title=str | None, url=str | None, revised=bool)
EstimateRow = row_model("EstimateRow", Estimate)

ROWS: Final[dict[str, type[BaseModel]]] = {
    "incidents": IncidentRow,
    "events": EventRow,
    "claims": ClaimRow,
    "figures": EstimateRow,
    "actors": Counts,
    "timeline": Day,
}
PAGES: Final[dict[str, type[BaseModel]]] = {layer: page_model(layer.capitalize(), row) for layer, row in ROWS.items()}
