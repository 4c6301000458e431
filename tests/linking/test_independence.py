"""Copies of one wire story, told from independent reports on the same incident."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from gesta.linking.independence import Descent, descents
from gesta.linking.printings import Printing
from tests.linking.wire_story import CALLS, DENIAL, LEAD, OTHER, TOLL, WIRE, printed


def kind(found: dict[str, Descent], report: str) -> str | None:
    leading = found[report].leading
    return leading.kind if leading else None


AGENCY = printed("agency", f"YEREVAN, Sept 13 (Halcyon) - {WIRE}", outlet="Halcyon News Agency", dateline_agency="Halcyon")
STATEMENT = (
    "“We did not begin this and we will not be the ones to end it on our knees, and we ask every state that has a voice in Baku to raise"
    " it today and not tomorrow,” the ministry said."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AGENCY.text, "identical"),
        (AGENCY.text.replace("defence", "defense").replace("(Halcyon) -", "—"), "copy"),
        (f"{LEAD}\n\n{TOLL}", "cut"),
        (f"{CALLS}\n\n{LEAD}\n\n{DENIAL}", "cut"),
        (f"{LEAD} {TOLL}\n\nIn our town, where many Armenians live, a vigil will be held on the market square at seven.", "rewrite"),
    ],
)
def test_a_copy_is_known_by_its_words(text: str, expected: str) -> None:
    found = descents([AGENCY, printed("paper", text, day=15)])
    assert (found["paper"].group, found["paper"].newsroom, kind(found, "paper")) == ("agency", "Halcyon News Agency", expected)


def test_a_report_in_other_words_is_independent() -> None:
    found = descents([AGENCY, printed("paper", OTHER)])
    assert found["paper"].origins == ("paper",)
    assert found["paper"].newsroom == "paper post"


@pytest.mark.parametrize("quote", [STATEMENT, STATEMENT.strip("“").replace("”", "")])
def test_a_shared_statement_is_no_copy(quote: str) -> None:
    found = descents([printed("a", f"{WIRE}\n\n{quote}"), printed("b", f"{OTHER}\n\n{quote}")])
    assert {d.group for d in found.values()} == {"a", "b"}


def test_a_footer_in_three_stories_of_an_outlet_is_no_copy() -> None:
    footer = (
        "This page was written by our foreign desk, whose readers' letters are answered every Friday afternoon in the order they come in."
    )
    short = [LEAD, TOLL, DENIAL, CALLS, OTHER]
    found = descents([printed(f"r{i}", f"{text}\n\n{footer}", outlet="Harbour Post") for i, text in enumerate(short)])
    assert len({d.group for d in found.values()}) == len(short)


def test_a_credit_alone_names_a_source() -> None:
    found = descents([AGENCY, printed("paper", f"{OTHER}\n\nHalcyon contributed to this report.", credits=("Halcyon",))])
    assert (found["paper"].group, found["paper"].named) == ("paper", ("Halcyon",))


def test_a_credit_makes_a_little_overlap_a_copy() -> None:
    text = f"{OTHER}\n\n{TOLL[:70]} this week.\n\n{CALLS[:74]} autumn."
    assert descents([AGENCY, printed("paper", text)])["paper"].group == "paper"
    credited = descents([AGENCY, printed("paper", f"{text}\n\nHalcyon contributed.", credits=("Halcyon",))])
    assert (credited["paper"].group, kind(credited, "paper")) == ("agency", "credit")
    span = credited["paper"].borrowings[0].credit_span
    assert span is not None
    assert f"{text}\n\nHalcyon contributed."[slice(*span)] == "Halcyon"


def test_two_papers_that_credit_one_agency_name_the_newsroom_of_their_copy() -> None:
    found = descents([printed(name, f"{WIRE}\n\nHalcyon contributed.", credits=("Halcyon",)) for name in ("a", "b")])
    assert {d.newsroom for d in found.values()} == {"Halcyon"}


def test_a_text_of_two_stories_has_two_origins_and_does_not_join_them() -> None:
    both = printed("both", f"{LEAD}\n\n{TOLL}\n\n{DENIAL}\n\n{OTHER}", day=14)
    found = descents([AGENCY, printed("other", OTHER), both])
    assert set(found["both"].origins) == {"agency", "other"}
    assert found["other"].origins == ("other",)


def test_a_later_version_of_a_page_is_a_revision() -> None:
    def version(name: str, hour: int, text: str) -> Printing:
        moment = datetime(2022, 9, 13, hour, tzinfo=UTC)
        return Printing(id=name, text=text, outlet="Northgate Gazette", published=moment, url="https://gazette.example/toll")

    found = descents([version("b", 19, WIRE + " An earlier version gave another number."), version("a", 12, WIRE)])
    assert (found["b"].revision_of, found["b"].group, found["a"].revision_of) == ("a", "a", None)


def test_a_version_that_shares_no_word_is_a_revision_all_the_same() -> None:
    page = "https://gazette.example/live"
    found = descents([printed("a", WIRE, outlet="Gazette", url=page), printed("b", OTHER, outlet="Gazette", day=14, url=page)])
    assert (found["b"].revision_of, found["b"].group) == ("a", "a")


@pytest.mark.parametrize("text", ["Nine soldiers killed near Sotk.", f"“{LEAD}”"])
def test_the_same_text_is_a_copy_however_short_or_quoted(text: str) -> None:
    found = descents([printed("a", text), printed("b", f" {text}\n")])
    assert (kind(found, "b"), found["b"].group) == ("identical", "a")


def test_papers_that_credit_an_agency_name_it_for_one_that_does_not() -> None:
    silent = printed("silent", f"{WIRE} The bank holiday is on Monday this year.")
    loud = [printed(name, WIRE, credits=("Halcyon",)) for name in ("a", "b")]
    assert descents([silent, *loud])["a"].newsroom == "Halcyon"
    assert descents([silent, *loud, printed("c", WIRE, credits=("Silent Post",))])["a"].newsroom == "silent post"


def test_the_answer_does_not_hang_on_the_order() -> None:
    reports = [AGENCY, printed("a", WIRE), printed("b", f"{TOLL}\n\n{CALLS}", day=20), printed("c", OTHER)]
    assert len({tuple(sorted(descents(order).items())).__repr__() for order in permutations(reports)}) == 1


def test_the_earliest_printing_is_the_origin_unless_the_day_is_unknown() -> None:
    undated = Printing(id="undated", text=WIRE, outlet="Z")
    assert {d.group for d in descents([undated, printed("late", WIRE, day=20), printed("early", WIRE)]).values()} == {"early"}


def test_empty_and_tiny_texts_stand_alone() -> None:
    found = descents(
        [printed("a", ""), printed("b", ""), printed("c", "Two words"), Printing(id="d", text="…", published=date(2022, 9, 13))]
    )
    assert {d.group for d in found.values()} == {"a", "b", "c", "d"}


def test_an_id_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        descents([AGENCY, AGENCY])
