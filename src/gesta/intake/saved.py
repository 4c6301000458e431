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

from gesta.intake.draft import Draft
from gesta.intake.heads import MOST_LINES, read_head, said_lines
from gesta.intake.markdown import inline, titled

LINK_LINE = re.compile(
    r"\s*(?:\[[^\[\]\n]*\]\(\s*(?P<linked>https?://[^\s<>]+?)(?:\s+\"[^\"\n]*\")?\s*\)|<(?P<angled>https?://[^\s<>]+)>|(?P<plain>https?://[^\s<>]+))\s*"
)
LONGEST_TITLE = 300
LONGEST_LINK_LINE = 4000


def link_of(line: str) -> str | None:
    """The address on a line that holds nothing else."""
    found = LINK_LINE.fullmatch(line) if len(line) <= LONGEST_LINK_LINE else None
    return (found["linked"] or found["angled"] or found["plain"]) if found else None


def is_saved_article(text: str) -> bool:
    """True when the first line could be a title and the next is a link and nothing else."""
    lines = said_lines(text, 2)
    return len(lines) == 2 and len(lines[0][1]) <= LONGEST_TITLE and link_of(lines[0][1]) is None and link_of(lines[1][1]) is not None


def read_saved_article(text: str, origin: str) -> Draft:
    """Title, url, authors and date as the head of the document states them; the text is standfirst and body without Markdown."""
    (_, title), (after_link, link), *lines = said_lines(text, 3 + MOST_LINES)
    head = read_head(lines, after_link, names_alone=True)
    shown = inline(title.lstrip("# "), {})
    _, said = titled(text[head.end :], shown)
    return Draft(text=said, title=shown, url=link_of(link), authors=head.authors, published=head.published, origin=origin)
