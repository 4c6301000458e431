"""What is computed anew is written where it changed, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gesta.store import Store
from gesta.store.batches import Row
from gesta.store.changes import apart, changes, digest
from tests.store.reports import derived, incident, record

Open = Callable[..., Store]
VALUES = st.lists(st.integers(0, 30), max_size=12)


def placed(held: list[Row], values: list[int]) -> list[Row]:
    """What a table holds when these values are computed over what it held."""
    gone, come = changes([(row[0], digest(row)) for row in held], [(place, value) for place, value in enumerate(values)])
    stay = [row for row in held if row[0] not in set(gone)]
    assert not {row[0] for row in stay} & {row[0] for row in come}
    return sorted([*stay, *come])


@given(st.lists(VALUES, max_size=6))
def test_a_table_holds_what_was_computed_last_in_its_order(computed: list[list[int]]) -> None:
    held: list[Row] = []
    for values in computed:
        held = placed(held, values)
        assert [value for _, value in held] == values
        assert len({number for number, _ in held}) == len(held)


def test_rows_without_room_between_them_make_room() -> None:
    held: list[Row] = [(1, "a"), (2, "c")]
    gone, come = changes([(number, digest((number, value))) for number, value in held], [(0, "a"), (1, "b"), (2, "c")])
    assert gone == [2]
    assert [value for _, value in come] == ["b", "c"]


@given(st.lists(st.integers(), unique=True, max_size=12), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_what_stays_is_not_touched(values: list[int], gone: set[int], new: set[int]) -> None:
    held = list(apart((0, value) for value in values))
    stay = [value for place, value in enumerate(values) if place not in gone]
    wanted: list[Any] = [part for place, value in enumerate(stay) for part in ((str(place), value) if place in new else (value,))]
    away, come = changes([(row[0], digest(row)) for row in held], [(0, value) for value in wanted])
    assert [row[1] for row in held if row[0] in away] == [value for place, value in enumerate(values) if place in gone]
    assert [value for _, value in come] == [value for value in wanted if isinstance(value, str)]


def test_a_digest_is_of_the_values_whatever_they_are() -> None:
    rows = [(1, "a", None), (1, None, "a"), (1, "a", 0), (1, "a", "\ud800"), (1, ("a",), None), (1, 1 << 70, None)]
    assert len({digest(row) for row in rows}) == len(rows)
    assert digest((1, "a", "\ud800")) == digest((2, "a", "\ud800"))


def versions(address: str) -> dict[str, set[Any]]:
    """Of each computed table of PostgreSQL the versions of its rows."""
    import psycopg

    with psycopg.connect(address) as connection:
        return {
            name: {row[0] for row in connection.execute(f"SELECT ctid::text || xmin::text FROM gesta.{name}".encode())}
            for name in ("origin", "incident", "tie", "estimate")
        }


def test_rows_of_what_did_not_change_stay_as_they_lie(store: Open, address: str) -> None:
    before, others = derived("r1"), tuple(incident(id=f"i{n}") for n in (2, 3))
    after = derived("r1", "r2")
    with store(write=True) as writer:
        writer.add([record("r1"), record("r2")])
        writer.publish(replace(before, incidents=(*before.incidents, *others)))
        written = versions(address) if address.startswith("postgresql:") else {}
        writer.publish(again := replace(after, incidents=(*after.incidents, incident(id="i15"), others[1])))
    with store() as reader:
        assert reader.derived() == again
    if written:
        stayed = {name: len(rows & written[name]) for name, rows in versions(address).items()}
        assert stayed == {"origin": 1, "incident": 3, "tie": 2, "estimate": 0}
