"""Linking computed from a store and published into it: the same each time, and the same whether all is linked or what is new."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from gesta.linking.chapters import chapters
from gesta.linking.link import link
from gesta.model import Derived, Judgement, JudgementKind
from gesta.pipeline import relinking
from gesta.pipeline.relinking import relink
from gesta.store import Store, open_store
from tests.linking.telling_rows import anchor
from tests.pipeline.news import news, told

MOST = 3
Change = Callable[[Store, Random], None]


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three reports are as many as one chapter holds."""
    monkeypatch.setattr(relinking, "chapters", partial(chapters, most=MOST))


def dump(derived: Derived) -> str:
    return json.dumps(asdict(derived), default=str, sort_keys=True)


def whole(store: Store) -> Derived:
    """What linking computes of all that lies in the store, at once."""
    return link(store.filings(), store.tellings(), store.claims(), store.judgements(), most=MOST)


def relinked() -> str:
    """A digest of what is computed of some news."""
    with TemporaryDirectory() as folder, open_store(f"{folder}/s.gesta", write=True, create=True) as store:
        store.add(list(news(1, 20, 10)))
        relink(store)
        assert store.derived().incidents
        return hashlib.sha256(dump(store.derived()).encode()).hexdigest()


def test_computing_twice_gives_the_same_bytes_in_another_process_too() -> None:
    script = "from tests.pipeline.test_relinking import relinked; print(relinked())"
    path = ":".join(sys.path)
    env = {"PYTHONHASHSEED": "1", "PYTHONPATH": path}
    run = subprocess.run([sys.executable, "-c", script], env=env, check=True, capture_output=True)
    assert run.stdout.decode().strip() == relinked()


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize("seed", range(2))
def test_linking_what_is_new_gives_what_linking_all_gives(seed: int, address: str) -> None:
    chance, waiting = Random(seed), list(news(seed, 150, 14))
    if seed % 2:
        chance.shuffle(waiting)
    with open_store(address, write=True, create=True) as store:
        while waiting:
            some = [waiting.pop(0) for _ in range(min(len(waiting), chance.randrange(1, 8)))]
            store.add(some)
            done = relink(store)
            assert store.derived() == whole(store)
            assert len({i.id for i in store.derived().incidents if i.granularity == "incident"}) >= done.incidents
        assert done.of > 5
        assert not relink(store).chapters


def judged(store: Store, chance: Random) -> Judgement:
    """A decision about two tellings of any two days, or the undoing of one."""
    one, other = map(anchor, chance.sample(list(store.tellings()), 2))
    kinds: tuple[JudgementKind, ...] = ("merge", "split", "reject", "correct", "undo")
    before, kind = list(store.judgements()), chance.choice(kinds)
    more: dict[str, Any] = {"items": (one, other)}
    if kind == "split":
        more = {"items": (one,), "apart": (other,)}
    elif kind == "correct":
        more = {"items": (one,), "changes": (("start", json.dumps("2022-02-01")), ("end", json.dumps("2022-02-01")))}
    elif kind == "undo":
        kind, more = ("undo", {"undoes": chance.choice(before).id}) if before else ("reject", more)
    return Judgement(kind=kind, at=f"2022-09-20T10:{len(before):02}:00Z", by="an editor", **more)


@pytest.mark.usefixtures("cut")
def test_decisions_change_the_chapters_that_they_are_about_and_no_others(tmp_path: Path) -> None:
    chance = Random(1)
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add(list(news(1, 100, 10)))
        relink(store)
        for _ in range(4):
            store.judge([judged(store, chance)])
            relink(store)
            assert store.derived() == whole(store)


@pytest.mark.usefixtures("cut")
def test_news_of_a_day_touches_no_chapter_but_its_own(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add(list(news(5, 60, 24)))
        assert len(relink(store).chapters) > 4
        store.add([told(Random(5), date(2022, 3, 18), "News of the middle of a chapter.", url=99)])
        assert [str(chapter.first) for chapter in relink(store).chapters] == ["2022-03-01"]


def reports_gone(store: Store, chance: Random) -> None:
    store.take_down([f.id for f in chance.sample(list(store.filings()), 2)], "asked")


def coded_anew(store: Store, chance: Random) -> None:
    record = next(store.records())
    store.recode([record | {"events": record["events"][:-1]}])


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize("change", [reports_gone, coded_anew])
def test_after_what_changes_the_past_all_is_linked_anew(change: Change, tmp_path: Path) -> None:
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add(list(news(3, 60, 14)))
        relink(store)
        change(store, Random(3))
        done = relink(store)
        assert len(done.chapters) == done.of
        assert store.derived() == whole(store)


@pytest.mark.usefixtures("cut")
def test_other_rules_link_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add(list(news(3, 60, 14)))
        relink(store)
        assert relink(store).chapters == ()
        monkeypatch.setattr(relinking, "rules", lambda: "of another gesta")
        done = relink(store)
        assert len(done.chapters) == done.of > 1


@pytest.mark.usefixtures("cut")
def test_rows_that_cannot_be_told_apart_are_swapped_in_as_a_whole(tmp_path: Path) -> None:
    def named(records: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
        return [record | {"report": record["report"] | {"id": f"r{n}"}} for n, record in enumerate(records)]

    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add(named(news(3, 60, 14)))
        relink(store)
        assert store.derived() == link(store.filings(), store.tellings(), store.claims())
