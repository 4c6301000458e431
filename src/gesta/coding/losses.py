"""Whose losses a toll counts: the side that suffered, its class of people, and whether the number is final."""

from __future__ import annotations

from dataclasses import dataclass

from gesta.coding.figures_in_text import Toll
from gesta.coding.nounphrases import behind_of, is_definite
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import REBEL_NOUNS, Cast, nationality, who
from gesta.coding.roles import home_of
from gesta.model import Era

GENERIC = frozenset(
    "people person man woman child boy girl human individual teenager youth life national driver victim baby family "
    "resident villager passer passer-by passenger bystander civilian local inhabitant student teacher farmer worker "
    "journalist".split()
)
NOBODY_IN_PARTICULAR = frozenset({"other", "others", "another", "one", "rest"})
PROVISIONAL = (
    "not final",
    "not the final",
    "preliminary",
    "provisional",
    "could rise",
    "may rise",
    "likely to rise",
    "expected to rise",
    "might rise",
    "for the moment",
    "initial",
    "so far confirmed",
    "not yet final",
    "still being",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """The side, the class of people and finer kinds of a toll's victims."""

    code: str | None
    who: str
    kinds: tuple[str, ...] = ()
    party: Party | None = None


def loss_of(cast: Cast, toll: Toll, before: tuple[Toll, Loss] | None, era: Era, speakers: tuple[Party, ...]) -> Loss:
    """The victims of a toll; a bare number or "others" takes the class of the toll before it in the same sentence or the one before."""
    head = toll.victims
    reading = cast.reading
    bare = (
        head is None
        or reading.words[head].lemma.lower() in NOBODY_IN_PARTICULAR
        or (reading.words[head].upos == "NUM" and behind_of(reading, head) is None)
    )
    if bare and not (head is not None and any(p.code for p in who(cast, head))):
        return bare_loss(cast, toll, before, era, own_side(cast, speakers))
    assert head is not None
    people = class_of(cast, head)
    parties = [p for p in who(cast, head) if p.code]
    if people == "military" and parties and unclaimed(cast, head):
        own = own_side(cast, speakers)
        if own is not None or both_named(cast, head):
            return Loss(code=own.bare if own else None, who=people, kinds=kinds_of(cast, head), party=own)
    kinds = kinds_of(cast, head)
    if len({p.bare for p in parties}) > 1:
        return Loss(code=None, who=people if people != "unknown" else "mixed", kinds=kinds)
    party = parties[0] if parties else struck(cast, head, era)
    return Loss(code=code_for(cast, head, party, people), who=people, kinds=kinds, party=party)


def own_side(cast: Cast, speakers: tuple[Party, ...]) -> Party | None:
    """The one state of the article that speaks: who tells of soldiers without saying whose means its own."""
    states = {p.bare: p for p in speakers if p.bare and p.bare in {f.bare for f in cast.focus[:3]}}
    return next(iter(states.values())) if len(states) == 1 else None


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


def bare_loss(cast: Cast, toll: Toll, before: tuple[Toll, Loss] | None, era: Era, own: Party | None) -> Loss:
    """A number without a noun: the side that lost, or the victims told just before."""
    owners = [p for o in toll.owner for p in who(cast, o) if p.code]
    near = before is not None and abs(sentence(cast, before[0]) - sentence(cast, toll)) <= 1
    inherited = before[1] if before is not None and near else None
    if owners:
        people = inherited.who if inherited else "unknown"
        return Loss(code=owners[0].bare, who=people if people in {"military", "unknown"} else "unknown", party=owners[0])
    together = before is not None and sentence(cast, before[0]) == sentence(cast, toll)
    if inherited is not None and inherited.who == "military" and own is not None and not together and inherited.code != own.bare:
        return Loss(code=own.bare, who="military", party=own)
    if inherited is not None:
        return Loss(code=inherited.code, who=inherited.who, party=inherited.party)
    home = home_of(cast, toll.effect_word) if era == "current" else None
    return Loss(code=branch(home, "CVL").code if home else None, who="unknown", party=home)


def sentence(cast: Cast, toll: Toll) -> int:
    """The sentence of a toll's effect word."""
    return cast.reading.words[toll.effect_word].sentence


def struck(cast: Cast, head: int, era: Era) -> Party | None:
    """The side of people without a nationality: the country where it happened; of sums of the past, and of unnamed militants, nobody's."""
    role = cast.role(head)
    lemma = cast.reading.words[head].lemma.lower()
    if lemma in REBEL_NOUNS or (role is not None and role.sector == "REB"):
        return None
    if era == "background" and lemma in {"people", "person", "life"}:
        return None
    if role is not None or lemma in GENERIC or cast.is_class(head, "people") or head in cast.person_at:
        return home_of(cast, head)
    return None


def class_of(cast: Cast, head: int) -> str:
    """`military`, `civilian`, `mixed` or `unknown` by the noun of the victims."""
    reading = cast.reading
    behind = behind_of(reading, head)
    if behind is not None:
        head = behind
    role = cast.role(head)
    lemma = reading.words[head].lemma.lower()
    if lemma in REBEL_NOUNS:
        return "military"
    modifiers = {reading.words[c].lower for c in reading.dependents(head, "amod", "compound")}
    if "civilian" in modifiers:
        return "civilian"
    if role is not None and role.victim_who:
        if role.victim_who == "unknown" and any(
            p.sector in {"MIL", "COP", "REB"} or p.kind in {"armed-group", "military"} for p in who(cast, head)
        ):
            return "military"
        return role.victim_who
    parties = who(cast, head)
    if any(p.kind in {"armed-group", "military"} or p.sector in {"MIL", "COP", "REB"} for p in parties):
        return "military"
    if cast.is_class(head, "forces") and lemma not in {"man", "men", "security"}:
        return "military"
    return "unknown"


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
    if party.kind in {"country", "government", "military", "civilians"}:
        return branch(party, "CVL").code
    return party.code


def provisional(cast: Cast, toll: Toll) -> bool:
    """True when the sentence says that the number may still move."""
    first, end = cast.reading.sentences[sentence(cast, toll)]
    said = " ".join(w.lower for w in cast.reading.words[first:end])
    return any(words in said for words in PROVISIONAL)
