from __future__ import annotations

from gesta.coding.tolls import by_head
from tests.coding.record_views import Code, Toll, tolls, words


def test_each_claimant_tells_the_losses_of_its_side(code: Code) -> None:
    # Armenia said at least 36 of its soldiers were killed; Azerbaijan said it lost 21.
    report = code("two-tolls")
    assert tolls(report) == [Toll("killed", 36, 36, None, "ARM", ("ARM",)), Toll("killed", 21, 21, 21, "AZE", ("AZE",))]
    assert [(f.qualifier, f.victims.who) for f in report.figures] == [("at_least", "military"), ("exact", "military")]


def test_at_least_belongs_to_the_first_number_alone(code: Code) -> None:
    # At least 22 civilians were killed and 10 wounded.
    report = code("killed-and-wounded")
    assert [(f.effect, f.low, f.best, f.high, f.qualifier) for f in report.figures] == [
        ("killed", 22, 22, None, "at_least"),
        ("wounded", 10, 10, 10, "exact"),
    ]


def test_a_bare_number_has_the_victims_of_the_one_before(code: Code) -> None:
    killed, wounded = code("killed-and-wounded").figures
    assert killed.victims == wounded.victims
    assert wounded.victims.who == "civilian"


def test_officers_among_soldiers_are_a_figure_of_their_own(code: Code) -> None:
    # The Malian army said that 14 soldiers, including three officers, were killed near Gao.
    report = code("including-officers")
    assert tolls(report) == [Toll("killed", 14, 14, 14, "MLI", ("MLI",)), Toll("killed", 3, 3, 3, "MLI", ("MLI",))]
    assert report.figures[1].victims.kinds == ("officer",)


def test_no_casualties_is_zero(code: Code) -> None:
    # There were no casualties.
    assert [(f.effect, f.low, f.best, f.high) for f in code("no-casualties").figures] == [("casualties", 0, 0, 0)]


def test_dozens_are_two_dozen_or_more(code: Code) -> None:
    # Dozens of people were wounded in Khartoum on Monday.
    (figure,) = code("dozens").figures
    assert (figure.effect, figure.low, figure.best, figure.high, figure.qualifier) == ("wounded", 24, None, None, "order")
    assert figure.victims.code == "SDN.CVL"


def test_nationals_and_an_officer_are_two_figures(code: Code) -> None:
    # Two Palestinians and a Jordanian police officer were killed in Nablus on Monday.
    report = code("palestinians")
    assert tolls(report) == [Toll("killed", 2, 2, 2, "PSE.CVL"), Toll("killed", 1, 1, 1, "JOR")]
    assert [f.victims.who for f in report.figures] == ["unknown", "military"]


def test_those_who_fled_are_displaced(code: Code) -> None:
    # Hundreds of families fled to the hills.
    assert [(f.effect, f.low, f.best) for f in code("told-twice").figures] == [("displaced", 200, None)]


def test_soldiers_killed_in_an_attack_are_the_attacked(code: Code) -> None:
    # Al-Shabaab fighters ambushed a Kenyan patrol near Mandera on Monday, killing two soldiers.
    assert tolls(code("ambush")) == [Toll("killed", 2, 2, 2, "KEN")]


def test_a_toll_that_rises_is_cumulative(code: Code) -> None:
    # Police in Mombasa said 12 people were killed. The death toll rose to 15 on Tuesday, police said.
    assert [(f.best, f.cumulative) for f in code("risen-toll").figures] == [(12, False), (15, True)]


def test_the_spans_show_number_and_effect(code: Code) -> None:
    report = code("two-tolls")
    spans = report.figures[0].spans
    assert [words(report, s) for s in (*spans.number, *spans.effect, *spans.cue)] == ["at least 36", "killed", "said"]


def test_up_to_is_a_ceiling_and_about_has_no_bounds(code: Code) -> None:
    # Russia said that up to 80 Ukrainian soldiers were killed and about 200 wounded.
    report = code("up-to-and-about")
    assert tolls(report) == [Toll("killed", None, 80, 80, "UKR", ("RUS",)), Toll("wounded", None, 200, None, "UKR", ("RUS",))]
    assert [f.qualifier for f in report.figures] == ["at_most", "about"]


def test_phrases_of_the_codebook_by_their_first_word() -> None:
    assert by_head(("kill", "take hostage", "take")) == {"kill": [()], "take": [("hostage",), ()]}
