"""Of whom something is asked where no object tells: who is to do it, or whose doing the thing asked for is."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import each, is_infinitive, is_passive, obliques, preposition, subjects
from gesta.coding.nounphrases import behind_of
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.coding.triggers import Trigger
from gesta.model import Reading

#: What one does oneself: "the withdrawal of Turkish troops" is asked of Turkey, "the release of Turkish troops" is not.
OWN_DOING = frozenset(
    "withdrawal pullout pullback retreat departure exit resignation surrender disarmament demobilisation demobilization capitulation "
    "restraint compliance cooperation co-operation meeting session".split()
)
OWN_MOVES = frozenset({"withdraw", "pull", "disarm", "demobilise", "demobilize"})  # what a state's forces are to do, told in the passive
OF_BODIES = frozenset("action intervention investigation inquiry probe summit vote mandate".split())  # "UN action" is asked of the UN
LEAVING = frozenset("withdrawal pullout pullback retreat departure exit removal expulsion extradition".split())
QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
ORDERING = frozenset({"order", "urge", "instruct", "direct"})
NAMING = frozenset({"call", "term", "describe", "label"})
HELP = frozenset({"help", "aid", "assistance", "support", "backing", "weapon", "protection"})
DEPTH = 4  # steps of the parse


def aimed_at(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """Whom a call is aimed at where nobody is asked: Mali in "called for sanctions against Mali", not in "for help against Mali"."""
    wanted = (*trigger.frame.patients, *trigger.frame.obliques.get("for", ()))
    meant = (w for w in wanted if cast.reading.words[w].lemma.lower() not in HELP)
    told = [(k, p) for w in meant for k in obliques(cast.reading, w).get("against", ()) for p in who(cast, k) if p.is_side]
    return [p for _, p in told], list(dict.fromkeys(k for k, _ in told))


def asked_to(reading: Reading, i: int) -> tuple[int, ...]:
    """Who is to do it in "called for Mali to disarm", "appealed for Mali and Chad to talk", however the parse hangs it.

    Nobody in "called for the bridge to be opened".
    """
    out: list[int] = []
    own = reading.dependents(i, "obl", "nmod")
    for c in reading.dependents(i, "advcl", "xcomp", "ccomp", "acl"):
        marks = {reading.words[m].lower: m for m in reading.dependents(c, "mark")}
        if "to" in marks and "for" in marks and not is_passive(reading, c):
            own_subject = reading.dependents(c, "nsubj")
            out += own_subject or [o for o in own if marks["for"] < o < c and preposition(reading, o) is None]
        elif "to" in marks and not is_passive(reading, c):
            out += [o for o in own if preposition(reading, o) == "for" and reading.subtree(o)[-1] + 1 == marks["to"]]
    for o in own:
        below = (c for c in reading.dependents(o, "acl") if is_infinitive(reading, c))
        if preposition(reading, o) == "for" and any(not is_passive(reading, c) for c in below):
            out.append(o)
    return each(reading, dict.fromkeys(out))


def is_for_subject(reading: Reading, clause: int) -> bool:
    """True where the subject of what is demanded is who is to do it: "demanded that Mali disarm", "that Malian troops be withdrawn".

    Not in "demanded that the Malian be freed", which another does to him.
    """
    return not is_passive(reading, clause) or reading.words[clause].lemma in OWN_MOVES


def answerable_for(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """Whose doing the thing asked for is, with the words that tell it.

    Israel in "demanded an end to the raids by Israel", "called for Israel's withdrawal", "demanded assurances that Israel will stop";
    both in "urged calm between Mali and Chad". Whom it falls on, and where it is, is not asked.
    """
    frame = trigger.frame
    queue = [(h, 0) for h in (*frame.patients, *frame.obliques.get("for", ())) if h not in trigger.words]
    while queue:
        head, depth = queue.pop(0)
        for c in cast.reading.children[head]:
            heads = does(cast, head, c)
            sides = (p for h in heads for p in who(cast, h) if p.is_side and p.own_side not in trigger.acting)
            found = [p for p in sides if p.sector != "CVL" or len(heads) > 1]
            if found:
                return found, list(heads)
            if cast.reading.words[head].lower == "what" and cast.reading.words[c].lemma in NAMING:  # "an end to what he called raids"
                queue += [(k, depth + 1) for k in cast.reading.dependents(c, "xcomp", "obj", "obl")]
            if depth < DEPTH and cast.reading.words[c].relation == "nmod" and preposition(cast.reading, c) in {"of", "to"}:
                queue.append((c, depth + 1))
    return [], []


def does(cast: Cast, head: int, c: int) -> tuple[int, ...]:
    """The words for who does what noun `head` names, where its dependent `c` tells it."""
    reading, word = cast.reading, cast.reading.words[c]
    noun, case = reading.words[head].lemma.lower(), preposition(reading, c)
    if word.relation == "acl":
        clause = any(reading.words[m].lower == "that" for m in reading.dependents(c, "mark"))
        return cast.verb(c).agents if word.xpos == "VBN" else subjects(reading, c) if clause and not is_passive(reading, c) else ()
    if word.deprel == "nmod:poss" or (word.relation in {"nmod", "obl"} and case in {"by", "between"}):
        return each(reading, (c,))
    if word.relation == "nmod" and ((case == "from" and noun not in LEAVING) or (case == "of" and noun in OWN_DOING)):
        return each(reading, (c,))
    if word.relation not in {"amod", "compound"} or c not in cast.hits:
        return ()
    body = cast.hits[c].party.kind == "organisation" and noun in OF_BODIES
    return (c,) if noun in OWN_DOING or body else ()


def asked_by_some(cast: Cast, trigger: Trigger, asked: list[Party]) -> bool:
    """True for a request to a party by people without a code, or that is told without its author.

    "Critics have urged Mali to …", "Mali was ordered to …"; not for the question "asked Mali whether".
    """
    if trigger.rule.type != "REQUEST" or not trigger.verbal or not any(p.is_side and p.sector != "CVL" for p in asked):
        return False
    words, frame = cast.reading.words, trigger.frame
    unsaid = frame.passive and not frame.agents and words[trigger.i].lemma in ORDERING
    told = any(words[a].upos in {"NOUN", "PROPN"} for a in frame.agents) or unsaid
    asks = any(words[m].lower in QUESTIONS for c in frame.clauses for m in cast.reading.children[c])
    return told and not asks and (bool(frame.clauses) or bool({"on", "upon", "from"} & set(frame.obliques)))


def in_the_street(cast: Cast, trigger: Trigger) -> bool:
    """True for what a crowd demands: "protesters called on the government to resign"; not for what somebody asks of the press."""
    if trigger.rule.type != "REQUEST" or any(p.kind == "media" for h in trigger.frame.patients for p in who(cast, h)):
        return False
    heads = [h for a in trigger.frame.agents for h in (a, behind_of(cast.reading, a)) if h is not None]
    return any(cast.is_class(h, "demonstrators") or cast.is_class(h, "mob") for h in heads)
