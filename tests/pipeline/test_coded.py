"""`gesta.code`: one text in, one report out, with the faces that a notebook wants."""

from __future__ import annotations

import json
from datetime import date

import pytest

import gesta
from gesta.errors import EmptyInput, NotEnglish
from gesta.model import Report

TEXT = "Azerbaijan said on Tuesday that 50 of its soldiers had been killed near Kalbajar."
FRENCH = "Le ministère de la défense a annoncé que cinquante soldats avaient été tués mardi dans les combats près de la frontière."


def test_a_text_gives_its_report() -> None:
    coded = gesta.code(TEXT, published="2022-09-13", title="Toll rises", outlet="Harbour Post")
    assert isinstance(coded.report, Report)
    assert [(figure.effect, figure.best) for figure in coded.figures] == [("killed", 50)]
    assert (coded.report.article.published, coded.report.article.title, coded.report.article.outlet) == (
        date(2022, 9, 13),
        "Toll rises",
        "Harbour Post",
    )
    assert [place.name for place in coded.places if place.mentions]
    assert {actor.code for actor in coded.actors} >= {"AZE"}
    assert coded.statements
    assert coded.events


def test_the_record_is_the_line() -> None:
    coded = gesta.code(TEXT)
    assert json.loads(coded.json) == coded.record
    assert coded.record["report"]["text"] == TEXT


def test_a_text_without_a_date_is_coded_with_a_warning() -> None:
    coded = gesta.code(TEXT)
    assert coded.report.article.published is None
    assert any("date" in warning.code for warning in coded.warnings)


def test_a_notebook_sees_the_text_and_a_shell_one_line() -> None:
    coded = gesta.code(TEXT, title="<b>Toll</b>")
    assert "Kalbajar" in coded._repr_html_()
    assert "<b>Toll</b>" not in coded._repr_html_()
    assert repr(coded).startswith("<gesta.Coded '<b>Toll</b>': ")


def test_what_cannot_be_coded_is_said() -> None:
    with pytest.raises(EmptyInput):
        gesta.code("  \n ")
    with pytest.raises(NotEnglish):
        gesta.code(FRENCH)
    assert gesta.code(FRENCH, force=True).report.article.text == FRENCH
