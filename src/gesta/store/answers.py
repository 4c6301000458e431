"""Rows as Arrow tables."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final

from gesta.store.asking import Question, cursor
from gesta.store.schema import Column
from gesta.store.spelling import Columns, Repeated, Values
from gesta.store.wording import MARK

# Where a page's metadata has the cursor of the next one; a last page has none.
AFTER: Final = b"after"
_MOST_BYTES: Final = (1 << 31) - 1  # in one array of strings
_WRITTEN: Final = f"{MARK}[0-9a-f]{{4}}"


def arrow_schema(columns: Sequence[Column]) -> Any:
    """The `pyarrow.Schema` of these columns: int64, float64, string, bool, date32, or lists of them."""
    import pyarrow as pa

    kinds = {"text": pa.string(), "json": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "date": pa.date32()}
    return pa.schema([(c.name, pa.list_(kinds[c.kind]) if c.many else kinds[c.kind]) for c in columns])


def arrow_table(columns: Sequence[Column], values: Columns) -> Any:
    """Values, column by column, as a `pyarrow.Table`; what is repeated in it stays a dictionary and the places in it."""
    import pyarrow as pa

    places = dict[int, Any]()

    def made(held: Values, kind: Any) -> Any:
        if not isinstance(held, Repeated):
            return pa.array(held, kind) if (joined := _joined(held)) is None else joined
        if id(held.places) not in places:  # columns that are repeated alike share them
            places[id(held.places)] = pa.array(held.places, pa.int32())
        return pa.DictionaryArray.from_arrays(places[id(held.places)], pa.array(held.values, kind), safe=False)

    schema = arrow_schema(columns)
    return pa.table([made(held, field.type) for held, field in zip(values, schema, strict=True)], names=schema.names)


def _joined(documents: Sequence[Any]) -> Any:
    """Documents of UTF-8, written by `to_json`, as an array of strings, copied once and not checked. None for all else, and for 2 GB."""
    if not documents or not isinstance(documents[0], bytes):
        return None
    import pyarrow as pa

    ends = list(accumulate(map(len, documents), initial=0))
    if ends[-1] > _MOST_BYTES:
        return None
    return pa.StringArray.from_buffers(len(documents), pa.py_buffer(array("i", ends)), pa.py_buffer(b"".join(documents)))


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
    plain = pc.replace_substring_regex(texts, _WRITTEN, "\ufffd")
    return pa.ListArray.from_arrays(chunk.offsets, plain, mask=chunk.is_null()) if many else plain


def next_page(page: Any) -> str:
    """The cursor for `Query.after`, or "" after the last page."""
    return ((page.schema.metadata or {}).get(AFTER) or b"").decode()
