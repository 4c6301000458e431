"""Lines that say who made a report: "Reuters contributed to this report", "Additional reporting by A for AP", "(AFP)", "Source: AFP"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gesta.intake.newsnames import NewsNames
from gesta.model import Span

LONGEST_LINE = 400
LONGEST_BARE = 80
LOOK_BACK = 300
THIS = r"(?:this|the)\s+(?:\w+\s+)?(?:report|article|story|piece|dispatch|reporting)"
CONTRIBUTED = re.compile(
    rf"\b(?:also\s+)?contributed\s+(?:additional\s+\w+\s+|reporting\s+|information\s+|material\s+)?(?:to|for)\s+{THIS}\b[^\n.]{{0,60}}\.?"
)
WORK = r"(?:reporting|reported|writing|written|editing|edited|compiled|translated)"
BY = re.compile(
    rf"[\s(\[*—–-]*(?:with\s+)?(?:(?:additional|extra|further|other)\s+)?{WORK}(?:(?:,|\s+and|\s+&)\s+(?:additional\s+)?{WORK})*\s*(?:by|from|:)\s+(?P<who>[^\n]+)",
    re.I,
)
WITH = re.compile(
    r"[\s(\[*—–-]*with\s+(?:(?:additional|further|inputs?|files?|material|information|reports?|agency|agencies|wire|reporting|news)\s+)*"
    r"(?:(?:inputs?|files?|material|information|reports?|reporting)\s+)?(?:(?:from|by)\s+(?P<who>[^\n]+)|(?:inputs?|agencies|reports?|files?)\s*[)\]]?\.?\s*$)",
    re.I,
)
SOURCE = re.compile(r"[\s(\[*—–-]*(?:sources?|via|credits?|agenc(?:y|ies))\s*:\s*(?P<who>[^\n]+)", re.I)
COPYRIGHT = re.compile(r"\s*(?:\(c\)|©|copyright\b)(?P<who>[^\n]+)", re.I)
PUBLISHED = re.compile(
    r"[\s(\[*—–-]*this\s+(?:\w+\s+)?(?:report|article|story|piece)\s+(?:\w+\s+){0,3}(?:published|appeared|produced|provided|supplied|syndicated|taken)\b"
    r"[^\n]{0,60}?\b(?:by|in|on|from)\s+(?P<who>[^\n]+)",
    re.I,
)
BARE = re.compile(r"[\s(\[*—–-]*(?P<who>[^\n()\[\]]{2,60}?)[\s)\]]*\.?\s*")
AT_END = re.compile(r"(?P<credit>\((?P<inside>[^()\n]{2,40})\)|(?<=[.!?\"”\s])[—–-]+\s*(?P<after>[^\n.—–-]{2,40}))\s*$")
LISTED = re.compile(r"\s*(?:/|,|;|\sand\s|&)\s*")
LOWER_WORDS = frozenset(
    """and in at from for by with to of the a editing writing reporting additional further staff writer writers correspondent
    correspondents newsroom bureau desk agencies agency reporter reporters journalist journalists freelance in editor editors de van von
    der al bin el la du di our wire wires services service news inputs files material information compiled translated edited written
    us""".split()
)
NEWS_WORD = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w’'-]*\s+(?:of\s+)?){1,3}(?:News|Times|Post|Press|Agency|Herald|Tribune|Gazette|Journal|Radio|TV|Television|Telegraph|Observer"
    r"|Chronicle|Courier|Standard|Monitor|Gazeta|Broadcasting))(?![\w-])"
)
SENTENCE_BREAK = re.compile(r"[.!?][\"”’)]*\s*(?=[A-Z(\[])(?<![A-Z]\.)|\n")


@dataclass(frozen=True, slots=True)
class CreditLine:
    """The span of the words that give the credit, and the agencies and outlets (not the people) named in it."""

    span: Span
    names: tuple[str, ...] = ()


def credit_lines(text: str, names: NewsNames) -> list[CreditLine]:
    """The credit lines of the text, in order, none inside another."""
    last = len(text.rstrip())
    out: list[CreditLine] = []
    for start, end in lines(text):
        span = in_line(text, start, end, names, last=end >= last)
        if span:
            out.append(CreditLine(span, named_in(text, span, names)))
    return out


def is_credit_line(words: str) -> bool:
    """True for one line that is a credit line by its wording, whoever it names."""
    return len(words) <= LONGEST_LINE and (CONTRIBUTED.search(words) is not None or by_wording(words))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not blank, without the white space around it."""
    for found in re.finditer(r"[^\n]+", text):
        line = found[0]
        if not line.isspace():
            yield found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip())


def in_line(text: str, start: int, end: int, names: NewsNames, *, last: bool) -> Span | None:
    """The part of the line that is a credit line."""
    contributed = CONTRIBUTED.search(text, start, end)
    if contributed:
        return Span(sentence_start(text, start, contributed.start()), contributed.start() + len(contributed[0].rstrip()))
    line = text[start:end]
    if len(line) <= LONGEST_LINE and (by_wording(line) or by_names(line, names)):
        return Span(start, end)
    tail = AT_END.search(line, max(0, len(line) - 60)) if last else None
    if tail and all_known(tail["inside"] or tail["after"], names):
        return Span(start + tail.start("credit"), end)
    return None


def sentence_start(text: str, start: int, at: int) -> int:
    """Where the sentence around offset `at` begins, at most 300 code points before it and not before `start`."""
    nearest = max(start, at - LOOK_BACK)
    cuts = [cut.end() for cut in SENTENCE_BREAK.finditer(text, nearest, at)]
    if cuts or nearest == start:
        return max([start, *cuts])
    return max(text.find(" ", nearest, at) + 1, nearest)


def by_wording(line: str) -> bool:
    """True for "Reporting by A; editing by B", "With files from A", "This article was first published by A" and nothing else."""
    worked = BY.fullmatch(line) or WITH.fullmatch(line)
    if worked:
        return only_names(worked["who"] or "")
    published = PUBLISHED.fullmatch(line)
    return published is not None and only_names(published["who"])


def by_names(line: str, names: NewsNames) -> bool:
    """True for "(AFP)", "Source: AFP / Reuters", "© 2023 AFP": credit because it names an outlet that is known."""
    sourced = SOURCE.fullmatch(line)
    if sourced:
        return any(names.find(sourced["who"])) or NEWS_WORD.search(sourced["who"]) is not None
    if COPYRIGHT.fullmatch(line):
        return any(names.find(line)) or NEWS_WORD.search(line) is not None
    bare = BARE.fullmatch(line) if len(line) <= LONGEST_BARE else None
    return bare is not None and all_known(bare["who"], names)


def all_known(listed: str, names: NewsNames) -> bool:
    """True when the words are known agencies or outlets and nothing else."""
    parts = [part for part in LISTED.split(listed.strip()) if part]
    return bool(parts) and all(part[0].isupper() and names.known(part) for part in parts)


def only_names(words: str) -> bool:
    """True when every word is capitalised or one of the small words of a credit line: running text is none."""
    return all(not w[:1].islower() or w.casefold() in LOWER_WORDS for w in re.findall(r"[^\W\d_][\w’'.-]*", words) for w in [w.rstrip(".")])


def named_in(text: str, span: Span, names: NewsNames) -> tuple[str, ...]:
    """The agencies and outlets named in the span: those that are known, and those whose last word says what they are."""
    words = text[slice(*span)]
    found = [(n.span, n.name) for n in names.find(words)]
    for word in NEWS_WORD.finditer(words):
        at = Span(*word.span("name"))
        if not any(at.overlaps(other) for other, _ in found):
            found.append((at, " ".join(word["name"].split())))
    return tuple(name for _, name in sorted(found))
