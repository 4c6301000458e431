"""Many tellings, one event.

Killing joined to the attack that did it, retellings by one claimant joined, what grammar leaves unsaid filled from the article's
two sides.
"""

from __future__ import annotations

from gesta.coding.adversaries import complete
from gesta.coding.answers import answered, unanswered
from gesta.coding.drafts import SPEECH, Draft, Drafting
from gesta.coding.foretold import MEANS, future_types, threats_in_person
from gesta.coding.modality import factuality, own_marks, told_as_past
from gesta.coding.nounphrases import is_definite
from gesta.coding.one_act import (
    by_other_means,
    dated_murder,
    goes_on,
    join_subjects,
    named_dead,
    one_sided,
    other_captives,
    other_victim,
    others_named,
    own_clause,
    own_deed,
    same_deed,
    same_toll,
    same_victim,
)
from gesta.coding.others_killed import name_listed, others_killed
from gesta.coding.parties_in_text import who
from gesta.coding.reasons_of_protests import join_reasons
from gesta.coding.unnamed import unnamed
from gesta.coding.unsaid import unsaid
from gesta.coding.unslotted import wounding_meant
from gesta.model import Reading

ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
PROMISES = frozenset({"AGREE", "THREATEN", "REQUEST", "CONCEDE", "REJECT"})
REFUSING = frozenset({"refuse", "decline", "reject"})
PROMISING = frozenset({"promise", "pledge", "undertake", "vow", "commit", "commitment"})
CLOSE = 2  # sentences


def joined(drafting: Drafting, drafts: list[Draft], titles: list[Draft]) -> list[Draft]:
    """The article's events: every rule below applied in turn; what is dropped is a mention or a leftover.

    The acts that headlines tell only say who stands against whom.
    """
    drafts = without_nested(drafts)
    set_rebels_apart(drafts)
    drafts = future_types(drafting, drafts)
    name_listed(drafting, drafts)
    drafts = join_subjects(drafts)
    drafts = join_killings(drafting, drafts)
    drafts = join_aims(drafting, join_reasons(drafting, drafts))
    complete(drafting, drafts, titles)
    answered(drafting, drafts)
    drafts = [d for d in drafts if not unanswered(d)]
    threats_in_person(drafting, drafts)
    drafts = without_content(drafting, drafts)
    while True:
        told = [d for d in join_retellings(drafting, drafts) if not left_unsaid(drafting, d)]
        left = [d for d in told if kept(drafting, d, told)]
        freed = [again for d in told if all(d is not o for o in left) for again in d.again if tells_itself(d, again)]
        if not freed:
            return left
        drafts = sorted([*left, *freed], key=lambda d: d.i)


def tells_itself(host: Draft, d: Draft) -> bool:
    """True for a telling that may stand where the one that it was joined to does not: no fighting, nothing that it refers to or answers.

    The dead of fighting that is told elsewhere belong there.
    """
    elsewhere = d.trigger.rule.killing and bool(host.sides)
    return not (elsewhere or d.trigger.rule.vague or d.refers_back or d.trigger.rule.id == "respond-militarily")


def without_nested(drafts: list[Draft]) -> list[Draft]:
    """Of triggers that share words a verb with its object goes before a noun, then the longest: "lift a state of emergency"."""
    taken: set[int] = set()
    out = []
    for d in sorted(drafts, key=lambda d: (not (d.trigger.verbal and len(d.trigger.words) > 1), -len(d.trigger.words), d.i)):
        if not taken & set(d.trigger.words):
            taken |= set(d.trigger.words)
            out.append(d)
    return sorted(out, key=lambda d: d.i)


def set_rebels_apart(drafts: list[Draft]) -> None:
    """Where one draft sets a state against its own rebels, they are two sides in all; elsewhere rebels count as their people's side."""
    apart = set()
    for d in drafts:
        sides = [{p.own_side for p in role} for role in (d.roles.actors, d.roles.recipients)]
        apart |= {p.bare for p in (*d.roles.actors, *d.roles.recipients) if p.own_side != p.bare and p.bare in sides[0] | sides[1]}
    for d in drafts:
        d.rebels_apart = frozenset(code for code in apart if code)


def join_killings(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """As in "Gunmen ambushed a patrol, killing two": the killing belongs to the attack told in the same sentence."""
    out: list[Draft] = []
    beside: dict[int, list[Draft]] = {}
    for d in drafts:
        beside.setdefault(sentence(d), []).append(d)
    for d in drafts:
        host = None
        if d.trigger.rule.killing and d.type == "ASSAULT":
            around = [o for o in beside[sentence(d)] if hosts(drafting, o, d)]
            host = min(around, key=lambda o: abs(o.i - d.i), default=None) or toll_of(drafting, out, d)
        host = host or next((o for o in out if same_deed(drafting, o, d)), None)
        if host is None and d.trigger.rule.id == "wound" and not d.roles.actors and not wounding_meant(drafting.cast, d.trigger):
            drafting.leave(d.trigger, "wounded by nobody who could be coded")
            continue
        if host is None:
            out.append(d)
            continue
        host.mentions.append(d.evidence)
        host.again.append(d)
        host.toll |= d.toll
        host.beside += tuple(others_killed(drafting, host, d))
        host.struck += d.trigger.frame.patients
        fallen = [p for p in d.roles.recipients if d.side(p) not in {d.side(a) for a in host.roles.actors}]
        if not host.trigger.rule.reciprocal and (
            not host.roles.recipients or (on_ground(drafting, host) and any(p.kind == "armed-group" for p in fallen))
        ):
            host.roles.recipients = fallen
            host.roles.recipient_words += d.roles.recipient_words
        if host.trigger.rule.reciprocal and len(host.sides) < 2:
            host.roles.actors += [p for p in d.roles.recipients if d.side(p) not in host.sides and p.sector != "CVL"]
        if not host.roles.actors:
            host.roles.actors = [p for p in d.roles.actors if d.side(p) not in {d.side(r) for r in host.roles.recipients}]
            host.roles.actor_words += d.roles.actor_words
    return out


def on_ground(drafting: Drafting, d: Draft) -> bool:
    """True when a place alone tells who is hit."""
    words = d.roles.recipient_words
    return bool(words) and all(place_alone(drafting, w) for w in words)


def place_alone(drafting: Drafting, w: int) -> bool:
    """True for a place, and for a thing known only by the place that it is in: "sites in Lebanon"."""
    cast = drafting.cast
    inside = drafting.reading.dependents(w, "nmod", "compound")
    return w in cast.place_of or (w not in cast.hits and any(c in cast.place_of for c in inside) and not any(p.code for p in who(cast, w)))


def join_aims(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """As in "Police opened fire to disperse a crowd": what an assault is to achieve belongs to it, with whom it is done to.

    Of "used dogs to disperse a crowd", which is no assault of its own, the aim is what was done.
    """
    done = {d.i: d for d in drafts if d.type == "ASSAULT" and d.factuality == "actual" and d.trigger.verbal}
    out = []
    for d in drafts:
        above = drafting.reading.words[d.i].head
        aim = d.type == "ASSAULT" and d.factuality == "planned" and drafting.reading.words[d.i].relation in {"advcl", "xcomp"}
        host = next((o for o in done.values() if above in o.trigger.words), None) if aim else None
        if host is None:
            if (
                aim
                and drafting.reading.words[above].lemma in MEANS
                and factuality(drafting.reading, drafting.cast.codebook, above) == "actual"
            ):
                d.factuality = "actual"
            out.append(d)
            continue
        host.mentions.append(d.evidence)
        host.struck += d.trigger.frame.patients
        if not host.roles.recipients:
            host.roles.recipients = [p for p in d.roles.recipients if d.side(p) not in {d.side(a) for a in host.roles.actors}]
            host.roles.recipient_words += d.roles.recipient_words
    return out


def toll_of(drafting: Drafting, before: list[Draft], killing: Draft) -> Draft | None:
    """The assault told earlier that deaths without a killer sum up: the same victims' side, nothing else known of either."""
    if killing.trigger.frame.agents or (killing.roles.actors and not killing.why.endswith("+adversary")):
        return None
    struck = {killing.side(p) for p in killing.roles.recipients}
    for o in reversed(before):
        suffered = {o.side(p) for p in (*o.roles.recipients, *(o.roles.actors if o.trigger.rule.reciprocal else ()))}
        one_sided = o.trigger.rule.reciprocal and len(o.sides) == 1  # "fighting with Azerbaijan" costs the other side too
        agree = not o.tellers or not killing.tellers or claimants(drafting, o) == claimants(drafting, killing)
        if (
            agree
            and o.type == "ASSAULT"
            and o.era == killing.era
            and o.factuality == killing.factuality
            and (suffered & struck or not suffered or one_sided)
            and not other_day(o, killing)
            and not other_place(drafting, o, killing)
            and not others_named(drafting, o, killing)
            and not own_deed(drafting, o, killing)
            and not by_other_means(drafting, o, killing)
        ):
            return o
    return None


def hosts(drafting: Drafting, host: Draft, killing: Draft) -> bool:
    """True when `host` is the attack of the same sentence that the killing is part of."""
    if (
        host is killing
        or host.type != "ASSAULT"
        or host.trigger.rule.killing
        or host.factuality != killing.factuality
        or host.era != killing.era
    ):
        return False
    if set(killing.trigger.frame.patients) & set(host.trigger.frame.agents) or (
        host.trigger.rule.vague and one_sided(drafting.cast, killing)
    ):
        return False
    killers, (strikers, struck) = sides(killing)[0], sides(host)
    if not host.trigger.rule.reciprocal and killers & struck and not killers & strikers:
        return False  # "stabbed two policemen before being shot"
    if any(apart(drafting, host, killing) for apart in (own_clause, own_deed, by_other_means)):
        return False
    near = abs(host.i - killing.i) < 40 and host.teller == killing.teller
    same = not killing.roles.actors or not host.roles.actors or sides(killing)[0] & sides(host)[0]
    return near and bool(same) and sentence(host) == sentence(killing)


def sentence(d: Draft) -> int:
    """The sentence of a draft's trigger."""
    return d.trigger.sentence


def join_retellings(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """A later telling that brings nothing new is a mention of the earlier event."""
    out: list[Draft] = []
    alike: dict[tuple[str, str], list[Draft]] = {}
    for d in drafts:
        before = alike.setdefault((d.type, d.factuality), [])
        new = drafting.another(d.trigger)
        known = () if new else reversed(before)
        again = (o for o in known if same_event(drafting, o, d))
        earlier = next((o for o in again if same_victim(drafting, o, d) or not elsewhere(drafting, out, o, d)), None)
        if earlier is None:
            out.append(d)
            before.append(d)
            continue
        again_told = d.mentions if same_victim(drafting, earlier, d) else []  # other acts' deaths may be of other times
        earlier.mentions += (d.evidence, *again_told)
        earlier.again.append(d)
        earlier.beside += (*others_killed(drafting, earlier, d), *d.beside)
        own_up(drafting, earlier, d)
        agrees = sides(d) == sides(earlier) and not d.why.endswith("+adversary") and not d.refers_back
        if agrees and d.teller is not None and d.teller not in earlier.tellers and earlier.tellers:
            earlier.tellers.append(d.teller)
    return out


def own_up(drafting: Drafting, earlier: Draft, d: Draft) -> None:
    """As in "the attack was carried out by one of our fighters", a group says: it did what was told without an author before."""
    if earlier.roles.actors or not d.refers_back or not d.roles.actors or d.teller is None:
        return
    if sides(d)[0] <= claimants(drafting, d):
        earlier.roles.actors, earlier.roles.actor_words, earlier.why = d.roles.actors, d.roles.actor_words, earlier.why + "+claimed"


def same_event(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True when `b`, told later, is the event `a` again.

    Same type, era and factuality, fitting mode, the same sides, no other place or day. That `b` is called another one, the caller asks.
    """
    if a.type != b.type or a.factuality != b.factuality or of_its_own_time(a, b):
        return False
    if b.refers_back:
        return not other_day(a, b) and (a.era == b.era or (b.time is None and sentence(b) - sentence(a) <= CLOSE))
    if (same_toll(a, b) or goes_on(drafting, a, b)) and not other_day(a, b) and not other_place(drafting, a, b):
        return True
    if same_victim(drafting, a, b):
        return True
    if brings_more(drafting, a, b) or other_victim(drafting, a, b):
        return False
    if b.type == "ASSAULT" and not b.trigger.verbal and told_again(drafting, a, b):
        return True
    if taken_up(drafting, a, b) and sides(a) == sides(b) and a.era == b.era and not other_day(a, b):
        return True
    if a.era != b.era or (a.mode and b.mode and a.mode != b.mode):
        return False
    if b.type == "ASSAULT" and b.trigger.rule.vague and b.why.endswith("+adversary") and a.sides >= b.sides and not other_day(a, b):
        return True
    lemma = drafting.reading.words[a.i].lemma == drafting.reading.words[b.i].lemma
    if b.type in SPEECH and not (lemma and sides(a) == sides(b) and sentence(a) == sentence(b)):
        return False
    if not (claimants(drafting, a) == claimants(drafting, b) or (lemma and (not a.tellers or not b.tellers))):
        return False
    if other_place(drafting, a, b) or other_day(a, b) or other_captives(drafting.reading, a, b):
        return False
    return sides(a) == sides(b) and bool(a.sides) and (lemma or not b.trigger.verbal or sentence(a) == sentence(b))


def brings_more(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for what killed others than `a` is told to have, and for what killed somebody at a place that `a` is not put at.

    Fighting takes in the attacks of both sides, with whom they kill.
    """
    if a.trigger.rule.reciprocal:
        return False
    there, here = place_names(drafting, a), place_names(drafting, b)
    return (bool(b.toll) and not a.toll & b.toll) or (bool(b.mentions) and bool(here) and not there & here)


def taken_up(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True when what `b` tells is done to forces that `a` brought: "ambushed an army patrol", then "opened fire at the patrol"."""
    if b.type != "ASSAULT" or not b.trigger.verbal or not a.trigger.verbal:
        return False
    words = drafting.reading.words
    known = [
        h for h in targets(b) if is_definite(drafting.reading, h) and drafting.cast.is_class(h, "forces") and h not in drafting.cast.hits
    ]
    brought = {words[h].lemma for h in targets(a) if not is_definite(drafting.reading, h)}
    return any(words[h].lemma in brought for h in known)


def targets(d: Draft) -> tuple[int, ...]:
    """The head words of who and what is hit."""
    frame = d.trigger.frame
    return (*frame.patients, *(w for case in ("on", "at", "against", "into") for w in frame.obliques.get(case, ())))


def told_again(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True for a noun that names violence between sides of whom an assault was told before, without a place or a day of its own."""
    hosted = drafting.reading.words[drafting.reading.words[b.i].head].upos == "VERB" and drafting.reading.words[b.i].relation == "obj"
    actors, recipients = sides(b)
    if not a.trigger.rule.reciprocal and not (actors <= sides(a)[0] and recipients <= sides(a)[1]):
        return False
    fits = not a.mode or not b.mode or a.mode == b.mode
    return (
        not hosted
        and a.era == b.era
        and fits
        and bool(b.sides)
        and b.sides <= a.sides
        and not other_place(drafting, a, b)
        and not other_day(a, b)
    )


def sides(d: Draft) -> tuple[frozenset[str | None], frozenset[str | None]]:
    """Who acts and who suffers, by code without the dot."""
    return frozenset(d.side(p) for p in d.roles.actors), frozenset(d.side(p) for p in d.roles.recipients)


def claimants(drafting: Drafting, d: Draft) -> frozenset[str | None]:
    """Codes of those who tell it; empty for the reporter's own voice."""
    return frozenset(p.bare for t in d.tellers for p in drafting.told[t].sources)


def other_place(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True when both name places and none is shared."""
    there, here = place_names(drafting, a), place_names(drafting, b)
    return bool(there and here and not there & here)


def place_names(drafting: Drafting, d: Draft) -> frozenset[str]:
    """The names of a draft's places."""
    return frozenset(drafting.located[k].name for k in d.places)


def elsewhere(drafting: Drafting, before: list[Draft], a: Draft, b: Draft) -> bool:
    """True where `b` is named by a noun with a town of its own, and `a` was at others: by its words, or where the act before it was."""
    here = towns(drafting, b)
    if b.trigger.verbal or not here:
        return False
    scenes = (o for o in reversed(before) if o.i <= a.i and o.type in ON_THE_GROUND and o.era == a.era)
    there = next((found for o in scenes if (found := towns(drafting, o))), frozenset())
    return bool(there) and not here & there


def towns(drafting: Drafting, d: Draft) -> frozenset[str]:
    """The names of the settlements and facilities of a draft."""
    places = (drafting.located[k] for k in d.places)
    return frozenset(place.name for place in places if place.toponym is not None and place.toponym.kind in {"settlement", "facility"})


def other_day(a: Draft, b: Draft) -> bool:
    """True when both are dated and the intervals do not meet."""
    if a.time is None or b.time is None or a.time.time.start is None or b.time.time.start is None:
        return False
    return (a.time.time.end or "") < b.time.time.start or (b.time.time.end or "") < a.time.time.start


def of_its_own_time(a: Draft, b: Draft) -> bool:
    """True for a dated act of the past beside one without a day: "the 1979 invasion" is not the invasion that is told."""
    return b.era == "background" and b.time is not None and b.time.time.start is not None and a.time is None


def without_content(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """What is agreed, asked or threatened is no event beside the promise; whom it would concern, the promise is made to.

    Who promises to leave, to free somebody or to hold fire concedes it; who agrees to with another has an accord (PLOVER).
    """
    out = []
    for d in drafts:
        ahead = d.factuality == "planned" or d.type != d.trigger.rule.type
        above = heads_above(drafting, d.i) if ahead else []
        promise = next((o for o in drafts if o is not d and o.type in PROMISES and o.i in above), None)
        if promise is None:
            out.append(d)
            continue
        drafting.leave(d.trigger, "what is agreed, asked or threatened")
        if promise.type == "AGREE" and d.type == "CONCEDE" and drafting.reading.words[promise.i].lemma in PROMISING:
            promise.type, promise.mode, promise.factuality, promise.why = "CONCEDE", d.mode, "planned", promise.why + "+yields"
        acting = {d.side(p) for p in promise.roles.actors}
        concerned = [p for p in (*d.roles.recipients, *d.roles.actors) if d.side(p) not in acting]
        if concerned and (not promise.roles.recipients or promise.type == "THREATEN") and not promise.trigger.rule.reciprocal:
            promise.roles.recipients, promise.roles.recipient_words = concerned, list(d.roles.recipient_words)
        promise.places = promise.places or d.places
    return out


def heads_above(drafting: Drafting, i: int) -> list[int]:
    """The verbs and nouns whose complement the word stands in, nearest first."""
    out, words = [], drafting.reading.words
    while words[i].head != i and words[i].deprel != "acl:relcl" and not told_as_past(drafting.reading, i):
        if words[i].relation not in {"xcomp", "ccomp", "acl", "obj", "conj"} and not (
            words[i].relation == "advcl" and words[i].xpos == "VB"
        ):
            break
        i = words[i].head
        out.append(i)
    return out


def names_what_is_told(drafting: Drafting, d: Draft) -> bool:
    """True for a noun of violence without a time, a place, a name or one of its two sides of its own: "attacks on our troops"."""
    bare = d.type == "ASSAULT" and not d.trigger.verbal and not d.places and not named_dead(drafting, d)
    return bare and (d.time is None or d.time.time.start is None) and d.why.endswith("+adversary")


def counterfactual(reading: Reading, i: int) -> bool:
    """True for "would have captured the town": it was not."""
    marks = {reading.words[c].lower for c in reading.dependents(i, "aux")}
    return {"would", "have"} <= marks or ({"could", "have"} <= marks and reading.words[i].xpos == "VBN")


def brought_together(talks: Draft, d: Draft) -> bool:
    """True for the talks whose mediators the actors of `d` are."""
    return (
        sentence(talks) == sentence(d)
        and bool(talks.roles.mediators)
        and {p.code for p in d.roles.actors} == {p.code for p in talks.roles.mediators}
    )


def only_aimed_at(drafting: Drafting, d: Draft) -> bool:
    """True for the accord that talks are "aimed at", or that somebody refuses to sign."""
    above = {drafting.reading.words[w].lemma for w in heads_above(drafting, d.i)}
    return d.factuality == "planned" or (d.factuality == "negated" and bool(above & REFUSING))


def left_unsaid(drafting: Drafting, d: Draft) -> bool:
    """True for an act of speech that nobody performs, which is then a leftover."""
    if not unsaid(drafting.cast, d):
        return False
    drafting.leave(d.trigger, "not said, only spoken of")
    return True


def a_toll(drafting: Drafting, d: Draft) -> bool:
    """Whether a killing is only the sum of what lies back: done by nobody ("a conflict that killed thousands"), to nobody by name."""
    by_nobody = not d.roles.actor_words and not any(drafting.cast.is_class(a, "people") for a in d.trigger.frame.agents)
    told = named_dead(drafting, d) or dated_murder(drafting, d)
    return d.trigger.rule.killing and by_nobody and d.era == "background" and not told


def named_again(drafting: Drafting, d: Draft, others: list[Draft]) -> bool:
    """True for a noun that names violence which is told elsewhere of the same sides: the nearest of its kind gets the mention.

    Not for one that killed somebody of its own: "the funeral of ten leaders who were killed in an attack on a union".
    """
    article = any(drafting.reading.words[c].lower in {"a", "an"} for c in drafting.reading.dependents(d.i, "det"))
    own = bool(d.toll) and article
    if own or drafting.another(d.trigger) or not names_what_is_told(drafting, d):
        return False
    told = [o for o in others if o is not d and o.type == "ASSAULT" and sides(o) == sides(d)]
    alike = [o for o in told if o.mode == d.mode is not None]
    if alike:
        min(alike, key=lambda o: abs(o.i - d.i)).mentions.append(d.evidence)
    return bool(told)


def kept(drafting: Drafting, d: Draft, others: list[Draft]) -> bool:
    """False for what is no event of its own.

    Hypothetical talk, fighting without sides that nothing tells as happening, deaths that only sum the past.
    """
    rule = d.trigger.rule
    if (
        d.factuality == "negated"
        and d.type in {"MOBILIZE", "AID", "CONSULT", "SUPPORT", "RETREAT"}
        and any(o is not d and o.type == "REJECT" and sentence(o) == sentence(d) for o in others)
    ):
        drafting.leave(d.trigger, "what a refusal is about")
        return False
    if rule.id == "mediate" and any(brought_together(o, d) for o in others):
        drafting.leave(d.trigger, "mediates what is told as talks")
        return False
    if counterfactual(drafting.reading, d.i):
        drafting.leave(d.trigger, "would have been, and was not")
        return False
    if rule.type == "AGREE" and rule.reciprocal and not d.trigger.verbal and only_aimed_at(drafting, d):
        drafting.leave(d.trigger, "an accord that is only aimed at or refused")
        return False
    spoken_of = d.type == "ASSAULT" and own_marks(drafting.reading, drafting.cast.codebook, d.i) != "hypothetical"
    if d.factuality == "hypothetical" and (spoken_of or not (d.trigger.verbal and d.roles.actors and d.roles.recipients)):
        drafting.leave(d.trigger, "only spoken of as possible or demanded")
        return False
    if rule.vague and d.factuality != "actual" and d.why.endswith("+adversary"):
        drafting.leave(d.trigger, "fighting that is only feared or planned")
        return False
    if (
        rule.vague
        and d.why.endswith("+adversary")
        and not d.roles.actor_words
        and any(o is not d and o.type == "ASSAULT" and o.era == d.era and d.sides <= o.sides for o in others)
    ):
        drafting.leave(d.trigger, "sums the fighting that is told elsewhere")
        return False
    if named_again(drafting, d, others):
        drafting.leave(d.trigger, "names violence that is told elsewhere")
        return False
    if rule.vague and not d.roles.actors and not drafting.occurs(d.trigger):
        drafting.leave(d.trigger, "fighting without sides")
        return False
    if not d.sides and not unnamed(drafting, d):
        drafting.leave(d.trigger, "nobody takes part")
        return False
    if rule.id == "respond-militarily" and (
        d.factuality != "actual" or not any(o is not d and o.type == "ASSAULT" and abs(sentence(o) - sentence(d)) <= 2 for o in others)
    ):
        drafting.leave(d.trigger, "no attack near by that this would answer")
        return False
    if a_toll(drafting, d):
        drafting.leave(d.trigger, "a toll, not an event")
        return False
    here = towns(drafting, d)
    told = [o for o in others if o is not d and o.type == d.type and not (here and towns(drafting, o) and not here & towns(drafting, o))]
    if d.refers_back and ((not d.sides and not here) or any(o.era == d.era for o in told)):
        drafting.leave(d.trigger, "refers to what was told before")
        return False
    return True
