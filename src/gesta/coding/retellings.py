"""Many tellings, one event: killing joined to the attack that did it, retellings by one claimant joined, what grammar leaves unsaid filled from the article's two sides."""

from __future__ import annotations

from collections import Counter

from gesta.coding.drafts import SPEECH, Draft, Drafting
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import Cast
from gesta.coding.roles import ARMED
from gesta.coding.tellings import Telling


def joined(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """The article's events: every rule below applied in turn; what is dropped is a mention or a leftover."""
    drafts = without_nested(drafts)
    drafts = future_types(drafts)
    sides = dyad(drafts)
    complete(drafting.cast, drafts, drafting.told, sides)
    drafts = join_killings(drafts)
    drafts = join_retellings(drafting, drafts)
    return [d for d in drafts if kept(drafting, d)]


def without_nested(drafts: list[Draft]) -> list[Draft]:
    """Of triggers that share words the longest stays."""
    taken: set[int] = set()
    out = []
    for d in sorted(drafts, key=lambda d: (-len(d.trigger.words), d.i)):
        if not taken & set(d.trigger.words):
            taken |= set(d.trigger.words)
            out.append(d)
    return sorted(out, key=lambda d: d.i)


def future_types(drafts: list[Draft]) -> list[Draft]:
    """Cooperation told in the future is AGREE, a future retreat or ceasefire CONCEDE (record specification)."""
    for d in drafts:
        if d.factuality == "planned" and d.type in {"CONSULT", "AID", "COOPERATE", "SUPPORT"}:
            d.type, d.mode = "AGREE", None
        elif d.factuality == "planned" and d.type == "RETREAT":
            d.type = "CONCEDE"
    return drafts


def dyad(drafts: list[Draft]) -> tuple[Party, Party] | None:
    """The two sides that fight or accuse each other most in the article, where one pair leads."""
    count: Counter[frozenset[str]] = Counter()
    party: dict[str, Party] = {}
    for d in drafts:
        if d.type not in {"ASSAULT", "ACCUSE", "RETREAT", "THREATEN"}:
            continue
        armed = [p for p in (*d.roles.actors, *d.roles.recipients) if p.bare and (p.kind in ARMED or p.kind == "civilians" or p.is_person)]
        for p in armed:
            party.setdefault(p.bare or "", side_of(p))
        codes = frozenset(p.bare or "" for p in armed)
        if len(codes) == 2:
            count[codes] += 2 if d.type == "ASSAULT" else 1
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    first, second = sorted(ranked[0][0], key=list(party).index)
    return party[first], party[second]


def side_of(p: Party) -> Party:
    """The side that a person, its army or its civilians belong to."""
    if p.kind == "armed-group" and p.code == p.bare:
        return p
    return Party(code=p.bare, name=p.bare or "", kind="country" if p.country == p.bare else "armed-group", country=p.country)


def complete(cast: Cast, drafts: list[Draft], told: tuple[Telling, ...], sides: tuple[Party, Party] | None) -> None:
    """Fills one unsaid side of an assault, and the two of unnamed fighting or of a halt that a third party brought, from the article's dyad."""
    if sides is None:
        return
    for d in drafts:
        if d.type == "ASSAULT":
            complete_assault(d, sides, told)
        elif d.type == "RETREAT" and d.mode == "ceasefire":
            outside = [p for p in d.roles.actors if p.bare not in {s.bare for s in sides}]
            if outside or not d.roles.actors:
                d.roles.mediators, d.roles.actors = outside, list(sides)
                d.why += "+dyad"
        elif d.type == "ACCUSE" and d.mode == "allege" and d.trigger.rule.attributed and len(d.roles.actors) == 1 and not d.roles.recipients:
            d.roles.recipients = [s for s in sides if s.bare != d.roles.actors[0].bare][:1]


def complete_assault(d: Draft, sides: tuple[Party, Party], told: tuple[Telling, ...]) -> None:
    """The unsaid perpetrator or target of one assault."""
    codes = [s.bare for s in sides]
    if d.trigger.rule.reciprocal:
        if not d.roles.actors or (len({p.bare for p in d.roles.actors}) == 1 and d.roles.actors[0].bare in codes):
            d.roles.actors = list(sides)
            d.why += "+dyad"
        return
    actors, recipients = [p.bare for p in d.roles.actors], [p.bare for p in d.roles.recipients]
    if actors and not recipients and len(actors) == 1 and actors[0] in codes and not d.trigger.frame.patients:
        d.roles.recipients = [s for s in sides if s.bare != actors[0]]
        d.why += "+dyad"
    elif recipients and not actors and len(set(recipients)) == 1 and recipients[0] in codes and claimant_is(d, told, recipients[0]):
        d.roles.actors = [s for s in sides if s.bare != recipients[0]]
        d.why += "+dyad"


def claimant_is(d: Draft, told: tuple[Telling, ...], code: str | None) -> bool:
    """True when the side that was struck tells it, and does not hide who struck."""
    return d.teller is not None and any(p.bare == code for p in told[d.teller].sources)


def join_killings(drafts: list[Draft]) -> list[Draft]:
    """ "Gunmen ambushed a patrol, killing two": the killing belongs to the attack told in the same sentence."""
    out: list[Draft] = []
    for d in drafts:
        host = next((o for o in drafts if hosts(o, d)), None) if d.trigger.rule.killing and d.type == "ASSAULT" else None
        if host is None:
            out.append(d)
            continue
        host.mentions.append(d.evidence)
        if not host.roles.recipients and not host.trigger.rule.reciprocal:
            host.roles.recipients = [p for p in d.roles.recipients if p.bare not in {a.bare for a in host.roles.actors}]
            host.roles.recipient_words += d.roles.recipient_words
        if not host.roles.actors:
            host.roles.actors = [p for p in d.roles.actors if p.bare not in {r.bare for r in host.roles.recipients}]
            host.roles.actor_words += d.roles.actor_words
    return out


def hosts(host: Draft, killing: Draft) -> bool:
    """True when `host` is the attack of the same sentence that the killing is part of."""
    if host is killing or host.type != "ASSAULT" or host.trigger.rule.killing or host.factuality != killing.factuality:
        return False
    near = abs(host.i - killing.i) < 40 and host.teller == killing.teller
    same = not killing.roles.actors or not host.roles.actors or {p.bare for p in killing.roles.actors} & {p.bare for p in host.roles.actors}
    return near and bool(same) and sentence(host) == sentence(killing)


def sentence(d: Draft) -> int:
    """The sentence of a draft's trigger."""
    return d.trigger.sentence


def join_retellings(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """A later telling that brings nothing new is a mention of the earlier event."""
    out: list[Draft] = []
    for d in drafts:
        earlier = next((o for o in reversed(out) if same_event(drafting, o, d)), None)
        if earlier is None:
            out.append(d)
            continue
        earlier.mentions.append(d.evidence)
        if d.teller is not None and d.teller not in earlier.tellers and earlier.tellers:
            earlier.tellers.append(d.teller)
    return out


def same_event(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True when `b`, told later, is the event `a` again: same type, era and factuality, fitting mode, the same sides, no other place or day."""
    if a.type != b.type or a.factuality != b.factuality:
        return False
    if drafting.anaphoric(b.trigger, b.roles):
        return a.era == b.era or b.time is None
    if a.era != b.era or (a.mode and b.mode and a.mode != b.mode):
        return False
    lemma = drafting.reading.words[a.i].lemma == drafting.reading.words[b.i].lemma
    if b.type in SPEECH and not (lemma and sides(a) == sides(b) and sentence(a) == sentence(b)):
        return False
    if not (claimants(drafting, a) == claimants(drafting, b) or (lemma and (not a.tellers or not b.tellers))):
        return False
    if other_place(drafting, a, b) or other_day(a, b):
        return False
    return sides(a) == sides(b) and bool(a.sides) and (lemma or not b.trigger.verbal or sentence(a) == sentence(b))


def sides(d: Draft) -> tuple[frozenset[str | None], frozenset[str | None]]:
    """Who acts and who suffers, by code without the dot."""
    return frozenset(p.bare for p in d.roles.actors), frozenset(p.bare for p in d.roles.recipients)


def claimants(drafting: Drafting, d: Draft) -> frozenset[str | None]:
    """Codes of those who tell it; empty for the reporter's own voice."""
    return frozenset(p.bare for t in d.tellers for p in drafting.told[t].sources)


def other_place(drafting: Drafting, a: Draft, b: Draft) -> bool:
    """True when both name places and none is shared."""
    names = [{drafting.located[k].name for k in d.places} for d in (a, b)]
    return bool(names[0] and names[1] and not names[0] & names[1])


def other_day(a: Draft, b: Draft) -> bool:
    """True when both are dated and the intervals do not meet."""
    if a.time is None or b.time is None or a.time.time.start is None or b.time.time.start is None:
        return False
    return (a.time.time.end or "") < b.time.time.start or (b.time.time.end or "") < a.time.time.start


def kept(drafting: Drafting, d: Draft) -> bool:
    """False for what is no event of its own: hypothetical talk, fighting without sides that nothing tells as happening, deaths that only sum the past."""
    rule = d.trigger.rule
    if d.factuality == "hypothetical" and not (d.trigger.verbal and d.roles.actors and d.roles.recipients):
        drafting.leave(d.trigger, "only spoken of as possible or demanded")
        return False
    if rule.vague and not d.roles.actors and not drafting.occurs(d.trigger):
        drafting.leave(d.trigger, "fighting without sides")
        return False
    if d.type == "ASSAULT" and not d.roles.actors and not d.roles.recipients and not rule.vague and not d.places:
        drafting.leave(d.trigger, "nobody takes part")
        return False
    if rule.killing and not d.roles.actors and d.era == "background":
        drafting.leave(d.trigger, "a toll, not an event")
        return False
    if drafting.anaphoric(d.trigger, d.roles) and not d.why.endswith("+dyad"):
        drafting.leave(d.trigger, "refers to what was told before")
        return False
    return True
