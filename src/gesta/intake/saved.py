"""A web article as people save it: title, a line with its link, author, date, standfirst and body with Markdown links.

```
About a hundred shells fell on Larov

[example.org/world/larov](https://example.org/world/larov)

Ana Moreau

May 4, 2023

Standfirst

Body with [links](https://example.org).
```
Author and date may be missing or stand the other way round; the link may be a plain URL.
"""

from __future__ import annotations

import re
from itertools import pairwise

from gesta.intake.bylines import byline
from gesta.intake.dates import stamp
from gesta.intake.draft import Draft
from gesta.intake.markdown import inline, titled

LINK_LINE = re.compile(
    r"\s*(?:\[[^\[\]\n]*\]\(\s*(?P<linked>https?://[^\s<>]+?)(?:\s+\"[^\"\n]*\")?\s*\)|<(?P<angled>https?://[^\s<>]+)>|(?P<plain>https?://[^\s<>]+))\s*"
)
LONGEST_TITLE = 300
LONGEST_LINK_LINE = 4000
LONGEST_HEADER_LINE = 160
MOST_HEADER_LINES = 3


def link_of(line: str) -> str | None:
    """The address on a line that holds nothing else."""
    found = LINK_LINE.fullmatch(line) if len(line) <= LONGEST_LINK_LINE else None
    return (found["linked"] or found["angled"] or found["plain"]) if found else None


def said_lines(text: str, most: int) -> list[tuple[int, str]]:
    """Offset behind, and words of, each of the first `most` lines that are not blank."""
    out: list[tuple[int, str]] = []
    at = 0
    while at < len(text) and len(out) < most:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if line := text[at:end].strip():
            out.append((end, line))
        at = end + 1
    return out


def is_saved_article(text: str) -> bool:
    """True when the first line could be a title and the next is a link and nothing else."""
    lines = said_lines(text, 2)
    return len(lines) == 2 and len(lines[0][1]) <= LONGEST_TITLE and link_of(lines[0][1]) is None and link_of(lines[1][1]) is not None


def read_saved_article(text: str, origin: str) -> Draft:
    """Title, url, authors and date as the head of the document states them; the text is standfirst and body without Markdown."""
    lines = said_lines(text, 3 + MOST_HEADER_LINES)
    title, url = inline(lines[0][1].lstrip("# "), {}), link_of(lines[1][1])
    authors: tuple[str, ...] = ()
    published: str | None = None
    body = lines[1][0]
    for (end, line), (_, after) in pairwise(lines[2:]):
        words = inline(line, {})
        if len(words) > LONGEST_HEADER_LINE:
            break
        if published is None and stamp(words) is not None:
            published = words
        elif not authors and byline(words) and (published is None or len(after) > LONGEST_HEADER_LINE or stamp(after) is None):
            authors = byline(words)
        else:
            break
        body = end
    _, said = titled(text[body:], title)
    return Draft(text=said, title=title, url=url, authors=authors, published=published, origin=origin)
