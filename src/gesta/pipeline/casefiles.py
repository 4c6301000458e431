"""One incident put together from a store, and the bias of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from gesta.codebook.conventions import load_conventions
from gesta.errors import NotFound
from gesta.linking.accruing import Ledger
from gesta.linking.bias import biases, numbers
from gesta.linking.estimates import homes, parties_of, superseded
from gesta.linking.positions import contradictions, positions, silences
from gesta.linking.replay import docket
from gesta.linking.voices import Voices
from gesta.model import Claim, Estimate, Filing, Granularity, Incident, Origin, Query, Telling
from gesta.model.casefile import Casefile
from gesta.model.ledger import Bias, Step
from gesta.pipeline.paging import noun
from gesta.store import Store

SHORTEST: Final = 4  # characters that may stand for an id
GRANULARITIES: Final[tuple[Granularity, ...]] = ("incident", "episode", "conflict-day")


def casefile(store: Store, name: str, as_of: date | None = None) -> Casefile:
    """All that the store knows of an incident at the end of a day; NotFound where no incident, or more than one, has this name."""
    incident = find(store, name, as_of)
    asked = Query(incidents=(incident.id,), granularity=incident.granularity, background=True, as_of=as_of)
    told = [row for row in store.ask("events", asked).to_pylist() if not row["revised"]]
    counted = store.ask("claims", asked).to_pylist()
    reports = sorted({row["report"] for row in (*told, *counted)})
    origins, every, voices = speaking(store, reports)
    # Rows are as they were filed; what was corrected counts as corrected.
    judged = docket([noun(Telling, row) for row in told], [noun(Claim, row) for row in counted], store.judgements())
    claims = judged.claims
    gone = {row["report"]: as_of or date.max for row in counted if row["revised"]}
    parties = parties_of([incident])[incident.id]
    conventions = load_conventions()
    ledger = Ledger(parties=parties, voices=voices, conventions=conventions)
    steps = positions(incident.id, claims, ledger, gone, as_of)
    return Casefile(
        incident=incident,
        as_of=as_of,
        parts=parts_of(store, incident, as_of),
        tellings=judged.tellings,
        denials=tuple(denials(store, incident, reports, as_of)),
        claims=tuple(claim for claim in claims if claim.report not in gone),
        filings=tuple(every[report] for report in reports),
        originals=tuple(every[group] for group in sorted({o.group for o in origins}) if group in every),
        origins=origins,
        steps=tuple(steps),
        contradictions=tuple(contradictions(steps, parties, conventions)),
        silences=tuple(silences(steps, parties)),
        estimates=tuple(noun(Estimate, row) for row in store.ask("figures", asked).to_pylist()),
    )


def speaking(store: Store, reports: Sequence[str]) -> tuple[tuple[Origin, ...], dict[str, Filing], Voices]:
    """Whose copies these reports are; they and the ones they are copies of, without their texts; the voices of all of them."""
    origins = tuple(store.origins(reports))
    groups = sorted({origin.group for origin in origins}.difference(reports))
    heads = {f.id: f for f in store.filings([*reports, *groups], texts=False)}
    return origins, heads, Voices(heads, (*origins, *(store.origins(groups) if groups else ())))


def courses(store: Store, incidents: Sequence[Incident], as_of: date | None = None) -> dict[str, list[Step]]:
    """The course of the figures of each of these incidents, all of one granularity, by its id: as in their casefiles, read all at once."""
    asked = Query(incidents=tuple(i.id for i in incidents), granularity=incidents[0].granularity, background=True, as_of=as_of)
    counted = store.ask("claims", asked).to_pylist()
    homes = {(row["report"], row["key"]): row["incident"] for row in counted}
    reports = sorted({row["report"] for row in counted})
    _, _, voices = speaking(store, reports)
    gone = {row["report"]: as_of or date.max for row in counted if row["revised"]}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in docket((), [noun(Claim, row) for row in counted], store.judgements()).claims:
        told[homes[claim.report, claim.key]].append(claim)
    parties, conventions = parties_of(incidents), load_conventions()
    return {
        name: positions(name, claims, Ledger(parties=parties[name], voices=voices, conventions=conventions), gone, as_of)
        for name, claims in told.items()
    }


def find(store: Store, name: str, as_of: date | None = None) -> Incident:
    """The incident of any granularity whose id this is, or begins so; NotFound where there is none, or more than one."""
    for granularity in GRANULARITIES:
        found = store.ask("incidents", Query(incidents=(name,), granularity=granularity, background=True, as_of=as_of)).to_pylist()
        if found:
            return noun(Incident, found[0])
    ids = begins(store, name, as_of) if len(name) >= SHORTEST else []
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise NotFound(path=name, why=f"{len(ids)} incidents begin so: {', '.join(i.id for i in ids[:3])}{' …' if len(ids) > 3 else ''}")
    when = f" on {as_of}" if as_of else ""
    raise NotFound(path=name, why=f"no incident of this name was known{when}; gesta incidents lists them")


def begins(store: Store, name: str, as_of: date | None) -> list[Incident]:
    """The incidents whose id begins so, those of the usual granularity first."""
    named = tuple(store.beginning("incidents", name.lower()))
    for granularity in GRANULARITIES if named else ():
        rows = store.ask("incidents", Query(incidents=named, granularity=granularity, background=True, as_of=as_of)).to_pylist()
        if rows:
            return [noun(Incident, row) for row in rows]
    return []


def parts_of(store: Store, incident: Incident, as_of: date | None) -> tuple[Incident, ...]:
    """The episodes of an incident that has several, or the incidents that it sums up, by day."""
    if not (incident.summary or incident.episodes > 1):
        return ()
    wanted = ("incident", "episode") if incident.episodes > 1 else ("incident",)
    found = [part for part in store.parts(incident.id) if part.granularity in wanted and holds(part, as_of)]
    return tuple(sorted(found, key=lambda i: (i.start or date.max, i.id)))


def holds(state: Incident, as_of: date | None) -> bool:
    """Whether this was the state of knowledge at the end of the day; None: now."""
    if as_of is None:
        return state.known_to is None
    return state.known_from <= as_of and (state.known_to is None or state.known_to > as_of)


def denials(store: Store, incident: Incident, reports: Sequence[str], as_of: date | None) -> Iterable[Telling]:
    """Where those who deny the act do so, in the reports that tell it."""
    if not incident.denied_by or not reports:
        return
    asked = Query(reports=tuple(reports), claimants=incident.denied_by, types=(incident.type,), background=True, as_of=as_of)
    for row in store.ask("events", asked).to_pylist():
        if not row["revised"] and (row["factuality"] == "negated" or row["stance"] == "deny"):
            yield noun(Telling, row)


def biases_of(store: Store) -> list[Bias]:
    """Own losses beside the adversary's count of them, over every incident of a store."""
    derived, filings = store.derived(), {f.id: f for f in store.filings(texts=False)}
    conventions, voices, gone = load_conventions(), Voices(filings, derived.origins), superseded(filings.values())
    parties = parties_of(derived.incidents)
    steps = []
    judged = docket((), list(store.claims()), store.judgements())
    for (granularity, subject), claims in homes(derived, judged.claims).items():
        if granularity == "incident":
            ledger = Ledger(parties=parties.get(subject, frozenset()), voices=voices, conventions=conventions)
            steps += positions(subject, claims, ledger, gone)
    return biases(numbers(steps, parties), parties)
