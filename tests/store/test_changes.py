"""What is computed anew is written where it changed, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gesta.store import Store
from gesta.store.batches import Row, in_place, place_of_subject
from gesta.store.changes import changes, digest
from tests.store.reports import derived, incident, record

Open = Callable[..., Store]
HELD = st.dictionaries(st.integers(0, 30), st.integers(0, 3), max_size=12)


@given(HELD, HELD)
def test_a_table_holds_what_was_computed_last_and_what_stays_is_not_touched(before: dict[int, int], after: dict[int, int]) -> None:
    gone, come = changes([(row[0], digest(row)) for row in before.items()], after.items())
    assert {number: value for number, value in before.items() if number not in gone} | dict(come) == after
    assert not {number for number, value in before.items() if after.get(number) == value} & {*gone, *dict(come)}


@given(st.lists(st.tuples(st.text("0123456789abcdef", min_size=16, max_size=16), st.integers(1, 9)), unique_by=lambda item: item[0]))
def test_a_row_has_the_same_number_whatever_else_is_computed(names: list[tuple[str, int]]) -> None:
    def placed(some: list[tuple[str, int]]) -> list[Row]:
        return list(in_place((place_of_subject(name), (name, n)) for name, count in some for n in range(count)))

    every = placed(sorted(names))
    assert every == sorted(every)
    near = {place_of_subject(one) for one, _ in names}
    if len(near) == len(names):
        assert sorted(row for name in names for row in placed([name])) == every


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
    before, others = derived("r1"), tuple(incident(id=f"{n:x}" * 16) for n in (2, 3))
    after = derived("r1", "r2")
    with store(write=True) as writer:
        writer.add([record("r1"), record("r2")])
        writer.publish(replace(before, incidents=(*before.incidents, *others)))
        written = versions(address) if address.startswith("postgresql:") else {}
        writer.publish(again := replace(after, incidents=(*after.incidents, incident(id="15" * 8), others[1])))
    with store() as reader:
        assert reader.derived() == again
    if written:
        stayed = {name: len(rows & written[name]) for name, rows in versions(address).items()}
        assert stayed == {"origin": 1, "incident": 3, "tie": 2, "estimate": 0}
