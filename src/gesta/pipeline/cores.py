"""How many cores this process may use, of the machine and of the container that it is in."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path
from typing import Final

CGROUPS: Final = Path("/sys/fs/cgroup")
OWN: Final = Path("/proc/self/cgroup")


def usable_cores() -> int:
    """Cores that this process may run on; no more than its control group lets it use at once, a part of one as a whole."""
    affine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share = granted()
    return affine if share is None else min(affine, max(1, ceil(share)))


def granted() -> float | None:
    """How many cores' time the process is given (cgroup v2, `cpu.max`), by its group or one that holds it; None where none sets a bound."""
    found = [share for group in groups() if (share := share_of(group / "cpu.max")) is not None]
    return min(found, default=None)


def groups() -> list[Path]:
    """The folders of the process's group and of those that hold it; in a container the outermost is all that is seen."""
    try:
        named = next(line[3:].strip() for line in OWN.read_text("utf-8").splitlines() if line.startswith("0::"))
    except (OSError, ValueError, StopIteration):
        return [CGROUPS]
    own = CGROUPS / named.lstrip("/")
    return [own, *(group for group in own.parents if group.is_relative_to(CGROUPS))]


def share_of(file: Path) -> float | None:
    """Time that a group is given by time that passes, as the file says: `200000 100000` are two cores, `max 100000` is no bound."""
    try:
        given, period = map(float, file.read_text("ascii").split())
        return given / period
    except (OSError, ValueError, ZeroDivisionError):
        return None
