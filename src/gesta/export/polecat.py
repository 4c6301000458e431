"""Tellings in the columns of POLECAT (2023, tab-separated) and of ICEWS (the coded event data of the Harvard Dataverse): a row an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gesta.export.cases import LookUps, Party
from gesta.model import Telling

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
ICEWS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name",
    "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def polecat_rows(tellings: Iterable[Telling], lookups: LookUps, version: str) -> Iterator[dict[str, Any]]:
    """One row, by column, for each telling of an actual event; compound actors stay in one row, as PLOVER has it."""
    for telling in tellings:
        if telling.factuality == "actual":
            day = (telling.start or telling.known).isoformat()
            quad = lookups.quad.get((telling.cameo or "")[:2])
            yield dict.fromkeys(POLECAT) | {
                "Event ID": telling.ref,
                "Event Date": day,
                "Event Type": telling.type,
                "Event Mode": telling.mode,
                "Intensity": lookups.intensity(telling.cameo),
                "Quad Code": QUADS.get(quad or 0),
                **polecat_side("Actor", telling.actors, lookups),
                **polecat_side("Recipient", telling.recipients, lookups),
                **place_columns(telling, lookups),
                "GeoNames ID": first(telling.geonames),
                "Placename": first(telling.places),
                "Raw Placename": first(telling.places),
                "Source": telling.outlet,
                "Publication Date": telling.known.isoformat(),
                "Language": "en",
                "Version": version,
            }


def polecat_side(side: str, codes: tuple[str, ...], lookups: LookUps) -> dict[str, Any]:
    """The columns of the actor's or the recipient's side."""
    parties = [lookups.party(code) for code in codes]
    numbers = [str(p.cow) for p in parties if p.cow is not None]
    sectors = dict.fromkeys(sector_of(p) for p in parties)
    return {
        f"{side} Name": joined(p.name for p in parties),
        f"{side} Country": joined(dict.fromkeys(p.country or "" for p in parties)),
        f"{side} COW": joined(numbers),
        f"Primary {side} Sector": next(iter(sectors), None),
        f"{side} Sectors": joined(sectors),
    }


def icews_rows(tellings: Iterable[Telling], lookups: LookUps) -> Iterator[dict[str, Any]]:
    """A row for each pair of actor and target of each telling of an actual event, dated and with a CAMEO code, as ICEWS has it."""
    number = 0
    for telling in tellings:
        if telling.factuality != "actual" or telling.cameo is None:
            continue
        for source, target in pairs(telling):
            number += 1
            yield dict.fromkeys(ICEWS) | {
                "Event ID": number,
                "Event Date": (telling.start or telling.known).isoformat(),
                **icews_side("Source", source, lookups),
                **icews_side("Target", target, lookups),
                "Event Text": telling.type.title() + (f" ({telling.mode})" if telling.mode else ""),
                "CAMEO Code": telling.cameo,
                "Intensity": lookups.intensity(telling.cameo),
                "Story ID": telling.report,
                "Publisher": telling.outlet,
                **place_columns(telling, lookups),
            }


def pairs(telling: Telling) -> Iterator[tuple[str | None, str | None]]:
    """Who to whom, one pair a row; those who act together without a recipient act on each other, both ways."""
    if not telling.recipients and len(telling.actors) > 1:
        yield from ((a, b) for a in telling.actors for b in telling.actors if a != b)
        return
    for actor in telling.actors or (None,):
        yield from ((actor, recipient) for recipient in telling.recipients or (None,))


def icews_side(side: str, code: str | None, lookups: LookUps) -> dict[str, Any]:
    """The columns of one side."""
    if code is None:
        return {}
    party = lookups.party(code)
    state = lookups.state(party.country or code.partition(".")[0])
    return {f"{side} Name": party.name, f"{side} Sectors": sector_of(party), f"{side} Country": state.name if state else None}


def sector_of(party: Party) -> str:
    """The PLOVER sector of a party; a state as such is GOV."""
    return party.sector or ("GOV" if party.kind in ("country", "government") else "UNK")


def place_columns(telling: Telling, lookups: LookUps) -> dict[str, Any]:
    """City, province, country and point of the first place."""
    state = lookups.state(first(telling.countries))
    return {
        "City": first(telling.places) if telling.where_prec in (1, 2) else None,
        "Province": first(telling.admin1),
        "Country": state.name if state else None,
        "Latitude": first(telling.lats),
        "Longitude": first(telling.lons),
    }


def first(values: tuple[Any, ...]) -> Any:
    """The first of the values, None when there is none."""
    return next(iter(values), None)


def joined(values: Iterable[str]) -> str | None:
    """The values between semicolons, None when there is none."""
    return ";".join(value for value in values if value) or None
