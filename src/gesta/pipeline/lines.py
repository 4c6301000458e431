"""A report as one line of JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from gesta.model import Report, to_record

# Line separators that str.splitlines and some readers of JSON Lines break at, and lone surrogates, which UTF-8 cannot carry.
UNSAFE = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")


def json_line(report: Report) -> str:
    """The record as one compact JSON object without a line break: text as it is, but escaped where it would break a line or UTF-8."""
    return record_line(to_record(report))


def record_line(record: Mapping[str, Any]) -> str:
    """The same of a record that is plain JSON values already."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
