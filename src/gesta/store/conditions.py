"""The filters of a `Query` as conditions; every value of the user is a parameter, never a part of the SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gesta.errors import StoreError
from gesta.model.query import BoundingBox, Query
from gesta.store.wording import folded, storable


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


def joined(parts: Sequence[str | None]) -> str:
    """All of them must hold."""
    return " AND ".join(part for part in parts if part) or "TRUE"


def incident_filters(query: Query, where: Conditions) -> str:
    """What an incident `i` must meet."""
    return joined(
        [
            f'i."granularity" = {where.bind(query.granularity)}',
            state("i", query, where),
            None if query.background else 'NOT i."background"',
            *shared("i", query, where),
            among("i", "type", query.types, where),
            among("i", "id", query.incidents, where),
            inside("i", query.bbox, where) if query.bbox else None,
            f'i."sources" >= {where.bind(query.min_sources)}' if query.min_sources > 0 else None,
            costs(query, where),
            f'i."id" IN (SELECT "incident" FROM tie WHERE "report" = ANY({where.bind_all(query.reports)}))' if query.reports else None,
        ]
    )


def event_filters(query: Query, where: Conditions) -> str:
    """What an event `e`, tied by `t`, must meet."""
    suffered = joined([among("c", "effect", query.effects, where), among("c", "side", query.sides, where)])
    return joined(
        [
            *spoken(query, where),
            among("e", "type", query.types, where),
            f'EXISTS (SELECT 1 FROM claim AS c WHERE c."report" = e."report" AND c."event" = e."key" AND {suffered})'
            if query.effects or query.sides
            else None,
        ]
    )


def claim_filters(query: Query, where: Conditions) -> str:
    """What a figure `e`, tied by `t`, must meet."""
    return joined(
        [
            *spoken(query, where),
            among("e", "type", query.types, where),
            among("e", "effect", query.effects, where),
            among("e", "side", query.sides, where),
        ]
    )


def estimate_filters(query: Query, where: Conditions) -> str:
    """What an estimate `x` must meet: its own columns, and its incident's."""
    return joined(
        [
            state("x", query, where),
            f'x."rule" = {where.bind(query.rule)}' if query.rule else None,
            among("x", "effect", query.effects, where),
            among("x", "side", query.sides, where),
            f'x."subject" IN (SELECT i."id" FROM incident AS i WHERE {incident_filters(query, where)})',
        ]
    )


def spoken(query: Query, where: Conditions) -> list[str | None]:
    """What events and figures must meet alike."""
    return [
        f'e."known" <= {where.bind(query.as_of)}' if query.as_of else None,
        None if query.background else "e.\"era\" <> 'background'",
        *shared("e", query, where),
        among("e", "report", query.reports, where),
        among("t", "incident", query.incidents, where),
        inside("e", query.bbox, where) if query.bbox else None,
        sourced(query, where) if query.min_sources > 0 else None,
    ]


def shared(alias: str, query: Query, where: Conditions) -> list[str | None]:
    """What incidents, events and figures must meet alike: time, actors, claimants, places, countries."""
    return [
        f'coalesce({alias}."end", {alias}."start") >= {where.bind(query.start)}' if query.start else None,
        f'{alias}."start" <= {where.bind(query.end)}' if query.end else None,
        _any(alias, "actor_keys", query.actors, where),
        _any(alias, "claimant_keys", query.claimants, where),
        _any(alias, "place_keys", [folded(place) for place in query.places], where),
        _any(alias, "countries", query.countries, where),
    ]


def state(alias: str, query: Query, where: Conditions) -> str:
    """The version of a row that held at the end of the day asked for."""
    if query.as_of is None:
        return f'{alias}."known_to" IS NULL'
    day = where.bind(query.as_of)
    return f'{alias}."known_from" <= {day} AND ({alias}."known_to" IS NULL OR {alias}."known_to" > {day})'


def among(alias: str, column: str, values: Sequence[str], where: Conditions) -> str | None:
    """The column has one of the values."""
    return f'{alias}."{column}" = ANY({where.bind_all(values)})' if values else None


def _any(alias: str, column: str, values: Sequence[str], where: Conditions) -> str | None:
    return f'{alias}."{column}" && {where.bind_all(values)}' if values else None


def costs(query: Query, where: Conditions) -> str | None:
    """The incident has an estimate of one of these effects for one of these sides."""
    if not (query.effects or query.sides):
        return None
    wanted = joined([state("x", query, where), among("x", "effect", query.effects, where), among("x", "side", query.sides, where)])
    return f'i."id" IN (SELECT x."subject" FROM estimate AS x WHERE {wanted})'


def sourced(query: Query, where: Conditions) -> str:
    """The incident that the row is tied to has as many independent sources."""
    return (
        f'EXISTS (SELECT 1 FROM incident AS s WHERE s."id" = t."incident" AND s."granularity" = t."granularity" '
        f'AND {state("s", query, where)} AND s."sources" >= {where.bind(query.min_sources)})'
    )


def inside(alias: str, box: BoundingBox, where: Conditions) -> str:
    """A point of the row lies in the box, or on its edge; StoreError for a box that is none."""
    if not (-90 <= box.south <= box.north <= 90 and all(-180 <= x <= 180 for x in (box.west, box.east))):
        raise StoreError(why=f"a box is west,south,east,north in degrees, not {','.join(f'{x:g}' for x in box)}")
    if where.spatial:
        parts = [box] if box.west <= box.east else [box._replace(east=180.0), box._replace(west=-180.0)]
        corners = [", ".join(f"{where.bind(x)}::float8" for x in part) for part in parts]
        return "(" + " OR ".join(f'ST_Intersects({alias}."points", ST_MakeEnvelope({c}, 4326))' for c in corners) + ")"
    if alias == "i":
        return _within('i."lat"', 'i."lon"', box, where)
    points = f'SELECT unnest({alias}."lats") AS "lat", unnest({alias}."lons") AS "lon"'
    within = _within('p."lat"', 'p."lon"', box, where)
    return f"EXISTS (SELECT 1 FROM ({points}) AS p WHERE {within})"


def _within(lat: str, lon: str, box: BoundingBox, where: Conditions) -> str:
    west, east = f"{lon} >= {where.bind(box.west)}", f"{lon} <= {where.bind(box.east)}"
    across = f"({west} AND {east})" if box.west <= box.east else f"({west} OR {east})"
    return f"{lat} BETWEEN {where.bind(box.south)} AND {where.bind(box.north)} AND {across}"
