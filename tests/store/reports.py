"""Records and what linking would make of them, small and by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal

from gesta.model import Derived, Estimate, Incident, Origin, Tie

DAY = date(2022, 9, 13)
LAYERS: tuple[tuple[str, Literal["events", "figures"]], ...] = (("k1", "events"), ("k2", "figures"))


def record(name: str, text: str = "Shells hit Goris and killed 49 soldiers.", **about: Any) -> dict[str, Any]:
    """One report of one event with one figure, both by the ministry of Armenia."""
    report: dict[str, Any] = {
        "id": name, "text": text, "text_sha256": f"hash of {text!r}", "title": f"Title {name}", "outlet": "The Harbour Post",
        "url": f"https://harbour.example/{name}", "published": "2022-09-13", "credits": [], "synthetic": True,
    }  # fmt: skip
    place = {"id": "p1", "name": "Görïs", "country": "ARM", "admin1": "Syunik", "lat": 39.5, "lon": 46.3, "geonames": 616635}
    time = {"start": "2022-09-13", "end": "2022-09-13", "date_prec": 1}
    event = {
        "id": "e1", "key": "k1", "type": "ASSAULT", "actors": ["a2"], "recipients": ["a1"], "places": ["p1"], "time": time,
        "statements": ["s1"], "evidence": [0, 16], "confidence": 0.75,
    }  # fmt: skip
    figure = {
        "id": "f1", "key": "k2", "effect": "killed", "low": 49, "best": 49, "high": None, "qualifier": "exact", "event": "e1",
        "victims": {"code": "ARM", "who": "military", "kinds": []}, "statements": ["s1"], "evidence": [0, 39], "time": time,
        "places": ["p1"],
    }  # fmt: skip
    return {
        "made": {"record": 1, "gesta": "0.1.0", "model": "m", "codebook": "c", "gazetteer": "g"},
        "report": report | about,
        "actors": [
            {"id": "a1", "name": "Armenia", "kind": "country", "code": "ARM"},
            {"id": "a2", "name": "Militants", "kind": "armed-group", "code": "PSE.REB"},
        ],
        "places": [place],
        "statements": [{"id": "s1", "sources": ["a1"], "within": None, "stance": "assert"}],
        "events": [event],
        "figures": [figure],
        "links": [],
    }


def incident(**changes: Any) -> Incident:
    """An incident at Goris on 13 September 2022, known from that day."""
    made = Incident(
        id="i1", granularity="incident", known_from=DAY, known_to=None, part_of=None, summary=False, title="Shelling of Goris",
        type="ASSAULT", mode="heavy-weapons", acled=None, violence=1, factuality="actual", background=False, start=DAY, end=DAY,
        date_prec=1, sides_a=("PSE.REB",), sides_b=("ARM",), directed=True, actors=("PSE.REB", "ARM"), mediators=(), claimants=("ARM",),
        denied_by=(), contested=False, place="Goris", places=("Goris",), geonames=616635, countries=("ARM",), admin1="Syunik", lat=39.5,
        lon=46.3, where_prec=1, tellings=1, reports=1, sources=1, outlets=("The Harbour Post",), episodes=1, deaths_low=49,
        deaths_best=49, deaths_high=None, confidence=0.5,
    )  # fmt: skip
    return replace(made, **changes)


def derived(*reports: str) -> Derived:
    """The incident `i1` with the events and figures of these reports, in a second state from 20 September 2022 on."""
    later = date(2022, 9, 20)
    estimate = Estimate(
        subject="i1", rule="gesta", side="ARM", who="military", effect="killed", low=49, best=49, high=None,
        claims=tuple(f"{report}:k2" for report in reports), reason="its own admission", known_from=DAY, known_to=None,
    )  # fmt: skip
    ties = [
        Tie(report=report, key=key, layer=layer, granularity="incident", incident="i1", score=0.9, why="same day, same town")
        for report in reports
        for key, layer in LAYERS
    ]
    return Derived(
        origins=tuple(Origin(report=report, group=reports[0], kind="original", of=None, why="nothing shared") for report in reports),
        incidents=(incident(known_to=later), incident(known_from=later, sources=2, reports=2, deaths_best=51)),
        ties=tuple(ties),
        estimates=(estimate,),
    )
