"""The day of publication where it stands written at the head of a text: "Tuesday 5 April 2022", "Posted on 4 April 2017", "AFP 2 Jul 2015".

A date that a sentence tells ("On 5 April 2022 …", "died 4 February 2015") is no such day.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from gesta.intake.dates import MONTHS, stamp
from gesta.intake.newsnames import NewsNames
from gesta.model import Span

HEAD: Final = 250
MOST_WORDS: Final = 3  # of an outlet's name
LABEL: Final = r"(?P<label>(?:date of publication|(?:(?:first|last) )?(?:published|posted|updated)(?: on| at)?)[ \u00a0]*:?[ \u00a0]+)?"
WEEKDAY: Final = r"(?P<weekday>\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \u00a0]+)?"
MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
WRITTEN: Final = rf"\b\d{{1,2}} {MONTH}\.?,? \d{{4}}|\b(?P<month_first>{MONTH}\b\.? \d{{1,2}},? \d{{4}})"
NUMERIC: Final = r"(?P<numeric>\b\d\d\.\d\d\.\d{4}|\b\d{4}-\d\d-\d\d)"
CLOCK: Final = r"(?:,?[ \u00a0]+(?:at[ \u00a0]+)?\d{1,2}[:.]?\d\d(?:[ \u00a0]?[AaPp]\.?[Mm]\.?)?(?:[ \u00a0](?:GMT|UTC))?(?!\d))?"
AFTER: Final = r"(?=[ \u00a0]*(?:$|[:|(–—]|-[- ]|(?-i:[A-Z\d\"“‘'])))"
DATED: Final = re.compile(
    rf"{LABEL}{WEEKDAY}(?P<day>{WRITTEN}|{NUMERIC}){CLOCK}(?(label)|{AFTER})", re.IGNORECASE | re.MULTILINE | re.ASCII
)
TIME_BEFORE: Final = re.compile(r"\b\d\d:?\d\d[ \u00a0]*\Z", re.ASCII)


def day_at_head(text: str, dateline: Span | None, names: NewsNames) -> tuple[date, Span] | None:
    """The first full date that stands by itself in the first 250 code points, and where; None where there is none.

    It begins the text, a line or what follows the dateline, or a label, an outlet's name or (a date in digits) a clock stands before it.
    """
    for found in DATED.finditer(text[:HEAD]):
        said = found["day"]
        if found["numeric"] and "." in said:
            said = "-".join(reversed(said.split(".")))
        day = stamp(said)
        if isinstance(day, date) and stands_alone(text, found, dateline, names):
            return day, Span(found.start("day"), found.end("day"))
    return None


def stands_alone(text: str, found: re.Match[str], dateline: Span | None, names: NewsNames) -> bool:
    """True where what stands before the date is no sentence that it belongs to."""
    before = text[: found.start()]
    line = before.rsplit("\n", 1)[-1].rstrip(" \u00a0")
    ends = re.match(r"[ \u00a0]*:?[ \u00a0]*(?:\n|$)", text[found.end() :]) is not None
    at_beginning = not line or (dateline is not None and not text[dateline.end : found.start()].strip())
    if found["label"] or (at_beginning and (ends or found["weekday"] is not None or found["month_first"] is None)):
        return True
    if found["numeric"] and TIME_BEFORE.search(before):
        return True
    words = line.split()
    outlet = any(names.known(" ".join(words[-n:])) for n in range(1, min(MOST_WORDS, len(words)) + 1))
    return outlet and (found["weekday"] is not None or ends)
