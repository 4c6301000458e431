"""Nouns that take up what was told before: "the demand", "the raid", "the decision", "the truce"."""

from __future__ import annotations

from gesta.coding.backgrounds import ACCORDS
from gesta.coding.nounphrases import is_definite
from gesta.coding.triggers import Trigger
from gesta.model import Reading

#: What a noun takes up, by the PLOVER type of what was told; nouns of violence are the codebook's own.
NAMES = {
    "demand": "REQUEST", "call": "REQUEST", "request": "REQUEST", "appeal": "REQUEST", "plea": "REQUEST",
    "threat": "THREATEN", "ultimatum": "THREATEN", "warning": "THREATEN",
    "accusation": "ACCUSE", "charge": "ACCUSE", "allegation": "ACCUSE", "claim": "ACCUSE",
    "offer": "AGREE", "promise": "AGREE", "pledge": "AGREE",
    "expulsion": "SANCTION", "veto": "REJECT", "deployment": "MOBILIZE", "arrest": "COERCE", "blockade": "COERCE",
}  # fmt: skip
#: What takes up whatever somebody did last.
DEEDS = frozenset({"move", "step", "decision", "action"})
#: What two have together.
SHARED = ACCORDS | frozenset({"talk", "negotiation", "dialogue", "cease-fire", "fire", "armistice", "participation"})
JOINT = frozenset({"AGREE", "CONSULT", "CONCEDE", "RETREAT", "SUPPORT"})  # what two do together, and one can break off
TAKEN_UP = DEEDS | SHARED | frozenset(NAMES)
BESIDE = ("nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl")


def takes_up(reading: Reading, trigger: Trigger) -> bool:
    """True for praise or blame of what was told before by its name alone: "welcomed the deal", "regretted the decision"."""
    named = (p for p in trigger.frame.patients if reading.words[p].lemma.lower() in TAKEN_UP)
    whole = any(is_definite(reading, p) and not reading.dependents(p, *BESIDE) for p in named)
    return trigger.verbal and trigger.rule.type in {"ACCUSE", "SUPPORT"} and whole
