"""Names of authors: lists of people as they are written, and lines that hold nothing else."""

from __future__ import annotations

import re

BY = re.compile(r"(?i)^(?:by|from|words by|written by|story by|text by)\s*:?\s+")
SEPARATOR = re.compile(r"\s*(?:;|,\s*(?:and|&)\s|,|\s(?:and|&)\s)\s*")
TRAILING = re.compile(r"(?i)^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$")
TRAILING_TITLE = re.compile(r"(?i),\s(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$")
PLACE_AFTER = re.compile(r"\s+(?:in|at|near|for)\s+[A-Z].*$")
NAME_WORD = re.compile(r"(?:[A-Z]\.)+|[A-Z][\w’'`-]*\.?|(?:al|el|ar|as|an)-[A-Z][\w’'-]*|d[’'][A-Z]\w*|[^\W\d_a-z][\w’'-]*")
PARTICLES = frozenset("al bin binti da das de del della den der di dos du el ibn la le san ten ter van von zu".split())
NO_NAME = frozenset(
    """a after all among amid an as at be before by for from had has he how if in into is it its more new no not of off on or out over
    part said says she than that the their they this to today two under until up update updated was we what when where who why will with
    yesterday exclusive analysis opinion live video watch advertisement share comments print published updated read our staff
    correspondent correspondents reporter reporters desk agency agencies news editor editors""".split()
)
UNNAMED = frozenset({"agencies", "agency", "staff", "wires", "correspondents"})
LONGEST_BYLINE = 120
MOST_WORDS, MOST_NAMES = 5, 8
TITLE_BYLINE = re.compile(r"(?<=\s)by\s+(?P<name>\S+(?:\s+\S+){1,3})$")
PARTICIPLE = re.compile(
    r"(?:\w+(?:ed|en|wn|ft|ght|ck|ung)|hit|shot|held|hurt|led|made|put|run|set|sent|struck|torn|won|met|said|attacks?|strikes?)$", re.I
)


def people(text: str) -> tuple[str, ...]:
    """The names in "A", "A and B", "A, B and C", "A; B", with or without "By" before them; "John Roe, Jr." stays one."""
    names: list[str] = []
    for part in SEPARATOR.split(BY.sub("", " ".join(text.split()))):
        if names and TRAILING.match(part):
            names[-1] += ", " + part
        elif part.strip():
            names.append(part.strip())
    return tuple(dict.fromkeys(names))


def is_name(text: str) -> bool:
    """True for two to five words that could be a person's name: capitals and particles alone, no word of running English."""
    words = TRAILING_TITLE.sub("", text).split()
    if not 2 <= len(words) <= MOST_WORDS or any(w.casefold() in NO_NAME for w in words):
        return False
    return all(w in PARTICLES or NAME_WORD.fullmatch(w) for w in words) and sum(w not in PARTICLES for w in words) >= 2


def byline(line: str) -> tuple[str, ...]:
    """The people of a line that names nothing but its authors ("By Ana Moreau and Tom Reed in Larov"), () when it is another line."""
    line = " ".join(line.split())
    if not line or len(line) > LONGEST_BYLINE or line[-1] in "!?:;":
        return ()
    said_by = BY.match(line)
    if line[-1] == "." and not said_by:
        return ()
    names = [PLACE_AFTER.sub("", name) for name in people(line) if name.casefold() not in UNNAMED]
    named = [name for name in names if is_name(name)]
    if not named or len(names) > MOST_NAMES or (len(named) < len(names) and not said_by):
        return ()
    return tuple(named)


def title_byline(title: str | None, text: str) -> tuple[str, ...]:
    """The author that a wire service puts at the end of a headline ("… by Ana Moreau"), () when the words may be part of the headline.

    They are when a participle stands before "by", or when the article speaks of the same name: a report is not about its author.
    """
    found = TITLE_BYLINE.search(title or "")
    if title is None or found is None or not is_name(found["name"]):
        return ()
    before = title[: found.start()].split()
    surname = found["name"].split()[-1]
    if len(before) < 4 or PARTICIPLE.fullmatch(before[-1]) or surname in text:
        return ()
    return (found["name"],)
