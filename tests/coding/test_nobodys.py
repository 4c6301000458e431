"""Who speaks for nobody, though a state is named beside him; pronouns that count; media and offices of a state."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, by, said, tolls


@pytest.mark.parametrize(
    "name",
    [
        "nobodys-historian",  # The Israeli historian Dana Peled said …
        "nobodys-former-envoy",  # Peter Lang, the foreign ministry's former senior diplomat, said …
        "nobodys-union",  # Amal Idris, head of a union of tea sellers, said …
        "nobodys-centre",  # Carla Ruiz, vice president of the Harbour Press, said …
        "nobodys-organization",  # Rami Haddad, an analyst at the Mapping Team, a Sudanese organization, said …
        "nobodys-strategist",  # Omar Tahir, the Sudanese military thinker, said …
        "nobodys-commissioner",  # European Commissioner Luis Vega said …
    ],
)
def test_who_holds_no_office_of_a_state_is_no_claimant_of_it(code: Code, name: str) -> None:
    report = code(name)
    assert [(sources, words) for sources, _, words in said(report)] == [((None,), "the shelling had killed five people")]
    assert [by(report, f) for f in report.figures] == [(None,)]


def test_states_in_the_plural_are_not_the_articles_own(code: Code) -> None:
    # Iran tested two missiles on Monday. Gulf Arab states said that the missiles had hit a ship.
    assert said(code("gulf-states"))[-1][0] == (None,)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("programme-of-state", "IRN"),  # Reza Karimi, head of the country's missile command, said …
        ("he-and-officials", "UKR"),  # President Volodymyr Zelenskiy said … American officials said … He said …
        ("they-and-trader", "THA"),  # Thai police said … A trader said … They said …
        ("state-television", "IRN"),  # …, the state-run television said.
        ("army-radio", "ISRAELI ARMY RADIO"),  # Israel army radio said …
        ("health-officials-of", "PSE"),  # Palestinian health officials said …
        ("national-council", "USA"),  # National Security Council spokeswoman Laura Hill said …
    ],
)
def test_whose_words_these_are(code: Code, name: str, source: str) -> None:
    assert said(code(name))[-1][0] == (source,)


def test_a_toll_of_health_officials_is_their_states_claim(code: Code) -> None:
    # Palestinian health officials said that the shelling had killed five people in Rafah.
    assert [t.by for t in tolls(code("health-officials-of"))] == [("PSE",)]


def test_a_toll_that_is_condemned_is_taken_for_known(code: Code) -> None:
    # France condemned the killing of four engineers near Gao.
    assert [(t.best, t.by) for t in tolls(code("condemned-killing"))] == [(4, ())]
