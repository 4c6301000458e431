"""Noun phrases of a parse: their extent without clauses, their modifiers, the noun behind "dozens of", and conjuncts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from gesta.coding.clauses import POSSESSIVE, preposition
from gesta.coding.once import once_a_word
from gesta.model import Reading, Run

OUTSIDE = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "appos",
        "parataxis",
        "conj",
        "cc",
        "punct",
        "cop",
        "ccomp",
        "advmod",
        "dep",
        "mark",
        "nsubj",
        "aux",
        "discourse",
    }
)
TRANSPARENT = frozenset(
    "dozen hundred thousand score ten million handful number group couple series wave string majority most all some "
    "many several few one two three both "
    "member part half none each rest total crowd pair crew unit remainder third quarter team body case lot round flurry spate".split()
)  # nouns that lend their place to the noun behind "of"
NEAR = frozenset({"det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc", "goeswith", "fixed", "det:predet"})
DETERMINERS = frozenset({"a", "an", "another"})


def extent(reading: Reading, i: int) -> tuple[int, ...]:
    """The words of the noun phrase headed by `i`.

    Determiners, modifiers and prepositional attributes, no clauses, appositions or conjuncts.
    """
    out, queue = [i], [c for c in reading.children[i] if reading.words[c].deprel not in OUTSIDE and reading.words[c].deprel != "case"]
    while queue:
        w = queue.pop()
        out.append(w)
        queue.extend(
            c for c in reading.children[w] if reading.words[c].deprel not in {"acl", "acl:relcl", "advcl", "parataxis", "punct"} and w != i
        )
    return tuple(sorted(out))


@once_a_word
def core(reading: Reading, i: int) -> tuple[int, ...]:
    """The noun with the modifiers that stand before it and flat parts of a name, nothing behind a preposition."""
    if not reading.children[i]:
        return (i,)
    out, queue = [i], [i]
    while queue:
        for c in reading.children[queue.pop()]:
            deprel = reading.words[c].deprel
            if deprel in NEAR or (deprel in {"punct", "cc", "conj"} and c < i):
                out.append(c)
                queue.append(c)
            elif deprel == "case" and reading.words[c].lower in POSSESSIVE:
                out.append(c)
    kept = sorted(w for w in out if abs(w - i) < 14)
    # ", the envoy" opens a phrase of its own, whatever a parse joins to it.
    opens = [n for n, w in enumerate(kept) if n and w < i and reading.words[w].lower == "the" and reading.words[w - 1].text == ","]
    kept = kept[opens[-1] if opens else 0 :]
    while len(kept) > 1 and reading.words[kept[0]].upos in {"PUNCT", "CCONJ"}:
        kept = kept[1:]
    return tuple(kept)


def tops(reading: Reading, run: Run) -> list[int]:
    """The words of a run whose governor lies outside it, or that have none."""
    words, (first, end) = reading.words, run
    return [w for w in range(first, end) if not first <= words[w].head < end or words[w].head == w]


def run_of(words: tuple[int, ...]) -> Run:
    """The run from the first to the last of `words`."""
    return Run(words[0], words[-1] + 1)


@once_a_word
def behind_of(reading: Reading, i: int) -> int | None:
    """The noun behind "of" in "dozens of people", "two of the towns", "members of the group"; None when `i` is no such container."""
    word = reading.words[i]
    if word.lemma.lower() not in TRANSPARENT and word.upos != "NUM":
        return None
    for c in reading.dependents(i, "nmod"):
        if preposition(reading, c) in {"of", "among"} or reading.words[c].deprel == "nmod:of":
            return c
    if i + 2 < len(reading.words) and reading.words[i + 1].lower == "of":
        return next(
            (
                w
                for w in range(i + 2, min(i + 7, len(reading.words)))
                if reading.words[w].upos in {"NOUN", "PRON"} and not is_modifier(reading, w)
            ),
            None,
        )
    return None


def is_modifier(reading: Reading, w: int) -> bool:
    """True for a word that stands before the noun it belongs to: a possessor or a compound part."""
    return reading.words[w].relation in {"compound", "det"} or reading.words[w].deprel == "nmod:poss"


@once_a_word
def modifiers(reading: Reading, i: int) -> tuple[int, ...]:
    """Adjectives, compounds, possessors and descriptive titles of a noun, those of nested compounds included, nearest to the noun first."""
    out: list[int] = []
    queue = [i]
    while queue:
        below = reading.dependents(queue.pop(0), "amod", "compound", "nmod:poss", "nmod:desc", "flat")
        out += [c for c in below if c not in out]
        queue += [c for c in below if reading.words[c].deprel != "nmod:poss"]
        for c in below:
            out += [k for k in reading.dependents(c, "conj") if reading.words[k].deprel == "conj" and k not in out]
    return tuple(out)


def of_nouns(reading: Reading, i: int, *prepositions: str) -> tuple[int, ...]:
    """Nouns that hang from `i` behind one of the prepositions, conjuncts included."""
    from_here = [c for c in reading.dependents(i, "nmod") if preposition(reading, c) in prepositions]
    return tuple(k for c in from_here for k in (c, *reading.dependents(c, "conj")))


@once_a_word
def is_definite(reading: Reading, i: int) -> bool:
    """True for "the …", "these …", "its …": something the article has told before."""
    return any(
        reading.words[c].lower in {"the", "these", "those", "this", "that", "both"} for c in reading.dependents(i, "det", "det:predet")
    ) or bool(reading.dependents(i, "nmod:poss"))


def is_plural(reading: Reading, i: int) -> bool:
    """True for plural nouns and coordinations."""
    return (
        reading.words[i].xpos in {"NNS", "NNPS"}
        or bool(reading.dependents(i, "conj"))
        or reading.words[i].lower in {"they", "them", "we", "us", "police"}
    )


def listed(reading: Reading, nearest_first: list[int]) -> list[int]:
    """The modifier nearest to the noun, and those coordinated with it ("Israeli and Palestinian officials"), in order of the text."""
    kept = nearest_first[:1]
    for m in nearest_first[1:]:
        between = {w.lower for w in reading.words[m + 1 : kept[-1]]}
        if between and between <= {"and", "or", ",", "-", "/", "both", "the"} and between & {"and", "or", "-", "/", ","}:
            kept.append(m)
        else:
            break
    return kept[::-1]


def reciprocal(reading: Reading, i: int) -> bool:
    """True for either word of "each other" and "one another", and for the object of "each side blamed the other"."""
    if the_other_of(reading, i):
        return True
    if reading.words[i].lower not in {"each", "other", "one", "another"}:
        return False
    words = [w.lower for w in reading.words[max(0, i - 1) : i + 2]]
    return any(pair in {("each", "other"), ("one", "another")} for pair in pairwise(words))


def the_other_of(reading: Reading, i: int) -> bool:
    """True for the object of "each side blamed the other"."""
    word = reading.words[i]
    if word.lower != "other" or word.relation not in {"obj", "obl", "iobj"} or not is_definite(reading, i):
        return False
    doers = reading.dependents(word.head, "nsubj")
    return any(reading.words[c].lower == "each" for s in doers for c in (s, *reading.children[s]))


def behind_words(reading: Reading, i: int, count: int) -> str:
    """The noun behind so many words before it in its sentence, in lower case, hyphens left out; behind fewer where there are no more."""
    words = reading.words
    parts = [words[i].lemma.lower()]
    w = i - 1
    while w >= 0 and len(parts) <= count and words[w].sentence == words[i].sentence:
        if words[w].text != "-":
            parts.insert(0, words[w].lower)
        w -= 1
    return " ".join(parts)


#: How the name of a military plane ends: "F-16", "Su-34", "MiG29", "Rafale".
MAKE_OF_PLANE: Final = re.compile(
    r"(?:\b|(?<=[a-z]))(?:(?:F|J|JF|JH|KF|FA|F/A|Su|MiG|Mig|Il|Tu)-?\d{1,3}[A-Z]{0,2}"
    r"|Rafale|Mirage|Typhoon|Eurofighter|Gripen|Tornado|Tejas|Phantom|Hornet|Sukhoi|MiG|stealth|jet)$"
)


def aircraft(reading: Reading, i: int) -> bool:
    """True for bombers that fly: several of them, of a state, and none that blow themselves up; for "F-16 fighters", "Rafale fighters"."""
    words = reading.words
    if words[i].lemma.lower() == "fighter":
        before = "".join(w.text for w in words[max(0, i - 3) : i] if w.sentence == words[i].sentence)
        return MAKE_OF_PLANE.search(before) is not None
    bombers = words[i].lemma.lower() == "bomber" and words[i].xpos == "NNS"
    return bombers and not any(words[c].lower == "suicide" for c in core(reading, i))
