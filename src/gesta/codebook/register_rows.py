"""The rows of the registers: states, bodies, groups, forces, names of several or in a time, sectors, offices, roles, outlets."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state by its ISO 3166-1 alpha-3 code, with what else names it; `capital` holds the city that stands for it, in all its spellings.

    `gw`, `cow` and `cameo` are the codes of those data sets; None where a data set has none.
    """

    code: str
    alpha2: str | None
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms_singular: tuple[str, ...]
    demonyms_plural: tuple[str, ...]
    capital: tuple[str, ...]
    metonyms: tuple[str, ...]
    gw: int | None
    cow: int | None
    cameo: str | None
    source: str


def _in_order(name: str, first: int | None, last: int | None) -> None:
    """ValueError when the last year lies before the first."""
    if first is not None and last is not None and last < first:
        raise ValueError(f"{name}: {last} is before {first}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation: an international body, a party, an agency of aid."""

    code: str
    name: str
    also: tuple[str, ...]
    kind: str
    sector: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """An organ, agency or mission of a body, whose acts are the body's; `body` is the code that its name reveals.

    `from_year` and `to_year` are the years in which it was there (None: not known, or still there).
    """

    name: str
    also: tuple[str, ...]
    body: str
    from_year: int | None
    to_year: int | None
    source: str

    def __post_init__(self) -> None:
        """ValueError when the years are in the wrong order."""
        _in_order(self.name, self.from_year, self.to_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An armed or political group or a de facto authority.

    `from_year` and `to_year` are the years in which it was there under this name (None: not known, or still there). `country` is the
    state it belongs to, `active_in` others where it fought or was based. `also_near` are spellings that other things bear too ("PDF"):
    they count only where the article names the group in another way, or one of those states.
    """

    code: str
    name: str
    also: tuple[str, ...]
    also_near: tuple[str, ...] = ()
    kind: str
    sector: str
    country: str | None
    active_in: tuple[str, ...] = ()
    from_year: int | None
    to_year: int | None
    source: str

    def __post_init__(self) -> None:
        """ValueError when the years are in the wrong order."""
        _in_order(self.code, self.from_year, self.to_year)

    def there_in(self, year: int) -> bool:
        """True when the group was, or may have been, there in this year."""
        return (self.from_year or year) <= year <= (self.to_year or year)

    @property
    def states(self) -> frozenset[str]:
        """The states it belongs to or was active in."""
        return frozenset({*self.active_in, *([self.country] if self.country else [])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """A force of a state whose name alone reveals the state; `country` is the code it reveals.

    `also_near` are spellings that forces of other states bear too ("Republican Guard"): they count only where the article names this state.
    """

    name: str
    also: tuple[str, ...]
    also_near: tuple[str, ...] = ()
    country: str
    kind: str
    sector: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector that rows may put somebody into, by its code (PLOVER's, or a user's own)."""

    code: str
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A noun for somebody who acts or suffers: what sector it is, whom it speaks for, which victims it counts.

    `speaks_for` is `state` (the code of who is a state's is the state's), `none` (it is one of the state's civilians) or `itself` (the
    state's code, a dot and the sector).
    """

    name: str
    plural: str
    sector: str
    speaks_for: str
    collective: bool
    victim_who: str
    victim_kind: str | None
    source: str

    def __post_init__(self) -> None:
        """ValueError when a cell holds a word that it cannot."""
        if self.speaks_for not in {"state", "none", "itself"}:
            raise ValueError(f"speaks_for is {self.speaks_for!r}, not state, none or itself")
        if self.victim_who not in {"military", "civilian", "unknown"}:
            raise ValueError(f"victim_who is {self.victim_who!r}, not military, civilian or unknown")

    def plural_of(self, form: str) -> bool:
        """True when the form is this role's plural, or the last word of it ("ministers" of "defence ministers")."""
        return form.lower() in {self.plural, self.plural.split()[-1]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A medium or news agency, with the hosts it publishes on."""

    code: str
    name: str
    also: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    kind: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A person in an office from `start` to `end` (ISO day, month or year, both included; None: not known or still held)."""

    first_column_repeats: ClassVar[bool] = True
    key: ClassVar[tuple[str, ...]] = ("person", "code", "office", "start")

    person: str
    also: tuple[str, ...]
    code: str
    country: str | None
    office: str
    start: str | None
    end: str | None
    source: str

    def __post_init__(self) -> None:
        """ValueError when a date is none, or the end lies before the start."""
        if self.first_day > self.last_day:
            raise ValueError(f"{self.person}: {self.end} is before {self.start}")

    @property
    def first_day(self) -> date:
        """The first day on which the office may have been held."""
        return first_day_of(self.start)

    @property
    def last_day(self) -> date:
        """The last day on which the office may have been held."""
        return last_day_of(self.end)

    def held_on(self, day: date) -> bool:
        """True when the day lies within the term."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that stands for a state, or for somebody of it, from `start` to `end` (ISO day, month or year, both included; None: open).

    `country` is the code it reveals; `sector` is empty where the name is the state's own (`kind` country). Where several rows of a name
    hold on one day, it stands for all of them.
    """

    first_column_repeats: ClassVar[bool] = True
    key: ClassVar[tuple[str, ...]] = ("name", "country", "sector", "start")

    name: str
    also: tuple[str, ...]
    country: str
    kind: str
    sector: str | None
    start: str | None
    end: str | None
    source: str

    def __post_init__(self) -> None:
        """ValueError when a date is none, or the end lies before the start."""
        if first_day_of(self.start) > last_day_of(self.end):
            raise ValueError(f"{self.name}: {self.end} is before {self.start}")

    def holds_on(self, day: date | None) -> bool:
        """True when the day lies within the time; without a day, when the time is open at both ends."""
        if day is None:
            return self.start is None and self.end is None
        return first_day_of(self.start) <= day <= last_day_of(self.end)


def first_day_of(start: str | None) -> date:
    """The first day of an ISO day, month or year; the first there is for None."""
    return day_span(start)[0] if start else date.min


def last_day_of(end: str | None) -> date:
    """The last day of an ISO day, month or year; the last there is for None."""
    return day_span(end)[1] if end else date.max


def day_span(text: str) -> tuple[date, date]:
    """The first and last day of an ISO day, month or year; ValueError when it is none."""
    parts = text.split("-")
    if len(parts) > 3 or not all(part.isdecimal() for part in parts):
        raise ValueError(f"{text!r} is no day, month or year such as 2023-09-19, 2023-09 or 2023")
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], monthrange(*numbers)[1])
    return date(*numbers), date(*numbers)
