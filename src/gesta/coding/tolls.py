"""A toll: a number of people, what befell them, and the words of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from gesta.coding.quantities import Quantity
from gesta.model import Effect, Qualifier, Reading

FALLING = frozenset({"out", "ill", "back", "apart", "behind", "short", "silent", "off", "away", "through", "asleep"})
GONE = frozenset({"missing", "unaccounted", "disappeared", "vanished"})
DEAD = frozenset({"killed", "dead", "died", "slain", "perished"})
BETWEEN = frozenset({"or", "and", "went", "gone", "go", "are", "were", "is", "still", "reported", "listed", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people, the effect on them, and the words of each.

    `victims` is the head of the noun phrase that names them, None when the number stands alone.
    """

    effect: Effect
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    number: tuple[int, ...]
    effect_word: int
    victims: int | None = None
    owner: tuple[int, ...] = ()
    cumulative: bool = False
    part_of: int | None = None


def toll_of(effect: str, quantity: Quantity, i: int) -> Toll:
    """The toll of a quantity, victims still open."""
    return Toll(
        effect=effect,  # type: ignore[arg-type]
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        qualifier=quantity.qualifier,
        number=tuple(range(*quantity.run)),
        effect_word=i,
    )


def few(effect: str, number: int, words: tuple[int, ...], i: int) -> Toll:
    """The toll of "no one" or "a soldier"."""
    return Toll(effect=effect, low=number, best=number, high=number, qualifier="exact", number=words, effect_word=i)  # type: ignore[arg-type]


def some(effect: str, words: tuple[int, ...], i: int) -> Toll:
    """The toll of losses admitted without a number."""
    return replace(few(effect, 1, words, i), best=None, high=None, qualifier="some")


@lru_cache(maxsize=1 << 8)
def by_head(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """What follows the first word of each of the codebook's phrases, by that word."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for head, *rest in map(str.split, phrases):
        out.setdefault(head, []).append(tuple(rest))
    return out


def openers(lexicon: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The words at which a toll of one effect can be found: first words of verbs, last words of nouns and tolls."""
    verbs = {head for key in ("patient", "agent", "lives", "losers") for head in by_head(lexicon[key])}
    return frozenset(verbs | {phrase.split()[-1] for key in ("states", "nouns", "people", "tolls") for phrase in lexicon[key]})


def holds_people(reading: Reading, i: int) -> bool:
    """False for "held hostage", "held back", and a participle that another noun stands before: "the men found on ground held by Mali"."""
    words, word = reading.words, reading.words[i]
    aside = i + 1 < len(words) and words[i + 1].lower in FALLING
    far = word.relation == "acl" and any(w.upos in {"NOUN", "PROPN"} for w in words[word.head + 1 : i])
    return not aside and not far and word.relation != "amod" and not reading.dependents(i, "xcomp")


def together(reading: Reading, i: int) -> bool:
    """True for one number of the dead and the missing: "killed or missing", "dead and missing", "were killed or went missing"."""
    words = reading.words
    others = GONE if words[i].lower in DEAD else DEAD
    for step in (1, -1):
        w, joined = i + step, False
        while 0 <= w < len(words) and abs(w - i) < 5 and words[w].lower in BETWEEN:
            joined = joined or words[w].lower in {"or", "and"}
            w += step
        if joined and 0 <= w < len(words) and words[w].lower in others and words[w].sentence == words[i].sentence:
            return True
    return False
