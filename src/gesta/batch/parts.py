"""The tables of a folder of parts, and how results become rows of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gesta.errors import InputError
from gesta.intake import Record
from gesta.model import Report, to_record
from gesta.pipeline.lines import record_line

Result = Report | Record | InputError
COMPRESSION: Final = "zstd"
ROWS: Final = 1024
"""Rows of a row group: some 20 MB of records before they are packed, which is what readers hold at once."""


def records_schema() -> Any:
    """`source`, `place` (of the document in it, from 1), the report's head for filters, and `record`: the line that `gesta code` prints."""
    import pyarrow as pa

    heads = [pa.field(name, pa.string()) for name in ("id", "url", "outlet", "title", "published")]
    return pa.schema([pa.field("source", pa.string()), pa.field("place", pa.int64()), *heads, pa.field("record", pa.string())])


def failures_schema() -> Any:
    """`source` and `place` as beside a record, and the error: its class, the path, line and column that it names, and why."""
    import pyarrow as pa

    said = [pa.field("error", pa.string()), pa.field("path", pa.string()), pa.field("line", pa.int64()), pa.field("column", pa.int64())]
    return pa.schema([pa.field("source", pa.string()), pa.field("place", pa.int64()), *said, pa.field("why", pa.string())])


def tables(source: str, first: int, results: Sequence[Result]) -> tuple[Any, Any]:
    """The records and the failures among results that follow on one another from the place `first`, each as a table."""
    import pyarrow as pa

    placed = list(enumerate(results, first))
    records = [record_row(source, place, item) for place, item in placed if not isinstance(item, InputError)]
    failures = [failure_row(source, place, item) for place, item in placed if isinstance(item, InputError)]
    return pa.Table.from_pylist(records, records_schema()), pa.Table.from_pylist(failures, failures_schema())


def record_row(source: str, place: int, item: Report | Record) -> dict[str, Any]:
    """One row of the records."""
    record = to_record(item) if isinstance(item, Report) else item
    about = record["report"]
    heads = {name: writable(about.get(name)) for name in ("id", "url", "outlet", "title", "published")}
    return {"source": writable(source), "place": place, **heads, "record": record_line(record)}


def failure_row(source: str, place: int, error: InputError) -> dict[str, Any]:
    """One row of the failures."""
    said = {"error": type(error).__name__, "path": writable(error.path), "line": error.line, "column": error.column}
    return {"source": writable(source), "place": place, **said, "why": writable(error.why)}


def writable(text: str | None) -> str | None:
    """The text without what UTF-8 cannot carry."""
    return text if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def write(table_rows: Iterable[Any], schema: Any, stream: Any) -> None:
    """The tables as one Parquet file, in row groups of ROWS whatever tables they come in."""
    import pyarrow.parquet as pq

    with pq.ParquetWriter(stream, schema, compression=COMPRESSION, use_dictionary=["source", "outlet"]) as file:
        for group in grouped(table_rows):
            file.write_table(group, row_group_size=ROWS)


def grouped(table_rows: Iterable[Any]) -> Iterator[Any]:
    """The same rows in tables of ROWS; the last has what is left."""
    import pyarrow as pa

    waiting: list[Any] = []
    for table in table_rows:
        waiting.append(table)
        while sum(t.num_rows for t in waiting) >= ROWS:
            joined = pa.concat_tables(waiting)
            yield joined.slice(0, ROWS)
            waiting = [joined.slice(ROWS)]
    if any(t.num_rows for t in waiting):
        yield pa.concat_tables(waiting)
