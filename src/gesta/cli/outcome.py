"""What came of a run: reports to show, documents set aside and said so, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from gesta.cli.exits import DONE, FAILED, SOME_FAILED
from gesta.cli.progress import Progress
from gesta.cli.streams import complain
from gesta.errors import GestaError, InputError

Made = TypeVar("Made")


class Outcome:
    """Counts what was coded and what was set aside."""

    def __init__(self, progress: Progress) -> None:
        self.coded = 0
        self.set_aside = 0
        self._progress = progress

    def reports(self, results: Iterable[Made | InputError]) -> Iterator[Made]:
        """What was made of articles alone; each document set aside is one line on standard error that names file, place and reason."""
        for result in results:
            self._progress.clear()
            if isinstance(result, InputError):
                self.set_aside += 1
                complain(result)
            else:
                self.coded += 1
                yield result
            self._progress.step()
        self._progress.clear()
        if self.set_aside and self.coded:
            print(f"gesta: {self.coded} coded, {self.set_aside} set aside", file=sys.stderr)

    @property
    def exit_code(self) -> int:
        """DONE when nothing was set aside, SOME_FAILED when some was, FAILED when nothing could be coded."""
        if not self.set_aside:
            return DONE
        return SOME_FAILED if self.coded else FAILED


@contextmanager
def explained(progress: Progress, kept: str) -> Iterator[None]:
    """Where a run ends early, a line says what is kept of it; typer.Exit with FAILED where an error ended it."""
    try:
        yield
    except (GestaError, OSError) as error:
        progress.clear()
        complain(error)
        complain(kept)
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt:
        progress.clear()
        complain(kept)
        raise
