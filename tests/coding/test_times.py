from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.codebook.vocabulary import Vocabulary, vocabulary
from gesta.coding.times import TimeMention, backward, find_times, forward
from gesta.coding.times_calendar import easter, feast
from gesta.coding.times_patterns import Lexicon
from gesta.coding.times_rules import GRAMMAR, time_grammar
from gesta.model import Word
from tests.coding.plain_words import words_of

TUESDAY = date(2022, 9, 13)
FORMS = sorted({form for forms in vocabulary("times").classes.values() for form in forms})


def times(text: str, anchor: date | None = TUESDAY) -> tuple[TimeMention, ...]:
    return find_times(words_of(text), anchor)


def only(text: str, anchor: date | None = TUESDAY) -> TimeMention:
    found = times(text, anchor)
    assert len(found) == 1, [m.time.text for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "date_prec"),
    [
        # weekdays: less than six days back from Tuesday, 13 September 2022, else the day after it
        ("here Monday", "2022-09-12", "2022-09-12", "day", 1),
        ("on Tuesday", "2022-09-13", "2022-09-13", "day", 1),
        ("on Wednesday", "2022-09-14", "2022-09-14", "day", 1),
        ("last Wednesday", "2022-09-07", "2022-09-07", "day", 1),
        ("last Tuesday", "2022-09-06", "2022-09-06", "day", 1),
        ("next Tuesday", "2022-09-20", "2022-09-20", "day", 1),
        ("this Friday", "2022-09-16", "2022-09-16", "day", 1),
        ("Friday of last week", "2022-09-09", "2022-09-09", "day", 1),
        ("late on Monday", "2022-09-12", "2022-09-12", "day", 1),
        ("on Tuesday morning", "2022-09-13", "2022-09-13", "time", 1),
        ("in the early hours of Tuesday", "2022-09-13", "2022-09-13", "time", 1),
        ("on Monday night", "2022-09-12", "2022-09-12", "time", 1),
        ("at 6 a.m. on Tuesday", "2022-09-13", "2022-09-13", "time", 1),
        ("on Monday at about 18:00 local time", "2022-09-12", "2022-09-12", "time", 1),
        # days counted from publication
        ("today", "2022-09-13", "2022-09-13", "day", 1),
        ("yesterday", "2022-09-12", "2022-09-12", "day", 1),
        ("tomorrow", "2022-09-14", "2022-09-14", "day", 1),
        ("tonight", "2022-09-13", "2022-09-13", "time", 1),
        ("last night", "2022-09-12", "2022-09-12", "time", 1),
        ("overnight", "2022-09-12", "2022-09-13", "days", 2),
        ("overnight on Sunday", "2022-09-11", "2022-09-12", "days", 2),
        ("the day before yesterday", "2022-09-11", "2022-09-11", "day", 1),
        ("three days ago", "2022-09-10", "2022-09-10", "day", 1),
        ("two weeks ago", "2022-08-29", "2022-09-04", "week", 3),
        ("five years ago", "2017-01-01", "2017-12-31", "year", 5),
        ("last week", "2022-09-05", "2022-09-11", "week", 3),
        ("this month", "2022-09-01", "2022-09-30", "month", 4),
        ("last month", "2022-08-01", "2022-08-31", "month", 4),
        ("next year", "2023-01-01", "2023-12-31", "year", 5),
        ("earlier this month", "2022-09-01", "2022-09-13", "month", 4),
        ("later this month", "2022-09-13", "2022-09-30", "month", 4),
        ("over the weekend", "2022-09-10", "2022-09-11", "days", 2),
        ("last weekend", "2022-09-10", "2022-09-11", "days", 2),
        ("in the past 24 hours", "2022-09-12", "2022-09-13", "days", 2),
        ("over the next two weeks", "2022-09-13", "2022-09-27", "range", 4),
        # dates
        ("on Sept. 13", "2022-09-13", "2022-09-13", "day", 1),
        ("on 13 September 2021", "2021-09-13", "2021-09-13", "day", 1),
        ("on the 13th of September", "2022-09-13", "2022-09-13", "day", 1),
        ("on September 13, 2021", "2021-09-13", "2021-09-13", "day", 1),
        ("on Tuesday, September 14, 2021", "2021-09-14", "2021-09-14", "day", 1),
        ("on Tuesday, 14 September", "2021-09-14", "2021-09-14", "day", 1),  # a Tuesday in 2021, not in 2022
        ("on 13/09/2021", "2021-09-13", "2021-09-13", "day", 1),
        ("on 09/13/2021", "2021-09-13", "2021-09-13", "day", 1),
        ("on 13.09.2021", "2021-09-13", "2021-09-13", "day", 1),
        ("on 2021-09-13", "2021-09-13", "2021-09-13", "day", 1),
        ("in September", "2022-09-01", "2022-09-30", "month", 4),
        ("in December", "2021-12-01", "2021-12-31", "month", 4),
        ("on October 20", "2022-10-20", "2022-10-20", "day", 1),  # five weeks ahead rather than eleven months back
        ("in August 2021", "2021-08-01", "2021-08-31", "month", 4),
        ("in July last year", "2021-07-01", "2021-07-31", "month", 4),
        ("last May", "2022-05-01", "2022-05-31", "month", 4),
        ("in mid-August", "2022-08-12", "2022-08-21", "month", 4),
        ("at the end of January", "2022-01-22", "2022-01-31", "month", 4),
        ("in 2020", "2020-01-01", "2020-12-31", "year", 5),
        ("the 2020 war", "2020-01-01", "2020-12-31", "year", 5),
        ("in nineteen ninety-six", "1996-01-01", "1996-12-31", "year", 5),
        ("in late 2001", "2001-09-01", "2001-12-31", "year", 5),
        ("in early 2023", "2023-01-01", "2023-04-30", "year", 5),
        ("in the 1990s", "1990-01-01", "1999-12-31", "range", 5),
        ("in the late '80s", "1987-01-01", "1989-12-31", "range", 5),
        ("in the 20th century", "1901-01-01", "2000-12-31", "range", 5),
        ("last autumn", "2021-09-01", "2021-11-30", "season", 5),
        ("in the autumn of 2020", "2020-09-01", "2020-11-30", "season", 5),
        ("in the winter of 2020", "2020-12-01", "2021-02-28", "season", 5),
        ("in spring or summer", "2022-03-01", "2022-08-31", "range", 5),
        ("in the first quarter of 2023", "2023-01-01", "2023-03-31", "range", 5),
        ("in the second half of 2021", "2021-07-01", "2021-12-31", "range", 5),
        ("at Christmas", "2021-12-25", "2021-12-25", "day", 1),
        ("on Good Friday 2022", "2022-04-15", "2022-04-15", "day", 1),
        ("since 9/11", "2001-09-11", "2022-09-13", "range", 5),
        ("in the week of September 1", "2022-08-29", "2022-09-04", "week", 3),
        # ranges
        ("from 12 to 14 September", "2022-09-12", "2022-09-14", "days", 2),
        ("between September 12 and 14", "2022-09-12", "2022-09-14", "days", 2),
        ("on September 12-14, 2021", "2021-09-12", "2021-09-14", "days", 2),
        ("from Sunday to Tuesday", "2022-09-11", "2022-09-13", "days", 2),
        ("from Monday morning to Tuesday night", "2022-09-12", "2022-09-13", "days", 2),
        ("from 27 September to 10 November 2020", "2020-09-27", "2020-11-10", "range", 5),
        ("from 27 December to 5 January 2021", "2020-12-27", "2021-01-05", "range", 4),
        ("between 2014 and 2018", "2014-01-01", "2018-12-31", "range", 5),
        ("the 1914-18 war", "1914-01-01", "1918-12-31", "range", 5),
        ("in July and August 2022", "2022-07-01", "2022-08-31", "range", 5),
        ("since Sunday", "2022-09-11", "2022-09-13", "range", 2),
        ("since December", "2021-12-01", "2022-09-13", "range", 5),
        ("since 1989", "1989-01-01", "2022-09-13", "range", 5),
        ("until Monday", None, "2022-09-12", "range", None),
    ],
)
def test_words_are_laid_on_the_calendar(text: str, start: str | None, end: str | None, precision: str, date_prec: int | None) -> None:
    time = only(f"They fought {text}.").time
    assert (time.start, time.end, time.precision, time.date_prec) == (start, end, precision, date_prec)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They fought for six weeks.", "duration"),
        ("A six-week war began.", "duration"),
        ("It took a couple of years.", "duration"),
        ("They fight every day.", "set"),
        ("They march on Fridays.", "set"),
        ("They fire three times a week.", "set"),
        ("They fought in recent days.", "past-vague"),
        ("They left a few years ago.", "past-vague"),
        ("They leave in the coming weeks.", "future-vague"),
        ("It has held since Sunday.", "since"),
        ("It held until Sunday.", "until"),
        ("It fell on Sunday.", "point"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    ["They fought for six weeks.", "They fight every day.", "They fought in recent days.", "They fight now.", "They met in Ramadan."],
)
def test_what_no_calendar_holds_has_no_days(text: str) -> None:
    time = only(text).time
    assert (time.start, time.end, time.date_prec) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "We sat in the sun.",
        "He may march a second time.",
        "March on!",
        "May they rest.",
        "Theresa May left.",
        "The Sunday Times wrote.",
        "Black September struck.",
        "The fall of Kabul.",
        "Arab Spring marchers.",
        "They killed 2000 troops.",
        "A 20-year-old fell.",
        "He is in his 30s.",
        "The hall is three-quarters full.",
        "An august body in mar and dec.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert [m.time.text for m in times(text)] == []


@pytest.mark.parametrize(("upos", "found"), [("AUX", 0), ("PROPN", 1), ("X", 0)])
def test_parts_of_speech_decide_on_may(upos: str, found: int) -> None:
    assert len(find_times(words_of("May troops left.", upos), TUESDAY)) == found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on Saturday, and the next day they left.", ["2022-09-10", "2022-09-11"]),
        ("It fell on Saturday. The previous day they met.", ["2022-09-10", "2022-09-09"]),
        ("On 3 May 2021 they met. Three days later they fought.", ["2021-05-03", "2021-05-06"]),
        ("On 3 May 2021 they met. Later that day they fought.", ["2021-05-03", "2021-05-03"]),
        ("In 2014 they met. Two years later they fought.", ["2014-01-01", "2016-01-01"]),
        ("On Friday they met. At dawn they fought.", ["2022-09-09", "2022-09-09"]),
    ],
)
def test_a_time_may_hang_on_the_one_told_before(text: str, days: list[str]) -> None:
    found = times(text)
    assert [m.time.start for m in found] == days
    assert found[1].anchored_on == "previous"


def test_a_day_after_a_mere_year_is_unknown() -> None:
    assert times("In 2014 they met. Three days later they fought.")[1].time.start is None


@pytest.mark.parametrize(
    ("text", "direction"), [("last week", "past"), ("this week", "present"), ("next week", "future"), ("six weeks", None)]
)
def test_direction_beside_publication(text: str, direction: str | None) -> None:
    assert only(text).direction == direction


def test_without_an_anchor_relative_times_are_found_and_unknown() -> None:
    monday, year = times("They met on Monday and in 2020.", None)
    assert (monday.time.start, monday.anchored_on, monday.time.text) == (None, None, "Monday")
    assert (year.time.start, year.anchored_on) == ("2020-01-01", "text")


def test_an_anchor_may_have_a_time_of_day() -> None:
    assert only("on Monday", datetime(2022, 9, 13, 8)).time.start == "2022-09-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Monday", "2022-09-19"),
        ("on Tuesday", "2022-09-13"),
        ("on March 3", "2023-03-03"),
        ("last Monday", "2022-09-12"),
        ("in March 2020", "2020-03-01"),
    ],
)
def test_forward_reads_towards_the_future(text: str, day: str) -> None:
    moved = forward(only(text), TUESDAY)
    assert moved.time.start == day
    assert moved.run == only(text).run


def test_backward_reads_towards_the_past() -> None:
    moved = backward(only("on October 20"), TUESDAY)
    assert (moved.time.start, moved.direction) == ("2021-10-20", "past")


def test_a_mention_knows_its_words() -> None:
    text = "Sources say that since  Sunday they fought"
    mention = find_times(words_of(text, first=5), TUESDAY)[0]
    assert mention.run == (8, 10)
    assert mention.time.span is not None
    assert text[slice(*mention.time.span)] == mention.time.text == "since  Sunday"


@pytest.mark.parametrize("text", ["at 6 am, they left", "at 6 p.m. local time, they left", "at 18:00, they left", "at 0300 GMT, they left"])
def test_a_clock_time_ends_before_the_comma(text: str) -> None:
    assert only(text).time.text == text.removeprefix("at ").partition(",")[0]


def test_split_words_are_read_alike() -> None:
    whole = Word(i=0, start=0, end=10, text="2021-09-13", lemma="", upos="X", xpos="", head=0, deprel="dep", sentence=0)
    assert find_times((whole,), None)[0].time.start == "2021-09-13"


def test_addresses_hold_no_times() -> None:
    address = "https://example.org/2022/09/13/report"
    whole = Word(i=0, start=0, end=len(address), text=address, lemma="", upos="X", xpos="", head=0, deprel="dep", sentence=0)
    assert find_times((whole,), TUESDAY) == ()


# Tables of Easter: the United States Naval Observatory.
@pytest.mark.parametrize(("year", "day"), [(2000, (4, 23)), (2011, (4, 24)), (2016, (3, 27)), (2022, (4, 17)), (2038, (4, 25))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_thanksgiving_is_the_fourth_thursday() -> None:
    found = feast("thanksgiving", 2018)
    assert found is not None
    assert found.start == date(2018, 11, 22)


@pytest.mark.parametrize("pattern", ["WEEKDAYS %", "WEEKDAYS ;", "Weekdays"])
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        time_grammar().lexicon.compile(pattern)


def test_a_class_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        Lexicon(Vocabulary({"units": {"day": "day"}}), {}).compile("MONTHS")


def test_every_class_of_the_vocabulary_is_used(root: Path) -> None:
    patterns = " ".join(pattern for pattern, _ in GRAMMAR)
    sources = "".join(path.read_text("utf-8") for path in root.glob("src/gesta/coding/*s_*.py"))
    unused = [kind for kind in vocabulary("times").classes if kind.upper() not in patterns and f'"{kind}"' not in sources]
    assert unused == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d/%m/%Y", "%A, %d %B %Y"]))
def test_full_dates_are_read_back(day: date, form: str) -> None:
    assert only(f"They met on {day.strftime(form)}.", None).time.start == day.isoformat()


@given(st.dates(date(1900, 1, 8), date(2099, 12, 30)), st.integers(-1, 5))
def test_weekdays_lie_within_six_days_before_publication_or_a_day_after_it(anchor: date, back: int) -> None:
    day = anchor - timedelta(back)
    assert only(f"They met on {day.strftime('%A')}.", anchor).time.start == day.isoformat()


TEXTS = st.lists(
    st.sampled_from(FORMS)
    | st.text(min_size=1, max_size=6)
    | st.integers(0, 9999).map(str)
    | st.sampled_from("- , . / : 's ago of the to from since".split())
)


@given(TEXTS, st.none() | st.dates())
def test_any_words_are_read_without_error(pieces: list[str], anchor: date | None) -> None:
    text = " ".join(piece.capitalize() for piece in pieces)
    words = words_of(text, first=2)
    end = 2
    for mention in find_times(words, anchor):
        assert end <= mention.run.first < mention.run.end <= 2 + len(words)
        assert mention.time.span is not None
        assert mention.time.span == (words[mention.run.first - 2].start, words[mention.run.end - 3].end)
        start, last = (day and date.fromisoformat(day) for day in (mention.time.start, mention.time.end))
        assert not start or not last or start <= last
        for turned in (forward(mention, anchor), backward(mention, anchor)):
            assert not turned.time.start or not turned.time.end or turned.time.start <= turned.time.end
        end = mention.run.end
