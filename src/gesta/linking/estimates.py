"""What each incident cost by each rule, for every state of knowledge; the deaths of an incident are gesta's estimate of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from gesta.codebook.conventions import load_conventions
from gesta.linking.accruing import Cell, Ledger, Losers, changes, losers_of, vouched
from gesta.linking.rules import Value
from gesta.linking.sides import is_code, party
from gesta.linking.voices import Voices
from gesta.model import Claim, Derived, Estimate, Filing, Granularity, Incident

#: All sides together: the estimate that an incident's own columns show.
TOTAL: Final[Cell] = ("gesta", None, "all", "killed")
Homes = dict[tuple[Granularity, str], list[Claim]]


def costed(derived: Derived, claims: Iterable[Claim], voices: Voices, gone: Mapping[str, date]) -> Derived:
    """The same with the estimates of every incident, and with gesta's deaths in the incidents' rows.

    An incident whose deaths change between two of its states has a row more. `claims` are those that judgements have left; `gone` says
    since when newer versions of reports are known.
    """
    chosen = load_conventions()
    parties = parties_of(derived.incidents)
    found: dict[str, list[Estimate]] = {}
    for (_, subject), own in sorted(homes(derived, claims).items()):
        ledger = Ledger(parties=parties.get(subject, frozenset()), voices=voices, conventions=chosen)
        found[subject] = list(estimates(subject, own, ledger, gone))
    return replace(
        derived,
        incidents=tuple(row for incident in derived.incidents for row in with_deaths(incident, found.get(incident.id, ()))),
        estimates=tuple(sorted((e for rows in found.values() for e in rows), key=order)),
    )


def order(row: Estimate) -> tuple[str, str, str, str, str, date]:
    """By subject, rule, effect, side and day."""
    return row.subject, row.rule, row.effect, row.side or "", row.who, row.known_from


def superseded(filings: Iterable[Filing]) -> dict[str, date]:
    """The day from which a newer version of a report was known, by the id of the older one."""
    found: dict[str, date] = {}
    for filing in filings:
        if filing.revision_of is not None:
            found[filing.revision_of] = min(filing.known, found.get(filing.revision_of, filing.known))
    return found


def parties_of(incidents: Iterable[Incident]) -> dict[str, frozenset[str]]:
    """The parties that stand on either side of each incident in any of its states."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in incidents:
        found[row.id] |= {party(code) for code in (*row.sides_a, *row.sides_b) if is_code(code)}
    return {name: frozenset(codes) for name, codes in found.items()}


def homes(derived: Derived, claims: Iterable[Claim]) -> Homes:
    """The claims of each incident, by granularity and id, as the ties of figures have them.

    To a day or an episode of longer fighting belong only the first numbers given: later ones are cumulative, and stay with the whole.
    """
    rows = {claim.ref: claim for claim in claims}
    figures = [(tie, claim) for tie in derived.ties if tie.layer == "figures" and (claim := rows.get(f"{tie.report}:{tie.key}"))]
    wholes = {claim.ref: tie.incident for tie, claim in figures if tie.granularity == "incident"}
    long = {row.id for row in derived.incidents if row.known_to is None and row.start != row.end}
    first: dict[tuple[str, str, Losers], date] = {}
    for ref, whole in wholes.items():
        key = whole, rows[ref].effect, losers_of(rows[ref])
        first[key] = min(rows[ref].known, first.get(key, rows[ref].known))
    found: Homes = defaultdict(list)
    for tie, claim in figures:
        whole = wholes.get(claim.ref, "")
        if tie.granularity == "incident" or whole not in long or claim.known == first[whole, claim.effect, losers_of(claim)]:
            found[tie.granularity, tie.incident].append(claim)
    return found


def estimates(subject: str, claims: Sequence[Claim], ledger: Ledger, gone: Mapping[str, date]) -> Iterator[Estimate]:
    """The rows of one subject: a new one for each day on which a value, or what it rests on, changed."""
    open_rows: dict[Cell, Estimate] = {}
    for day, came, went in changes(vouched(claims), gone):
        for claim in came:
            ledger.add(claim)
        for claim in went:
            ledger.remove(claim)
        for cell, value in ledger.settle().items():
            last = open_rows.get(cell)
            if value is not None and last is not None and same(last, value):
                continue
            if last is not None:
                yield replace(last, known_to=day)
                del open_rows[cell]
            if value is not None:
                open_rows[cell] = row(subject, cell, value, day)
    yield from open_rows.values()


def same(last: Estimate, value: Value) -> bool:
    """Whether a value says nothing new."""
    return (last.low, last.best, last.high, last.claims, last.reason) == (value.low, value.best, value.high, value.claims, value.reason)


def row(subject: str, cell: Cell, value: Value, day: date) -> Estimate:
    """The estimate as known from a day on."""
    rule, side, who, effect = cell
    return Estimate(
        subject=subject,
        rule=rule,
        side=side,
        who=who,
        effect=effect,
        low=value.low,
        best=value.best,
        high=value.high,
        claims=value.claims,
        reason=value.reason,
        known_from=day,
        known_to=None,
    )


def with_deaths(incident: Incident, rows: Sequence[Estimate]) -> Iterator[Incident]:
    """The incident's row with gesta's deaths, cut where they change."""
    own = sorted((e for e in rows if (e.rule, e.side, e.who, e.effect) == TOTAL and overlaps(e, incident)), key=lambda e: e.known_from)
    since = incident.known_from
    for estimate in own:
        start = max(since, estimate.known_from)
        if start > since:
            yield replace(incident, known_from=since, known_to=start)
        since = start
        end = min((d for d in (estimate.known_to, incident.known_to) if d is not None), default=None)
        yield replace(
            incident, known_from=start, known_to=end, deaths_low=estimate.low, deaths_best=estimate.best, deaths_high=estimate.high
        )
        if end is None:
            return
        since = end
    if incident.known_to is None or since < incident.known_to:
        yield replace(incident, known_from=since) if since > incident.known_from else incident


def overlaps(estimate: Estimate, incident: Incident) -> bool:
    """Whether there is a day on which both held."""
    return (incident.known_to is None or estimate.known_from < incident.known_to) and (
        estimate.known_to is None or incident.known_from < estimate.known_to
    )
