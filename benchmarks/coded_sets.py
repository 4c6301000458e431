"""The reports of `benchmarks/incident_sets`, coded once and kept in `build/` until a report or the coder changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from benchmarks.incident_key import Key

from gesta.model import Report, from_record, to_record
from gesta.pipeline import Pipeline

ROOT: Final = Path(__file__).resolve().parent.parent
KEPT: Final = ROOT / "build" / "incidents"
#: Rooms whose files decide how a report is coded.
CODER: Final = ("codebook", "coding", "intake", "model", "pipeline", "reading")


def made_by() -> str:
    """Digest of every file of the coder, its model and data among them."""
    digest = hashlib.sha256()
    for room in CODER:
        for path in sorted((ROOT / "src" / "gesta" / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def coded(chosen: Iterable[Key]) -> list[tuple[Key, list[Report]]]:
    """Each key with its coded reports, from `build/incidents` where they lie there."""
    maker, pipeline = made_by(), None
    found = []
    for key in chosen:
        texts = hashlib.sha256("\0".join(article.text for article in key.reports.values()).encode()).hexdigest()[:16]
        kept = KEPT / f"{key.name}-{maker}-{texts}.jsonl"
        if not kept.exists():
            pipeline = pipeline or Pipeline()
            KEPT.mkdir(parents=True, exist_ok=True)
            records = [json.dumps(to_record(report)) for report in pipeline.code(key.reports.values())]
            kept.write_text("\n".join(records) + "\n", "utf-8")
        found.append((key, [from_record(json.loads(line)) for line in kept.read_text("utf-8").splitlines()]))
    return found
