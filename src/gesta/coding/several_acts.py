"""Several acts of speaking that a reading took for one: "said that A and urged B to go", "A warned of war, and B denied that …"."""

from __future__ import annotations

from dataclasses import dataclass

from gesta.coding.cast import Cast
from gesta.coding.once import once_a_reading
from gesta.coding.quotations import in_quotation
from gesta.coding.speakers import Telling
from gesta.model import Reading, Run

JOINING = frozenset({"and", "but", "while"})
CONTRASTING = frozenset({"while", "but", "although", "though", "whereas"})
TENSES = frozenset({"VBD", "VBZ"})
PERFECT = frozenset({"had", "has", "have", "would", "could", "might", "should", "will"})
NEUTRAL = frozenset(
    {"say", "add", "tell", "insist", "maintain", "claim", "argue", "warn", "confirm", "acknowledge", "admit", "deny", "allege"}
)
FIRST = 2  # words that the first act has told at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A second act of speaking: its verb, its own subject (None where the first speaker goes on), and where the first one's words end."""

    cue: int
    speaker: int | None
    cut: int


def second_act(cast: Cast, t: Telling) -> Act | None:
    """The act of speaking that stands in what a telling is taken to tell; None where there is none.

    A verb of saying behind "and" or "but" in the tense of the cue: with a clause of its own, or behind words in another tense than its own
    ("said nothing could excuse it and appealed to both"), which are what was said.
    """
    reading = cast.reading
    if t.cue_head is None or t.content.first < t.cue_head or t.quoted == "direct":
        return None
    cues = cue_words(reading)
    for w in range(t.content.first + FIRST, t.content.end - 1):
        word = reading.words[w]
        if word.text == ";" or w in cues:
            return None
        if word.upos != "VERB" or word.xpos not in TENSES or word.xpos != reading.words[t.cue_head].xpos:
            continue
        if word.lemma.lower() not in cast.codebook.ontology.stances or word.relation != "conj" or in_quotation(reading, w) is not None:
            continue
        subject = next(iter(reading.dependents(w, "nsubj")), None)
        joint = joined_by(reading, w if subject is None else min(reading.subtree(subject)), t.content.first)
        if joint is None or reading.dependents(w, "aux"):
            continue
        clause = bool(reading.dependents(w, "ccomp")) and word.lemma.lower() in NEUTRAL
        if clause or (subject is None and perfect(reading, t.content.first, joint)):
            return Act(cue=w, speaker=subject, cut=joint)
    return None


def another_speaks(reading: Reading, run: Run) -> int | None:
    """The verb by which somebody else speaks in words that a reading gave to who spoke first: "A said …, while B said …"; else None."""
    words = reading.words
    governors = {words[w].head for w in range(*run) if words[w].relation == "ccomp" and words[w].head not in range(w, run.end)}
    first = next((w for w in range(*run) if words[w].upos != "PUNCT"), run.first)
    inside = range(first, run.end - 1) if words[first].lower in CONTRASTING else range(0)
    near: list[int] = sorted({*governors, *inside})
    cues = cue_words(reading)
    for w in (w for w in near if w not in cues):
        subject = next(iter(reading.dependents(w, "nsubj")), None)
        before = min(reading.subtree(subject)) - 1 if subject is not None else -1
        contrasted = before > reading.sentences[words[w].sentence].first and words[before].lower in CONTRASTING  # not "But Mali said"
        if contrasted and subject is not None and says_a_clause(reading, w, subject) and in_quotation(reading, w) is None:
            return w
    return None


def says_a_clause(reading: Reading, w: int, subject: int) -> bool:
    """True for a finite verb of saying with a clause of its own and a subject that is no pronoun."""
    word = reading.words[w]
    finite = word.upos == "VERB" and word.xpos in TENSES and word.lemma.lower() in NEUTRAL | {"report"}
    return finite and reading.words[subject].upos in {"NOUN", "PROPN"} and bool(reading.dependents(w, "ccomp"))


@once_a_reading
def cue_words(reading: Reading) -> frozenset[int]:
    """The words by which the attributions tell that somebody speaks."""
    return frozenset(k for a in reading.attributions for run in a.cue for k in range(*run))


def joined_by(reading: Reading, w: int, first: int) -> int | None:
    """The "and" or "but" right before a verb and its adverbs; None where there is none."""
    k = w - 1
    while k > first and reading.words[k].upos == "ADV":
        k -= 1
    return k if k > first and reading.words[k].lower in JOINING else None


def perfect(reading: Reading, first: int, end: int) -> bool:
    """True for words that tell in another tense than "said": "had killed", "could excuse"."""
    return any(reading.words[w].lower in PERFECT and reading.words[w].upos == "AUX" for w in range(first, end))
