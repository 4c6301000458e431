"""Whose the ground is that an act strikes: who holds the town, post or stretch of land, whatever country it lies in."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.coding.cast import Cast
from gesta.coding.clauses import is_passive, preposition
from gesta.coding.nounphrases import modifiers, of_nouns
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import nationality, who
from gesta.coding.sufferers import ground_of, struck
from gesta.coding.triggers import Trigger

HELD = frozenset({"held", "controlled", "occupied"})  # "-run" and "-ruled" tell who governs


def holders(cast: Cast, head: int) -> list[Party]:
    """Who holds what a noun names.

    "Rebel-held areas", "parts of rebel-held Goma", "a town held by the rebels", "that M23 controls", "under rebel control",
    "a rebel stronghold"; nobody of people, who are held captive.
    """
    if head in cast.person_at or cast.role(head) is not None or cast.is_class(head, "people") or cast.is_class(head, "forces"):
        return []
    called = (head, *of_nouns(cast.reading, head, "of"), *cast.reading.dependents(head, "appos"))
    return next((found for h in called if (found := holders_of(cast, h))), [])


def taken_from(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """From whom ground is taken, and their words: "recaptured the town from rebels" is theirs, whatever country it lies in.

    Nobody where somebody is driven out, "from Goma", or where it is a land that is told.
    """
    driven_out = any(p.is_side for h in trigger.frame.patients if h not in cast.place_of for p in who(cast, h))
    heads = () if driven_out else trigger.frame.obliques.get("from", ())
    common = [h for h in heads if h not in cast.place_of and cast.reading.words[h].xpos != "NNP"]
    armed = common or [h for h in heads if h in cast.hits and cast.hits[h].party.kind in {"armed-group", "military"}]
    found = [p for h in armed for p in who(cast, h) if p.is_side]
    return found, armed if found else []


def holders_around(cast: Cast, trigger: Trigger, acting: set[str | None]) -> tuple[list[Party], tuple[int, ...]]:
    """Who holds the ground on which a thing of nobody's is struck, and its word: "a depot in Russian-occupied Luhansk"."""
    for head in struck(trigger):
        if any(cast.is_class(head, name) for name in ("territory", "property", "military_posts")):
            for c in of_nouns(cast.reading, head, "in", "at"):
                if found := [p for p in holders(cast, c) if p.own_side not in acting]:
                    return found, (c,)
    return [], ()


def holders_of(cast: Cast, h: int) -> list[Party]:
    """The same of one noun by its own modifiers."""
    words = [w for way in (joined_before, held_by, controlling, owners_of_stronghold) for w in way(cast, h)]
    return list(dict.fromkeys(p for w in words for p in holder(cast, w) if p.code and p.is_side))


def holder(cast: Cast, w: int) -> Iterable[Party]:
    """Whom a word that tells a holder stands for: a registered name, rebels, and of a government or army that of the ground."""
    if w in cast.hits:
        return (cast.hits[w].party,)
    role, ground = cast.role(w), ground_of(cast, w)
    if role is not None and role.sector in {"GOV", "MIL"} and role.collective and ground is not None and not nationality(cast, w):
        return (branch(ground, role.sector),)
    return who(cast, w)


def joined_before(cast: Cast, h: int) -> list[int]:
    """The word that a hyphen joins to "held": "rebel" of "rebel-held areas"."""
    words = cast.reading.words
    before = cast.reading.dependents(h, "amod", "compound", "acl")
    split = [w - 2 for w in before if words[w].lower in HELD and cast.joined_before(w) is not None]
    return [*split, *(w for w in before if words[w].lower.rpartition("-")[2] in HELD and "-" in words[w].text)]


def held_by(cast: Cast, h: int) -> list[int]:
    """Who holds it by a participle or a clause: "held by M23", "that M23 controls", "which is controlled by M23"."""
    reading = cast.reading
    clauses = [v for v in reading.dependents(h, "acl", "acl:relcl") if cast.is_class(v, "holding")]
    active = [v for v in clauses if reading.words[v].deprel == "acl:relcl" and not is_passive(reading, v)]
    by = [a for v in clauses if v not in active for a in reading.dependents(v, "obl", "obl:agent") if preposition(reading, a) == "by"]
    return [*by, *(s for v in active for s in reading.dependents(v, "nsubj") if reading.words[s].xpos not in {"WDT", "WP"})]


def controlling(cast: Cast, h: int) -> list[int]:
    """Whose control it is under: "a town under rebel control", "under the control of M23"."""
    reading = cast.reading
    below = [c for c in reading.dependents(h, "nmod") if reading.words[c].lemma == "control" and preposition(reading, c) == "under"]
    return [w for c in below for w in (*modifiers(reading, c), *of_nouns(reading, c, "of"))]


def owners_of_stronghold(cast: Cast, h: int) -> list[int]:
    """The unnamed fighters of "a rebel stronghold"; names are nationalities of it."""
    if not cast.is_class(h, "strongholds") or nationality(cast, h):
        return []
    return [m for m in (*modifiers(cast.reading, h), *of_nouns(cast.reading, h, "of")) if m not in cast.hits and cast.role(m) is not None]
