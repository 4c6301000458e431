"""A `Query` as one SQL statement that DuckDB and PostgreSQL both understand, and its answer as an Arrow table."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from gesta.errors import StoreError
from gesta.model.incident import Estimate, Incident
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Telling
from gesta.store.conditions import Conditions, claim_filters, estimate_filters, event_filters, incident_filters
from gesta.store.schema import Column, columns

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
    """The statement that answers a query. StoreError for an unknown sort, a cursor of another query, or a box that is none."""
    if layer not in ANSWERS:
        raise StoreError(why=f"there is no layer {layer!r}; there are {', '.join(ANSWERS)}")
    sort, where = sort_of(layer, query.sort), Conditions(spatial=spatial)
    inner = _LAYERS[layer](query, where)
    page = _page(sort, query.after, where)
    way = "DESC" if sort.down else "ASC"
    names = ", ".join(f'q."{c.name}"' for c in ANSWERS[layer])
    # One row more than asked for tells whether there is a next page.
    limit = f" LIMIT {int(query.limit) + 1}" if query.limit > 0 else ""
    order = f'ORDER BY q."{sort.by}" {way} NULLS LAST, q."{sort.tail}" ASC'
    sql = f'SELECT {names}, q."{sort.tail}" AS "_tail" FROM ({inner}) AS q {page} {order}{limit}'
    return Question(sql=sql, values=where.values, sort=sort, limit=query.limit)


def _page(sort: Sort, after: str, where: Conditions) -> str:
    """The condition for the rows behind the cursor."""
    if not after:
        return ""
    by, tail = f'q."{sort.by}"', f'q."{sort.tail}"'
    value, last = opened(sort, after)
    if value is None:
        return f"WHERE {by} IS NULL AND {tail} > {where.bind(last)}"
    mark, beyond = where.bind(value), "<" if sort.down else ">"
    return f"WHERE {by} {beyond} {mark} OR {by} IS NULL OR ({by} = {mark} AND {tail} > {where.bind(last)})"


def cursor(sort: Sort, value: Any, tail: Any) -> str:
    """The opaque place behind the row with this value and tail."""
    held = [value.isoformat() if isinstance(value, date) else value for value in (value, tail)]
    text = json.dumps([sort.by, sort.down, *held])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def opened(sort: Sort, after: str) -> tuple[Any, Any]:
    """Value and tail of a cursor; StoreError where it was not given for this sort."""
    try:
        by, down, value, tail = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        held = [_valued(value, by), _valued(tail, sort.tail)]
    except (ValueError, TypeError):
        raise StoreError(why=f"{after[:40]!r} is no cursor that a page gave") from None
    if (by, down) != (sort.by, sort.down):
        raise StoreError(why="the cursor was given for another order; ask for the first page again")
    return held[0], held[1]


_DATES: Final = {"start", "end", "known", "known_from", "day"}


def _valued(value: Any, name: str) -> Any:
    return date.fromisoformat(value) if name in _DATES and value is not None else value


def quoted(alias: str, listed: Sequence[Column]) -> str:
    """The columns of a table by its alias."""
    return ", ".join(f'{alias}."{c.name}"' for c in listed)


def incidents(query: Query, where: Conditions) -> str:
    """Incidents of the granularity, in the state of knowledge asked for."""
    return f"SELECT {quoted('i', columns(Incident))} FROM incident AS i WHERE {incident_filters(query, where)}"


def events(query: Query, where: Conditions) -> str:
    """Events with the incident they are tied to."""
    return (
        f'SELECT e."n", {quoted("e", columns(Telling))}, t."incident", {_revised(query, where)} FROM telling AS e '
        f"{_tied('e', 'events', query, where)} WHERE {event_filters(query, where)}"
    )


def claims(query: Query, where: Conditions) -> str:
    """Figures with the incident they are tied to, and the report they stand in."""
    return (
        f'SELECT e."n", {quoted("e", columns(Claim))}, t."incident", o."group", f."title", f."url", {_revised(query, where)} '
        f"FROM claim AS e {_tied('e', 'figures', query, where)} "
        'LEFT JOIN origin AS o ON o."report" = e."report" LEFT JOIN filing AS f ON f."id" = e."report" '
        f"WHERE {claim_filters(query, where)}"
    )


def figures(query: Query, where: Conditions) -> str:
    """Estimates of the incidents that pass the filters."""
    return f'SELECT x."n", {quoted("x", columns(Estimate))} FROM estimate AS x WHERE {estimate_filters(query, where)}'


def _tied(alias: str, layer: str, query: Query, where: Conditions) -> str:
    return (
        f'LEFT JOIN tie AS t ON t."report" = {alias}."report" AND t."key" = {alias}."key" AND t."layer" = \'{layer}\' '
        f'AND t."granularity" = {where.bind(query.granularity)}'
    )


def _revised(query: Query, where: Conditions) -> str:
    by_then = f' AND "known" <= {where.bind(query.as_of)}' if query.as_of else ""
    return f'e."report" IN (SELECT "revision_of" FROM filing WHERE "revision_of" IS NOT NULL{by_then}) AS "revised"'


def actors(query: Query, where: Conditions) -> str:
    """Codes with the events and incidents they stand in; a name where a country, body or group of that code was named."""
    roles = {"as_actor": "actors", "as_recipient": "recipients", "as_claimant": "claimants"}
    parts = " UNION ALL ".join(
        f'SELECT "n", "incident", unnest("{column}") AS "code", ' + ", ".join(f'{int(role == r)} AS "{r}"' for r in roles) + " FROM chosen"
        for role, column in roles.items()
    )
    sums = ", ".join(f'sum("{role}")::bigint AS "{role}"' for role in roles)
    return (
        f"WITH chosen AS ({events(query, where)}), part AS ({parts}), "
        'named_best AS (SELECT "code", min("name") AS "name" FROM (SELECT "code", "name", row_number() OVER (PARTITION BY "code" '
        'ORDER BY CASE WHEN "kind" = \'country\' THEN 0 ELSE 1 END, count(*) DESC, "name") AS place FROM named '
        'GROUP BY "code", "kind", "name") AS ranked WHERE place = 1 GROUP BY "code") '
        'SELECT p."code", min(b."name") AS "name", count(DISTINCT p."incident") AS "incidents", count(DISTINCT p."n") AS "events", '
        f'{sums} FROM part AS p LEFT JOIN named_best AS b ON b."code" = p."code" GROUP BY p."code"'
    )


def timeline(query: Query, where: Conditions) -> str:
    """One row for each day on which an incident or an event began."""
    deaths = ", ".join(f'sum("deaths_{bound}")::bigint AS "deaths_{bound}"' for bound in ("low", "best", "high"))
    return (
        f'WITH days AS (SELECT "start" AS "day", count(*) AS "incidents", {deaths} FROM ({incidents(query, where)}) AS found '
        'WHERE "start" IS NOT NULL AND NOT "summary" GROUP BY "start"), '
        'told AS (SELECT e."start" AS "day", count(*) AS "events", count(DISTINCT e."report") AS "reports", '
        f'count(DISTINCT coalesce(o."group", e."report")) AS "sources" FROM ({events(query, where)}) AS e '
        'LEFT JOIN origin AS o ON o."report" = e."report" WHERE e."start" IS NOT NULL GROUP BY e."start") '
        'SELECT coalesce(d."day", t."day") AS "day", '
        + ", ".join(f'coalesce({a}."{name}", 0) AS "{name}"' for a, name in (("d", "incidents"), *(("t", n) for n in _DAYS[1:4])))
        + ', d."deaths_low", d."deaths_best", d."deaths_high" FROM days AS d FULL JOIN told AS t ON t."day" = d."day"'
    )


_LAYERS: Final[Mapping[Layer, Callable[[Query, Conditions], str]]] = {
    "incidents": incidents,
    "events": events,
    "claims": claims,
    "figures": figures,
    "actors": actors,
    "timeline": timeline,
}
