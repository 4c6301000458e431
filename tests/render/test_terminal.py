"""The report on a terminal."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.model import Article, Report, Span
from gesta.render import table, terminal
from gesta.render.ink import Piece, paint, wrap
from gesta.render.visible import columns
from tests.render.odd_reports import empty, hostile, scripts
from tests.render.render_reports import MADE, border, event

SGR = re.compile(r"\x1b\[(0|[1-4]|3[0-7])(;(0|[1-4]|3[0-7]))*m")
REPORTS = [border(), hostile(), empty(), scripts()]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", [40, 72, 100, 160])
def test_lines_fit_the_width(report: Report, width: int) -> None:
    shown = terminal(report, width=width, colour=False)
    assert max(map(columns, shown.split("\n"))) <= width


@pytest.mark.parametrize("report", REPORTS)
def test_without_colour_there_is_no_escape(report: Report) -> None:
    assert "\x1b" not in terminal(report, colour=False)
    assert "\x1b" not in table(report)


@pytest.mark.parametrize("report", REPORTS)
def test_colour_is_sgr_alone_and_closed_on_its_line(report: Report) -> None:
    for line in terminal(report).split("\n"):
        assert "\x1b" not in SGR.sub("", line)
        assert line.count("\x1b[0m") * 2 == line.count("\x1b")


def test_colour_changes_nothing_else() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal(border())) == terminal(border(), colour=False)


def test_every_figure_stands_in_the_row_of_its_claimant() -> None:
    shown = terminal(border(), width=300, colour=False)
    row = next(line for line in shown.split("\n") if line.startswith("Nikol Pashinyan, prime minister"))
    assert "f1 killed ≥ 49 military [provisional]" in row


def test_many_sides_on_a_narrow_terminal_become_a_list() -> None:
    shown = terminal(border(), width=44, colour=False)
    assert "residents of Sotk\n  ARM.CVL: f5 displaced “Dozens” (≥ 24)" in shown


def test_background_stands_apart() -> None:
    before, _, after = terminal(border(), colour=False).partition("\nBackground\n")
    assert "f1 killed" in before
    assert "> 6,600" not in before
    assert "> 6,600" in after


def test_events_say_when_who_whom_where_and_by_whom() -> None:
    shown = terminal(border(), colour=False)
    assert re.search(
        r"e1 +12–13 Sep 2022 +Assault, heavy weapons: Azerbaijan → Armenia · Goris, Sotk\n +said by Ministry of Defence of Armenia · 93%",
        shown,
    )
    assert "mediated by Russia · said by Russia · 80%" in shown
    assert re.search(r"Armenia \[negated\]\n +said by Ministry of Defence of Azerbaijan · 71% · denies e1", shown)


def test_evidence_is_marked_and_brackets_balance() -> None:
    shown = terminal(border(), colour=False)
    assert "⟦Baku accused Armenian saboteurs of ⟦laying mines on supply roads near Laçın·e4⟧·e3⟧" in shown
    assert shown.count("⟦") == shown.count("⟧")


def test_the_text_is_whole_without_its_brackets() -> None:
    report = border()
    text = terminal(report, colour=False).partition("brackets·id⟧")[2].partition("Notes ─")[0]
    assert re.sub(r"(·[ef]\d+)+⟧|⟦|─", "", text).split() == report.article.text.split()


def test_synthetic_counts_and_warnings_are_told() -> None:
    shown = terminal(border(), colour=False)
    assert "SYNTHETIC SAMPLE" in shown
    assert "10 events · 7 figures · 10 statements · 1 leftover" in shown
    assert "! no-time-zone: The dateline names no time zone" in shown
    assert "SYNTHETIC" not in terminal(empty(), colour=False)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200), st.integers(1, 120), st.integers(0, 200), st.integers(0, 200))
def test_any_text_is_harmless(text: str, width: int, start: int, end: int) -> None:
    article = Article(text=text, title=text, outlet=text)
    report = Report(made=MADE, id="0", text_sha256="0", article=article, events=(event("e1", "AID", Span(start, end)),))
    shown = terminal(report, width=width, colour=False)
    assert not set(shown) & {chr(c) for c in (*range(10), *range(11, 32), *range(127, 160))}
    shown.encode("utf-8")


@given(st.lists(st.text(st.sampled_from("ab名 "), max_size=12), max_size=6), st.integers(2, 20))
def test_wrapping_keeps_the_words(texts: list[str], width: int) -> None:
    lines = wrap([Piece(t) for t in texts], width)
    assert "".join("".join(texts).split()) == "".join(paint(lines, False).split())
    assert all(columns(line) <= width for line in paint(lines, False).split("\n"))


def test_the_table_has_one_line_for_each_event_and_figure() -> None:
    report = border()
    lines = table(report).split("\n")
    assert sum(line.startswith(("e", "f")) for line in lines) == len(report.events) + len(report.figures)
    assert "f1  -                     killed     ≥ 49             ARM military" in table(report)
    assert re.search(r"^e4 +- +ASSAULT/explosives +ARM +AZE +Laçın, the supply roads +AZE +possible +48%$", table(report), re.MULTILINE)


def test_the_table_of_a_hostile_report_keeps_one_line_each() -> None:
    assert len(table(hostile()).splitlines()) == 2 + 2 + 2


def test_the_table_of_an_empty_report_is_empty() -> None:
    assert table(empty()) == ""


def test_a_report_of_figures_of_the_past_alone_says_so() -> None:
    report = border()
    past = dataclasses.replace(report, figures=report.figures[5:])
    shown = terminal(past, colour=False)
    assert "No figures of the news itself.\n\nBackground\nClaimant" in shown
    assert shown.count("Claimant") == 1


def test_words_retold_inside_their_own_evidence_are_marked_once() -> None:
    article = Article(text="The two fought a war.")
    fought = dataclasses.replace(event("e1", "ASSAULT", Span(0, 20)), mentions=(Span(14, 20), Span(0, 20)))
    shown = terminal(Report(made=MADE, id="0", text_sha256="0", article=article, events=(fought,)), colour=False)
    assert "⟦The two fought a war·e1⟧." in shown


def test_the_head_names_the_gazetteer_by_its_first_word() -> None:
    made = dataclasses.replace(MADE, gazetteer="e7ebf39dcf26 (255491 places; a source 3.0)")
    shown = terminal(dataclasses.replace(border(), made=made), width=200, colour=False)
    assert "gazetteer e7ebf39dcf26\n" in shown
