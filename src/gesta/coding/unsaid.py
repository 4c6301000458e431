"""Acts of speech that nobody performs: what one may, wants or is asked to say, what a form of the verb only describes."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.drafts import Draft
from gesta.coding.parties_in_text import who
from gesta.model import Reading

#: Factuality at which an act of speech is none, by type.
UNSAID = {
    "ACCUSE": frozenset({"possible", "hypothetical"}),
    "REJECT": frozenset({"planned", "possible", "hypothetical"}),
    "CONSULT": frozenset({"possible"}),
    "AGREE": frozenset({"hypothetical"}),
    "SUPPORT": frozenset({"hypothetical"}),
}

DENIALS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "if", "whether"})


def unsaid(cast: Cast, d: Draft) -> bool:
    """True for what is only spoken of: "struck to protest the raid", "called on Mali to condemn the raid".

    Not for an inquiry or a suit that is announced.
    """
    if d.type == "ACCUSE" and d.factuality == "planned":
        return d.mode not in {"investigate", "legal"}
    return d.factuality in UNSAID.get(d.type, ()) or (d.trigger.verbal and of_form(cast, d))


def of_form(cast: Cast, d: Draft) -> bool:
    """True where the form of the verb tells no act.

    "They agree that …" is an opinion, "cannot accept" no consent and, unlike "will not accept", no refusal; "sent planes to support Mali"
    tells what for; what grows "threatening the harvest" threatens no party; "was responsible for training" tells an office;
    what a private person alleges of nobody is no accusation of one.
    """
    word, frame = cast.reading.words[d.i], d.trigger.frame
    match f"{d.trigger.rule.type}.{d.trigger.rule.id}":
        case "AGREE.agree":
            joint = word.xpos == "VBP" and len(d.roles.actors) > 1  # "Mali and Chad agree that …"
            return word.xpos in {"VB", "VBP"} and not joint and not (d.type == "REJECT" and refused(cast.reading, d.i))
        case "ACCUSE.say-responsible":
            return any(denied_or_office(cast.reading, c) for c in frame.clauses)
        case "ACCUSE.allege":
            return not d.roles.recipients and all((p.code or "").endswith(".CVL") for p in d.roles.actors)
        case "SUPPORT.back":
            return word.xpos == "VB" and word.relation in {"advcl", "acl"}
        case "THREATEN.threaten":
            alone = word.xpos == "VBG" and word.relation in {"advcl", "acl"} and bool(frame.patients)
            return alone and not any(p.code for h in frame.patients for p in who(cast, h))
    return False


def denied_or_office(reading: Reading, clause: int) -> bool:
    """True for "was not responsible", "whether Mali was responsible", "was responsible for training recruits"."""
    below = [reading.words[c] for c in reading.children[clause]]
    return any(w.lower in DENIALS or w.xpos == "VBG" for w in below)


def refused(reading: Reading, i: int) -> bool:
    """True for "will not accept", "are not going to accept"."""
    word, helped = reading.words[i], {reading.words[c].lower for c in reading.dependents(i, "aux")}
    return bool(helped & {"will", "wo", "shall"}) or (word.relation == "xcomp" and reading.words[word.head].lemma == "go")
