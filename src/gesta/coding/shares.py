"""Parts of people told before, by what they are: "three of the dead were civilians", "twelve of them were women"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gesta.coding.by_form import standing
from gesta.coding.clauses import conjuncts, preposition
from gesta.coding.counted import Counted
from gesta.coding.tolls import Toll, toll_of
from gesta.model import Reading

#: What those are called of whom a part is told, and what befell them.
STRUCK: Final = {
    "dead": "killed",
    "victims": "killed",
    "killed": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
}
SAID_AGAIN: Final = frozenset({"them", "these", "those", "whom"})
NAMING: Final = frozenset({"identify", "name", "recognise", "recognize"})
BACK: Final = 2  # sentences back in which those were counted whom "them" means


def shares(told: Counted, found: Sequence[Toll]) -> Iterator[Toll]:
    """The parts of the dead, the wounded and the missing, and of those whom `found` counts."""
    reading = told.reading
    for word in (reading.words[i] for i in standing(reading, STRUCK)):
        yield from of_the_struck(told, word.i, STRUCK.get(word.lower, ""), found)
    for i in (w for w in standing(reading, SAID_AGAIN) if reading.words[w].lower in SAID_AGAIN):
        whole = last_counted(told, i, found)
        if whole is not None:
            yield from part_of(told, i, whole)
    for i, quantity in told.at.items():
        if i == quantity.number.first and any(reading.words[c].lower == "the" for c in reading.dependents(i, "det")):
            same = (t for t in found if t.number[-1] < i and t.part_of is None and t.best == quantity.best is not None)
            whole = next(same, None)
            if whole is not None:
                yield from part_of(told, i, whole)


def of_the_struck(told: Counted, i: int, effect: str, found: Sequence[Toll]) -> Iterator[Toll]:
    """The part of "three of the dead were civilians and one was a child", "Of the 169 injured, 25 were taken to Cali"."""
    reading = told.reading
    number = reading.words[i].head
    counted = opened_by(told, i)
    if counted is not None and counted != number and not any(counted in t.number for t in found):
        yield replace(toll_of(effect, told.at[counted], i), victims=predicate_of(told, counted))
    if preposition(reading, i) != "of" or not any(reading.words[c].lower == "the" for c in reading.children[i]):
        return
    if number not in told.at or told.at[number].qualifier == "some":
        return  # "many of the dead were children"
    listed = conjuncts(reading, reading.words[number].head) if reading.words[number].relation == "nsubj" else ()
    for k in listed:
        who = next((s for s in reading.dependents(k, "nsubj") if s in told.at), None)
        if who is not None and told.human(k) and reading.dependents(k, "cop"):
            yield replace(toll_of(effect, told.at[who], i), victims=k)
    if reading.words[number].upos == "NUM" and not merely_identified(reading, i):
        yield toll_of(effect, told.at[number], i)


def merely_identified(reading: Reading, i: int) -> bool:
    """True for "one of the victims was identified as a nurse", who was counted with the others."""
    words, number = reading.words, reading.words[i].head
    taken_up = preposition(reading, i) == "of" and any(words[c].lower == "the" for c in reading.children[i])
    return taken_up and words[number].relation == "nsubj" and words[words[number].head].lemma in NAMING


def part_of(told: Counted, i: int, whole: Toll) -> Iterator[Toll]:
    """The people that a number before "of them" is said to be, as a part of `whole`."""
    number = told.reading.words[i].head
    if preposition(told.reading, i) != "of" or number not in told.at or told.at[number].qualifier == "some":
        return
    people = predicate_of(told, number)
    if people is not None:
        yield replace(toll_of(whole.effect, told.at[number], people), victims=people, part_of=whole.number[0])


def last_counted(told: Counted, i: int, found: Sequence[Toll]) -> Toll | None:
    """Those counted last before word `i`, in its sentence or a little before."""
    words = told.reading.words
    near = (t for t in found if t.number and t.number[-1] < i and words[i].sentence - words[t.number[0]].sentence <= BACK)
    return max((t for t in near if t.part_of is None and t.low != 0), key=lambda t: t.number[0], default=None)


def opened_by(told: Counted, i: int) -> int | None:
    """The number right behind "Of the dead", "Of the 169 injured" at the head of a sentence."""
    words, run = told.reading.words, told.reading.sentences[told.reading.words[i].sentence]
    if [w.lower for w in words[run.first : run.first + 2]] != ["of", "the"] or not (
        i == run.first + 2 or (i == run.first + 3 and i - 1 in told.at)
    ):
        return None
    after = i + 2 if i + 1 < run.end and words[i + 1].text == "," else i + 1
    return after if after < run.end and after in told.at and words[after].upos == "NUM" else None


def predicate_of(told: Counted, number: int) -> int | None:
    """The people that a number is said to be: "soldiers" in "45 were soldiers"."""
    above = told.reading.words[number].head
    subject = told.reading.words[number].relation == "nsubj" and bool(told.reading.dependents(above, "cop"))
    return above if subject and told.human(above) else None
