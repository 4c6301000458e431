"""Addresses to a nation, printed whole: whose head says "we" and "our army" where nobody is quoted."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.parties import Party, branch
from gesta.coding.quotations import in_quotation

FIRST = frozenset({"i", "we", "us", "our", "ours", "my", "me"})
LEAST = 3  # sentences in the first person
OF_NATION = frozenset("state country nation land people sky border territory defence defense warrior independence sovereignty".split())
OPENING = 2  # sentences in which the people are greeted


def orator(cast: Cast) -> Party | None:
    """The state whose head speaks in the article's own voice; None for news.

    Several sentences outside quotation marks are in the first person, and one says "our army", "our warriors", "our state". It is the state
    whose people the first sentences greet, else the home country; none where rebels of that state are named, who say "our forces" too.
    """
    reading = cast.reading
    spoken = [w for w in reading.words if w.lower in FIRST and in_quotation(reading, w.i) is None]
    if len({w.sentence for w in spoken}) < LEAST or not any(w.lower == "our" and of_state(cast, w.head) for w in spoken):
        return None
    opening = (hit for start, hit in sorted(cast.hits.items()) if reading.words[start].sentence < OPENING)
    greeted = next((hit.party for hit in opening if hit.how == "demonym_plural"), None)
    state = greeted or cast.home
    if state is None or any(hit.party.kind == "armed-group" and hit.party.country == state.bare for hit in cast.hits.values()):
        return None  # "our forces killed 15 soldiers": its rebels may be speaking
    return branch(state, "GOV")


def of_state(cast: Cast, i: int) -> bool:
    """True for an armed force, an organ and the nation itself: what is owned by nobody but a state."""
    role, lemma = cast.role(i), cast.reading.words[i].lemma.lower()
    organ = role is not None and role.sector == "MIL"
    return organ or lemma in OF_NATION or cast.is_class(i, "forces")
