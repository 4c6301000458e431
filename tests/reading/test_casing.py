"""Texts in capitals: names keep their capital, words lose it, and nothing moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesta.reading.casing import in_capitals, usual_case

LEXICON = frozenset("the rebels shelled a village near and killed three soldiers of army said".split())
WIRE = 'QUITO, 3 MAY 90 (AFP) -- THE REBELS OF THE M-19 SHELLED A VILLAGE NEAR ARENAS. "THREE SOLDIERS," THE FPMR SAID.'


def test_words_are_small_and_names_keep_their_capital() -> None:
    assert (
        usual_case(WIRE, LEXICON)
        == 'Quito, 3 May 90 (AFP) -- The rebels of the M-19 shelled a village near Arenas. "Three soldiers," the FPMR said.'
    )


def test_a_name_that_is_a_word_too_stays_a_name() -> None:
    assert usual_case("THE ARMY OF CHAD", LEXICON | {"chad"}, {"Chad"}) == "The army of Chad"


@given(st.text())
def test_no_character_moves(text: str) -> None:
    assert len(usual_case(text, LEXICON)) == len(text)


def test_only_texts_in_capitals_are_touched() -> None:
    assert in_capitals(WIRE)
    assert not in_capitals("NATO and the EU said on Monday that the UN had asked them to wait until Friday.")
    assert not in_capitals("OPEC AND THE IMF")
