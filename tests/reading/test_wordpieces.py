from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.reading.wordpieces import SHAPES, WordPieces, shape_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "shell", "##ed", "##ing", "'", '"', "-", ".", *LETTERS, *(f"##{c}" for c in LETTERS)]
PIECES = WordPieces(VOCABULARY)


def spelled(word: str) -> list[str]:
    return [VOCABULARY[row] for row in PIECES(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("shelled", ["shell", "##ed"]),
        ("Shelling", ["shell", "##ing"]),
        ("Şhéll", ["shell"]),
        ("shell-shell", ["shell", "-", "shell"]),
        ("’s", ["'", "s"]),
        ("“", ['"']),
        ("ab", ["a", "##b"]),
        ("中", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_longest_pieces_first(word: str, pieces: list[str]) -> None:
    assert spelled(word) == pieces


@given(st.text(LETTERS + "ABCÉÜ", min_size=1, max_size=12))
def test_pieces_spell_the_word_without_case_and_accents(word: str) -> None:
    plain = word.lower().replace("é", "e").replace("ü", "u")
    assert "".join(piece.removeprefix("##") for piece in spelled(word)) == plain


@given(st.text(max_size=80))
def test_every_word_has_one_to_twelve_pieces(word: str) -> None:
    assert 1 <= len(PIECES(word)) <= 12


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("troops", "lower"),
        ("Troops", "title"),
        ("NATO", "upper"),
        ("A", "letter"),
        ("McDonald", "mixed"),
        ("Al-Shabaab", "hyphen_title"),
        ("U.S.", "abbreviation"),
        ("2014", "digits"),
        ("1,200", "number"),
        ("25th", "digit_lower"),
        ("T-72", "digit_upper"),
        ("—", "punctuation"),
        ("$", "symbol"),
        ("", "punctuation"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@pytest.mark.parametrize(("word", "shape"), [("Troops", "title_first"), ("UN", "upper_first"), ("troops", "lower")])
def test_a_capital_at_the_window_start_is_its_own_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word, first=True)] == shape
