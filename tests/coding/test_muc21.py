"""Lists of the dead whose middle the parse takes for a description, whom a killing names besides, murders with a day of their own."""

from __future__ import annotations

from gesta.model import Event
from tests.coding.record_views import Code, words


def assaults(code: Code, name: str) -> list[Event]:
    return [e for e in code(f"muc21-{name}").events if e.type == "ASSAULT"]


def hit(code: Code, name: str) -> list[list[str]]:
    return [[words(code(f"muc21-{name}"), s) for s in e.spans.recipients] for e in assaults(code, name)]


def lost(code: Code, name: str) -> list[tuple[str, int | None]]:
    return [(f.effect, f.best) for f in code(f"muc21-{name}").figures]


def test_the_middle_of_a_list_is_one_of_the_dead(code: Code) -> None:
    # Boko Haram killed a priest, a nun and two drivers in Maiduguri.
    assert lost(code, "list-of-as") == [("killed", 1), ("killed", 1), ("killed", 2)]
    assert hit(code, "list-of-as") == [["a priest", "a nun", "two drivers"]]
    # A mine killed a driver, a Ugandan national, and a passenger near Gulu.
    assert lost(code, "passenger-described") == [("killed", 1), ("killed", 1)]


def test_a_killing_shows_all_whom_it_names(code: Code) -> None:
    # Troops killed Jose Gacha, his son Freddy and 15 others in Tolu.
    assert hit(code, "own-son") == [["15 others", "Jose Gacha", "his son"]]
    # Rebels murdered Peter Lado, a senator and former envoy, near Juba.
    assert hit(code, "name-described") == [["Peter Lado"]]


def test_who_is_killed_along_with_somebody_is_shown(code: Code) -> None:
    # Gunmen murdered senator Amina Yusuf in Kano along with her driver and Musa Bello. / …, where she had come with her driver.
    assert hit(code, "along-with") == [["senator Amina Yusuf", "her driver", "Musa Bello"]]
    assert hit(code, "met-along-with") == [["senator Amina Yusuf"]]


def test_a_murder_with_a_day_of_its_own_is_an_act_of_its_own(code: Code) -> None:
    # This week gunmen attacked army posts near Gao. Last week a retired officer was assassinated. / … Last week ten people were killed.
    assert hit(code, "last-week") == [[], ["a retired officer"]]
    assert len(hit(code, "toll-week")) == 1
    # Militants attacked the convoy near Basra. The governor of Basra was murdered on 4 July.
    assert hit(code, "governor-july") == [[], ["The governor"]]
    # Militants stormed the clinic in Goma on Sunday. A nurse was murdered.
    assert hit(code, "nurse") == [["the clinic"]]
    # … Ali Jabr is the second mayor who has been murdered in the last three days.
    assert len(hit(code, "second-mayor")) == 1
