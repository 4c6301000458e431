from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.coding.quantities import Quantity, find_quantities, unit_quantity
from gesta.model import Word
from tests.coding.plain_words import words_of

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
PIECES = (
    "at least/more than/about/some/up to/between/and/or/to/from/-/./$/%/a/dozen/dozens/hundred/thousand/million/several/few/no/one/"
    "twenty/two/20/1,500/500/2m/1.5/2020/13/:/September/May/Tuesday/year/years/old/soldiers/others/half/score/F/16/'/s/th/21st"
).split("/")


def only(text: str) -> Quantity:
    found = find_quantities(words_of(text))
    assert len(found) == 1, found
    return found[0]


def said(text: str, run: tuple[int, int]) -> str:
    words = words_of(text)
    return text[words[run[0]].start : words[run[1] - 1].end]


# The record's table of words, row by row.
@pytest.mark.parametrize(
    ("words", "low", "best", "high", "qualifier"),
    [
        ("50", 50, 50, 50, "exact"),
        ("at least 49", 49, 49, None, "at_least"),
        ("no fewer than 7", 7, 7, None, "at_least"),
        ("100 or more", 100, 100, None, "at_least"),
        ("more than 6,600", 6600, 6600, None, "more_than"),
        ("upwards of 30", 30, 30, None, "more_than"),
        ("over 3,000", 3000, 3000, None, "more_than"),
        ("more than two dozen", 24, 24, None, "more_than"),
        ("up to 80", None, 80, 80, "at_most"),
        ("as many as 30", None, 30, 30, "at_most"),
        ("no more than ten", None, 10, 10, "at_most"),
        ("fewer than 20", None, 20, 20, "less_than"),
        ("under 12", None, 12, 12, "less_than"),
        ("nearly 100", None, 100, None, "about"),
        ("an estimated 100", None, 100, None, "about"),
        ("some 20", None, 20, None, "about"),
        ("100 or so", None, 100, None, "about"),
        ("20-odd", None, 20, None, "about"),
        ("possibly as many as 30", None, 30, 30, "at_most"),
        ("between 20 and 30", 20, None, 30, "range"),
        ("from 20 to 30", 20, None, 30, "range"),
        ("20-30", 20, None, 30, "range"),
        ("20–30", 20, None, 30, "range"),
        ("five or six", 5, None, 6, "range"),
        ("1 to 2 million", 1_000_000, None, 2_000_000, "range"),
        ("two to three hundred", 200, None, 300, "range"),
        ("a dozen", 12, 12, 12, "exact"),
        ("half a dozen", 6, 6, 6, "exact"),
        ("dozens", 24, None, None, "order"),
        ("scores of", 40, None, None, "order"),
        ("hundreds", 200, None, None, "order"),
        ("several hundred", 200, None, None, "order"),
        ("thousands", 2000, None, None, "order"),
        ("tens of thousands", 20_000, None, None, "order"),
        ("hundreds of thousands", 200_000, None, None, "order"),
        ("several", 3, None, None, "order"),
        ("a few", 3, None, None, "order"),
        ("up to several hundred", None, None, None, "at_most"),
        ("both", 2, 2, 2, "exact"),
        ("a couple of", 2, 2, 2, "exact"),
        ("one hundred and five", 105, 105, 105, "exact"),
        ("1 500", 1500, 1500, 1500, "exact"),
        ("two and a half million", 2_500_000, 2_500_000, 2_500_000, "exact"),
        ("11 billion 700 million", 11_700_000_000, 11_700_000_000, 11_700_000_000, "exact"),
    ],
)
def test_words_give_low_best_and_high(words: str, low: int | None, best: int | None, high: int | None, qualifier: str) -> None:
    quantity = only(f"They met {words} soldiers")
    assert (quantity.low, quantity.best, quantity.high, quantity.qualifier, quantity.unit) == (low, best, high, qualifier, "count")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost $61 billion.", "money"),
        ("It cost 20,000 dollars.", "money"),
        ("Some fell by 30 percent.", "percent"),
        ("It fell by 30 per cent.", "percent"),
        ("They fired 155mm shells.", "measure"),
        ("It covers 400 square kilometres.", "measure"),
        ("The house is 2m tall.", "measure"),
        ("A three-storey building fell.", "measure"),
        ("It was the first raid.", "ordinal"),
        ("The 93rd brigade left.", "ordinal"),
        ("Flight 17 was lost.", "ordinal"),
        ("Resolution 1701 holds.", "ordinal"),
        ("They hold F-16 jets.", "ordinal"),
        ("He is in M23.", "ordinal"),
        ("Platoon No. 5 left.", "ordinal"),
        ("A 20-year-old fell.", "age"),
        ("A man aged 30 fell.", "age"),
        ("Rasul Adem, 34, fell.", "age"),
        ("He was in his 30s.", "age"),
        ("They left at 2 pm.", "time"),
        ("They left in 2020.", "time"),
        ("They left on 13 September.", "time"),
        ("The truce lasted six weeks.", "time"),
        ("The 2020 war ended.", "time"),
        ("A magnitude 6.4 quake struck.", "measure"),
        ("The index is 3.5 now.", "decimal"),
        ("Some two-thirds left.", "decimal"),
        ("They killed 2000 troops.", "count"),
        ("A 3,000-strong force came.", "count"),
        ("A five-man crew fell.", "count"),
        ("Some 2m people fled.", "count"),
    ],
)
def test_units_tell_people_from_other_numbers(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_a_vote_is_a_score() -> None:
    assert [q.unit for q in find_quantities(words_of("They lost the vote 15-2."))] == ["score", "score"]


def test_the_qualifier_belongs_to_the_first_number_alone() -> None:
    first, second = find_quantities(words_of("At least five killed and 18 injured"))
    assert (first.qualifier, second.qualifier, second.low, second.high) == ("at_least", "exact", 18, 18)


def test_a_change_is_no_range() -> None:
    assert [q.best for q in find_quantities(words_of("The toll rose from 20 to 30"))] == [20, 30]


def test_a_day_before_a_number_does_not_join_it() -> None:
    assert [q.best for q in find_quantities(words_of("In May 1 500 left"))] == [1, 500]


@pytest.mark.parametrize(
    "text", ["Another 12 fell", "A further three fell", "Three more fell", "Then 18 others fell", "At least 20 more fell"]
)
def test_numbers_told_beside_others(text: str) -> None:
    assert only(text).additional


@pytest.mark.parametrize(
    "text", ["No one was hurt", "No-one was hurt", "None were hurt", "Nobody fell", "There were no casualties", "Not a single man fell"]
)
def test_nobody_is_zero(text: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.best, quantity.high, quantity.unit) == (0, 0, 0, "count")


@pytest.mark.parametrize(
    "text",
    [
        "It is no longer so",
        "One another",
        "The only one.",
        "One of the largest raids",
        "Some people fled",
        "He scores a goal",
        "He may march again",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert find_quantities(words_of(text)) == ()


def test_one_is_a_number_before_a_noun() -> None:
    assert only("They killed one soldier").best == 1


def test_run_holds_the_qualifier_and_number_does_not() -> None:
    text = "Reports say at least 49 of them fell"
    quantity = only(text)
    assert (said(text, quantity.run), said(text, quantity.number)) == ("at least 49", "49")


def test_runs_count_as_the_words_do() -> None:
    (quantity,) = find_quantities(words_of("some 20 fell", first=7))
    assert quantity.run == (7, 9)


def test_split_words_are_read_alike() -> None:
    whole = Word(i=0, start=0, end=11, text="20-year-old", lemma="", upos="X", xpos="", head=0, deprel="dep", sentence=0)
    assert [q.unit for q in find_quantities((whole,))] == ["age"]


@pytest.mark.parametrize(("form", "additional"), [("a", False), ("an", False), ("One", False), ("another", True)])
def test_determiners_are_one(form: str, additional: bool) -> None:
    quantity = unit_quantity(words_of(form)[0])
    assert quantity is not None
    assert (quantity.low, quantity.best, quantity.high, quantity.additional) == (1, 1, 1, additional)


def test_the_is_no_number() -> None:
    assert unit_quantity(words_of("the")[0]) is None


def below_thousand(number: int, link: str) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + ("-" + ONES[number % 10] if number % 10 else "")
    return f"{ONES[number // 100]} hundred" + (f"{link}{below_thousand(number % 100, link)}" if number % 100 else "")


def spell(number: int, link: str) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return below_thousand(rest, link)
    joint = link if rest < 100 else " "
    return f"{below_thousand(thousands, link)} thousand" + (f"{joint}{below_thousand(rest, link)}" if rest else "")


@given(st.integers(0, 999_999), st.sampled_from([" ", " and "]), st.booleans())
def test_spelt_numbers_are_read_back(number: int, link: str, hyphens: bool) -> None:
    text = spell(number, link)
    quantity = only(f"They met {text if hyphens else text.replace('-', ' ')} soldiers")
    assert (quantity.best, quantity.qualifier) == (number, "exact")


@given(st.integers(1000, 10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert only(f"They met {number:,} soldiers").best == number


@given(st.lists(st.sampled_from(PIECES) | st.text(min_size=1, max_size=6), max_size=40))
def test_any_words_are_read_without_error(pieces: list[str]) -> None:
    words = words_of(" ".join(pieces), first=3)
    end = 3
    for quantity in find_quantities(words):
        assert end <= quantity.run.first <= quantity.number.first < quantity.number.end <= quantity.run.end <= 3 + len(words)
        bounds = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
        assert bounds == sorted(bounds)
        end = quantity.number.first
