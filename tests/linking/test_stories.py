"""Reports grouped by the event that they tell of."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from gesta.linking.printings import Printing
from gesta.linking.profiles import profiles, stem, term
from gesta.linking.stories import Grouping, grouped, stories
from tests.linking.wire_story import LEAD, OTHER, TOLL, WIRE, printed

QUAKES = [
    printed(
        "q1", "An earthquake of magnitude 6.1 killed 24 people in Aceh. Houses in Bener Meriah collapsed, the agency BNPB said in Jakarta."
    ),
    printed("q2", "Rescuers dug with their hands in Bener Meriah, where the Aceh quake left 24 dead. BNPB gave its magnitude as 6.1."),
    printed(
        "q3",
        "An earthquake struck near Bushehr in Iran and killed 37 people. The clinic of Shonbeh was damaged, state radio in Tehran said.",
    ),
    printed(
        "q4",
        "In Shonbeh families slept outdoors after an earthquake. Tehran counts 37 dead and sent tents to Bushehr, where a reactor stands.",
    ),
]


def groups(reports: list[Printing]) -> set[tuple[str, ...]]:
    return {story.reports for story in stories(reports)}


def test_two_events_of_one_kind_are_told_apart_by_names_and_numbers() -> None:
    assert groups(QUAKES) == {("q1", "q2"), ("q3", "q4")}


def test_a_report_in_other_words_is_in_the_story() -> None:
    assert groups([printed("wire", WIRE), printed("other", OTHER), *QUAKES]) == {("other", "wire"), ("q1", "q2"), ("q3", "q4")}


def test_reports_of_other_weeks_are_other_stories() -> None:
    assert groups([printed("a", WIRE, day=1), printed("b", WIRE, day=20)]) == {("a",), ("b",)}


def test_an_unknown_day_is_near_every_day() -> None:
    assert groups([printed("a", WIRE, day=1), replace(printed("b", WIRE), published=None)]) == {("a", "b")}


def test_the_answer_does_not_hang_on_the_order() -> None:
    reports = [printed("wire", WIRE), printed("other", OTHER), *QUAKES[:3]]
    assert len({stories(order) for order in permutations(reports)}) == 1


def test_a_story_names_the_terms_that_its_reports_share() -> None:
    (story,) = stories([printed("a", f"{LEAD} {TOLL}"), printed("b", f"{TOLL} {LEAD}")])
    assert story.id == "a"
    assert {"azerbaijani", "armenian"} & set(story.terms)


def test_what_an_outlet_prints_under_everything_tells_nothing_apart() -> None:
    house = [printed(f"h{n}", f"Kestrel Newsdesk Harbour Bulletin. Item{n * 'x'} Place{n * 'y'}.", outlet="Kestrel") for n in range(30)]
    found = profiles(house)
    assert found.likeness("h1", "h2") < profiles([replace(p, outlet=p.id) for p in house]).likeness("h1", "h2")


def test_nothing_and_a_text_in_capitals_can_be_grouped() -> None:
    assert groups([]) == set()
    assert groups([printed("a", ""), printed("b", WIRE.upper()), printed("c", WIRE)]) == {("a",), ("b", "c")}


def test_pairs_without_a_link_weigh_against_a_group() -> None:
    links = {("a", "b"): 0.5, ("b", "c"): 0.45}
    assert grouped("abc", links, 0.3) == [("a", "b"), ("c",)]
    assert grouped("abc", links, 0.2) == [("a", "b", "c")]


@pytest.mark.parametrize(
    ("word", "expected"), [("Attacks", "attack"), ("attacked", "attack"), ("6,600", "#6600"), ("the", ""), ("was", "")]
)
def test_words_become_terms(word: str, expected: str) -> None:
    assert term(word) == expected


def test_a_stem_keeps_four_letters() -> None:
    assert (stem("bring"), stem("bus"), stem("shelling")) == ("bring", "bus", "shell")


def test_a_stricter_grouping_joins_less() -> None:
    reports = [printed("wire", WIRE), printed("other", OTHER)]
    assert len(stories(reports, Grouping(alike=0.9))) == 2
