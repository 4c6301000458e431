"""All that a store knows of one incident, put together for a reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesta.model.incident import Estimate, Incident, Origin
from gesta.model.ledger import Contradiction, Silence, Step
from gesta.model.telling import Claim, Filing, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Casefile:
    """One incident with its tellings, figures and sources, as known at the end of `as_of` (None: now).

    `parts` are its episodes, or the incidents that it sums up. `tellings` and `claims` are those of the newest version of each report, in
    the order of filing; `denials` are the denials of the act. `filings` are the reports that tell it, `originals` those that their words
    go back to; their text is left out.
    """

    incident: Incident
    as_of: date | None
    parts: tuple[Incident, ...]
    tellings: tuple[Telling, ...]
    denials: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    filings: tuple[Filing, ...]
    originals: tuple[Filing, ...]
    origins: tuple[Origin, ...]
    steps: tuple[Step, ...]
    contradictions: tuple[Contradiction, ...]
    silences: tuple[Silence, ...]
    estimates: tuple[Estimate, ...]
