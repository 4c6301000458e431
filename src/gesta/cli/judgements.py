"""`gesta judgements`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from gesta.cli.deliver import width
from gesta.cli.options import StoreAddress, Written
from gesta.cli.streams import colourful, complain, emit
from gesta.linking.replay import standing
from gesta.render.decisions import decisions
from gesta.store import open_store


def judgements(
    store: StoreAddress,
    shape: Annotated[Written, typer.Option("--format", help="text: to read. json: one object a line.")] = Written.TEXT,
) -> None:
    """List judgements. Who decided what, when and why, in order; those undone, and items no longer found, are marked."""
    with open_store(store) as opened:
        every = list(opened.judgements())
        lost = [orphan.judgement for orphan in opened.derived().orphans]
    counting = {judgement.id for judgement in standing(every)}
    if shape is Written.JSON:
        for judgement in every:
            extra = {"id": judgement.id, "counts": judgement.id in counting, "orphans": lost.count(judgement.id)}
            emit(json.dumps({**asdict(judgement), **extra}, ensure_ascii=False) + "\n")
    elif every:
        emit(decisions(every, counting, lost, width=width(), colour=colourful()))
    else:
        complain("nobody has decided anything yet")
