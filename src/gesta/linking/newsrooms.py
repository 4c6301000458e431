"""Newsrooms by name: agencies and outlets as articles write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gesta.model import Span

# Words that say what a newsroom is and not which: "Halcyon News Agency" signs its datelines "Halcyon".
GENERIC = frozenset("the news agency agencies press wire wires service services newspaper daily staff".split())
PIECE = re.compile(r"[^\W_]+")


def newsroom_key(name: str) -> str:
    """What two spellings of one newsroom have in common: lower case, without words that only say what it is."""
    pieces = [piece.casefold() for piece in PIECE.findall(name)]
    return " ".join(piece for piece in pieces if piece not in GENERIC) or " ".join(pieces)


def keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of several names."""
    return frozenset(newsroom_key(name) for name in names)


def last_named(text: str, name: str) -> Span | None:
    """Where the text names the newsroom last, which is in its credit line if it has one; None where it does not."""
    at = text.rfind(name)
    return Span(at, at + len(name)) if at >= 0 else None
