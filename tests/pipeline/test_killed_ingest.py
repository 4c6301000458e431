"""Killed at any moment and run again, ingest loses no row and doubles none."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gesta.store import open_store
from tests.conftest import ROOT
from tests.pipeline.coded_records import lines
from tests.pipeline.killed_ingest import kept

KILLS, KILLS_OF_A_SERVER = 50, 15  # the server's own transactions are not ours to test
BATCH = 2


class Runs:
    """Runs of ingest, one after the other, forked from a process that has all loaded."""

    def __init__(self, source: Path) -> None:
        self._source = source
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
        command = [sys.executable, "-m", "tests.pipeline.killed_ingest"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def one(self, address: str, delay: float) -> bool:
        """A run that gets `kill -9` after so many seconds; True when it came to its end before."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([address, str(self._source), BATCH]) + "\n")
        self.process.stdin.flush()
        run = int(self.process.stdout.readline())
        if not select.select([self.process.stdout], [], [], delay)[0]:
            with suppress(ProcessLookupError):
                os.kill(run, signal.SIGKILL)
        status = int(self.process.stdout.readline())
        assert status in (0, -signal.SIGKILL)
        return status == 0


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    made = Runs(lines(tmp_path / "records.jsonl", 14))
    with made.process:
        yield made
        made.process.kill()


def test_killed_fifty_times(runs: Runs, addresses: Callable[[int], str]) -> None:
    """Stores are filled, each by as many runs as it takes because most are killed; each comes out as one that nobody disturbed."""
    assert runs.one(addresses(0), 60)
    started = time.monotonic()
    assert runs.one(addresses(1), 60)
    seconds, undisturbed = time.monotonic() - started, state(addresses(1))
    chance, kills, number = random.Random(7), 0, 2
    while kills < (KILLS_OF_A_SERVER if addresses(0).startswith("postgresql:") else KILLS):
        if not runs.one(addresses(number), chance.uniform(0, seconds)):
            kills += 1
            continue
        assert state(addresses(number)) == undisturbed
        number += 1
    assert runs.one(addresses(number), 60)
    assert state(addresses(number)) == undisturbed


def state(address: str) -> object:
    with open_store(address) as store:
        return kept(store)
