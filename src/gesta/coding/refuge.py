"""People who fled as reports tell it without a word of flight: "100,000 have crossed into Poland since the invasion began"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gesta.coding.clauses import preposition
from gesta.coding.counted import Counted

#: What one seeks, finds or takes who flees, and verbs of it.
REFUGE: Final = frozenset({"refuge", "shelter", "asylum", "sanctuary"})
SEEKING: Final = frozenset({"seek", "find", "take"})
#: Verbs of going that tell flight where the words around them do, by what shows where one goes: objects, or words behind a preposition.
GOING: Final = {
    "cross": frozenset({"border", "into", "to", "from"}),
    "enter": frozenset({"obj"}),
    "escape": frozenset({"from", "obj", "to", "into"}),
    "move": frozenset({"from"}),
}
#: Words of flight and of what makes people flee; one of them stands in the sentence or one of the two before.
FLIGHT: Final = frozenset(
    "flee flight refugee displace displacement evacuate evacuation invasion invade war conflict fighting uproot exodus homes unhcr".split()
)
BACK: Final = 2  # sentences
FEWEST: Final = 100  # people: smaller numbers go as travellers


def who_fled(told: Counted) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Verbs of going or of seeking refuge, and the many who do."""
    reading = told.reading
    for word in reading.words:
        if word.upos != "VERB" or not (word.lemma in GOING or word.lemma in SEEKING):
            continue
        sought = any(reading.words[o].lemma in REFUGE for o in reading.dependents(word.i, "obj"))
        if sought if word.lemma in SEEKING else goes(told, word.i) and of_flight(told, word.i):
            agents = (a for a in told.cast.verb(word.i).agents if plain(told, a))
            yield word.i, tuple(a for a in agents if (q := told.number_of(a)) is not None and (q.best or q.low or 0) >= FEWEST)


def goes(told: Counted, i: int) -> bool:
    """True where a verb of going has the object or the preposition that shows where from or where to."""
    reading, shown = told.reading, GOING[told.reading.words[i].lemma]
    objects = reading.dependents(i, "obj")
    cases = {preposition(reading, o) for o in reading.dependents(i, "obl")}
    return bool(shown & cases) or ("obj" in shown and bool(objects)) or any(reading.words[o].lemma in shown for o in objects)


def of_flight(told: Counted, i: int) -> bool:
    """True where the sentence or one of the two before tells of flight or war."""
    reading = told.reading
    n = reading.words[i].sentence
    near = reading.words[reading.sentences[max(0, n - BACK)].first : reading.sentences[n].end]
    return any(w.lemma.lower() in FLIGHT or w.lower in FLIGHT for w in near)


def plain(told: Counted, a: int) -> bool:
    """True for people and bare numbers; soldiers and gunmen do not flee so."""
    armed = any(told.cast.is_class(a, name) for name in ("forces", "gunmen"))
    role = told.cast.role(a)
    return not armed and (role is None or role.victim_who != "military") and (told.human(a) or a in told.at or a in told.cast.hits)
