"""Names of people without a public office, hidden in what leaves the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

HIDDEN = "[name]"
# Columns that name a thing rather than tell about it: ids must stay what they are.
NEVER = frozenset({"id", "report", "key", "incident", "group", "event", "part_of", "claims", "subject", "url", "Event ID", "Story ID"})
SHORTEST = 3  # code points: a shorter name would hide syllables of other words


class Redaction:
    """Hides names in rows. A name stands for its parts too: where "Anna Sahakyan" is hidden, "Sahakyan" is."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` as the reports write them."""
        parts = {part for name in names for part in (name, *name.split()) if len(part) >= SHORTEST and part[:1].isupper()}
        ordered = sorted(parts, key=lambda part: (-len(part), part))
        joined = "|".join(re.escape(part) for part in ordered)
        self._pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None

    def text(self, text: str) -> str:
        """The text with each name, or run of names, as `[name]`."""
        if self._pattern is None:
            return text
        return re.sub(rf"{re.escape(HIDDEN)}(?:\s+{re.escape(HIDDEN)})+", HIDDEN, self._pattern.sub(HIDDEN, text))

    def row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The row with its texts and lists of texts redacted, ids and addresses as they are."""
        return {name: value if name in NEVER else self.value(value) for name, value in row.items()}

    def value(self, value: Any) -> Any:
        """A text or a list of texts redacted; anything else as it is."""
        if isinstance(value, str):
            return self.text(value)
        return [self.value(part) for part in value] if isinstance(value, (list, tuple)) else value


def private_names(record: Mapping[str, Any]) -> set[str]:
    """What the record calls people without a public office: the spans of `people`, and persons among the actors who have no code."""
    text = record["report"]["text"]
    named = {text[start:end] for start, end in record.get("people", ())}
    return named | {a["name"] for a in record.get("actors", ()) if a.get("kind") == "person" and not a.get("code") and is_name(a["name"])}


def is_name(said: str) -> bool:
    """True for "Anna Sahakyan", false for "a resident who asked not to be named"."""
    return all(part[:1].isupper() for part in said.split())
