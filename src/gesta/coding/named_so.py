"""What something is called, and of what a noun is said: "called the raid a crime", "Mali's advance constituted a breach of the truce"."""

from __future__ import annotations

from gesta.coding.clauses import preposition, subjects
from gesta.coding.once import once_a_word
from gesta.model import Reading

#: Verbs of calling whose second part stands behind "as"; "call" takes it bare.
AS = frozenset("describe brand label denounce characterise characterize condemn regard view see depict portray decry slam".split())
BARE = frozenset({"call", "term", "dub", "label", "brand", "deem"})
#: Verbs by which something is said to be something, with the preposition before it, if any.
BEING = {"constitute": None, "represent": None, "mark": None, "amount": "to"}
KINDS = frozenset({"act", "form", "campaign", "case"})  # "an act of aggression"


@once_a_word
def names_given(reading: Reading, verb: int) -> tuple[int, ...]:
    """The nouns and adjectives that a verb of calling gives its object: "crime" in "called the raid a crime", "what they called a …"."""
    lemma = reading.words[verb].lemma.lower()
    if reading.words[verb].upos != "VERB" or lemma not in AS | BARE:
        return ()
    things = reading.dependents(verb, "obj")
    found: list[int] = []
    if lemma in AS:
        found += [w for w in reading.dependents(verb, "obl", "advcl", "xcomp") if preposition(reading, w) == "as" or marked_as(reading, w)]
    if lemma in BARE:
        word = reading.words[verb]
        relative = word.deprel == "acl:relcl" and reading.words[word.head].lower == "what"
        # The second part may be a clause, an apposition or a second object to the parse.
        found += [*reading.dependents(verb, "xcomp", "ccomp"), *(things if relative else things[1:])]
        found += [w for thing in things for w in reading.dependents(thing, "amod", "appos") if w > thing]
    named = (w for w in found if reading.words[w].upos in {"ADJ", "NOUN"} and not (lemma == "call" and reading.dependents(w, "mark")))
    return tuple(k for w in named for k in (w, *what_kind(reading, w)))


def marked_as(reading: Reading, w: int) -> bool:
    """True for "as illegal", where the parse takes "as" for the mark of a clause."""
    return any(reading.words[m].lower == "as" for m in reading.dependents(w, "mark"))


def what_kind(reading: Reading, w: int) -> tuple[int, ...]:
    """What an act, or a campaign, is one of: aggression in "an act of aggression"."""
    if reading.words[w].lemma.lower() not in KINDS:
        return ()
    return tuple(k for k in reading.dependents(w, "nmod") if preposition(reading, k) == "of")


@once_a_word
def said_of(reading: Reading, i: int) -> tuple[int, ...]:
    """The subjects of which noun `i` is said: "the advance" in "the advance was a breach", "amounted to a breach"; else none."""
    word = reading.words[i]
    if word.relation == "nmod" and reading.words[word.head].lemma.lower() in KINDS and preposition(reading, i) == "of":
        return said_of(reading, word.head)
    if reading.dependents(i, "cop"):
        return () if preposition(reading, i) else subjects(reading, i)
    above = reading.words[word.head]
    if word.relation in {"obj", "xcomp", "obl"} and (lemma := above.lemma.lower()) in BEING and preposition(reading, i) == BEING[lemma]:
        return subjects(reading, above.i)
    return ()
