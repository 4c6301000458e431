"""Headlines, headings and links inside a text, by their form alone."""

from __future__ import annotations

import pytest

from gesta.coding.headlines import links, titles

BODY = "Rebels of M23 attacked the town of Goma on Monday and killed two soldiers, the army of Congo said in a statement from Kinshasa."


def cut(text: str, spans: object) -> list[str]:
    """The words of some spans."""
    return [text[s.start : s.end] for s in spans]  # type: ignore[attr-defined]


def test_a_line_in_title_case_is_another_storys_headline() -> None:
    line = "Rebels Attack Town In Eastern Congo"
    assert cut(f"{BODY}\n{line}\n{BODY}", links(f"{BODY}\n{line}\n{BODY}")) == [line]


def test_four_words_in_capitals_are_a_link_but_not_in_an_old_wire() -> None:
    text = f"{BODY} CONGO SAYS REBELS ATTACKED AGAIN {BODY}"
    assert [c.strip() for c in cut(text, links(text))] == ["CONGO SAYS REBELS ATTACKED AGAIN"]
    assert list(links(text.upper())) == []


def test_a_short_line_without_a_stop_is_a_heading_among_paragraphs() -> None:
    text = f"{BODY}\n\nRebels attack again\n\n{BODY}\n\n{BODY}"
    assert cut(text, titles(text)) == ["Rebels attack again"]


@pytest.mark.parametrize("text", [
    "Rebels attacked Goma",  # one line alone
    "Rebels of M23 attacked the\ntown of Goma on Monday and\nkilled two soldiers.",  # broken at a fixed width
    f"{BODY}\n{BODY}",
])  # fmt: skip
def test_a_text_of_its_own_lines_has_no_heading(text: str) -> None:
    assert list(titles(text)) == []


@pytest.mark.parametrize(("text", "title"), [
    (f"Rebels Attack Town Killing Two Reuters Monday 3 Apr 2017 {BODY}", "Rebels Attack Town Killing Two Reuters Monday "),
    (f"Mon Apr 3 2017 Two killed as rebels attack Congo town. {BODY}", " Two killed as rebels attack Congo town"),
])  # fmt: skip
def test_a_title_that_runs_into_the_text_with_its_date(text: str, title: str) -> None:
    assert cut(text, titles(text)) == [title]


@pytest.mark.parametrize("text", [
    f"Published April 3 2017 Rebels have attacked the town of Goma on Monday. {BODY}",  # a sentence behind the date
    "Aircraft of the Air Guard arrived here Dec. 10, 2016, to join the fight in Syria.",  # a date inside a sentence
])  # fmt: skip
def test_a_sentence_with_a_date_is_no_title(text: str) -> None:
    assert list(titles(text)) == []
