"""Who claims what."""

from __future__ import annotations

import dataclasses

from gesta.model import Report, Span, Statement
from gesta.render.ledger import ledger
from gesta.render.register import UNNAMED, Register, joined
from tests.render.odd_reports import empty, hostile
from tests.render.render_reports import border, said


def with_statements(*statements: Statement) -> Report:
    """The border report with other statements."""
    return dataclasses.replace(border(), statements=statements)


def test_a_speaker_is_named_with_the_office() -> None:
    assert Register(border()).claim(("s2",)) == "Nikol Pashinyan, prime minister"


def test_an_office_that_the_name_says_is_not_said_twice() -> None:
    report = border()
    doctor = dataclasses.replace(report.actors[5], role="doctor")
    assert Register(dataclasses.replace(report, actors=(doctor,))).speaker("a6") == "a doctor in Goris"


def test_two_of_one_name_are_told_apart_by_their_codes() -> None:
    report = border()
    french, malian = (
        dataclasses.replace(report.actors[0], id=f"b{n}", name="The representative", code=code) for n, code in enumerate(("FRA", "MLI"))
    )
    both = Register(dataclasses.replace(report, actors=(french, malian)))
    assert [both.actor("b0"), both.actor("b1")] == ["The representative (FRA)", "The representative (MLI)"]
    assert Register(dataclasses.replace(report, actors=(french,))).actor("b0") == "The representative"


def test_what_no_statement_carries_is_the_outlets_own() -> None:
    (own,) = Register(border()).claimants(())
    assert own.own
    assert own.label == "the outlet itself (Example Courier, crediting Reuters)"


def test_a_hidden_source_stays_hidden() -> None:
    assert Register(with_statements(said("s1", (), None, Span(0, 4)))).claim(("s1",)) == UNNAMED


def test_quotation_inside_quotation_names_both() -> None:
    outer, inner = said("s1", ("a8",), None, Span(0, 9)), said("s2", ("a4",), None, Span(0, 4))
    register = Register(with_statements(outer, dataclasses.replace(inner, within="s1")))
    assert register.claim(("s2",)) == "Nikol Pashinyan, prime minister, quoted by Russia"


def test_statements_that_stand_inside_each_other_end() -> None:
    one, two = said("s1", ("a1",), None, Span(0, 9)), said("s2", ("a2",), None, Span(0, 4))
    register = Register(with_statements(dataclasses.replace(one, within="s2"), dataclasses.replace(two, within="s1")))
    assert register.claim(("s1",)) == "Armenia, quoted by Azerbaijan"


def test_a_joint_source_has_no_code_of_one_side() -> None:
    (both,) = Register(with_statements(said("s1", ("a1", "a2"), None, Span(0, 9)))).claimants(("s1",))
    assert (both.label, both.code) == ("Armenia and Azerbaijan", None)


def test_sides_have_names() -> None:
    register = Register(border())
    assert [register.side(c) for c in ("ARM", "ARM.CVL", "XYZ", None)] == ["Armenia", "Armenia, civilians", "XYZ", "side not said"]


def test_the_ledger_keeps_every_figure_with_its_claimant_and_background_apart() -> None:
    report = border()
    book = ledger(Register(report))
    assert book.sides == ("ARM", "AZE", "ARM.CVL", None)
    assert [[f.id for f in cell] for cell in book.news[1].cells] == [[], ["f2", "f3"], [], []]
    assert [f.id for row in book.news for cell in row.cells for f in cell] == ["f1", "f2", "f3", "f4", "f5"]
    assert [f.id for row in book.background for cell in row.cells for f in cell] == ["f6", "f7"]
    assert [row.claimant.own for row in book.background] == [True]


def test_a_figure_of_two_claimants_stands_in_both_rows() -> None:
    report = border()
    shared = dataclasses.replace(report.figures[0], statements=("s2", "s5"))
    book = ledger(Register(dataclasses.replace(report, figures=(shared,))))
    assert [row.claimant.code for row in book.news] == ["ARM", "AZE"]
    assert all(row.cells == ((shared,),) for row in book.news)


def test_missing_ids_are_answered_with_themselves() -> None:
    register = Register(hostile())
    assert (register.actor("a404"), register.place("p404"), register.claim(("s404",))) == ("a404", "p404", "s404")


def test_empty_report_has_an_empty_ledger() -> None:
    assert ledger(Register(empty())).sides == ()


def test_joined() -> None:
    assert [joined(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
