"""Whom it concerns when what was said or done before is taken up by its name: "rejected the demand", "condemned the raid"."""

from __future__ import annotations

from gesta.coding.drafts import Draft, Drafting
from gesta.coding.nounphrases import is_definite
from gesta.coding.parties import Party

ANSWERING = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
NEAR = 3  # sentences
#: What a noun takes up, by the PLOVER type of what was told; nouns of violence are the codebook's own.
NAMES = {
    "demand": "REQUEST", "call": "REQUEST", "request": "REQUEST", "appeal": "REQUEST", "plea": "REQUEST",
    "threat": "THREATEN", "ultimatum": "THREATEN", "warning": "THREATEN",
    "accusation": "ACCUSE", "charge": "ACCUSE", "allegation": "ACCUSE", "claim": "ACCUSE",
    "offer": "AGREE", "promise": "AGREE", "pledge": "AGREE",
    "expulsion": "SANCTION", "deployment": "MOBILIZE", "arrest": "COERCE", "blockade": "COERCE",
}  # fmt: skip


def answered(drafting: Drafting, drafts: list[Draft]) -> None:
    """Gives a refusal, a condemnation or praise of "the demand", "the raid" the author of the last such act told shortly before.

    Only where no party stands with the noun; `why` then ends with +answers.
    """
    for n, d in enumerate(drafts):
        if (
            d.type not in ANSWERING
            or (d.type == "ACCUSE" and d.mode != "disapprove")
            or not d.roles.actors
            or d.roles.recipients
            or not d.trigger.verbal
        ):
            continue
        kinds = {kind for p in d.trigger.frame.patients if (kind := named_kind(drafting, p)) is not None}
        author = next((found for o in reversed(drafts[:n]) if (found := authors(d, o, kinds))), None)
        if author is not None:
            d.roles.recipients, d.why = author, d.why + "+answers"


def named_kind(drafting: Drafting, p: int) -> str | None:
    """The type of act that a definite noun names; None for any other word."""
    if not is_definite(drafting.reading, p):
        return None
    lemma = drafting.reading.words[p].lemma.lower()
    acts = drafting.cast.codebook.ontology.nouns.get(lemma, ())
    return NAMES.get(lemma) or ("ASSAULT" if any(rule.type == "ASSAULT" and not rest for rule, rest in acts) else None)


def authors(d: Draft, o: Draft, kinds: set[str]) -> list[Party]:
    """Who did what `o` tells, where that is of one of the kinds and near, and was not done by those who answer."""
    if o.type not in kinds or o.trigger.rule.reciprocal or d.trigger.sentence - o.trigger.sentence > NEAR:
        return []
    acting = {d.side(p) for p in d.roles.actors}
    return [] if acting & {o.side(p) for p in o.roles.actors} else list(o.roles.actors)
