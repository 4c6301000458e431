"""Who claims a number, and which numbers nobody claims."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Toll, codes, said, tolls


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("security-sources", "KEN"),  # Kenyan security sources said that …
        ("claiming-spokesman", "TALIBAN"),  # A man claiming to be a Taliban spokesman said that …
        ("council-in-capital", "GEO"),  # The Security Council in Tbilisi said that …
        ("the-bloc", "ECOWAS"),  # ECOWAS sent observers to Bissau. The bloc said that …
        ("other-spelling", "TCD"),  # Colonel Idris Mansouri, a Chadian army spokesman, … Mansuri said that …
        ("named-later", "TALIBAN"),  # A spokesman for the Taliban said … "We lost four men," Abdul Rahim Noori said.
    ],
)
def test_a_source_is_put_to_the_side_it_speaks_for(code: Code, name: str, source: str) -> None:
    report = code(name)
    assert codes(report, report.statements[-1].sources) == (source,)


def test_the_dead_do_not_say_that_they_are_dead(code: Code) -> None:
    # More than 300 people are now known to have died in the Sudanese town of Nyala.
    report = code("known-dead")
    assert said(report) == []
    assert tolls(report) == [Toll("killed", 300, 300, None, "SDN.CVL")]


@pytest.mark.parametrize(("name", "why"), [
    ("paper-corrected", "a number that its source takes back"),  # One newspaper printed that 80 had died, and corrected itself.
    ("no-evidence", "a number told to say that nothing shows it"),  # The monitors found no evidence for claims that hundreds …
    ("denied-deaths", "a number that is denied"),  # Rwanda denied that 40 of its soldiers were killed.
])  # fmt: skip
def test_a_number_that_nobody_stands_by_is_no_figure(code: Code, name: str, why: str) -> None:
    report = code(name)
    assert tolls(report) == []
    assert why in {left.why for left in report.leftovers}


def test_a_correction_is_no_claim_of_the_wrong_number(code: Code) -> None:
    # Kenya said that 21 … An earlier version of this article said that 30 Kenyan soldiers had been killed.
    report = code("earlier-version")
    assert tolls(report) == [Toll("killed", 21, 21, 21, "KEN", ("KEN",))]
    assert report.statements[1].sources == ()


def test_one_number_of_dead_and_missing_has_an_effect_of_its_own(code: Code) -> None:
    # Mali said that 60 of its soldiers were killed or went missing near Menaka.
    assert tolls(code("killed-or-missing")) == [Toll("killed_or_missing", 60, 60, 60, "MLI", ("MLI",))]


def test_two_numbers_of_dead_and_missing_stay_apart(code: Code) -> None:
    # Mali said that 12 soldiers were killed and three missing near Menaka.
    assert [(t.effect, t.best) for t in tolls(code("killed-and-missing-apart"))] == [("killed", 12), ("missing", 3)]


def test_a_group_with_a_participle_of_its_own_is_not_counted_for_the_verb_before(code: Code) -> None:
    # … no fewer than 900 people had been displaced and four civilians wounded.
    assert [(t.effect, t.best) for t in tolls(code("displaced-and-wounded"))] == [("displaced", 900), ("wounded", 4)]
