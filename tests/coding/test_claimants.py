"""Whose word a statement and a number are: private bodies, titles beside names, whom "he" and "them" mean, whose dead a side counts."""

from __future__ import annotations

from tests.coding.record_views import Code, Toll, said, tolls


def sources(code: Code, name: str) -> list[tuple[str | None, ...]]:
    """Who makes each statement of an article."""
    return [who for who, _, _ in said(code(name))]


def test_who_works_for_a_hospital_a_company_or_a_union_speaks_for_no_state(code: Code) -> None:
    # The director of the hospital, Amadou Keita, said … A French oil company said …
    assert sources(code, "hospital-director") == [(None,), (None,)]
    # The National Association of Fishermen's Families in Georgia said …
    assert sources(code, "veterans-association") == [("NATIONAL ASSOCIATION OF FISHERMEN'S FAMILIES",)]


def test_who_works_for_a_body_speaks_for_it_by_whatever_title(code: Code) -> None:
    # Amnesty International said … Its Kenya researcher, Mary Otieno, said …
    assert sources(code, "its-director") == [("AMNESTY",), ("AMNESTY",)]
    # Colonel Jean Mbala, who commands the M23 fighters in the town of Goma, told reporters …
    assert sources(code, "who-commands") == [("M23",)]


def test_a_title_beside_a_name_is_no_second_speaker(code: Code) -> None:
    # The African Union said … Captain Daniel Mwangi, its spokesman, said …
    assert sources(code, "captain-its-spokesman") == [("AU",), ("AU",)]


def test_a_capital_that_opens_the_sentence_says_whose_the_minister_is(code: Code) -> None:
    # Ethiopia said its army would stay in Zalambessa. In Asmara, Information Minister Yemane Tesfay said …
    assert sources(code, "opens-with-capital")[-1] == ("ERI",)


def test_diplomats_are_not_of_the_country_where_they_are(code: Code) -> None:
    # Diplomats in Niger said …
    assert sources(code, "diplomats-posted") == [(None,)]


def test_he_is_who_acted_in_the_sentence_before(code: Code) -> None:
    # A doctor there said … President Carlos Mejia flew to Cali on Saturday. He said …
    assert sources(code, "visited-and-said") == [(None,), ("COL",)]


def test_an_organ_with_a_long_name_is_of_the_state_at_its_end(code: Code) -> None:
    # The Ministry of Internal Affairs of Georgia said …
    assert sources(code, "long-ministry") == [("GEO",)]


def test_losses_put_at_two_numbers_are_both_claimed(code: Code) -> None:
    # General Pedro Salas put his army's own losses in Colombia at nine dead and 31 wounded.
    assert tolls(code("put-at-two-numbers")) == [Toll("killed", 9, 9, 9, "COL", ("COL",)), Toll("wounded", 31, 31, 31, "COL", ("COL",))]


def test_whom_we_have_killed_are_the_adversaries(code: Code) -> None:
    # The army of Chad pushed back Boko Haram rebels … "We have killed 15 of them," General Ali Kader of the Chadian army said.
    assert tolls(code("those-of-them")) == [Toll("killed", 15, 15, 15, "BOKO HARAM", ("TCD",))]
    # The Rapid Support Forces said … that the movement had lost 12 fighters.
    assert tolls(code("lost-two-fighters")) == [Toll("killed", 12, 12, 12, "RSF", ("RSF",))]


def test_parts_of_a_toll_stand_far_from_it_before_it_or_behind_its_noun(code: Code) -> None:
    # … killing 11 people. Among the dead were two nurses and a driver.
    assert [(t.best, t.code) for t in tolls(code("among-the-dead-were"))] == [(11, "KEN.CVL"), (2, "KEN.CVL"), (1, "KEN.CVL")]
    # … counted 33 bodies in a burned warehouse, among them nine women.
    assert [t.best for t in tolls(code("far-among-them"))] == [33, 9]
    # The Kenyan government confirmed 14 deaths, including four policemen.
    assert [(t.best, t.code) for t in tolls(code("deaths-including"))] == [(14, "KEN.CVL"), (4, "KEN")]


def test_lives_are_claimed_and_wounds_treated(code: Code) -> None:
    # The raid claimed the lives of 17 villagers in Mali on Monday.
    assert tolls(code("lives-of")) == [Toll("killed", 17, 17, 17, "MLI.CVL")]
    # In the Kenyan town of Lamu 24 people were treated for wounds on Tuesday.
    assert tolls(code("treated-for-wounds")) == [Toll("wounded", 24, 24, 24, "KEN.CVL")]


def test_people_are_of_where_they_fled_from_and_not_of_a_hospitals_namesake(code: Code) -> None:
    # Some 4,000 people fled to Uganda on Monday from Kenya, the Kenyan interior ministry said.
    assert tolls(code("fled-to")) == [Toll("displaced", None, 4000, None, "KEN.CVL", ("KEN",))]
    # Doctors at the Aberdeen Hospital in Sierra Leone said that 21 people had died in the shelling.
    assert tolls(code("named-after"))[0].code == "SLE.CVL"


def test_a_ministry_counts_people_of_its_own(code: Code) -> None:
    # Armenia and Azerbaijan traded fire … The Armenian health ministry said … five people had been killed and 60 residents … wounded.
    assert [t.code for t in tolls(code("ministry-counts-its-own"))] == ["ARM.CVL", "ARM.CVL"]
