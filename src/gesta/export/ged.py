"""Incidents in the 49 columns of the UCDP Georeferenced Event Dataset (the release of 2023; Sundberg and Melander 2013).

A row is an incident of organised violence in which somebody died by any estimate, as UCDP counts (one death is enough). UCDP's own numbers
for conflicts, dyads and actors are UCDP's to give: those columns are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from gesta.export.cases import Case, LookUps, Party, number_of
from gesta.model import Estimate, Incident

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
    dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office
    source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt
    priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown
    best high low gwnoa gwnob""".split()
)
ACTIVE = 25  # battle-related deaths of a dyad in a year from which UCDP counts it as active
GRID = 0.5  # degrees: the side of a PRIO-GRID cell


def ged_rows(cases: Iterable[Case], lookups: LookUps) -> Iterator[dict[str, Any]]:
    """One row, by column, for each dated incident of organised violence with a death by UCDP's rule; `active_year` by these rows."""
    rows = [ged_row(case, lookups) for case in cases if counts(case)]
    deaths: dict[tuple[str, int], int] = {}
    for row in rows:
        deaths[row["dyad_name"], row["year"]] = deaths.get((row["dyad_name"], row["year"]), 0) + (row["best"] or 0)
    for row in rows:
        yield row | {"active_year": int(deaths[row["dyad_name"], row["year"]] >= ACTIVE)}


def counts(case: Case) -> bool:
    """True when UCDP would count the incident."""
    total = total_of(case)
    dated = case.incident.start is not None and case.incident.violence is not None
    return dated and not case.incident.summary and total is not None and max(total.low or 0, total.best or 0, total.high or 0) > 0


def total_of(case: Case) -> Estimate | None:
    """The deaths of all sides by UCDP's rule."""
    return next((e for e in case.estimates if (e.rule, e.effect, e.side, e.who) == ("ucdp", "killed", None, "all")), None)


def ged_row(case: Case, lookups: LookUps) -> dict[str, Any]:
    """The row of one incident; a column of which nothing is known is None."""
    incident, start = case.incident, case.incident.start or date.min
    sides = [side_of(codes, lookups) for codes in (incident.sides_a, incident.sides_b)]
    dyad = " - ".join(name for name, _ in sides if name)
    state = lookups.state(next(iter(incident.countries), None))
    return dict.fromkeys(COLUMNS) | {
        "id": number_of(incident),
        "relid": f"{state.code if state else 'XXX'}-{start.year}-{incident.violence}-{incident.id}",
        "year": start.year,
        "code_status": "Clear" if not incident.contested else "Check dyad",
        "type_of_violence": incident.violence,
        "conflict_name": dyad,
        "dyad_name": dyad,
        "side_a": sides[0][0],
        "side_b": sides[1][0],
        "number_of_sources": incident.sources,
        **sources(case),
        **where(incident),
        "country": state.name if state else None,
        "country_id": state.gw if state else None,
        "region": state.ucdp_region if state else None,
        "event_clarity": 1 if (incident.date_prec or 5) <= 2 and not incident.summary else 2,
        "date_prec": incident.date_prec,
        "date_start": f"{start.isoformat()} 00:00:00",
        "date_end": f"{(incident.end or start).isoformat()} 00:00:00",
        **deaths(case),
        "gwnoa": sides[0][1],
        "gwnob": sides[1][1],
    }


def side_of(codes: tuple[str, ...], lookups: LookUps) -> tuple[str | None, int | None]:
    """The side as UCDP names it ("Government of Armenia", "RSF", "Civilians"), and the state's number by Gleditsch and Ward."""
    parties = [lookups.party(code) for code in codes]
    if not parties:
        return None, None
    return ", ".join(dict.fromkeys(named(party) for party in parties)), next((p.gw for p in parties if p.gw is not None), None)


def named(party: Party) -> str:
    """A party as UCDP names it."""
    if party.kind in ("country", "government"):
        return f"Government of {party.name}"
    return "Civilians" if party.kind == "civilians" else party.name


def sources(case: Case) -> dict[str, Any]:
    """Who printed it when under which title, and whose word it is."""
    printed = [(p.outlet or "", p.known.isoformat(), p.title or "") for p in case.printings]
    names = dict.fromkeys(name for t in case.tellings for name in t.claimant_names)
    return {
        "source_article": ";".join('"' + ",".join(part.replace('"', "'") for part in parts) + '"' for parts in printed) or None,
        "source_office": ";".join(office for office, _, _ in printed) or None,
        "source_date": ";".join(day for _, day, _ in printed) or None,
        "source_headline": ";".join(title.replace(";", ",") for _, _, title in printed) or None,
        "source_original": "; ".join(names) or None,
    }


def where(incident: Incident) -> dict[str, Any]:
    """Place, point and PRIO-GRID cell."""
    lat, lon = incident.lat, incident.lon
    located = lat is not None and lon is not None
    return {
        "where_prec": incident.where_prec,
        "where_coordinates": incident.place,
        "where_description": ", ".join(incident.places) or None,
        "adm_1": incident.admin1,
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon:g} {lat:g})" if located else None,
        "priogrid_gid": priogrid(lat, lon) if lat is not None and lon is not None else None,
    }


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: half a degree a side, numbered from 1 at 180° W 90° S eastwards, 720 a row (Tollefsen 2012)."""
    row, column = min(int((lat + 90) / GRID), 359), min(int((lon + 180) / GRID), 719)
    return row * 720 + column + 1


def deaths(case: Case) -> dict[str, int]:
    """Deaths by side, of civilians and of unknown, and all together, by UCDP's rule; 0 where nobody gives a figure, as UCDP writes it."""
    rows = [e for e in case.estimates if (e.rule, e.effect) == ("ucdp", "killed")]
    a, b = (fighters(rows, codes) for codes in (case.incident.sides_a, case.incident.sides_b))
    civilians = sum(likely(e) for e in rows if e.who == "civilian")
    total = total_of(case)
    best = likely(total) if total else 0
    low = total.low if total and total.low is not None else best
    high = total.high if total and total.high is not None else best
    return {
        "deaths_a": a,
        "deaths_b": b,
        "deaths_civilians": civilians,
        "deaths_unknown": max(0, best - a - b - civilians),
        "best": best,
        "high": max(high, best),
        "low": min(low, best),
    }


def fighters(rows: list[Estimate], codes: tuple[str, ...]) -> int:
    """Deaths of one side that are not said to be civilians."""
    return sum(likely(e) for e in rows if e.side in codes and e.who in ("military", "mixed", "unknown"))


def likely(estimate: Estimate) -> int:
    """The number to write where one must be written: best, else low, else high, else 0."""
    return next((n for n in (estimate.best, estimate.low, estimate.high) if n is not None), 0)
