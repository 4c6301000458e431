"""Eras and days that words leave open: chosen by weights, marked as filled in, never by a name; sure words are not weighed."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.codebook.implied import DAYS, ERAS, Choice, load_choice
from gesta.coding.assemble import Coding
from gesta.coding.days import Days, is_undated
from gesta.coding.drafts import Draft
from gesta.coding.eras import Eras
from tests.coding.parses import article, reading
from tests.coding.record_views import Code


def acts(name: str, codebook: Codebook) -> tuple[Coding, list[Draft]]:
    """An article's coding and its acts before anything is weighed."""
    coding = Coding(article(name), reading(name), codebook)
    return coding, coding.acts()[1]


@pytest.mark.parametrize(("weights", "era"), [({}, "current"), ({"always": -1.0, "rule": 2.0}, "current"), ({"always": 1.0}, "background")])
def test_the_weights_decide_and_of_equals_it_is_the_news(codebook: Codebook, weights: dict[str, float], era: str) -> None:
    # Turkish troops stormed the village of Kobani on Monday. The soldiers arrested two teachers.
    coding, drafts = acts("scene", codebook)
    Eras(coding.chronology, drafts).settle(drafts, Choice(weights=weights))
    assert {d.era for d in drafts} == {era}


def test_sure_words_are_not_weighed(codebook: Codebook) -> None:
    # Chad has repeatedly denied attacking Sudanese villages.
    coding, drafts = acts("repeatedly-denied", codebook)
    Eras(coding.chronology, drafts).settle(drafts, Choice(weights={"always": -99.0}))
    assert [d.era for d in drafts] == ["background"]


@pytest.mark.parametrize(
    ("weights", "day"),
    [({}, None), ({"none": 1.0, "story": 0.5}, None), ({"story": 1.0}, "2022-09-12"), ({"published": 1.0}, "2022-09-13")],
)
def test_a_day_is_taken_where_its_weights_say_more_than_those_of_none(
    codebook: Codebook, weights: dict[str, float], day: str | None
) -> None:
    # … attacked … on Monday. The soldiers seized rifles and a mortar.
    coding, drafts = acts("story-day", codebook)
    undated = next(d for d in drafts if is_undated(d))
    Days(coding.chronology, drafts).settle(drafts, Choice(weights=weights))
    assert (undated.time.time.start if undated.time else None, undated.why.endswith("+story-day")) == (day, day is not None)


def test_a_time_of_its_own_stays(codebook: Codebook) -> None:
    # In 2009, Chadian soldiers attacked a Sudanese base.
    coding, drafts = acts("carried-over", codebook)
    own = [d.time for d in drafts if not is_undated(d)]
    Days(coding.chronology, drafts).settle(drafts, Choice(weights={"published": 9.0}))
    assert [d.time for d in drafts if not d.why.endswith("+story-day")] == own


def test_a_day_that_no_words_of_the_act_tell_has_no_span(code: Code) -> None:
    event = next(e for e in code("story-day").events if e.why.endswith("+story-day+scene"))
    assert event.time is not None
    assert (event.time.text, event.time.span, event.spans.time) == (None, None, ())


def test_no_signal_names_a_state(codebook: Codebook) -> None:
    countries = {country.name.lower() for country in codebook.registers.countries.values()}
    for table in (ERAS, DAYS):
        assert not {part for name in load_choice(table).weights for part in name.lower().split(", ") if part in countries}


def test_a_day_of_last_month_is_not_read_a_year_ahead(codebook: Codebook) -> None:
    # Israel is expected to answer the assault that Hamas began on 20 August (told on 13 September 2022).
    coding, _ = acts("next-autumn", codebook)
    assert [coding.chronology.coming(mention).time.start for mention in coding.times] == ["2022-08-20"]


def test_the_day_on_which_an_account_was_released_is_not_the_acts(codebook: Codebook) -> None:
    # The government's own account, released in Yerevan on Monday, is that six Armenian soldiers were killed.
    coding, drafts = acts("account-released", codebook)
    Days(coding.chronology, drafts).settle(drafts, Choice(weights={"told here": 9.0}))
    assert [d.why.endswith("+story-day") for d in drafts if d.type == "ASSAULT"] == [False]
