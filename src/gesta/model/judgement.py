"""What people decided about machine output: appended, replayed, never edited."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal

from gesta.model.spans import Span

JudgementKind = Literal["accept", "reject", "correct", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An item that a judgement is about: `report` and `key`, and by what it is found again when the report is coded anew.

    `layer` is `events`, `figures` or `statements`, `kind` its type, effect or stance, `evidence` its span in the report's text.
    """

    report: str
    key: str
    layer: str
    kind: str
    evidence: Span

    @property
    def ref(self) -> str:
        """`REPORT:KEY`."""
        return f"{self.report}:{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. `at` is UTC, ISO 8601; `by` whoever made it; `reason` in their words.

    merge: all `items` are tellings of one incident. split: those in `items` are one incident and not that of `apart`. accept, reject: the
    items are right, or are left out of all that is computed. correct: `changes` are field and JSON value of the one item, as pairs.
    undo: the judgement `undoes` counts no more.
    """

    kind: JudgementKind
    at: str
    by: str
    items: tuple[Anchor, ...] = ()
    apart: tuple[Anchor, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    undoes: str | None = None
    reason: str = ""

    @property
    def id(self) -> str:
        """16 hex digits of a hash over everything in it: the same decision appended twice is one."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:16]
