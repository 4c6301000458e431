from __future__ import annotations

import subprocess
import sys
import weakref

import pytest

from gesta.cli.heap import call, give_back

SCRIPT = """
from pathlib import Path
from threading import Thread
from gesta.cli.heap import give_back, one_arena

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

def take():
    held.append([bytes(1500 + number % 7) for number in range(30_000)])

one_arena()
before, held = resident(), []
threads = [Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
most = resident()
held.clear()
give_back()
print(before, most, resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's heap")
def test_what_threads_held_goes_back_to_the_system() -> None:
    told = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True).stdout
    before, most, after = map(float, told.split())
    assert most - before > 100
    assert after - before < 30


def test_circles_are_gone_when_memory_is_given_back() -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    gone = weakref.ref(Circle())
    give_back()
    assert gone() is None


def test_a_function_that_the_c_library_does_not_have_is_left_out() -> None:
    call("no_such_function", 1)
