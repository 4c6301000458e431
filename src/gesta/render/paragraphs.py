"""Where the paragraphs of a text end, whatever the habit of its source."""

from __future__ import annotations

import re
from statistics import median

from gesta.model import Span

BLANK_LINE = re.compile(r"\n\s*\n\s*")
LINE_END = re.compile(r"\n\s*")
HARD_WRAP = 100  # Code points: lines that a program has wrapped are shorter, paragraphs of news on one line are mostly longer.


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans that follow one another and cover the text, each a paragraph with the white space that ends it.

    A newline ends a paragraph, unless the text is wrapped by hand (blank lines between paragraphs, short lines within them).
    """
    ends = [m.end() for m in (BLANK_LINE if wrapped_by_hand(text) else LINE_END).finditer(text)]
    edges = [0, *(e for e in ends if 0 < e < len(text)), len(text)]
    return tuple(Span(start, end) for start, end in zip(edges, edges[1:], strict=False) if start < end)


def wrapped_by_hand(text: str) -> bool:
    """True where blank lines separate paragraphs and most paragraphs are of several short lines."""
    blocks = [block.split("\n") for block in BLANK_LINE.split(text.strip())]
    if len(blocks) < 2 or sum(len(lines) > 1 for lines in blocks) * 2 < len(blocks):
        return False
    return median(len(line) for lines in blocks for line in lines) < HARD_WRAP
