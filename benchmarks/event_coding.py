"""Shares of PLOVER's sentences and CASE-2021's reports that are coded right, for whoever has the coded reports at hand.

`gesta evaluate plover case` codes and scores them; here reports that were coded elsewhere are put beside their gold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesta.evaluate import case, plover
from gesta.evaluate.bootstrap import summed
from gesta.evaluate.case import SUB_EVENTS, leading
from gesta.evaluate.corpus import records
from gesta.evaluate.plover import MAPPED, same_sides
from gesta.model import Report

__all__ = ["MAPPED", "SUB_EVENTS", "Shares", "leading", "rows", "same_sides", "shares"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What the two corpora score, each 0 to 1."""

    found: float
    precision: float
    with_sides: float
    leading: float


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return list(records(path))


def shares(sentences: Sequence[tuple[dict[str, Any], str, Report]], reports: Sequence[tuple[dict[str, Any], str, Report]]) -> Shares:
    """The figures of both corpora; each item is a gold record, its type or label, and the coded report."""
    told = summed([plover.scored({"id": "", "text": "", **row}, report) for row, _, report in sentences])
    led = summed([case.scored("", "", label, report) for _, label, report in reports])
    found, precision, sides = (measure.value(told) or 0.0 for measure in plover.TASK.measures)
    return Shares(found=found, precision=precision, with_sides=sides, leading=case.TASK.measures[0].value(led) or 0.0)
