"""Coded records made for the tests of ingest: sound, small, and as many as are asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gesta.model import Article, report_id, text_hash, to_record
from tests.render.render_reports import border

WHOLE = to_record(border())


def coded(number: int, url: str | None = None) -> dict[str, Any]:
    """A record of one event and one figure; the number stands in its text and, where no url is given, in its url."""
    address = url or f"https://post.example/{number}"
    about = WHOLE["report"] | {"text": f"{WHOLE['report']['text']} Report {number}.", "url": address}
    named = Article(text=about["text"], url=address)
    about |= {"id": report_id(named), "text_sha256": text_hash(named.text), "revision_of": None}
    layers = {"events": WHOLE["events"][:1], "figures": WHOLE["figures"][:1], "links": [], "relations": []}
    return WHOLE | layers | {"report": about}


def line(record: dict[str, Any]) -> str:
    """The record as a line of JSON Lines, as `gesta code` prints it."""
    return json.dumps(record, separators=(",", ":")) + "\n"


def lines(path: Path, count: int) -> Path:
    """A file of so many records: a bad line in the middle, every fifth a new version of one article, the last a copy of the first."""
    made = [line(coded(n, "https://post.example/changing" if n % 5 == 0 else None)) for n in range(count)]
    made.insert(count // 2, '{"made": {"record": 1}, "report": {"text"\n')
    path.write_text("".join([*made, made[0]]), "utf-8")
    return path
