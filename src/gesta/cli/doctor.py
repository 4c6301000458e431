"""`gesta doctor`: is everything here, and if not, how to mend it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain
from typing import Annotated

import typer

from gesta.api.tokens import kept_tokens, tokens_file
from gesta.cli.exits import DONE, FAILED
from gesta.cli.options import CodebookFolder, PipelineName, Written
from gesta.cli.streams import emit
from gesta.pipeline import Pipeline
from gesta.pipeline.examining import Amiss, Check, Finding, Seen, examined, seen
from gesta.pipeline.examining_parts import PARTS
from gesta.pipeline.examining_room import ROOM
from gesta.pipeline.examining_store import STORED, Stored
from gesta.render.phrases import counted
from gesta.render.visible import terminal_text

OTHERS = 0o077
ExaminedStore = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", envvar="GESTA_STORE", help="Look at this store too.", show_default=False),
]


def doctor(
    store: ExaminedStore = None,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
    shape: Annotated[Written, typer.Option("--format", help="text: to read. json: one object with all findings.")] = Written.TEXT,
) -> None:
    """Look whether everything is here. Each part is tried, nothing is changed, and what fails comes with how to mend it."""
    findings = found(Pipeline(pipeline, codebook=codebook), store)
    if shape is Written.JSON:
        every = list(findings)
        emit(json.dumps({"sound": all(map(is_sound, every)), "checks": [asdict(finding) for finding in every]}, ensure_ascii=False) + "\n")
    else:
        every = [shown(finding) for finding in findings]
    raise typer.Exit(DONE if all(map(is_sound, every)) else FAILED)


def found(pipeline: Pipeline, store: str | None) -> Iterator[Finding]:
    """Every finding, as it is made."""
    about_store = examined(STORED, Stored(address=store, pipeline=pipeline)) if store is not None else ()
    return chain(examined((*PARTS, *ROOM, SETTINGS), pipeline), about_store)


def is_sound(finding: Finding) -> bool:
    """True where nothing is to be mended."""
    return finding.state in ("ok", "note")


def shown(finding: Finding) -> Finding:
    """Prints one line on the finding, and one on how to mend it where something is wrong; the finding itself."""
    state = "FAILS" if finding.state == "fails" else finding.state
    emit(f"{state:8} {finding.name:10} {on_one_line(finding.found)}\n")
    if finding.mend:
        emit(f"{'':8} {'to mend:':10} {on_one_line(finding.mend)}\n")
    return finding


def on_one_line(text: str) -> str:
    """The text on one line, with nothing that steers a terminal."""
    return terminal_text(" ".join(text.split()))


def settings(_: Pipeline) -> Seen:
    """The tokens of `gesta serve` can be read, by their owner alone."""
    path = tokens_file()
    known = kept_tokens(path)
    if os.name == "posix" and path.exists() and path.stat().st_mode & OTHERS:
        raise Amiss(f"{path} can be read by others", f"chmod 600 {path}")
    return seen(f"{counted(len(known), 'token')} for gesta serve", tokens=len(known))


SETTINGS = Check(name="settings", look=settings, mend=f"delete {tokens_file()} and make the tokens anew: gesta serve --new-token NAME")
