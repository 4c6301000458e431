"""Whose a noun without a name is: "the bloc", "the mission", "the group", "the party", "the country" go back to a name in the report."""

from __future__ import annotations

from gesta.coding.by_form import places
from gesta.coding.cast import BACKING, Cast, hits_before
from gesta.coding.names import OF_STATES
from gesta.coding.nounphrases import is_definite, modifiers, of_nouns
from gesta.coding.parties import Party
from gesta.coding.rebels import rebels_before
from gesta.coding.societies import of_campaigners, told_ahead, told_before

BODY_NOUNS = frozenset("alliance bloc body organisation organization union pact".split())
#: What many bodies end their names with: "the Council" takes up a name with that word in it, and no other.
NAMED_BY = frozenset("agency assembly commission committee conference council court federation forum league tribunal".split())
GROUP_NOUNS = frozenset("group movement faction outfit sect".split())
PARTS_OF_GROUPS = frozenset("cell column wing front bloc faction commando squad unit branch".split())
OF_ARMED_GROUPS = frozenset(
    "militant armed rebel paramilitary insurgent islamist jihadist terrorist terror separatist guerrilla extremist radical hardline "
    "outlawed banned takfiri salafist same whole pro anti".split()
)
OF_SEVERAL = frozenset({"organisation", "government", "armed-group"})
MISSION = 4  # sentences
AHEAD = 4  # sentences
NEXT = 2  # sentences
#: What stands beside a coalition of parties, which wages no war.
UNARMED = frozenset(
    "opposition ruling governing government national party political electoral centrist conservative liberal leftist left-wing "
    "right-wing nationalist democratic labour labor".split()
)
COALITION = Party(code="COALITION", name="Coalition", kind="military", sector="MIL")


def coalition_near(cast: Cast, i: int) -> tuple[Party, ...]:
    """The armed coalition of states that "the coalition", "coalition jets" are of; of one named so before, that body.

    Nobody for one of parties or citizens: "the ruling coalition", "a coalition of rights groups".
    """
    if "coalition" not in places(cast.reading):
        return ()
    words, near = cast.reading.words, (*modifiers(cast.reading, i), i)
    w = next((m for m in near if words[m].lemma.lower() == "coalition"), None)
    if w is None:
        return ()
    beside = {words[m].lower for m in (*modifiers(cast.reading, w), *near) if m != w}
    parts = {words[m].lemma.lower() for m in of_nouns(cast.reading, w, "of")}
    if beside & UNARMED or parts & {"party", "group", "movement"} or of_campaigners(cast.reading, w):
        return ()
    named = (hit.party for hit in hits_before(cast, i) if "coalition" in hit.party.name.lower().split() and hit.party.kind != "military")
    return (next(named, COALITION),) if words[w].text[:1].isupper() and not beside else (COALITION,)


def staff_before(cast: Cast, i: int) -> Party | None:
    """The army whose "the General Staff" is, as the article told it with its owner before, whatever other army was named since."""
    words = cast.reading.words
    if words[i].lower != "staff" or words[i - 1].lower != "general":
        return None
    before = (j for j in range(i - 2, 0, -1) if words[j].lower == "staff" and words[j - 1].lower == "general")
    return next((p for j in before for p in cast.memory.get(j, ()) if p.code), None)


def mission_before(cast: Cast, i: int) -> Party | None:
    """The body of states whose "the mission" is: in apposition after it, else named last, at most `MISSION` sentences before."""
    reading = cast.reading
    after = range(i + 1, min(i + 8, reading.sentences[reading.words[i].sentence].end))
    named = [cast.hits[w].party for w in after if w in cast.hits and cast.hits[w].party.kind == "organisation"]
    if named and reading.words[i + 1].text == ",":
        return named[0]
    hit = next((h for h in hits_before(cast, i) if h.party.kind == "organisation" and h.party.sector == "IGO"), None)
    return hit.party if hit is not None and reading.words[i].sentence - reading.words[hit.run.first].sentence <= MISSION else None


def body_before(cast: Cast, i: int) -> Party | None:
    """The body of states that "the bloc" is called by next ("the bloc Ecowas"), or that was named last; None for any other noun.

    Behind "the Security Council", that one is "the Council".
    """
    reading = cast.reading
    noun = reading.words[i].lemma.lower()
    if noun not in BODY_NOUNS | NAMED_BY or not any(reading.words[c].lower == "the" for c in reading.dependents(i, "det")):
        return None
    if noun in NAMED_BY:
        return None if modifiers(reading, i) else named_with(cast, i, noun)
    named = (*((cast.hits[i + 1],) if i + 1 in cast.hits else ()), *hits_before(cast, i))
    return next((hit.party for hit in named if hit.party.sector == "IGO"), None)


def named_with(cast: Cast, i: int, noun: str) -> Party | None:
    """The body or organ with that noun in its name that was named last before word `i`."""
    words = cast.reading.words
    named = (hit for hit in hits_before(cast, i) if hit.party.kind in OF_SEVERAL and hit.run.end - hit.run.first > 1)
    return next((hit.party for hit in named if any(words[w].lower == noun for w in range(*hit.run))), None)


def society_near(cast: Cast, i: int) -> Party | None:
    """The body of citizens, or for "the Oslo-based group" any body or armed group, that was named last; None for any other noun.

    Of "a monitoring group" the one that the next sentences name, where the article names no other.
    """
    if told_ahead(cast.reading, i):
        return society_ahead(cast, i)
    kinds = told_before(cast.reading, i)
    if not kinds:
        return None
    named = (hit.party for hit in hits_before(cast, i) if hit.party.kind in {"organisation", "armed-group"})
    return next((p for p in named if "any" in kinds or p.sector == "NGO"), None) or society_ahead(cast, i)


def society_ahead(cast: Cast, i: int) -> Party | None:
    """The one body of citizens that the article names, if in the next `AHEAD` sentences; of several one that speaks next."""
    words = cast.reading.words
    here = words[i].sentence
    named = sorted((start, hit.party) for start, hit in cast.hits.items() if hit.party.sector == "NGO" and hit.party.code)
    ahead = [(start, party) for start, party in named if start > i and words[start].sentence <= here + AHEAD]
    if not ahead:
        return None
    start, body = ahead[0]
    if len({party.code for _, party in named}) == 1:
        return body if start == named[0][0] else None
    speaks = any(start in source for a in cast.reading.attributions for source in a.source)
    return body if speaks and here < words[start].sentence <= here + NEXT else None


def group_before(cast: Cast, i: int) -> Party | None:
    """The armed group named last before "the group", "the militant movement"; not before "the rights group"."""
    reading = cast.reading
    if reading.words[i].lemma.lower() == "party":
        return party_before(cast, i)
    if reading.words[i].lemma.lower() not in GROUP_NOUNS or not is_definite(reading, i):
        return None
    near = [m for m in reading.dependents(i, "compound", "amod", "nmod:poss") if not cast.only_backs(m)]
    if any(reading.words[m].lower not in OF_ARMED_GROUPS | BACKING for m in near):
        return None
    group = rebels_before(cast, i, COALITION)
    return group if group is not COALITION else None


def called_group(cast: Cast, i: int) -> Party | None:
    """The armed group by whose name "group" or "movement" is called: in "a commando of the Maoist group Shining Path"."""
    if cast.reading.words[i].lemma.lower() not in GROUP_NOUNS:
        return None
    beside = (*modifiers(cast.reading, i), *cast.reading.dependents(i, "appos"))
    named = (cast.hits[m].party for m in beside if m in cast.hits)
    return next((p for p in named if p.kind == "armed-group"), None)


def part_of_group(cast: Cast, i: int) -> tuple[Party, ...]:
    """The armed group that a cell, column or wing of it belongs to, whomever that is called after: "the Simon Bolivar cell of the ELN"."""
    if cast.reading.words[i].lemma.lower() not in PARTS_OF_GROUPS:
        return ()
    hits = (cast.hits[m].party for m in of_nouns(cast.reading, i, "of") if m in cast.hits)
    return tuple(p for p in hits if p.kind == "armed-group")


def party_before(cast: Cast, i: int) -> Party | None:
    """The political party named last before "the party", "the banned party"; None before "the parties", "the Kurdish party"."""
    reading = cast.reading
    named = any(m in cast.hits for m in modifiers(reading, i))
    marked = (i, reading.words[i].head) if reading.words[i].deprel == "nmod:poss" else (i,)
    definite = any(reading.words[c].lower == "the" for m in marked for c in reading.dependents(m, "det") if c < i)
    if reading.words[i].xpos != "NN" or named or not definite:
        return None
    return next((hit.party for hit in hits_before(cast, i) if hit.party.sector == "PTY" or hit.how == "society"), None)


def country_before(cast: Cast, i: int) -> Party | None:
    """The state named last before "the country's president" in its sentence or the one before."""
    reading = cast.reading
    if reading.words[i].lower not in {"country", "nation"} or not any(
        reading.words[c].lower == "the" for c in reading.dependents(i, "det")
    ):
        return None
    near = next((hit for hit in hits_before(cast, i) if hit.how in OF_STATES), None)
    return near.party if near is not None and reading.words[i].sentence - reading.words[near.run.first].sentence <= 1 else None
