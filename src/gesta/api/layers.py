"""The layers of a store, row by row: incidents, events, claims, figures, actors, days; as JSON, CSV, GeoJSON, Parquet and Atom."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Any, Final, get_args

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from gesta.api.answers import Answers, json_bytes
from gesta.api.asked import columns_of, paged_of
from gesta.api.feeds import atom
from gesta.api.shapes import PAGES, ROWS, Facets, Fields
from gesta.export.geography import PLACED, feature_lines, placed
from gesta.export.spreadsheets import lines
from gesta.model import Layer, Query
from gesta.pipeline.dossier import Dossier
from gesta.pipeline.paging import paged
from gesta.store import next_page
from gesta.store.asking import ANSWERS
from gesta.store.tallies import COUNTED

FED: Final = ("incidents", "claims")
MEDIA: Final = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "atom": "application/atom+xml",
}
WHAT: Final[dict[str, str]] = {
    "incidents": "Incidents: what happened, as all reports together tell it.",
    "events": "Events as they are told, one row for each report that tells one.",
    "claims": "The ledger: figures as they are told, one row a claim, never summed.",
    "figures": "Estimates by a stated rule.",
    "actors": "Who acts, suffers and speaks how often.",
    "timeline": "Incidents, events, reports and deaths by day.",
}


def layer_routes(answers: Answers) -> APIRouter:
    """A route for each layer, and one for each other shape of it."""
    router = APIRouter(tags=["layers"])
    for layer in get_args(Layer):
        router.add_api_route(f"/{layer}", page_of(answers, layer), response_model=PAGES[layer], summary=WHAT[layer], name=layer)
        for shape in shapes_of(layer):
            router.add_api_route(
                f"/{layer}.{shape}",
                whole_of(answers, layer, shape),
                summary=f"{WHAT[layer]} All rows, as {shape}.",
                name=f"{layer} as {shape}",
                response_model=list[ROWS[layer]] if shape == "json" else None,  # type: ignore[valid-type]
                response_class=JSONResponse if shape == "json" else Response,
                responses={200: {"content": {MEDIA[shape].split(";")[0]: {}}, "description": "All rows that pass the filters."}},
            )
    return router


def shapes_of(layer: Layer) -> list[str]:
    """The shapes that a layer has beside a page of JSON."""
    return ["json", "csv", *(["geojson"] if layer in PLACED else []), "parquet", *(["atom"] if layer in FED else [])]


def page_of(answers: Answers, layer: Layer) -> Callable[..., Response]:
    """The route that answers with one page."""

    def rows(request: Request, query: Query, fields: Fields, facets: Fields) -> Response:
        return answers.give(request, lambda dossier: json_bytes(page(dossier, layer, query, fields, facets)))

    rows.__annotations__ |= {"request": Request, "query": Annotated[Query, Depends(paged_of(layer))], "fields": fields_of(layer)}
    counts = "Columns to count the values of, over all rows that pass."
    rows.__annotations__["facets"] = Annotated[
        Fields, Depends(columns_of(layer, counts, "facets", [c.name for c in COUNTED[layer]]) if layer in COUNTED else no_columns)
    ]
    rows.__doc__ = WHAT[layer]
    return rows


def fields_of(layer: Layer) -> Any:
    """The dependency that gives the columns wanted."""
    return Annotated[Fields, Depends(columns_of(layer, "Columns wanted; all where empty.", "fields"))]


def no_columns() -> Fields:
    """No column, where a layer counts by none."""
    return []


def page(dossier: Dossier, layer: Layer, query: Query, fields: Fields, facets: Fields) -> dict[str, Any]:
    """Rows, the cursor of the next page (None at the end) and, where asked, facets."""
    found = dossier.store.ask(layer, query)
    after = next_page(found)
    answer: dict[str, Any] = {"data": (found.select(fields) if fields else found).to_pylist(), "next": after or None}
    if facets:
        answer["facets"] = counted(dossier, layer, query, facets)
    return answer


def counted(dossier: Dossier, layer: Layer, query: Query, columns: Fields) -> Facets:
    """How many of all rows that pass have each value of a column, large counts first; a list counts for each value in it."""
    every, values = dossier.store.facets(layer, query, columns)
    found: Facets = {"rows": [{"value": "all", "n": every}]}
    return found | {name: [{"value": value, "n": n} for value, n in some] for name, some in zip(columns, values, strict=True)}


def whole_of(answers: Answers, layer: Layer, shape: str) -> Callable[..., Response]:
    """The route that answers with all rows, as they come."""

    def rows(request: Request, query: Query, fields: Fields) -> Response:
        every = query if request.query_params.get("limit") else replace(query, limit=0)
        if shape == "parquet":
            return answers.give(request, lambda dossier: parquet(dossier, layer, every, fields), MEDIA[shape])
        if shape == "atom":
            return answers.give(request, lambda dossier: feed(dossier, layer, query, request), MEDIA[shape])
        with answers.readers.reading() as opened:  # what is wrong with the question is said before the first byte
            opened.dossier.store.ask(layer, replace(every, limit=1))
        wanted = fields or [column.name for column in ANSWERS[layer]]
        return answers.stream(request, lambda dossier: pieces(dossier, layer, every, shape, wanted), MEDIA[shape], f"gesta-{layer}.{shape}")

    rows.__annotations__ |= {"request": Request, "query": Annotated[Query, Depends(paged_of(layer))], "fields": fields_of(layer)}
    rows.__doc__ = WHAT[layer]
    return rows


def pieces(dossier: Dossier, layer: Layer, query: Query, shape: str, columns: list[str]) -> Iterator[bytes]:
    """All rows as text, a few at a time; JSON is one object a line in an array."""
    rows = ({name: row[name] for name in columns} if shape != "geojson" else row for row in paged(dossier.store, layer, query))
    if shape == "csv":
        yield from (piece.encode("utf-8", "replace") for piece in lines(columns, rows))
    elif shape == "geojson":
        yield from (piece.encode("utf-8", "replace") for piece in feature_lines(map(placed, rows)))
    else:
        yield from array(rows)


def array(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A JSON array, an element a line."""
    before = b"[\n"
    for row in rows:
        yield before + json_bytes(row)
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def parquet(dossier: Dossier, layer: Layer, query: Query, fields: Fields) -> bytes:
    """All rows as one Parquet file."""
    import pyarrow.parquet as pq

    found = dossier.store.ask(layer, query)
    buffer = io.BytesIO()
    pq.write_table(found.select(fields) if fields else found, buffer, compression="zstd")
    return buffer.getvalue()


def feed(dossier: Dossier, layer: Layer, query: Query, request: Request) -> bytes:
    """The rows known last, as a feed to follow."""
    newest = replace(query, sort=query.sort or ("-known_from" if layer == "incidents" else "-known"))
    return atom(dossier.store.ask(layer, newest).to_pylist(), layer, str(request.base_url), request.url.path, request.url.query)
