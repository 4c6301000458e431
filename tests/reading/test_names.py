from __future__ import annotations

import pytest

from gesta.reading.encoder import MODEL_FOLDER, Encoder
from gesta.reading.names import CAPITAL, COUNTRY, DEMONYM, DEMONYM_PLURAL, NAME, Names, is_title, read_forms

TABLE = """country,name,demonyms,plurals,capital
POL,Poland,Polish|Pole,Poles,Warsaw
USA,US|U.S.,American,Americans,Washington
SGP,Singapore,,,Singapore
"""
NAMES = Names(read_forms(TABLE), ["shelling"])


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Poland", COUNTRY),
        ("POLAND", COUNTRY),
        ("Polish", DEMONYM),
        ("Poles", DEMONYM_PLURAL),
        ("Warsaw", CAPITAL),
        ("US", COUNTRY),
        ("Singapore", COUNTRY),
        ("polish", None),
        ("us", None),
        ("Us", None),
    ],
)
def test_listed_names_are_replaced_as_written(word: str, kind: int | None) -> None:
    assert NAMES.special(word, 1, hide_names=False) == kind


@pytest.mark.parametrize(
    ("word", "pieces", "kind"),
    [
        ("Voznesensk", 4, NAME),
        ("Paris", 1, None),
        ("Shelling", 2, None),
        ("NATO", 2, None),
        ("voznesensk", 4, None),
        ("Poland", 2, COUNTRY),
    ],
)
def test_unknown_names_are_hidden_where_asked_for(word: str, pieces: int, kind: int | None) -> None:
    assert NAMES.special(word, pieces, hide_names=True) == kind


@pytest.mark.parametrize(
    ("word", "title"), [("Donetsk", True), ("McCain", True), ("NATO", False), ("A", False), ("army", False), ("", False)]
)
def test_is_title(word: str, title: bool) -> None:
    assert is_title(word) is title


def test_the_network_reads_swapped_countries_alike() -> None:
    maker = Encoder(MODEL_FOLDER).maker
    one = "Armenian forces shelled Azerbaijan , Baku said ; Azerbaijanis fled".split()
    other = "Azerbaijani forces shelled Armenia , Yerevan said ; Armenians fled".split()
    assert maker(one, hide_names=False) == maker(other, hide_names=False)
