"""Who did it to whom: a trigger's slots filled with parties, and what a frame needs of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gesta.coding.asked import aimed_at, answerable_for, asked_to, in_the_street, is_for_subject
from gesta.coding.blasts import beside_blast
from gesta.coding.cast import BACKING, Cast, hits_before
from gesta.coding.clauses import AUTHORS, each, if_whom, obliques, preposition, subjects
from gesta.coding.crowds import counted_people, crowd, crowd_faced, protested
from gesta.coding.doers import (
    attacks,
    comes_from,
    committed_by,
    doers,
    in_fact,
    is_deed,
    modifier_actors,
    paired,
    struck_capital,
    thought_to_be_of,
    who_is_behind,
)
from gesta.coding.frontiers import across_border
from gesta.coding.held_ground import holders, holders_around, taken_from
from gesta.coding.killed import who_is_called
from gesta.coding.named_so import names_given, said_of
from gesta.coding.nounphrases import core, is_definite, reciprocal
from gesta.coding.parties import Party, branch, is_unarmed
from gesta.coding.parties_in_text import nationality, who
from gesta.coding.purposes import to_be_driven_out
from gesta.coding.sufferers import (
    dwellers,
    ground_of,
    launched_by,
    own_citizens,
    own_people,
    private_person,
    stopped_by,
    struck,
    sufferers,
)
from gesta.coding.triggers import Trigger, summed
from gesta.model import Reading

NEAR = 2  # steps of the parse
ADDRESSED = frozenset({"AGREE", "REJECT", "THREATEN", "CONCEDE", "AID", "SANCTION"})
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
APART = frozenset(
    {
        "after",
        "before",
        "since",
        "until",
        "during",
        "following",
        "because",
        "because of",
        "despite",
        "amid",
        "unless",
        "if",
        "when",
        "while",
    }
)
DIED_OF = frozenset({"in", "of", "from", "as", "after", "during", "following", "because of", "due to", "as a result of"})
PERSONAL = frozenset({"ASSAULT", "COERCE"})  # acts done to a person
BROKERING = frozenset({"broker", "mediate", "facilitate"})
CHARGING = frozenset({"charge", "indict", "prosecute"})
LOCATIVE = frozenset({"in", "into", "to", "from", "at", "inside", "within", "near", "toward", "towards"})
OVERPOWERING = frozenset({"arrest", "army-topples"})  # frames of what an army does to its own government without blood
JOINED_BY = frozenset({"back", "support", "accompany", "assist", "help", "join"})
WHERE = frozenset({"near", "in", "at", "around", "outside", "along", "inside", "within"})
ELSEWHERE = LOCATIVE | {"by", "on", "along", "outside", "between", "including", "during", "after", "before", "across", "over"}
FAR = 4  # steps of the parse


@dataclass(slots=True, kw_only=True)
class Roles:
    """Parties by role with the words that show them."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    mediators: list[Party] = field(default_factory=list)
    actor_words: list[int] = field(default_factory=list)
    recipient_words: list[int] = field(default_factory=list)


def fill(cast: Cast, trigger: Trigger) -> Roles:
    """The roles of a trigger as its frame says; nobody is both actor and recipient, but where sides do it to each other."""
    rule, roles = trigger.rule, Roles()
    for slot in rule.actors:
        take(cast, trigger, slot, roles.actors, roles.actor_words, suffers=False)
    for slot in rule.mutual:
        take(cast, trigger, slot, roles.actors, roles.actor_words, suffers=False)
    if rule.reciprocal and rule.type == "ASSAULT":
        told = [h for slot in (*rule.actors, *rule.mutual) for h in slot_heads(cast, trigger, slot)]
        roles.actors += crowd_faced(cast, trigger, told, roles.actors)
    if rule.reciprocal and len({p.bare for p in roles.actors}) < 2 and (both := paired(cast, trigger, roles.actor_words)):
        roles.actors = both
    take_recipients(cast, trigger, roles)
    if rule.type in SPOKEN and trigger.verbal and not once(roles.actors):
        roles.actors += speaker_above(cast, trigger, roles)
    if rule.type == "REQUEST" and roles.actors:
        of_whom(cast, trigger, roles)
    if not roles.actors and not rule.reciprocal:
        ways = (modifier_actors, who_is_behind, comes_from, thought_to_be_of)
        roles.actors = next((found for way in ways if (found := way(cast, trigger, roles.actor_words))), [])
    if rule.type == "ACCUSE" and not roles.actors:
        roles.actors = prosecutor(cast, trigger, roles)
    if rule.type in {"ASSAULT", "COERCE", "MOBILIZE"}:
        roles.actors += helpers(cast, trigger, roles)
    if rule.type == "PROTEST" and not roles.recipients and not trigger.verbal:
        roles.recipients, roles.recipient_words = protested(cast, trigger)
    if not any(p.code for p in roles.actors) and (rule.type == "PROTEST" or in_the_street(cast, trigger)):
        roles.actors = crowd(cast, trigger, against=bool(roles.recipients))
    if rule.type == "MOBILIZE" and not roles.actors:
        roles.actors = forces_before(cast, trigger)
    if rule.type == "CONSULT" and not trigger.verbal and (len(once(roles.actors)) == 1 or (rule.mode == "phone" and not roles.actors)):
        roles.actors = [*host(cast, trigger, roles), *roles.actors]
    roles.actors = once(roles.actors)
    if rule.reciprocal and not trigger.verbal:
        set_brokers_apart(cast, trigger, roles)
    elif rule.type in {"AGREE", "SUPPORT"} and trigger.verbal:
        roles.mediators = brokers_of(cast, trigger)
    acting = {p.own_side for p in roles.actors}
    mutual = any(reciprocal(cast.reading, w) for w in roles.recipient_words)  # "blamed each other"
    roles.recipients = [
        p
        for p in once(roles.recipients)
        if p.own_side not in acting
        or (mutual and len(roles.actors) > 1)
        or (rule.type == "ACCUSE" and own_accused(cast, trigger, roles))
        or (rule.type == "REQUEST" and not set(roles.recipient_words) & set(roles.actor_words))
        or (p.sector == "CVL" and p.code not in {a.code for a in roles.actors})
        or (p.sector in {"COP", "GOV"} and rise_up(cast, trigger, roles))
        or (ruled(p) and (rule.type == "ASSAULT" or rule.id in OVERPOWERING) and by_own_army(p, roles))
    ]
    if rule.reciprocal and roles.recipients and not one_way(trigger, roles):
        roles.actors, roles.recipients = once([*roles.actors, *roles.recipients]), []
    open_to = rule.type in ADDRESSED and not rule.reciprocal and not {"recipient", "two"} & set(rule.needs)
    if open_to and roles.actors and not roles.recipients:
        concerned(cast, trigger, roles)
    struck_or_faced(cast, trigger, roles)
    return roles


def take_recipients(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Adds those to whom it was done as the frame's slots tell: the first slot that has some, and who stands in the object."""
    rule = trigger.rule
    if rule.territorial:
        roles.recipients, roles.recipient_words = taken_from(cast, trigger)
    for slot in held_to_blame(cast, trigger) or (rule.recipients if not roles.recipients else ()):
        if not roles.recipients or slot == "patient":
            take(cast, trigger, slot, roles.recipients, roles.recipient_words, suffers=True)
    if rule.type == "ASSAULT" and not trigger.verbal and not rule.reciprocal and not roles.recipients:
        take(cast, trigger, "fallen", roles.recipients, roles.recipient_words, suffers=True)


def struck_or_faced(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Puts in both sides of "attacks on both sides", whom an assault struck, and whom forces at a border face, where no slot tells."""
    rule = trigger.rule
    if rule.type == "MOBILIZE" and roles.actors and not roles.recipients:
        roles.recipients, border = across_border(cast, trigger, roles.actors)
        roles.recipient_words += border
    if rule.type == "ASSAULT" and not roles.actors and len(roles.recipients) > 1 and both_sides(cast, roles.recipient_words):
        roles.actors, roles.recipients = roles.recipients, []  # "attacks on both sides"
    elif rule.type == "ASSAULT" and not rule.reciprocal and not roles.recipients:
        struck_unsaid(cast, trigger, roles)


def struck_unsaid(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Whom an assault struck where no slot tells: whose drones were shot down, the crowd that gas disperses, an owner, who lives there."""
    acting = {p.own_side for p in roles.actors}
    if trigger.rule.id == "shoot-down":
        roles.recipients, words = launched_by(cast, trigger)
        roles.recipient_words += words
    elif (stopped := stopped_by(cast, trigger, acting))[0]:
        roles.recipients, roles.recipient_words = stopped[0], [*roles.recipient_words, *stopped[1]]
    elif (blast := beside_blast(cast, trigger))[0]:
        roles.recipients, roles.recipient_words = blast[0], [*roles.recipient_words, *blast[1]]
    elif trigger.rule.id == "crowd-control" and roles.actors and (home := ground_of(cast, trigger.i)) is not None:
        roles.recipients = [branch(home, "CVL")]
    if not roles.recipients:
        roles.recipients, aimed = to_be_driven_out(cast, trigger, acting)
        roles.recipient_words += aimed
    if not roles.recipients:
        owner_inside(cast, trigger, roles)
    if not roles.recipients:
        roles.recipients, dwelling = dwellers(cast, trigger)
        roles.recipient_words += dwelling
    if not roles.recipients:
        roles.recipients, ground = holders_around(cast, trigger, acting)
        roles.recipient_words += ground


def rise_up(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """True for people who attack their own state's: "protesters threw stones at police".

    Whom "them" means, or whose the soldiers are who guard a people, is not sure enough.
    """
    named = all(cast.reading.words[w].upos in {"NOUN", "PROPN"} for w in roles.recipient_words)
    return trigger.rule.type in {"PROTEST", "ASSAULT"} and named and all(a.kind == "civilians" for a in roles.actors)


def both_sides(cast: Cast, words: Iterable[int]) -> bool:
    """True for "both sides", "the two sides"."""
    return any(w in cast.both and cast.reading.words[w].lemma.lower() == "side" for w in words)


def own_accused(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """True where a side accuses its own: "the minister blasted top police officers", told by the noun of an office, an organ or by name."""
    accused = [w for w in roles.recipient_words if w not in roles.actor_words]
    told = (w in trigger.frame.patients and (w in cast.person_at or cast.role(w) is not None) for w in accused)
    return bool(accused) and all(told)


def prosecutor(cast: Cast, trigger: Trigger, roles: Roles) -> list[Party]:
    """The state whose courts charge a private person where nobody is said to: "Smith was charged with murder"."""
    charges = cast.reading.words[trigger.i].lemma in CHARGING and not trigger.frame.agents
    charged = [p for p in roles.recipients if (p.code or "").endswith(".CVL")]
    return [branch(charged[0], "GOV")] if charged and trigger.verbal and (charges or trigger.rule.id == "face-charge") else []


def held_to_blame(cast: Cast, trigger: Trigger) -> tuple[str, ...]:
    """The one slot of whom something is blamed on: in "the bombing was blamed on rebels" nothing else names the accused."""
    case = AUTHORS.get(cast.reading.words[trigger.i].lemma) if trigger.rule.blame and trigger.verbal else None
    return (f"{case} X",) if case in trigger.frame.obliques else ()


def brokers_of(cast: Cast, trigger: Trigger) -> list[Party]:
    """Who brokered what is agreed or signed: Oman in "agreed to a truce mediated by Oman"."""
    about = (*trigger.frame.patients, *(w for found in trigger.frame.obliques.values() for w in found))
    return brokering(cast, (v for w in about for v in cast.reading.dependents(w, "acl")))


def brokering(cast: Cast, verbs: Iterable[int]) -> list[Party]:
    """Who brokers, of the subjects and agents of the verbs."""
    return once([p for v in verbs if cast.reading.words[v].lemma in BROKERING for a in cast.verb(v).agents for p in who(cast, a)])


def speaker_above(cast: Cast, trigger: Trigger, roles: Roles) -> list[Party]:
    """Who accuses in "Mali said that talks had failed, accusing the rebels of …": the next subject above that can speak."""
    words, w = cast.reading.words, trigger.i
    if words[w].xpos != "VBG" or words[w].relation != "advcl":
        return []
    while words[w].head != w:
        w = words[w].head
        agents = cast.verb(w).agents if words[w].upos == "VERB" else ()
        found = [p for a in agents for p in who(cast, a) if p.code]
        if found:
            roles.actor_words += [a for a in agents if any(p.code for p in who(cast, a))]
            return found
    return []


def by_own_army(p: Party, roles: Roles) -> bool:
    """True where a state's own soldiers do it to one of that state."""
    return any(a.own_side == p.own_side and a.sector == "MIL" for a in roles.actors)


def ruled(p: Party) -> bool:
    """True for a state's government and those who hold office in it: its own army can overthrow them."""
    return p.sector in {"GOV", "LEG"} and (p.kind == "government" or (p.is_person and p.role is not None))


def set_brokers_apart(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Who "brokered a truce between A and B" is no party to it but its mediator; of talks without another party it stays one."""
    words, reading = cast.reading.words, cast.reading
    around = [words[trigger.i].head] if words[trigger.i].relation in {"obj", "nsubj"} else []
    brokers = brokering(cast, (*around, *reading.dependents(trigger.i, "acl", "amod")))
    between = {p.code for p in brokers}
    parties = [p for p in roles.actors if p.code not in between]
    if brokers and not parties and trigger.rule.type == "CONSULT":
        roles.actors += [p for p in parties_above(cast, trigger) if p.code not in between]
    if brokers and (parties or trigger.rule.mode == "ceasefire"):
        roles.mediators, roles.actors = brokers, parties


def parties_above(cast: Cast, trigger: Trigger) -> list[Party]:
    """Who talked in "A and B agreed to a truce after talks brokered by C": the two sides that act in the clause above."""
    words, w = cast.reading.words, trigger.i
    while words[w].head != w:
        w = words[w].head
        found = once([p for a in cast.verb(w).agents for p in who(cast, a)]) if words[w].upos == "VERB" else []
        if found:
            return found if len(found) == 2 else []
    return []


def of_whom(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Of whom something is asked: organs are the asker's own; where nobody is named, whom it is aimed at, else whose doing it is."""
    own_organs(cast, roles)
    if not roles.recipients:
        roles.recipients, aimed = aimed_at(cast, trigger)
        roles.recipient_words += aimed
    if not roles.recipients:
        roles.recipients, doing = answerable_for(cast, trigger)
        roles.recipient_words += doing


def own_organs(cast: Cast, roles: Roles) -> None:
    """As in "the president ordered security forces": organs of state without a nationality are those of the one who orders them."""
    owner = roles.actors[0]
    if owner.country is None or owner.kind not in {"country", "government", "military", "person"}:
        return
    kept = [w for w in roles.recipient_words if not is_organ(cast, w)]
    if len(kept) < len(roles.recipient_words):
        organs = [branch(owner, "GOV") for w in roles.recipient_words if w not in kept]
        roles.recipients = [*organs, *(p for w in kept for p in who(cast, w) if p.code)]


def is_organ(cast: Cast, w: int) -> bool:
    """True for the army, police, cabinet or parliament of no state that is named beside it."""
    role = cast.role(w)
    organ = role is not None and role.sector in {"MIL", "COP", "LEG", "JUD", "SPY"}
    return organ and w not in cast.hits and w not in cast.person_at and not nationality(cast, w)


def helpers(cast: Cast, trigger: Trigger, roles: Roles) -> list[Party]:
    """Forces that act with those who act: "coalition troops backed by Afghan soldiers"; a state that only backs them is none."""
    out: list[Party] = []
    for a in (h for w in roles.actor_words for h in {w, counted_people(cast, w)}):
        for part in cast.reading.dependents(a, "acl"):
            if cast.reading.words[part].lemma in JOINED_BY:
                by = cast.verb(part).agents
                out += [p for h in by if cast.is_class(h, "forces") for p in who(cast, h) if p.code]
    return out


def one_way(trigger: Trigger, roles: Roles) -> bool:
    """True for "Israel's war on Hezbollah", told as the doing of one side."""
    against = {w for case in ("on", "against") for w in trigger.frame.obliques.get(case, ())}
    return not trigger.verbal and bool(trigger.frame.agents) and len(roles.actors) == 1 and bool(against & set(roles.recipient_words))


def owner_inside(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Whose thing is struck where a description of it tells: "a compound serving as a Taliban post", "facilities associated with Iran"."""
    reading, acting = cast.reading, {p.own_side for p in roles.actors}
    acts = cast.codebook.ontology.nouns  # not of "fought a war with Israel"
    queue = [(h, 0) for h in struck(trigger) if all(rest for _, rest in acts.get(reading.words[h].lemma.lower(), ()))]
    while queue:
        head, depth = queue.pop(0)
        for c in reading.children[head]:
            if reading.words[c].lower in BACKING:
                continue
            told = preposition(reading, c) not in ELSEWHERE or reading.words[head].lemma == "belong"
            if depth < NEAR and reading.words[c].relation in {"acl", "nmod", "obl", "obj"} and told:
                queue.append((c, depth + 1))
                found = [p for p in who(cast, c) if p.is_side and p.own_side not in acting and not is_unarmed(cast.codebook, p)]
                if found and shown(cast, c):
                    roles.recipients, roles.recipient_words = once(found), [*roles.recipient_words, c]
                    return


def concerned(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Whom a promise, refusal, threat or the like is made to where no slot tells: the party nearest to it in what it is about.

    As in "rejected a Senegalese plan", "agreed to lift the embargo on Sudan". A country that a thing merely lies in comes last.
    """
    reading, acting = cast.reading, {p.own_side for p in roles.actors}
    lying_in: list[tuple[int, Party]] = []
    queue, depth = [(trigger.i, 0)], 0
    while queue:
        head, depth = queue.pop(0)
        for c in reading.children[head]:
            word = reading.words[c]
            if c in trigger.words:
                queue.append((c, depth + 1))  # "closed Poland's consulate"
                continue
            if c in trigger.frame.agents or outside(reading, c) or depth > FAR or is_broker(cast, c) or attacks(cast, c):
                continue
            queue.append((c, depth + 1))
            if word.upos not in {"NOUN", "PROPN", "PRON", "ADJ"} or (word.relation == "nsubj" and head == trigger.i):
                continue
            found = [p for p in who(cast, c) if p.is_side and p.own_side not in acting]
            if not found or not shown(cast, c):
                continue
            if preposition(reading, c) in LOCATIVE:
                if c in cast.hits and cast.hits[c].how == "capital" and preposition(reading, c) != "to":
                    continue  # "agreed in Pretoria": a town where it was
                venue = head == trigger.i and preposition(reading, c) in {"in", "at"}  # where it was said or agreed
                lying_in += [(c, p) for p in found if p.kind == "country" and not venue]
            else:
                together = [k for k in each(reading, (c,)) if k != c and shown(cast, k)]  # "between A and B", "by A and B"
                found += [p for k in together for p in who(cast, k) if p.is_side and p.own_side not in acting]
                roles.recipients, roles.recipient_words = once(found), [*roles.recipient_words, c, *together]
                return
    if lying_in:
        roles.recipients, roles.recipient_words = once([lying_in[0][1]]), [*roles.recipient_words, lying_in[0][0]]


def is_broker(cast: Cast, c: int) -> bool:
    """True for Oman in "agreed to a truce mediated by Oman"."""
    above = cast.reading.words[c].head
    return cast.reading.words[above].lemma in BROKERING and c in cast.verb(above).agents


def shown(cast: Cast, c: int) -> bool:
    """True when a name, a pronoun or "the …" shows the party: not for "thousands of peacekeepers" whose state is only guessed."""
    reading = cast.reading
    return reading.words[c].upos == "PRON" or is_definite(reading, c) or any(w in cast.hits for w in core(reading, c))


def outside(reading: Reading, c: int) -> bool:
    """True for what tells when, why or on what condition, and for a clause of its own: "Mali suspended aid and Chad halted talks"."""
    word = reading.words[c]
    if word.relation == "conj" and word.upos == "VERB" and reading.dependents(c, "nsubj", "nsubj:pass"):
        return True
    marks = {reading.words[m].lower for m in reading.dependents(c, "mark", "advmod", "case")}
    return (
        word.relation in {"parataxis", "punct", "aux", "cc"} or (word.relation == "advcl" and bool(marks - {"to"})) or bool(marks & APART)
    )


def forces_before(cast: Cast, trigger: Trigger) -> list[Party]:
    """Whose forces or weapons move when no nationality stands with them: the last military named before."""
    if not any(cast.is_class(a, "forces") or cast.is_class(a, "arms") for a in trigger.frame.agents):
        return []
    for hit in hits_before(cast, trigger.i):
        if hit.party.kind in {"country", "military", "armed-group"} and hit.how != "demonym_plural":
            return [branch(hit.party, "MIL")]
    return []


def host(cast: Cast, trigger: Trigger, roles: Roles) -> list[Party]:
    """The one who meets when a meeting is told in passing: the subject of the verb that it hangs from."""
    above = cast.reading.words[trigger.i].head
    own = [p for p in roles.actors if p.sector == "IGO"]  # "a meeting of the Council": who speaks there is no party to it
    if cast.reading.words[above].upos != "VERB" or (own and not {"with", "between"} & trigger.frame.obliques.keys()):
        return []
    found = [p for s in cast.verb(above).agents for p in who(cast, s) if p.code]
    roles.actor_words += list(cast.verb(above).agents) if found else []
    if found and not roles.actors and trigger.rule.mode == "phone":
        told = [a for a in cast.verb(above).patients if any(p.is_person and p.code for p in who(cast, a))]
        roles.actor_words += told
        found += [p for a in told for p in who(cast, a) if p.code]  # "assured the president in a phone call"
    return found


def once(parties: list[Party]) -> list[Party]:
    """Parties with a code, one for each code; those without are kept only where nothing else is."""
    out: dict[str, Party] = {}
    for p in parties:
        if p.code:
            out.setdefault(p.code, p)
    return list(out.values())


def take(cast: Cast, trigger: Trigger, slot: str, parties: list[Party], words: list[int], *, suffers: bool) -> None:
    """Adds the parties that stand in one slot."""
    heads = slot_heads(cast, trigger, slot)
    for head in (titled(cast, h) if suffers and trigger.rule.type in PERSONAL else h for h in heads):
        if head in trigger.words or (not suffers and (struck_capital(cast, head) or sent_abroad(cast, trigger, head))):
            continue
        # Who condemns or backs a raid accuses, or backs, no one whom it hit.
        accused = suffers and (trigger.rule.type == "ACCUSE" or trigger.rule.id == "back") and is_deed(cast, head)
        found = doers(cast, head) if accused else [p for p in who(cast, head) if p.code]
        if trigger.rule.type == "ASSAULT" and not suffers:
            found = [p for p in found if not is_unarmed(cast.codebook, p)]
        if suffers and trigger.rule.type == "ACCUSE" and not found:
            found = [p for a in (*committed_by(cast, head), *in_fact(cast, head)) for p in who(cast, a) if p.code]
        if suffers and not accused:
            found = found or own_people(cast, trigger, head) or own_citizens(cast, trigger, head)
            found = found or sufferers(cast, head, trigger.acting) or private_person(cast, head, trigger)
            if trigger.rule.type == "SANCTION" and not found:
                found = [p for p in nationality(cast, head) if p.own_side not in trigger.acting]  # "sanctions on Russian companies"
            if trigger.rule.type == "ASSAULT" and (held := holders(cast, head)):
                found = [p for p in found if p.sector == "CVL" and p.bare in {h.bare for h in held}] or held
        if found:
            parties.extend(found)
            shown = who_is_called(cast, heads, head) if suffers and trigger.rule.type == "ASSAULT" else head
            words += [shown] if shown not in words else []


def sent_abroad(cast: Cast, trigger: Trigger, head: int) -> bool:
    """True for police of no nationality in "the deployment of police to Haiti": whose they are is not said."""
    return trigger.rule.type == "MOBILIZE" and not trigger.verbal and "to" in trigger.frame.obliques and is_organ(cast, head)


def titled(cast: Cast, h: int) -> int:
    """The name right behind a title of one person that the parse makes the head: Ana in "mayor Ana Ruiz was shot"."""
    run = cast.person_at.get(h + 1)
    name = run is not None and run[0] == h + 1 and h not in cast.person_at
    return h + 1 if name and cast.reading.words[h].xpos in {"NN", "NNP"} else h


def slot_heads(cast: Cast, trigger: Trigger, slot: str) -> tuple[int, ...]:
    """Head words in a slot: agent, patient, goal, `against X`, the subject or object of the complement clause."""
    frame = trigger.frame
    if slot == "agent":
        return frame.agents
    if slot == "patient":
        return frame.patients
    if slot == "goal":
        return frame.goals
    if slot == "bearer":
        word = cast.reading.words[trigger.i]
        above = (word.head,) if word.relation in {"appos", "conj"} and word.head != trigger.i else ()
        return (*above, *cast.reading.dependents(trigger.i, "appos"), *subjects(cast.reading, trigger.i))
    if slot == "sides of agent":
        return tuple(k for a in frame.agents for k in obliques(cast.reading, a).get("between", ()))
    if slot == "owner":
        return cast.reading.dependents(trigger.i, "nmod:poss")
    if slot.endswith(" X"):
        return frame.obliques.get(slot[:-2], ()) or behind_object(cast.reading, trigger, slot[:-2])
    if slot in {"clause-subject", "clause-object"}:
        out: list[int] = []
        for c in frame.clauses:
            if slot == "clause-object":
                out += each(cast.reading, cast.reading.dependents(c, "obj"))
            elif trigger.rule.type != "REQUEST" or is_for_subject(cast.reading, c):
                out += subjects(cast.reading, c)
        return tuple(h for h in out if h not in frame.agents)
    if slot == "of-object":
        whole = (p for p in frame.patients if trigger.rule.type != "ACCUSE" or not is_deed(cast, p))
        below = (k for p in whole for k in cast.reading.dependents(p, "nmod") if cast.reading.words[k].deprel in {"nmod", "nmod:poss"})
        return tuple(k for k in below if preposition(cast.reading, k) not in WHERE)
    if slot == "of-name":
        given = names_given(cast.reading, trigger.i) if trigger.verbal else (trigger.i,)
        inside = (k for w in given for k in (*committed_by(cast, w), *cast.reading.dependents(w, "nmod", "nmod:agent")))
        behind = () if frame.passive else frame.obliques.get("by", ())  # "called a crime by Mali", hung on the verb
        return (*(k for k in inside if preposition(cast.reading, k) in {"by", "from"}), *(behind if given else ()))
    if slot == "condition-subject":
        return if_whom(cast.reading, trigger.i)
    if slot == "subject-owner":
        done = (*frame.agents, *frame.patients) if trigger.verbal else ()
        return tuple(k for w in done for k in cast.reading.dependents(w, "nmod", "nmod:poss", "nmod:agent"))
    if slot == "thing":
        return tuple(k for w in said_of(cast.reading, trigger.i) for k in (w, *cast.reading.dependents(w, "nmod:poss", "nmod", "amod")))
    if slot == "within object":
        return within_object(cast, trigger)
    if slot == "asked to":
        return asked_to(cast.reading, trigger.i)
    if slot == "fallen":
        return fallen(cast, trigger.i)
    if slot == "object-owner":
        return tuple(p for p in frame.patients if not frame.agents and nationality(cast, p))
    return ()


def fallen(cast: Cast, i: int) -> tuple[int, ...]:
    """Who "died in the attack": the subject of the verb that the act's noun hangs from; whom "the attack that killed them" killed."""
    words, w = cast.reading.words, i
    if killed := killed_by(cast, i):
        return killed
    for _ in range(NEAR):
        if words[w].relation not in {"nmod", "obl"} or preposition(cast.reading, w) not in DIED_OF:
            return ()
        w = words[w].head
    dies = words[w].upos == "VERB" and words[w].lemma in cast.codebook.ontology.effects["killed"]["agent"]
    return cast.verb(w).agents if dies else ()


def killed_by(cast: Cast, i: int) -> tuple[int, ...]:
    """Those, of a name or a nation, by whose death a definite noun says which act is meant: not of "the attack, which killed two"."""
    words = cast.reading.words
    after = words[i + 1 : i + 2]
    if not is_definite(cast.reading, i) or not after or after[0].lower not in {"that", "which"}:
        return ()
    kills = [v for v in cast.reading.dependents(i, "acl:relcl") if words[v].lemma in cast.codebook.ontology.effects["killed"]["patient"]]
    killed = (p for v in kills if i in cast.verb(v).agents for p in cast.verb(v).patients)
    return tuple(p for p in killed if p in cast.person_at or p in cast.hits or nationality(cast, p))


def within_object(cast: Cast, trigger: Trigger) -> tuple[int, ...]:
    """The party nearest to what is spoken of, and those it is listed with: A and B in "the resumption of ties between A and B".

    Of clauses those alone that a participle heads: "an offer made by A".
    """
    words, queue = cast.reading.words, list(trigger.frame.patients)
    while queue:
        for c in cast.reading.children[queue.pop(0)]:
            if words[c].relation in {"advcl", "parataxis", "appos"} or (words[c].relation == "acl" and words[c].xpos != "VBN"):
                continue
            signing = preposition(cast.reading, c) in {"by", "between"}  # "an accord signed by the two presidents"
            parties = {p.bare for p in who(cast, c) if p.is_side or (signing and p.is_person and p.code)} - trigger.acting
            if parties and preposition(cast.reading, c) not in LOCATIVE - {"to", "from"}:
                return each(cast.reading, (c,))
            queue.append(c)
    return ()


def behind_object(reading: Reading, trigger: Trigger, case: str) -> tuple[int, ...]:
    """What the preposition brings that the parse hangs on the phrase's object: Mali in "halted aid to Mali", "signed a deal with Mali"."""
    if not trigger.verbal:
        return ()
    told = trigger.rule.object
    reached = (k for p in trigger.frame.patients for k in (p, *summed(reading, p)))
    objects = [p for p in reached if p != trigger.i and (p in trigger.words or reading.words[p].lemma.lower() in told)]
    return tuple(w for p in objects for w in obliques(reading, p).get(case, ()))
