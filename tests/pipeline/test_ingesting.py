"""Many reports into a store: each once, whatever order they come in and however often."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from gesta.errors import InputError, StoreBusy, StoreError
from gesta.intake import Found
from gesta.intake.fetching import Fetcher
from gesta.model import Article, Derived
from gesta.pipeline import Pipeline, ingesting
from gesta.pipeline.ingesting import LOOKED_UP, Ingestion, Tally
from gesta.pipeline.relinking import relink
from gesta.pipeline.sources import documents_of
from gesta.store import Store, open_store, spelled
from gesta.store.postgres import PostgresEngine
from gesta.store.schema import TELLING, Table
from tests.intake.archives import pages
from tests.pipeline.coded_records import coded, line, lines
from tests.pipeline.fakes import FakeReader

BROKEN = InputError(path="broken.txt", line=3, why="no text")
Ingest = Callable[..., Tally]


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address, write=True, create=True) as opened:
        yield opened


@pytest.fixture
def ingest(store: Store, pipeline: Pipeline) -> Ingest:
    """A run over what was found; what it counts."""

    def run(found: Iterable[Found], batch: int = 500) -> Tally:
        ingestion = Ingestion(store, pipeline, batch=batch)
        assert len(list(ingestion.take(found))) == ingestion.tally.seen
        return ingestion.tally

    return run


def articles(*said: str) -> list[Article]:
    return [Article(text=text, url=f"https://post.example/{text}") for text in said]


def texts(store: Store) -> list[str]:
    return [filing.text for filing in store.filings()]


def test_articles_are_coded_records_taken_as_they_are_in_order(store: Store, ingest: Ingest) -> None:
    assert ingest([*articles("a"), coded(1), BROKEN, *articles("b")]) == Tally(filed=3, failed=1)
    assert texts(store) == ["a", coded(1)["report"]["text"], "b"]
    assert list(store.records([coded(1)["report"]["id"]])) == [coded(1)]
    assert [(f.origin, f.error, f.why) for f in store.failures()] == [("broken.txt:3", "InputError", "no text")]


def test_what_the_store_knows_is_neither_read_nor_filed_again(store: Store, pipeline: Pipeline, ingest: Ingest) -> None:
    assert ingest([*articles("a", "b"), coded(1)]) == Tally(filed=3)
    reader = vars(pipeline)["reader"] = FakeReader()
    assert ingest([coded(1), *articles("a", "c", "b", "c"), BROKEN]) == Tally(filed=1, known=4, failed=1)
    assert ingest([BROKEN]) == Tally(failed=1)
    assert sum(reader.batches) == 2
    assert (texts(store)[3:], len(list(store.failures()))) == (["c"], 1)


def test_nothing_is_loaded_for_records_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "records.gesta", write=True, create=True) as store:
        pipeline = Pipeline()
        list(Ingestion(store, pipeline).take([coded(1), coded(2)]))
        assert not {"reader", "codebook"} & set(vars(pipeline))


def test_an_article_that_cannot_be_coded_is_set_aside_alone(store: Store, ingest: Ingest) -> None:
    assert ingest(articles("a", "uncodable", "unreadable", "b")) == Tally(filed=2, failed=2)
    assert [f.error for f in store.failures()] == ["CodingFailed", "CodingFailed"]


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_versions_of_one_url_are_revisions_across_runs(store: Store, ingest: Ingest, batch: int) -> None:
    versions = [Article(text=text, url="https://post.example/1") for text in ("50 dead", "49 dead", "48 dead")]
    ingest(versions[:1], batch)
    ingest([*versions, *articles("a")], batch)
    filings = list(store.filings())
    assert [f.revision_of for f in filings] == [None, filings[0].id, filings[1].id, None]


def test_a_run_that_is_left_keeps_its_whole_batches(store: Store, pipeline: Pipeline) -> None:
    ingestion = Ingestion(store, pipeline, batch=2)
    done = ingestion.take(articles("a", "b", "c", "d", "e"))
    for _ in range(4):
        next(done)
    assert texts(store) == ["a", "b"]
    assert ingestion.tally == Tally(filed=2)


def test_what_was_read_is_kept_every_few_seconds(store: Store, pipeline: Pipeline) -> None:
    ingestion = Ingestion(store, pipeline, seconds=0.0)
    done = ingestion.take(articles("a", "b"))
    next(done)
    next(done)
    assert texts(store) == ["a"]


def test_readers_see_a_run_at_its_end_and_as_a_whole(store: Store, pipeline: Pipeline, address: str) -> None:
    ingestion = Ingestion(store, pipeline, batch=1)
    list(ingestion.take([coded(1)]))
    relink(store, ingestion.row("first"))
    list(ingestion.take([coded(2), coded(3)]))
    with open_store(address) as reader:
        assert len(list(reader.filings())) == 1
    relink(store, ingestion.row("second"))
    with open_store(address) as reader:
        assert len(list(reader.filings())) == 3
        assert [(i.source, i.filed) for i in reader.ingests()] == [("first", 1), ("second", 3)]
        assert reader.derived() != Derived()


def test_a_second_writer_is_told_to_wait(store: Store, address: str, ingest: Ingest) -> None:
    with pytest.raises(StoreBusy, match="another process is writing"):
        open_store(address, write=True)
    assert ingest([coded(1)]) == Tally(filed=1)


def test_records_that_the_store_has_are_counted_as_known_and_filed_once(store: Store, ingest: Ingest) -> None:
    assert ingest([coded(0), coded(1), coded(0)], batch=2) == Tally(filed=2, known=1)
    assert ingest([coded(1), *articles("a"), coded(2)]) == Tally(filed=2, known=1)
    assert [filing.seq for filing in store.filings()] == [1, 2, 3, 4]


def test_a_run_that_is_given_again_spells_out_few_of_the_records_that_the_store_has(
    store: Store, pipeline: Pipeline, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Found] = [coded(n) for n in range(200)]
    assert ingest(found, batch=10) == Tally(filed=200)
    again = count()
    monkeypatch.setattr(ingesting, "spelled", lambda record: (next(again), spelled(record))[1])
    assert ingest([*found, coded(200)], batch=10) == Tally(filed=1, known=200)
    assert next(again) <= 2 * LOOKED_UP + 1
    assert texts(store)[-1] == coded(200)["report"]["text"]


def test_pythons_collector_rests_over_records_alone_and_works_again_wherever_a_run_ends(store: Store, pipeline: Pipeline) -> None:
    found: list[Found] = [coded(1), *articles("a"), BROKEN, coded(2), coded(3)]
    run = Ingestion(store, pipeline).take(found)
    assert [gc.isenabled() for _ in zip(run, range(4), strict=False)] == [False, True, True, False]
    run.close()  # type: ignore[attr-defined]
    assert gc.isenabled()


class Failing:
    """A store that cannot take the second batch, as when the disk is full or the connection is lost."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._left = 1
        self.known = store.known

    def add_ahead(self, records: list[object], failures: list[object]) -> Callable[[], int]:
        if not self._left:
            raise StoreError(path="s", why="No space left on device")
        self._left -= 1
        return self._store.add_ahead(records, failures)  # type: ignore[arg-type]


def test_a_store_that_fails_ends_the_run_and_the_next_goes_on(store: Store, pipeline: Pipeline, ingest: Ingest) -> None:
    ingestion = Ingestion(Failing(store), pipeline, batch=2)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="No space left"):
        list(ingestion.take([coded(n) for n in range(6)]))
    assert ingestion.tally == Tally(filed=2)
    assert ingest([coded(n) for n in range(6)]) == Tally(filed=4, known=2)
    assert len(set(texts(store))) == len(texts(store)) == 6


def test_a_connection_that_is_lost_in_mid_batch_costs_that_batch_alone(
    address: str, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not address.startswith("postgresql:"):
        pytest.skip("a file has no connection")
    take, lost = PostgresEngine.take, count()

    def cut(engine: PostgresEngine, table: Table, prepared: bytes) -> None:
        take(engine, table, prepared)
        if table is TELLING and next(lost) == 1:
            with psycopg.connect(address, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gesta'")

    monkeypatch.setattr(PostgresEngine, "take", cut)
    with pytest.raises(StoreError, match="connection was lost"), open_store(address, write=True) as store:
        list(Ingestion(store, pipeline, batch=2).take([coded(n) for n in range(6)]))
    with open_store(address, write=True) as store:
        ingestion = Ingestion(store, pipeline, batch=2)
        list(ingestion.take([coded(n) for n in range(6)]))
        assert ingestion.tally == Tally(filed=4, known=2)
        assert [record["report"]["text"] for record in store.records()] == [coded(n)["report"]["text"] for n in range(6)]


def test_a_bad_line_in_the_middle_costs_nothing_else(tmp_path: Path, store: Store, ingest: Ingest) -> None:
    found = documents_of([str(lines(tmp_path / "records.jsonl", 20))], Fetcher("0"))
    assert ingest(found) == Tally(filed=20, known=1, failed=1)
    [failure] = store.failures()
    assert failure.origin.startswith(f"{tmp_path}/records.jsonl:11:")
    assert list(store.records())[19] == coded(19)


def test_sources_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(pages(2)[:-20])
    (tmp_path / "b.jsonl").write_text(line(coded(1)))
    (tmp_path / "c.rss").write_text("<!doctype html><html><body>Menu</body></html>")
    found = list(documents_of([str(tmp_path), "http://127.0.0.1/", str(tmp_path / "none")], Fetcher("0")))
    assert [type(f).__name__ for f in found] == ["Article", "DamagedArchive", "dict", "NotFeed", "FetchRefused", "InputError"]


def test_a_file_that_cannot_be_read_to_its_end_is_set_aside_there(tmp_path: Path) -> None:
    def opened(path: Path) -> object:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.txt").write_text("x")
    [error] = documents_of([str(tmp_path / "a.txt")], Fetcher("0"), opened=opened)  # type: ignore[arg-type]
    assert "Input/output error" in str(error)


def test_the_row_of_a_run_says_what_it_did(store: Store, pipeline: Pipeline) -> None:
    ingestion = Ingestion(store, pipeline)
    list(ingestion.take([coded(1), BROKEN]))
    row = ingestion.row("records.jsonl")
    assert (row.source, row.filed, row.known, row.failed) == ("records.jsonl", 1, 0, 1)
    assert row.started <= (row.finished or "")
