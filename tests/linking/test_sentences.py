"""The sentence of a telling, and how it is weighed."""

from __future__ import annotations

import pytest

from gesta.linking.accounts import accounts
from gesta.linking.likeness import WEIGHTS, Background, wording
from gesta.linking.profiles import cosine
from gesta.linking.sentences import sentence, sentences
from tests.linking.telling_rows import report, told

TEXT = "It rained. Gunmen burned the ferry at dawn, he said. Nobody came."


@pytest.mark.parametrize("words", ["burned", "Gunmen", "dawn", "he said"])
def test_a_telling_stands_in_the_sentence_about_its_words(words: str) -> None:
    start = TEXT.index(words)
    assert sentence(TEXT, start, start + len(words)) == "Gunmen burned the ferry at dawn, he said."


def test_sentences_on_one_matter_are_alike_and_others_are_not() -> None:
    texts = {"A": "Gunmen burned the ferry at dawn.", "B": "The ferry was burned by gunmen at dawn.", "C": "Envoys discussed the harvest."}
    rows = [told(name, evidence=text, evidence_start=0, evidence_end=len(text)) for name, text in texts.items()]
    found = sentences(accounts(rows, {name: report(name) for name in texts}), texts)
    a, b, c = (found[row.ref] for row in rows)
    assert cosine(a, b) > 0.9
    assert cosine(a, c) < 0.1


@pytest.mark.parametrize(("copies", "likens"), [({"A": "A", "B": "B"}, True), ({"A": "A", "B": "A"}, False)])
def test_the_sentence_of_one_copy_tells_not_which_of_its_acts_is_meant(copies: dict[str, str], likens: bool) -> None:
    text = "Gunmen burned the ferry at dawn and shot two boatmen."
    texts = dict.fromkeys("AB", text)
    rows = [
        told("A", evidence=text[:24], evidence_start=0, evidence_end=24),
        told("B", evidence=text[36:], evidence_start=36, evidence_end=53),
    ]
    one, other = accounts(rows, {name: report(name) for name in texts})
    known = Background(copies=copies, tolls={}, sentences=sentences([one, other], texts))
    assert (wording(one, other, known, WEIGHTS) is not None) == likens
