"""Rows as Arrow tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from gesta.store.asking import Question, cursor
from gesta.store.schema import Column
from gesta.store.wording import MARK, storable

# Where a page's metadata has the cursor of the next one; a last page has none.
AFTER: Final = b"after"
_WRITTEN: Final = f"{MARK}[0-9a-f]{{4}}"


def arrow_schema(columns: Sequence[Column]) -> Any:
    """The `pyarrow.Schema` of these columns: int64, float64, string, bool, date32, or lists of them."""
    import pyarrow as pa

    kinds = {"text": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "date": pa.date32()}
    return pa.schema([(c.name, pa.list_(kinds[c.kind]) if c.many else kinds[c.kind]) for c in columns])


def arrow_table(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> Any:
    """Rows as a `pyarrow.Table`, in text that every engine can keep."""
    import pyarrow as pa

    schema = arrow_schema(columns)
    arrays = [
        _array(values, field.type, text=column.kind == "text", many=column.many)
        for values, field, column in zip(zip(*rows, strict=True), schema, columns, strict=True)
    ]
    return pa.table(arrays, schema=schema)


def _array(values: Sequence[Any], kind: Any, *, text: bool, many: bool) -> Any:
    import pyarrow as pa

    if not text:
        return pa.array(values, kind)
    try:
        made = pa.array(values, kind)
    except UnicodeEncodeError:
        made = None
    if made is None or _odd(made.flatten() if many else made):
        made = pa.array([_kept(value) for value in values], kind)
    return made


def _odd(texts: Any) -> bool:
    import pyarrow.compute as pc

    return bool(pc.any(pc.match_substring_regex(texts, "[\\x00\\x1a]")).as_py())


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    return value if value is None else [_kept(part) for part in value]


def answer(found: Any, asked: Question) -> Any:
    """The page: rows without the tail, the next page's cursor in the metadata, what no Arrow string holds as U+FFFD."""
    more = asked.limit > 0 and found.num_rows > asked.limit
    page = found.slice(0, asked.limit) if more else found
    metadata = {}
    if more:
        last = page.slice(page.num_rows - 1).to_pylist()[0]
        metadata[AFTER] = cursor(asked.sort, last[asked.sort.by], last["_tail"]).encode()
    shown = page.drop_columns(["_tail"])
    for place, field in enumerate(shown.schema):
        if (plain := _shown(shown.column(place))) is not None:
            shown = shown.set_column(place, field, plain)
    return shown.replace_schema_metadata(metadata or None)


def _shown(column: Any) -> Any:
    """The column with what was written out as U+FFFD; None where nothing was."""
    import pyarrow as pa
    import pyarrow.compute as pc

    many = pa.types.is_list(column.type)
    if not pa.types.is_string(column.type.value_type if many else column.type):
        return None
    chunk = column.combine_chunks()
    texts = chunk.flatten() if many else chunk
    if not pc.any(pc.match_substring(texts, MARK)).as_py():
        return None
    if not many:
        return pc.replace_substring_regex(chunk, _WRITTEN, "\ufffd")
    marks = [None if row is None else [text.replace(MARK, MARK) for text in row] for row in chunk.to_pylist()]
    return pa.array([row and pc.replace_substring_regex(pa.array(row), _WRITTEN, "\ufffd").to_pylist() for row in marks], column.type)


def next_page(page: Any) -> str:
    """The cursor for `Query.after`, or "" after the last page."""
    return ((page.schema.metadata or {}).get(AFTER) or b"").decode()
