"""The page: self-contained, inert, whole."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.model import Article, Report, Span, Statement, to_record
from gesta.render import fragment, page
from gesta.render.register import coded
from gesta.render.visible import page_text
from tests.render.html_reader import Element, of_class, read
from tests.render.odd_reports import NASTY, empty, hostile, pacific, scripts
from tests.render.render_reports import MADE, border, event, figure

ALL = [border(), hostile(), empty(), scripts(), pacific()]
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping", "cite", "xlink:href", "srcdoc"}


def refers_outside(element: Element) -> bool:
    """True when a browser would load something for this element."""
    href = element.attributes.get("href", "")
    linked = element.tag not in ("a",) and href and not href.startswith("data:")
    return bool(linked or LOADING & element.attributes.keys())


@pytest.mark.parametrize("reports", [*([r] for r in ALL), ALL, []])
def test_nothing_is_loaded_and_nothing_runs_but_our_own(reports: list[Report]) -> None:
    elements = read(page(reports))
    assert not [e for e in elements if refers_outside(e)]
    assert {e.tag for e in elements}.isdisjoint({"img", "iframe", "object", "embed", "base", "audio", "video", "use", "image", "form"})
    assert not [a for e in elements for a in e.attributes if a.startswith("on") or a == "style"]
    assert [e.attributes.get("type") for e in elements if e.tag == "script"] == ["application/json", None]
    assert len([e for e in elements if e.tag == "style"]) == 1


@pytest.mark.parametrize("html", [page(ALL), fragment(border()), fragment(hostile())])
def test_links_lead_to_anchors_or_the_web_and_tell_nothing(html: str) -> None:
    for anchor in (e for e in read(html) if e.tag == "a"):
        href = anchor.attributes["href"]
        if not href.startswith("#"):
            assert urlsplit(href).scheme in ("http", "https")
            assert "noreferrer" in anchor.attributes["rel"]


def test_the_styles_load_nothing() -> None:
    (style,) = [e for e in read(page([border()])) if e.tag == "style"]
    assert not re.search(r"url\(|@import|@font-face|expression", style.text)


def test_the_policy_admits_exactly_what_is_there() -> None:
    elements = read(page(ALL))
    (policy,) = [e.attributes["content"] for e in elements if e.attributes.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"
    for directive, tag in (("script-src", "script"), ("style-src", "style")):
        (inline,) = [e.text for e in elements if e.tag == tag and "type" not in e.attributes]
        assert rules[directive] == f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


def test_the_policy_stands_before_style_and_script() -> None:
    html = page([border()])
    assert html.index("Content-Security-Policy") < html.index("<style") < html.index("<script")


def test_hostile_strings_are_text() -> None:
    elements = read(page([hostile()]))
    (title,) = [e for e in elements if e.tag == "h1"]
    assert title.text == NASTY.replace("\x1b", "␛").replace("\x00", "␀").replace("\x9b", "�").replace("\u202e", "�").replace("\u202c", "�")
    assert not [e for e in elements if e.attributes.get("href", "").startswith("javascript:")]
    assert any(e.text == "javascript:alert(3)" for e in elements)
    assert not [e for e in elements if "onload" in e.attributes or "onclick" in e.attributes]


@pytest.mark.parametrize("reports", [[hostile()], ALL])
def test_the_records_travel_with_the_page(reports: list[Report]) -> None:
    (block,) = [e for e in read(page(reports)) if e.attributes.get("id") == "records"]
    assert not set("<>&\u2028\u2029") & set(block.text)
    assert json.loads(block.text) == [to_record(r) for r in reports]


@pytest.mark.parametrize("report", [border(), scripts(), pacific()])
@pytest.mark.parametrize("render", [lambda r: page([r]), fragment])
def test_the_text_stands_there_exactly(report: Report, render: object) -> None:
    assert callable(render)
    (text,) = of_class(read(render(report)), "passages")
    assert text.text == report.article.text


TEXTS = st.text(st.characters(), max_size=80)
SPANS = st.builds(Span, st.integers(-5, 90), st.integers(-5, 90))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(SPANS, min_size=3, max_size=3))
def test_any_text_with_any_spans_is_kept_code_point_for_code_point(text: str, spans: list[Span]) -> None:
    report = Report(
        made=MADE,
        id="0",
        text_sha256="0",
        article=Article(text=text),
        events=(event("e1", "AID", spans[0]),),
        figures=(figure("f1", "killed", 1, 1, 1, "exact", border().figures[0].victims, spans[1]),),
        statements=(Statement(id="s1", key="0", sources=(), cue=spans[2], content=(spans[0],), stance="assert", quoted="direct"),),
    )
    html = page([report])
    html.encode("utf-8")
    (shown,) = of_class(read(html), "passages")
    assert shown.text == page_text(text)


def test_every_item_of_the_record_appears() -> None:
    report = border()
    elements = read(page([report]))
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for layer in (report.actors, report.places, report.statements, report.events, report.figures):
        assert {f"r1-{item.id}" for item in layer} <= set(ids)
    (rest,) = of_class(elements, "colophon")
    told = ["f3 part of f2 among them three officers", "Russia is an ally of ●Armenia", "no-time-zone", "left Sotk displacement without an"]
    for words in (*told, "gesta 0.1.0", "parse-5c1e", "2f8e01", "90cc1a", "language en"):
        assert words in rest.text


def test_text_and_lists_are_linked_both_ways() -> None:
    report = border()
    elements = read(page([report]))
    at = {e.attributes["id"]: e for e in elements if "id" in e.attributes}
    for ref in (*(item.id for item in coded(report)), *(s.id for s in report.statements)):
        assert at[f"t-r1-{ref}"].attributes["href"] == f"#r1-{ref}"
        assert f"#t-r1-{ref}" in [e.attributes.get("href") for e in at[f"r1-{ref}"].inside]


def test_every_link_inside_the_page_arrives() -> None:
    elements = read(page([border(), scripts(), pacific()]))
    ids = {e.attributes["id"] for e in elements if "id" in e.attributes}
    assert {e.attributes["href"][1:] for e in elements if e.attributes.get("href", "").startswith("#")} <= ids


def test_overlapping_evidence_knows_all_its_items_and_roles() -> None:
    runs = of_class(of_class(read(page([border()])), "passages")[0].inside, "seg")
    mines = next(e for e in runs if e.text.startswith("laying mines"))
    assert {"r1-e3", "r1-e4", "r1-s6"} <= set(mines.attributes["data-i"].split())
    assert {"ev", "ev-2", "st"} <= set(mines.classes)
    (struck,) = [e for e in runs if e.text == "struck"]
    assert struck.attributes["data-r"] == "r1-e1:trigger"
    assert {"ev", "st"} <= set(struck.classes)


def test_background_is_marked_in_text_matrix_and_lists() -> None:
    elements = read(page([border()]))
    assert [e.text for e in of_class(elements, "fi-b") if "seg" in e.classes] == [
        "More than 6,600 people died",
        "between 20,000 and 30,000 people were killed",
    ]
    (past,) = [e for e in elements if e.tag == "tbody" and "past" in e.classes and "6,600" in e.text]
    assert "≥ 49" not in past.text
    assert "past" in next(e for e in elements if e.attributes.get("id") == "r1-e8").classes


def test_the_synthetic_mark_is_there_only_for_samples() -> None:
    assert [e.text for e in of_class(read(page([border()])), "ribbon")] == [
        "Synthetic sample: written for demonstration, not a news report"
    ]
    news = dataclasses.replace(border(), article=dataclasses.replace(border().article, synthetic=False))
    assert not of_class(read(page([news])), "ribbon")
    assert not of_class(read(fragment(news)), "ribbon")


def test_many_reports_have_an_index_and_one_row_for_each_claimant_and_report() -> None:
    reports = [border(), pacific(), scripts(), dataclasses.replace(border(), id="f" * 64)]
    elements = read(page(reports, title="One week"))
    assert next(e for e in elements if e.tag == "h1").text == "One week"
    (index,) = of_class(elements, "index")
    assert [e.attributes["href"] for e in index.inside if e.tag == "a"] == ["#r1-top", "#r2-top", "#r3-top", "#r4-top"]
    whole = of_class(elements, "matrix")[0]
    rows = [e.text for e in whole.inside if e.tag == "tr" and "Nikol Pashinyan" in e.text]
    assert len(rows) == 2
    assert all("13 Sep 2022 Example Courier" in row and "≥ 49 killed" in row for row in rows)
    assert "98" not in whole.text
    assert len([e for e in elements if "fold" in e.classes]) == 4


def test_the_same_reports_give_the_same_page() -> None:
    assert page(ALL) == page(ALL)


def test_language_and_direction_of_the_text() -> None:
    (text,) = of_class(read(page([scripts()])), "passages")
    assert (text.attributes["lang"], text.attributes["dir"]) == ("ar", "auto")
    assert all(e.attributes["dir"] == "auto" for e in text.inside if e.tag == "p")
    assert "lang" not in of_class(read(page([hostile()])), "passages")[0].attributes


def test_a_place_is_disputed_only_when_several_claim_it() -> None:
    report = border()
    one = dataclasses.replace(report.places[0], claimed_by=("ARM",))
    rows = {
        e.attributes.get("id"): e.text for e in read(page([dataclasses.replace(report, places=(one, *report.places[1:]))])) if e.tag == "tr"
    }
    assert "disputed: claimed by AZE and NKR" in rows["r1-p3"]
    assert "claimed" not in rows["r1-p1"]


def test_sides_differ_by_shape_not_by_colour_alone() -> None:
    marks = {e.text for e in of_class(read(page([border()])), "mark")}
    assert marks == {"●", "■", "○", "▲"}


def test_the_fragment_stands_for_itself() -> None:
    elements = read(fragment(border()))
    assert elements[0].classes == ["gesta-fragment"]
    assert elements[0].inside == elements[1:]
    assert "script" not in {e.tag for e in elements}
    (style,) = [e.text for e in elements if e.tag == "style"]
    selectors = [s for rule in re.findall(r"([^{}]+)\{[^}]*\}", style) for s in re.sub(r"\([^)]*\)", "", rule).split(",")]
    assert selectors
    assert all(s.strip().startswith(".gesta-fragment") for s in selectors)


def test_two_fragments_do_not_share_anchors() -> None:
    first, second = ({e.attributes["id"] for e in read(fragment(r)) if "id" in e.attributes} for r in (border(), pacific()))
    assert first
    assert not first & second
