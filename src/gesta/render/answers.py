"""What a store answers, as tables to read: a few telling columns of each layer. Everything is in the other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from gesta.model import Layer
from gesta.render.fitted import Column, fitted
from gesta.render.ink import paint
from gesta.render.phrases import EFFECTS, SIGNS, plainly

Row = Mapping[str, Any]
SHORT_ID: Final = 8
SHORT_KEY: Final = 4
BAR: Final = 20


def listing(layer: Layer, rows: Sequence[Row], *, width: int | None, colour: bool) -> str:
    """The rows of a layer with a head, fitted to `width` columns (None: as wide as they are); "" for none."""
    if not rows:
        return ""
    heads, cells = TABLES[layer]
    most = max((row.get("incidents") or 0 for row in rows), default=0)
    return paint(fitted(heads, (cells({**row, "_most": most}) for row in rows), width), colour)


def short(name: str | None) -> str:
    """The beginning of an id, as much as commands need."""
    return (name or "")[:SHORT_ID]


def days(start: date | None, end: date | None) -> str:
    """`2022-09-13`, `2022-09-13…15`, `2022-09-28…10-02`."""
    first, last = start or end, end or start
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        return f"{first}…{last}"
    return f"{first}…{last:%d}" if first.month == last.month else f"{first}…{last:%m-%d}"


def kind(row: Row) -> str:
    """Type and mode."""
    return f"{row['type']}/{row['mode']}" if row["mode"] else str(row["type"])


def between(a: Iterable[str], b: Iterable[str], *, directed: bool) -> str:
    """`AZE → ARM`, `ARM – AZE`, with ? for a side that nobody names."""
    one, other = "+".join(a), "+".join(b)
    if directed:
        return f"{one or '?'} → {other or '?'}"
    return " – ".join(filter(None, (one, other)))


def span(low: int | None, best: int | None, high: int | None) -> str:
    """`80`, `80 (to 430)`, `71–80–430`; "" where nothing is known."""
    if best is None:
        return "" if high is None else f"up to {high:,}"
    if low in (None, best) and high in (None, best):
        return f"{best:,}"
    return f"{best:,} ({low if low is not None else 0:,}–{high if high is not None else best:,})"


def many(row: Row) -> str:
    """How many, with its sign: `≥ 135`, `20–30`, `dozens` as its least."""
    low, best, high, qualifier = row["low"], row["best"], row["high"], row["qualifier"]
    if qualifier == "some":
        return "some"
    if best is None:
        return f"{low or 0:,}–{high:,}" if high is not None else f"≥ {low or 0:,}"
    return f"{SIGNS.get(qualifier, '')} {best:,}".strip()


def people(row: Row) -> str:
    """`ARM military`, `ARM.CVL`; "all or not said" where no side is named."""
    told = (row["side"] or "").endswith(".CVL") or row["who"] in ("unknown", "all")
    who = "" if told else row["who"]
    return " ".join(filter(None, (row["side"], who))) or ("all" if row["who"] == "all" else "not said")


def effect(row: Row) -> str:
    """`killed`, `killed or missing`."""
    return EFFECTS.get(row["effect"], plainly(row["effect"]))


def claimant(row: Row) -> str:
    """Who says it; the outlet's own word in parentheses."""
    said = "+".join(row["claimants"]) or "not named"
    return f"({said})" if row["own_voice"] else said


def marks(row: Row) -> str:
    """What a reader must know of an incident beside its columns."""
    found = [
        "denied" if row["denied_by"] else "contested" if row["contested"] else "",
        {"actual": "", "negated": "a denial"}.get(row["factuality"], row["factuality"]),
        "background" if row["background"] else "",
        "sum" if row["summary"] else "",
    ]
    return ", ".join(filter(None, found))


def incident(row: Row) -> Sequence[str]:
    """The cells of an incident."""
    return (
        short(row["id"]),
        days(row["start"], row["end"]),
        kind(row),
        between(row["sides_a"], row["sides_b"], directed=row["directed"]),
        row["place"] or "",
        span(row["deaths_low"], row["deaths_best"], row["deaths_high"]),
        str(row["reports"]),
        str(row["sources"]),
        marks(row),
    )


def event(row: Row) -> Sequence[str]:
    """The cells of an event of one report."""
    directed = bool(row["recipients"])
    return (
        days(row["start"], row["end"]),
        kind(row),
        between(row["actors"], row["recipients"], directed=directed),
        ", ".join(row["places"]),
        claimant(row),
        row["outlet"] or "",
        short(row["incident"]),
        f"“{row['evidence']}”",
    )


def claim(row: Row) -> Sequence[str]:
    """The cells of a figure of one report."""
    return (
        row["known"].isoformat(),
        claimant(row),
        effect(row),
        many(row),
        people(row),
        row["outlet"] or "",
        short(row["incident"]),
        f"{row['report'][:SHORT_ID]}:{row['key'][:SHORT_KEY]}",
        f"“{row['evidence']}”",
    )


def figure(row: Row) -> Sequence[str]:
    """The cells of an estimate."""
    numbers = ("" if row[bound] is None else f"{row[bound]:,}" for bound in ("low", "best", "high"))
    return short(row["subject"]), row["rule"], effect(row), people(row), *numbers, row["reason"]


def actor(row: Row) -> Sequence[str]:
    """The cells of an actor."""
    counts = (str(row[name]) for name in ("incidents", "events", "as_actor", "as_recipient", "as_claimant"))
    return row["code"] or "", row["name"] or "", *counts


def day(row: Row) -> Sequence[str]:
    """The cells of a day, with a bar of its incidents."""
    counts = (str(row[name]) for name in ("incidents", "events", "reports", "sources"))
    deaths = span(row["deaths_low"], row["deaths_best"], row["deaths_high"])
    bar = "▇" * max(1 if row["incidents"] else 0, round(BAR * (row["incidents"] or 0) / (row["_most"] or 1)))
    return row["day"].isoformat(), *counts, deaths, bar or " "


ID: Final = Column("id", style="event", give=0)
TABLES: Final[Mapping[Layer, tuple[Sequence[Column], Callable[[Row], Sequence[str]]]]] = {
    "incidents": (
        (
            ID,
            Column("when", give=0),
            Column("what"),
            Column("who"),
            Column("where"),
            Column("deaths", right=True, style="figure", give=0),
            Column("rep.", right=True, give=0),
            Column("src.", right=True, give=0),
            Column("marks", style="warn"),
        ),
        incident,
    ),
    "events": (
        (
            Column("when", give=0),
            Column("what"),
            Column("who"),
            Column("where"),
            Column("said by"),
            Column("outlet"),
            Column("incident", style="event", give=0),
        ),
        event,
    ),
    "claims": (
        (
            Column("known", give=0),
            Column("said by"),
            Column("effect", give=0),
            Column("many", right=True, style="figure", give=0),
            Column("of whom"),
            Column("outlet"),
            Column("incident", style="event", give=0),
            Column("ref", style="dim", give=0),
        ),
        claim,
    ),
    "figures": (
        (
            Column("incident", style="event", give=0),
            Column("rule", give=0),
            Column("effect", give=0),
            Column("of whom", give=0),
            Column("low", right=True, give=0),
            Column("best", right=True, style="figure", give=0),
            Column("high", right=True, give=0),
        ),
        figure,
    ),
    "actors": (
        (
            Column("code", style="event", give=0),
            Column("name"),
            Column("incidents", right=True, give=0),
            Column("events", right=True, give=0),
            Column("acts", right=True, give=0),
            Column("suffers", right=True, give=0),
            Column("speaks", right=True, give=0),
        ),
        actor,
    ),
    "timeline": (
        (
            Column("day", give=0),
            Column("incidents", right=True, give=0),
            Column("events", right=True, give=0),
            Column("reports", right=True, give=0),
            Column("sources", right=True, give=0),
            Column("deaths", right=True, style="figure", give=0),
            Column("", style="event", give=2),
        ),
        day,
    ),
}
