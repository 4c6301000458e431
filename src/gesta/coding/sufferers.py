"""On whom an act falls where no party is named: people of no nationality, places, and who lives where it strikes."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.names_before import GROUP_NOUNS
from gesta.coding.nounphrases import behind_of, is_definite
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import REBEL_NOUNS, of_another, who
from gesta.coding.triggers import Trigger
from gesta.model import Reading

NEAR = 2  # sentences
BESIDE = frozenset({"near", "with", "from", "between", "against", "by"})
# People who are no country's civilians because they stand on its soil.
NOBODYS = REBEL_NOUNS | GROUP_NOUNS | {"suspect", "hostage", "proxy", "ally", "gang", "kidnapper", "settler"}
FROM_ABROAD = frozenset({"migrant", "immigrant", "refugee", "foreigner", "tourist", "expatriate"})  # not of the state that acts on them
TOWARDS = frozenset({"on", "by", "against", "at"})
DWELLINGS = frozenset(
    "neighbourhood neighborhood district quarter suburb market marketplace bazaar school kindergarten hospital clinic mosque church temple "
    "synagogue shrine village town city hotel restaurant cafe café nightclub supermarket mall cinema orphanage".split()
)
SETTLEMENTS = frozenset({"village", "town", "city", "district"})  # that stand for their country, where they have a name
COMING = frozenset({"arrive", "flee", "escape", "cross", "shelter"})
FLEEING = frozenset(
    "refugee survivor villager resident people family witness escapee deserter migrant civilian inhabitant woman man".split()
)
TARGETS = ("people", "demonstrators", "forces", "property", "military_posts", "gatherings")
#: What one does to an attack that is aimed at oneself.
STOPPING = frozenset(
    "stop halt stall repel repulse rebuff foil thwart check blunt stem withstand resist defeat contain block counter rout frustrate "
    "beat fend fight hold".split()
)
OFF = frozenset({"off", "back"})  # "fought off an ambush": what is fought alone is not stopped
BY_PARTICLE = frozenset({"beat", "fend", "fight", "hold"})
LAUNCHING = frozenset({"launch", "fire", "send", "fly", "operate", "dispatch"})
TAKING = frozenset("take-place take-town fall-to expel-from capture-noun advance push-into territorial-offensive-noun beat-back".split())


def own_people(cast: Cast, trigger: Trigger, head: int) -> list[Party]:
    """Whom a state takes to safety where no nationality stands with them: its own civilians."""
    acting = [p for a in trigger.frame.agents for p in who(cast, a) if p.country is not None]
    moved = cast.reading.words[trigger.i].lemma in {"evacuate", "evacuation"} and (
        cast.is_class(head, "people") or cast.is_class(head, "territory")
    )
    return [branch(acting[0], "CVL")] if moved and acting and head not in cast.place_of else []


def sufferers(cast: Cast, head: int, acting: frozenset[str]) -> list[Party]:
    """A place stands for its country; people without a nationality for the civilians of where it happens, never of the side that acts."""
    if head in cast.place_of:
        place = cast.place_of[head]
        return [place] if place.code else []
    reading = cast.reading
    if reading.words[head].lemma.lower() in NOBODYS or of_all_states(reading, head):
        return []
    if inside := place_inside(cast, head):
        role = cast.role(head)
        civilian = reading.words[head].lemma.lower() in DWELLINGS - SETTLEMENTS or (role is not None and role.victim_who == "civilian")
        return [branch(p, "CVL") for p in inside] if civilian else inside
    home, role = ground_of(cast, head), cast.role(head)
    if reading.words[head].lemma.lower() in {"other", "another", "each"}:
        return []
    if home is not None and home.bare in acting and any(reading.words[c].lower == "own" for c in reading.children[head]):
        return [branch(home, "CVL")]  # "bombed its own citizens"
    if home is not None and home.bare in acting and (reading.words[head].lemma.lower() in FROM_ABROAD or of_another(cast, head)):
        return []
    if home is not None and home.bare in acting and role is not None and role.victim_who == "civilian":
        here = place_told(cast, reading.words[head].sentence)
        return [branch(home, "CVL")] if here is not None and here.bare == home.bare else []  # "soldiers arrested villagers near Bhamo"
    if home is None or home.bare in acting:
        return []
    if role is not None and role.sector == "CVL":
        return [branch(home, "CVL")]
    if cast.is_class(head, "people") and not cast.is_class(head, "forces"):
        return [branch(home, "CVL")]
    return []


def hits_somebody(cast: Cast, trigger: Trigger) -> bool:
    """True for fire on people, forces or buildings whose side no word tells: "the police of Kenya fired at young marchers"."""
    return trigger.rule.type == "ASSAULT" and any(cast.is_class(w, name) for w in trigger.reached for name in TARGETS)


def of_all_states(reading: Reading, head: int) -> bool:
    """True for "the international community", which is no country's civilians."""
    return reading.words[head].lemma.lower() == "community" and any(
        reading.words[m].lower in {"international", "global", "world"} for m in reading.dependents(head, "amod", "compound")
    )


def own_citizens(cast: Cast, trigger: Trigger, head: int) -> list[Party]:
    """Whom a state's officials ask, where no nationality stands with them: "the mayor urged residents to stay indoors"."""
    asking = [p for a in trigger.frame.agents for p in who(cast, a) if p.country is not None]
    role = cast.role(head)
    people = (cast.is_class(head, "people") and not cast.is_class(head, "forces")) or (role is not None and role.sector == "CVL")
    if (
        trigger.rule.type != "REQUEST"
        or not asking
        or not people
        or of_another(cast, head)
        or cast.home is None
        or cast.home.bare != asking[0].bare
    ):
        return []
    plural = cast.reading.words[head].xpos in {"NNS", "NNPS"} or cast.reading.words[head].lemma.lower() == "people"
    return [branch(cast.home, "CVL")] if plural and head not in cast.place_of and not place_inside(cast, head) else []


def place_inside(cast: Cast, head: int) -> list[Party]:
    """The country of the place that a noun is called by or lies in: "the town of Goma", "areas including Goma"."""
    reading = cast.reading
    inside = reading.dependents(head, "nmod", "compound", "appos")
    for c in sorted(inside, key=lambda c: preposition(reading, c) != "including"):
        if c in cast.place_of and cast.place_of[c].code and preposition(reading, c) not in BESIDE:
            return [cast.place_of[c]]
    return []


def home_of(cast: Cast, i: int) -> Party | None:
    """The country where the sentence takes place, else the one that the article is most about."""
    return place_told(cast, cast.reading.words[i].sentence) or cast.home


def private_person(cast: Cast, head: int, trigger: Trigger) -> list[Party]:
    """A named person without an office who is attacked, arrested or charged is a civilian of the country where it happens."""
    charged = trigger.rule.type == "ACCUSE" and trigger.rule.mode in {"allege", "legal"}
    if head not in cast.person_at or not (charged or trigger.rule.type in {"ASSAULT", "COERCE"}):
        return []
    ground = ground_of(cast, head)
    return [branch(ground, "CVL")] if ground is not None and ground.bare not in trigger.acting else []


def dwellers(cast: Cast, trigger: Trigger) -> tuple[list[Party], tuple[int, ...]]:
    """Who lives where a neighbourhood, market or school is struck, and its word: civilians of the country where the sentence is.

    Of "the town" that was told of with its name before, whose that town is.
    """
    ground = place_told(cast, cast.reading.words[trigger.i].sentence)
    for head in struck(trigger) if trigger.rule.id not in TAKING else ():
        if cast.reading.words[head].lemma.lower() not in DWELLINGS or head in cast.hits or any(p.code for p in who(cast, head)):
            continue
        if found := named_before(cast, head) or ([branch(ground, "CVL")] if ground is not None else []):
            return found, (head,)
    return [], ()


def named_before(cast: Cast, head: int) -> list[Party]:
    """The country of the town that "the town" was before, where it stood with its name: "the town of Goma"."""
    words = cast.reading.words
    if words[head].xpos != "NN" or not is_definite(cast.reading, head):
        return []
    for w in range(head - 1, -1, -1):
        if words[w].lemma == words[head].lemma and words[w].upos == "NOUN" and (inside := place_inside(cast, w)):
            return inside
    return []


def struck(trigger: Trigger) -> list[int]:
    """What an act strikes, as the frame's slots tell: its patients, and what stands behind the prepositions that bring a recipient."""
    return [*(trigger.frame.patients if "patient" in trigger.rule.recipients else ()), *trigger.reached]


def ground_of(cast: Cast, i: int) -> Party | None:
    """The country where the sentence or one of the few before it takes place, else the one that the article is most about."""
    here = cast.reading.words[i].sentence
    before = (place_told(cast, n, last=True) for n in range(here - 1, max(-1, here - NEAR - 1), -1))
    far = {p.code for w in range(*cast.reading.sentences[here]) if (p := cast.place_of.get(w)) and preposition(cast.reading, w) == "from"}
    told = (place_told(cast, here), *before, cast.home)
    return next((found for found in told if found is not None and found.code not in far), None)


def place_told(cast: Cast, n: int, *, last: bool = False) -> Party | None:
    """The country of the first (or last) place that sentence `n` names; of several, looked back on, the article's own."""
    run = cast.reading.sentences[n]
    places = (w for w in range(*run) if w in cast.place_of and cast.place_of[w].code and not (last and w in cast.closed))
    there = [w for w in places if preposition(cast.reading, w) != "from" and not addressed(cast, w) and not fled_to(cast, w)]
    told = [around(cast, w) for w in there]
    if last and any(cast.home is not None and p.code == cast.home.code for p in told):
        return cast.home  # rather than where somebody met or spoke
    return told[-1 if last else 0] if told else None


def around(cast: Cast, w: int) -> Party:
    """The country of a place; of "Dhaka's Rampura" that of the city whose part it is, whatever else bears the name."""
    owners = cast.reading.dependents(w, "nmod:poss")
    capitals = (cast.hits[o].party for o in owners if o in cast.hits and cast.hits[o].how == "capital")
    named = (cast.place_of[o] for o in owners if o in cast.place_of and cast.place_of[o].code)
    return next(iter((*capitals, *named)), None) or cast.place_of[w]


def fled_to(cast: Cast, w: int) -> bool:
    """True for the place to which those went who tell what befell them: Sudan in "refugees arriving in Sudan said"."""
    words = cast.reading.words
    verb = words[words[w].head]
    if verb.lemma not in COMING or preposition(cast.reading, w) not in {"in", "to", "into", "at"}:
        return False
    who_came = (
        words[verb.head] if verb.relation in {"acl", "acl:relcl"} else words[next(iter(cast.reading.dependents(verb.i, "nsubj")), verb.i)]
    )
    return who_came.lemma in FLEEING


def addressed(cast: Cast, w: int) -> bool:
    """True for a country that something is asked of or done by or to, and for where one meets: "fired at Angola", "talks in Luanda"."""
    above = cast.reading.words[cast.reading.words[w].head].lemma.lower()
    if any(rule.type == "CONSULT" for rule, _ in cast.codebook.ontology.nouns.get(above, ())):
        return True
    return w in cast.hits and cast.hits[w].party.kind == "country" and preposition(cast.reading, w) in TOWARDS


def stopped_by(cast: Cast, trigger: Trigger, acting: set[str | None]) -> tuple[list[Party], list[int]]:
    """Whom an attack was aimed at, and their words, by who stopped it: Mali in "the Malian army stalled the rebels' advance"."""
    reading, word = cast.reading, cast.reading.words[trigger.i]
    verb = reading.words[word.head]
    if trigger.verbal or word.relation not in {"obj", "nsubj"} or verb.lemma not in STOPPING:
        return [], []
    off = any(reading.words[c].lower in OFF for c in reading.dependents(verb.i, "compound", "advmod"))
    if verb.lemma in BY_PARTICLE and not off:
        return [], []
    stopping = [a for a in cast.verb(verb.i).agents if a != trigger.i]
    found = [p for a in stopping for p in who(cast, a) if p.is_side and p.own_side not in acting]
    return (found, stopping) if acting and found else ([], [])


def launched_by(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """Whose what was shot down is, with the words that tell it: Russia's in "shot down 50 of 60 drones launched by Russia"."""
    reading = cast.reading
    shot = (w for p in trigger.frame.patients for w in (p, behind_of(reading, p), *reading.dependents(p, "nmod")) if w is not None)
    for part in (v for w in shot for v in reading.dependents(w, "acl") if reading.words[v].lemma in LAUNCHING):
        for agent in cast.verb(part).agents:
            if found := [p for p in who(cast, agent) if p.is_side and p.own_side not in trigger.acting]:
                return found, [agent]
    return [], []
