"""The filters of a `Query` as conditions; every value of the user is a parameter, never a part of the SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal

from gesta.errors import StoreError
from gesta.model.query import BoundingBox, Query
from gesta.store.schema import JOINED, SOURCES
from gesta.store.wording import SEPARATOR, folded, numbers, storable

LONG: Final = 31  # days: rows that last longer, or have no beginning, have an index of their own in PostgreSQL
LASTS: Final = f'coalesce({{0}}"end" - {{0}}"start" > {LONG}, {{0}}"end" IS NOT NULL)'


# How PostgreSQL finds a box: exactly and by its index; nearly by its index and then by plain numbers, which takes it less, but it then
# no longer shares the work out; or by plain numbers alone.
Box = Literal["exact", "near", "unindexed"]


class Conditions:
    """The values of a statement, in the order of `$1`, `$2` and so on."""

    def __init__(self, *, spatial: bool) -> None:
        """No value yet. `spatial`: tables have a column `points` of PostGIS."""
        self.values: list[Any] = []
        self.spatial = spatial

    def bind(self, value: Any) -> str:
        """The mark that stands for the value."""
        self.values.append(storable(value) if isinstance(value, str) else value)
        return f"${len(self.values)}"

    def bind_all(self, values: Sequence[str]) -> str:
        """The mark of an array of text."""
        self.values.append([storable(value) for value in values])
        return f"${len(self.values)}::text[]"

    def bind_between(self, value: str) -> str:
        """The mark of the value between two separators, as it stands among joined keys."""
        self.values.append(f"{SEPARATOR}{storable(value)}{SEPARATOR}")
        return f"${len(self.values)}"

    def bind_named(self, ids: Sequence[str]) -> str:
        """The mark of an array of the numbers that stand for these ids."""
        self.values.append(numbers(ids))
        return f"${len(self.values)}::bigint[]"


def joined(parts: Sequence[str | None]) -> str:
    """All of them must hold."""
    return " AND ".join(part for part in parts if part) or "TRUE"


def incident_filters(query: Query, where: Conditions, *, box: Box = "exact") -> str:
    """What an incident `r` must meet."""
    return joined(
        [
            f'r."granularity" = {where.bind(query.granularity)}',
            state("r", query, where),
            None if query.background else 'NOT r."background"',
            *shared(query, where),
            among("r", "type", query.types, where),
            named("r", query.incidents, where),
            inside(query.bbox, where, lists=False, box=box) if query.bbox else None,
            f'r."sources" >= {where.bind(query.min_sources)}' if query.min_sources > 0 else None,
            costs(query, where),
            told_in(query.reports, where) if query.reports else None,
        ]
    )


def event_filters(query: Query, where: Conditions) -> str:
    """What an event `r` must meet."""
    suffered = joined([among("c", "effect", query.effects, where), among("c", "side", query.sides, where)])
    return joined(
        [
            *spoken("events", query, where),
            f'r."number" IN (SELECT c."event_number" FROM claim AS c WHERE {suffered})' if query.effects or query.sides else None,
        ]
    )


def claim_filters(query: Query, where: Conditions) -> str:
    """What a figure `r` must meet."""
    return joined(
        [
            *spoken("figures", query, where),
            among("r", "effect", query.effects, where),
            among("r", "side", query.sides, where),
        ]
    )


def estimate_filters(query: Query, where: Conditions, *, alone: bool = False) -> str:
    """What an estimate `r` must meet: its own columns, and its incident's; `alone`: without what stands in the rows of its incident."""
    looked_up = not alone and (query.incidents or query.reports or by_incident(query))
    # The inner `r` of the incident stands nearer than the outer one of the estimate.
    return joined(
        [
            *(of_now(query, where) if query.as_of is None else ()),
            state("r", query, where),
            f'r."rule" = {where.bind(query.rule)}' if query.rule else None,
            among("r", "effect", query.effects, where),
            among("r", "side", query.sides, where),
            of_incidents(query, where) if looked_up else None,
            of_then(query, where) if query.as_of and not looked_up and not alone else None,
        ]
    )


def by_incident(query: Query) -> bool:
    """Whether an estimate is met by what stands in the rows of its incident alone."""
    return any((query.start, query.end, query.actors, query.claimants, query.places, query.countries, query.types, query.bbox))


def of_incidents(query: Query, where: Conditions) -> str:
    """An estimate `r` is of an incident that meets the filters."""
    met = incident_filters(query, where, box="near")
    parts = [f'SELECT r."number" FROM incident AS r WHERE {joined([met, part])}' for part in apart("incidents", query, where)]
    found = " UNION ALL ".join(parts)
    # PostgreSQL cannot tell how few incidents went on in a period or lie in a box, and would look up that of each estimate in turn.
    return f'r."number" = ANY(ARRAY({found}))' if where.spatial and by_incident(query) else f'r."number" IN ({found})'


def looked_up(query: Query, where: Conditions) -> str:
    """Joins to estimates `r` in PostgreSQL their incidents that meet the filters: each is looked up in turn, and then remembered."""
    found = f'SELECT r."number" AS "met" FROM incident AS r WHERE {incident_filters(query, where, box="unindexed")}'
    # An incident has an estimate by each rule, side by side. LIMIT, for PostgreSQL remembers what a join found, and of no EXISTS.
    return f'CROSS JOIN LATERAL (SELECT 1 FROM ({found}) AS i WHERE i."met" = r."number" LIMIT 1) AS its'


def of_then(query: Query, where: Conditions) -> str:
    """What an estimate `r` must meet by its incident's state on the day asked for."""
    met = joined(
        [
            f'i."granularity" = {where.bind(query.granularity)}',
            state("i", query, where),
            None if query.background else 'NOT i."background"',
            f'i."sources" >= {where.bind(query.min_sources)}' if query.min_sources > 0 else None,
        ]
    )
    if where.spatial:
        # OFFSET keeps PostgreSQL from gathering all incidents of that day before it looks at the first estimate.
        return f'EXISTS (SELECT 1 FROM incident AS i WHERE i."number" = r."number" AND {met} OFFSET 0)'
    return f'r."number" IN (SELECT i."number" FROM incident AS i WHERE {met})'


def apart(layer: str, query: Query, where: Conditions) -> list[str | None]:
    """Conditions of which each row meets one, and none two, so that an engine need not look at all rows for it.

    PostgreSQL finds those of each by an index in the order of the page. By time: an index knows when a row began. What was going on at the
    beginning of a period began within the month before it, but for the few rows that last longer, which have an index of their own. By day
    of knowledge: estimates whose incident is of the granularity asked for, and those whose incident is no more, which name none.

    DuckDB passes over the parts of a table in which no row ends so late, which it knows of one column alone, not of the later of two.
    """
    if where.spatial and query.start and layer != "figures":
        before = f"{where.bind(query.start)}::date - {LONG}"
        return [f'r."start" >= {before}', f'coalesce(r."start" < {before}, TRUE) AND {LASTS.format("r.")}']
    if where.spatial and query.as_of and layer == "figures":
        return [f'r."granularity" = {where.bind(query.granularity)}', 'r."granularity" IS NULL']
    if not where.spatial and query.start and layer != "figures" and not elsewhere(query):
        mark = where.bind(query.start)
        return [f'r."end" >= {mark}', f'r."end" IS NULL AND r."start" >= {mark}']
    return [None]


def elsewhere(query: Query) -> bool:
    """Whether other tables are looked through for what rows must meet: once is enough."""
    return bool(query.incidents or query.reports or query.effects or query.sides or (query.as_of and query.min_sources > 0))


def of_now(query: Query, where: Conditions) -> list[str | None]:
    """What an estimate `r` must meet by what it has of its incident as it is known now: granularity, background, sources."""
    return [
        f'r."granularity" = {where.bind(query.granularity)}',
        None if query.background else 'NOT r."background"',
        f'r."sources" >= {where.bind(query.min_sources)}' if query.min_sources > 0 else None,
    ]


def spoken(layer: str, query: Query, where: Conditions) -> list[str | None]:
    """What events and figures must meet alike."""
    return [
        f'r."known" <= {where.bind(query.as_of)}' if query.as_of else None,
        None if query.background else "r.\"era\" <> 'background'",
        *shared(query, where),
        among("r", "type", query.types, where),
        f'r."seq" IN ({seqs(query.reports, where)})' if query.reports else None,
        inside(query.bbox, where, lists=True) if query.bbox else None,
        tied_to(layer, named("t", query.incidents, where), query, where) if query.incidents else None,
        sourced(layer, query, where) if query.min_sources > 0 else None,
    ]


def shared(query: Query, where: Conditions) -> list[str | None]:
    """What incidents, events and figures must meet alike: time, actors, claimants, places, countries."""
    return [
        lasting(query.start, where) if query.start else None,
        f'r."start" <= {where.bind(query.end)}' if query.end else None,
        has("actor_keys", query.actors, where),
        has("claimant_keys", query.claimants, where),
        has("place_keys", [folded(place) for place in query.places], where),
        has("countries", query.countries, where),
    ]


def lasting(day: date, where: Conditions) -> str:
    """The row was not over before that day."""
    mark = where.bind(day)
    ends = f'coalesce(r."end", r."start") >= {mark}'
    # For PostgreSQL the same, as what its indexes know.
    return f'{ends} AND (r."start" >= {mark}::date - {LONG} OR {LASTS.format("r.")})' if where.spatial else ends


def state(alias: str, query: Query, where: Conditions) -> str:
    """The version of a row that held at the end of the day asked for."""
    if query.as_of is None:
        return f'{alias}."known_to" IS NULL'
    day = where.bind(query.as_of)
    return f'{alias}."known_from" <= {day} AND ({alias}."known_to" IS NULL OR {alias}."known_to" > {day})'


def among(alias: str, column: str, values: Sequence[str], where: Conditions) -> str | None:
    """The column has one of the values."""
    return f'{alias}."{column}" = ANY({where.bind_all(values)})' if values else None


def named(alias: str, ids: Sequence[str], where: Conditions) -> str | None:
    """The row is, or is tied to, an incident with one of these ids: by their numbers, which are compared ten times as fast."""
    return f'{alias}."number" = ANY({where.bind_named(ids)})' if ids else None


def seqs(reports: Sequence[str], where: Conditions) -> str:
    """The places of reports in the order of filing, by which their rows lie."""
    return f'SELECT f."seq" FROM filing AS f WHERE f."number" = ANY({where.bind_named(reports)})'


def told_in(reports: Sequence[str], where: Conditions) -> str:
    """An event or a figure of one of the reports is tied to the incident."""
    listed = seqs(reports, where)
    items = " UNION ALL ".join(f'SELECT x."number" FROM {table} AS x WHERE x."seq" IN ({listed})' for table in ("telling", "claim"))
    return f'r."number" IN (SELECT t."number" FROM tie AS t WHERE t."item" IN ({items}))'


def has(column: str, values: Sequence[str], where: Conditions) -> str | None:
    """The array has one of the values: by its index in PostgreSQL, in DuckDB by its keys in one text, where it has them so."""
    if not values:
        return None
    if where.spatial:
        return f'r."{column}" && {where.bind_all(values)}'
    return "(" + " OR ".join(_has_one(column, value, where) for value in values) + ")"


def _has_one(column: str, value: str, where: Conditions) -> str:
    if column in JOINED and value:  # nothing stands between two separators where there is no key as well
        return f'contains(r."{JOINED[column]}", {where.bind_between(value)})'
    return f'list_contains(r."{column}", {where.bind(value)})'


def costs(query: Query, where: Conditions) -> str | None:
    """The incident has an estimate of one of these effects for one of these sides."""
    if not (query.effects or query.sides):
        return None
    wanted = joined([state("x", query, where), among("x", "effect", query.effects, where), among("x", "side", query.sides, where)])
    return f'r."number" IN (SELECT x."number" FROM estimate AS x WHERE {wanted})'


def tied_to(layer: str, incident: str | None, query: Query, where: Conditions) -> str:
    """The row is tied to an incident that meets a condition on its tie `t`."""
    kind = f't."layer" = \'{layer}\' AND t."granularity" = {where.bind(query.granularity)}'
    return f'r."number" IN (SELECT t."item" FROM tie AS t WHERE {kind} AND {incident})'


def sourced(layer: str, query: Query, where: Conditions) -> str:
    """The row is tied to an incident of as many independent sources, now or as of a day."""
    if query.as_of is None and not where.spatial:
        return f'r."{SOURCES[query.granularity]}" >= {where.bind(query.min_sources)}'
    if query.as_of is None:
        return tied_to(layer, f't."sources" >= {where.bind(query.min_sources)}', query, where)
    kind = f's."granularity" = {where.bind(query.granularity)} AND {state("s", query, where)}'
    enough = f't."number" IN (SELECT s."number" FROM incident AS s WHERE {kind} AND s."sources" >= {where.bind(query.min_sources)})'
    return tied_to(layer, enough, query, where)


def inside(found: BoundingBox, where: Conditions, *, lists: bool, box: Box = "exact") -> str:
    """A point of the row lies in the box, or on its edge; StoreError for a box that is none.

    By PostGIS, where there is one, and there by `Box`; `lists`: a row may have several points.
    """
    if not (-90 <= found.south <= found.north <= 90 and all(-180 <= x <= 180 for x in (found.west, found.east))):
        raise StoreError(why=f"a box is west,south,east,north in degrees, not {','.join(f'{x:g}' for x in found)}")
    near = ""
    if where.spatial and box != "unindexed":
        parts = [found] if found.west <= found.east else [found._replace(east=180.0), found._replace(west=-180.0)]
        corners = [", ".join(f"{where.bind(x)}::float8" for x in part) for part in parts]
        meets = 'ST_Intersects(r."points", {})' if box == "exact" else 'r."points" && {}'
        near = "(" + " OR ".join(meets.format(f"ST_MakeEnvelope({c}, 4326)") for c in corners) + ")"
        if box == "exact":
            return near
    south, north, west, east = (f"{where.bind(float(x))}::float8" for x in (found.south, found.north, found.west, found.east))
    either = "AND" if found.west <= found.east else "OR"
    if not lists:
        return joined([near, f'r."lat" BETWEEN {south} AND {north} AND (r."lon" >= {west} {either} r."lon" <= {east})'])
    # The bounds of the points first, which are plain numbers; then, of the few rows with several points, the points.
    bounds = f'r."north" >= {south} AND r."south" <= {north} AND (r."east" >= {west} {either} r."west" <= {east})'
    point = f"lambda p: p[1] BETWEEN {south} AND {north} AND (p[2] >= {west} {either} p[2] <= {east})"
    return f'{bounds} AND (len(r."lats") = 1 OR len(list_filter(list_zip(r."lats", r."lons"), {point})) > 0)'
