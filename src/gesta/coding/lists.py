"""The middle of a list that the parse takes for an apposition: "a judge, a teacher and two guards", "Juan Paz, his son and 15 others"."""

from __future__ import annotations

from typing import Final

from gesta.model import Reading

OWNING: Final = frozenset({"his", "her", "their"})
ARTICLES: Final = frozenset({"a", "an"})
#: Nouns that say of somebody whose he is or where from, behind "a driver, a …, and": these do describe.
DESCRIBING: Final = frozenset("national citizen native resident member veteran relative friend father mother man woman".split())
PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
PREFIXES: Final = frozenset({"anti", "pro"})
FAR: Final = 5  # words from the act to "between"
NOUNS: Final = frozenset({"NOUN", "PROPN"})


def listed_between(reading: Reading, i: int) -> list[int]:
    """The appositions of a noun that are its list's second part: one more "a …", or somebody's own ("his wife"), with "and" behind.

    What describes a noun is closed by a comma before the list goes on ("a driver, a Ugandan national, and a passenger"), and "his" of an
    apposition may mean another; so a comma before "and" wants more: two parts of one kind, or a number or an owner in the last one too.
    """
    word = reading.words[i]
    if word.upos not in NOUNS:
        return []
    return [c for c in reading.dependents(i, "appos") if c > i and reading.words[c].upos in NOUNS and is_listed(reading, i, c)]


def written_between(reading: Reading, i: int) -> tuple[int, ...]:
    """The last nouns of the two parts of "between A and B" behind a noun, as they are written, whatever the parse makes of them.

    "Clashes between police and striking miners", "clashes broke out between riot police and students"; empty where no "and" follows A.
    """
    words = reading.words
    end = reading.sentences[words[i].sentence].end
    start = next((w for w in range(i + 1, min(i + FAR, end)) if words[w].lower == "between"), None)
    if start is None or any(words[w].upos in {"PUNCT", "CCONJ"} for w in range(i + 1, start)):
        return ()
    first = last_noun(reading, start + 1, end)
    if first is None or first + 1 >= end or words[first + 1].lower != "and":
        return ()
    second = last_noun(reading, first + 2, end)
    return (first, second) if second is not None else ()


def last_noun(reading: Reading, start: int, end: int) -> int | None:
    """The last noun of the phrase that opens at a word: "protesters" in "anti-government protesters demanding …"."""
    found = None
    for w in range(start, end):
        word = reading.words[w]
        if not (word.upos in PHRASE or word.text == "-" or word.deprel == "amod" or word.lower in PREFIXES):
            break
        found = w if word.upos in NOUNS else found
    return found


def is_listed(reading: Reading, i: int, c: int) -> bool:
    """Whether an apposition `c` of the noun `i` is in a list with it and with what stands behind."""
    last = next((k for h in (i, c) for k in reading.dependents(h, "conj") if k > c and reading.dependents(k, "cc")), None)
    if last is None:
        return False
    joint = reading.dependents(last, "cc")[0]
    if reading.words[joint].lower != "and" or not c < joint:
        return False
    closed = reading.words[joint - 1].upos == "PUNCT"
    if marked(reading, c, OWNING):
        return not closed or marked(reading, last, OWNING) or bool(reading.dependents(last, "nummod"))
    alike = reading.words[i].upos == "NOUN" and marked(reading, i, ARTICLES) and marked(reading, c, ARTICLES)
    return alike and not (closed and reading.words[c].lemma.lower() in DESCRIBING)


def marked(reading: Reading, i: int, words: frozenset[str]) -> bool:
    """True for a noun with one of the words as its article or owner."""
    return any(reading.words[d].lower in words for d in reading.dependents(i, "det", "nmod:poss"))
