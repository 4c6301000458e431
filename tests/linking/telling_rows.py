"""Short rows for the tests of linking: a report a letter, a telling a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gesta.linking.link import link
from gesta.model import Anchor, Claim, Derived, Filing, Incident, Judgement, Span, Telling

FIRST = date(2024, 3, 4)
#: Invented towns: name, GeoNames id, latitude, longitude. B lies 4 km from A, C 20 km, D 60 km, Z in another part of the world.
TOWNS = {
    "A": (1, 10.0, 20.0),
    "B": (2, 10.035, 20.0),
    "C": (3, 10.18, 20.0),
    "D": (4, 10.54, 20.0),
    "Z": (9, 50.0, 80.0),
}


def day(number: int | None) -> date | None:
    """Day 1 is the first."""
    return None if number is None else FIRST + timedelta(days=number - 1)


def report(name: str, seq: int = 0, known: int = 1, **more: Any) -> Filing:
    """A filed report; its number is that of its name unless told."""
    defaults: dict[str, Any] = {
        "outlet": f"Outlet {name}",
        "text": f"Text of {name}.",
        "text_sha256": name,
        "url": f"https://{name}.example/",
        "published": (FIRST + timedelta(days=known - 1)).isoformat(),
    }
    return Filing(seq=seq or ord(name[0]), id=name, known=FIRST + timedelta(days=known - 1), **{**defaults, **more})


def spoken(name: str, at: int, on: int | None, to: int | None, places: str, by: str, known: int) -> dict[str, Any]:
    """The columns that tellings and claims share."""
    towns = [TOWNS[p] for p in places]
    return {
        "report": name,
        "key": f"{name}{at}",
        "known": FIRST + timedelta(days=known - 1),
        "outlet": f"Outlet {name}",
        "claimants": (by,) if by else (),
        "claimant_names": (by,) if by else (),
        "via": (),
        "own_voice": not by,
        "stance": "assert" if by else None,
        "start": day(on),
        "end": day(to or on),
        "date_prec": None if on is None else 1,
        "places": tuple(f"Town {p}" for p in places),
        "geonames": tuple(t[0] for t in towns),
        "lats": tuple(t[1] for t in towns),
        "lons": tuple(t[2] for t in towns),
        "countries": ("XXA",) if places else (),
        "admin1": (),
        "where_prec": 1 if places else None,
        "era": "current",
        "evidence": f"words {at} of {name}",
        "evidence_start": at * 100,
        "evidence_end": at * 100 + 80,
        "confidence": 0.8,
    }


def told(
    name: str,
    at: int = 1,
    act: str = "ASSAULT",
    who: str = "XXA>XXB",
    where: str = "",
    on: int | None = None,
    to: int | None = None,
    by: str = "",
    known: int = 1,
    **more: Any,
) -> Telling:
    """One event: `who` is "XXA>XXB" for an act, "XXA+XXB" for two sides together; `on` counts days from 1."""
    kind, _, mode = act.partition("/")
    a, _, b = who.partition(">")
    row = Telling(
        **spoken(name, at, on, to, where, by, known),
        type=kind,
        mode=mode or None,
        cameo=None,
        acled=None,
        factuality="actual",
        actors=tuple(filter(None, a.split("+"))),
        recipients=tuple(filter(None, b.split("+"))),
        mediators=(),
        targets=(),
        weapon=None,
        denies=(),
        part_of=(),
    )
    return replace(row, **more)


def cost(name: str, best: int, at: int = 1, effect: str = "killed", side: str | None = "XXB", on: int | None = None, **more: Any) -> Claim:
    """One figure; told in the words of the telling with the same number, unless `at` says otherwise."""
    row = Claim(
        **spoken(name, at, on, None, "", "", 1),
        effect=effect,
        low=best,
        best=best,
        high=best,
        qualifier="exact",
        side=side,
        who="unknown",
        kinds=(),
        provisional=False,
        cumulative=False,
        event=None,
        part_of=(),
    )
    return replace(row, **{"key": f"{name}{at}f", **more})


def linked(tellings: Sequence[Telling], claims: Sequence[Claim] = (), judgements: Iterable[Judgement] = (), **filed: Filing) -> Derived:
    """Linked, with a plain report for each name that the tellings mention and `filed` leaves out."""
    days = {t.report: t.known for t in tellings}
    filings = {name: replace(report(name), known=known) for name, known in days.items()} | filed
    return link(filings.values(), tellings, claims, judgements)


def groups(derived: Derived, granularity: str = "incident", layer: str = "events") -> set[frozenset[str]]:
    """The keys that stand together."""
    found: dict[str, set[str]] = {}
    for tie in derived.ties:
        if tie.granularity == granularity and tie.layer == layer:
            found.setdefault(tie.incident, set()).add(tie.key)
    return {frozenset(keys) for keys in found.values()}


def together(*keys: str) -> set[frozenset[str]]:
    """Groups as words: "A1 B1", "C1"."""
    return {frozenset(each.split()) for each in keys}


def last(derived: Derived, key: str, granularity: str = "incident") -> Incident:
    """The newest row of the incident that a key belongs to."""
    name = next(t.incident for t in derived.ties if t.key == key and t.granularity == granularity)
    return [i for i in derived.incidents if i.id == name][-1]


def anchor(telling: Telling) -> Anchor:
    """What a judgement says of a telling."""
    return Anchor(
        report=telling.report,
        key=telling.key,
        layer="events",
        kind=telling.type,
        evidence=Span(telling.evidence_start, telling.evidence_end),
    )


def judged(kind: str, *items: Telling, apart: Sequence[Telling] = (), at: int = 0, **more: Any) -> Judgement:
    """A decision of the `at`-th minute."""
    return Judgement(
        kind=kind,  # type: ignore[arg-type]
        at=f"2024-04-01T00:{at:02d}:00Z",
        by="reader",
        items=tuple(map(anchor, items)),
        apart=tuple(map(anchor, apart)),
        **more,
    )
