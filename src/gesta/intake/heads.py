"""The lines between a title and its text: who wrote it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gesta.intake.bylines import BY, UNNAMED, byline, people
from gesta.intake.dates import stamp
from gesta.intake.markdown import inline

LONGEST_LINE = 160
MOST_LINES = 3
SENTENCE_ENDS = frozenset(".!?:;")

Line = tuple[int, str]
"""The offset behind a line, and its words."""


@dataclass(frozen=True, slots=True)
class Head:
    """Authors and date as written, and the offset behind the last line that gives them."""

    authors: tuple[str, ...]
    published: str | None
    end: int


def said_lines(text: str, most: int) -> list[Line]:
    """The first `most` lines that are not blank."""
    out: list[Line] = []
    at = 0
    while at < len(text) and len(out) < most:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if line := text[at:end].strip():
            out.append((end, line))
        at = end + 1
    return out


def read_head(lines: Sequence[Line], start: int, *, names_alone: bool) -> Head:
    """Author and date, in either order, at the beginning of `lines`; the last line is never taken, for it is text.

    An author's line begins with "By", or stands before the date; with `names_alone` one that could be nothing but names counts too.
    """
    authors: tuple[str, ...] = ()
    published: str | None = None
    end = start
    for (after_line, line), (_, following) in pairwise(lines[: MOST_LINES + 1]):
        words = inline(line, {}).strip()
        if not words or len(words) > LONGEST_LINE:
            break
        dated = published is None and stamp(inline(following, {})) is not None
        if published is None and stamp(words) is not None:
            published = words
        elif not authors and (found := author_line(words, before_date=dated, names_alone=names_alone)):
            authors = found
        else:
            break
        end = after_line
    return Head(authors, published, end)


def author_line(words: str, *, before_date: bool, names_alone: bool) -> tuple[str, ...]:
    """The authors that the line names, () when it is no author's line. Before a date any short line is one: "Northgate Gazette staff"."""
    if before_date and words[-1] not in SENTENCE_ENDS:
        return byline(words) or tuple(name for name in people(words) if name.casefold() not in UNNAMED)
    return byline(words) if names_alone or BY.match(words) else ()
