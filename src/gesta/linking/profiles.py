"""What a report is about, as weighted words: the rarer in the collection the heavier, names and numbers most.

Two disasters of one kind are told in the same words; their names, places and numbers differ. So a word with a capital counts
twice, once as a word and once as a name, and a number as rarely used as a name. A report says first what is new: only its title
and its first words are read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log1p, sqrt

from gesta.linking.common_words import EVERYWHERE, FREQUENT
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.printings import Printing
from gesta.linking.wording import WORD, folded

SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
ENDINGS = ("ing", "edly", "ed", "es", "s", "ly")
SHORTEST_STEM = 4
NAME, NUMBER = "^", "#"
# A collection is taken together with so many reports that nobody has seen, in which a term has the share that is usual for its kind: so two
# reports alone are weighed too. Tuned on the training half of ECB+, as are the shares.
UNSEEN = 50
LEAD = 60
SHARE = {"frequent": 0.15, "word": 0.01, "name": 0.003}

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """A unit vector of weighted terms for each report of a collection; `^` stands before a name, `#` before a number."""

    vectors: Mapping[str, Vector]

    def likeness(self, first: str, second: str) -> float:
        """The cosine of two reports by their ids: 0 for nothing in common, 1 for the same words. KeyError for an unknown report."""
        return cosine(self.vectors[first], self.vectors[second])

    def shared(self, reports: Iterable[str], count: int = 5) -> tuple[str, ...]:
        """The heaviest terms that at least two of the reports share, without their marks, heaviest first."""
        chosen = [self.vectors[report] for report in reports]
        found = Counter(term for vector in chosen for term in vector)
        weight: dict[str, float] = {}
        for vector in chosen:
            for term, value in vector.items():
                if found[term] > 1:
                    bare = term.lstrip(NAME + NUMBER)
                    weight[bare] = weight.get(bare, 0.0) + value
        return tuple(sorted(weight, key=lambda term: (-weight[term], term))[:count])


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """In how many of how many reports each term stands."""

    reports: int
    of: Mapping[str, int]

    @classmethod
    def of_reports(cls, counts: Iterable[Mapping[str, int]]) -> Spread:
        """The spread over reports given as counts of their terms."""
        found: Counter[str] = Counter()
        every = list(counts)
        for one in every:
            found.update(one.keys())
        return cls(reports=len(every), of=found)

    def rarity(self, term: str) -> float:
        """The logarithm of one over the share of reports that have the term, unseen ones included."""
        return log((self.reports + UNSEEN) / (self.of[term] + UNSEEN * usual_share(term)))


def cosine(first: Vector, second: Vector) -> float:
    """The product of two unit vectors."""
    shorter, longer = sorted((first, second), key=len)
    return sum(value * longer[term] for term, value in shorter.items() if term in longer)


def profiles(printings: Iterable[Printing]) -> Profiles:
    """The profiles of a collection; they do not hang on its order.

    A term is as rare as it is in the collection or among its outlet's own reports, whichever is less: what an outlet prints
    under every story, or calls everybody, tells none of its stories from another.
    """
    every = sorted(printings, key=lambda p: p.id)
    counts = {p.id: Counter(terms(p)) for p in every}
    of_outlet: dict[str, list[str]] = defaultdict(list)
    for p in every:
        of_outlet[newsroom_key(p.outlet or "")].append(p.id)
    everywhere = Spread.of_reports(counts.values())
    vectors: dict[str, Vector] = {}
    for outlet, reports in sorted(of_outlet.items()):
        here = Spread.of_reports(counts[report] for report in reports) if outlet else everywhere
        vectors |= {report: unit_vector(counts[report], everywhere, here) for report in reports}
    return Profiles(vectors=vectors)


def unit_vector(found: Mapping[str, int], everywhere: Spread, here: Spread) -> dict[str, float]:
    """Terms weighted by how often they stand and how rare they are, by their spelling, to length 1."""
    weights = {term: log1p(found[term]) * min(everywhere.rarity(term), here.rarity(term)) for term in sorted(found)}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def usual_share(term: str) -> float:
    """In what share of reports a term of this kind stands."""
    kind = "name" if term[0] in (NAME, NUMBER) else "frequent" if term in FREQUENT_STEMS else "word"
    return SHARE[kind]


def terms(p: Printing) -> Iterator[str]:
    """The terms of the title and of the text's first `LEAD` words, as often as they stand."""
    for word in WORD.findall(p.title or ""):
        if found := term(word):
            yield found
    # A text in capitals alone shows no names by them.
    capitals = not p.text.isupper()
    left = LEAD
    for sentence in SENTENCE.split(p.text):
        words = WORD.findall(sentence)[:left]
        yield from sentence_terms(words, capitals)
        left -= len(words)
        if left <= 0:
            return


def sentence_terms(words: Sequence[str], capitals: bool) -> Iterator[str]:
    """The terms of a sentence. Its first word is no name, for every sentence begins with a capital."""
    for index, word in enumerate(words):
        if found := term(word):
            yield found
            if capitals and index and word[0].isupper():
                yield NAME + found


@lru_cache(maxsize=1 << 17)
def term(word: str) -> str:
    """The word as a term: its stem, or a number with its mark; empty for words that stand everywhere."""
    plain = folded(word)
    if plain[0].isdigit():
        return NUMBER + plain
    return "" if plain in EVERYWHERE else stem(plain)


def stem(word: str) -> str:
    """The word without an ending that leaves at least four letters."""
    return next((word.removesuffix(e) for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM), word)


FREQUENT_STEMS = frozenset(stem(folded(word)) for word in FREQUENT)
