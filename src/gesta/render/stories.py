"""The tellings of an incident side by side: "as Armenia tells it", "as Azerbaijan tells it", and whoever else speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from gesta.model import Telling
from gesta.model.casefile import Casefile
from gesta.render.answers import between, days
from gesta.render.fitted import cut
from gesta.render.ink import RULE, Line, Piece, foreign, grid, indented, under, wrap
from gesta.render.phrases import counted
from gesta.render.terminal import heading

SIDE_BY_SIDE: Final = 2
LEAST_ASIDE: Final = 38  # columns that a story needs beside another
MOST_TOLD: Final = 5  # of one claimant in its column; the rest is counted
QUOTED: Final = 150
ROW_QUOTED: Final = 90


class Story(NamedTuple):
    """What one claimant tells: each thing once, with the tellings that say it, the most often told first."""

    claimant: str
    own: bool
    things: list[list[Telling]]

    @property
    def size(self) -> int:
        """How many tellings."""
        return sum(map(len, self.things))


def stories(case: Casefile, width: int) -> list[Line]:
    """The two fullest stories of parties, or else of any claimants, side by side where there is room; the others below them."""
    parties = {code.partition(".")[0] for code in (*case.incident.sides_a, *case.incident.sides_b)}
    told = sorted(by_claimant(case.tellings), key=lambda s: (not parties & set(s.claimant.split("+")), s.own, -s.size, s.claimant))
    if not told:
        return []
    leading = [s for s in told if not s.own][:SIDE_BY_SIDE] or told[:1]
    found = beside(leading, width) if len(leading) > 1 and width >= SIDE_BY_SIDE * LEAST_ASIDE + len(RULE) else below(leading, width)
    rest = [story for story in told if story not in leading]
    for story in rest:
        found += [line for thing in story.things[:2] for line in row(story, thing, width)]
        if len(story.things) > SIDE_BY_SIDE:
            found.append([Piece(f"    and {counted(len(story.things) - 2, 'other telling')}", "dim")])
    return [*heading("As each claimant tells it", width, counted(len(case.tellings), "telling")), *found]


def by_claimant(tellings: Sequence[Telling]) -> list[Story]:
    """One story for each claimant."""
    found: dict[tuple[str, bool], dict[tuple[object, ...], list[Telling]]] = {}
    for telling in tellings:
        who = "+".join(telling.claimants) or "not named"
        thing = (telling.type, telling.mode, telling.actors, telling.recipients, telling.places, telling.factuality)
        found.setdefault((who, telling.own_voice), {}).setdefault(thing, []).append(telling)
    return [
        Story(who, own, sorted(things.values(), key=lambda group: (-len(group), group[0].known, group[0].ref)))
        for (who, own), things in found.items()
    ]


def beside(leading: Sequence[Story], width: int) -> list[Line]:
    """Stories as columns."""
    room = (width - len(RULE) * (len(leading) - 1)) // len(leading)
    widths = [room] * len(leading)
    head: list[list[Line]] = [[title(story)] for story in leading]
    body = [[para for thing in story.things[:MOST_TOLD] for para in paragraphs(thing)] + more(story) for story in leading]
    first, second = grid([head, body], widths)
    return [*first, under(widths), *second, []]


def below(leading: Sequence[Story], width: int) -> list[Line]:
    """Stories one after the other."""
    found: list[Line] = []
    for story in leading:
        found += wrap(title(story), width)
        paras = [para for thing in story.things[:MOST_TOLD] for para in paragraphs(thing)] + more(story)
        found += [line for para in paras for line in indented(wrap(para, width - 2), "  ", "  ")]
        found.append([])
    return found


def title(story: Story) -> Line:
    """Whose story it is."""
    who = "a source that is not named" if story.claimant == "not named" else story.claimant
    return [foreign(f"As {who} tells it{' in its own words' if story.own else ''}", "bold")]


def paragraphs(thing: Sequence[Telling]) -> list[Line]:
    """What, who to whom, where and when; the fullest words; where printed."""
    first = thing[0]
    words = max(thing, key=lambda t: (len(t.evidence), t.ref)).evidence
    outlets = ", ".join(dict.fromkeys(t.outlet or "outlet not given" for t in thing))
    return [
        what(first),
        [foreign(f"“{cut(' '.join(words.split()), QUOTED)}”")],
        [foreign(f"{outlets}, {first.known}", "dim")],
        [Piece("")],
    ]


def what(telling: Telling) -> Line:
    """Type, who to whom, where, when; what is not told as a plain fact is marked."""
    who = between(telling.actors, telling.recipients, directed=bool(telling.recipients)) or "?"
    kind = f"{telling.type}/{telling.mode}" if telling.mode else telling.type
    where = ", ".join(dict.fromkeys(telling.places))
    found = [foreign(who, "bold"), Piece(" "), foreign(kind, "event"), foreign(f" · {where}" if where else "")]
    found.append(foreign(f" · {stamp}" if (stamp := days(telling.start, telling.end)) else ""))
    if telling.factuality != "actual":
        found += [Piece(" "), foreign(f"[{telling.factuality}]", "warn")]
    return found


def more(story: Story) -> list[Line]:
    """What the column leaves out."""
    left = len(story.things) - MOST_TOLD
    return (
        [[Piece(f"and {counted(left, 'other telling')}: gesta events --incident ID --claimant {story.claimant}", "dim")]]
        if left > 0
        else []
    )


def row(story: Story, thing: Sequence[Telling], width: int) -> list[Line]:
    """One thing of a claimant who has no column."""
    first = thing[0]
    times = f" ×{len(thing)}" if len(thing) > 1 else ""
    who = f"({story.claimant})" if story.own else story.claimant
    words = f"  “{cut(' '.join(first.evidence.split()), ROW_QUOTED)}”{times}"
    return indented(wrap([foreign(f"{who}: ", "bold"), *what(first), foreign(words, "dim")], width - 2), "· ", "  ")
