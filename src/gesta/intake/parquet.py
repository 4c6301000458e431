"""Parquet: a table of reports with the fields of JSON Lines as columns, or the parts that `gesta code --parts` wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, BinaryIO, Final

import orjson

from gesta.errors import DamagedArchive, EmptyInput, InputError, MalformedRecord
from gesta.intake.coded import Record
from gesta.intake.draft import FIELDS
from gesta.intake.newsnames import NewsNames
from gesta.intake.rows import found_in
from gesta.model import Article

PARQUET: Final = b"PAR1"
"""How the file begins and ends."""
RECORD: Final = "record"
"""The column of a coded part: the record as `gesta code` prints it."""
FAILED: Final = ("error", "path", "line", "column", "why")
"""The columns of a part of failures: the fields of an InputError, and the name of its class."""
ROWS: Final = 64
"""Rows that are unpacked together."""


def read_parquet(stream: BinaryIO, origin: str, names: NewsNames, *, force: bool) -> Iterator[Article | Record | InputError]:
    """What each row holds, in order: an article, a record that is coded already, or the error that names the row.

    A part of failures gives the errors that are in it. A file that is broken or cut off is one DamagedArchive, after the rows before that.
    OSError where the stream cannot be read.
    """
    number = 0
    try:
        for number, row in enumerate(rows_of(stream, origin), 1):
            if FAILED[0] in row:
                yield failed(row)
            else:
                yield found_in(partial(parsed, row, origin, number), origin, number, names, force=force)
    except InputError as error:
        yield error
        return
    except OSError as error:
        if error.errno is not None:
            raise
        yield broken(error, origin, number)
        return
    except ValueError as error:
        yield broken(error, origin, number)
        return
    if not number:
        yield EmptyInput(why="the table has no rows", path=origin)


def broken(error: Exception, origin: str, rows: int) -> DamagedArchive:
    """The error for a file that is no whole Parquet."""
    return DamagedArchive(why=f"no whole Parquet file, {rows} rows could be read: {' '.join(str(error).split())[:200]}", path=origin)


def rows_of(stream: BinaryIO, origin: str) -> Iterator[Mapping[str, Any]]:
    """The rows, as columns that are not unpacked yet: a value that cannot be one costs its own row alone.

    Text is unpacked once for each different value of a row group, so that no file is much larger in memory than it says that it is.
    """
    import pyarrow.parquet as pq

    if not stream.seekable():
        raise InputError(why="Parquet is read from a file, not from a pipe", path=origin)
    facts = pq.read_metadata(stream)
    present = facts.schema.to_arrow_schema().names
    wanted = next((kind for kind in ((RECORD,), FAILED, ("text", *FIELDS)) if kind[0] in present), None)
    if wanted is None:
        raise MalformedRecord(why=f"the table has no column `text`; it has {', '.join(present[:10]) or 'none'}", path=origin)
    with pq.ParquetFile(stream, metadata=facts, read_dictionary=[name for name in ("text",) if name in wanted]) as file:
        for batch in file.iter_batches(batch_size=ROWS, columns=[name for name in wanted if name in present]):
            columns = dict(zip(batch.schema.names, batch.columns, strict=True))
            for place in range(batch.num_rows):
                yield {name: column[place] for name, column in columns.items()}


def parsed(row: Mapping[str, Any], path: str, number: int) -> Any:
    """The row as the value of a line of JSON Lines."""
    if RECORD not in row:
        return {name: stated(cell.as_py()) for name, cell in row.items()}
    try:
        return orjson.loads(row[RECORD].as_py() or "")
    except ValueError as error:
        raise MalformedRecord(why=f"the record is no JSON: {error}", path=path, line=number) from error


def stated(value: Any) -> Any:
    """A date as ISO 8601, anything else as it is."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def failed(row: Mapping[str, Any]) -> InputError:
    """The error that a row of failures tells of; of a kind that this version does not know, a plain one."""
    said = {name: row[name].as_py() if name in row else None for name in FAILED}
    kind = KINDS.get(said["error"] or "", InputError)
    return kind(path=said["path"] or "-", why=said["why"] or "", line=said["line"], column=said["column"])


def kinds_of(kind: type[InputError]) -> Iterator[type[InputError]]:
    """The class and those below it that are made of a place and a reason alone."""
    if kind.__init__ is InputError.__init__:
        yield kind
    for below in kind.__subclasses__():
        yield from kinds_of(below)


KINDS: Final = {kind.__name__: kind for kind in kinds_of(InputError)}
