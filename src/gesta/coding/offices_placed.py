"""Whose an office is by the words beside it that name no state: who installed its holder, the place it is held in."""

from __future__ import annotations

from gesta.codebook import Role
from gesta.coding.by_form import places
from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.nounphrases import of_nouns
from gesta.coding.once import once_a_reading
from gesta.coding.parties import Party
from gesta.model import Reading

INSTALLED = frozenset({"installed", "appointed", "imposed"})
UNITED_NATIONS = "UN"
OF_THE_CHIEF = ("of the Secretary-General", "of the Secretary - General", "of the Secretary General")
SEATED = frozenset({"GOV", "LEG", "COP", "JUD"})  # the sectors whose offices are held in a place
BEHIND = 2  # words from an organ to the place behind its "in"
OPENING = 3  # words from the start of a sentence to the capital that it opens with
FOCUS = 4  # states: an article is about no more
BEFORE = 4  # words from an office back to the place that its title begins with
EQUALS = frozenset({"counterpart", "opponent", "colleague"})
SENT = frozenset({"representative", "envoy", "coordinator"})
OF_TITLES = frozenset({"ADJ", "NOUN", "PROPN"})


def sender(cast: Cast, i: int) -> Party | None:
    """Whose an office is that names who gave it: installed by a power, "his counterpart from Algeria", sent by the Secretary-General."""
    if tells_installed(cast.reading) and (power := installer(cast, i)) is not None:
        return power
    return equal_from(cast, i) or sent_by_the_united_nations(cast, i)


def equal_from(cast: Cast, i: int) -> Party | None:
    """Algeria in "his counterpart from Algeria", whoever "he" is."""
    if cast.reading.words[i].lemma.lower() not in EQUALS:
        return None
    return next((cast.hits[m].party for m in of_nouns(cast.reading, i, "from") if m in cast.hits), None)


def sent_by_the_united_nations(cast: Cast, i: int) -> Party | None:
    """The United Nations for "the Special Representative of the Secretary-General", an office of theirs alone."""
    words = cast.reading.words
    if words[i].lemma.lower() not in SENT or not " ".join(w.text for w in words[i + 1 : i + 6]).startswith(OF_THE_CHIEF):
        return None
    body = cast.codebook.registers.bodies[UNITED_NATIONS]
    return Party(code=UNITED_NATIONS, name=body.name, kind=body.kind, sector=body.sector)


def seated_in(cast: Cast, i: int, role: Role | None) -> Party | None:
    """The country of the place that an organ of state is in: "the interior ministry in Gaza", "the prosecutor's office in Lagos"."""
    if role is None or not role.collective or role.speaks_for != "state" or role.sector not in SEATED:
        return None
    behind = (m for m in of_nouns(cast.reading, i, "in") if m == i + BEHIND and m in cast.place_of and m not in cast.hits)
    return next((cast.place_of[m] for m in behind if cast.place_of[m].code), None)


def installer(cast: Cast, i: int) -> Party | None:
    """The power that put in those whom a noun calls so: Russia's in "Moscow-installed officials", "the Kremlin-appointed governor"."""
    words = cast.reading.words
    for w in cast.reading.dependents(i, "amod", "compound", "acl"):
        if w > i or words[w].lower.rpartition("-")[2] not in INSTALLED:
            continue
        power = w if w in cast.hits else w - 2 if w > 1 and words[w - 1].text == "-" else None
        if power is not None and power in cast.hits:
            return cast.hits[power].party
    return None


@once_a_reading
def tells_installed(reading: Reading) -> bool:
    """Whether a reading has words of `installer` at all."""
    return any(form.rpartition("-")[2] in INSTALLED for form in places(reading))


def seat_before(cast: Cast, i: int, role: Role | None) -> Party | None:
    """The country of the place that an office's title begins with: "Texas senator", "Kharkiv regional governor", "Lagos police"."""
    if role is None or role.speaks_for != "state" or role.sector not in SEATED:
        return None
    words, w = cast.reading.words, i - 1
    while w >= 0 and i - w <= BEFORE and words[w].upos in OF_TITLES and words[w].sentence == words[i].sentence:
        if w in cast.hits:
            return None
        if w in cast.place_of and w not in cast.person_at and "-" not in words[w].text:
            return cast.place_of[w] if cast.place_of[w].code else None
        w -= 1
    return None


def over_there(cast: Cast, i: int) -> Party | None:
    """The country of the place named last before "police there", "officials there"."""
    words = cast.reading.words
    if i + 1 >= len(words) or words[i + 1].lower != "there" or words[i + 1].relation == "expl":
        return None
    first = cast.reading.sentences[max(0, words[i].sentence - 2)].first
    return next((cast.place_of[w] for w in range(i - 1, first - 1, -1) if w in cast.place_of and cast.place_of[w].code), None)


def place_in_sentence(cast: Cast, i: int) -> Party | None:
    """The one country whose places the sentence of word `i` names, but for where something comes from."""
    run = cast.reading.sentences[cast.reading.words[i].sentence]
    told = {p.code: p for w in range(*run) if (p := cast.place_of.get(w)) and p.code and preposition(cast.reading, w) != "from"}
    return next(iter(told.values())) if len(told) == 1 else None


def opened_in(cast: Cast, i: int) -> Party | None:
    """The state, of those the article is about, that opens the sentence: "In Quito, the defence minister", "In Chad, police"."""
    reading = cast.reading
    run = reading.sentences[reading.words[i].sentence]
    capitals = (
        w for w in range(run.first, i) if w in cast.hits and cast.hits[w].how in {"capital", "name"} and preposition(reading, w) == "in"
    )
    w = next(capitals, None)
    if w is None or w > run.first + OPENING or reading.words[w].relation != "obl":
        return None
    party = cast.hits[w].party
    return party if cast.hits[w].how == "name" or party.bare in {p.bare for p in cast.focus[:FOCUS]} else None
