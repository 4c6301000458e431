"""Dates as inputs state them: ISO 8601, RFC 2822, "13 September 2022". What does not name year, month and day is no date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {form: i for i, name in enumerate(MONTH_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
ZONE = r"(?P<zone>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
LEAD = r"(?:(?:first )?(?:published|posted)(?: on| at)?\s*:?\s+)?"
ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[Tt\s]\s*{CLOCK}\s*{ZONE}?)?", re.ASCII)
WRITTEN = re.compile(
    rf"{LEAD}{WEEKDAY}(?:{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH.replace('month', 'month_after')},?)"
    rf"\s+(?P<year>\d{{4}})(?P<rest>.*)",
    re.IGNORECASE | re.ASCII,
)
TIME_AFTER = re.compile(rf"[\s,|–-]*(?:at\s+)?{CLOCK}(?:\s*(?P<half>[ap]\.?m\.?))?(?:\s*{ZONE})?", re.IGNORECASE | re.ASCII)
NAMED_ZONE = re.compile(r"[\s,|–-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s*[A-Za-z]{2,5}", re.ASCII | re.IGNORECASE)
LONGEST = 100


def stamp(said: str) -> date | datetime | None:
    """The day, or day and time, that the words name in full; None when they do not, or name a day that no calendar has.

    A time without a zone stays without one. A time in a named zone other than UTC and GMT gives the day alone: "BST" is two zones.
    """
    said = " ".join(said.split())
    if len(said) > LONGEST:
        return None
    try:
        return iso(said) or written(said) or mailed(said)
    except (ValueError, OverflowError):
        return None


def iso(said: str) -> date | datetime | None:
    """`2022-09-13`, `2022-09-13T18:45:00+02:00`; ValueError for a day or hour that does not exist."""
    found = ISO.fullmatch(said)
    return at_time(date(int(found["year"]), int(found["month"]), int(found["day"])), found) if found else None


def written(said: str) -> date | datetime | None:
    """`September 13, 2022`, `Published: Tue 13th Sep 2022 18.45 GMT`; ValueError for a day or hour that does not exist."""
    found = WRITTEN.fullmatch(said)
    month = MONTHS.get((found["month"] or found["month_after"]).lower()) if found else None
    if found is None or month is None:
        return None
    day = date(int(found["year"]), month, int(found["day"] or found["day_first"]))
    if not found["rest"].strip(" ,."):
        return day
    clock = TIME_AFTER.fullmatch(found["rest"].rstrip(" ."))
    if clock:
        return at_time(day, clock, clock["half"])
    return day if NAMED_ZONE.fullmatch(found["rest"].rstrip(" .")) else None


def mailed(said: str) -> datetime | None:
    """RFC 2822, as web servers and feeds write it: `Tue, 13 Sep 2022 18:45:00 +0000`."""
    return parsedate_to_datetime(said) if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", said) else None


def at_time(day: date, found: re.Match[str], half: str | None = None) -> date | datetime:
    """The day with the clock of the match, or the day alone where it has none."""
    if not found["hour"]:
        return day
    hour = int(found["hour"])
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"no hour of a twelve-hour clock: {hour}")
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    micro = int((found["fraction"] or "0")[:6].ljust(6, "0"))
    return datetime(day.year, day.month, day.day, hour, int(found["minute"]), int(found["second"] or 0), micro, zone(found["zone"]))


def zone(said: str | None) -> timezone | None:
    """The offset that "Z", "GMT" or "+02:00" names."""
    if not said:
        return None
    if said[0] not in "+-":
        return UTC
    digits = said[1:].replace(":", "").ljust(4, "0")
    if int(digits[2:]) > 59:
        raise ValueError(f"no offset from UTC: {said}")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if said[0] == "-" else offset)


def month_named(name: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation, else None."""
    return MONTHS.get(name.rstrip(".").lower())
