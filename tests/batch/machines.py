"""A Ray cluster of three nodes, each in processes of its own, on this machine; and gesta run on it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

STORE = 80 * 2**20
# A node that says nothing for fifteen seconds is dead: soon enough for a test, late enough for a busy machine.
SOON = {
    "health_check_initial_delay_ms": 1000,
    "health_check_period_ms": 1000,
    "health_check_timeout_ms": 1000,
    "health_check_failure_threshold": 15,
}
PATIENCE = 600.0


class Machines:
    """Three nodes of one processor each. Nothing is told to anybody."""

    def __init__(self, folder: str) -> None:
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        os.environ["RAY_TMPDIR"] = folder  # a node's files lie here, and the file that names the head's address
        os.environ["PYTHONPATH"] = str(ROOT / "src")
        from ray.cluster_utils import Cluster

        self._settings: dict[str, Any] = {"num_cpus": 1, "object_store_memory": STORE}
        head = {**self._settings, "include_dashboard": False, "_system_config": SOON}
        self._cluster = Cluster(initialize_head=True, head_node_args=head)
        self._address = self._cluster.address
        self._others = [self._cluster.add_node(wait=False, **self._settings) for _ in range(2)]
        self._cluster.wait_for_nodes()

    def kill_one(self) -> None:
        """A node is gone without a word."""
        self._cluster.remove_node(self._others.pop(), allow_graceful=False)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """`gesta` with the cluster's address, running, in a session of its own."""
        command = [sys.executable, "-m", "gesta", *arguments, "--engine", "ray", "--address", self._address]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def stop(self) -> None:
        """All nodes are gone."""
        self._cluster.shutdown()


@contextmanager
def machines() -> Iterator[Machines]:
    """The cluster, gone at the end with all that it wrote."""
    before = dict(os.environ)
    folder = tempfile.mkdtemp(prefix="gr", dir="/tmp")  # the paths of sockets are in it, and these are short
    try:
        made = Machines(folder)
        try:
            yield made
        finally:
            made.stop()
    finally:
        os.environ.clear()
        os.environ.update(before)
        shutil.rmtree(folder, ignore_errors=True)


def until(met: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """The condition is met; AssertionError where the process ended before."""
    end = time.monotonic() + PATIENCE
    while not met():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.05)


def kill(process: subprocess.Popen[str]) -> None:
    """The process gets no time for a last word."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def parts(folder: Path) -> int:
    """How many files are finished in a folder of parts."""
    return len(list((folder / "records").glob("*.parquet"))) if folder.exists() else 0
