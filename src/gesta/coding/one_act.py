"""One act told twice: by a noun and the verb it is subject of, by the number of its dead, by a sentence that takes up what is known."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import subjects
from gesta.coding.coreference import those_struck
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.killed import fatally
from gesta.coding.modality import first_to
from gesta.model import Reading

DEEDS = frozenset({"murder", "assassinate"})
WHILE = frozenset({"when", "as", "while", "that"})

WEAPONS = ("arms", "projectiles", "hand_weapons")
#: Modes of what is done with weapons that neither stab nor burn.
ARMED_WITH = frozenset({"firearms", "aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "crowd-control"})


def join_subjects(drafts: list[Draft]) -> list[Draft]:
    """As in "two blasts hit the market", "the strikes that targeted the base": the noun's event takes what the verb adds."""
    nouns = {d.i: d for d in drafts if d.type == "ASSAULT" and not d.trigger.verbal and not d.trigger.rule.reciprocal}
    out = []
    for d in drafts:
        own = next((nouns[a] for a in d.trigger.frame.agents if a in nouns), None)
        act = d.type == "ASSAULT" and d.trigger.verbal and not d.trigger.rule.killing
        if own is None or own is d or not act or own.factuality != d.factuality:
            out.append(d)
            continue
        own.mentions.append(d.evidence)
        take_over(own, d)
    return out


def take_over(own: Draft, d: Draft) -> None:
    """Fills what the noun's event leaves open from the verb's."""
    if not own.roles.recipients:
        own.roles.recipients = [p for p in d.roles.recipients if d.side(p) not in {d.side(a) for a in own.roles.actors}]
        own.roles.recipient_words += d.roles.recipient_words
    own.time, own.places, own.mode, own.weapon = own.time or d.time, own.places or d.places, own.mode or d.mode, own.weapon or d.weapon
    own.toll |= d.toll


def same_toll(a: Draft, b: Draft) -> bool:
    """True when the later telling kills as many of the same side: "killed four militants", told by another."""
    return b.trigger.rule.killing and bool(a.toll & b.toll) and a.era == b.era and a.type == b.type == "ASSAULT"


def same_victim(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for the killing of somebody whose killing was told before, by the name: a person is killed once.

    Not where the later telling says who did it and the earlier does not, or says another.
    """
    return sides_of(b) <= sides_of(a) and same_name(drafting, a, b) is True


def other_victim(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for the killing of somebody by another name than those whom the earlier act killed."""
    return same_name(drafting, a, b) is False


def same_name(drafting: Drafting, a: Draft, b: Draft) -> bool | None:
    """Whether two killings name one person, the whole name or a part of it; None where one of them names nobody."""
    before = named_dead(drafting, a)
    again = named_dead(drafting, b) if before else []
    return any(x <= y or y <= x for x in before for y in again) if again else None


def others_named(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for the killing of somebody by another name than those whom the earlier act hit, whatever it did to them."""
    before = named_hit(drafting, a)
    again = named_dead(drafting, b) if before else []
    return bool(again) and not any(x & y for x in before for y in again)


def own_deed(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for one person murdered on a day that is told, and not for the act told before or beside: "was assassinated on 4 July".

    And where the other act is what the dead did: "troops killed ten men as they tried to plant a bomb".
    """
    if any(
        those_struck(drafting.cast, s) is not None for s in subjects(drafting.reading, a.i) if drafting.reading.words[s].lower == "they"
    ):
        return True
    days = [(d.time.time.start, d.time.time.end) if d.time is not None else None for d in (a, b)]
    return dated_murder(drafting, b) and b.time is not a.time and (days[0] != days[1] or days[1] == (None, None))


def dated_murder(drafting: Drafting, d: Draft) -> bool:
    """True for one person murdered on a day that is told: such words tell a deed and sum up none, as "was killed" may."""
    words, hit = drafting.reading.words, d.trigger.frame.patients
    one = len(hit) == 1 and (hit[0] in drafting.cast.person_at or words[hit[0]].xpos in {"NN", "NNP"})
    one = one and not first_to(drafting.reading, hit[0])  # "the second mayor murdered within a week"
    return one and d.time is not None and d.trigger.verbal and words[d.i].lemma.lower() in DEEDS


def sides_of(d: Draft) -> frozenset[str | None]:
    """The sides of those who did it."""
    return frozenset(d.side(p) for p in d.roles.actors)


def named_dead(drafting: Drafting, d: Draft) -> list[frozenset[str]]:
    """The names of those whom a draft kills by its own word ("murdered", "the killing of"), each as its words."""
    return named_hit(drafting, d) if kills_by_itself(drafting, d) else []


def kills_by_itself(drafting: Drafting, d: Draft) -> bool:
    """True for an assault whose own words say that somebody was killed: "murdered", "the killing of", "fatally wounded"."""
    if d.type != "ASSAULT":
        return False
    lexicon = drafting.cast.codebook.ontology.effects["killed"]
    lemmas = [drafting.reading.words[w].lemma.lower() for w in d.trigger.words]
    told = {drafting.reading.words[d.i].lemma.lower(), " ".join(lemmas)}
    known = d.trigger.rule.id in {"cost-lives", "find-dead"} or not told.isdisjoint(
        lexicon["patient"] if d.trigger.verbal else lexicon["nouns"]
    )
    return known or (d.trigger.verbal and fatally(drafting.reading, d.i))


def named_hit(drafting: Drafting, d: Draft) -> list[frozenset[str]]:
    """The names of those whom a draft hits, each as its words."""
    cast = drafting.cast
    hit = dict.fromkeys((*d.trigger.frame.patients, *d.roles.recipient_words, *d.struck))
    called = (w for h in hit for w in (h, h + 1, *drafting.reading.dependents(h, "appos", "flat", "nmod:desc")))  # "senator Luis Rojas"
    runs = dict.fromkeys(cast.person_at[w] for w in called if w in cast.person_at)
    return [frozenset(cast.reading.words[i].lower for i in range(*run)) for run in runs]


def goes_on(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for what stands below a known act: "the attack took place when gunmen opened fire at the patrol"."""
    if b.type != "ASSAULT" or a.era != b.era or (a.mode and b.mode and a.trigger.rule.mode and a.mode != b.mode):
        return False
    return bool(b.sides) and (b.sides <= a.sides or a.sides <= b.sides != frozenset()) and below_known_act(drafting, b)


def below_known_act(drafting: Drafting, b: Draft) -> bool:
    """True when a verb above the trigger has a known act as its subject, or happens "in the attack"."""
    reading, w = drafting.reading, b.i
    while reading.words[w].head != w:
        if reading.words[w].relation in {"advcl", "ccomp"}:
            marks = {reading.words[c].lower for c in reading.dependents(w, "mark", "advmod")}
            above = reading.words[w].head
            return bool(marks & WHILE) and any(drafting.known_act(c) for c in reading.dependents(above, "nsubj", "obl"))
        w = reading.words[w].head
    return False


def other_captives(reading: Reading, a: Draft, b: Draft) -> bool:
    """True for "arrested two men" and "arrested twelve women": those who are taken are counted in both, and differently."""
    taken = [
        {reading.words[n].lower for h in d.trigger.frame.patients for n in reading.dependents(h, "nummod")}
        for d in (a, b)
        if d.mode in {"arrest", "abduct"} and d.trigger.verbal
    ]
    return len(taken) == 2 and all(taken) and not taken[0] & taken[1]


def same_deed(drafting: Drafting, o: Draft, d: Draft) -> bool:
    """True for two verbs of one deed.

    The second has no subject and no object of its own ("ambushed and shot dead", "killed or kidnapped by rebels"), tells who was wounded
    where others were killed, or what went up in flames ("attacked the village, burning homes").
    """
    reading = drafting.reading
    if d.type != o.type or not d.trigger.verbal or reading.words[d.i].head != o.i:
        return False
    if reading.words[d.i].relation == "advcl" and reading.words[d.i].xpos == "VBG" and d.trigger.rule.id == "destroy":
        return o.trigger.verbal and o.trigger.frame.agents == d.trigger.frame.agents
    if reading.words[d.i].relation != "conj":
        return False
    wounded = d.trigger.rule.id == "wound" and o.trigger.rule.killing
    return not reading.dependents(d.i, "nsubj", "nsubj:pass") and (wounded or not reading.dependents(d.i, "obj", "ccomp", "xcomp", "obl"))


def one_sided(cast: Cast, killing: Draft) -> bool:
    """True for "rebels killed three soldiers in the violence": who killed whom is told, which is more than that there was fighting."""
    doing = [a for a in killing.trigger.frame.agents if not any(cast.is_class(a, name) for name in WEAPONS)]
    return bool(doing and killing.trigger.frame.patients and killing.roles.actors)


def by_other_means(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for people stabbed or burnt alive, beside an act done with guns, bombs or gas: they are none of its dead."""
    words, means = drafting.reading.words, drafting.cast.codebook.ontology.classes["killing_by_hand"]
    return words[b.i].lemma.lower() in means and a.mode in ARMED_WITH and words[a.i].lemma.lower() not in means


def own_clause(drafting: Drafting, host: Draft, killing: Draft) -> bool:
    """True for "A was shot, and B was killed by gunfire", "kidnapped a doctor, killed a guard": such a clause is no part of the first."""
    reading, word = drafting.reading, drafting.reading.words[killing.i]
    same = killing.trigger.frame.patients and set(killing.trigger.frame.patients) <= set(host.trigger.frame.patients)
    other = host.mode == "abduct" and not same and reading.dependents(host.i, "obj") and reading.dependents(killing.i, "obj")
    return word.relation == "conj" and word.head == host.i and bool(other or reading.dependents(killing.i, "nsubj"))
