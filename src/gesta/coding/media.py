"""Media as sources: by the register, by their own name, or as the state's or the group's that runs them."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.nounphrases import core, modifiers
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import nationality
from gesta.model import Run

OUTLETS = frozenset(
    {
        "television",
        "tv",
        "newspaper",
        "radio",
        "channel",
        "station",
        "broadcaster",
        "daily",
        "website",
        "magazine",
        "network",
        "agency",
        "outlet",
    }
)
BETWEEN = frozenset({"news", "media", "TV", "radio", "television"})
RUNNING = frozenset({"run", "controlled", "administered", "held"})  # "-led" troops may be another's
FARTHEST_RUN = 8  # words from a noun to who runs it
LONGEST_NAME = 3  # words before "radio" in the name of an outlet


def medium_of(cast: Cast, head: int, sector: str | None) -> Party | None:
    """The medium of "an AFP correspondent", "Tarim television"; whose an unnamed one is that is run by somebody ("Hamas-run radio")."""
    if sector != "MED":
        return None
    near = (*modifiers(cast.reading, head), head + 1)
    known = next((cast.hits[m].party for m in near if m in cast.hits and cast.hits[m].party.kind == "media"), None)
    return known or unlisted_medium(cast, head) or listed_medium(cast, head) or of_state(cast, head) or run_by(cast, head)


def listed_medium(cast: Cast, head: int) -> Party | None:
    """The registered outlet that "Israel radio" is, whatever its capitals."""
    words = cast.reading.words
    for first in range(max(0, head - LONGEST_NAME), head):
        outlet = cast.codebook.registers.outlet_by_name(cast.reading.said(Run(first, head + 1)))
        if outlet is not None and words[first].sentence == words[head].sentence:
            return Party(code=outlet.code, name=outlet.name, kind="media", sector="MED", country=outlet.country)
    return None


def of_state(cast: Cast, head: int) -> Party | None:
    """The state whose "state radio", "state-run television" is: the one named beside it, else the home country."""
    near = [cast.reading.words[w].lower for w in core(cast.reading, head)]
    if cast.reading.words[head].lower not in OUTLETS | {"media"} or not any(w == "state" or w.startswith("state-") for w in near):
        return None
    owner = next((p for p in nationality(cast, head) if p.kind in {"country", "government"}), cast.home)
    if owner is not None and (agency := agency_of(cast, head, owner)) is not None:
        return agency
    name = " ".join(cast.reading.words[w].text for w in core(cast.reading, head))
    return Party(code=owner.bare, name=name, kind="media", sector="MED", country=owner.country) if owner is not None else None


def agency_of(cast: Cast, head: int, owner: Party) -> Party | None:
    """The one news agency of a state that the article names, for "the state news agency"; None for its radio, and where it names none."""
    if cast.reading.words[head].lemma.lower() != "agency":
        return None
    outlets = (cast.codebook.registers.outlet_by_name(hit.party.name) for hit in cast.hits.values() if hit.party.kind == "media")
    agencies = {o.code: o for o in outlets if o is not None and o.kind == "agency" and o.country == owner.country}
    named = next(iter(agencies.values())) if len(agencies) == 1 else None
    return None if named is None else Party(code=named.code, name=named.name, kind="media", sector="MED", country=named.country)


def unlisted_medium(cast: Cast, head: int) -> Party | None:
    """A medium that no register has, by its name right before "television", "news agency": its code is the name in capitals."""
    reading = cast.reading
    if reading.words[head].lemma.lower() not in OUTLETS:
        return None
    first = head
    while reading.words[first - 1].text in BETWEEN and first > 1:  # "the Firat news agency"
        first -= 1
    named = {"Organization", "Misc"} if first == head else {"Organization", "Misc", "Location"}
    names = (m.run for m in reading.mentions if m.label in named and m.run.end in {first, head + 1} and m.run.first < first)
    name = next((reading.said(run) for run in names if not any(w in cast.hits for w in range(*run))), None)
    behind = (m.run for m in reading.mentions if m.label in {"Organization", "Misc", "Person"} and m.run.first == head + 1)
    name = name or next((reading.said(run) for run in behind if not any(w in cast.hits for w in range(*run))), None)
    return Party(code=name.upper(), name=name, kind="media", sector="MED") if name else None


def run_by(cast: Cast, head: int) -> Party | None:
    """The group or state before "-run", "-controlled" in the phrase of a noun, of its place too ("in the Hamas-run enclave")."""
    words = cast.reading.words
    sentence = cast.reading.sentences[words[head].sentence]
    first, last = max(sentence.first, head - FARTHEST_RUN), min(head + FARTHEST_RUN, sentence.end)
    last = next((w for w in range(head + 1, last) if words[w].text == "," or words[w].xpos in {"VBD", "VBZ", "VBP"}), last)
    first = next((w for w in range(head - 1, first, -1) if words[w].text == "," or words[w].xpos in {"VBD", "VBZ", "VBP"}), first)
    phrase = range(first, last)
    marks = (w for w in phrase if words[w].lower in RUNNING and w > 1 and words[w - 1].text == "-" and w - 2 in cast.hits)
    return next((cast.hits[w - 2].party for w in marks), None)
