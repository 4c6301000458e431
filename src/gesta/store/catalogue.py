"""What a store holds as a whole: statements that DuckDB and PostgreSQL both understand, and that read no text of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

Listed = Literal["incidents", "reports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """So many reports of one outlet, first and last known on these days.

    Nobody's copy where `of` is None, else copies that go back to it: the outlet of a filed report, or what the origin says.
    """

    outlet: str
    of: str | None
    reports: int
    first: date
    last: date


def listed(outlet: str, below: int | None, limit: int) -> tuple[str, Sequence[Any]]:
    """The ids of reports, the last filed first: of one outlet, filed before a report, at most so many."""
    met, values = ["TRUE"], list[Any]()
    for condition, value in (('"outlet" = {}', outlet or None), ('"seq" < {}', below)):
        if value is not None:
            values.append(value)
            met.append(condition.format(f"${len(values)}"))
    return f'SELECT "id" FROM filing WHERE {" AND ".join(met)} ORDER BY "seq" DESC LIMIT {int(limit)}', values


# Ids that begin so; an incident has a row for each of its states.
BEGINNING: Final[Mapping[Listed, str]] = {
    "incidents": 'SELECT DISTINCT "id" FROM incident WHERE starts_with("id", $1) ORDER BY 1',
    "reports": 'SELECT "id" FROM filing WHERE starts_with("id", $1) ORDER BY 1',
}
_OUTLET: Final = "coalesce(nullif({0}.\"outlet\", ''), nullif({0}.\"source_id\", ''), 'not named')"
_HEADS: Final = f'SELECT f."seq", f."id", f."known", {_OUTLET.format("f")} AS "outlet" FROM filing AS f'
PRINTED: Final = (
    f'WITH heads AS ({_HEADS}), printed AS (SELECT f."outlet", f."known", CASE WHEN o."kind" = \'original\' THEN NULL '
    'ELSE coalesce(g."outlet", nullif(o."of", \'\'), \'not known\') END AS "whose" '
    'FROM origin AS o JOIN heads AS f ON f."id" = o."report" LEFT JOIN heads AS g ON g."id" = o."of") '
    'SELECT "outlet", "whose", count(*), min("known"), max("known") FROM printed GROUP BY 1, 2 ORDER BY 1, 2'
)
SIZES: Final[Mapping[str, str]] = {"reports": "origin", "judgements": "judgement", "set aside": "failure"}
# Of the names of a code that of a country first, then the commonest.
NAMES: Final = (
    'SELECT "code", "name" FROM (SELECT "code", "name", row_number() OVER (PARTITION BY "code" '
    'ORDER BY CASE WHEN "kind" = \'country\' THEN 0 ELSE 1 END, count(*) DESC, "name") AS place FROM named '
    'GROUP BY "code", "kind", "name") AS spelled WHERE place = 1 ORDER BY 1'
)
