"""What relative pronouns stand for: the troops in "troops whom they accused"."""

from __future__ import annotations

from gesta.model import Reading

ABSTRACT = ("tion", "sion", "ment", "ness", "ance", "ence", "ism", "ship")
RELATIVES = frozenset({"who", "which", "that", "whom"})


def antecedent(reading: Reading, i: int) -> int | None:
    """The noun that a relative clause headed by `i` describes."""
    word = reading.words[i]
    if word.deprel == "acl:relcl":
        return human_before(reading, i) or placed(reading, i) or word.head
    if word.relation == "conj" and reading.words[word.head].deprel == "acl:relcl" and not reading.dependents(i, "nsubj"):
        return reading.words[word.head].head
    return noun_accused(reading, i) if word.deprel == "advcl:relcl" else noun_told(reading, i)


def noun_told(reading: Reading, i: int) -> int | None:
    """The name or noun right before "who" where the parse makes no relative clause of it: "the president, who has …, said"."""
    words = reading.words
    pronoun = next((c for c in reading.dependents(i, "nsubj") if c < i and words[c].lower == "who"), None)
    if pronoun is None or pronoun < 2:
        return None
    noun = words[pronoun - 1 - (words[pronoun - 1].text == ",")]
    while noun.relation in {"flat", "compound"} and noun.head < noun.i:
        noun = words[noun.head]
    return noun.i if noun.upos in {"NOUN", "PROPN"} and noun.sentence == words[i].sentence else None


def noun_accused(reading: Reading, i: int) -> int | None:
    """The noun right before "which" or "whom" where that is the verb's object and the parse hangs the clause on the verb above."""
    words = reading.words
    pronoun = next((c for c in reading.dependents(i, "obj") if c < i and words[c].lower in RELATIVES), None)
    if pronoun is None or pronoun == 0:
        return None
    noun = words[max(0, pronoun - 1 - (words[pronoun - 1].text == ","))]
    return noun.i if noun.upos in {"NOUN", "PROPN"} else None


def human_before(reading: Reading, i: int) -> int | None:
    """The noun right before "who" where the parse hangs the clause on an abstract noun, which "who" never stands for."""
    words = reading.words
    pronoun = next((c for c in reading.children[i] if c < i and words[c].lower in {"who", "whom"}), None)
    if pronoun is None or not words[words[i].head].lemma.endswith(ABSTRACT):
        return None
    noun = words[max(0, pronoun - 1 - (words[pronoun - 1].lower == ","))]
    return noun.i if noun.upos in {"NOUN", "PROPN"} else None


def placed(reading: Reading, i: int) -> int | None:
    """The noun before "in Novi Sad that killed 15": a bare "that" stands for no name, so the clause is about what was there."""
    words, name = reading.words, reading.words[reading.words[i].head]
    restrictive = any(c < i and words[c].lower == "that" and words[c - 1].text != "," for c in reading.dependents(i, "nsubj"))
    above = words[name.head]
    if not restrictive or name.upos != "PROPN" or name.relation != "nmod" or above.upos != "NOUN":
        return None
    while (
        above.relation == "nmod"
        and words[above.head].upos == "NOUN"
        and any(words[c].lower == "of" for c in reading.dependents(above.i, "case"))
    ):
        above = words[above.head]  # the collapse in "the collapse of a canopy in Novi Sad that …"
    return above.i


def unrelative(reading: Reading, i: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The heads with a relative pronoun replaced by what it stands for: the troops in "troops whom they accused"."""
    relative = [h for h in heads if reading.words[h].lower in RELATIVES]
    noun = antecedent(reading, i) if relative else None
    return heads if noun is None else tuple(noun if h in relative else h for h in heads)
