"""Who answers for a figure: the claimant at the end of the chain, the newsroom whose copy a report is, or somebody without a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from gesta.linking.newsrooms import newsroom_key
from gesta.linking.sides import is_code, party
from gesta.model import Claim, Filing, Origin
from gesta.model.rows import medium_code

Bearing = Literal["own", "adversary", "third", "witness"]
CIVILIANS = ".CVL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One claimant: `key` tells it from others, `label` is what to show, `parties` are the parties that speak through it.

    A `witness` is somebody without a code: a nurse, an analyst, a resident.
    """

    key: str
    label: str
    parties: frozenset[str] = frozenset()
    witness: bool = False

    def bearing(self, side: str | None, parties: frozenset[str]) -> Bearing:
        """Whether it speaks of its own side's people, of its adversary's, or is no party to the incident, whose `parties` are given.

        Of people whose side is not said every party speaks as of its own.
        """
        if self.witness:
            return "witness"
        own = party(side) if side else None
        if self.parties & (parties if own is None else {own}):
            return "own"
        return "adversary" if own is not None and self.parties & (parties - {own}) else "third"


class Voices:
    """The voices of a store's claims."""

    def __init__(self, filings: Mapping[str, Filing], origins: Iterable[Origin]) -> None:
        """Learns whose copy each report is."""
        self.group = {origin.report: origin.group for origin in origins}
        agencies = {origin.report: origin.of for origin in origins if origin.kind == "original" and origin.of}
        self.newsroom = {report: newsroom(filing, agencies.get(report)) for report, filing in filings.items()}

    def origin(self, report: str) -> str:
        """The report that a report's words go back to."""
        return self.group.get(report, report)

    def of(self, claim: Claim) -> Voice:
        """The voice of a claim.

        What no statement carries, and what nobody named says, is the word of the newsroom whose copy it is: all copies are one voice.
        """
        group = self.origin(claim.report)
        room = self.newsroom.get(group) or self.newsroom.get(claim.report) or group
        if claim.own_voice or not claim.claimants:
            return Voice(key=f"own {newsroom_key(room)}", label=room)
        coded = sorted(code for code in claim.claimants if is_code(code))
        if not coded:
            label = "+".join(claim.claimants)
            # "A nurse" of one story is another than that of the next; "the director of the hospital" is one.
            return Voice(key=f"{label} {group}" if label.lower().startswith(("a ", "an ")) else f"{label} ", label=label, witness=True)
        label = "+".join(coded)
        return Voice(key=label, label=label, parties=frozenset(party(code) for code in coded if not code.endswith(CIVILIANS)))


def newsroom(filing: Filing, agency: str | None) -> str | None:
    """The code of the medium that answers for a report's own words: the agency that wrote it, one that it credits, else its outlet."""
    name = agency or next(iter(filing.credits), None) or filing.outlet
    return medium_code(name) if name else None


def losers(claim: Claim) -> str | None:
    """The side whose people a claim counts, as the ledger sorts it: fighters and people not told apart by party, civilians by `.CVL`."""
    if claim.side is None:
        return None
    if claim.who == "civilian":
        return party(claim.side) + CIVILIANS
    return claim.side.removesuffix(CIVILIANS)
