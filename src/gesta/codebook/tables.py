"""Codebook files as rows and values: nothing is guessed, and whatever is wrong is named with file, line and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import MISSING, Field, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

import yaml
from yaml.constructor import BaseConstructor

from gesta.errors import CodebookError

Row = TypeVar("Row")
YES_NO = {"yes": True, "no": False}


def _text(cell: str) -> str:
    if not cell:
        raise ValueError("is empty")
    return cell


def _yes(cell: str) -> bool:
    if cell not in YES_NO:
        raise ValueError(f"is {cell!r}, neither yes nor no")
    return YES_NO[cell]


def _integer(cell: str) -> int:
    if not cell.removeprefix("-").isdecimal():
        raise ValueError(f"is {cell!r}, no whole number")
    return int(cell)


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"is {cell!r}, no date such as 2023-09-19") from None


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for piece in cell.split(";") if (part := piece.strip()))


CONVERTERS: dict[Any, Callable[[str], Any]] = {str: _text, bool: _yes, int: _integer, date: _day, tuple[str, ...]: _several}


def converter(hint: Any) -> Callable[[str], Any]:
    """What turns a cell into a value of this type, or raises ValueError; `X | None` takes an empty cell as None."""
    for kind, convert in CONVERTERS.items():
        if hint == kind:
            return convert
        if hint == kind | None:
            return lambda cell, convert=convert: convert(cell) if cell else None  # type: ignore[misc]
    raise TypeError(f"no cell can hold {hint}")


def _is_needed(column: Field[Any]) -> bool:
    return column.default is MISSING and column.default_factory is MISSING


def check_columns(path: Path, header: list[str], columns: Collection[str]) -> None:
    """CodebookError when the first line names a column that is none, or one twice."""
    for place, name in enumerate(header, 1):
        if name not in columns:
            near = get_close_matches(name, columns, 1)
            raise CodebookError(path=path, line=1, column=place, why=f"unknown column {name!r}", suggestion=near[0] if near else None)
        if name in header[: place - 1]:
            raise CodebookError(path=path, line=1, column=place, why=f"column {name!r} stands twice")


def _check_header(path: Path, header: list[str], columns: dict[str, Field[Any]]) -> None:
    """CodebookError when the first line names a column that is none, one twice, or leaves one out."""
    check_columns(path, header, columns)
    missing = [name for name, column in columns.items() if name not in header and _is_needed(column)]
    if missing:
        raise CodebookError(path=path, line=1, why=f"missing column {missing[0]!r}")


def csv_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number (from 1) and cells, stripped, of every line that is not blank."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        before = 0
        for cells in reader:
            if cells:
                yield before + 1, [cell.strip() for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise CodebookError(path=path, line=reader.line_num, why=str(error)) from error


def read_text(path: Path) -> str:
    """The text of a codebook file; CodebookError when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CodebookError(path=path, why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CodebookError(path=path, line=line, why="not UTF-8") from error


def read_csv(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a file as `row_type`, a dataclass whose field types say what each cell holds.

    `str` takes a cell that is not empty, `X | None` an empty one as None, `bool` yes or no, `tuple[str, ...]` parts between semicolons.
    The first column names a row once, unless `row_type` has a true class attribute `first_column_repeats`.
    CodebookError, with line and column (the number of the cell), on whatever is otherwise; what `row_type` refuses with ValueError too.
    """
    columns = {column.name: column for column in fields(row_type)}  # type: ignore[arg-type]
    hints = get_type_hints(row_type)
    lines = csv_lines(path)
    header = next(lines, (1, []))[1]
    _check_header(path, header, columns)
    converters = [converter(hints[name]) for name in header]
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for line, cells in lines:
        if len(cells) != len(header):
            raise CodebookError(path=path, line=line, why=f"{len(cells)} cells where the header has {len(header)}")
        first = seen.setdefault(cells[0], line)
        if first != line and not row_type.__dict__.get("first_column_repeats", False):
            raise CodebookError(path=path, line=line, column=1, why=f"{cells[0]!r} stands in line {first} already")
        rows.append(_row(path, line, row_type, header, cells, converters))
    return tuple(rows)


def _row(path: Path, line: int, row_type: type[Row], header: list[str], cells: list[str], converters: list[Callable[[str], Any]]) -> Row:
    values: dict[str, Any] = {}
    for place, (name, cell, convert) in enumerate(zip(header, cells, converters, strict=True), 1):
        try:
            values[name] = convert(cell)
        except ValueError as error:
            raise CodebookError(path=path, line=line, column=place, why=f"{name} {error}") from error
    try:
        return row_type(**values)
    except ValueError as error:
        raise CodebookError(path=path, line=line, why=str(error)) from error


class Placed(dict[Any, Any]):
    """A YAML mapping that knows where its keys stand."""

    places: dict[str, tuple[int, int]]
    """Line and column, both from 1, by key."""
    path: Path | None
    """The file."""
    origins: dict[str, Path]
    """The file of a key that comes from another one."""

    def fault(self, path: Path, key: str, why: str, known: Iterable[str] = (), meant: str | None = None) -> CodebookError:
        """The error at this key, with the name among `known` that was probably meant: by `meant`, by the key where it is not given.

        `path` is the file where the mapping does not know its own.
        """
        line, column = self.places.get(key, (None, None))
        near = get_close_matches(key if meant is None else meant, known, 1)
        where = self.origins.get(key, self.path or path)
        return CodebookError(path=where, line=line, column=column, why=why, suggestion=near[0] if near else None)

    def take(self, key: str, value: object, giver: Placed, named: str) -> None:
        """The key has this value, which stands in another mapping under the name `named`: a fault of it is found there."""
        self[key] = value
        self.places[key] = giver.places.get(named, (1, 1))
        if giver.path is not None:
            self.origins[key] = giver.path

    def copied(self) -> Placed:
        """Another mapping with the same keys, places and values."""
        out = Placed(self)
        out.places, out.path, out.origins = dict(self.places), self.path, dict(self.origins)
        return out

    def checked(self, path: Path, known: Iterable[str], needed: Iterable[str] = ()) -> Placed:
        """Itself; CodebookError for a key that is not known, and for one that is needed and not there."""
        names = list(known)
        for key in self:
            if key not in names:
                raise self.fault(path, key, f"unknown key {key!r}", names)
        for key in needed:
            if key not in self:
                first = next(iter(self), "")
                raise self.fault(path, first, f"the key {key!r} is missing")
        return self


class _Placing(BaseConstructor):
    """Mappings know where their keys stand; no key twice."""

    file: Path

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[str, tuple[int, int]] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key that is no text", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark)
            seen[key.value] = (key.start_mark.line + 1, key.start_mark.column + 1)
        placed = Placed(super().construct_mapping(node, deep=deep))
        placed.places, placed.path, placed.origins = seen, self.file, {}
        return placed


class _PlainLoader(_Placing, yaml.BaseLoader):
    """Every scalar as text; no anchors, no tags, no key twice."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem="anchors and aliases are not read", problem_mark=event.start_mark)
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(problem=f"the tag {event.tag} is not read", problem_mark=event.start_mark)
        return super().compose_node(parent, index)


class _FastLoader(_Placing, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """The same by libyaml, ten times as fast; it does not see anchors and tags."""


# What may be an anchor, an alias or a tag.
_MARKED: Final = re.compile(r"(?:^|[\s\[{,:?-])[&*!]")


def read_yaml(path: Path) -> Any:
    """What a YAML file holds: every scalar as text (`NO` and `~` too), mappings as `Placed`.

    CodebookError, with line and column, when it is not plain YAML.
    """
    text = read_text(path)
    if not _MARKED.search(text):
        with suppress(yaml.YAMLError):  # the other loader says what is wrong, and where
            return loaded(_FastLoader(text), path)  # type: ignore[call-arg]
    try:
        return loaded(_PlainLoader(text), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise CodebookError(path=path, line=line, column=column, why=error.problem or str(error)) from error
    except yaml.YAMLError as error:
        raise CodebookError(path=path, why=str(error)) from error


def loaded(loader: Any, path: Path) -> Any:
    """What the loader reads of this file."""
    loader.file = path
    return loader.get_single_data()


def mapping(value: object, path: Path, what: str) -> Placed:
    """The value, which must be a YAML mapping."""
    if not isinstance(value, Placed):
        raise CodebookError(path=path, why=f"{what} must be made of lines `name: value`")
    return value


def word_list(raw: Placed, key: str, path: Path = Path("-")) -> tuple[str, ...]:
    """The list of words under a key; CodebookError, at the key, for anything else. `path`: the file, if the mapping does not know it."""
    value = raw[key]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise raw.fault(path, key, f"{key} must be a list of words")
    return tuple(value)
