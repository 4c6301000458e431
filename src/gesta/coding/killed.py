"""Who is killed, where the parse hangs the victim on another word than the one beside it: "the murder of Dr Ana Ruiz"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import POSSESSIVE, Frame, conjuncts

FARTHEST: Final = 9  # words from what kills to the name, over titles and offices
ATTACKING: Final = frozenset({"machinegun", "machine-gun", "ambush", "kidnap", "abduct"})  # verbs of what is done to a person, besides
WHEN_AND_WHERE: Final = frozenset("in on at near during last yesterday today this".split())
ASIDES: Final = {"(": ")", "[": "]", "--": "--", "–": "–"}
OPENING: Final = frozenset({"a", "an", "another", "his", "her", "their"})
BEFORE_NAMES: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM"})


def with_dead(cast: Cast, i: int, frame: Frame, *, verbal: bool) -> Frame:
    """The frame of a word that kills, with the person named beside it where the parse gives it nobody killed, and with torn-off lists.

    As in "troops condemned the murder of Dr Ana Ruiz", where the parse takes the name for the object of "condemned".
    """
    if verbal:
        frame = with_them(cast, i, frame)
    lexicon = cast.codebook.ontology.effects["killed"]
    lemma = cast.reading.words[i].lemma.lower()
    known = frame.patients or frame.obliques.get("of", ())
    if known and (more := torn(cast, known, noun=not verbal)):
        return replace(frame, patients=(*known, *more))
    if known or not (lemma in (lexicon["patient"] if verbal else lexicon["nouns"]) or (verbal and lemma in ATTACKING)):
        return frame
    found = (before_passive(cast, i) if frame.passive else after_verb(cast, i)) if verbal else (after_of(cast, i) or owner_before(cast, i))
    if found is None:
        return frame
    dead = conjuncts(cast.reading, found)
    return replace(frame, patients=dead, agents=tuple(a for a in frame.agents if a not in dead))


def with_them(cast: Cast, i: int, frame: Frame) -> Frame:
    """The frame of a verb with the people whom the verb before it took for "them": "dragged six men from a bus and shot them"."""
    words, verb = cast.reading.words, i
    if frame.passive or not any(words[p].lower == "them" for p in frame.patients):
        return frame
    people: tuple[int, ...] = ()
    while words[verb].relation == "conj" and not people:
        verb = words[verb].head
        people = tuple(p for p in cast.verb(verb).patients if p < i and words[p].xpos in {"NNS", "NNPS"} and is_people(cast, p))
    return replace(frame, patients=tuple(q for p in frame.patients for q in (people if people and words[p].lower == "them" else (p,))))


def is_people(cast: Cast, h: int) -> bool:
    """True for people, forces and holders of a role."""
    return cast.is_class(h, "people") or cast.is_class(h, "forces") or cast.role(h) is not None


def named_behind(cast: Cast, i: int) -> tuple[int, ...]:
    """The person named right behind "of" at a noun, and who is listed with them."""
    found = after_of(cast, i)
    return conjuncts(cast.reading, found) if found is not None else ()


def after_of(cast: Cast, i: int) -> int | None:
    """The person named behind "the murder of", also where it is told first when or where: "the murder last week in Lima of Dr Ana Ruiz"."""
    words, end = cast.reading.words, cast.reading.sentences[cast.reading.words[i].sentence].end
    far = FARTHEST if i + 1 < end and words[i + 1].lower in WHEN_AND_WHERE else 2
    for w in range(i + 1, min(i + far, end)):
        if words[w].lower == "of":
            return name_from(cast, w + 1) or (people_from(cast, w + 1) if w > i + 1 else None)
        if words[w].upos in {"VERB", "AUX", "PUNCT", "CCONJ"}:
            return None
    return None


def people_from(cast: Cast, first: int) -> int | None:
    """The people at word `first`, behind an article, a number and what describes them: "a judge", "six young miners"."""
    words = cast.reading.words
    for w in range(first, min(first + FARTHEST, len(words))):
        if words[w].upos == "NOUN" and words[w].relation != "compound":
            return w if cast.is_class(w, "people") or cast.role(w) is not None else None
        if words[w].upos not in BEFORE_NAMES or words[w].upos == "PUNCT":
            return None
    return None


def owner_before(cast: Cast, i: int) -> int | None:
    """The person in "Ana Ruiz's murder", where the parse takes the name for the subject."""
    words = cast.reading.words
    if i < 2 or words[i - 1].text not in POSSESSIVE or i - 2 not in cast.person_at:
        return None
    return cast.person_at[i - 2][0]


def after_verb(cast: Cast, i: int) -> int | None:
    """The person named behind an active verb that has a subject and no object: "murdered, within a day, magistrate Ana Ruiz"."""
    return name_from(cast, i + 1) if cast.reading.words[i].xpos in {"VBD", "VBG"} else None


def before_passive(cast: Cast, i: int) -> int | None:
    """The person in "the night Ana Ruiz was murdered", where the parse takes the name for part of the night."""
    first = next(iter(cast.reading.dependents(i, "aux", "aux:pass")), 0)
    return cast.person_at[first - 1][0] if first and first - 1 in cast.person_at else None


def name_from(cast: Cast, first: int) -> int | None:
    """The first word of the name that begins at word `first` or behind titles and offices from there."""
    words = cast.reading.words
    for w in range(first, min(first + FARTHEST, len(words))):
        if w in cast.person_at:
            return w
        if words[w].sentence != words[first].sentence or words[w].upos not in BEFORE_NAMES:
            return None
    return None


def torn(cast: Cast, heads: tuple[int, ...], *, noun: bool = False) -> tuple[int, ...]:
    """The rest of a list of people that the parse hangs on other words: of "six priests, two of them old, and a nun" the nun.

    `noun`: the list stands behind a noun, so that no verb behind its end is the last one's own.
    """
    out: list[int] = []
    last = max(heads)
    while (more := next_listed(cast, last, noun=noun)) is not None and more not in heads:
        out.append(more)
        last = more
    return tuple(out)


def next_listed(cast: Cast, h: int, *, noun: bool) -> int | None:
    """The people behind "and" or a comma after the people `h`, by a number or "a" or "her" of their own, over what stands in between."""
    words, end = cast.reading.words, cast.reading.sentences[cast.reading.words[h].sentence].end
    w = over_aside(cast, h + 1, end)
    comma = w < end and words[w].text == ","
    w += comma
    joined = w < end and words[w].lower == "and"
    w += joined
    if not (comma or joined) or w >= end or not (words[w].upos == "NUM" or words[w].lower in OPENING):
        return None
    head = next((n for n in range(w + 1, min(w + 4, end)) if words[n].upos == "NOUN" and words[n].relation != "compound"), None)
    if head is None or words[head].relation != "conj" or (not noun and head + 1 < end and words[head + 1].upos in {"VERB", "AUX"}):
        return None  # "killed six soldiers and two women were hurt"
    return head if cast.is_class(head, "people") or cast.role(head) is not None else None


def over_aside(cast: Cast, w: int, end: int) -> int:
    """The word behind what stands in brackets or dashes at word `w`, or behind ", five of whom were …,"; `w` itself where nothing does."""
    words = cast.reading.words
    if w < end and words[w].text in ASIDES:
        close = ASIDES[words[w].text]
        return next((k + 1 for k in range(w + 1, min(w + FARTHEST, end)) if words[k].text == close), w)
    if w + 3 < end and words[w].text == "," and words[w + 1].upos == "NUM" and words[w + 2].lower == "of" and words[w + 3].lower == "whom":
        return next((k for k in range(w + 4, min(w + FARTHEST, end)) if words[k].text == ","), w)
    return w


def who_is_called(cast: Cast, heads: tuple[int, ...], h: int) -> int:
    """The one of a list whom an office without an article is only another word for, else the word itself.

    Ana in "the murder of Ana Ruiz, head of a firm and mayor", the candidate in "of senator and candidate Ana Ruiz".
    """
    named = [o for o in heads if o in cast.person_at or o + 1 in cast.person_at]
    if h in named or not named or not bare_office(cast, h):
        return h
    return min(named, key=lambda o: abs(o - h))


def bare_office(cast: Cast, h: int) -> bool:
    """True for an office or a calling in the singular without an article, a number or an owner."""
    word, role = cast.reading.words[h], cast.role(h)
    opened = cast.reading.dependents(h, "det", "nummod", "nmod:poss")
    return role is not None and word.xpos == "NN" and word.upos == "NOUN" and not opened
