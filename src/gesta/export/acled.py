"""Incidents in the 31 columns of ACLED's data export (since March 2023).

A row is an incident that ACLED has a sub-event type for. Codes and conventions are ACLED's, the coding is gesta's: nothing here is data of
ACLED. Columns that need what no report says (admin2, admin3, source scale, tags, timestamp) are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gesta.export.cases import Case, LookUps, Party, number_of
from gesta.model import Incident

COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
    assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision
    source source_scale notes fatalities tags timestamp""".split()
)
# UCDP's and gesta's seven degrees of place and five of time as ACLED's three: the place or day itself, near it, the region or month.
GEO_PRECISION = {1: 1, 2: 2, 3: 2}
TIME_PRECISION = {1: 1, 2: 2, 3: 2}
LONGEST_NOTE = 300  # characters of a telling that an export may carry


def acled_rows(cases: Iterable[Case], lookups: LookUps) -> Iterator[dict[str, Any]]:
    """One row, by column, for each dated incident with an ACLED sub-event type that is no sum of others."""
    for case in cases:
        if case.incident.acled and case.incident.start is not None and not case.incident.summary:
            yield acled_row(case, lookups)


def acled_row(case: Case, lookups: LookUps) -> dict[str, Any]:
    """The row of one incident; a column of which nothing is known is None."""
    incident = case.incident
    state = lookups.state(next(iter(incident.countries), None))
    one, two = ([lookups.party(code) for code in codes] for codes in (incident.sides_a, incident.sides_b))
    inter = [inter_of(side) for side in (one, two)]
    sub_event = sub_event_of(incident, inter)
    event, disorder = lookups.acled.get(sub_event, (None, None))
    assert incident.start is not None
    return dict.fromkeys(COLUMNS) | {
        "event_id_cnty": f"{state.code if state else 'XXX'}{number_of(incident)}",
        "event_date": incident.start.isoformat(),
        "year": incident.start.year,
        "time_precision": TIME_PRECISION.get(incident.date_prec or 5, 3),
        "disorder_type": disorder,
        "event_type": event,
        "sub_event_type": sub_event,
        "actor1": actor_name(one),
        "assoc_actor_1": "; ".join(p.name for p in one[1:]) or None,
        "inter1": inter[0],
        "actor2": actor_name(two),
        "assoc_actor_2": "; ".join(p.name for p in two[1:]) or None,
        "inter2": inter[1],
        "interaction": "-".join(kind for kind in inter if kind) or None,
        "civilian_targeting": "Civilian targeting" if "Civilians" in inter else None,
        "iso": state.iso_numeric if state else None,
        "region": state.acled_region if state else None,
        "country": state.name if state else None,
        **where(incident),
        "source": "; ".join(incident.outlets) or None,
        "notes": notes(case),
        "fatalities": fatalities(case),
    }


def sub_event_of(incident: Incident, inter: list[str | None]) -> str:
    """The sub-event type; between two armed sides an "Attack", which ACLED keeps for violence against civilians, is an armed clash."""
    armed = all(kind not in (None, "Civilians") for kind in inter)
    return "Armed clash" if incident.acled == "Attack" and armed else incident.acled or ""


def where(incident: Incident) -> dict[str, Any]:
    """Place and its precision."""
    return {
        "admin1": incident.admin1,
        "location": incident.place,
        "latitude": incident.lat,
        "longitude": incident.lon,
        "geo_precision": GEO_PRECISION.get(incident.where_prec or 7, 3),
    }


def actor_name(parties: list[Party]) -> str | None:
    """The first party of a side as ACLED names it."""
    if not parties:
        return None
    first = parties[0]
    return f"Military Forces of {first.name}" if first.kind in ("country", "government") else first.name


def inter_of(parties: list[Party]) -> str | None:
    """ACLED's kind of actor for a side: that of its first party."""
    if not parties:
        return None
    first = parties[0]
    if first.kind in ("country", "government", "military"):
        return "State forces"
    kinds = {"armed-group": "Rebel group", "civilians": "Civilians"}
    return kinds.get(first.kind, "External/Other forces")


def notes(case: Case) -> str | None:
    """Who tells what, in the reports' words: each claimant's fullest telling."""
    fullest: dict[str, str] = {}
    for telling in case.tellings:
        who = " and ".join(telling.claimant_names) or telling.outlet or "a source not named"
        fullest[who] = max(fullest.get(who, ""), telling.evidence, key=len)
    return " ".join(f"{who}: “{words[:LONGEST_NOTE]}”." for who, words in fullest.items()) or None


def fatalities(case: Case) -> int:
    """The most conservative number of deaths; 0 where nobody gives one, as ACLED writes it."""
    total = next((e for e in case.estimates if (e.rule, e.effect, e.side, e.who) == ("acled", "killed", None, "all")), None)
    return next((n for n in (total.best, total.low, total.high) if n is not None), 0) if total else 0
