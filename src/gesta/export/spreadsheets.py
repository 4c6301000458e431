"""Rows as CSV and tab-separated text that a spreadsheet cannot be tricked by, written as they come."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

# Spreadsheets run a cell that begins so as a formula (OWASP, CSV injection); an apostrophe in front makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
BETWEEN = ";"  # joins the parts of a list in one cell


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, delimiter: str = ",") -> Iterator[str]:
    """A header line, then one line a row in the order of the columns; each ends in a line feed (RFC 4180 quoting)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    if buffer.tell():
        yield buffer.getvalue()


def cell(value: Any) -> str | int | float:
    """A value as it is written: nothing for None, yes or no, ISO 8601 days, lists joined; text that could be a formula defused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return defused(BETWEEN.join(str(cell(part)).replace(BETWEEN, ",") for part in value))
    return defused(str(value))


def defused(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula.

    What breaks a cell for some readers is replaced: NUL by ␀, carriage returns by line feeds.
    """
    text = text.replace("\0", "␀").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(FORMULA) else text
