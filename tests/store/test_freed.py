"""What a question needed for a moment goes back to the system, of a reader that is held open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gesta.model import Derived
from gesta.store import open_store
from tests.store.reports import record

SCRIPT = """
import sys, time
from pathlib import Path
from gesta.store.duck import DuckEngine

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

engine = DuckEngine(Path(sys.argv[1]), write=False, create=False, memory=500)
before = resident()
engine.rows("SELECT count(DISTINCT n::VARCHAR || 'some letters more') FROM range(1500000) AS made(n)")
most, until = resident() - before, time.monotonic() + 30
while resident() - before > most / 4 and time.monotonic() < until:
    time.sleep(0.1)
print(most, resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="DuckDB has an allocator of its own on Linux")
def test_a_bounded_reader_keeps_nothing_of_a_large_question(tmp_path: Path) -> None:
    store = tmp_path / "a.gesta"
    with open_store(store, write=True, create=True) as opened:
        opened.add([record("r1", "Troops shelled a village.")])
        opened.publish(Derived())
    told = subprocess.run([sys.executable, "-c", SCRIPT, str(store)], check=True, capture_output=True, text=True).stdout
    most, after = map(float, told.split())
    assert most > 60
    assert after < most / 4
