"""What the parts of a number say of the whole: whether it mixes soldiers with others, or people of several nations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.nounphrases import is_plural
from gesta.coding.parties_in_text import nationality, who
from gesta.coding.tolls import Toll
from gesta.model import Reading

NEAR: Final = 7  # words behind the victims in which their parts begin
FARTHEST: Final = 12  # the same, for nations
REACH: Final = 8  # words in which parts are told
PART_MARKS: Final = frozenset({"including", "mostly", "among", "mainly"})
SHARES: Final = frozenset({"many", "most", "half", "majority", "some", "several", "third"})
SAYING: Final = frozenset("say report tell announce add confirm state claim believe".split())
OPENING: Final = frozenset({"including", "among"})
PLAIN: Final = frozenset("national citizen tourist foreigner resident man woman child student worker".split())


def of_several_nations(cast: Cast, toll: Toll) -> bool:
    """True for "42 people, including four Britons and two French nationals", "15 people, nine of them Salvadorans"."""
    head = toll.victims
    return head is not None and any(is_national(cast, w) for w in parts_behind(cast.reading, head, FARTHEST, opens))


def parts_behind(reading: Reading, head: int, within: int, opened: Callable[[Reading, int], bool]) -> range:
    """The words behind the one that opens the parts of those counted, `within` so many words of them; none where none opens them."""
    end = reading.sentences[reading.words[head].sentence].end
    opening = next((w for w in range(head + 1, min(head + within, end)) if opened(reading, w)), end)
    return range(opening + 1, min(opening + REACH, end))


def opens(reading: Reading, w: int) -> bool:
    """True for "including" and for the "of" of "nine of them", and not for "all of them"."""
    words = reading.words
    if words[w].lower in OPENING:
        return True
    of_them = w + 1 < len(words) and words[w].lower == "of" and words[w + 1].lower in {"them", "whom"}
    return of_them and words[w - 1].upos == "NUM"


def is_national(cast: Cast, w: int) -> bool:
    """True for "Britons", "French nationals": people by their state, who are no soldiers of it."""
    word = cast.reading.words[w]
    if word.upos not in {"NOUN", "PROPN"} or not is_plural(cast.reading, w):
        return False
    by_name = w in cast.hits and any((p.code or "").endswith(".CVL") for p in who(cast, w))
    state = any(p.kind in {"country", "civilians"} for p in nationality(cast, w))
    return by_name or (state and word.lemma.lower() in PLAIN)


def mixes(cast: Cast, toll: Toll) -> bool:
    """True for a total of people with parts of another class: "40 people, including 10 soldiers", "mostly militants"."""
    reading, head = cast.reading, toll.victims
    known = cast.role(head) if head is not None else None
    if head is None or (known is not None and known.victim_who != "unknown"):
        return False
    return any(
        reading.words[w].lemma == "civilian" or ((role := cast.role(w)) is not None and role.victim_who == "military")
        for w in parts_behind(reading, head, NEAR, opens_parts)
        if reading.words[w].upos == "NOUN" and reading.words[w].relation not in {"compound", "amod"} and not speaks(cast, w)
    )


def speaks(cast: Cast, w: int) -> bool:
    """True for the police of "20 people, including three children, police said"."""
    word = cast.reading.words[w]
    return word.relation == "nsubj" and cast.reading.words[word.head].lemma in SAYING


def opens_parts(reading: Reading, w: int) -> bool:
    """True for "including", "mostly", "many of them"."""
    after = [x.lower for x in reading.words[w + 1 : w + 3]]
    return reading.words[w].lower in PART_MARKS or (
        reading.words[w].lower in SHARES and after[:1] == ["of"] and after[1:] in (["them"], ["whom"])
    )
