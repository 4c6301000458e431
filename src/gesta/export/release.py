"""A dated folder that can be cited: tables, what they mean, what changed since the last one, and a checksum for each file."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from gesta.errors import InputError
from gesta.export.spreadsheets import lines

IDS, CHANGES, SUMS, ABOUT = "ids.csv", "changes.csv", "SHA256SUMS", "about.json"
LICENCE = (
    "Data: CC BY 4.0. Contains data of GeoNames (https://www.geonames.org), CC BY 4.0. "
    "Excerpts of reports are their publishers' and are quoted as evidence."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a release by table and id; `digest` is of its content."""

    table: str
    id: str
    digest: str


def digest(row: Mapping[str, Any]) -> str:
    """16 hex digits over the row's values."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def noted(table: str, key: Sequence[str], rows: Iterable[Mapping[str, Any]], entries: list[Entry]) -> Iterator[Mapping[str, Any]]:
    """The rows as they are, each entered under the values of `key` as it goes by."""
    for row in rows:
        entries.append(Entry(table=table, id=":".join(str(row[column]) for column in key), digest=digest(row)))
        yield row


def write_ids(folder: Path, entries: Sequence[Entry]) -> None:
    """The list of all rows, by which the next release knows what changed."""
    rows = ({"table": e.table, "id": e.id, "digest": e.digest} for e in entries)
    write_lines(folder / IDS, lines(("table", "id", "digest"), rows))


def read_ids(folder: Path) -> dict[tuple[str, str], str]:
    """Table and id to digest, as an earlier release wrote them; InputError where the folder is no release."""
    path = folder / IDS
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {(row["table"], row["id"]): row["digest"] for row in csv.DictReader(file)}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise InputError(path=path, why=f"not the list of ids of a release: {error}") from error


def changes(before: Mapping[tuple[str, str], str], entries: Sequence[Entry], gone: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What is new, changed and deleted since an earlier release, by table and id; `gone` gives reasons by report id."""
    now = {(e.table, e.id): e.digest for e in entries}
    for (table, name), found in sorted(now.items()):
        if (table, name) not in before:
            yield {"table": table, "id": name, "change": "new", "reason": ""}
        elif before[table, name] != found:
            yield {"table": table, "id": name, "change": "changed", "reason": ""}
    for table, name in sorted(before.keys() - now.keys()):
        yield {"table": table, "id": name, "change": "deleted", "reason": gone.get(name.partition(":")[0], "")}


def write_changes(folder: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """The file that tells what changed."""
    write_lines(folder / CHANGES, lines(("table", "id", "change", "reason"), rows))


def write_lines(path: Path, text: Iterable[str]) -> None:
    """Writes text as it comes, in UTF-8 (a lone surrogate as its escape)."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(text)


def write_about(folder: Path, about: Mapping[str, Any]) -> None:
    """Versions, the day, the filters and the licence, for machines; README.md for people; the data dictionary."""
    (folder / ABOUT).write_text(json.dumps({**about, "licence": LICENCE}, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")
    dictionary = files("gesta.export") / "data" / "dictionary.csv"
    (folder / "dictionary.csv").write_text(dictionary.read_text("utf-8"), "utf-8")
    (folder / "README.md").write_text(read_me(about), "utf-8")
    (folder / "CITATION.cff").write_text(citation(about), "utf-8")


def read_me(about: Mapping[str, Any]) -> str:
    """What the folder holds, in words."""
    listed = "\n".join(f"| `{name}` | {told} |" for name, told in FILES.items())
    versions = "\n".join(f"| {name} | {value} |" for name, value in about.items() if value not in (None, "", [], {}))
    return f"""# Conflict incidents and who says what of them, {about["day"]}

Coded by machine, with gesta, from news reports. A claim is what somebody said, not what was found to be so; no estimate is better than
the claims it names. Read the evidence before you count.

| file | what it holds |
|---|---|
{listed}

| made | |
|---|---|
{versions}

{LICENCE}

Cite the day and the digest: they name these files and no others. `SHA256SUMS` checks them (`sha256sum -c SHA256SUMS`).
"""


def citation(about: Mapping[str, Any]) -> str:
    """The folder in the Citation File Format 1.2."""
    return f"""cff-version: 1.2.0
message: Cite this data set by its day and digest.
type: dataset
title: Conflict incidents and who says what of them
version: "{about["day"]}+{about["digest"][:12]}"
date-released: "{about["day"]}"
authors:
  - name: coded with gesta {about["gesta"]}
license: CC-BY-4.0
"""


FILES = {
    "incidents.csv, incidents.parquet, incidents.geojson": "what happened: one row an incident (GeoParquet and GeoJSON with points)",
    "claims.csv, claims.parquet": "who reports how many of whose people, in which report, in which words: one row a claim, never summed",
    "events.parquet": "what each report tells, one row an event, with the incident it was put to",
    "estimates.csv": "what it cost by named rules, each with the claims it rests on",
    "ged.csv": "incidents with deaths in the columns of UCDP GED",
    "acled.csv": "incidents in the columns of ACLED",
    "polecat.tsv, icews.tsv": "events in the columns of POLECAT and of ICEWS",
    "dictionary.csv": "every column of our own tables",
    "ids.csv, changes.csv": "every row's id and digest; what is new, changed and deleted since the release before",
    "about.json, CITATION.cff, SHA256SUMS": "versions and filters, how to cite, checksums",
}


def write_sums(folder: Path) -> str:
    """A checksum for each file, in the form of `sha256sum`; the digest over them all is answered."""
    named = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    text = "".join(f"{sum_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in named)
    (folder / SUMS).write_text(text, "utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
