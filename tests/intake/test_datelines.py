"""Datelines: where they stand, which agency and which day they name."""

from __future__ import annotations

from datetime import date

import pytest

from gesta.intake import NewsNames, article_from_text
from gesta.intake.datelines import find_dateline
from gesta.model import Article
from tests.intake.bodies import BODY


def coded(names: NewsNames, text: str, url: str | None = None, published: str | None = None, outlet: str | None = None) -> Article:
    return article_from_text(text, url=url, published=published, outlet=outlet, names=names)


@pytest.mark.parametrize(
    ("line", "agencies", "day"),
    [
        ("LAROV, Nov 16 (Xinhua) --", ("Xinhua",), (11, 16)),
        ("LAROV, Nov. 5 (Xinhua) --", ("Xinhua",), (11, 5)),
        ("LAROV, Northern-Bardia, April 3 (AFP) -", ("AFP",), (4, 3)),
        ("LAROV (Reuters) -", ("Reuters",), (None, None)),
        ("LAROV/SELM (Reuters) –", ("Reuters",), (None, None)),
        ("LAROV, Bardia (AP) _", ("AP",), (None, None)),
        ("Port Larov (AFP) -", ("AFP",), (None, None)),
        ("LAROV, 5 November (Interfax/AFP) --", ("Interfax", "AFP"), (11, 5)),
        ("LAROV, Dec 3 (BardPress) --", ("BardPress",), (12, 3)),
        ("Dec 29 (Reuters) -", ("Reuters",), (12, 29)),
        ("(Reuters) -", ("Reuters",), (None, None)),
        ("Larov (CNN)", ("CNN",), (None, None)),
        ("LAROV —", (), (None, None)),
        ("LAROV, Bardia —", (), (None, None)),
        ("LAROV -", (), (None, None)),
        ("AL-ŞELM --", (), (None, None)),
        ("PORT LAROV, 3 JAN 90 --", (), (1, 3)),
    ],
)
def test_found(names: NewsNames, line: str, agencies: tuple[str, ...], day: tuple[int | None, int | None]) -> None:
    text = f"{line} At least four people were killed."
    found = find_dateline(text, names)
    assert found is not None
    assert text[slice(*found.span)] == line
    assert (found.agencies, (found.month, found.day), found.year) == (agencies, day, None)


@pytest.mark.parametrize(
    "text",
    [
        "At least four people were killed -- The army said so.",
        "NATO - the alliance - said no.",
        "BREAKING — Four people were killed.",
        "UPDATE 2 - Four people were killed.",
        "CNN — Four people were killed.",
        "The army (FAB) said that four people were killed.",
        "Hezbollah (Party of God) - Four people were killed.",
        "LAROV (population 5,000) was shelled.",
        "LAROV",
        "FOUR PEOPLE KILLED -- THE ARMY SAID THAT IT WAS NOT INVOLVED.",
        "Larov - Four people were killed.",
    ],
)
def test_not_found(names: NewsNames, text: str) -> None:
    assert find_dateline(text, names) is None


def test_behind_byline_and_standfirst(names: NewsNames) -> None:
    text = f"by Zhu Jianhui\n\nTwo towns were struck\n\n  LAROV, Nov. 26 (Xinhua) -- {BODY}"
    found = coded(names, text)
    assert found.dateline is not None
    assert text[slice(*found.dateline)] == "LAROV, Nov. 26 (Xinhua) --"
    assert found.authors == ("Zhu Jianhui",)


def test_the_agency_is_the_outlet_only_when_there_is_none(names: NewsNames) -> None:
    found = coded(names, f"LAROV (Reuters) - {BODY}")
    assert (found.outlet, found.credits) == ("Reuters", ())
    assert [n.code for n in found.notices] == ["outlet-from-dateline", "no-date"]
    found = coded(names, f"LAROV (Reuters) - {BODY}", url="https://edition.cnn.example", outlet="Northgate Gazette")
    assert (found.outlet, found.credits) == ("Northgate Gazette", ("Reuters",))
    assert coded(names, f"LAROV (AFP) - {BODY}", url="https://www.afp.com/larov").credits == ()


@pytest.mark.parametrize(
    ("line", "url", "published", "day"),
    [
        ("LAROV, Nov 16 (Xinhua) --", None, None, None),
        ("LAROV, Nov 16, 2006 (Xinhua) --", None, None, date(2006, 11, 16)),
        ("LAROV, Nov 16 (Xinhua) --", "https://x.example/2006/11/17/larov", None, date(2006, 11, 16)),
        ("LAROV, Nov 16 (Xinhua) --", None, "2006", date(2006, 11, 16)),
        ("LAROV, Nov 16 (Xinhua) --", None, "2006-11", date(2006, 11, 16)),
        ("LAROV, Nov 16 (Xinhua) --", None, "2006-12", None),
        ("LAROV, Nov 31 (Xinhua) --", None, "2006", None),
        ("LAROV, 3 JAN 90 (AFP) --", None, None, None),
        ("LAROV, Nov 16 (Xinhua) --", None, "2006-11-18", date(2006, 11, 18)),
    ],
)
def test_no_year_is_guessed(names: NewsNames, line: str, url: str | None, published: str | None, day: date | None) -> None:
    found = coded(names, f"{line} {BODY}", url, published)
    assert found.published == day
    assert ("no-date" in [n.code for n in found.notices]) == (day is None)
