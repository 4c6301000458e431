"""A report as one line of JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from gesta.model import Notice, Report, to_record

# Line separators that str.splitlines and some readers of JSON Lines break at, and lone surrogates, which UTF-8 cannot carry.
UNSAFE = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")
# No text in a record reads so: in it a quotation mark has a backslash before it.
NO_VERSION_BEFORE: Final = '"revision_of":null'


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A report as it is written: `text` is its line; `id`, `url` and `warnings` are its own."""

    id: str
    url: str | None
    warnings: tuple[Notice, ...]
    text: str

    def revising(self, former: str) -> Line:
        """The line of the report as a revision of the one with this id."""
        return replace(self, text=self.text.replace(NO_VERSION_BEFORE, f'"revision_of":"{former}"', 1))


def line_of(report: Report) -> Line:
    """The report's line."""
    return Line(id=report.id, url=report.article.url, warnings=report.warnings, text=json_line(report))


def json_line(report: Report) -> str:
    """The record as one compact JSON object without a line break: text as it is, but escaped where it would break a line or UTF-8."""
    return record_line(to_record(report))


def record_line(record: Mapping[str, Any]) -> str:
    """The same of a record that is plain JSON values already."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
