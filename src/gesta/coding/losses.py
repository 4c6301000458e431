"""Whose losses a toll counts: the side that suffered, its class of people, and whether the number is final."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gesta.coding.avenged import avenger
from gesta.coding.cast import Cast
from gesta.coding.clauses import conjuncts, preposition
from gesta.coding.coreference import some_of_unnamed
from gesta.coding.names import OF_STATES
from gesta.coding.nounphrases import behind_of, is_definite, modifiers
from gesta.coding.parties import OF_A_COUNTRY, WARRING, Party, branch, side_code
from gesta.coding.parties_in_text import REBEL_NOUNS, nationality, who
from gesta.coding.parts_of_wholes import mixes, of_several_nations
from gesta.coding.places_of_losses import attacked, displaced_from, fled_to_home, ground_above, ground_of, own_place, under_attack
from gesta.coding.quotations import paragraph_between
from gesta.coding.staff import employer
from gesta.coding.sufferers import home_of, place_told
from gesta.coding.tolls import Toll
from gesta.model import Era

GENERIC = frozenset(
    "people person man woman child boy girl human individual teenager youth life national driver victim baby family "
    "resident villager passer passer-by passenger bystander civilian local inhabitant student teacher farmer worker "
    "journalist".split()
)
NOBODY_IN_PARTICULAR = frozenset({"other", "others", "another", "one", "rest"})
BODIES = frozenset({"body", "corpse", "remains", "remain", "dead", "casualty", "fatality", "loss"})  # of a side, fighters or not
THE_STRUCK = frozenset({"wounded", "injured", "dead", "missing"})
FOUND = frozenset({"body", "corpse", "dead"})  # of who was struck where they were found
FOREIGN = frozenset({"foreign", "international"})  # of several states
SUMS = frozenset({"together", "combined", "altogether", "jointly", "overall"})
MANY = 500  # dead, whom no one act cost
OFTEN = 3  # times: an article that names two states as often is about both
ANNOUNCING = frozenset({"announce", "confirm", "acknowledge", "admit", "mourn", "report"})
FIGHTERS = frozenset({"fighter", "man", "member", "commander", "leader", "cadre", "militant"})
ADMITTING = frozenset({"acknowledge", "admit", "concede"})
BACK = 2  # sentences back in which those were named whom "them" means
REACH = 8  # words around a number in which "on both sides" speaks of it
ON = frozenset({"on", "from", "of", "for", "among"})
CREWS = frozenset({"crew", "crewman", "airman"})
OF_WAR = frozenset("warplane gunship warship tank submarine frigate destroyer".split())
FORCES = frozenset({"military", "army", "navy", "naval", "police", "government"})


TROOPS = frozenset({"troop", "troops", "soldier", "serviceman", "marine", "sailor", "airman", "paratrooper"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """The side, the class of people and finer kinds of a toll's victims; `shown` where the words at the number name the side."""

    code: str | None
    who: str
    kinds: tuple[str, ...] = ()
    party: Party | None = None
    shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The toll before, its victims and who tells it."""

    toll: Toll
    loss: Loss
    speakers: tuple[Party, ...]


def loss_of(cast: Cast, toll: Toll, before: Told | None, era: Era, speakers: tuple[Party, ...]) -> Loss:
    """The victims of a toll; a bare number or "others" takes the class of the toll before it in the same sentence or the one before."""
    head = toll.victims
    reading = cast.reading
    if (shared := of_their_nation(cast, toll, before)) is not None:
        return shared
    if head is not None and (shared := of_them(cast, toll, before, speakers)) is not None:
        return shared
    bare = (
        head is None
        or reading.words[head].lemma.lower() in NOBODY_IN_PARTICULAR
        or (reading.words[head].upos == "NUM" and behind_of(reading, head) is None)
    )
    if bare and not (head is not None and any(p.code for p in who(cast, head))):
        told, people = bare_loss(cast, toll, before, era, speakers), of_effect(cast, toll)
        return of_civilians(cast, toll, told, before, speakers) if people == "civilian" else replace(told, who=people or told.who)
    assert head is not None
    people = "military" if toll.effect == "captured" and taken_prisoner(cast, toll.effect_word, head) else class_of(cast, head)
    none = toll.low == toll.high == 0  # "no casualties among soldiers or settlers": of none of them
    parties = [p for h in (conjuncts(reading, head) if none else (head,)) for p in who(cast, h) if p.code]
    parties = parties or on_the_side(cast, head)
    if people == "military" and (own := bereft(cast, toll, head, speakers)) is not None:
        return Loss(code=side_code(own), who=people, kinds=kinds_of(cast, head), party=own, shown=True)
    if (owned := of_owner(cast, toll, head, people, parties)) is not None:
        return owned
    if not toll.owner and (body := employer(cast, head, speakers)) is not None:
        return Loss(code=body.bare, who=people, kinds=kinds_of(cast, head), party=body, shown=True)
    if (shared := of_whole(cast, toll, head, people, before)) is not None:
        return shared
    if people != "mixed" and not nationality(cast, head) and head not in cast.hits and (ours := avenger(cast, head)) is not None:
        return Loss(code=code_for(cast, head, ours, people), who=people, kinds=kinds_of(cast, head), party=ours, shown=True)
    if people == "military" and unclaimed(cast, head) and FOREIGN & {reading.words[c].lower for c in reading.dependents(head, "amod")}:
        bodies = {p.bare for p in speakers if p.code and p.country is None}  # a force of several states, no army or group of the country
        return Loss(code=bodies.pop() if len(bodies) == 1 else None, who=people, kinds=kinds_of(cast, head))
    if people == "military" and unclaimed_fighters(cast, head) and (same := namesake(cast, toll, head)) is not None:
        return Loss(code=code_for(cast, head, same, people), who=people, kinds=kinds_of(cast, head), party=same, shown=True)
    if people == "military" and parties and unclaimed(cast, head):
        own = own_side(cast, speakers)
        if (army := own_army(cast, speakers, head)) is not None and army.bare not in doers(cast, toll):
            return Loss(code=army.bare, who=people, kinds=kinds_of(cast, head), party=army, shown=True)
        if own is not None and own.bare in doers(cast, toll):  # "Mali said its forces killed 20 soldiers"
            foe = the_other_side(cast, own)
            return Loss(code=foe.bare if foe else None, who=people, kinds=kinds_of(cast, head), party=foe, shown=True)
        if each_other(cast, toll):
            return Loss(code=None, who=people, kinds=kinds_of(cast, head), shown=True)
        if own is not None or both_named(cast, head) or (two_sided(cast) and not named_near(cast, head)):
            return Loss(code=side_code(own) if own else None, who=people, kinds=kinds_of(cast, head), party=own)
    kinds = kinds_of(cast, head)
    elsewhere = toll.effect == "displaced" and fled_to_home(cast, head) and displaced_from(cast, head) is None
    if not parties and (elsewhere or of_many_states(cast, toll, head, people)):
        return Loss(code=None, who=people, kinds=kinds, shown=True)
    if people == "unknown" and mixes(cast, toll):
        home = parties[0] if parties else struck(cast, head, era)
        return Loss(code=home.bare if home else None, who="mixed", party=home, shown=named(cast, head, parties))
    if len({p.bare for p in parties}) > 1:
        return Loss(code=None, who=people if people != "unknown" else "mixed", kinds=kinds, shown=True)
    party = parties[0] if parties else unnamed_side(cast, toll, head, era, speakers)
    code, clear = code_for(cast, head, party, people), named(cast, head, parties)
    there = party is not None and party in ground_above(cast, cast.reading.words[head].head)
    return Loss(code=code, who=people, kinds=kinds, party=party, shown=clear or there)


def of_many_states(cast: Cast, toll: Toll, head: int, people: str) -> bool:
    """True for "200 foreign nationals", and for people some of whom are told by their nations."""
    foreign = people != "military" and "foreign" in {cast.reading.words[c].lower for c in cast.reading.dependents(head, "amod")}
    return foreign or (people in {"unknown", "civilian"} and of_several_nations(cast, toll))


def of_whole(cast: Cast, toll: Toll, head: int, people: str, before: Told | None) -> Loss | None:
    """The part of a number whose side is its whole's; None where its own words tell."""
    if before is None or toll.part_of is None or toll.part_of != before.toll.number[0]:
        return None
    whole, kinds = before.loss, kinds_of(cast, head)
    if whole.code and people in {"military", whole.who} and unclaimed(cast, head):
        code = code_for(cast, head, whole.party, people) if people == "military" else whole.code
        return Loss(code=code, who=people, kinds=kinds, party=whole.party, shown=True)
    if whole.shown and whole.party is not None and fights_unnamed(cast, head):
        rebels = branch(whole.party, "REB")  # "six Palestinians, including three militants"
        return Loss(code=rebels.code, who=people, kinds=kinds, party=rebels, shown=True)
    if not shares_the_side(cast, whole, head):
        return None
    one = whole.who in {"military", people}
    return replace(
        whole,
        code=whole.code if one else code_for(cast, head, whole.party, people),
        who=whole.who if one else people,
        kinds=kinds,
    )


def shares_the_side(cast: Cast, whole: Loss, head: int) -> bool:
    """True for "one woman" of "19 members of the PKK, including one woman", "children" of "300 Palestinians, including 40 children"."""
    plain = cast.reading.words[head].lemma.lower() in GENERIC - {"civilian", "national"} and unclaimed_fighters(cast, head)
    return plain and whole.shown and whole.party is not None and whole.code is not None


def unnamed_side(cast: Cast, toll: Toll, head: int, era: Era, speakers: tuple[Party, ...]) -> Party | None:
    """Whose the victims are where no word with them tells: by soldiers beside them, where they fled from, who claims it, what was hit."""
    fled = displaced_from(cast, head) if toll.effect == "displaced" else None
    few = (toll.best or toll.low or 0) < MANY and not toll.cumulative
    return beside_soldiers(cast, head, speakers) or fled or of_claimant(cast, toll, speakers) or struck(cast, head, era, few=few)


def of_owner(cast: Cast, toll: Toll, head: int, people: str, parties: list[Party]) -> Loss | None:
    """The people whom somebody lost, where no nationality of their own stands with them: "France lost 58 soldiers in Mali"."""
    reading, kinds = cast.reading, kinds_of(cast, head)
    owners = [p for o in toll.owner for p in who(cast, o) if p.code]
    if toll.owner and not owners and all(reading.words[o].lemma.lower() in REBEL_NOUNS for o in toll.owner):
        return Loss(code=None, who="military", kinds=kinds, shown=True)  # "the attackers lost ten men"
    if of_all_sides(cast, toll, owners):
        return Loss(code=None, who="military" if reading.words[head].lemma.lower() == "man" else people, kinds=kinds, shown=True)
    if owners and reading.words[toll.effect_word].upos == "VERB":
        own = {cast.hits[m].party.code for m in modifiers(reading, head) if m in cast.hits}
        parties = [p for p in parties if p.code in own]
    lost = owners and (reading.words[head].lemma.lower() in {"man", "troop"} or (people == "military" and not parties))
    if not owners or (parties and not unclaimed(cast, head)) or not (people == "unknown" or lost):
        return None
    armed = owners[0].kind in {"military", "armed-group"} or (lost and owners[0].kind in {"country", "government"})
    return Loss(code=side_code(owners[0]), who="military" if armed else people, kinds=kinds, party=owners[0], shown=True)


def of_all_sides(cast: Cast, toll: Toll, owners: list[Party]) -> bool:
    """True for "both sides lost four men each", "the two armies suffered 60 casualties": of nobody's people alone."""
    sides = any(cast.reading.words[o].lemma.lower() == "side" and cast.reading.words[o].xpos == "NNS" for o in toll.owner)
    return len({p.bare for p in owners}) > 1 or sides


def named(cast: Cast, head: int, parties: list[Party]) -> bool:
    """True where a name, a nationality, a pronoun or "a dozen of" them shows the side, and it is no guess from "three soldiers"."""
    reading = cast.reading
    own = head in cast.hits or head in cast.person_at or reading.words[head].upos == "PRON" or behind_of(reading, head) is not None
    return bool(parties) and (
        own or bool(on_the_side(cast, head)) or bool(nationality(cast, head)) or any(m in cast.hits for m in modifiers(reading, head))
    )


def on_the_side(cast: Cast, head: int) -> list[Party]:
    """Whose the people in "207 people on the Armenian side" are."""
    reading = cast.reading
    verb = reading.words[head].head if reading.words[head].relation in {"nsubj", "nsubj:pass"} else head
    opening = (
        o for o in reading.dependents(verb, "obl") if o < head and preposition(reading, o) == "on"
    )  # "On the Armenian side 105 died"
    near = (*reading.dependents(head, "nmod"), *opening)
    sides = (c for c in near if reading.words[c].lemma.lower() == "side")
    return [cast.hits[m].party for c in sides for m in modifiers(reading, c) if m in cast.hits and cast.hits[m].party.code]


def unclaimed_fighters(cast: Cast, head: int) -> bool:
    """True for "two fighters" without a name or nationality beside them."""
    return head not in cast.hits and not nationality(cast, head) and behind_of(cast.reading, head) is None


def namesake(cast: Cast, toll: Toll, head: int) -> Party | None:
    """The Iraqi soldiers of "clashes between Mahdi Army militiamen and Iraqi soldiers killed 20 soldiers": those called so in the sentence.

    Of who does the harm nobody dies of it.
    """
    reading = cast.reading
    words, acting = reading.words, doers(cast, toll)
    named = [w for w in range(*reading.sentences[words[head].sentence]) if words[w].lemma == words[head].lemma and w != head]
    sides = {p.bare: p for w in named if nationality(cast, w) or w in cast.hits for p in who(cast, w) if p.code and p.bare not in acting}
    return next(iter(sides.values())) if len(sides) == 1 else None


def fights_unnamed(cast: Cast, head: int) -> bool:
    """True for militants or gunmen of no name."""
    return cast.reading.words[head].lemma.lower() in REBEL_NOUNS and unclaimed_fighters(cast, head)


def of_them(cast: Cast, toll: Toll, before: Told | None, speakers: tuple[Party, ...]) -> Loss | None:
    """As in "killing 40 of them", "five of them badly": of whoever strikes the adversaries named last, else those of the toll before.

    "Seven of the wounded" are the soldiers who were wounded before.
    """
    reading, head = cast.reading, toll.victims
    itself = head is not None and reading.words[head].lower in {"them", "whom"} | THE_STRUCK
    behind = head if itself else behind_of(reading, head) if head is not None else None
    if behind is not None and reading.words[behind].lower in THE_STRUCK and is_definite(reading, behind) and before is not None:
        same = before.toll.effect == toll.effect and before.loss.code and not before.loss.code.endswith(".CVL")
        return replace(before.loss, kinds=(), shown=True) if same else None
    if behind is None or reading.words[behind].lower not in {"them", "whom"}:
        return None
    if some_of_unnamed(cast, behind):
        return Loss(code=None, who="military", shown=True)
    acting = doers(cast, toll)
    if {reading.words[a].lower for a in cast.verb(toll.effect_word).agents} & {"we", "i"}:
        acting |= {p.bare for p in speakers}
    if acting and reading.words[behind].lower == "them":
        first = reading.sentences[max(0, reading.words[behind].sentence - BACK)].first
        named = (p for w in range(behind - 1, first - 1, -1) if reading.words[w].xpos in {"NNS", "NNPS"} for p in who(cast, w) if p.code)
        foe = next((p for p in named if p.bare not in acting), None)
        if foe is None:
            return Loss(code=None, who="unknown")
        armed = foe.kind in {"military", "armed-group"} or foe.sector in {"MIL", "REB"}
        return Loss(code=foe.own_side if armed else foe.code, who="military" if armed else "unknown", party=foe, shown=True)
    near = before is not None and sentence(cast, before.toll) == sentence(cast, toll)
    return replace(before.loss, kinds=()) if near and before is not None and before.loss.code else None


def of_their_nation(cast: Cast, toll: Toll, before: Told | None) -> Loss | None:
    """The part of a number that a nationality alone tells: "22 airmen are missing, nine of them British"."""
    words, w = cast.reading.words, toll.number[-1] + 1
    if before is None or w + 2 >= len(words) or words[w].lower != "of" or words[w + 1].lower not in {"them", "whom"}:
        return None
    party = cast.hits[w + 2].party if w + 2 in cast.hits and cast.hits[w + 2].how in OF_STATES else None
    noun = words[w + 2].head if words[w + 2].relation == "amod" and words[w + 2].head > w + 2 else w + 2
    if party is None or party.code is None or (noun != w + 2 and not cast.is_class(noun, "people")):
        return None
    who = class_of(cast, noun) if noun != w + 2 else "unknown"
    who = before.loss.who if who == "unknown" and before.loss.who == "military" else who
    code = party.bare if who == "military" else branch(party, "CVL").code
    return Loss(code=code, who=who, party=party, shown=True)


def of_effect(cast: Cast, toll: Toll) -> str | None:
    """The class of "no civilian casualties", "12 military deaths": what stands before the noun of harm; `mixed` for both."""
    before = {cast.reading.words[c].lower for c in modifiers(cast.reading, toll.effect_word)}
    found = {"civilian": "civilian", "military": "military"}.keys() & before
    return None if not found else "mixed" if len(found) > 1 else next(iter(found))


def of_civilians(cast: Cast, toll: Toll, told: Loss, before: Told | None, speakers: tuple[Party, ...]) -> Loss:
    """The loss of "no civilian casualties": civilians of who suffered them, else of the country where it happened.

    Who tells of them tells as often of those it struck.
    """
    again = before is not None and (told.code or "").endswith(".CVL") and told.code == before.loss.code
    if told.party is not None and (told.shown or again) and told.party.kind in {"country", "government", "military"}:
        return replace(told, code=branch(told.party, "CVL").code, who="civilian")
    here = sentence(cast, toll)
    ground = next((p for n in range(here, max(-1, here - BACK - 1), -1) if (p := place_told(cast, n)) is not None), None)
    if ground is not None:
        return Loss(code=branch(ground, "CVL").code, who="civilian", party=ground, shown=True)
    if told.party is not None and told.party.bare in {p.bare for p in speakers}:
        return Loss(code=None, who="civilian", shown=True)
    return replace(told, who="civilian")


def own_side(cast: Cast, speakers: tuple[Party, ...]) -> Party | None:
    """The one state of the article that speaks: who tells of soldiers without saying whose means its own."""
    states = {p.bare: p for p in speakers if p.bare and p.bare in {f.bare for f in cast.focus[:3]}}
    return next(iter(states.values())) if len(states) == 1 else None


def own_army(cast: Cast, speakers: tuple[Party, ...], head: int) -> Party | None:
    """The army that tells of "two more troops", which are its own, whatever states the article is about."""
    armies = {p.bare: p for p in speakers if p.bare and p.sector == "MIL"}
    troops = cast.reading.words[head].lemma.lower() in TROOPS
    return next(iter(armies.values())) if troops and len(armies) == 1 and len(speakers) == 1 else None


def own_group(speakers: tuple[Party, ...]) -> Party | None:
    """The one armed group that speaks."""
    groups = {p.bare: p for p in speakers if p.kind == "armed-group" and p.bare}
    return next(iter(groups.values())) if len(groups) == 1 else None


def doers(cast: Cast, toll: Toll) -> frozenset[str | None]:
    """The sides of those who did the harm, where the effect word is a verb with an agent."""
    verb = cast.reading.words[toll.effect_word]
    harms = verb.upos == "VERB" and verb.lemma in cast.codebook.ontology.effects.get(toll.effect, {}).get(
        "patient", ()
    )  # "admitted to hospital" does none
    agents = cast.verb(verb.i).agents if harms else ()
    if toll.victims in agents:
        return frozenset()
    return frozenset(p.bare for a in agents for p in who(cast, a) if p.code)


def the_other_side(cast: Cast, own: Party) -> Party | None:
    """The other of the two states that an article is about; None where it is about one, or about more."""
    others = [p for p in cast.focus[:2] if p.bare != own.bare]
    return others[0] if two_sided(cast) and len(others) == 1 else None


def unclaimed(cast: Cast, head: int) -> bool:
    """True for "three soldiers": no nationality, no name, nobody told before."""
    known = head in cast.hits or nationality(cast, head) or is_definite(cast.reading, head) or behind_of(cast.reading, head) is not None
    role = cast.role(head)
    return not known and role is not None and role.sector != "REB" and cast.reading.words[head].lemma.lower() not in REBEL_NOUNS


def both_named(cast: Cast, head: int) -> bool:
    """True when the sentence names the article's two states: then nothing says whose "about 100 troops" were."""
    sentence_words = range(*cast.reading.sentences[cast.reading.words[head].sentence])
    named = {cast.hits[w].party.bare for w in sentence_words if w in cast.hits}
    return len(cast.focus) > 1 and {p.bare for p in cast.focus[:2]} <= named


def named_near(cast: Cast, head: int) -> bool:
    """True when the sentence, or the paragraph up to it, names a party or a place of one."""
    reading = cast.reading
    sentence = reading.words[head].sentence
    first = sentence
    while first and not paragraph_between(reading, reading.sentences[first].first - 1, reading.sentences[first].first):
        first -= 1
    return any(w in cast.hits or w in cast.place_of for w in range(reading.sentences[first].first, reading.sentences[sentence].end))


def bare_loss(cast: Cast, toll: Toll, before: Told | None, era: Era, speakers: tuple[Party, ...]) -> Loss:
    """A number without a noun: the side that lost, or the victims told just before.

    Another claimant than before, of a side of the conflict, counts its own losses.
    """
    owners = [p for o in toll.owner for p in who(cast, o) if p.code]
    if toll.owner and not owners and all(cast.reading.words[o].lemma.lower() in REBEL_NOUNS for o in toll.owner):
        return Loss(code=None, who="military", shown=True)  # "inflicted 18 casualties on the rebels"
    if of_all_sides(cast, toll, owners):
        return Loss(code=None, who="unknown", shown=True)
    if hit := under_attack(cast, toll.effect_word):
        people, party = class_of(cast, hit[0]), next(p for p in who(cast, hit[0]) if p.is_side)
        return Loss(code=code_for(cast, hit[0], party, people), who=people, party=party, shown=True)
    near = before is not None and 0 <= sentence(cast, toll) - sentence(cast, before.toll) <= (2 if toll.cumulative else 1)
    inherited = before.loss if before is not None and near else None
    if owners:
        people = "military" if owners[0].kind in {"military", "armed-group"} else inherited.who if inherited else "unknown"
        return Loss(code=side_code(owners[0]), who=people if people in {"military", "unknown"} else "unknown", party=owners[0], shown=True)
    noun = toll.effect_word if cast.reading.words[toll.effect_word].lemma.lower() in BODIES else None
    if noun is not None and (theirs := [p for p in nationality(cast, noun) if p.code]):  # "no coalition casualties"
        people = of_effect(cast, toll) or ("military" if theirs[0].kind in {"military", "armed-group"} else "unknown")
        code = branch(theirs[0], "CVL").code if people == "civilian" else code_for(cast, noun, theirs[0], people)
        return Loss(code=code, who=people, party=theirs[0], shown=True)
    own = own_side(cast, speakers) or (own_group(speakers) if toll.cumulative and inherited and inherited.who == "military" else None)
    if (of_its_own(cast, toll) or admitted(cast, toll)) and len({p.bare for p in speakers if p.bare}) == 1:
        own = next(p for p in speakers if p.bare)
        return Loss(code=side_code(own), who=inherited.who if inherited else "unknown", party=own, shown=True)
    together = before is not None and sentence(cast, before.toll) == sentence(cast, toll)
    if inherited is not None and before is not None and own is not None and inherited.code != own.bare:
        same = {p.bare for p in before.speakers} & {own.bare}
        side = inherited.who == "military" or (inherited.who == "unknown" and not (inherited.code or "").endswith(".CVL"))
        if not same and not (together and not before.speakers) and side:
            return Loss(code=side_code(own), who=inherited.who, party=own)
    if inherited is not None:
        return Loss(
            code=inherited.code,
            who=inherited.who,
            party=inherited.party,
            shown=together and bool(inherited.code or inherited.who == "military"),
        )
    if own is not None and toll.cumulative:
        return Loss(code=side_code(own), who="unknown", party=own)
    home = home_of(cast, toll.effect_word) if era == "current" and not (toll.cumulative and two_sided(cast)) else None
    own_fire = home is not None and home.bare in doers(cast, toll) and place_told(cast, sentence(cast, toll)) is None
    home = None if own_fire else home
    return Loss(code=branch(home, "CVL").code if home else None, who="unknown", party=home)


def each_other(cast: Cast, toll: Toll) -> bool:
    """True for "the two sides gave the bodies of 65 fighters to each other"."""
    words = [w.lower for w in cast.reading.words[toll.number[-1] + 1 : toll.number[-1] + REACH]]
    return any(words[k : k + 2] in (["each", "other"], ["one", "another"]) for k in range(len(words)))


def bereft(cast: Cast, toll: Toll, head: int, speakers: tuple[Party, ...]) -> Party | None:
    """The one side that "announced the deaths of three soldiers", "mourned six fighters": an army its soldiers, a group its fighters."""
    words, top = cast.reading.words, toll.effect_word
    if any(w in cast.hits for w in (head, *(m for m in modifiers(cast.reading, head) if m < head))):
        return None  # "Russia confirmed the deaths of 20 Ukrainian soldiers"
    if words[top].upos != "NOUN" or words[top].relation != "obj" or words[words[top].head].lemma not in ANNOUNCING:
        return None
    told = {p.bare: p for p in (*(q for a in cast.verb(words[top].head).agents for q in who(cast, a)), *speakers) if p.bare}
    own = next(iter(told.values())) if len(told) == 1 else None
    lemma = words[head].lemma.lower()
    if own is None or own.kind not in WARRING:
        return None
    return own if lemma in (FIGHTERS if own.kind == "armed-group" else TROOPS) else None


def of_its_own(cast: Cast, toll: Toll) -> bool:
    """True for "four dead of their own"."""
    words = [w.lower for w in cast.reading.words[toll.number[-1] + 1 : toll.number[-1] + 5]]
    return any(words[k : k + 3] in (["of", "their", "own"], ["of", "its", "own"], ["of", "our", "own"]) for k in range(len(words)))


def admitted(cast: Cast, toll: Toll) -> bool:
    """True for "Mali has acknowledged nearly 80 dead": who admits a number of dead admits its own."""
    words = cast.reading.words
    top = toll.number[0]
    while words[top].head in {*toll.number, toll.effect_word} - {top} and words[top].lemma not in ADMITTING:
        top = words[top].head
    return words[top].relation in {"obj", "xcomp"} and words[words[top].head].lemma in ADMITTING


def two_sided(cast: Cast) -> bool:
    """True for an article about two states that it names nearly as often: nothing says to whom people without a nationality belong."""
    if len(cast.focus) < 2:
        return False
    first, second = (cast.weight[p.code or ""] for p in cast.focus[:2])
    return second >= OFTEN and 2 * second >= first


def sums_sides(cast: Cast, toll: Toll, loss: Loss, speakers: tuple[Party, ...]) -> bool:
    """True for a number that adds up several sides ("together reported 99", "on both sides"): it is nobody's claim, and no one side's."""
    reading = cast.reading
    sides = {p.bare for p in speakers if p.bare}
    words = {w.lower for w in reading.words[slice(*reading.sentences[sentence(cast, toll)])]}
    if len(sides) > 1 and words & SUMS:
        return True
    first, end = reading.sentences[sentence(cast, toll)]
    around = range(max(first, toll.number[0] - REACH), min(toll.number[0] + REACH, end - 1))
    return any(
        reading.words[w].lower == "both" and reading.words[w + 1].lower == "sides" and reading.words[w - 1].lower in ON for w in around if w
    )


def sentence(cast: Cast, toll: Toll) -> int:
    """The sentence of a toll's effect word."""
    return cast.reading.words[toll.effect_word].sentence


def struck(cast: Cast, head: int, era: Era, *, few: bool = False) -> Party | None:
    """The side of people without a nationality: the country where it happened; of sums of the past, and of unnamed militants, nobody's.

    Of a `few` in the past it is the country that their own verb tells.
    """
    behind = behind_of(cast.reading, head)
    head = behind if behind is not None and cast.reading.words[behind].upos == "NOUN" else head
    role = cast.role(head)
    lemma = cast.reading.words[head].lemma.lower()
    if lemma in REBEL_NOUNS or (role is not None and role.sector == "REB"):
        return None
    struck_in, acting = attacked(cast, head)
    if struck_in is not None:
        return struck_in
    if era == "background" and lemma in {"people", "person", "life"}:
        return own_place(cast, head) if few else None
    if role is not None or lemma in GENERIC or lemma in FOUND or cast.is_class(head, "people") or head in cast.person_at:
        home = own_place(cast, head) or ground_of(cast, head) or home_of(cast, head)
        return None if home is not None and home.bare in acting else home
    return None


def of_claimant(cast: Cast, toll: Toll, speakers: tuple[Party, ...]) -> Party | None:
    """The state that counts people of no nationality whom it did not strike: they are its own, unless the sentence lies elsewhere."""
    head, reading = toll.victims, cast.reading
    own = own_side(cast, speakers)
    if head is None or own is None or not two_sided(cast) or own.bare in doers(cast, toll):
        return None
    lemma = reading.words[head].lemma.lower()
    role = cast.role(head)
    plain = lemma in GENERIC | FOUND or (role is not None and role.victim_who == "civilian") or cast.is_class(head, "people")
    if not plain or lemma in REBEL_NOUNS or (role is not None and role.sector == "REB"):
        return None
    lies = {p.code for w in range(*reading.sentences[reading.words[head].sentence]) if (p := cast.place_of.get(w)) and p.code}
    other = any(
        cast.hits[w].party.bare not in {own.bare, None} for w in range(*reading.sentences[reading.words[head].sentence]) if w in cast.hits
    )
    return next((p for p in cast.focus if p.bare == own.bare), None) if lies <= {own.bare} and not other else None


def beside_soldiers(cast: Cast, head: int, speakers: tuple[Party, ...]) -> Party | None:
    """The side of the soldiers in "killing two soldiers and a woman", where who tells it counts its own."""
    first = cast.reading.words[head].head if cast.reading.words[head].relation == "conj" else head
    own = own_side(cast, speakers)
    if first == head or own is None or class_of(cast, first) != "military" or not unclaimed(cast, first) or fights_unnamed(cast, head):
        return None
    return own


def class_of(cast: Cast, head: int) -> str:
    """`military`, `civilian`, `mixed` or `unknown` by the noun of the victims."""
    reading = cast.reading
    behind = behind_of(reading, head)
    if behind is not None and not (reading.words[behind].upos == "NUM" and reading.words[head].upos == "NOUN"):
        head = behind
    role = cast.role(head)
    lemma = reading.words[head].lemma.lower()
    if lemma in REBEL_NOUNS:
        return "military"
    near = {reading.words[c].lower for c in reading.dependents(head, "amod", "compound")}
    if "civilian" in near:
        return "civilian"
    if "military" in near and role is not None:
        return "military"
    fights = any(p.kind in {"armed-group", "military"} or p.sector in {"MIL", "COP", "REB"} for p in who(cast, head))
    if lemma in CREWS and mans_arms(cast, head):
        return "military"
    if lemma == "man" and (fights or of_a_side(cast, head)):  # "one of its men had died"
        return "military"
    if role is not None and role.victim_who:
        return "military" if role.victim_who == "unknown" and fights else role.victim_who
    if fights:
        return "military"
    if cast.is_class(head, "forces") and lemma not in {"man", "men", "security"}:
        return "military"
    return "unknown"


def mans_arms(cast: Cast, head: int) -> bool:
    """True for the crew of an army helicopter, a government jet, a warplane: of arms that are an armed force's."""
    words = cast.reading.words
    arms = [w for w in range(*cast.reading.sentences[words[head].sentence]) if cast.is_class(w, "arms")]
    return any(words[w].lemma.lower() in OF_WAR or any(words[m].lower in FORCES for m in modifiers(cast.reading, w)) for w in arms)


def of_a_side(cast: Cast, head: int) -> bool:
    """True for "its men", "Chad's men": a state's, who serve it."""
    owners = cast.reading.dependents(head, "nmod:poss")
    return any(p.kind in WARRING for o in owners for p in who(cast, o))


def taken_prisoner(cast: Cast, verb: int, head: int) -> bool:
    """True for "took 11 prisoners": fighters, whom the other side took."""
    return cast.reading.words[verb].lemma == "take" and cast.reading.words[head].lemma.lower() == "prisoner"


def kinds_of(cast: Cast, head: int) -> tuple[str, ...]:
    """Finer kinds of victims that the register knows: child, journalist, officer and others."""
    role = cast.role(head)
    return (role.victim_kind,) if role is not None and role.victim_kind else ()


def code_for(cast: Cast, head: int, party: Party | None, people: str) -> str | None:
    """The victims' code: the bare side for its forces, `.CVL` for its civilians and plain nationals, `.REB` for its rebels."""
    if party is None or party.code is None:
        return None
    if people == "military":
        return party.code if party.code.endswith(".REB") else party.bare
    noun = cast.reading.words[head].lemma.lower()
    if noun in BODIES and people != "civilian" and (noun not in FOUND or named(cast, head, [party])):
        return party.bare  # "Malian dead", not "six bodies": nothing says that those were soldiers
    if party.kind in OF_A_COUNTRY:
        return branch(party, "CVL").code
    if people == "civilian" and party.is_person and party.country == party.bare:
        return f"{party.bare}.CVL"  # "his two sons" of a state's official
    return party.code
