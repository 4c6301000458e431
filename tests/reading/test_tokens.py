"""A Doc's tokens in bulk, beside what spaCy says of each token."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from gesta.reading.tokens import annotations_of, opening_words, sentence_starts, tokens_of

BLANK: Language = spacy.blank("en")
TEXTS = st.text(alphabet="ab1.\u00e9\U0001f600 \t\n\u00a0", max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_are_those_of_spacy_without_white_space(text: str) -> None:
    doc = BLANK.make_doc(text)
    tokens = tokens_of(doc)
    kept = [token for token in doc if not token.is_space]
    assert tokens.at == [token.i for token in kept]
    assert tokens.forms == [token.text for token in kept]
    assert [(a, b) for a, b in zip(tokens.starts, tokens.ends, strict=True)] == [(t.idx, t.idx + len(t)) for t in kept]
    assert all(text[a:b] == form for a, b, form in zip(tokens.starts, tokens.ends, tokens.forms, strict=True))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 45), max_size=3))
def test_a_word_opens_where_a_line_or_a_break_lies_before_it(text: str, breaks: list[int]) -> None:
    tokens = tokens_of(BLANK.make_doc(text))
    expected = []
    for n in range(1, len(tokens.at)):
        before, start = tokens.starts[n - 1], tokens.starts[n]
        if "\n" in text[tokens.ends[n - 1] : start] or any(before < place <= start for place in breaks):
            expected.append(n)
    assert opening_words(tokens, breaks) == expected


def test_annotations_are_those_of_each_token() -> None:
    words, spaces = ["Gunmen", "killed", "two", "guards", "."], [True, True, True, False, False]
    heads = [1, 1, 3, 1, 1]
    relations = ["nsubj", "ROOT", "nummod", "obj", "punct"]
    doc = spacy.tokens.Doc(
        BLANK.vocab, words=words, spaces=spaces, heads=heads, deps=relations, pos=["NOUN", "VERB", "NUM", "NOUN", "PUNCT"]
    )
    said = annotations_of(doc)
    assert (said.heads, said.relations) == (heads, relations)
    assert said.upos == [token.pos_ for token in doc]
    assert said.lemmas == said.xpos == [""] * 5
    assert sentence_starts(doc) == [0]


def test_a_doc_that_nothing_has_read_has_no_heads_and_no_sentences() -> None:
    doc = BLANK.make_doc("Gunmen killed two guards.")
    assert annotations_of(doc).heads == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="E030"):
        sentence_starts(doc)
