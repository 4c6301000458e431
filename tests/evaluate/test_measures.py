"""Figures, intervals, floors and fingerprints, whatever is scored."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.errors import CodebookError, MalformedRecord
from gesta.evaluate.bootstrap import intervals
from gesta.evaluate.corpus import fingerprint, found, records
from gesta.evaluate.floors import Floors, lifted, load, raised, save
from gesta.evaluate.pairing import paired
from gesta.evaluate.results import Result
from gesta.evaluate.run import judged
from gesta.evaluate.task import Measure, Miss, Scored, Task

F1 = Measure(name="F1", key="x")
SHARE = Measure(name="share", key="y", kind="share", most=True)
COUNTS = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(lambda n: (min(n), n[1], n[2]))
TASK = Task(name="made", about="made", corpus=("made/{split}.jsonl",), measures=(F1,), score=lambda _paths, _equipment: iter(()))


def document(name: str, right: int, gold: int, got: int) -> Scored:
    counts = Counter({"x right": right, "x gold": gold, "x found": got, "y right": right, "y of": gold})
    return Scored(document=name, counts=counts, misses=(Miss(document=name, what="wrong", text=name, weight=float(gold)),))


def test_f1_is_of_all_documents_together() -> None:
    assert F1.value({"x right": 2, "x gold": 4, "x found": 4}) == 0.5
    assert F1.value({}) is None


def test_calibration_error_is_the_gap_between_sureness_and_rightness() -> None:
    sure = Measure(name="error", key="z", kind="calibration error")
    bins = {"z 9 of": 10, "z 9 sure": 9.5, "z 9 right": 7, "z 2 of": 10, "z 2 sure": 2.5, "z 2 right": 3}
    assert sure.value(bins) == pytest.approx((2.5 + 0.5) / 20)


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_an_interval_lies_between_the_worst_and_the_best_document(rows: list[tuple[int, int, int]]) -> None:
    scored = [document(str(n), *row) for n, row in enumerate(rows)]
    single = [value for each in scored if (value := F1.value(each.counts)) is not None]
    (interval,) = intervals(scored, [F1])
    assert (interval is None) == (not single)
    if interval:
        assert min(single) - 1e-9 <= interval[0] <= interval[1] <= max(single) + 1e-9
        assert intervals(scored, [F1]) == [interval]


@given(st.none() | st.floats(0, 1), st.floats(0, 1))
def test_a_floor_never_falls_and_a_ceiling_never_rises(floor: float | None, value: float) -> None:
    assert floor is None or lifted(floor, value, most=False) >= floor
    assert floor is None or lifted(floor, value, most=True) <= floor
    assert lifted(None, value, most=False) <= value <= lifted(None, value, most=True)


def result(folder: Path, right: int, floors: dict[str, Floors]) -> Result:
    path = folder / "made.jsonl"
    path.write_text("{}\n", "utf-8")
    return judged(TASK, "dev", (path,), [document("a", right, 4, 4), document("b", 0, 1, 0)], floors)


def test_a_figure_below_its_floor_is_marked_and_the_worst_come_first(tmp_path: Path) -> None:
    floors = raised({}, [result(tmp_path, 4, {})])
    fallen = result(tmp_path, 1, floors)
    assert [figure.below for figure in fallen.figures] == [True]
    assert not any(figure.below for figure in result(tmp_path, 4, floors).figures)
    assert [miss.document for miss in fallen.worst(1)] == ["a"]


def test_floors_of_another_corpus_are_refused_and_left_alone(tmp_path: Path) -> None:
    other = {"made/dev": Floors(fingerprint="0" * 16, figures={"F1": 1.0})}
    scored = result(tmp_path, 1, other)
    assert scored.refused is not None
    assert "0" * 16 in scored.refused
    assert [figure.floor for figure in scored.figures] == [None]
    assert raised(other, [scored]) == other


def test_floors_come_back_as_they_were_saved_and_a_wrong_file_is_named(tmp_path: Path) -> None:
    path, floors = tmp_path / "floors.json", {"a/dev": Floors(fingerprint="f", figures={"F1": 0.5})}
    save(path, floors)
    assert load(path) == floors
    path.write_text('{"a/dev": 1}', "utf-8")
    with pytest.raises(CodebookError, match=r"floors\.json"):
        load(path)


def test_shipped_floors_are_shares_and_say_of_which_corpus() -> None:
    floors = load()
    assert floors
    assert all(0 <= value <= 1 for each in floors.values() for value in each.figures.values())
    assert all(len(each.fingerprint) == 16 for each in floors.values())


def test_packing_a_corpus_does_not_change_its_fingerprint(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_bytes(b'{"a": 1}\n')
    packed.write_bytes(gzip.compress(b'{"a": 1}\n'))
    assert fingerprint((plain,)) == fingerprint((packed,))
    plain.write_bytes(b'{"a": 2}\n')
    assert fingerprint((plain,)) != fingerprint((packed,))


def test_a_split_is_found_by_its_files_name_or_beside_the_whole(tmp_path: Path) -> None:
    whole = Task(name="w", about="", corpus=("w.jsonl.gz",), measures=(), score=TASK.score, splits={"dev": ("one", "two")})
    for name in ("w.jsonl.gz", "w.test.jsonl.gz", "made"):
        (tmp_path / name).mkdir() if "." not in name else (tmp_path / name).write_bytes(b"")
    (tmp_path / "made" / "dev.jsonl").write_bytes(b"")
    assert [p.name for p in found(whole, tmp_path, "test")] == ["w.test.jsonl.gz"]
    assert [p.name for p in found(whole, tmp_path, "dev")] == ["w.jsonl.gz"]
    assert [p.name for p in found(TASK, tmp_path, "dev")] == ["dev.jsonl"]
    assert found(TASK, tmp_path, "test") == ()


@pytest.mark.parametrize(("text", "line"), [('{"a": 1}\n{"a": \n', 2), ("[1]\n", 1)])
def test_a_bad_line_is_named_with_its_file(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(MalformedRecord, match=rf"bad\.jsonl:{line}:"):
        list(records(path))


def test_pairs_are_made_best_first_and_each_item_once() -> None:
    assert paired([1.0, 2.0], [2.1, 1.9, 9.0], lambda g, f: max(0.0, 1 - abs(g - f))) == [(1, 0), (0, 1)]


def test_rows_carry_corpus_and_fingerprint(tmp_path: Path) -> None:
    (row,) = result(tmp_path, 4, {}).rows()
    assert json.loads(json.dumps(row))["fingerprint"] == fingerprint((tmp_path / "made.jsonl",))
    assert row["corpus"] == [f"{tmp_path.name}/made.jsonl"]
