"""Credits: lines that give them, and outlets that an article has its news from."""

from __future__ import annotations

import pytest

from gesta.intake import NewsNames, article_from_text
from gesta.intake.creditlines import credit_lines
from tests.intake.bodies import BODY


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Reuters and Agence France-Presse contributed to this report", ("Reuters", "Agence France-Presse")),
        ("The Associated Press contributed to this report.", ("The Associated Press",)),
        ("Ana Moreau and Tom Reed contributed reporting to this article.", ()),
        ("Associated Press writer Ana Moreau in Larov contributed to this report.", ("Associated Press",)),
        ("With reporting by Reuters and AFP", ("Reuters", "AFP")),
        ("With files from The Associated Press", ("The Associated Press",)),
        ("Additional reporting by Ana Moreau for AP", ("AP",)),
        ("(Reporting by Ana Moreau in Larov; Writing by Tom Reed; Editing by Li Wei)", ()),
        ("(With inputs from agencies)", ()),
        ("(AP)", ("AP",)),
        ("AFP", ("AFP",)),
        ("- Reuters/AFP", ("Reuters", "AFP")),
        ("Source: AFP", ("AFP",)),
        ("Sources: Interfax, Larov Times", ("Interfax", "Larov Times")),
        ("© 2023 AFP. All rights reserved.", ("AFP",)),
        ("This story was first published by Al Jazeera.", ("Al Jazeera",)),
        ("The Selm Herald and Reuters contributed to this story.", ("The Selm Herald", "Reuters")),
    ],
)
def test_lines(names: NewsNames, line: str, credited: tuple[str, ...]) -> None:
    text = f"{BODY}\n\n{line}\n"
    found = article_from_text(text, outlet="Northgate Gazette", names=names)
    assert [text[slice(*span)] for span in found.credit_lines] == [line]
    assert found.credits == credited


@pytest.mark.parametrize(
    "line",
    [
        "The mayor told Reuters that four people had died.",
        "Reporting by the commission showed that four people had died.",
        "Editing by hand is slow, the office said.",
        "Drought contributed to this year's famine.",
        "Source of the fire: unknown",
        "Sources: two officials in the ministry",
        "The report was also published on Monday by the ministry.",
        "The army (AFP) said no.",
        "Reuters is an agency",
    ],
)
def test_running_text_is_no_credit_line(names: NewsNames, line: str) -> None:
    assert credit_lines(f"{BODY}\n\n{line}\n\n{BODY}", names) == []


def test_a_credit_at_the_end_of_the_last_paragraph(names: NewsNames) -> None:
    for tail in ("(AFP)", "— Reuters"):
        text = f"{BODY} {tail}"
        [line] = credit_lines(text, names)
        assert text[slice(*line.span)] == tail
        assert credit_lines(f"{text}\n\nMore follows.", names) == []


def test_a_credit_without_a_sentence_before_it_stays_short(names: NewsNames) -> None:
    text = f"{'shells fell and ' * 100}Reuters contributed to this report"
    [line] = credit_lines(text, names)
    assert 30 < line.span.end - line.span.start <= 340
    assert line.names == ("Reuters",)


def test_a_credit_sentence_inside_a_paragraph(names: NewsNames) -> None:
    text = f"{BODY} The Associated Press contributed to this report."
    [line] = credit_lines(text, names)
    assert text[slice(*line.span)] == "The Associated Press contributed to this report."


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        ("The mayor told Reuters that four people had died.", ("Reuters",)),
        ("The mayor told the state-run Xinhua news agency that four had died.", ("Xinhua",)),
        ("A colonel, speaking on condition of anonymity with AFP, denied it.", ("AFP",)),
        ("In an interview with Al Jazeera, the mayor denied it.", ("Al Jazeera",)),
        ("Interfax reported on Monday that four had died.", ("Interfax",)),
        ("Reuters earlier reported that four had died.", ("Reuters",)),
        ("The local newspaper Ha'aretz reported the strike.", ("Ha'aretz",)),
        ("According to a front page report in the Larov Shimbun daily, four died.", ("Larov Shimbun",)),
        ("The hostages told the Turkish daily Larov Postasi that four died.", ("Larov Postasi",)),
        ("He was quoted as saying by the state-run BARNA news agency.", ("BARNA",)),
        ("The mayor said so, quoted by The Washington Post.", ("The Washington Post",)),
        ("The mayor said so, quoted by the Washington Post.", ("The Washington Post",)),
        ("Four died, according to a tally by The Associated Press.", ("The Associated Press",)),
        ("A Reuters witness in Larov saw smoke.", ("Reuters",)),
        ("The mayor told a Reuters reporter that four had died.", ("Reuters",)),
        ("An AFP tally puts the number at four.", ("AFP",)),
        ("A Reuters news agency cameraman was killed by shellfire near Larov.", ()),
        ("Shells hit the office of Al Jazeera in Larov.", ()),
        ("Police searched the building that houses Reuters.", ()),
        ("The mayor told parliament that Reuters had been banned.", ()),
        ("State television and local media reported four dead.", ()),
        ("The Israeli newspaper reported four dead.", ()),
        ("They stood on the hill, the witness said.", ()),
        ("The daily Russian attacks were reported in Larov.", ()),
        ("The mayor told Northgate Gazette that four had died.", ()),
    ],
)
def test_whom_the_news_is_from(names: NewsNames, sentence: str, credited: tuple[str, ...]) -> None:
    assert article_from_text(f"{BODY}\n\n{sentence}", outlet="Northgate Gazette", names=names).credits == credited


@pytest.mark.parametrize("outlet", ["AFP", "Agence France-Presse", "agence france presse"])
def test_the_outlet_does_not_credit_itself(names: NewsNames, outlet: str) -> None:
    text = f"{BODY}\n\nThe mayor told AFP that four had died.\n\nReuters and Agence France-Presse contributed to this report"
    assert article_from_text(text, outlet=outlet, names=names).credits == ("Reuters",)


def test_each_credit_stands_once_as_first_named(names: NewsNames) -> None:
    text = f"LAROV (AP) — {BODY}\n\nThe mayor told The Associated Press so.\n\nThe Associated Press contributed to this report."
    assert article_from_text(text, outlet="Northgate Gazette", names=names).credits == ("AP",)


def test_an_agency_among_the_authors_is_credited(names: NewsNames) -> None:
    found = article_from_text(BODY, outlet="Northgate Gazette", authors="Ana Moreau and AFP", names=names)
    assert (found.authors, found.credits) == (("Ana Moreau", "AFP"), ("AFP",))


def test_a_credit_line_that_is_cut_for_its_length_ends_with_a_word(names: NewsNames) -> None:
    text = f"Reuters contributed to this report\t{'0' * 58} 0"
    (found,) = credit_lines(text, names)
    assert text[slice(*found.span)] == text[:-2]
