"""A user's CSV file on top of a shipped one: rows added, replaced, changed in some columns, or withdrawn, by their key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Generic, TypeVar, get_type_hints

from gesta.codebook.tables import check_columns, converter, csv_lines
from gesta.errors import CodebookError

Row = TypeVar("Row")
WITHDRAWN = "withdrawn"
BELOW = "*"
OWN_SOURCE = "own codebook"
LISTED = 20
Key = tuple[str, ...]


def key_columns(row_type: type[Any]) -> tuple[str, ...]:
    """The columns by which rows of this type are told apart: its class attribute `key`, else the first one."""
    return tuple(row_type.__dict__.get("key", (fields(row_type)[0].name,)))


def key_of_row(row: object) -> Key:
    """The values of a row's key columns; an empty cell is an empty string."""
    return tuple(str(value) if (value := getattr(row, name)) is not None else "" for name in key_columns(type(row)))


@dataclass(kw_only=True)
class Laying(Generic[Row]):
    """Rows of a shipped file, and those of a user's file that replace them or come before them."""

    path: Path
    row_type: type[Row]
    below: dict[Key, Row]
    closed: Mapping[str, Collection[str]] = field(default_factory=dict)
    new: dict[Key, Row] = field(default_factory=dict)
    given: dict[Key, int] = field(default_factory=dict)
    header: list[str] = field(default_factory=list)
    hints: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        """What type each column holds."""
        self.hints = get_type_hints(self.row_type)

    @property
    def columns(self) -> dict[str, Field[Any]]:
        """The columns of a row by name."""
        return {column.name: column for column in fields(self.row_type)}  # type: ignore[arg-type]

    def fault(self, line: int, why: str, column: str | None = None, meant: str = "", known: Sequence[str] = ()) -> CodebookError:
        """The error in a line, at a column where one is named."""
        near = get_close_matches(meant, known, 1) if meant else []
        place = self.header.index(column) + 1 if column in self.header else None
        return CodebookError(path=self.path, line=line, column=place, why=why, suggestion=near[0] if near else None)

    def lay(self, line: int, cells: Sequence[str]) -> None:
        """One line of the user's file is laid on top."""
        if len(cells) != len(self.header):
            raise self.fault(line, f"{len(cells)} cells where the header has {len(self.header)}")
        said = dict(zip(self.header, cells, strict=True))
        gone = said.pop(WITHDRAWN, "")
        if gone not in {"", "yes", "no"}:
            raise self.fault(line, f"{WITHDRAWN} is {gone!r}, neither yes nor no", WITHDRAWN)
        if gone == "yes":
            self.withdraw(line, said)
        else:
            self.put(line, said)

    def withdraw(self, line: int, said: dict[str, str]) -> None:
        """The shipped rows that have what the key columns of the line say are gone."""
        keys = key_columns(self.row_type)
        wanted = [(n, said[name]) for n, name in enumerate(keys) if said.get(name)]
        found = [key for key in self.below if wanted and all(key[n] == value for n, value in wanted)]
        if not found:
            named = said.get(keys[0], "")
            raise self.fault(line, f"no row {named!r} to withdraw", keys[0], named, [key[0] for key in self.below])
        for key in found:
            del self.below[key]

    def put(self, line: int, said: dict[str, str]) -> None:
        """The row of the line is there: in the place of the one with its key, else before all."""
        keys = key_columns(self.row_type)
        for name in keys:
            if name not in said:
                raise self.fault(line, f"missing column {name!r}: it is part of what names a row")
        key = tuple(said[name] for name in keys)
        first = self.given.setdefault(key, line)
        if first != line:
            raise self.fault(line, f"{' '.join(filter(None, key))!r} stands in line {first} already", keys[0])
        row = self.below.get(key)
        values = self.values(line, said, row)
        try:
            if row is None:
                self.new[key] = self.row_type(**{**self.blanks(line, said, key[0]), **values})
            else:
                self.below[key] = replace(row, **values)  # type: ignore[type-var]
        except ValueError as error:
            raise self.fault(line, str(error)) from error

    def values(self, line: int, said: dict[str, str], row: Row | None) -> dict[str, Any]:
        """The cells as their columns' types ask; in a list, `*` stands for what the row below has."""
        out: dict[str, Any] = {}
        for name, cell in said.items():
            if cell and name in self.closed and cell not in self.closed[name]:
                known = sorted(self.closed[name])
                listed = f"; known are {', '.join(known)}" if len(known) <= LISTED else ""
                raise self.fault(line, f"unknown {name} {cell!r}{listed}", name, cell, known)
            try:
                found = converter(self.hints[name])(OWN_SOURCE if name == "source" and not cell else cell)
            except ValueError as error:
                raise self.fault(line, f"{name} {error}", name) from error
            if isinstance(found, tuple) and BELOW in found:
                have = getattr(row, name) if row is not None else ()
                found = tuple(dict.fromkeys(part for piece in found for part in (have if piece == BELOW else (piece,))))
            out[name] = found
        return out

    def blanks(self, line: int, said: dict[str, str], named: str) -> dict[str, Any]:
        """What a new row has in the columns that its file leaves out; CodebookError where one must not be empty."""
        out: dict[str, Any] = {}
        for name, column in self.columns.items():
            if name in said or column.default is not MISSING:
                continue
            convert: Callable[[str], Any] = converter(self.hints[name])
            try:
                out[name] = convert(OWN_SOURCE if name == "source" else "")
            except ValueError:
                known = [key[0] for key in self.below]
                why = f"{named!r} is no row of the shipped file, and a new row needs the column {name!r}"
                raise self.fault(line, why, key_columns(self.row_type)[0], named, known) from None
        return out


def rows_laid(
    below: Sequence[Row], path: Path, row_type: type[Row], closed: Mapping[str, Collection[str]] | None = None
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """All rows with those of the user's file on top, and the user's rows alone.

    The file needs the key columns and those that it changes. A row whose key is new comes before all others. One whose key is known
    keeps its place, and what it had in the columns that the file leaves out; in a list, `*` stands for what was there. A row with yes in
    the column `withdrawn` takes away the shipped rows that have its key, or as much of it as it gives. `closed`: columns that may hold
    only certain values. CodebookError, with line and column, on whatever is otherwise.
    """
    laying = Laying(path=path, row_type=row_type, below={key_of_row(row): row for row in below}, closed=closed or {})
    lines = csv_lines(path)
    laying.header = next(lines, (1, []))[1]
    check_columns(path, laying.header, [*laying.columns, WITHDRAWN])
    for line, cells in lines:
        laying.lay(line, cells)
    own = (*laying.new.values(), *(row for key in laying.given if (row := laying.below.get(key)) is not None))
    return (*laying.new.values(), *laying.below.values()), own
