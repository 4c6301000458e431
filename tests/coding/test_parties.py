from __future__ import annotations

import pytest

from gesta.coding.record_actors import office
from gesta.model import Actor, Report
from tests.coding.record_views import Code, Told, codes, said, told, words


def actor(report: Report, mention: str) -> Actor:
    """The one actor that a mention of these words stands for."""
    (found,) = [a for a in report.actors if mention in [words(report, m) for m in a.mentions]]
    return found


def test_a_capital_stands_for_its_government(code: Code) -> None:
    # Baku accused Yerevan of shelling its outposts on Monday.
    report = code("capitals")
    assert told(report)[0] == Told("ACCUSE", ("AZE",), ("ARM",))
    assert actor(report, "Baku").kind == "country"
    assert report.places == ()


def test_an_office_behind_a_name_gives_the_state(code: Code) -> None:
    # Tigran Avetyan, the Armenian defence minister, said that …
    minister = actor(code("offices"), "Tigran Avetyan")
    assert (minister.name, minister.kind, minister.code, minister.country) == ("Tigran Avetyan", "person", "ARM", "ARM")


def test_an_office_before_a_name_gives_the_state(code: Code) -> None:
    # The Georgian president, Nino Beridze, urged …
    president = actor(code("offices"), "The Georgian president")
    assert (president.name, president.kind, president.code) == ("Nino Beridze", "person", "GEO")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("'s prime minister", "prime minister"),
        ("the bloc 's policy chief", "bloc's policy chief"),
        ("his counterpart", "counterpart"),
        ("anaesthetist", "anaesthetist"),
        ("the", "the"),
        (None, None),
    ],
)
def test_an_office_is_named_without_article_or_owner(said: str | None, role: str | None) -> None:
    assert office(said) == role


def test_a_title_before_a_name_is_the_role(code: Code) -> None:
    # Russian Foreign Minister Oleg Pavlov met …
    minister = actor(code("counterpart"), "Russian Foreign Minister Oleg Pavlov")
    assert (minister.code, minister.role, minister.sector) == ("RUS", "foreign minister", "GOV")


def test_a_counterpart_is_of_his_own_state(code: Code) -> None:
    # … met his Armenian counterpart in Sochi on Monday.
    assert told(code("counterpart")) == [Told("CONSULT", ("RUS", "ARM"), ())]


def test_both_sides_are_the_two_that_the_article_is_about(code: Code) -> None:
    # Armenian and Azerbaijani troops clashed near Vardenis on Monday. Both sides agreed to a ceasefire.
    report = code("both-sides")
    assert Told("AGREE", ("ARM", "AZE"), ()) in told(report)
    assert said(report) == [(("ARM", "AZE"), "promise", "to a ceasefire")]


def test_nationals_are_civilians_and_police_are_the_state(code: Code) -> None:
    # Two Palestinians and a Jordanian police officer were killed in Nablus on Monday.
    assert told(code("palestinians")) == [Told("ASSAULT", (), ("PSE.CVL", "JOR"))]


def test_unnamed_militants_of_a_nationality_are_its_rebels(code: Code) -> None:
    # Palestinian militants fired rockets at Israel on Monday.
    report = code("rockets")
    assert told(report) == [Told("ASSAULT", ("PSE.REB",), ("ISR",))]
    assert actor(report, "Palestinian militants").kind == "armed-group"


@pytest.mark.parametrize(("name", "mention", "code_", "sector"), [
    ("ambush", "Al-Shabaab fighters", "AL-SHABAAB", "REB"),
    ("ambush", "a Kenyan patrol", "KEN", "MIL"),
    ("risen-toll", "police", "KEN", "COP"),
    ("ministry-said", "The Armenian Defence Ministry", "ARM", "GOV"),
    ("we-will-attack", "the RSF", "RSF", "REB"),
])  # fmt: skip
def test_forces_and_ministries_are_branches_of_their_side(code: Code, name: str, mention: str, code_: str, sector: str) -> None:
    found = actor(code(name), mention)
    assert (found.code, found.sector) == (code_, sector)


def test_it_goes_back_to_the_ministry_that_spoke(code: Code) -> None:
    # The Armenian Defence Ministry said that … It said that three soldiers were wounded.
    report = code("ministry-said")
    assert actor(report, "It") == actor(report, "The Armenian Defence Ministry")


def test_he_goes_back_to_the_minister_who_spoke(code: Code) -> None:
    # Armenian Defence Minister Tigran Avetyan said that the border was calm. "We will hold our positions," he said.
    report = code("spoke-again")
    assert actor(report, "he") == actor(report, "We") == actor(report, "Armenian Defence Minister Tigran Avetyan")


def test_they_go_back_to_the_soldiers_who_attacked(code: Code) -> None:
    # In 2009, Chadian soldiers attacked a Sudanese base. They shelled the base with mortars.
    assert told(code("carried-over"))[-1] == Told("ASSAULT", ("TCD",), ("SDN",))


def test_an_ally_in_apposition_is_a_relation(code: Code) -> None:
    # Turkey, an ally of Azerbaijan, condemned the attack.
    report = code("ally")
    (relation,) = report.relations
    assert (relation.kind, *codes(report, (relation.source, relation.target))) == ("ally", "TUR", "AZE")


def test_people_without_a_public_office_are_named_for_those_who_must_hide_them(code: Code) -> None:
    # … General Jean Kabeya … Paul Ilunga, …
    report = code("wire-report")
    assert [words(report, span) for span in report.people] == ["Paul Ilunga"]
    assert code("offices").people == ()


def test_words_beside_a_name_outweigh_the_register_and_the_conflict_is_a_leftover(code: Code) -> None:
    # Armenian defence minister Zakir Hasanov said … (the register has him as Azerbaijan's.)
    report = code("office_at_odds")
    assert [a.code for a in report.actors if a.name == "Zakir Hasanov"] == ["ARM"]
    assert "office: the article puts Zakir Hasanov to ARM, the register to AZE" in [left.why for left in report.leftovers]
