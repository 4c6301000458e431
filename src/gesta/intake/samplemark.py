"""The line by which a report says that it was written for gesta, in the formats that have no field for it."""

from __future__ import annotations

MARK = "synthetic sample written for gesta"
AROUND = " \t*_#>()[]."
"""Emphasis, brackets and a full stop may stand around the words."""


def without_mark(text: str) -> tuple[str, bool]:
    """The text without such a line at its head, where a title is looked for, and whether its first or its last line is one.

    At the end the line stays: it is part of what was written.
    """
    said = text.strip()
    first, _, rest = said.partition("\n")
    if is_mark(first):
        return rest.lstrip("\n"), True
    return text, is_mark(said.rpartition("\n")[2])


def is_mark(line: str) -> bool:
    """True for a line of these words and nothing else, in any case."""
    return len(line) <= 2 * len(MARK) and " ".join(line.strip(AROUND).casefold().split()) == MARK
