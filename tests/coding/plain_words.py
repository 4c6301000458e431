from __future__ import annotations

import re

from gesta.model import Word

TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|\d[\d,.:/]*\d|\d+|[^\W\d_]+\.(?=\s*\d)|['’][^\W\d_]+|[^\W\d_]+|\S")


def words_of(text: str, upos: str = "X", first: int = 0) -> tuple[Word, ...]:
    """The words of a text, split at blanks, hyphens, and between letters and digits, all with the same tag; indices count from `first`."""
    return tuple(
        Word(i=i, start=m.start(), end=m.end(), text=m.group(), lemma="", upos=upos, xpos="", head=i, deprel="dep", sentence=0)
        for i, m in enumerate(TOKEN.finditer(text), first)
    )
