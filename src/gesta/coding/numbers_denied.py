"""Numbers that nobody stands by: denied, only supposed, without evidence, or taken back by whoever printed them."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.modality import own_marks
from gesta.coding.speakers import Telling, own_words
from gesta.coding.tolls import Toll
from gesta.model import Reading

EVIDENCE = frozenset({"evidence", "proof", "sign", "trace", "truth", "basis", "indication", "confirmation"})
NONE = frozenset({"no", "any", "little", "without", "n't", "not"})
RETRACTIONS = frozenset({"correct", "retract", "withdraw", "amend"})
ITSELF = frozenset({"itself", "themselves", "himself", "herself", "report", "article", "story", "claim", "figure", "number", "it", "them"})
TAKEN_BACK = frozenset({"withdraw", "retract", "rescind", "recant", "disavow"})
OF_COUNTING = frozenset({"estimate", "figure", "claim", "statement", "count", "toll", "number", "report"})
FARTHEST = 8  # steps up the parse


def not_stood_by(cast: Cast, toll: Toll, holding: tuple[Telling, ...]) -> str | None:
    """Why a number is no figure of the record, for the list of leftovers; None for one that somebody stands by.

    `holding` are the tellings that hold it, innermost first.
    """
    reading = cast.reading
    if of_a_former_version(reading, holding):
        return "a number that the report takes back"
    if any(t.cue_head is not None and corrected(reading, t.cue_head) for t in holding):
        return "a number that its source takes back"
    if withdrawn(reading, toll.effect_word):
        return "a number that its source takes back"
    if toll.low == toll.high == 0:
        return None
    if holding and holding[0].stance == "deny":
        return "a number that is denied"
    if without_evidence(reading, toll.effect_word):
        return "a number told to say that nothing shows it"
    told = own_marks(reading, cast.codebook, toll.effect_word)
    return {"negated": "a number that is denied", "hypothetical": "a number that is only supposed"}.get(told or "")


def of_a_former_version(reading: Reading, holding: tuple[Telling, ...]) -> bool:
    """True for what the outlet tells that it told before, in a correction: "an earlier version of this report said that …"."""
    return any(t.source is not None and own_words(reading, t.source) and taken_back(reading, t) for t in holding)


def taken_back(reading: Reading, t: Telling) -> bool:
    """True for "an earlier version of this report"."""
    return t.source is not None and "version" in reading.said(t.source).lower()


def corrected(reading: Reading, cue: int) -> bool:
    """True for "printed that 50 had died, and corrected itself"."""
    verbs = [c for c in reading.dependents(cue, "conj") if reading.words[c].lemma.lower() in RETRACTIONS]
    return any(
        reading.words[o].lower in ITSELF or reading.words[o].lemma.lower() in ITSELF for v in verbs for o in reading.dependents(v, "obj")
    )


def withdrawn(reading: Reading, i: int) -> bool:
    """True under "withdrew its estimate that 90 had died", "retracted the claim that …"."""
    w = i
    for _ in range(FARTHEST):
        word = reading.words[w]
        above = reading.words[word.head]
        if word.lemma.lower() in OF_COUNTING and word.relation == "obj" and above.lemma.lower() in TAKEN_BACK:
            return not any(reading.words[c].lower in NONE for c in reading.children[above.i])
        if word.head == w:
            return False
        w = word.head
    return False


def without_evidence(reading: Reading, i: int) -> bool:
    """True under "no evidence that", "no sign of claims that"."""
    w = i
    for _ in range(FARTHEST):
        word = reading.words[w]
        if word.lemma.lower() in EVIDENCE and any(reading.words[c].lower in NONE for c in reading.children[w]):
            return True
        if word.head == w:
            return False
        w = word.head
    return False
