"""Who fights whom in the article.

What grammar leaves unsaid of an assault, a threat, an arrest or a truce, filled from the two sides of the story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.losses import taken_prisoner
from gesta.coding.nounphrases import aircraft, behind_of, core, is_definite, modifiers
from gesta.coding.parties import WARRING, Party, branch
from gesta.coding.parties_in_text import ENEMIES, REBEL_NOUNS, of_another, of_enemy, side_of, who
from gesta.coding.rebels import armed_groups
from gesta.coding.repressed import arrested_there, at_peace, own_curfew, own_repressed
from gesta.coding.speakers import Telling
from gesta.coding.sufferers import NOBODYS, ground_of
from gesta.model import Reading

HOSTILE = frozenset({"ASSAULT", "ACCUSE", "RETREAT", "THREATEN", "COERCE"})
TRUCE_TOLD = frozenset({"AGREE", "CONCEDE", "RETREAT", "SANCTION", "SUPPORT", "REQUEST", "REJECT"})
YIELDING = frozenset({"surrender", "give", "capitulate", "lay", "surrendering", "capitulation"})
TALKS = frozenset({"talk", "negotiation", "negotiate", "dialogue"})
TOGETHER = ("with", "against")
UNAIMED = frozenset({"seize", "curfew", "restrict", "arrest", "unconventional"})
OCCUPIED = 3  # assaults told between the victims' side and another, from which on an arrest is not taken for the state's own
BLAME = frozenset({"responsibility", "involvement", "accusation", "allegation", "charge", "claim"})
FREEING = frozenset({"liberate", "free"})
YIELDED = frozenset(
    "release withdrawal pullout surrender lifting removal dismantle handover return territory blockade siege prisoner captive "
    "hostage".split()
)
QUIET = frozenset({"restraint", "calm", "de-escalation", "halt", "end", "cessation", "reconciliation"})
PERSONS = frozenset({"people", "person", "man", "woman", "boy", "girl", "child", "civilian", "villager", "resident", "family"})


class Adversaries:
    """Each side's main adversary in one article.

    Counted over its hostile events, else the one state and the one armed group that it names.
    """

    def __init__(self, drafting: Drafting, drafts: list[Draft]) -> None:
        """Counts who stands against whom."""
        self.cast = drafting.cast
        self.apart = drafts[0].rebels_apart if drafts else frozenset()
        self.party: dict[str, Party] = {}
        self.count: dict[str, Counter[str]] = defaultdict(Counter)
        self.fought: dict[str, Counter[str]] = defaultdict(Counter)
        self.accusing: Counter[tuple[str, str]] = Counter()
        self.beside: set[tuple[str, str]] = set()
        for d in drafts:
            if d.type in HOSTILE:
                self.note(d)
        self.agreeing = next((pair for d in drafts if (pair := two_that_agree(d)) is not None), None)
        self.named = named_sides(self.cast)
        self.claimed = claims_responsibility(drafting)

    def note(self, d: Draft) -> None:
        """One event's opposition."""
        actors, recipients = self.sides(d.roles.actors), self.sides(d.roles.recipients)
        pairs = (
            [(a, b) for a in actors for b in actors if a != b]
            if d.trigger.rule.reciprocal and not recipients
            else [(a, b) for a in actors for b in recipients]
        )
        beside = {side for case in TOGETHER for h in d.trigger.frame.obliques.get(case, ()) for side in self.sides(list(who(self.cast, h)))}
        if d.trigger.rule.reciprocal:  # "fighting with government troops and mercenaries": those two fight together
            pairs = [(a, b) for a, b in pairs if not {a, b} <= beside]
            self.beside.update((a, b) for a in beside for b in beside)
        weight = 4 if d.type == "ASSAULT" else 1
        for a, b in pairs:
            if a != b:
                self.count[a][b] += weight
                self.count[b][a] += weight
            if a != b and d.type == "ACCUSE":
                self.accusing[a, b] += weight
            if a != b and d.type == "ASSAULT":
                self.fought[a][b] += 1
                self.fought[b][a] += 1

    def sides(self, parties: list[Party]) -> list[str]:
        """Codes of the sides that can fight."""
        out = []
        for p in parties:
            side = self.side(p)
            if side and (p.kind in WARRING or p.kind == "civilians" or (p.is_person and not self.speaks_only(p))):
                self.party.setdefault(side, p if side != p.bare else side_of(self.cast, p))
                out.append(side)
        return list(dict.fromkeys(out))

    def speaks_only(self, p: Party) -> bool:
        """True for a person of a party, union or association, which is no side of a war."""
        group = self.cast.codebook.registers.groups.get(p.bare or "")
        return group is not None and group.kind == "organisation"

    def side(self, p: Party) -> str | None:
        """The side of a party; rebels are one of their own where their state fights them."""
        return p.own_side if p.bare in self.apart else p.bare

    def of(self, party: Party) -> Party | None:
        """The main adversary of a party's side; None when the article shows none, or two alike."""
        code = self.side(party)
        if code is None:
            return None
        opposed = self.fought[code] or (Counter() if self.by_names(code) else self.count[code])
        state, group = self.named
        if not opposed and state is not None and group is not None and party.code == f"{state.bare}.REB" and group.country == state.bare:
            return state  # its rebels are that group
        if opposed:
            ranked = opposed.most_common(2)
            return self.party[ranked[0][0]] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
        return self.by_names(code) or self.the_other(code) or self.fighting_state(party)

    def leaves_open(self, victim: Party, foe: Party | None) -> bool:
        """True where the article leaves open whose act it was.

        All that it tells between the two is that one accuses the other, or the foe of the state whose civilians were struck accuses it.
        """
        one, other = self.side(victim) or "", (self.side(foe) or "") if foe is not None else ""
        accused = self.accusing[one, other] + self.accusing[other, one]
        return 0 < accused == self.count[one][other] or (victim.sector == "CVL" and self.accusing[other, one] > 0)

    def by_names(self, code: str) -> Party | None:
        """The home state's one armed group, and the other way about."""
        state, group = self.named
        if state is None or group is None:
            return None
        return group if code == state.bare else state if code == group.bare else None

    def the_other(self, code: str) -> Party | None:
        """The second of the only two sides that take part in the article's assaults."""
        others = [side for side in self.party if side != code and (side, code) not in self.beside]
        return self.party[others[0]] if code in self.party and len(others) == 1 else None

    def fighting_state(self, party: Party) -> Party | None:
        """Of a group whose foe is not told: the state that fights most in the article, where one leads."""
        states = Counter({side: sum(row.values()) for side, row in self.fought.items() if row and self.party[side].kind == "country"})
        ranked = states.most_common(2)
        leads = bool(ranked) and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1])
        return self.party[ranked[0][0]] if leads and party.kind == "armed-group" else None

    def main(self) -> tuple[Party, Party] | None:
        """The two sides that stand against each other most."""
        pairs = Counter(
            {(a, b): n for a, row in self.count.items() for b, n in row.items() if list(self.party).index(a) < list(self.party).index(b)}
        )
        ranked = pairs.most_common(2)
        if not ranked and self.agreeing is not None:
            return side_of(self.cast, self.agreeing[0]), side_of(self.cast, self.agreeing[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] * 3 > ranked[0][1] * 2):
            return None
        return self.party[ranked[0][0][0]], self.party[ranked[0][0][1]]


def two_that_agree(d: Draft) -> tuple[Party, Party] | None:
    """The two parties that agree with one another, where one of them is an armed group: they have fought."""
    both = d.roles.actors if d.type == "AGREE" and not d.roles.recipients else []
    if len(both) != 2 or len(d.sides) != 2 or not any(p.kind == "armed-group" for p in both):
        return None
    return both[0], both[1]


def named_sides(cast: Cast) -> tuple[Party | None, Party | None]:
    """The home state and the armed group named most, where one leads."""
    ranked = armed_groups(cast)
    leads = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return cast.home, ranked[0][0] if leads else None


def claims_responsibility(drafting: Drafting) -> Party | None:
    """The armed group that claims responsibility in the article."""
    for t in drafting.told:
        said = drafting.reading.said(t.content).lower()
        cue = drafting.reading.said(t.cue).lower() if t.cue else ""
        if "responsibility" in said or ("claim" in cue and "respons" in said):
            groups = (p for p in t.sources if p.code and (p.kind == "armed-group" or (p.is_person and p.bare != p.country)))
            return next(groups, None)
    return None


def complete(drafting: Drafting, drafts: list[Draft], titles: list[Draft]) -> None:
    """Fills the unsaid side of hostile acts, and the two of unnamed fighting, talks or a truce that a third party brought.

    `why` then ends with +adversary. `titles` are the acts of headlines.
    """
    known = Adversaries(drafting, [*titles, *drafts])
    for n, d in enumerate(drafts):
        if is_truce_noun(drafting, d):
            truce_again(drafting, d, drafts[:n])
        if d.refers_back:
            continue
        if d.type in {"ASSAULT", "COERCE", "THREATEN"} and not d.trigger.rule.reciprocal:
            own_repressed(drafting.cast, d)
            complete_act(drafting, d, known)
            own_repressed(drafting.cast, d)  # of those whom nobody is said to have arrested
            own_curfew(d, known.of)
        elif d.type == "PROTEST" and d.roles.actors and not d.roles.recipients:
            against = [p for p in d.roles.actors if sum(known.fought[known.side(p) or ""].values()) > 1]
            foe = known.of(against[0]) if against else None
            add(d, d.roles.recipients, foe if foe is not None and foe.kind == "country" else None)
        elif d.type == "RETREAT" and len(d.roles.actors) == 1 and not d.roles.recipients and drafting.reading.words[d.i].lemma in YIELDING:
            add(d, d.roles.recipients, known.of(d.roles.actors[0]))
        elif d.trigger.rule.reciprocal or d.type == "RETREAT" or was_agreed(d):
            complete_mutual(d, known)
        elif d.type in {"REJECT", "AGREE", "SANCTION", "CONCEDE"} and len(d.roles.actors) == 1 and not d.roles.recipients:
            if about_truce(drafting, d):
                add(d, d.roles.recipients, known.of(d.roles.actors[0]))
        elif d.type == "REQUEST" and d.roles.actors and not d.roles.recipients:
            asked_of_sides(drafting, d, known)
        elif d.type == "ACCUSE" and d.trigger.rule.attributed and len(d.roles.actors) == 1 and not d.roles.recipients:
            add(d, d.roles.recipients, known.of(d.roles.actors[0]))


def is_truce_noun(drafting: Drafting, d: Draft) -> bool:
    """True for a truce as a noun, or as the subject of "ended", that begins, holds or ends."""
    heads = d.trigger.frame.agents if d.trigger.verbal else (d.i,)
    staged = d.trigger.rule.reciprocal and d.type in {"RETREAT", "SANCTION"}
    return staged and any(drafting.cast.is_class(h, "truce") for h in heads)


def truce_again(drafting: Drafting, d: Draft, before: list[Draft]) -> None:
    """As in "The truce took effect": its sides are those of the truce told of last before; `why` then ends with +truce."""
    heads = d.trigger.frame.agents if d.trigger.verbal else (d.i,)
    if len(d.sides) > 1 or not any(is_definite(drafting.reading, h) for h in heads):
        return
    for o in reversed(before):
        parties = o.roles.recipients if o.type == "REQUEST" else [*o.roles.actors, *o.roles.recipients]
        sides = {side: p for p in parties if (side := d.side(p)) is not None}
        if o.type in TRUCE_TOLD and len(sides) == 2 and d.sides <= sides.keys() and about_truce(drafting, o):
            d.roles.actors, d.roles.recipients, d.refers_back, d.why = list(sides.values()), [], False, d.why + "+truce"
            return


def about_truce(drafting: Drafting, d: Draft) -> bool:
    """True when a truce, a peace or talks are what is accepted, refused or ended: made with the adversary."""
    about = {w for w in drafting.reading.subtree(d.i) if w not in d.trigger.frame.agents}
    return any(drafting.cast.is_class(w, "truce") or drafting.reading.words[w].lemma.lower() in TALKS for w in about)


def for_quiet(drafting: Drafting, d: Draft) -> bool:
    """True for "called for restraint", "appealed for a truce": asked of those who fight."""
    asked = d.trigger.frame.obliques.get("for", ())
    words = {drafting.reading.words[w].lemma.lower() for h in asked for w in core(drafting.reading, h)}
    return bool(words & (QUIET | TALKS)) or any(drafting.cast.is_class(h, "truce") for h in asked)


def asked_of_sides(drafting: Drafting, d: Draft, known: Adversaries) -> None:
    """Of whom quiet is asked, and what a foe alone can give: "the rebels' demand for the release of prisoners" is their foe's to meet."""
    if for_quiet(drafting, d):
        between(d, known)
        quiet_in(drafting, d)
    elif len(d.roles.actors) == 1 and known.fought[known.side(d.roles.actors[0]) or ""] and of_yielding(drafting, d):
        add(d, d.roles.recipients, known.of(d.roles.actors[0]))


def of_yielding(drafting: Drafting, d: Draft) -> bool:
    """True where prisoners, ground, the end of a siege or a withdrawal are what is asked for, or asked to be given."""
    reading, frame = drafting.reading, d.trigger.frame
    clauses = (*frame.clauses, *reading.dependents(d.i, "acl"))
    asked = (*frame.patients, *frame.obliques.get("for", ()), *clauses, *(o for c in clauses for o in reading.dependents(c, "obj")))
    return any(reading.words[w].lemma.lower() in YIELDED for w in asked)


def between(d: Draft, known: Adversaries) -> None:
    """Puts in the two sides that fight, but for one that asks itself; `why` then ends with +adversary."""
    sides, asking = known.main(), {d.side(p) for p in d.roles.actors}
    if sides is not None:
        d.roles.recipients = [s for s in sides if d.side(s) not in asking]
        d.why += "+adversary"


def quiet_in(drafting: Drafting, d: Draft) -> None:
    """As in "appealed for peace in Mali": asked of Mali, where the article shows no two sides that fight."""
    wanted = d.trigger.frame.obliques.get("for", ())
    beside = {w for h in wanted for w in drafting.reading.subtree(h)} | {
        w for w in d.trigger.frame.obliques.get("in", ()) if w - 2 in wanted
    }
    found = [(w, p) for w in sorted(beside) for p in ground(drafting, w)] if not d.roles.recipients else []
    d.roles.recipients += [p for _, p in found[:1]]
    d.roles.recipient_words += [w for w, _ in found[:1]]


def add(d: Draft, role: list[Party], party: Party | None) -> None:
    """Puts a party into an empty role."""
    if party is not None:
        role.append(party)
        d.why += "+adversary"


def complete_act(drafting: Drafting, d: Draft, known: Adversaries) -> None:
    """The unsaid perpetrator or target of one act."""
    the_enemy(drafting, d, known)
    own_ground(drafting, d)
    if d.roles.actors and not d.roles.recipients and strikes_civilians(drafting, d):
        add_civilians(drafting, d, common_foe(d, known))
    actors, recipients = {d.side(p) for p in d.roles.actors}, {d.side(p) for p in d.roles.recipients}
    if actors and not recipients and (is_war(drafting, d) or fight_each_other(drafting.reading, d)):
        add(d, d.roles.actors, known.of(d.roles.actors[0]) if len(actors) == 1 else None)
    elif actors and not recipients and (d.mode not in UNAIMED or took_prisoners(drafting.cast, d) or of_the_foe(d, known)):
        foe = common_foe(d, known) if not told_victims(drafting.cast, d) else None
        foe = foe if foe is None or foe.kind == "country" or not takes_power(drafting, d) else None
        foe = foe if foe is None or foe.kind == "armed-group" or not on_rebels(drafting, d) else None
        add(d, d.roles.recipients, foe if foe is not None and not told_abroad(drafting, d, foe, known) else None)
    elif recipients and not actors and len(recipients) == 1 and not has_author(drafting.cast, d):
        victim = d.roles.recipients[0]
        foe = known.of(victim)
        group = foe is not None and foe.kind == "armed-group"
        rebels = foe is not None and group and known.fought[known.side(victim) or ""][known.side(foe) or ""] > 1
        if (d.mode in {"suicide-attack", "explosives"} and (known.claimed or not rebels)) or (
            d.type == "ASSAULT" and known.claimed is not None and known.claimed.bare != victim.bare
        ):
            add(d, d.roles.actors, known.claimed)
        elif d.type == "COERCE" and (there := self_or_abroad(drafting.cast, d, known)) is not None:
            add(d, d.roles.actors, there)
        elif d.type == "COERCE":
            home = drafting.cast.home
            own = home is not None and victim.bare == home.bare and (group or sum(known.fought[victim.bare or ""].values()) < OCCUPIED)
            add(d, d.roles.actors, home if own else foe or home)
        elif known.count[known.side(victim) or ""] and not disputed(drafting, d, foe) and not known.leaves_open(victim, foe):
            add(d, d.roles.actors, None if group and d.mode == "aerial" else foe)  # such a group has no planes
    elif not actors and not recipients and d.mode == "curfew":
        own_emergency(drafting.cast, d, known)
    elif not actors and not recipients and d.mode == "arrest" and drafting.cast.home is not None:
        frame, words = d.trigger.frame, drafting.reading.words
        if any(of_enemy(drafting.cast, p) for p in frame.patients) or any(words[a].lemma.lower() in REBEL_NOUNS for a in frame.agents):
            return
        add(d, d.roles.actors, arrested_there(drafting.cast, d) or drafting.cast.home)


def own_emergency(cast: Cast, d: Draft, known: Adversaries) -> None:
    """The state in which martial law is in force, or a curfew where it fights nobody abroad: any other may be an occupier's."""
    ground = ground_of(cast, d.i)
    foe = known.of(ground) if ground is not None else None
    rebellion = foe is not None and foe.kind == "armed-group"
    own = ground is not None and cast.home is not None and ground.bare == cast.home.bare and at_peace(ground, known.of)
    if ground is not None and (rebellion or own or cast.reading.words[d.i].lemma.lower() != "curfew"):
        d.roles.actors, d.why = [branch(ground, "GOV")], d.why + "+ground"


def self_or_abroad(cast: Cast, d: Draft, known: Adversaries) -> Party | None:
    """The country in which somebody was arrested, not the report's; its own people's only where they fight nobody in the article."""
    there, victim = arrested_there(cast, d), d.roles.recipients[0]
    return there if there is not None and (there.bare != victim.bare or not known.fought[known.side(victim) or ""]) else None


def of_the_foe(d: Draft, known: Adversaries) -> bool:
    """True for weapons taken by a side that the article tells to have fought: they were its foe's."""
    taken = d.trigger.rule.id == "seize-weapons" and len(d.roles.actors) == 1
    return taken and sum(known.fought[known.side(d.roles.actors[0]) or ""].values()) > 1


def on_rebels(drafting: Drafting, d: Draft) -> bool:
    """True for "killed 19 assailants": militants are no state's."""
    return any(drafting.reading.words[p].lemma.lower() in REBEL_NOUNS for p in d.trigger.frame.patients)


def takes_power(drafting: Drafting, d: Draft) -> bool:
    """True for "officers who seized power": it was a government's."""
    return any(drafting.reading.words[p].lemma.lower() == "power" for p in drafting.cast.verb(d.i).patients)


def disputed(drafting: Drafting, d: Draft, foe: Party | None) -> bool:
    """True where the adversary denies violence in the article and the act is not told by the side that it struck: nobody's is the word."""
    if foe is None or not any(
        t.stance == "deny" and foe.bare in {p.bare for p in t.sources} and of_violence(drafting, t) for t in drafting.told
    ):
        return False
    tellers = {p.bare for t in d.tellers for p in drafting.told[t].sources if p.bare}
    return not tellers & {p.bare for p in d.roles.recipients}


def of_violence(drafting: Drafting, t: Telling) -> bool:
    """True for words that hold a verb or noun of violence, or "responsibility" and the like for it."""
    ontology, lemmas = drafting.cast.codebook.ontology, {drafting.reading.words[w].lemma.lower() for w in range(*t.content)}
    rules = (rule for lemma in lemmas for rule, _ in (*ontology.verbs.get(lemma, ()), *ontology.nouns.get(lemma, ())))
    return bool(lemmas & BLAME) or any(rule.type == "ASSAULT" for rule in rules)


def common_foe(d: Draft, known: Adversaries) -> Party | None:
    """The main adversary of all who act together; None where they have several or fight each other."""
    foes = {d.side(f): f for p in d.roles.actors if (f := known.of(p)) is not None}
    return next(iter(foes.values())) if len(foes) == 1 and not set(foes) & {d.side(p) for p in d.roles.actors} else None


def told_abroad(drafting: Drafting, d: Draft, foe: Party, known: Adversaries) -> bool:
    """True where an act is told of a country that is neither side's, and one has not fought the other.

    As "Russia's invasion of Ukraine" in a report on Russia and Israel, or A in "A condemned an attack by B's soldiers in C".
    """
    there = {p.bare for w in drafting.reading.subtree(d.i) for p in ground(drafting, w)}
    fought = any(known.fought[known.side(p) or ""][known.side(foe) or ""] for p in d.roles.actors)
    return bool(there) and not there & {foe.bare, *(p.bare for p in d.roles.actors)} and not fought


def ground(drafting: Drafting, w: int) -> tuple[Party, ...]:
    """The country in which something is told by word `w`."""
    hit, place = drafting.cast.hits.get(w), drafting.cast.place_of.get(w)
    if preposition(drafting.reading, w) not in {"in", "inside", "near"}:
        return ()
    return (place,) if place is not None and place.code else (hit.party,) if hit is not None and hit.how == "name" else ()


def strikes_civilians(drafting: Drafting, d: Draft) -> bool:
    """True where those hit or arrested are told and are civilians, and no nationality stands with them."""
    struck = (*d.trigger.frame.patients, *d.trigger.reached)
    if took_prisoners(drafting.cast, d):
        return False
    return any(is_civil(drafting.cast, h) for w in struck for h in {w, behind_of(drafting.reading, w) or w})


def is_civil(cast: Cast, h: int) -> bool:
    """True for villagers, a boy, women: people who are no side's fighters or officials."""
    lemma, role = cast.reading.words[h].lemma.lower(), cast.role(h)
    if any(p.code for p in who(cast, h)) or lemma in NOBODYS or of_another(cast, h):
        return False
    return lemma in PERSONS or (role is not None and role.sector == "CVL" and role.victim_who == "civilian")


def took_prisoners(cast: Cast, d: Draft) -> bool:
    """True for "took 11 prisoners": the fighters of the other side."""
    return any(taken_prisoner(cast, d.i, p) for p in d.trigger.frame.patients)


def add_civilians(drafting: Drafting, d: Draft, foe: Party | None) -> None:
    """Puts in whose civilians they are: the foe's where two states fight, else those of the country where it happens."""
    actor, home = d.roles.actors[0], drafting.cast.home
    abroad = foe is not None and foe.kind != "armed-group" and (home is None or actor.country != home.code)
    state = foe if abroad else home
    if state is not None and state.kind in {"country", "government", "military"}:
        add(d, d.roles.recipients, branch(state, "CVL"))


def told_victims(cast: Cast, d: Draft) -> bool:
    """True for "strikes against Iran-backed militias": those hit are told, and neither their backer nor his foe."""
    struck = (*d.trigger.frame.patients, *(w for case in ("against", "on") for w in d.trigger.frame.obliques.get(case, ())))
    if unregistered(cast, struck):
        return True
    proxies = [h for h in struck if any(m in cast.hits and cast.only_backs(m) for m in modifiers(cast.reading, h))]
    return any(not any(p.code for p in who(cast, h)) for h in proxies)


def unregistered(cast: Cast, struck: Iterable[int]) -> bool:
    """True where those struck bear a body's name that no register has: "four Piston members" are no known foe's."""
    known = cast.hits.keys() | cast.place_of.keys() | cast.located
    named = (w for h in struck for w in modifiers(cast.reading, h) if cast.reading.words[w].upos == "PROPN")
    return any(w not in known and w not in cast.person_at for w in named)


def is_war(drafting: Drafting, d: Draft) -> bool:
    """True for "fought a month-long war": what is fought has two sides."""
    fought = {drafting.reading.words[p].lemma.lower() for p in d.trigger.frame.patients}
    return d.trigger.rule.id == "fight" and bool(fought & {"war", "battle"})


def fight_each_other(reading: Reading, d: Draft) -> bool:
    """True for "the army and a rival force battled in the streets", whom nothing says to fight for or against another."""
    frame = d.trigger.frame
    alone = not (
        frame.patients or frame.clauses or reading.dependents(d.i, "xcomp", "advcl") or {"against", "alongside"} & frame.obliques.keys()
    )
    beside = {reading.words[c].lower for c in reading.dependents(d.i, "advmod")}
    return d.trigger.rule.id == "fight" and len(frame.agents) > 1 and alone and not beside & {"together", "alongside"}


def the_enemy(drafting: Drafting, d: Draft, known: Adversaries) -> None:
    """As in "The enemy", "the occupier": the adversary of whoever tells it, of the home country in the reporter's voice."""
    words = drafting.reading.words
    summed = d.trigger.verbal or drafting.reading.dependents(d.i, "nummod")  # of "211 enemy attacks" each is told elsewhere
    before = modifiers(drafting.reading, d.i) if not summed else ()
    acting = any(words[a].lemma.lower() in ENEMIES for a in (*d.trigger.frame.agents, *d.trigger.frame.obliques.get("by", ()), *before))
    struck = any(words[c].lemma.lower() in ENEMIES for a in d.trigger.frame.patients for c in core(drafting.reading, a))
    speakers = [p for p in drafting.told[d.teller].sources if p.bare] if d.teller is not None else []
    own = side_of(drafting.cast, speakers[0]) if speakers else drafting.cast.home
    if own is None or acting == struck:
        return
    if acting and not d.roles.actors:
        add(d, d.roles.actors, known.of(own))
        acted = {known.side(p) for p in d.roles.actors}
        if acted and {known.side(p) for p in d.roles.recipients} <= acted:  # none, or those who only stand where it happened
            d.roles.recipients = [own]
    elif struck and not d.roles.recipients:
        add(d, d.roles.recipients, known.of(own))


def own_ground(drafting: Drafting, d: Draft) -> None:
    """As in "Several towns were shelled", a party to the conflict says: its own; what was "liberated" it took itself."""
    hit = d.trigger.frame.agents if "agent" in d.trigger.rule.recipients else d.trigger.frame.patients
    freed = drafting.reading.words[d.i].lemma.lower() in FREEING
    struck = not freed and any(drafting.cast.is_class(p, "territory") or drafting.cast.is_class(p, "property") for p in hit)
    if d.type != "ASSAULT" or d.roles.actors or d.roles.recipients or not (struck or freed) or d.teller is None:
        return
    sides = [p for p in drafting.told[d.teller].sources if p.bare and (p.kind in WARRING or p.is_person)]
    if len({p.bare for p in sides}) == 1:
        add(d, d.roles.recipients if not freed else d.roles.actors, side_of(drafting.cast, sides[0]))


def has_author(cast: Cast, d: Draft) -> bool:
    """True when somebody who cannot be coded stands as the author ("gunmen", "a suicide bomber"): then nobody else is put there."""
    if "agent" not in d.trigger.rule.actors:
        return False
    words, agents = cast.reading.words, d.trigger.frame.agents
    unknown = (a for a in agents if not any(p.code for p in who(cast, a)))
    return any(not cast.is_class(a, "arms") or (words[a].lemma.lower() in REBEL_NOUNS and not aircraft(cast.reading, a)) for a in unknown)


def was_agreed(d: Draft) -> bool:
    """True for "a truce was agreed": those who agreed are its sides."""
    return d.trigger.rule.id == "agree" and d.trigger.frame.passive


def complete_mutual(d: Draft, known: Adversaries) -> None:
    """The other side, or both, of fighting, talks between enemies, a truce or a peace deal; who brought it about becomes mediator."""
    sides = known.main()
    codes = {d.side(p) for p in d.roles.actors}
    hostile = d.type == "ASSAULT" or d.mode == "ceasefire" or d.trigger.rule.id == "agreement-noun" or was_agreed(d)
    if not hostile or (d.type == "ASSAULT" and d.roles.recipients):
        return
    if len({p.code for p in d.roles.actors}) > len(codes) and d.type == "ASSAULT":
        return  # police and a crowd
    if len(codes) == 1 and d.type == "ASSAULT":
        add(d, d.roles.actors, known.of(d.roles.actors[0]))
    elif sides is not None and codes <= {d.side(s) for s in sides} and len(codes) < 2:
        d.roles.actors = list(sides)
        d.why += "+adversary"
    elif sides is not None and d.type in {"RETREAT", "AGREE"} and not codes & {d.side(s) for s in sides} and len(codes) == 1:
        d.roles.mediators, d.roles.actors = d.roles.actors, list(sides)
        d.why += "+adversary"
