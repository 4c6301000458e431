"""When it happened, whether it is the news, and whether it happened at all: sentences read on 13 September 2022, a Tuesday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gesta.model import Article, Event, Reading, Report
from tests.coding.parses import article, reading
from tests.coding.record_views import Code


def act(report: Report, kind: str) -> Event:
    """The first event of a type."""
    return next(e for e in report.events if e.type == kind)


def day(event: Event) -> str | None:
    """The first day of an event."""
    return event.time.start if event.time is not None else None


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        # The Ugandan army has bombed camps of Congolese rebels in the past week, but their leader was not found.
        ("when-past-week", "ASSAULT", "2022-09-06"),
        # Angola held a vote in 2005, three years after Portuguese warplanes bombed the Angolan rebels' last camp.
        ("when-nine-years-after", "ASSAULT", "2002-01-01"),
        # Malawi's president said on Monday that the talks had failed. He accused Zambia of arming the rebels.
        ("when-goes-on-speaking", "ACCUSE", "2022-09-12"),
        ("when-had-accused", "ACCUSE", None),  # … He had accused Zambia of arming the rebels.
        ("when-is-due", "AGREE", "2022-09-19"),  # The Omani foreign minister is due to visit Kuwait on Monday.
        # Tajik guards have not left the Kyrgyz village; on Thursday Kyrgyz troops shelled their post.
        ("when-and-then", "RETREAT", None),
        ("when-and-then", "ASSAULT", "2022-09-08"),
        # Two Ghanaians were arrested on Thursday in connection with the killing of a Togolese diplomat in Accra.
        ("when-held-over", "COERCE", "2022-09-08"),
        ("when-held-over", "ASSAULT", None),
        # Portugal's prime minister on Thursday condemned the killing of two Portuguese soldiers in Bangui.
        ("when-condemned-then", "ACCUSE", "2022-09-08"),
        ("when-condemned-then", "ASSAULT", None),
        ("when-condemned-on", "ASSAULT", "2022-09-08"),  # … condemned the killing of two Portuguese soldiers in Bangui on Thursday.
    ],
)
def test_the_day_of_an_act_is_its_own(code: Code, name: str, kind: str, start: str | None) -> None:
    assert day(act(code(name), kind)) == start


def test_an_act_two_days_before_is_still_the_news(code: Code) -> None:
    """The raid on the Malian town of Gao came two days after Burkinabe soldiers killed six Malian fighters near Hombori."""
    assert {e.era for e in code("when-two-days-after").events} == {"current"}


@pytest.mark.parametrize("published", [date(2022, 9, 12), date(2022, 9, 16)])
def test_last_week_is_background_on_a_monday_too(code_reading: Callable[[Article, Reading], Report], published: date) -> None:
    """Chadian rebels attacked an army camp in Sudan last week."""
    name = "when-last-week"
    assert act(code_reading(article(name, published), reading(name)), "ASSAULT").era == "background"


@pytest.mark.parametrize(
    ("name", "kind", "told_as"),
    [
        ("when-is-due", "AGREE", "planned"),  # The Omani foreign minister is due to visit Kuwait on Monday.
        ("when-ready", "AGREE", "planned"),  # Burundi is ready to negotiate with Rwanda.
        # Seven Kenyan soldiers survived an attempt by gunmen to storm a Kenyan army base in Wajir.
        ("when-attempt", "ASSAULT", "actual"),
        ("when-another-attempt", "ASSAULT", "planned"),  # Gunmen will make another attempt to seize the Kenyan town of Wajir.
        ("when-no-sanctions", "SANCTION", "negated"),  # Norway has imposed no sanctions on Belarus.
        ("when-no-soldiers", "ASSAULT", "negated"),  # No Iranian soldiers entered Iraq.
        ("when-no-longer", "SUPPORT", "negated"),  # Jordan no longer supports the rebels in Syria.
        ("when-no-civilians", "ASSAULT", "actual"),  # A Sudanese army strike on the town of Wad Madani killed no civilians.
        ("when-nobody-hurt", "ASSAULT", "actual"),  # Nobody was hurt in the attack on the Kenyan embassy in Juba.
        ("when-no-part", "ASSAULT", "negated"),  # Italy did not take part in the invasion of Iraq.
        ("when-justify", "ASSAULT", "actual"),  # Rwanda used the report to justify its invasion of eastern Congo.
        ("when-reportedly", "ASSAULT", "actual"),  # Ethiopian soldiers reportedly killed nine farmers in Gambella.
        ("when-perhaps", "ASSAULT", "possible"),  # Ethiopian soldiers perhaps killed nine farmers in Gambella.
    ],
)
def test_what_happened_was_planned_or_did_not_happen(code: Code, name: str, kind: str, told_as: str) -> None:
    assert act(code(name), kind).factuality == told_as
