"""Governments called by who leads or led them: "the Clinton administration" is its country's, whatever the day."""

from __future__ import annotations

from gesta.codebook.register_rows import Office
from gesta.coding.cast import Cast

CALLED_BY_HEAD = frozenset({"administration", "government", "regime", "cabinet", "presidency"})


def head_of(cast: Cast, first: int, end: int, name: str) -> Office | None:
    """The office, of whatever day, of the person whose name stands right before "administration", "government" or the like.

    None where the register knows several of that name, or none.
    """
    after = cast.reading.words[end : end + 1]
    called = bool(after) and after[0].lemma.lower() in CALLED_BY_HEAD and cast.reading.words[end - 1].head == end
    return cast.codebook.registers.holder(name, None) if called else None
