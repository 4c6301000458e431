"""Checks of the machine: memory, cores, room on its disks."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from gesta.pipeline.coder import Pipeline
from gesta.pipeline.cores import usable_cores
from gesta.pipeline.examining import Amiss, Check, Seen, seen

MEGABYTE: Final = 10**6
MEMORY: Final = 1_200 * MEGABYTE
"""What a process that codes is kept below (docs/endurance.md)."""
TEMPORARY: Final = 200 * MEGABYTE
"""What sorting a large store may put aside."""
CGROUP: Final = Path("/sys/fs/cgroup")
MEMORY_INFO: Final = Path("/proc/meminfo")


def memory(_: Pipeline) -> Seen:
    """There is memory enough to code."""
    free, cores = free_memory(), usable_cores()
    if free is None:
        return seen(f"this system does not say how much is free; {cores} cores", free=None, cores=cores)
    if free < MEMORY:
        raise Amiss(f"{shown(free)} are free, coding may take {shown(MEMORY)}", "end other programs, or take a larger machine", free=free)
    return seen(f"{shown(free)} free, {cores} cores", free=free, cores=cores)


def free_memory() -> int | None:
    """Bytes that a process may still take, of the machine and of the container that it is in; None where the system does not tell."""
    found = [given for given in (of_machine(), of_container()) if given is not None]
    return min(found, default=None)


def of_machine() -> int | None:
    """What Linux calls available."""
    try:
        lines = MEMORY_INFO.read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration, IndexError):
        return None


def of_container() -> int | None:
    """What a control group still allows; None where it sets no bound."""
    try:
        bound, used = ((CGROUP / name).read_text("ascii").strip() for name in ("memory.max", "memory.current"))
        return None if bound == "max" else max(0, int(bound) - int(used))
    except (OSError, ValueError):
        return None


def temporary(_: Pipeline) -> Seen:
    """The folder for temporary files can be written and has room."""
    try:
        folder = tempfile.gettempdir()
    except FileNotFoundError:
        raise Amiss("there is no folder for temporary files", "set TMPDIR to a folder that can be written") from None
    free = shutil.disk_usage(folder).free
    if free < TEMPORARY:
        raise Amiss(f"{folder}: {shown(free)} are free", f"make room for {shown(TEMPORARY)}, or set TMPDIR to another disk", free=free)
    return seen(f"{folder}: {shown(free)} free", folder=folder, free=free)


def shown(size: int) -> str:
    """Bytes as a person reads them: 12 MB, 3.4 GB."""
    return f"{size / 10**9:,.1f} GB" if size >= 10**9 else f"{size / MEGABYTE:,.0f} MB"


ROOM: Final = (Check(name="memory", look=memory), Check(name="temporary", look=temporary))
