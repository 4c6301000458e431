"""PETRARCH's actor and agent dictionaries, read line by line: names with their codes and the days between which these hold.

| a line | is |
|---|---|
| `NORTHLAND [NRL]` | an actor; `_` and blanks part words, what follows `#` or `;` is a comment |
| `+FROZEN_COAST` | another name of the one above |
| `[NRLGOV 20010101-20041230]` | a code of the one above, from a day to another (`<` before, `>` after, YYMMDD or YYYYMMDD) |
| `CLERIC {CLERGY} [~REL]` | an agent, with its plural (`{}`: has none); `~` is where the code of its state goes |
| `!MINST! = MINISTER, MINISTRY` | words that stand for one another in agents |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from gesta.codebook.tables import read_text
from gesta.errors import CodebookError

COMMENT: Final = re.compile(r"<!--.*?-->", re.S)
CODE: Final = re.compile(r"\[([^\]]*)\]")
WRITTEN: Final = re.compile(r"(?:\[[^\]]*\]|[^#;])*")
PLURAL: Final = re.compile(r"\{([^}]*)\}")
BRACKETED: Final = re.compile(r"(?<=\S)\s*\([^)]*\)\s*$")
SUBSTITUTE: Final = re.compile(r"^(!\w+!)\s*=\s*(.+)$")
#: A code, and its days: `<` or `>` one, or from one to another.
DATED: Final = re.compile(r"^(\S*?)\s*(?:([<>])\s*(\d{6}|\d{8})|\b(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8}))?$")
WHOLE: Final = re.compile(r"[A-Z0-9]{3,}")
#: Codes by which a dictionary says that a name stands for nobody.
NOBODY: Final = frozenset({"---", "+++", "###"})
#: Two digits of a year above this one are of the 20th century, as PETRARCH reads them.
CENTURY: Final = 30
VERBS: Final = re.compile(r"^(?:---\s.*---|&\w+|-\s.*\[.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code of an entry, and the first and last day on which it holds (None: open)."""

    code: str
    line: int
    start: date | None = None
    end: date | None = None

    @property
    def dated(self) -> bool:
        """True where it holds in a time alone."""
        return self.start is not None or self.end is not None

    def without(self, others: Iterable[Coded]) -> list[Coded]:
        """It in the times that are left of its own where those of others are taken out, in order."""
        left = [self]
        for other in others:
            left = [part for one in left for part in one.less(other)]
        return left

    def less(self, other: Coded) -> Iterator[Coded]:
        """What of its time lies before, and what behind, the other's; itself where the two do not meet."""
        first, last = self.start or date.min, self.end or date.max
        from_day, to_day = other.start or date.min, other.end or date.max
        if last < from_day or to_day < first:
            yield self
            return
        if first < from_day:
            yield replace(self, end=from_day - timedelta(1))
        if to_day < last:
            yield replace(self, start=to_day + timedelta(1))


@dataclass(slots=True, kw_only=True)
class Entry:
    """What stands for one actor, or the nouns of one agent: names as printed, the plural where the dictionary gives one, codes in order."""

    path: Path
    line: int
    names: list[str] = field(default_factory=list)
    plural: str | None = None
    codes: list[Coded] = field(default_factory=list)

    @property
    def is_agent(self) -> bool:
        """True for a noun whose code is completed by that of its state."""
        return any("~" in coded.code for coded in self.codes)

    def fault(self, why: str, line: int | None = None) -> CodebookError:
        """Why the entry, or a line of it, is set aside."""
        return CodebookError(path=self.path, line=line or self.line, why=f"{self.names[0]}: {why}" if self.names else why)


def entries(path: Path) -> Iterator[Entry | CodebookError]:
    """The entries of a dictionary in order; in their place, with file and line, what cannot be read.

    CodebookError is raised for a file that cannot be read, or that holds verbs.
    """
    text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), read_text(path))
    lines = [(n, line) for n, raw in enumerate(text.split("\n"), 1) if (line := stripped(raw)) and not line.startswith("<")]
    verbs = next((n for n, line in lines if VERBS.match(line)), None)
    if verbs is not None:
        raise CodebookError(path=path, line=verbs, why="a dictionary of verbs: only actors and agents become a codebook")
    words: dict[str, list[str]] = {}
    entry: Entry | None = None
    for n, line in lines:
        if (said := SUBSTITUTE.match(line)) is not None:
            words[said[1]] = [word.strip() for word in said[2].split(",") if word.strip()]
            continue
        codes, named = CODE.findall(line), PLURAL.sub("", CODE.sub("", line)).strip()
        if "[" in named or "]" in named or (not named and entry is None):
            yield CodebookError(path=path, line=n, why=f"{line!r} is no name with a code in brackets")
            continue
        if named and not named.startswith("+"):
            yield from finished(entry)
            entry = Entry(path=path, line=n)
        entry = entry or Entry(path=path, line=n)
        if named:
            entry.names += [spelt(name) for name in spread(named.removeprefix("+"), words)]
        if (plural := PLURAL.search(line)) is not None:
            entry.plural = spelt(plural[1])
        yield from put(entry, n, codes)
    yield from finished(entry)


def stripped(raw: str) -> str:
    """A line without its comment; within brackets `#` opens none."""
    kept = WRITTEN.match(raw)
    return kept[0].strip() if kept else ""


def put(entry: Entry, line: int, codes: list[str]) -> Iterator[CodebookError]:
    """The codes of a line are the entry's; what is none is given back."""
    for said in codes:
        try:
            entry.codes.append(coded(said.strip(), line))
        except ValueError as error:
            yield entry.fault(str(error), line)


def finished(entry: Entry | None) -> Iterator[Entry | CodebookError]:
    """The entry where it has a code; else that it has none."""
    if entry is not None:
        yield entry if entry.codes else entry.fault("has no code")


def coded(said: str, line: int) -> Coded:
    """What stands in brackets; ValueError where it is no code with days."""
    parts = DATED.match(said)
    if parts is None or not parts[1]:
        raise ValueError(f"[{said}] is no code, nor one with days such as [NRLGOV 20010101-20041230]")
    code, sign, one, first, last = parts.groups()
    bound = day(one)
    start = bound + timedelta(1) if bound is not None and sign == ">" else day(first)
    end = bound - timedelta(1) if bound is not None and sign == "<" else day(last)
    if start is not None and end is not None and end < start:
        raise ValueError(f"[{said}]: the second day is before the first")
    return Coded(code=code, line=line, start=start, end=end)


def day(digits: str | None) -> date | None:
    """The day of YYMMDD or YYYYMMDD; ValueError where it is none."""
    if digits is None:
        return None
    year = int(digits[:-4])
    if len(digits) == len("YYMMDD"):
        year += 1900 if year > CENTURY else 2000
    try:
        return date(year, int(digits[-4:-2]), int(digits[-2:]))
    except ValueError as error:
        raise ValueError(f"{digits} is no day") from error


def spread(name: str, words: dict[str, list[str]]) -> Iterator[str]:
    """A name with each of the words that a mark in it stands for ("BELL!PERSON!")."""
    mark = next((mark for mark in words if mark in name), None)
    if mark is None:
        yield name
        return
    for word in words[mark]:
        yield from spread(name.replace(mark, word), words)


def spelt(name: str) -> str:
    """A name as it is printed: "FROZEN_COAST" is Frozen Coast; initials stay, what brackets hold behind it ("(PKK)") does not."""
    words = BRACKETED.sub("", name.replace("_", " ").strip()).split()
    return " ".join(word if "." in word else word.title() for word in words)
