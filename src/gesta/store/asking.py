"""A `Query` as one SQL statement that DuckDB and PostgreSQL both understand, and its answer as an Arrow table."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from gesta.errors import NotFound, StoreError
from gesta.model.incident import Estimate, Incident
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Telling
from gesta.store.conditions import (
    Conditions,
    apart,
    by_incident,
    claim_filters,
    estimate_filters,
    event_filters,
    incident_filters,
    joined,
    looked_up,
)
from gesta.store.schema import Column, columns

_WALKED: Final = 8_000  # rows that are looked at in a page's order before all that are met are gathered: some 30 ms
_PART: Final = 4  # of estimates, the part of those rows that tells whether to look at them all
_INT: Final = ("incidents", "events", "as_actor", "as_recipient", "as_claimant")
_DAYS: Final = ("incidents", "events", "reports", "sources", "deaths_low", "deaths_best", "deaths_high")


def _more(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, kind="bool" if name == "revised" else "text") for name in names)


# What each layer answers, in this order.
ANSWERS: Final[Mapping[Layer, tuple[Column, ...]]] = {
    "incidents": columns(Incident),
    "events": (*columns(Telling), *_more("incident", "revised")),
    "claims": (*columns(Claim), *_more("incident", "group", "title", "url", "revised")),
    "figures": columns(Estimate),
    "actors": (*_more("code", "name"), *(Column(name=name, kind="int") for name in _INT)),
    "timeline": (Column(name="day", kind="date"), *(Column(name=name, kind="int") for name in _DAYS)),
}
# What each layer may be sorted by, the first unless asked otherwise, and the column that decides between equals.
SORTS: Final[Mapping[Layer, tuple[tuple[str, ...], str]]] = {
    "incidents": (("start", "end", "known_from", "tellings", "reports", "sources", "deaths_best", "place", "type", "confidence"), "id"),
    "events": (("start", "end", "known", "type", "outlet", "confidence"), "n"),
    "claims": (("start", "end", "known", "effect", "side", "best", "low", "high", "outlet", "confidence"), "n"),
    "figures": (("subject", "rule", "side", "effect", "best", "low", "high", "known_from"), "n"),
    "actors": (("-events", "-incidents", "code", "name", "-as_actor", "-as_recipient", "-as_claimant"), "code"),
    "timeline": (("day", "-incidents", "-events", "-reports", "-sources", "-deaths_best"), "day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """By which column, which way; `tail` decides between equals, upwards."""

    by: str
    down: bool
    tail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """SQL with `$1` and so on for `values`; its columns are those of the layer and then the sort's tail as `_tail`."""

    sql: str
    values: Sequence[Any]
    sort: Sort
    limit: int = field(default=0)


def sort_of(layer: Layer, asked: str) -> Sort:
    """The order of an answer. StoreError for a column that the layer cannot be sorted by."""
    names, tail = SORTS[layer]
    usual = {name.lstrip("-"): name.startswith("-") for name in names}
    if not asked:
        return Sort(by=names[0].lstrip("-"), down=usual[names[0].lstrip("-")], tail=tail)
    if asked.lstrip("-") not in usual or asked.startswith("--"):
        raise StoreError(why=f"{layer} cannot be sorted by {asked!r}; by {', '.join(usual)}, with - before it for the largest first")
    return Sort(by=asked.lstrip("-"), down=asked.startswith("-"), tail=tail)


def question(layer: Layer, query: Query, *, spatial: bool) -> Question:
    """The statement that answers a query.

    StoreError for an unknown layer or sort and a box that is none, NotFound for a cursor of another query.
    """
    if layer not in ANSWERS:
        raise StoreError(why=f"there is no layer {layer!r}; there are {', '.join(ANSWERS)}")
    sort, where = sort_of(layer, query.sort), Conditions(spatial=spatial)
    write = actors if layer == "actors" else timeline if layer == "timeline" else rows
    return Question(sql=write(layer, query, sort, where), values=where.values, sort=sort, limit=query.limit)


def rows(layer: Layer, query: Query, sort: Sort, where: Conditions) -> str:
    """First which rows, from the few columns that filters and order need; then all columns of those alone."""
    source = SOURCES[layer]
    met, page, parts = source.filters(query, where), _page(sort, query, where), apart(layer, query, where)
    near = unless = ""
    if _walks(layer, sort, query, where):
        near, unless = _near(layer, sort, query, where), f"(SELECT count(*) <= {int(query.limit)} FROM near)"
        parts[0] = joined([parts[0], unless])
    found = [f"(SELECT * FROM ({_chosen(source.table, sort, where)} WHERE {joined([met, part])}) AS q {page})" for part in parts]
    if near:
        found.append(f"SELECT * FROM near WHERE NOT {unless}")
    return (
        f"WITH {near}chosen AS ({' UNION ALL '.join(found)}), page AS (SELECT * FROM chosen AS q {page}) "
        f'SELECT {source.columns(query, where)}, q."tail" AS "_tail" FROM page AS q '
        f'JOIN {source.table} AS r ON r.{_place(where)} = q."row" {source.joins(query, where)} {_order(sort)}'
    )


def _place(where: Conditions) -> str:
    """What finds a row again. DuckDB reads a row by its place three times as fast as by any column."""
    return '"n"' if where.spatial else "rowid"


def _chosen(table: str, sort: Sort, where: Conditions) -> str:
    """What a page needs of the rows `r` of a table, or of a query in brackets."""
    return f'SELECT r.{_place(where)} AS "row", r."{sort.by}" AS "by", r."{sort.tail}" AS "tail", r."number" FROM {table} AS r'


def _walks(layer: Layer, sort: Sort, query: Query, where: Conditions) -> bool:
    """Whether the first rows in the page's order are looked at before all that are met are gathered.

    In PostgreSQL, for boxes, and for estimates that are met by their incident: where many rows are met, the first hundred are near, and
    gathering all of them would take longest.
    """
    in_order = sort.by == ("subject" if layer == "figures" else "start") and not sort.down
    if not where.spatial or not in_order or query.limit <= 0 or query.after or query.incidents or query.reports:
        return False
    if layer == "figures":
        return by_incident(query)
    looked_up = (query.start, query.end, query.effects, query.sides, query.min_sources > 0)  # in other tables, or by an index in this order
    return query.bbox is not None and not any(looked_up)


def _near(layer: Layer, sort: Sort, query: Query, where: Conditions) -> str:
    """Of the first rows in the page's order those that are met, as `near`: of estimates, the first whose incident is known now.

    Of estimates a fourth is looked at before, and where that has not its share of the page, at no more: what is rare is gathered at once.
    """
    if layer != "figures":
        return _walked("near", SOURCES[layer].table, "", SOURCES[layer].filters(query, where), _WALKED, sort, query, where)
    kind, met = f'r."granularity" = {where.bind(query.granularity)}', estimate_filters(query, where, alone=True)
    walked = _WALKED * (2 if query.as_of else 1)  # of those that were not known then no incident is looked up
    its, enough = looked_up(query, where), f"(SELECT count(*) >= {int(query.limit) // _PART} FROM part)"
    ways = (("part", f"WHERE {kind}", walked // _PART), ("near", f"WHERE {kind} AND {enough}", walked))
    return "".join(
        _walked(name, f"(SELECT * FROM {SOURCES[layer].table} AS r {which})", its, met, rows, sort, query, where)
        for name, which, rows in ways
    )


def _walked(name: str, table: str, its: str, met: str, most: int, sort: Sort, query: Query, where: Conditions) -> str:
    order = f'ORDER BY r."{sort.by}" ASC NULLS LAST, r."{sort.tail}" ASC'
    first = f"(SELECT * FROM {table} AS r {order} LIMIT {most})"
    return f"{name} AS MATERIALIZED ({_chosen(first, sort, where)} {its} WHERE {met} {order} LIMIT {int(query.limit) + 1}), "


def _order(sort: Sort) -> str:
    return f'ORDER BY q."by" {"DESC" if sort.down else "ASC"} NULLS LAST, q."tail" ASC'


def _page(sort: Sort, query: Query, where: Conditions) -> str:
    """The rows behind the cursor, one more than asked for: it tells whether there is a next page."""
    behind = f"WHERE {_behind(sort, query.after, where)} " if query.after else ""
    return f"{behind}{_order(sort)} LIMIT {int(query.limit) + 1}" if query.limit > 0 else behind


def _behind(sort: Sort, after: str, where: Conditions) -> str:
    value, last = opened(sort, after)
    if value is None:
        return f'q."by" IS NULL AND q."tail" > {where.bind(last)}'
    mark, beyond = where.bind(value), "<" if sort.down else ">"
    return f'q."by" {beyond} {mark} OR q."by" IS NULL OR (q."by" = {mark} AND q."tail" > {where.bind(last)})'


def cursor(sort: Sort, value: Any, tail: Any) -> str:
    """The opaque place behind the row with this value and tail."""
    held = [value.isoformat() if isinstance(value, date) else value for value in (value, tail)]
    text = json.dumps([sort.by, sort.down, *held])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def opened(sort: Sort, after: str) -> tuple[Any, Any]:
    """Value and tail of a cursor; NotFound where it was not given for this sort."""
    try:
        by, down, value, tail = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        held = [_valued(value, by), _valued(tail, sort.tail)]
    except (ValueError, TypeError, RecursionError):
        raise NotFound(path="cursor", why=f"{after[:40]!r} is no cursor that a page gave") from None
    if (by, down) != (sort.by, sort.down):
        raise NotFound(path="cursor", why="the cursor was given for another order; ask for the first page again")
    return held[0], held[1]


_DATES: Final = {"start", "end", "known", "known_from", "day"}


def _valued(value: Any, name: str) -> Any:
    return date.fromisoformat(value) if name in _DATES and value is not None else value


def quoted(alias: str, listed: Sequence[Column]) -> str:
    """The columns of a table by its alias."""
    return ", ".join(f'{alias}."{c.name}"' for c in listed)


def tied(layer: str, query: Query, where: Conditions, page: str = "") -> str:
    """The incident of a row `r`, if any, as `t`. `page`: the few rows it is looked up for, so that DuckDB passes over all other ties."""
    ties = f'SELECT * FROM tie WHERE "item" IN (SELECT "number" FROM {page})' if page and not where.spatial else "SELECT * FROM tie"
    kind = f't."layer" = \'{layer}\' AND t."granularity" = {where.bind(query.granularity)}'
    return f'LEFT JOIN ({ties}) AS t ON t."item" = r."number" AND {kind}'


def revised(query: Query, where: Conditions) -> str:
    """Whether the report of a row `r` had a newer version."""
    by_then = f' AND "known" <= {where.bind(query.as_of)}' if query.as_of else ""
    return f'r."report" IN (SELECT "revision_of" FROM filing WHERE "revision_of" IS NOT NULL{by_then}) AS "revised"'


def _incident_columns(query: Query, where: Conditions) -> str:
    return quoted("r", columns(Incident))


def _event_columns(query: Query, where: Conditions) -> str:
    return f'{quoted("r", columns(Telling))}, t."incident", {revised(query, where)}'


def _claim_columns(query: Query, where: Conditions) -> str:
    return f'{quoted("r", columns(Claim))}, t."incident", o."group", f."title", f."url", {revised(query, where)}'


def _figure_columns(query: Query, where: Conditions) -> str:
    return quoted("r", columns(Estimate))


def _no_joins(query: Query, where: Conditions) -> str:
    return ""


def _event_joins(query: Query, where: Conditions) -> str:
    return tied("events", query, where, _few(query))


def _claim_joins(query: Query, where: Conditions) -> str:
    # An item's number begins with its report's seq.
    here = 'WHERE "seq" IN (SELECT "number" >> 39 FROM page)' if _few(query) and not where.spatial else ""
    filed, copied = (f"(SELECT * FROM {table} {here})" for table in ("filing", "origin"))
    of_report = f'LEFT JOIN {filed} AS f ON f."seq" = r."seq" LEFT JOIN {copied} AS o ON o."seq" = r."seq"'
    return f"{tied('figures', query, where, _few(query))} {of_report}"


def _few(query: Query) -> str:
    """The page, where it holds few of all rows; "" where it may hold all."""
    return "page" if query.limit or query.incidents or query.reports else ""


Part = Callable[[Query, Conditions], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The table of a layer as `r`: what its rows must meet, the columns of the answer, the tables joined for them."""

    table: str
    filters: Part
    columns: Part
    joins: Part = _no_joins


SOURCES: Final[Mapping[str, Source]] = {
    "incidents": Source(table="incident", filters=incident_filters, columns=_incident_columns),
    "events": Source(table="telling", filters=event_filters, columns=_event_columns, joins=_event_joins),
    "claims": Source(table="claim", filters=claim_filters, columns=_claim_columns, joins=_claim_joins),
    "figures": Source(table="estimate", filters=estimate_filters, columns=_figure_columns),
}


def summed(layer: Layer, inner: str, sort: Sort, query: Query, where: Conditions) -> str:
    """The page of what was summed up."""
    named = ", ".join(f'q."{column.name}"' for column in ANSWERS[layer])
    everything = f'SELECT *, "{sort.by}" AS "by", "{sort.tail}" AS "tail" FROM ({inner}) AS found'
    return f'SELECT {named}, q."tail" AS "_tail" FROM ({everything}) AS q {_page(sort, query, where) or _order(sort)}'


def actors(layer: Layer, query: Query, sort: Sort, where: Conditions) -> str:
    """Codes with the events and incidents they stand in; a name where a country, body or group of that code was named."""
    roles = {"as_actor": "actors", "as_recipient": "recipients", "as_claimant": "claimants"}
    parts = " UNION ALL ".join(
        f'SELECT "n", "incident", unnest("{column}") AS "code", ' + ", ".join(f'{int(role == r)} AS "{r}"' for r in roles) + " FROM chosen"
        for role, column in roles.items()
    )
    sums = ", ".join(f'sum("{role}")::bigint AS "{role}"' for role in roles)
    chosen = (
        'SELECT r."n", r."actors", r."recipients", r."claimants", t."incident" FROM telling AS r '
        f"{tied('events', query, where)} WHERE {event_filters(query, where)}"
    )
    inner = (
        f"WITH chosen AS ({chosen}), part AS ({parts}), "
        'spelled AS (SELECT "code", "name", row_number() OVER (PARTITION BY "code" '
        'ORDER BY CASE WHEN "kind" = \'country\' THEN 0 ELSE 1 END, count(*) DESC, "name") AS place FROM named '
        'GROUP BY "code", "kind", "name") '
        'SELECT p."code", min(b."name") AS "name", count(DISTINCT p."incident") AS "incidents", count(DISTINCT p."n") AS "events", '
        f'{sums} FROM part AS p LEFT JOIN spelled AS b ON b."code" = p."code" AND b.place = 1 GROUP BY p."code"'
    )
    return summed(layer, inner, sort, query, where)


def timeline(layer: Layer, query: Query, sort: Sort, where: Conditions) -> str:
    """One row for each day on which an incident or an event began; deaths are those of its incidents, sums among them left out."""
    deaths = ", ".join(f'sum("deaths_{bound}")::bigint AS "deaths_{bound}"' for bound in ("low", "best", "high"))
    counted = [("d", "incidents"), *(("t", name) for name in ("events", "reports", "sources"))]
    inner = (
        f'WITH days AS (SELECT "start" AS "day", count(*) AS "incidents", {deaths} FROM incident AS r '
        f'WHERE {incident_filters(query, where)} AND "start" IS NOT NULL AND NOT "summary" GROUP BY "start"), '
        'told AS (SELECT r."start" AS "day", count(*) AS "events", count(DISTINCT r."report") AS "reports", '
        'count(DISTINCT coalesce(o."group", r."report")) AS "sources" FROM telling AS r '
        'LEFT JOIN origin AS o ON o."seq" = r."seq" '
        f'WHERE {event_filters(query, where)} AND r."start" IS NOT NULL GROUP BY r."start") '
        'SELECT coalesce(d."day", t."day") AS "day", '
        + ", ".join(f'coalesce({alias}."{name}", 0) AS "{name}"' for alias, name in counted)
        + ', d."deaths_low", d."deaths_best", d."deaths_high" FROM days AS d FULL JOIN told AS t ON t."day" = d."day"'
    )
    return summed(layer, inner, sort, query, where)
