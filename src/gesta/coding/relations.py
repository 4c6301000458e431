"""Standing facts between parties: ally, sponsor, member, base, control – read from appositions and relative clauses."""

from __future__ import annotations

from dataclasses import dataclass

from gesta.coding.cast import Cast
from gesta.coding.clauses import subjects
from gesta.coding.nounphrases import core, of_nouns
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.model import Run, Span

NOUNS = {"ally": "ally", "sponsor": "sponsor", "backer": "sponsor", "patron": "sponsor", "supporter": "sponsor", "member": "member"}
BASES = frozenset({"operate", "maintain", "run", "have", "keep"})
VERBS = {"control": "controls", "claim": "claims"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation between two parties with the words that show it."""

    kind: str
    source: Party
    target: Party
    evidence: Span
    word: int


def ties(cast: Cast) -> tuple[Tie, ...]:
    """All standing facts in order of the text, once each."""
    found: dict[tuple[str, str | None, str | None], Tie] = {}
    for word in cast.reading.words:
        if word.upos == "NOUN" and word.lemma in NOUNS:
            pairs = noun_ties(cast, word.i, NOUNS[word.lemma])
        elif word.upos == "VERB":
            pairs = verb_ties(cast, word.i, word.lemma)
        else:
            continue
        for tie in pairs:
            found.setdefault((tie.kind, tie.source.code, tie.target.code), tie)
    return tuple(found.values())


def noun_ties(cast: Cast, i: int, kind: str) -> list[Tie]:
    """As in "Turkey, a sponsor of Azerbaijan", "Moscow is an ally of Yerevan", "Iran's ally Syria"."""
    reading = cast.reading
    word = reading.words[i]
    holders = list(subjects(reading, i)) or ([word.head] if word.relation in {"appos", "conj"} and word.head != i else [])
    holders += [h for h in (reading.words[word.head].head,) if word.relation == "conj" and reading.words[word.head].relation == "appos"]
    targets = [*of_nouns(reading, i, "of", "to"), *reading.dependents(i, "nmod:poss")]
    return pairs_of(cast, kind, holders, targets, i)


def verb_ties(cast: Cast, i: int, lemma: str) -> list[Tie]:
    """As in "Russia operates a military base in Armenia"; control and claims of places are tied by their country."""
    reading = cast.reading
    if lemma not in BASES and lemma not in VERBS:
        return []
    frame = cast.verb(i)
    if lemma in BASES:
        bases = [p for p in frame.patients if reading.words[p].lemma == "base"]
        grounds = [g for b in bases for g in of_nouns(reading, b, "in", "at", "on")] + [g for g in frame.obliques.get("in", ()) if bases]
        return pairs_of(cast, "base", list(frame.agents), grounds, i) if bases else []
    if lemma in VERBS and not frame.clauses:
        return pairs_of(cast, VERBS[lemma], list(frame.agents), [p for p in frame.patients if p in cast.place_of], i)
    return []


def pairs_of(cast: Cast, kind: str, holders: list[int], targets: list[int], i: int) -> list[Tie]:
    """Ties between the first coded party of each side."""
    out = []
    for h in holders:
        for t in targets:
            first = next((p for p in who(cast, h) if p.code), None)
            second = next((p for p in who(cast, t) if p.code), None) or cast.place_of.get(t)
            if first and second and second.code and first.bare != second.bare:
                words = sorted({*core(cast.reading, h), i, *core(cast.reading, t)})
                out.append(Tie(kind=kind, source=first, target=second, evidence=cast.reading.span(Run(words[0], words[-1] + 1)), word=i))
    return out
