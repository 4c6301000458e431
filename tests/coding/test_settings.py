"""What a passage is about decides whether its words of violence tell violence."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.coding.settings import Settings, find_settings
from gesta.model import Reading, Run
from tests.coding.plain_words import words_of


def settings(codebook: Codebook, *sentences: str) -> Settings:
    """The settings of plain sentences."""
    text = " ".join(sentences)
    words, runs, first = words_of(text), [], 0
    for sentence in sentences:
        runs.append(Run(first, first + len(words_of(sentence))))
        first = runs[-1].end
    reading = Reading(text=text, words=words, sentences=tuple(runs), mentions=(), attributions=(), pipeline="plain")
    return find_settings(reading, codebook.ontology.settings_of)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Turkey attacked from the whistle and the goalkeeper saved a penalty", "sport"),
        ("The jury convicted the burglar of assault", "courts"),
        ("A typhoon struck the coast with heavy rain", "weather"),
        ("The novel tells how the hero attacks the villain", "screen"),
        ("A soldier attacked a militia outpost", None),
        ("The town was attacked on Monday", None),
    ],
)
def test_a_sentence_is_about_what_most_of_its_words_are_about(codebook: Codebook, sentence: str, about: str | None) -> None:
    assert settings(codebook, sentence).other(0) == about


def test_a_word_of_another_setting_does_not_outweigh_a_report_on_war(codebook: Codebook) -> None:
    found = settings(codebook, "A rebel and a soldier fought there", "A missile hit the troops", "The judge fled when the court was hit")
    assert found.other(2) is None


def test_far_sentences_are_not_of_the_passage(codebook: Codebook) -> None:
    found = settings(codebook, "A militant fled", *["Nobody came"] * 3, "The town was attacked")
    assert (found.conflict(0), found.conflict(2), found.conflict(4)) == (True, True, False)
