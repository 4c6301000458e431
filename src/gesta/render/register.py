"""The items of one report found by id, and who claims what: names, claimants, sides, in the words that terminal and page share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from gesta.model import Actor, Event, Figure, Place, Report, Statement

UNNAMED = "a source that is not named"
OWN_VOICE = "the outlet itself"
NO_OUTLET = "outlet not given"
Item = TypeVar("Item", Actor, Place, Statement, Event, Figure)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who answers for an item: `label` in words, `code` to compare by, `own` when it is the outlet's own voice."""

    label: str
    code: str | None = None
    own: bool = False


class Register:
    """Look-ups in one report. An id that the report does not hold is answered with the id itself, never with an error."""

    def __init__(self, report: Report) -> None:
        """Indexes the report's items by id; the first of two with the same id counts."""
        self.report = report
        self.actors: Mapping[str, Actor] = by_id(report.actors)
        self.places: Mapping[str, Place] = by_id(report.places)
        self.statements: Mapping[str, Statement] = by_id(report.statements)
        self.events: Mapping[str, Event] = by_id(report.events)
        self.figures: Mapping[str, Figure] = by_id(report.figures)
        self.shared = {name for name, times in Counter(a.name for a in report.actors).items() if times > 1}

    @property
    def outlet(self) -> str:
        """The outlet's name, or words that say it is not given."""
        return self.report.article.outlet or NO_OUTLET

    @property
    def voice(self) -> Claimant:
        """The claimant of what no statement carries: the outlet itself, with the agencies that it credits."""
        credits_ = joined(self.report.article.credits)
        return Claimant(f"{OWN_VOICE} ({self.outlet}{', crediting ' + credits_ if credits_ else ''})", own=True)

    def actor(self, ref: str) -> str:
        """The actor's name, with its code where another one of the report is called so too: "The representative (FRA)"."""
        found = self.actors.get(ref)
        if found is None:
            return ref
        return f"{found.name} ({found.code})" if found.name in self.shared and found.code else found.name

    def code(self, ref: str) -> str:
        """The actor's code, or where it has none its name."""
        return (self.actors[ref].code or self.actors[ref].name) if ref in self.actors else ref

    def place(self, ref: str) -> str:
        """The place's name."""
        return self.places[ref].name if ref in self.places else ref

    def speaker(self, ref: str) -> str:
        """The actor's name and office, unless the name says it already."""
        role = self.actors[ref].role if ref in self.actors else None
        return f"{self.actor(ref)}, {role}" if role and role.lower() not in self.actor(ref).lower() else self.actor(ref)

    def source(self, statement: Statement, seen: tuple[str, ...] = ()) -> Claimant:
        """Who makes the statement, and through whom where it is quoted inside another."""
        names = joined(map(self.speaker, statement.sources)) or UNNAMED
        codes = {self.actors[ref].code for ref in statement.sources if ref in self.actors}
        outer = self.statements.get(statement.within or "")
        if outer is not None and outer.id not in (*seen, statement.id):
            names = f"{names}, quoted by {self.source(outer, (*seen, statement.id)).label}"
        return Claimant(names, codes.pop() if len(codes) == 1 else None)

    def claimants(self, statements: Iterable[str]) -> tuple[Claimant, ...]:
        """Each claimant once, in the order of `statements`; the outlet itself where there is none."""
        found = [self.source(self.statements[ref]) if ref in self.statements else Claimant(ref) for ref in statements]
        return tuple(dict.fromkeys(found)) or (self.voice,)

    def claim(self, statements: Iterable[str]) -> str:
        """The claimants in words, the outlet's own voice in short."""
        return "; ".join(OWN_VOICE if c.own else c.label for c in self.claimants(statements))

    def whom(self, event: Event) -> tuple[str, str]:
        """Who did it and to whom, by name; an empty part where the text does not say."""
        return joined(map(self.actor, event.actors)), joined(map(self.actor, event.recipients))

    def ties(self, ref: str) -> tuple[str, ...]:
        """What links the item to others: "part of f1", "denies e2"."""
        return tuple(f"{link.kind.replace('_', ' ')} {link.target}" for link in self.report.links if link.source == ref)

    def side(self, code: str | None) -> str:
        """A side in words: the name of the country or body behind the code where the report has it."""
        if code is None:
            return "side not said"
        base, _, sector = code.partition(".")
        named = [a for a in self.report.actors if a.code == base]
        body = next((a for a in named if a.kind in ("country", "armed-group", "organisation")), None)
        name = body.name if body else base
        return f"{name}, {SECTORS.get(sector, sector)}" if sector else name


SECTORS = {"CVL": "civilians", "REB": "rebels"}


def coded(report: Report) -> tuple[Event | Figure, ...]:
    """What somebody says happened and what it cost: events, then figures."""
    return (*report.events, *report.figures)


def by_id(items: Iterable[Item]) -> dict[str, Item]:
    """Items by id, the first one of each id."""
    out: dict[str, Item] = {}
    for item in items:
        out.setdefault(item.id, item)
    return out


def joined(names: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; "" for none."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last
