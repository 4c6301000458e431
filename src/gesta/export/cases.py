"""What a row of somebody else's table is made from: an incident with its costs, tellings and printings, and the names behind codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gesta.model import Estimate, Incident, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One report that tells an incident: where and when it was printed, under which title."""

    report: str
    outlet: str | None
    known: date
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An incident with everything that is known of it, of one state of knowledge."""

    incident: Incident
    estimates: tuple[Estimate, ...] = ()
    tellings: tuple[Telling, ...] = ()
    printings: tuple[Printing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who a code stands for; `kind` and `sector` as in the record, numbers of Gleditsch and Ward and of the Correlates of War."""

    code: str
    name: str
    kind: str
    sector: str | None = None
    country: str | None = None
    gw: int | None = None
    cow: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state's numbers, and the regions that UCDP and ACLED count it to."""

    code: str
    name: str
    iso_numeric: int | None = None
    gw: int | None = None
    ucdp_region: str | None = None
    acled_region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUps:
    """The tables that codes are spelled out by. An unknown code stands for itself."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    acled: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # sub-event type to event type and disorder type
    quad: Mapping[str, int] = field(default_factory=dict)  # CAMEO root to quad class
    intensity: Callable[[str | None], float | None]  # of a CAMEO code: its Goldstein value

    def party(self, code: str) -> Party:
        """Who a code stands for: `XXX.CVL` are the civilians of XXX, `XXX.REB` its rebels."""
        if found := self.parties.get(code):
            return found
        base, dot, sector = code.partition(".")
        state = self.states.get(base)
        if not dot or state is None:
            return Party(code=code, name=code, kind="other")
        who = {"CVL": ("Civilians", "civilians"), "REB": ("Rebels", "armed-group")}.get(sector, (sector, "other"))
        return Party(code=code, name=f"{who[0]} ({state.name})", kind=who[1], sector=sector, country=base)

    def state(self, code: str | None) -> State | None:
        """The state of a code."""
        return self.states.get(code or "")


def number_of(incident: Incident) -> int:
    """A whole number below 2^53 that stands for the incident where a table wants one: the first 13 hex digits of its id."""
    return int(incident.id[:13], 16)
