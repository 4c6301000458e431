"""Who is killed, where the parse hangs the victim on another word than the one beside it: "the murder of Dr Ana Ruiz"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import POSSESSIVE, Frame, conjuncts, preposition
from gesta.coding.nounphrases import DETERMINERS, is_plural
from gesta.model import Reading

FARTHEST: Final = 9  # words from what kills to the name, over titles and offices
ATTACKING: Final = frozenset({"machinegun", "machine-gun", "ambush", "kidnap", "abduct"})  # verbs of what is done to a person, besides
COSTING: Final = frozenset("claim take cost cause result bring lead end".split())  # verbs of what an act costs: "claimed the life of"
LOST: Final = frozenset({"life", "death"})
WHEN_AND_WHERE: Final = frozenset("in on at near during last yesterday today this".split())
ASIDES: Final = {"(": ")", "[": "]", "--": "--", "–": "–"}
OPENING: Final = frozenset({"a", "an", "another", "his", "her", "their"})
BEFORE_NAMES: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM"})
TITLES: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
FATALLY: Final = frozenset({"fatally", "mortally"})
TAKEN_UP: Final = frozenset({"them", "him", "her"})
BESIDE: Final = ("as well as", "along with", "together with")
CLOSING: Final = ("and of", "and", *BESIDE)  # what joins the last of a list
CLOSING_WORDS: Final = tuple([(mark, mark.split()[0], mark.split()[1:]) for mark in CLOSING])


def with_dead(cast: Cast, i: int, frame: Frame, *, verbal: bool) -> Frame:
    """The frame of a word that kills, with the person named beside it where the parse gives it nobody killed, and with torn-off lists.

    As in "troops condemned the murder of Dr Ana Ruiz", where the parse takes the name for the object of "condemned".
    """
    if verbal:
        frame = with_owner(cast, i, with_them(cast, i, frame))
        if lives := lives_of(cast, i):
            return replace(frame, patients=lives)
    lexicon = cast.codebook.ontology.effects["killed"]
    lemma = cast.reading.words[i].lemma.lower()
    if lemma in (lexicon["patient"] if verbal else lexicon["nouns"]):
        frame = without_things(cast, frame)
    known = frame.patients or frame.obliques.get("of", ())
    if known and (more := torn(cast, i, known, noun=not verbal)):
        return replace(frame, patients=(*known, *more))
    if known or not (lemma in (lexicon["patient"] if verbal else lexicon["nouns"]) or (verbal and lemma in ATTACKING)):
        return frame
    found = (before_passive(cast, i) if frame.passive else after_verb(cast, i)) if verbal else (after_of(cast, i) or owner_before(cast, i))
    if found is None:
        return frame
    dead = conjuncts(cast.reading, found)
    dead += torn(cast, i, dead, noun=not verbal)
    return replace(frame, patients=dead, agents=tuple(a for a in frame.agents if a not in dead))


def lives_of(cast: Cast, i: int) -> tuple[int, ...]:
    """Those whose lives or deaths stand behind a verb of cost: "claimed the lives of two guards", "resulted in the death of Ana Ruiz"."""
    reading = cast.reading
    if reading.words[i].lemma.lower() not in COSTING or reading.words[i].xpos in {"VBP", "VBZ"}:  # "claim lives each day"
        return ()
    lost = next((c for c in reading.dependents(i, "obj", "obl") if c > i and reading.words[c].lemma.lower() in LOST), None)
    whose = [n for n in reading.dependents(lost, "nmod") if preposition(reading, n) == "of"] if lost is not None else []
    if not whose:
        return ()
    dead = conjuncts(reading, whose[0])
    return people_alone(cast, (*dead, *torn(cast, i, dead)))


def without_things(cast: Cast, frame: Frame) -> Frame:
    """The frame without places, bodies and buildings that the parse lists with people killed, and without what stands behind a colon."""
    around = dict(frame.obliques)
    if "of" in around:
        around["of"] = people_alone(cast, around["of"])
    return replace(frame, patients=people_alone(cast, frame.patients), obliques=around)


def people_alone(cast: Cast, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The people of a list where some are; all of it elsewhere."""
    if len(heads) < 2 or not any(is_people(cast, h) or h in cast.person_at for h in heads):
        return heads
    words, first = cast.reading.words, min(heads)
    colon = next((w for w in range(first, max(heads)) if words[w].text == ":"), len(words))
    return tuple(h for h in heads if h < colon and not is_no_person(cast, h))


def is_no_person(cast: Cast, h: int) -> bool:
    """True for a place, a body, a state by its name, and a building."""
    if h in cast.person_at or is_people(cast, h) or counts_as_one(cast, h):
        return False
    hit = cast.hits.get(h)
    named = hit is not None and hit.party.kind in {"country", "organisation"}
    return named or h in cast.place_of or any(cast.is_class(h, name) for name in ("territory", "property"))


def counts_as_one(cast: Cast, h: int) -> bool:
    """True for "a Kenyan", "two Ugandans": people by the name of their state."""
    reading = cast.reading
    article = any(reading.words[c].lower in DETERMINERS for c in reading.dependents(h, "det"))
    return h in cast.hits and (article or bool(reading.dependents(h, "nummod")))


def with_them(cast: Cast, i: int, frame: Frame) -> Frame:
    """The frame of a verb with the people whom the verb before it took for "them", "him" or "her": "dragged him from a bus and shot him".

    As in "dragged six men from a bus and shot them".
    """
    words, verb = cast.reading.words, i
    stands = next((words[p].lower for p in frame.patients if words[p].lower in TAKEN_UP and words[p].xpos == "PRP"), None)
    if frame.passive or stands is None:
        return frame
    people: tuple[int, ...] = ()
    while words[verb].relation == "conj" and not people:
        verb = words[verb].head
        people = tuple(p for p in cast.verb(verb).patients if p < i and taken_up(cast, p, stands))
    people = people if stands == "them" or len(people) == 1 else ()
    return replace(frame, patients=tuple(q for p in frame.patients for q in (people if people and words[p].lower == stands else (p,))))


def with_owner(cast: Cast, i: int, frame: Frame) -> Frame:
    """The frame of a passive behind a comma and "who" with whoever the people before it are kin to, or work for.

    Ana Ruiz in "Ana Ruiz and her two sons, who were stabbed"; not in "Ana Ruiz and two guards who were stabbed".
    """
    words, h = cast.reading.words, cast.reading.words[i].head
    if words[i].deprel != "acl:relcl" or not frame.passive or words[h].relation != "conj" or words[h + 1].text != ",":
        return frame
    owner = words[h].head
    own = any(words[c].xpos == "PRP$" for c in cast.reading.dependents(h, "nmod:poss"))
    people = owner in cast.person_at or is_people(cast, owner)
    return replace(frame, patients=(owner, *frame.patients)) if own and people and owner not in frame.patients else frame


def fatally(reading: Reading, i: int) -> bool:
    """True for "fatally shot", "mortally wounded"."""
    return any(reading.words[c].lower in FATALLY for c in reading.dependents(i, "advmod"))


def taken_up(cast: Cast, p: int, pronoun: str) -> bool:
    """True for several people, or for one where the pronoun stands for one."""
    several = cast.reading.words[p].xpos in {"NNS", "NNPS"}
    named = pronoun != "them" and p in cast.person_at
    return named or (several == (pronoun == "them") and cast.reading.words[p].upos in {"NOUN", "PROPN"} and is_people(cast, p))


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
    """The person in "the night Ana Ruiz was murdered", "admits that Ana Ruiz was murdered", where the parse hangs the name elsewhere."""
    reading, above = cast.reading, cast.reading.words[i].head
    first = next(iter(reading.dependents(i, "aux", "aux:pass")), 0)
    if first and first - 1 in cast.person_at:
        return cast.person_at[first - 1][0]
    told = reading.dependents(above, "obj") if reading.words[i].relation == "ccomp" else ()
    return next((o for o in told if above < o < first and o in cast.person_at), None)


def name_from(cast: Cast, first: int) -> int | None:
    """The first word of the name that begins at word `first` or behind titles and offices from there."""
    words = cast.reading.words
    for w in range(first, min(first + FARTHEST, len(words))):
        if w in cast.person_at:
            return w
        if words[w].sentence != words[first].sentence or words[w].upos not in BEFORE_NAMES:
            return None
    return None


def torn(cast: Cast, i: int, heads: tuple[int, ...], *, noun: bool = False) -> tuple[int, ...]:
    """The rest of a list of people that the parse hangs on other words: of "six priests, two of them old, and a nun" the nun.

    `noun`: the list stands behind a noun, so that no verb behind its end is the last one's own. Names that only commas join are a list
    where "and" closes it: "Ana Ruiz, mayor of Cali, Luis Diaz and their driver".
    """
    out: list[int] = []
    for head in sorted(heads):
        waiting = called_by_name(cast, head)
        more, joined = head, False
        while (found := next_listed(cast, more, noun=noun) or next_name(cast, i, more, noun=noun)) is not None:
            before, (more, joined) = more, found
            if more in out or any(before < h <= more for h in heads):
                break
            waiting.append(more)
            if joined:
                out, waiting = out + waiting, []
        if waiting and goes_on_with(cast, more, heads):
            out += waiting
    return tuple(dict.fromkeys(out))


def goes_on_with(cast: Cast, h: int, heads: tuple[int, ...]) -> bool:
    """True where "and" behind the people `h` leads to one of the list that is known: the parse passed over what stands before it."""
    words, end = cast.reading.words, cast.reading.sentences[cast.reading.words[h].sentence].end
    w, mark = joint(cast, h, end)
    stop = next((k for k in range(w, min(w + FARTHEST, end)) if words[k].upos not in TITLES or k in heads), end)
    return mark in CLOSING and stop in heads


def called_by_name(cast: Cast, h: int) -> list[int]:
    """The first name of those whom a plural calls by their names: Luis in "brothers Luis and Juan Diaz"."""
    return [h + 1] if h not in cast.person_at and h + 1 in cast.person_at and is_plural(cast.reading, h) else []


def next_listed(cast: Cast, h: int, *, noun: bool) -> tuple[int, bool] | None:
    """The people behind "and" or a comma after the people `h`, by a number or "a" or "her" of their own, over what stands in between.

    What stands there belongs to the list for certain.
    """
    words, end = cast.reading.words, cast.reading.sentences[cast.reading.words[h].sentence].end
    w, mark = joint(cast, h, end)
    if not mark or w >= end or not (words[w].upos == "NUM" or words[w].lower in OPENING):
        return None
    head = next((n for n in range(w + 1, min(w + 4, end)) if words[n].upos == "NOUN" and words[n].relation != "compound"), None)
    if head is None or (words[head].relation != "conj" and mark not in BESIDE):
        return None
    if not noun and head + 1 < end and words[head + 1].upos in {"VERB", "AUX"} and mark not in BESIDE:
        return None  # "killed six soldiers and two women were hurt"
    return (head, True) if cast.is_class(head, "people") or cast.role(head) is not None else None


def next_name(cast: Cast, i: int, h: int, *, noun: bool) -> tuple[int, bool] | None:
    """The name that goes on a list of people behind `h`, with or without titles, and whether "and" joins it."""
    words, end = cast.reading.words, cast.reading.sentences[cast.reading.words[h].sentence].end
    w, mark = joint(cast, h, end)
    named = any(k in cast.person_at for k in range(h, max(w, h + 2)))
    if not mark or (mark == "," and not named and not is_plural(cast.reading, h)) or (not named and bare_office(cast, h)):
        return None  # "the minister, Ana Ruiz", "senator and candidate Ana Ruiz"
    found = next((k for k in range(w, min(w + FARTHEST, end)) if k in cast.person_at or words[k].upos not in TITLES), None)
    if found is None or found not in cast.person_at or cast.reading.dependents(h, "nummod"):
        return None  # "two reporters, Ana Ruiz and Luis Diaz"
    after = words[min(cast.person_at[found][1], end - 1)]
    own = after.upos in {"VERB", "AUX"} and i not in {after.i, after.head}
    if own and not (noun and after.upos == "AUX" and words[found].relation == "conj"):
        return None  # "killed Ana Ruiz, and Luis Diaz was hurt"
    return found, mark in CLOSING


def joint(cast: Cast, h: int, end: int) -> tuple[int, str]:
    """The word behind what joins the next of a list to the people `h`, and what that is; nothing where the list ends."""
    words = cast.reading.words
    run = cast.person_at.get(h) or cast.person_at.get(h + 1)
    w = over_aside(cast, run[1] if run is not None else h + 1, end)
    comma = w < end and words[w].text in {",", ";"}
    w += comma
    for mark, first, rest in CLOSING_WORDS:
        if w < end and words[w].lower == first and [k.lower for k in words[w + 1 : min(w + 1 + len(rest), end)]] == rest:
            return w + 1 + len(rest), mark
    return w, "," if comma else ""


def over_aside(cast: Cast, w: int, end: int) -> int:
    """The word behind what stands in brackets or dashes at word `w`, or behind ", five of whom were …,"; `w` itself where nothing does."""
    words = cast.reading.words
    if w < end and words[w].text in ASIDES:
        close = ASIDES[words[w].text]
        return next((k + 1 for k in range(w + 1, min(w + FARTHEST, end)) if words[k].text == close), w)
    if w + 3 < end and words[w].text == "," and words[w + 1].upos == "NUM" and words[w + 2].lower == "of" and words[w + 3].lower == "whom":
        return next((k for k in range(w + 4, min(w + FARTHEST, end)) if words[k].text == ","), w)
    if w + 2 < end and words[w].text == "," and words[w + 1].upos == "NUM" and words[w + 2].text in {",", ";"}:
        return w + 2  # of "Ana Ruiz, 42, and her son"
    return over_title(cast, w, end)


def over_title(cast: Cast, w: int, end: int) -> int:
    """The comma behind ", mayor of Cali," at word `w`: what somebody is, and no other one of the list; `w` itself where nothing is told."""
    words = cast.reading.words
    if w >= end or words[w].text != ",":
        return w
    close = next((k for k in range(w + 1, min(w + FARTHEST, end)) if words[k].text in {",", ";"}), w)
    told = range(w + 1, close)
    if close > w + 1 and cast.person_at.get(w + 1) == (w + 1, close) and w - 1 not in cast.person_at:
        return close  # of "her son, Luis, and her driver"
    plain = all(words[k].upos in TITLES | {"ADP"} and k not in cast.person_at for k in told)
    return close if plain and any(words[k].relation == "appos" or cast.role(k) is not None for k in told) else w


def who_is_called(cast: Cast, heads: tuple[int, ...], h: int) -> int:
    """The one of a list whom an office without an article or a plural is only another word for, else the word itself.

    Ana in "the murder of Ana Ruiz, head of a firm and mayor" and in "sisters Ana and Eva Ruiz", the candidate in "of senator and candidate
    Ana Ruiz".
    """
    if h + 1 in heads and called_by_name(cast, h):
        return h + 1
    named = [o for o in heads if o in cast.person_at or o + 1 in cast.person_at]
    if h in named or not named or not bare_office(cast, h):
        return h
    return min(named, key=lambda o: abs(o - h))


def bare_office(cast: Cast, h: int) -> bool:
    """True for an office or a calling in the singular without an article, a number or an owner."""
    word, role = cast.reading.words[h], cast.role(h)
    opened = cast.reading.dependents(h, "det", "nummod", "nmod:poss")
    return role is not None and word.xpos in {"NN", "NNP"} and word.upos in {"NOUN", "PROPN"} and not opened
