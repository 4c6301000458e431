"""The filters that every question to a store takes, and what they mean as a `Query`."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Final, get_args

import typer

from gesta.codebook.ontology import PLOVER_TYPES
from gesta.errors import GestaError
from gesta.model import BoundingBox, Effect, Granularity, Query
from gesta.pipeline.dossier import code, day

Many = list[str] | None


def several(flag: str, metavar: str, says: str) -> Any:
    """An option that may be given more than once; one of its values is enough."""
    return Annotated[Many, typer.Option(flag, metavar=metavar, help=f"{says} May be repeated.", show_default=False)]


def one(flag: str, metavar: str, says: str) -> Any:
    """An option that stands once."""
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=says, show_default=False)]


#: Name, type and default of each filter, in the order of the help.
FILTERS: Final[dict[str, tuple[Any, Any]]] = {
    "since": (one("--from", "DAY", "Happened on this day or later (2022-09-13)."), None),
    "until": (one("--to", "DAY", "Happened on this day or earlier."), None),
    "as_of": (one("--as-of", "DAY", "What was known at the end of this day."), None),
    "actor": (several("--actor", "CODE", "Who took part: ARM, HAMAS; PSE finds PSE.REB too."), None),
    "claimant": (several("--claimant", "CODE", "Who says so."), None),
    "side": (several("--side", "CODE", "Whose losses."), None),
    "kind": (several("--type", "TYPE", "PLOVER's event type: ASSAULT, CONSULT."), None),
    "effect": (several("--effect", "EFFECT", "killed, wounded, captured, missing, displaced, detained."), None),
    "place": (several("--place", "NAME", "Where, by name; accents and case make no difference."), None),
    "country": (several("--country", "CODE", "In which country, by its ISO 3166-1 alpha-3 code."), None),
    "bbox": (one("--bbox", "W,S,E,N", "Inside a box, in degrees."), None),
    "incident": (several("--incident", "ID", "Of this incident."), None),
    "min_sources": (
        Annotated[int, typer.Option("--min-sources", metavar="N", min=0, help="Told by at least N independent sources.")],
        0,
    ),
    "granularity": (one("--granularity", "SIZE", "incident (as UCDP counts), episode, or conflict-day."), "incident"),
    "background": (Annotated[bool, typer.Option("--background", help="What reports recall too, not their news alone.")], False),
    "limit": (Annotated[int, typer.Option("--limit", metavar="N", min=0, help="No more rows than N; 0 is all.")], 0),
    "sort": (one("--sort", "COLUMN", "By this column; with - before it the largest first."), None),
}


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all filters among its options; its first argument becomes the `Query` that they make."""

    def asked(**options: Any) -> None:
        wanted = {name: options.pop(name) for name in FILTERS}
        command(query_of(**wanted), **options)

    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [inspect.Parameter(name, keyword, annotation=kind, default=default) for name, (kind, default) in FILTERS.items()]
    needed = [p.replace(kind=keyword) for p in own if p.default is inspect.Parameter.empty]
    other = [p.replace(kind=keyword) for p in own if p.default is not inspect.Parameter.empty]
    asked.__signature__ = inspect.Signature([*needed, *shared, *other])  # type: ignore[attr-defined]
    asked.__annotations__ = {p.name: p.annotation for p in (*needed, *shared, *other)}
    asked.__name__, asked.__doc__ = command.__name__, command.__doc__
    return asked


def query_of(**wanted: Any) -> Query:
    """The query; wrong use of a filter ends the command with exit code 2 and says what there is."""
    return Query(
        start=on(wanted["since"], "--from"),
        end=on(wanted["until"], "--to"),
        as_of=on(wanted["as_of"], "--as-of"),
        actors=codes(wanted["actor"]),
        claimants=codes(wanted["claimant"]),
        types=tuple(chosen(value.upper(), tuple(sorted(PLOVER_TYPES)), "--type") for value in wanted["kind"] or ()),
        effects=tuple(chosen(value.lower().replace("-", "_"), get_args(Effect), "--effect") for value in wanted["effect"] or ()),
        sides=codes(wanted["side"]),
        places=tuple(wanted["place"] or ()),
        countries=codes(wanted["country"]),
        bbox=box(wanted["bbox"]) if wanted["bbox"] else None,
        min_sources=wanted["min_sources"],
        incidents=tuple(wanted["incident"] or ()),
        granularity=chosen(wanted["granularity"], get_args(Granularity), "--granularity"),  # type: ignore[arg-type]
        background=wanted["background"],
        sort=wanted["sort"] or "",
        limit=wanted["limit"],
    )


def on(value: str | None, flag: str) -> date | None:
    """The day; wrong use where it is none."""
    try:
        return day(value) if value else None
    except GestaError as error:
        raise typer.BadParameter(str(error), param_hint=flag) from None


def codes(values: Many) -> tuple[str, ...]:
    """Codes as the store has them."""
    return tuple(map(code, values or ()))


def chosen(value: str, known: tuple[str, ...], flag: str) -> str:
    """The value; wrong use where it is none of those known."""
    if value in known:
        return value
    near = get_close_matches(value, known, 1)
    raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}" + (f"; did you mean {near[0]!r}?" if near else ""), param_hint=flag)


def box(text: str) -> BoundingBox:
    """Four numbers between commas, west, south, east, north."""
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no box such as 43.5,38.8,46.7,41.3", param_hint="--bbox") from None
    return BoundingBox(west, south, east, north)
