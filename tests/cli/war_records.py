"""A store of a small war, coded by hand: who says how many of whose soldiers died, on five days, in papers that do not exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gesta.pipeline.relinking import relink
from gesta.store import open_store

NAMES = {"ARM": "Armenia", "AZE": "Azerbaijan", "UN": "United Nations", "": ""}
TOWN = {"id": "p1", "name": "Goris", "country": "ARM", "admin1": "Syunik", "lat": 39.51, "lon": 46.34, "geonames": 616635}
SHELLED = "Shells fell on Goris."


def report(name: str, day: str, outlet: str, *said: tuple[str, int, str], denied: bool = False, **about: Any) -> dict[str, Any]:
    """A record that tells of shells on Goris; each of `said` is who says how many soldiers of which side were killed."""
    sentences = [f"{NAMES[by] or outlet} says that {many} soldiers of {NAMES[side]} were killed." for by, many, side in said]
    text = " ".join([f"{outlet} {name}: {SHELLED}", *sentences, "Azerbaijan denies that it shelled Goris." * denied])
    codes = ["ARM", "AZE", "UN"]
    actors = [{"id": f"a{i}", "name": NAMES[code], "kind": "country", "code": code} for i, code in enumerate(codes, 1)]
    actor = {code: f"a{i}" for i, code in enumerate(codes, 1)}
    statements = [{"id": f"s{i}", "sources": [actor[by]], "within": None, "stance": "assert"} for i, (by, _, _) in enumerate(said, 1) if by]
    figures = [figure(i, one, text.index(sentences[i - 1]), len(sentences[i - 1])) for i, one in enumerate(said, 1)]
    events = [event(1, text.index(SHELLED), len(SHELLED))]
    if denied:
        statements.append({"id": "s9", "sources": [actor["AZE"]], "within": None, "stance": "deny"})
        events.append(event(2, text.index("Azerbaijan denies"), 40) | {"statements": ["s9"], "factuality": "negated"})
    report_ = {
        "id": name * 8, "text": text, "text_sha256": name, "title": f"Title {name}", "outlet": outlet, "published": day, "credits": [],
        "url": f"https://paper.example/{name}", "synthetic": True, "language": "en",
    }  # fmt: skip
    made = {"record": 1, "gesta": "0", "model": "m", "codebook": "c", "gazetteer": "g"}
    return {
        "made": made, "report": report_ | about, "actors": actors, "places": [TOWN], "statements": statements, "events": events,
        "figures": figures, "links": [],
    }  # fmt: skip


def event(number: int, start: int, length: int) -> dict[str, Any]:
    """Azerbaijan shells Goris."""
    time = {"start": "2022-09-13", "end": "2022-09-13", "date_prec": 1}
    return {
        "id": f"e{number}", "key": f"e{number}00000000000000", "type": "ASSAULT", "mode": "heavy-weapons", "actors": ["a2"],
        "recipients": ["a1"], "places": ["p1"], "where_prec": 1, "time": time, "statements": [], "evidence": [start, start + length],
        "confidence": 0.8, "why": "frame",
    }  # fmt: skip


def figure(number: int, said: tuple[str, int, str], start: int, length: int) -> dict[str, Any]:
    """So many soldiers of a side."""
    by, many, side = said
    return {
        "id": f"f{number}", "key": f"f{number}00000000000000", "effect": "killed", "low": many, "best": many, "high": many,
        "qualifier": "exact", "victims": {"code": side, "who": "military", "kinds": []}, "event": "e1", "places": ["p1"],
        "statements": [f"s{number}"] if by else [], "evidence": [start, start + length], "confidence": 0.8,
    }  # fmt: skip


RECORDS = [
    report("aaaa0001", "2022-09-13", "Early Post", ("ARM", 49, "ARM"), ("AZE", 50, "AZE")),
    report("bbbb0002", "2022-09-14", "=Evil\x1b[2J Times", ("ARM", 105, "ARM"), denied=True),
    report("cccc0003", "2022-09-16", "Late Courier", ("ARM", 135, "ARM"), ("AZE", 71, "AZE")),
    report("dddd0004", "2022-09-20", "Harbour Post", ("ARM", 430, "AZE"), ("UN", 150, "ARM")),
]


def filed(path: Path, records: list[dict[str, Any]] | None = None) -> Path:
    """The path of a store that holds them, linked."""
    with open_store(path, write=True, create=True) as store:
        store.add(RECORDS if records is None else records)
        relink(store)
    return path
