"""Answers of a store to standard output or to a file, in the shape asked for, as they come."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import typer

from gesta.cli.files import write_whole
from gesta.cli.options import Shape
from gesta.cli.streams import colourful, complain, emit
from gesta.export.geography import PLACED, feature_lines, placed, plain
from gesta.export.spreadsheets import lines
from gesta.model import Layer, Query
from gesta.pipeline.dossier import Dossier, open_dossier
from gesta.pipeline.replacing import replacing
from gesta.render.answers import listing
from gesta.render.phrases import counted

STANDARD_OUTPUT: Final = "-"
SHOWN: Final = 500  # rows of a table on a terminal, unless a limit is given
NOUNS: Final = {"incidents": "incident", "events": "event", "claims": "claim", "figures": "estimate", "actors": "actor", "timeline": "day"}


def deliver(store: str, layer: Layer, query: Query, shape: Shape, output: str | None) -> None:
    """The answer, whole: a file holds all of it or stays as it was. Wrong use where a layer has no such shape."""
    if shape is Shape.GEOJSON and layer not in PLACED:
        raise typer.BadParameter(f"{layer} have no place; geojson is for {', '.join(PLACED)}", param_hint="--format")
    target = None if output in (None, STANDARD_OUTPUT) else Path(str(output))
    with open_dossier(store) as dossier:
        if shape is Shape.PARQUET:
            parquet(dossier, layer, query, target)
        elif target is not None:
            write_whole(target, text(dossier, layer, query, shape, wide=True))
        else:
            for piece in text(dossier, layer, query, shape):
                emit(piece)


def text(dossier: Dossier, layer: Layer, query: Query, shape: Shape, *, wide: bool = False) -> Iterator[str]:
    """The answer in pieces, as they come."""
    rows = dossier.rows(layer, query)
    if shape is Shape.TABLE:
        yield from table(rows, layer, query, wide=wide)
    elif shape is Shape.JSON:
        yield from (json.dumps(row, ensure_ascii=False, default=plain, separators=(",", ":")) + "\n" for row in rows)
    elif shape is Shape.CSV:
        yield from lines(dossier.store.ask(layer, one_row(query)).column_names, rows)
    else:
        yield from feature_lines(map(placed, rows))


def table(rows: Iterator[dict[str, Any]], layer: Layer, query: Query, *, wide: bool) -> Iterator[str]:
    """The table, and on standard error how many rows it has."""
    found = list(islice(rows, SHOWN)) if not query.limit else list(rows)
    more = next(rows, None) is not None
    yield listing(layer, found, width=None if wide else width(), colour=colourful() and not wide)
    if not found:
        complain(f"no {NOUNS[layer]} passes the filters" + ("" if query.background else "; --background shows what reports recall too"))
    elif more:
        complain(f"the first {counted(len(found), NOUNS[layer])}; --limit N shows more, --format csv all")


def width() -> int | None:
    """Columns of the terminal; no bound where standard output is none and COLUMNS does not say."""
    wide = shutil.get_terminal_size((0, 0)).columns
    return wide or (100 if sys.stdout.isatty() else None)


def parquet(dossier: Dossier, layer: Layer, query: Query, target: Path | None) -> None:
    """The answer as Parquet, to a file or to standard output, which must be no terminal."""
    import pyarrow.parquet as pq

    found = dossier.store.ask(layer, query)
    if target is None:
        if sys.stdout.isatty():
            raise typer.BadParameter("Parquet is no text for a terminal; name a file with -o", param_hint="--format")
        pq.write_table(found, sys.stdout.buffer, compression="zstd")
        return
    with replacing(target) as beside:
        pq.write_table(found, beside, compression="zstd")


def one_row(query: Query) -> Query:
    """The query for no more than one row, to learn the columns."""
    return Query(granularity=query.granularity, limit=1)
