"""Plain text, in which nothing is marked: only the shape of its first lines can tell a title."""

from __future__ import annotations

from gesta.intake.draft import Draft
from gesta.intake.heads import MOST_LINES, read_head, said_lines

LONGEST_TITLE = 160
FEWEST_BODY_WORDS = 8
FINAL = frozenset(".!?:;,…-–—")
SENTENCE_ENDS = frozenset(".!?\"'”’)…")


def read_plain_text(text: str, origin: str) -> Draft:
    """The text as it stands. Its first line is the title when it is short and unpunctuated, and a blank line and running text follow.

    Between title and text a line "By …" and a date may stand: they are read too, and are not part of the text.
    """
    lines = said_lines(text, 2 + MOST_LINES)
    if len(lines) > 1 and is_title(text, *lines[0]):
        head = read_head(lines[1:], lines[0][0], names_alone=False)
        body = next(line for end, line in lines[1:] if end > head.end)
        if is_running_text(body):
            title = " ".join(lines[0][1].split())
            return Draft(text=text[head.end :].strip("\n"), title=title, authors=head.authors, published=head.published, origin=origin)
    return Draft(text=text.strip("\n"), origin=origin)


def is_title(text: str, end: int, line: str) -> bool:
    """True when the line, which ends at offset `end`, is short, unpunctuated and followed by a blank line."""
    rest = text[end + 1 :].split("\n", 1)[0]
    return len(line) <= LONGEST_TITLE and line[-1] not in FINAL and not rest.strip() and any(map(str.isalpha, line))


def is_running_text(line: str) -> bool:
    """True for a line of sentences."""
    return line[-1] in SENTENCE_ENDS and len(line.split()) >= FEWEST_BODY_WORDS
