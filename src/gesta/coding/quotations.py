"""Runs of words between quotation marks, found once for each reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from gesta.coding.once import once_a_reading
from gesta.model import Reading, Run

QUOTE = frozenset('"“”«»„')


@once_a_reading
def quoted_runs(reading: Reading) -> tuple[Run, ...]:
    """`find_quoted`, once."""
    return tuple(find_quoted(reading))


def quoted_from(reading: Reading, i: int) -> int:
    """The position among the quoted runs of the first that ends behind word `i`."""
    return bisect_right(quoted_runs(reading), i, key=lambda run: run.end)


@once_a_reading
def marks(reading: Reading) -> list[int]:
    """The quotation marks, in order."""
    return [word.i for word in reading.words if word.text in QUOTE]


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
    runs, k = quoted_runs(reading), quoted_from(reading, i)
    return runs[k] if k < len(runs) and i in runs[k] else None


def quotation(reading: Reading, content: Run) -> str:
    """`direct` when the words stand between quotation marks, `mixed` when some do, else `indirect`."""
    before = reading.words[content.first - 1].text if content.first else ""
    after = [w.text for w in reading.words[content.end : content.end + 2]]
    inner = bisect_left(marks(reading), content.end) - bisect_left(marks(reading), content.first)
    if before in QUOTE | {"``", "'", "‘"} and (set(after) & (QUOTE | {"''", "'", "’"}) or inner == 0):
        return "direct"
    return "mixed" if inner >= 2 else "indirect"
