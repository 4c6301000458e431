"""Runs of words between quotation marks, found once for each reading."""

from __future__ import annotations

from gesta.model import Reading, Run

QUOTE = frozenset('"“”«»„')
QUOTED: list[tuple[Reading, tuple[Run, ...]]] = []


def quoted_runs(reading: Reading) -> tuple[Run, ...]:
    """`find_quoted`, remembered for the reading in hand."""
    if not QUOTED or QUOTED[0][0] is not reading:
        QUOTED[:] = [(reading, tuple(find_quoted(reading)))]
    return QUOTED[0][1]


def find_quoted(reading: Reading) -> list[Run]:
    """Runs between double quotation marks, within a paragraph; an unclosed quotation ends with its paragraph."""
    out: list[Run] = []
    start: int | None = None
    for word in reading.words:
        if start is not None and paragraph_between(reading, start, word.i):
            if word.i - 1 > start:
                out.append(Run(start, word.i))
            start = None
        if word.text in QUOTE:
            if start is None and word.text != "”":
                start = word.i + 1
            elif start is not None and word.text not in {"“", "„"}:
                if word.i > start:
                    out.append(Run(start, word.i))
                start = None
    return out


def paragraph_between(reading: Reading, a: int, b: int) -> bool:
    """True when a blank line stands between two words."""
    return "\n" in reading.text[reading.words[a].end : reading.words[b].start]


def in_quotation(reading: Reading, i: int) -> Run | None:
    """The quotation that word `i` stands in; None outside of all."""
    return next((run for run in quoted_runs(reading) if i in run), None)
