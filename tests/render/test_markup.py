"""Escaping."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.render.markup import Html, el, escape, html, is_web, link, script_json
from gesta.render.visible import label_text
from tests.render.html_reader import read

ANY = st.text(st.characters())


@given(ANY, ANY)
def test_text_and_attributes_come_back_as_they_were(text: str, value: str) -> None:
    (element,) = read(el("p", text, title=value))
    assert (element.text, element.attributes["title"]) == (label_text(text), label_text(value))


def test_only_our_own_markup_is_markup() -> None:
    assert html("<b>", Html("<i></i>"), None, ["&", el("b")]) == "&lt;b&gt;<i></i>&amp;<b></b>"


def test_attributes_without_a_value_are_left_out() -> None:
    assert el("input", checked=True, id=None, disabled=False, data_i="x", class_="c") == '<input checked data-i="x" class="c">'


@pytest.mark.parametrize("url", ["http://a.example/x?y=1&z", "https://a.example"])
def test_web_addresses_become_links(url: str) -> None:
    assert f'href="{escape(url)}"' in link(url, "x")
    assert 'rel="noreferrer noopener external"' in link(url, "x")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "https:", "https:///x", "data:text/html,x", "file:///etc/passwd",
        "//a.example", "java\nscript:alert(1)", "https://a.example/\x00", "https://[", "", None,
    ],
)  # fmt: skip
def test_other_addresses_do_not(url: str | None) -> None:
    assert link(url, "x") == "x"


@given(st.recursive(ANY | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=3)))
def test_json_in_a_script_is_the_same_json(value: object) -> None:
    written = script_json(value)
    assert not set("<>&\u2028\u2029") & set(written)
    written.encode("utf-8")
    assert json.loads(written) == value


def test_is_web_needs_a_host() -> None:
    assert not is_web("https://")
