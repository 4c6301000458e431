"""`gesta watch`: feeds on loopback, a store in a file, and signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from gesta.cli.app import run
from gesta.errors import StoreBusy, StoreError
from gesta.intake.fetching import Fetcher
from gesta.pipeline import Pipeline
from gesta.pipeline.watching import Watch
from gesta.store import Store, open_store
from tests.intake.archives import page
from tests.intake.loopback import Site, serving
from tests.pipeline.conftest import pipeline

FEED = {"Content-Type": "application/rss+xml", "ETag": '"1"'}
__all__ = ["pipeline"]  # a fixture
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def site() -> Iterator[Site]:
    """A feed of two articles."""
    with serving() as made:
        items = "".join(f"<item><link>/{n}</link></item>" for n in (2, 1))
        made.answers["/feed"] = (200, FEED, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
        made.page("/1", page(1))
        made.page("/2", page(2))
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "conflict.gesta"


def reaching(version: str, **options: Any) -> Fetcher:
    """A fetcher that may connect to loopback."""
    return Fetcher(version, allowed=lambda address: True, interval=0.0, seconds=5.0, **options)


@pytest.fixture
def watched(site: Site, store: Path, pipeline: Pipeline) -> Watch:
    """The watch behind the command."""
    return Watch([f"{site.url}/feed"], str(store), pipeline, reaching("0"))


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: Path, pipeline: Pipeline) -> Command:
    """Runs the command in this process, without the model, on a fetcher that may connect to loopback."""
    monkeypatch.setattr("gesta.cli.watch.Pipeline", lambda *_, **__: pipeline)
    monkeypatch.setattr("gesta.cli.watch.Fetcher", reaching)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["watch", *arguments, "--store", str(store)])
        return code, *capsys.readouterr()

    return call


def give_first_page(handler: Any) -> None:
    """What the site answers where something happens meanwhile."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(page(1))


def taken(store: Path, *_: object) -> None:
    """Another process was faster."""
    raise StoreBusy(path=store, why="another process is writing to it")


def filed(store: Path) -> list[str | None]:
    with open_store(store) as opened:
        return [filing.url for filing in opened.filings()]


def test_once(site: Site, watch: Command, store: Path) -> None:
    code, out, err = watch(f"{site.url}/feed", "--once")
    assert (code, err) == (0, "")
    assert out.endswith(" UTC  1 feed polled, 2 reports filed\n")
    assert filed(store) == [f"{site.url}/1", f"{site.url}/2"]


def test_what_any_text_may_need_is_loaded_before_a_watch_that_goes_on(watch: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    def ended(*_: object, **__: object) -> bool:
        raise StoreError(why="the first round ends it")

    monkeypatch.setattr("gesta.cli.watch.identifier", lambda: loaded.append("languages"))
    monkeypatch.setattr("gesta.cli.watch.polled", ended)
    watch("http://127.0.0.1:9/feed", "--once")
    assert not loaded
    watch("http://127.0.0.1:9/feed")
    assert loaded == ["languages"]


def test_another_watch_of_the_store_knows_what_the_first_one_did(site: Site, watch: Command) -> None:
    watch(f"{site.url}/feed", "--once")
    before = site.paths()
    assert watch(f"{site.url}/feed", "--once")[:2] == (0, "")  # not due yet
    assert site.paths() == before


def test_what_fails_is_set_aside_and_said(site: Site, watch: Command, store: Path) -> None:
    site.answers["/1"] = (404, {}, b"")
    site.page("/page", page(3))
    code, out, err = watch(f"{site.url}/feed", f"{site.url}/page", "--once")
    assert code == 3
    assert "2 feeds polled, 1 report filed, 2 set aside" in out
    assert [line.split(": ", 2)[2] for line in err.splitlines()] == ["the host answers with status 404", "a web page, no feed"]
    with open_store(store) as opened:
        assert len(list(opened.failures())) == 2


def test_a_file_is_no_feed_to_watch(watch: Command) -> None:
    code, _, err = watch("feed.xml")
    assert code == 2
    assert "is no web address" in err


def test_a_busy_store_ends_a_single_round(site: Site, watch: Command, store: Path) -> None:
    with open_store(store, write=True, create=True):
        code, _, err = watch(f"{site.url}/feed", "--once")
    assert code == 1
    assert "another process is writing" in err


def test_a_store_that_is_lost_for_now_is_made_up_for(site: Site, store: Path, watched: Watch) -> None:
    def lost(*_: object) -> None:
        raise StoreError(path=store, why="the connection was lost")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gesta.pipeline.watching.relink", lost)
        with pytest.raises(StoreError):
            list(watched.round())
    assert list(watched.round()) == []
    assert (watched.polled, watched.rounds) == (0, 1)
    assert filed(store) == [f"{site.url}/1", f"{site.url}/2"]


def test_a_watch_that_goes_on_links_apart(site: Site, store: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesta.pipeline.watching.relink", None)
    watched = Watch([f"{site.url}/feed"], str(store), pipeline, reaching("0"), apart=True)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("gesta.pipeline.watching.relink_apart", partial(taken, store))
        with pytest.raises(StoreBusy):
            list(watched.round())
    assert not store.exists()  # filed, and not published yet
    assert list(watched.round()) == []
    assert filed(store) == [f"{site.url}/1", f"{site.url}/2"]


def test_others_may_write_while_it_fetches_and_what_it_cannot_file_then_waits(site: Site, store: Path, watched: Watch) -> None:
    others: list[Store] = []

    def meanwhile(handler: Any) -> None:
        others.append(open_store(store, write=True).__enter__())
        give_first_page(handler)

    site.answers["/1"] = meanwhile
    with pytest.raises(StoreBusy):
        list(watched.round())
    others[0].__exit__(None, None, None)
    asked = site.paths()
    assert list(watched.round()) == []
    assert site.paths() == asked
    assert filed(store) == [f"{site.url}/1", f"{site.url}/2"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_what_was_fetched_be_filed(site: Site, watch: Command, store: Path, number: signal.Signals) -> None:
    def stopped_meanwhile(handler: Any) -> None:
        os.kill(os.getpid(), number)
        give_first_page(handler)

    site.answers["/1"] = stopped_meanwhile
    code, out, _ = watch(f"{site.url}/feed")
    assert code == 0
    assert "1 report filed" in out
    assert site.paths() == ["/feed", "/1"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    site.page("/1", page(1))
    assert watch(f"{site.url}/feed", "--once")[0] == 0
    assert filed(store) == [f"{site.url}/1", f"{site.url}/2"]


def test_a_watch_that_waits_ends_at_once_when_it_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gesta", "watch", "http://127.0.0.1:9/feed", "--store", str(tmp_path / "a.gesta")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        kill = threading.Timer(60, process.kill)
        kill.start()
        assert process.stdout is not None
        assert "1 feed polled, 0 reports filed, 1 set aside" in process.stdout.readline()
        process.terminate()
        _, err = process.communicate()
        kill.cancel()
    assert process.returncode == 0
    assert err == "gesta: http://127.0.0.1:9/feed: 127.0.0.1 is no public address\n"
