"""Control characters are shown, widths are those of a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.render.visible import columns, label_text, page_text, terminal_text

ANY = st.text(st.characters())


@given(ANY)
def test_nothing_for_a_terminal_to_obey(text: str) -> None:
    shown = terminal_text(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown if c not in "\t\n")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY)
def test_page_text_keeps_every_place(text: str) -> None:
    assert len(page_text(text)) == len(label_text(text)) == len(text)
    page_text(text).encode("utf-8")


def test_escape_is_a_picture() -> None:
    assert terminal_text("\x1b[31mred") == "␛[31mred"


def test_windows_line_ends_are_newlines_and_a_lone_return_is_shown() -> None:
    assert terminal_text("a\r\nb\rc") == "a\nb␍c"


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("名", 2), ("c\u0327", 1), ("ｗ", 2), ("", 0), ("a\u200db", 2)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
