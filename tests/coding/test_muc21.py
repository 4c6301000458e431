"""Lists of the dead whose middle the parse takes for a description."""

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
