"""Who says what a relative clause tells: the subject above it, as in "Mali struck what it says was a camp", "troops it said had fled"."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import own_subjects
from gesta.coding.parties_in_text import who
from gesta.model import Reading, Run

ONE, MAN, SEVERAL = frozenset({"it"}), frozenset({"he", "she"}), frozenset({"they"})
PLURAL = frozenset({"NNS", "NNPS"})


def speaker_above(cast: Cast, i: int) -> int | None:
    """The subject of the clause above the relative clause whose subject is the pronoun `i`; None where none fits it in number.

    A clause further above is asked where the noun that the relative clause is about is itself the subject of the nearer one.
    """
    reading, word = cast.reading, cast.reading.words[i]
    clause = reading.words[word.head]
    if word.lower not in ONE | MAN | SEVERAL or word.relation != "nsubj" or clause.deprel != "acl:relcl":
        return None
    seen, w = {word.head}, word.head
    while reading.words[w].head != w:
        w = reading.words[w].head
        seen.add(w)
        if reading.words[w].upos not in {"VERB", "AUX"}:
            continue
        found = next((s for s in own_subjects(reading, w) if s < i and s not in seen and speaks(cast, s)), None)
        if found is not None:
            return found if agrees(cast, word.lower, found) else None
    return None


def speaks(cast: Cast, s: int) -> bool:
    """True for who may say something: a person, people, a state, a body; and for a pronoun, which may stand for one."""
    return cast.reading.words[s].upos == "PRON" or s in cast.person_at or cast.role(s) is not None or any(p.code for p in who(cast, s))


def agrees(cast: Cast, pronoun: str, s: int) -> bool:
    """True where a subject may be what the pronoun stands for: no person is "it", and no body or state "he"."""
    noun, role = cast.reading.words[s], cast.role(s)
    if noun.upos not in {"NOUN", "PROPN"}:
        return False
    person = s in cast.person_at or (role is not None and not role.collective)
    several = noun.xpos in PLURAL or bool(cast.reading.dependents(s, "conj"))
    if pronoun in SEVERAL:
        return several or not person
    return not several and person == (pronoun in MAN)


def before_relative(reading: Reading, cue: int, content: Run) -> bool:
    """True for the words up to the noun of a relative clause of saying, which nobody says: "Mali struck what" it says was a camp."""
    word = reading.words[cue]
    pronoun = any(reading.words[s].lower in ONE | MAN | SEVERAL for s in reading.dependents(cue, "nsubj"))
    if word.deprel != "acl:relcl" or not pronoun or content.end > cue or word.head not in content:
        return False
    return reading.words[word.head].lower == "what" or bool(reading.dependents(cue, "ccomp", "xcomp"))
