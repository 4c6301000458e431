"""The sentence of a telling, and how it is weighed."""

from __future__ import annotations

import pytest

from gesta.linking.accounts import accounts
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
