"""What the sentence of a telling is about, as weighted words, so that two sentences on one thing are seen to be alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.profiles import SENTENCE, Spread, Vector, sentence_terms
from gesta.linking.wording import WORD

#: Code points of a sentence that are read on either side of the telling's words.
AROUND: Final = 300


def sentence(text: str, start: int, end: int) -> str:
    """The sentence that holds `start:end`, at most `AROUND` code points more on either side."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = [m.end() + first for m in SENTENCE.finditer(text[first:start])]
    after = SENTENCE.search(text[end:last])
    return text[before[-1] if before else first : end + after.start() if after else last]


def sentences(accounts: Iterable[Account], texts: Mapping[str, str]) -> dict[str, Vector]:
    """A unit vector of the terms of each telling's sentence, by its ref; a term weighs as much as it is rare in the sentences."""
    found: dict[tuple[str, int, int], list[str]] = {}
    spans: dict[str, tuple[str, int, int]] = {}
    for account in accounts:
        t = account.telling
        spans[account.ref] = key = (t.report, t.evidence_start, t.evidence_end)
        if key not in found:
            text = texts.get(t.report, "")
            words = sentence(text, t.evidence_start, t.evidence_end) if len(text) >= t.evidence_end else t.evidence
            found[key] = list(sentence_terms(WORD.findall(words), True))
    spread = Spread.of_reports(Counter(terms) for terms in found.values())
    rarity = {term: spread.rarity(term) for term in spread.of}
    vectors = {key: unit(terms, rarity) for key, terms in found.items()}
    return {ref: vectors[key] for ref, key in spans.items()}


def unit(terms: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """The rarity of each term, to length 1."""
    weights = {term: rarity[term] for term in sorted(set(terms))}
    length = sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: w / length for term, w in weights.items()}
