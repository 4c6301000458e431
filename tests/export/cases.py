"""A case to export: shelling of Goris, told by both sides in two reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from gesta.export.cases import Case, LookUps, Party, Printing, State
from gesta.model import Estimate, Incident, Telling

DAY = date(2022, 9, 13)
LOOKUPS = LookUps(
    parties={
        "ARM": Party(code="ARM", name="Armenia", kind="country", country="ARM", gw=371, cow=371),
        "AZE": Party(code="AZE", name="Azerbaijan", kind="country", country="AZE", gw=373, cow=373),
        "RSF": Party(code="RSF", name="Rapid Support Forces", kind="armed-group", sector="REB", country="SDN"),
    },
    states={
        "ARM": State(code="ARM", name="Armenia", iso_numeric=51, gw=371, ucdp_region="Europe", acled_region="Caucasus and Central Asia")
    },
    acled={"Shelling/artillery/missile attack": ("Explosions/Remote violence", "Political violence")},
    intensity=lambda cameo: -10.0 if cameo and cameo.startswith("19") else None,
    quad={"19": 4},
)
INCIDENT = Incident(
    id="00ff00ff00ff00ff", granularity="incident", known_from=DAY, known_to=None, part_of=None, summary=False, title="Shelling of Goris",
    type="ASSAULT", mode="heavy-weapons", acled="Shelling/artillery/missile attack", violence=1, factuality="actual", background=False,
    start=DAY, end=DAY, date_prec=1, sides_a=("AZE",), sides_b=("ARM",), directed=True, actors=("AZE", "ARM"), mediators=(),
    claimants=("ARM", "AZE"), denied_by=(), contested=False, place="Goris", places=("Goris", "Jermuk"), geonames=616635, countries=("ARM",),
    admin1="Syunik", lat=39.5, lon=46.25, where_prec=1, tellings=2, reports=2, sources=2, outlets=("Harbour Post", "Meridian Courier"),
    episodes=1, deaths_low=49, deaths_best=49, deaths_high=None, confidence=0.8,
)  # fmt: skip


def estimate(**changes: Any) -> Estimate:
    plain: dict[str, Any] = {
        "subject": INCIDENT.id, "rule": "ucdp", "side": None, "who": "all", "effect": "killed", "low": 49, "best": 49, "high": 60,
        "claims": ("r1:k1",), "reason": "", "known_from": DAY, "known_to": None,
    }  # fmt: skip
    return Estimate(**(plain | changes))


def telling(**changes: Any) -> Telling:
    plain: dict[str, Any] = {
        "report": "r1", "key": "k1", "known": DAY, "outlet": "Harbour Post", "claimants": ("ARM",),
        "claimant_names": ("Armenian ministry",),
        "via": (), "own_voice": False, "stance": "assert", "start": DAY, "end": DAY, "date_prec": 1, "places": ("Goris",),
        "geonames": (616635,), "lats": (39.5,), "lons": (46.25,), "countries": ("ARM",), "admin1": ("Syunik",), "where_prec": 1,
        "era": "current", "evidence": "shells hit Goris", "evidence_start": 0, "evidence_end": 16, "confidence": 0.8, "type": "ASSAULT",
        "mode": "heavy-weapons", "cameo": "194", "acled": None, "factuality": "actual", "actors": ("AZE",), "recipients": ("ARM",),
        "mediators": (), "targets": (), "weapon": None, "denies": (), "part_of": (),
    }  # fmt: skip
    return Telling(**(plain | changes))


CASE = Case(
    incident=INCIDENT,
    estimates=(estimate(), estimate(side="ARM", who="military"), estimate(rule="acled", low=None, best=49, high=None)),
    tellings=(telling(), telling(report="r2", key="k2", claimant_names=("Azerbaijani ministry",), evidence="units returned fire")),
    printings=(
        Printing(report="r1", outlet="Harbour Post", known=DAY, title="Shells hit Goris; 49 dead", url="https://harbour.example/1"),
        Printing(report="r2", outlet="Meridian Courier", known=DAY, title='"Answer" to fire'),
    ),
)


def case(**changes: Any) -> Case:
    return replace(CASE, incident=replace(INCIDENT, **changes))
