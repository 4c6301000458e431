"""Whose an unnamed source is: "Kenyan security sources", "a source at the ministry", "Palestinian health officials"."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.nounphrases import modifiers, of_nouns
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import nationality, who
from gesta.model import Reading, Run

OFFICIAL = frozenset(
    {"official", "government", "presidential", "military", "army", "police", "ministry", "security", "intelligence", "defence", "defense"}
)
UNOFFICIAL = frozenset({"medical", "hospital", "rescue", "health", "humanitarian", "church", "tribal", "media", "press", "opposition"})
SEATS = frozenset({"province", "governorate", "command", "directorate", "municipality", "headquarters"})  # "a source at Aleppo province"
INSIDE = ("at", "in", "within", "inside")
ORGANS = frozenset({"government", "military", "organisation", "armed-group"})


def unnamed_sources(cast: Cast, head: int, shared: int) -> tuple[Party, ...]:
    """As in "Kenyan security sources", "a source at the ministry": the state, body or group whose they are.

    Medical and other sources speak for nobody.
    """
    words = {cast.reading.words[m].lower for m in modifiers(cast.reading, head)}
    owners = tuple(p for p in nationality(cast, head) or nationality(cast, shared) if p.kind == "country" or p.kind in ORGANS)
    if (words & UNOFFICIAL and not words & OFFICIAL) or of_people(cast, head):
        return ()
    beside = (c for c in cast.reading.dependents(head, "appos") if preposition(cast.reading, c) in INSIDE)
    inside = (*of_nouns(cast.reading, head, *INSIDE), *beside)
    if organ := tuple(p for m in inside for p in who(cast, m) if p.code and p.kind in ORGANS):
        return organ
    if owners:
        return tuple(branch(p, "GOV") for p in owners)
    employed = "field" in words or any(cast.reading.words[m].lemma.lower() in SEATS for m in of_nouns(cast.reading, head, "at"))
    return (branch(cast.home, "GOV"),) if (words & OFFICIAL or employed) and cast.home is not None else ()


def of_people(cast: Cast, head: int) -> bool:
    """True for "a Kurdish police source": of a people that has no state, so that no state is meant."""
    people = {w for m in cast.reading.mentions if m.label == "NORP" for w in range(*m.run)}
    return any(m in people and m not in cast.hits for m in modifiers(cast.reading, head))


def in_health_office(cast: Cast, head: int, run: Run) -> Party | None:
    """The state of "Palestinian health officials": those of a ministry, with its state or a place of it beside them. None for doctors."""
    if cast.reading.words[head - 1].lower != "health":
        return None
    near = modifiers(cast.reading, head)
    state = next((p for p in nationality(cast, head) if p.kind == "country"), None)
    state = state or next((cast.place_of[m] for m in near if m in cast.place_of), None)
    if state is None:
        return None
    return Party(code=state.bare, name=cast.reading.said(run), kind="person", sector="GOV", country=state.country, role="health official")


def with_noun(reading: Reading, run: Run) -> Run:
    """The run to the end of its noun, where the reading kept "The" of "The source" alone."""
    word = reading.words[run.first]
    return Run(run.first, max(run.end, word.head + 1)) if word.relation == "det" and word.head > word.i else run


def source_before(reading: Reading, head: int) -> int | None:
    """The source that the sentences just before speak of: "local media reported, citing a military source. The source said …"."""
    words = reading.words
    first = reading.sentences[max(0, words[head].sentence - 2)].first
    return next((w for w in range(head - 1, first - 1, -1) if words[w].lemma.lower() == "source" and words[w].upos == "NOUN"), None)
