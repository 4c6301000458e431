"""Other spaCy pipelines in place of the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from gesta.errors import ModelMissing
from gesta.model import Article, Attribution, Reading, Run, Word
from gesta.reading import Reader
from gesta.reading.attribution_rules import rule_attributions


def test_a_pipeline_without_parser_is_refused_by_name(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(ModelMissing, match="no tagger and parser"):
        Reader(pipeline=str(tmp_path / "bare"))


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelMissing, match="en_nowhere"):
        Reader(pipeline="en_nowhere")


def test_another_pipeline_reads_in_place_of_the_shipped_one(tmp_path: Path) -> None:
    # Armenia said troops fired.
    nlp = spacy.blank("en")
    for name, labels in (("tagger", ("NNP", "VBD")), ("parser", ("nsubj", "ccomp"))):
        part = nlp.add_pipe(name)
        for label in labels:
            part.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "own")
    reader = Reader(pipeline=str(tmp_path / "own"), cues={"say": "assert"})
    reading = next(reader.read([Article(text="Armenia said troops fired.")]))
    assert [word.text for word in reading.words] == ["Armenia", "said", "troops", "fired", "."]
    assert reader.version.startswith(str(tmp_path / "own"))


def said(*heads: tuple[str, str, str, int, str]) -> Reading:
    """A one-sentence reading from (text, lemma, upos, head, deprel)."""
    words, start = [], 0
    for i, (text, lemma, upos, head, deprel) in enumerate(heads):
        words.append(
            Word(i=i, start=start, end=start + len(text), text=text, lemma=lemma, upos=upos, xpos="X", head=head, deprel=deprel, sentence=0)
        )
        start += len(text) + 1
    text = " ".join(w.text for w in words)
    return Reading(text=text, words=tuple(words), sentences=(Run(0, len(words)),), mentions=(), attributions=(), pipeline="hand")


def test_attribution_by_rule_takes_subject_verb_and_clause() -> None:
    # Armenia said that troops fired
    reading = said(
        ("Armenia", "Armenia", "PROPN", 1, "nsubj"),
        ("said", "say", "VERB", 1, "root"),
        ("that", "that", "SCONJ", 4, "mark"),
        ("troops", "troop", "NOUN", 4, "nsubj"),
        ("fired", "fire", "VERB", 1, "ccomp"),
    )
    assert rule_attributions(reading, {"say": "assert"}, ()) == (Attribution(source=(Run(0, 1),), cue=(Run(1, 2),), content=(Run(2, 5),)),)
    assert rule_attributions(reading, {}, ()) == ()
