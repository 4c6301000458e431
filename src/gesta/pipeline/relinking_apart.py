"""Linking in a process of its own, so that what it needs for a moment goes back to the system, all of it.

`python -m gesta.pipeline.relinking_apart` is that process: pickled orders on standard input, the pickled outcome on standard output.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from typing import Final

from gesta.errors import GestaError
from gesta.pipeline.crew import surroundings
from gesta.pipeline.relinking import Relinked, relink
from gesta.store import Ingest, open_store

COMMAND: Final = ("-m", "gesta.pipeline.relinking_apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """Which store is linked, and the run that this ends."""

    address: str
    ingest: Ingest


def relink_apart(address: str, ingest: Ingest) -> Relinked:
    """As `relinking.relink`, of a store that is not open here; StoreBusy where another process has begun to write to it since.

    Where no process can be started, or it is ended before its answer (as a service's are, all at once), the store is linked in this one.
    """
    orders = Orders(address=address, ingest=ingest)
    try:
        # Of a session of its own: Ctrl-C is for the process that the user sees, which waits for this one, or ends it.
        done = subprocess.run(
            [sys.executable, *COMMAND],
            input=pickle.dumps(orders),
            stdout=subprocess.PIPE,
            start_new_session=True,
            env=surroundings(),
            check=False,
        )
        outcome: Relinked | GestaError = pickle.loads(done.stdout)
    except (OSError, EOFError, pickle.UnpicklingError):
        return linked(orders)
    if isinstance(outcome, GestaError):
        raise outcome
    return outcome


def linked(orders: Orders) -> Relinked:
    """The store is linked and published; errors as `open_store`."""
    with open_store(orders.address, write=True) as store:
        return relink(store, orders.ingest)


def main() -> None:
    """Links once and says what came of it: gesta's own errors are an outcome, others end the process without one."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    outcome: Relinked | GestaError
    try:
        outcome = linked(pickle.load(sys.stdin.buffer))
    except GestaError as error:
        outcome = error
    with answers:
        pickle.dump(outcome, answers)


if __name__ == "__main__":
    main()
