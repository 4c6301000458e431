"""A user's own gold: a CSV table with one row for each event wanted, read strictly."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

from gesta.codebook.ontology import PLOVER_TYPES
from gesta.errors import MalformedRecord

COLUMNS: Final = ("text", "path", "published", "type", "mode", "actor", "recipient", "date", "place", "killed", "wounded")
EFFECTS: Final = ("killed", "wounded")
#: A cell that says that there must be nothing; an empty cell asks for nothing.
NOTHING: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One row: an event that its text tells. `None` asks for nothing, an empty tuple for nobody."""

    line: int
    type: str | None
    mode: str | None
    actor: tuple[str, ...] | None
    recipient: tuple[str, ...] | None
    date: str | None
    place: str | None
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text with the events that are wanted of it; none where a row gives a text and no type."""

    name: str
    text: str
    published: date | None
    wanted: tuple[Wanted, ...]


class Table:
    """A table being read: its rows, and errors that say where they are."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.header: list[str] = []

    def fault(self, line: int, why: str, column: str | None = None, meant: str = "", known: tuple[str, ...] = ()) -> NoReturn:
        """Raises MalformedRecord with the place."""
        near = get_close_matches(meant, known, 1) if meant else []
        place = self.header.index(column) + 1 if column in self.header else None
        raise MalformedRecord(path=self.path, line=line, column=place, why=why, suggestion=near[0] if near else None)

    def texts(self) -> list[OwnText]:
        """The texts in the order in which they first stand; rows of the same text belong together."""
        rows: dict[tuple[str, str, str], list[tuple[int, dict[str, str]]]] = {}
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            self.header = next(reader, [])
            self.check_header()
            for cells in reader:
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != len(self.header):
                    self.fault(reader.line_num, f"{len(cells)} cells where the header has {len(self.header)}")
                row = dict(zip(self.header, map(str.strip, cells), strict=True))
                rows.setdefault((row.get("text", ""), row.get("path", ""), row.get("published", "")), []).append((reader.line_num, row))
        return [self.text_of(key, listed) for key, listed in rows.items()]

    def check_header(self) -> None:
        """Only known columns, each once, with `text` or `path` among them, and `type`."""
        for name in self.header:
            if name not in COLUMNS:
                self.fault(1, f"unknown column {name!r}; known are {', '.join(COLUMNS)}", name, name, COLUMNS)
        if len(set(self.header)) < len(self.header):
            self.fault(1, "a column stands twice in the header")
        if "type" not in self.header or not {"text", "path"} & set(self.header):
            self.fault(1, "the columns 'type' and 'text' (or 'path') are needed")

    def text_of(self, key: tuple[str, str, str], listed: list[tuple[int, dict[str, str]]]) -> OwnText:
        """One text with its rows."""
        text, path, published = key
        line = listed[0][0]
        if bool(text) == bool(path):
            self.fault(line, "one of text and path is needed, and not both", "text" if "text" in self.header else "path")
        wanted = tuple(found for number, row in listed if (found := self.wanted(number, row)).type or found.numbers)
        day = self.day(line, "published", published)
        return OwnText(name=path or f"line {line}", text=text or self.file(line, path), published=day, wanted=wanted)

    def file(self, line: int, path: str) -> str:
        """The text of a file that is named from the table's folder."""
        try:
            return (self.path.parent / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fault(line, f"{path!r} cannot be read: {error}", "path")

    def day(self, line: int, column: str, cell: str) -> date | None:
        """A day in ISO 8601."""
        try:
            return date.fromisoformat(cell) if cell else None
        except ValueError:
            self.fault(line, f"{cell!r} is no day such as 2022-09-13", column)

    def wanted(self, line: int, row: dict[str, str]) -> Wanted:
        """A row's cells."""
        kind = row.get("type") or None
        if kind is not None and kind not in PLOVER_TYPES:
            self.fault(line, f"unknown type {kind!r}", "type", kind.upper(), tuple(PLOVER_TYPES))
        return Wanted(
            line=line,
            type=kind,
            mode=row.get("mode") or None,
            actor=codes(row.get("actor", "")),
            recipient=codes(row.get("recipient", "")),
            date=self.span(line, row.get("date", "")),
            place=row.get("place") or None,
            numbers=tuple((effect, self.number(line, effect, row[effect])) for effect in EFFECTS if row.get(effect)),
        )

    def span(self, line: int, cell: str) -> str | None:
        """A day, a month or a year; `none` as an empty string."""
        parts = cell.split("-")
        if (
            cell
            and cell != NOTHING
            and (len(parts) > 3 or [len(p) for p in parts] != [4, 2, 2][: len(parts)] or not all(map(str.isdigit, parts)))
        ):
            self.fault(line, f"{cell!r} is no day, month or year such as 2022-09-13, 2022-09 or 2022", "date")
        return "" if cell == NOTHING else cell or None

    def number(self, line: int, column: str, cell: str) -> int:
        """A whole number."""
        if not cell.isdecimal():
            self.fault(line, f"{cell!r} is no whole number", column)
        return int(cell)


def codes(cell: str) -> tuple[str, ...] | None:
    """Codes parted by semicolons; nobody for `none`; None for an empty cell."""
    if not cell:
        return None
    return () if cell == NOTHING else tuple(part.strip() for part in cell.split(";") if part.strip())
