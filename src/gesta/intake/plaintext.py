"""Plain text, in which nothing is marked: only the shape of its first lines can tell a title."""

from __future__ import annotations

from gesta.intake.bylines import byline
from gesta.intake.draft import Draft
from gesta.intake.saved import said_lines

LONGEST_TITLE = 160
FEWEST_BODY_WORDS = 8
FINAL = frozenset(".!?:;,…-–—")
SENTENCE_ENDS = frozenset(".!?\"'”’)…")


def read_plain_text(text: str, origin: str) -> Draft:
    """The text as it stands. Its first line is the title when it is short and unpunctuated, and a blank line and running text follow."""
    lines = said_lines(text, 3)
    if len(lines) < 2 or not is_title(text, *lines[0]):
        return Draft(text=text.strip("\n"), origin=origin)
    body = lines[2][1] if byline(lines[1][1]) and len(lines) > 2 else lines[1][1]
    if not is_running_text(body):
        return Draft(text=text.strip("\n"), origin=origin)
    return Draft(text=text[lines[0][0] :].strip("\n"), title=" ".join(lines[0][1].split()), origin=origin)


def is_title(text: str, end: int, line: str) -> bool:
    """True when the line, which ends at offset `end`, is short, unpunctuated and followed by a blank line."""
    rest = text[end + 1 :].split("\n", 1)[0]
    return len(line) <= LONGEST_TITLE and line[-1] not in FINAL and not rest.strip() and any(map(str.isalpha, line))


def is_running_text(line: str) -> bool:
    """True for a line of sentences."""
    return line[-1] in SENTENCE_ENDS and len(line.split()) >= FEWEST_BODY_WORDS
