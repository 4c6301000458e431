"""Archives for the tests of batch: reports of our own in every shape that is coded into parts, sound and not."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.intake.archives import pages

TOWNS = "Larov", "Senn", "Upper Varga", "Tolmach", "Brisk", "Old Ferry"


def report(number: int) -> dict[str, str]:
    """A report of two sentences; no two are alike."""
    town = TOWNS[number % len(TOWNS)]
    text = (
        f"At least {number + 2} soldiers were killed when shells fell on {town} on Tuesday, the defence ministry said.\n\n"
        f"A spokesman for the rebels denied that their fighters had attacked {town}, and accused the army of firing first."
    )
    return {"text": text, "published": "2023-04-05", "url": f"https://courier.example/{number}", "title": f"Report {number}"}


def archive(folder: Path, files: int = 4, each: int = 3) -> list[str]:
    """So many files of JSON Lines, the second with a bad line in its middle; one of Parquet; a WARC of two pages that is cut off."""
    folder.mkdir()
    for file in range(files):
        lines = [json.dumps(report(file * each + n)) for n in range(each)]
        if file == 1:
            lines.insert(1, '{"text": "cut')
        (folder / f"{file:02}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    pq.write_table(pa.Table.from_pylist([report(900), {"text": None}, report(901)]), folder / "table.parquet")
    (folder / "web.warc.gz").write_bytes(pages(2)[:-60])
    return [str(folder)]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder of parts, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
