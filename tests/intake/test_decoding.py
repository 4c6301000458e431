"""Bytes, characters and language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gesta.errors import InputError, NotEnglish
from gesta.intake import NewsNames, article_from_text
from gesta.model import Article
from tests.intake.bodies import BODY, GERMAN

QUOTED = f"“We hold Selm’s café,” the mayor said.\n\n{BODY}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(article: Callable[..., Article], encoding: str) -> None:
    found = article(QUOTED.encode(encoding))
    assert found.text == QUOTED
    assert [n.code for n in found.notices] == (["no-date"] if encoding == "utf-8-sig" else ["charset", "no-date"])


def test_statistics_find_a_foreign_encoding(article: Callable[..., Article]) -> None:
    russian = "Не менее четырёх человек погибли в четверг, когда снаряды упали на рынок Ларова, сообщило министерство внутренних дел. " * 8
    assert article(russian.encode("koi8_r"), force=True).text.strip() == russian.strip()


def test_one_broken_byte_in_utf_8(article: Callable[..., Article]) -> None:
    found = article("“Larov’s” ".encode() * 5 + b"\x92 " + BODY.encode())
    assert found.text.startswith("“Larov’s” " * 5 + "\ufffd ")
    assert "1 broken" in found.notices[0].text


def test_line_ends_and_control_characters(article: Callable[..., Article]) -> None:
    found = article(b"Shells\x1b[31m fell\x07.\r\nThey hit\rLarov\x0cand Selm.\t" + BODY.encode())
    assert found.text == f"Shells\ufffd[31m fell\ufffd.\nThey hit\nLarov\nand Selm.\t{BODY}"
    assert found.notices[0].text == "2 control characters of the input replaced by U+FFFD."


@pytest.mark.parametrize(
    "said", ["Çavus\u0327og\u0306lu", "🚀 fell on Larov 👩🏽‍🚒", "قال الجيش إن \u202bالقذائف\u202c", "Ye\u00adre\u200bvan\u00a0\u2028"]
)
def test_everything_else_stays(names: NewsNames, said: str) -> None:
    assert article_from_text(f"{said} {BODY}", names=names).text == f"{said} {BODY}"


def test_german_needs_force(names: NewsNames) -> None:
    with pytest.raises(NotEnglish, match="not English but German"):
        article_from_text(GERMAN, names=names)
    found = article_from_text(GERMAN, names=names, force=True)
    assert (found.language, [n.code for n in found.notices]) == ("de", ["not-english", "no-date"])


def test_short_texts_are_not_judged(names: NewsNames) -> None:
    assert article_from_text("Vier Tote in Larow", names=names).language is None
    assert article_from_text("Four dead in Larov", names=names, language="en-GB").language == "en"
    with pytest.raises(NotEnglish, match="its own"):
        article_from_text("Vier Tote in Larow", names=names, language="German")


def test_a_sure_detection_overrules_the_field(names: NewsNames) -> None:
    found = article_from_text(BODY, names=names, language="de")
    assert (found.language, [n.code for n in found.notices]) == ("en", ["language", "no-date"])
    with pytest.raises(NotEnglish):
        article_from_text(GERMAN * 3, names=names, language="en")


def test_an_unsure_detection_leaves_it_to_the_field(names: NewsNames) -> None:
    list_of_names = "Kruhlyakivka, Bohuslavka, Boriivska Andriivka, Kostyantynivka, Novopavlivka, Muravka, Novomykolaivka, Oleksiivka"
    assert article_from_text(list_of_names, names=names, language="en").language == "en"


@pytest.mark.parametrize("text", ["12 34", "?! ...", "\u0661\u0662"])
def test_no_letters(names: NewsNames, text: str) -> None:
    with pytest.raises(InputError, match="no letters"):
        article_from_text(text, names=names)
