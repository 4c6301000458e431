from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, codes, said, told, words


def test_each_claimant_has_a_statement(code: Code) -> None:
    # Armenia said at least 36 of its soldiers were killed; Azerbaijan said it lost 21.
    assert said(code("two-tolls")) == [
        (("ARM",), "assert", "at least 36 of its soldiers were killed"),
        (("AZE",), "assert", "it lost 21"),
    ]


def test_he_is_the_last_speaker(code: Code) -> None:
    # Armenian Defence Minister Tigran Avetyan said that the border was calm. "We will hold our positions," he said.
    report = code("spoke-again")
    first, second = report.statements
    assert first.sources == second.sources
    assert said(report)[1] == (("ARM",), "promise", "We will hold our positions")


def test_it_is_the_body_that_spoke(code: Code) -> None:
    # The Armenian Defence Ministry said that Azerbaijan attacked Vardenis. It said that three soldiers were wounded.
    first, second = code("ministry-said").statements
    assert first.sources == second.sources


@pytest.mark.parametrize(
    ("name", "n", "quoted"), [("spoke-again", 0, "indirect"), ("spoke-again", 1, "direct"), ("we-will-attack", 0, "direct")]
)
def test_words_between_quotation_marks_are_direct(code: Code, name: str, n: int, quoted: str) -> None:
    assert code(name).statements[n].quoted == quoted


@pytest.mark.parametrize(("name", "stance"), [
    ("denied-shelling", "deny"),  # Rwanda denied that …
    ("planting-mines", "accuse"),  # Eritrea accused Ethiopia of …
    ("must-withdraw", "demand"),  # Azerbaijan said that Armenia must withdraw its troops.
    ("we-will-attack", "threaten"),  # "We will attack Port Sudan," …
    ("offices", "assert"),  # … said that Azerbaijan attacked Vardenis.
])  # fmt: skip
def test_the_cue_and_the_words_give_the_stance(code: Code, name: str, stance: str) -> None:
    assert code(name).statements[0].stance == stance


def test_content_is_the_words_attributed_without_source_and_cue(code: Code) -> None:
    # Rwanda denied that its troops shelled the town of Goma on Monday.
    assert said(code("denied-shelling")) == [(("RWA",), "deny", "its troops shelled the town of Goma on Monday")]


def test_the_cue_is_a_span_of_its_own(code: Code) -> None:
    report = code("rival-tolls")
    assert [words(report, s.cue) for s in report.statements if s.cue] == ["said", "said"]


def test_a_quotation_without_a_cue_goes_on_from_the_one_before(code: Code) -> None:
    # "Our soldiers will stay in Goma," the Congolese president said. "We ask our neighbours for nothing but peace."
    first, second = code("quotation-goes-on").statements
    assert (second.cue, second.continues, second.sources) == (None, first.id, first.sources)


def test_reports_without_an_author_hide_their_source(code: Code) -> None:
    # There were reports of shelling near Goma, but Rwanda said that the border was calm.
    report = code("reports-of")
    assert said(report) == [((), "assert", "shelling near Goma"), (("RWA",), "assert", "the border was calm")]
    assert told(report) == [Told("ASSAULT", (), ())]
    assert report.events[0].statements == ("s1",)


def test_a_medium_that_quotes_a_ministry_holds_the_ministrys_statement(code: Code) -> None:
    # Interfax quoted the Russian Defence Ministry as saying that Ukraine shelled Belgorod.
    report = code("reported-by")
    outer, inner = report.statements
    assert codes(report, outer.sources) == ("INTERFAX",)
    assert (inner.within, words(report, inner.content[0])) == (outer.id, "Ukraine shelled Belgorod")


def test_the_day_at_the_cue_is_the_day_of_speaking(code: Code) -> None:
    # Azerbaijan said on Tuesday that Armenian troops attacked its outposts.
    report = code("border-war")
    assert report.statements[0].date == "2022-09-13"
    assert report.events[0].time is None


def test_both_sides_speak_together(code: Code) -> None:
    # At least five Armenian soldiers and three Azerbaijani soldiers were killed on Monday, both sides said.
    report = code("border-war")
    assert sorted(filter(None, codes(report, report.statements[2].sources))) == ["ARM", "AZE"]
