"""Where the paragraphs of a text end, whatever the habit of its source."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from gesta.model import Span

BLANK_LINE = re.compile(r"\n\s*\n\s*")
LINE_END = re.compile(r"\n\s*")
SHORTEST, LONGEST = 40, 100  # Code points of a line that was wrapped at a margin; titles are shorter, paragraphs on one line longer.


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans that follow one another and cover the text, each a paragraph with the white space that ends it.

    A newline ends a paragraph, unless the text is wrapped by hand (blank lines between paragraphs, short lines within them).
    """
    ends = [m.end() for m in (BLANK_LINE if wrapped_by_hand(text) else LINE_END).finditer(text)]
    edges = [0, *(e for e in ends if 0 < e < len(text)), len(text)]
    return tuple(Span(start, end) for start, end in pairwise(edges) if start < end)


def wrapped_by_hand(text: str) -> bool:
    """True where blank lines separate paragraphs and most paragraphs are of several lines that end at a margin."""
    blocks = [block.split("\n") for block in BLANK_LINE.split(text.strip())]
    full = [len(line) for lines in blocks for line in lines[:-1]]
    if len(blocks) < 2 or sum(len(lines) > 1 for lines in blocks) * 2 < len(blocks):
        return False
    return bool(full) and SHORTEST <= median(full) < LONGEST
