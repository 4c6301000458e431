"""One target in a process of its own: `python -m fuzz.trial NAME FOLDER SECONDS ENGINE`. What it did is told in FOLDER/told.json.

Nothing of gesta is imported at the top: atheris looks only into what is imported under its eyes.
"""

from __future__ import annotations

import gc
import hashlib
import importlib
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final, NoReturn

from fuzz.mutations import Mutator

SECONDS: Final = 5.0  # of the processor, for one input
LONGEST: Final = 1 << 16  # bytes of one input
OFTEN: Final = 2.0  # seconds between two times that it is told what was done


class TooSlow(BaseException):
    """An input took more than SECONDS; no `except Exception` may swallow it."""


class Trial:
    """Counts inputs, and keeps one input for each place where something was raised."""

    def __init__(self, name: str, folder: Path, seconds: float) -> None:
        self.name, self.folder = name, folder
        self.tried, self.slowest = 0, 0.0
        self.crashes: dict[str, str] = {}
        self._until = time.monotonic() + seconds
        self._told = 0.0
        self._before = self._earlier()
        signal.signal(signal.SIGPROF, self._too_slow)

    def _earlier(self) -> dict[str, Any]:
        path = self.folder / "told.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else {}

    def _too_slow(self, number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {SECONDS} s")

    def one(self, attempt: Callable[[bytes], None], data: bytes) -> None:
        """Tries one input."""
        started = time.process_time()
        try:
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            attempt(data)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            self._keep(error, data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0.0)
        self.tried += 1
        self.slowest = max(self.slowest, time.process_time() - started)
        if (now := time.monotonic()) - self._told > OFTEN:
            self.tell()
            self._told = now
            if now > self._until:
                self.end()

    def _keep(self, error: BaseException, data: bytes) -> None:
        """One input and traceback for each kind of error and place in gesta."""
        cause = error.__cause__ or error
        frames = traceback.extract_tb(cause.__traceback__)
        ours = [frame for frame in frames if "gesta" in Path(frame.filename).parts] or frames[-1:]
        where = f"{type(cause).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else type(cause).__name__
        if where in self.crashes:
            return
        name = f"crash-{hashlib.sha256(data).hexdigest()[:12]}"
        (self.folder / name).write_bytes(data)
        (self.folder / f"{name}.txt").write_text("".join(traceback.format_exception(error)), "utf-8", errors="backslashreplace")
        self.crashes[where] = name

    def tell(self) -> None:
        """What was done so far, in all runs of this folder and in this one."""
        before = self._before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        said = {
            "name": self.name, "tried": self.tried, "in_all": before.get("in_all", 0) + self.tried,
            "crashes": self.crashes, "slowest": round(max(self.slowest, before.get("slowest", 0.0)), 3),
            "peak": max(peak, before.get("peak", 0)),
        }  # fmt: skip
        partial = self.folder / "told.partial"
        partial.write_text(json.dumps(said), "utf-8")
        partial.replace(self.folder / "told.json")

    def end(self) -> NoReturn:
        """The process ends here: libFuzzer would go on."""
        self.tell()
        os._exit(0)


def by_chance(trial: Trial, target: Any) -> None:
    """Inputs by chance, until the time is over."""
    seeds = [*target.seeds(), *(path.read_bytes() for path in sorted((trial.folder / "corpus").iterdir())[:5_000])]
    made = Mutator(seeds, target.words, seed=time.time_ns())
    attempt = target.ready()
    for seed in seeds:
        trial.one(attempt, seed)
    gc.freeze()
    while True:
        trial.one(attempt, made.next())


def by_coverage(trial: Trial, target: Any, atheris: Any) -> None:
    """Inputs by libFuzzer, which keeps in the corpus what reaches new code."""
    corpus, words = trial.folder / "corpus", trial.folder / "words"
    for seed in target.seeds():
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    if target.words:
        words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in target.words), "ascii")
    attempt = target.ready()
    options = [
        f"-max_len={LONGEST}",
        f"-timeout={10**6}",
        "-rss_limit_mb=0",
        "-print_final_stats=0",
        "-verbosity=0",
        *([f"-dict={words}"] if target.words else []),
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: trial.one(attempt, data))
    atheris.Fuzz()


def main() -> None:
    """Runs one target."""
    name, folder, seconds, engine = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    if engine == "atheris":
        atheris: Any = importlib.import_module("atheris")
        with atheris.instrument_imports(include=["gesta"]):
            targets = importlib.import_module("fuzz.targets")
    else:
        targets = importlib.import_module("fuzz.targets")
    trial, target = Trial(name, folder, seconds), targets.TARGETS[name]
    if engine == "atheris":
        by_coverage(trial, target, atheris)
    else:
        by_chance(trial, target)


if __name__ == "__main__":
    main()
