"""Headlines, headings and link lines inside a text: what they tell the story tells again, so they are read for no event and no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gesta.model import Span

STOPS = frozenset(".!?:;,\"”’')…")
TITLED = 0.7  # of its longer words begin with a capital in a line of title case
LONGEST = 110  # characters: a line without a final stop that is no longer is a heading, where other lines end with one
WRAPPED = 0.4  # of its lines end without a stop in a text that is broken at a fixed width
HEAD = 300  # characters from the start in which a page's title, source and date may run into its text
CAPITALS = re.compile(r"(?:\b[A-Z][A-Z.'’\-]*[A-Z]\b[ ,:;'’\"“‘&]*|\b[AI]\b ){4,}")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DATE = re.compile(rf"\b(?:\d{{1,2}}[-/. ](?:{MONTH}|\d{{2}})[-/., ]+|{MONTH}\.? \d{{1,2}},? )(?:19|20)\d\d(?: \d\d:\d\d)?")
WORD = re.compile(r"[A-Za-z][\w\-'’]*")
ON_A_DAY = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
OF_SENTENCES = frozenset("a an the has have had was were is are been his their its".split())


def links(text: str) -> Iterator[Span]:
    """The spans of headlines of other stories, in code points: lines in title case without final punctuation, and words in capitals."""
    start = 0
    for line in text.split("\n"):
        words = [w for w in line.split() if w[:1].isalpha()]
        if is_bare(line) and 3 <= len(words) <= 25 and in_title_case(words):
            yield Span(start, start + len(line))
        start += len(line) + 1
    capitals = [Span(m.start(), m.end()) for m in CAPITALS.finditer(text)]
    if capitals and sum(map(str.islower, text)) > sum(map(str.isupper, text)):  # no old wire, all in capitals
        yield from capitals


def titles(text: str) -> Iterator[Span]:
    """The spans of the text's own title and headings.

    Short lines without a final stop where the other lines are paragraphs, and a title on one line with its date.
    """
    written = [line for line in text.split("\n") if line.strip()]
    paragraphs = len(written) > 1 and sum(map(is_bare, written)) <= WRAPPED * len(written)
    start = 0
    for line in text.split("\n") if paragraphs else ():
        if is_bare(line) and len(line.strip()) < LONGEST:
            yield Span(start, start + len(line))
        start += len(line) + 1
    yield from title_run_in(text)


def is_bare(line: str) -> bool:
    """True for a line without final punctuation."""
    return bool(line.strip()) and line.rstrip()[-1] not in STOPS


def in_title_case(words: list[str]) -> bool:
    """True where nearly every longer word begins with a capital."""
    long = [w for w in words if len(w) > 3]
    return sum(w[0].isupper() for w in long) >= TITLED * len(long) > 0


def title_run_in(text: str) -> Iterator[Span]:
    """The title that a page's text begins with on one line with its date: before the date, else behind it up to the first full stop."""
    date = DATE.search(text, 0, HEAD)
    if date is None or not re.match(r"\s*[A-Z\d\"“\n]", text[date.end() : date.end() + 4]):
        return
    before = len(WORD.findall(text, 0, date.start())) > 4
    stop = text.find(". ", date.end(), date.end() + HEAD)
    span = Span(0, date.start()) if before else Span(date.end(), max(stop, date.end()))
    words = WORD.findall(text, span.start, span.end)
    if (
        len(words) > 2
        and not ON_A_DAY.search(text, span.start, span.end)
        and "\n" not in text[span.start : span.end].strip()
        and (in_title_case(words) or not OF_SENTENCES & {w.lower() for w in words})
    ):
        yield span
