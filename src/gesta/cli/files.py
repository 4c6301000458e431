"""Files that commands write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gesta.pipeline.replacing import replacing


def write_whole(path: Path, text: str | Iterable[str]) -> None:
    """The file holds all of `text`, or stays as it was: it is written beside its place and moved there. OSError when it cannot."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines([text] if isinstance(text, str) else text)
