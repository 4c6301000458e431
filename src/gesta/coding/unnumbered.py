"""Losses told without a number: "several were wounded", "suffered heavy casualties", "without causing any injuries"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from gesta.coding.clauses import preposition
from gesta.coding.quantities import Quantity
from gesta.model import Reading, Run

#: Adjectives of a number that nobody tells: "an unspecified number of soldiers".
UNTOLD: Final = frozenset({"unspecified", "undetermined", "unknown", "undisclosed"})
NONE: Final = frozenset({"no", "not", "n't", "never", "without", "nor", "neither"})
REPORTS: Final = frozenset({"report", "news", "word", "mention"})
CAUSING: Final = frozenset({"cause", "inflict", "result", "lead", "report", "suffer", "sustain", "leave", "bring", "take", "incur", "have"})
HEAVY: Final = frozenset(
    "heavy significant serious substantial severe colossal huge massive large great considerable terrible enormous many "
    "numerous mass catastrophic horrific unacceptable heavier".split()
)
UNREAL: Final = frozenset({"avoid", "prevent", "minimise", "minimize", "reduce", "risk", "fear", "limit", "want", "try", "aim", "mean"})


def vague(reading: Reading, known: Mapping[int, Quantity]) -> dict[int, Quantity]:
    """By word, what counts people without a number: "an unspecified number of", "several", "a few".

    Low 1, as the record has it for losses without a number. "Many" and "a number of" are no count of anybody's.
    """
    words, out = reading.words, {}
    for word in words[1:-1]:
        if word.lower == "number" and words[word.i + 1].lower == "of" and words[word.i - 1].lower in UNTOLD and word.i not in known:
            run = Run(word.i, word.i + 1)
            out[word.i] = Quantity(run=run, number=run, low=1, best=None, high=None, qualifier="some", unit="count")
    for w, q in known.items():
        if q.vague and q.best is None and q.high is None and q.qualifier == "order":
            out[w] = replace(q, low=1, qualifier="some")
    return out


def none_told(reading: Reading, i: int) -> tuple[int, ...]:
    """The words by which a noun of harm is told to be none: "not" in "did not cause any casualties", "without", "no reports of".

    "Damage or casualties" share what denies the first of them.
    """
    words = reading.words
    if reading.dependents(i, "nmod:poss") or any(words[c].lower == "the" for c in reading.children[i]):
        return ()
    top = words[i].head if words[i].relation == "conj" and words[words[i].head].upos == "NOUN" else i
    own = tuple(c for c in reading.children[top] if words[c].lower == "no" and words[c].relation in {"det", "advmod"})
    if own and top != i:
        return own
    if preposition(reading, top) == "without":
        return tuple(c for c in reading.children[top] if words[c].lower == "without")
    above = words[top].head
    if preposition(reading, top) == "of" and words[above].lemma in REPORTS:
        return tuple(c for c in reading.children[above] if words[c].lower == "no")
    some = any(words[c].lower == "any" for c in (*reading.children[top], *reading.children[i]))
    if words[above].upos != "VERB" or words[above].lemma not in CAUSING or words[top].relation not in {"obj", "obl"}:
        return ()
    marks = tuple(c for c in reading.children[above] if words[c].lower in NONE and c < i)
    return marks if some or any(words[c].lower == "without" for c in marks) else ()


def told_heavy(reading: Reading, i: int) -> tuple[int, ...]:
    """The words of "suffered heavy casualties", "caused civilian casualties", "there were casualties" that say how many; else none.

    Not of "the casualties", nor of casualties that are to be avoided, expected or feared.
    """
    words, word = reading.words, reading.words[i]
    if word.xpos != "NNS" or any(words[c].lower in {"the", "these", "those", "any", "no"} for c in reading.children[i]):
        return ()
    how = tuple(c for c in reading.children[i] if words[c].lower in HEAVY and c < i)
    above = words[word.head]
    there = any(words[c].lower == "there" for c in reading.children[above.i] if words[c].relation == "expl") or (
        any(words[c].lower == "there" for c in reading.children[i]) and any(words[c].lemma == "be" for c in reading.children[i])
    )
    bare = there and not any(words[c].relation == "amod" for c in reading.children[i])
    caused = above.upos == "VERB" and above.lemma in CAUSING and word.relation in {"obj", "obl"} and real(reading, above.i)
    return how or ((i,) if bare else ()) if caused or there else ()


def real(reading: Reading, verb: int) -> bool:
    """False for a verb of what is wished, feared or avoided: "to cause", "avoid causing", "could cause"."""
    words = reading.words
    marks = {words[c].lower for c in reading.children[verb] if words[c].relation in {"aux", "mark"}}
    above = words[words[verb].head]
    return not marks & {"to", "could", "would", "may", "might", "should", "if", "without", "of", "from", "will", "can"} and not (
        above.i != verb and above.lemma in UNREAL
    )
