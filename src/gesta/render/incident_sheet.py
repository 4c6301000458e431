"""An incident on the terminal: what each claimant tells of it, what it cost by whom, how the figures moved, whose word it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gesta.model import Estimate, Incident
from gesta.model.casefile import Casefile
from gesta.model.ledger import Contradiction, Step
from gesta.render.answers import between, days, span
from gesta.render.chart import LONGEST_NAME, amount, chart, size
from gesta.render.fitted import Column, cut, fitted
from gesta.render.ink import RULE, Line, Piece, breadth, foreign, grid, indented, paint, shares, under, wrap
from gesta.render.phrases import EFFECTS, calendar, counted, plainly
from gesta.render.sourcing import sources
from gesta.render.stories import stories
from gesta.render.terminal import LEAST_COLUMN, NARROWEST, heading


def incident_sheet(case: Casefile, *, width: int = 100, colour: bool = True) -> str:
    """The incident as lines of at most `width` columns (never fewer than 40), SGR colours only where `colour`; controls are shown."""
    width = max(NARROWEST, width)
    sections = (head, stories, costs, courses, doubts, parts, sources, estimates)
    found = [section for make in sections if (section := make(case, width))]
    gap: list[Line] = [[]]
    return paint((line for i, section in enumerate(found) for line in (gap if i else []) + section), colour)


def head(case: Casefile, width: int) -> list[Line]:
    """What, when, where, by how many; whether it is contested."""
    row = case.incident
    found = wrap([foreign(row.title, "bold")], width)
    where = ", ".join(dict.fromkeys(filter(None, [row.place, row.admin1, *row.countries])))
    facts = [when(row), where, f"{row.granularity} {row.id}"]
    found += wrap([foreign(" · ".join(filter(None, facts)))], width)
    found += wrap([foreign(told_by(row), "bold")], width)
    if total := span(row.deaths_low, row.deaths_best, row.deaths_high):
        found += wrap([Piece(f"{total} killed, all sides together, by gesta's rule", "figure")], width)
    said = [
        f"denied by {', '.join(row.denied_by)}" if row.denied_by else "contested" if row.contested else "",
        row.factuality if row.factuality != "actual" else "",
        "background: reports recall it" if row.background else "",
        "a sum: it tells several incidents together" if row.summary else "",
        f"part of {row.part_of}" if row.part_of else "",
    ]
    if mark := "; ".join(filter(None, said)):
        found += wrap([foreign(mark, "warn")], width)
    if case.as_of:
        found += wrap([Piece(f"as known at the end of {calendar(case.as_of)}", "warn")], width)
    if any(filing.synthetic for filing in case.filings):
        found += wrap([Piece("SYNTHETIC SAMPLES: written for demonstration, not news reports", "warn")], width)
    return found


def when(row: Incident) -> str:
    """The days."""
    return days(row.start, row.end) or "no day told"


def told_by(row: Incident) -> str:
    """`14 reports, 3 independent sources, 2 claimants`."""
    return ", ".join((counted(row.reports, "report"), counted(row.sources, "independent source"), counted(len(row.claimants), "claimant")))


def effect(name: str) -> str:
    """`killed`, `killed or missing`."""
    return EFFECTS.get(name, plainly(name))


def side(code: str | None) -> str:
    """A side's code; of those whose side is not said in words."""
    return code or "side not said"


def costs(case: Casefile, width: int) -> list[Line]:
    """The claimants × sides matrix of numbers that stand; where it does not fit, the same by claimant."""
    standing = [step for step in case.steps if step.standing]
    if not standing:
        return [*heading("Who says what it cost whom", width), [Piece("No figures.", "dim")]]
    sides = sorted({s.side for s in standing}, key=lambda code: (code is None, code or ""))
    voices = sorted({s.voice: s for s in standing}.values(), key=lambda s: (rank(case, s), s.claimant, s.voice))
    rows: list[list[list[Line]]] = [[[[Piece("Claimant", "dim")]], *([[foreign(side(code), "dim")]] for code in sides)]]
    for voice in voices:
        own = [s for s in standing if s.voice == voice.voice]
        rows.append([[[foreign(cut(voice.claimant, LONGEST_NAME))]], *([cell(s) for s in own if s.side == code] for code in sides)])
    natural = [max(breadth(para) for r in rows for para in r[i] or [[]]) for i in range(len(sides) + 1)]
    widths = shares(natural, width - len(RULE) * len(sides), LEAST_COLUMN)
    title = heading("Who says what it cost whom", width, "numbers that stand, never added up")
    if widths is None:
        narrow = [wrap([foreign(f"{s.claimant}, {side(s.side)}: ", "dim"), *cell(s)], width) for s in standing]
        return [*title, *(line for lines in narrow for line in lines)]
    first, *blocks = grid(rows, widths)
    return [*title, *first, *(line for i, block in enumerate(blocks) for line in (under(widths, "┈" if i else "─"), *block))]


def rank(case: Casefile, step: Step) -> int:
    """Parties first, then others with a code, then newsrooms by their own word, then people without a code."""
    parties = {code.partition(".")[0] for code in (*case.incident.sides_a, *case.incident.sides_b)}
    if parties & set(step.claimant.split("+")):
        return 0
    return 2 if step.voice.startswith("own ") else 1 if step.voice == step.claimant else 3


def cell(step: Step) -> Line:
    """`killed ≥135, 16 Sep 2022, provisional (3 reports, 1 source)`."""
    kind = step.who if step.who == "civilian" and not step.side else ""
    beside = [calendar(step.as_of), "provisional" if step.provisional else "", kind]
    counts = [counted(step.reports, "report"), counted(step.sources, "source") if step.sources < step.reports else ""]
    return [
        Piece(f"{effect(step.effect)} "),
        Piece(amount(step), "figure"),
        foreign(f", {', '.join(filter(None, beside))}", "dim"),
        Piece(f" ({', '.join(filter(None, counts))})" if step.reports > 1 else "", "dim"),
    ]


def courses(case: Casefile, width: int) -> list[Line]:
    """How the numbers moved: a chart for each effect and side of which a claimant gives more than one, or several on several days."""
    found: list[Line] = []
    by_cell = sorted(case.steps, key=lambda s: (order(s.effect), s.side or "~"))
    for (what, code), group in groupby(by_cell, key=lambda s: (s.effect, s.side)):
        steps = list(group)
        moved = len({(s.voice, amount(s)) for s in steps}) > len({s.voice for s in steps})
        if not moved and len({s.known for s in steps}) < 2:
            continue
        notes = {s.voice: bearing(case, s) for s in steps}
        whose = f"of {code}" if code else "side not said, or all sides"
        found += [[], [foreign(f"{effect(what).capitalize()}, {whose}", "italic")], *chart(steps, width, notes)]
    return [*heading("The course of the figures", width, "by day of the report; in parentheses: taken back"), *found[1:]] if found else []


def order(name: str) -> tuple[int, str]:
    """The killed first."""
    known = ("killed", "killed_or_missing", "wounded", "missing", "captured", "displaced")
    return known.index(name) if name in known else len(known), name


def bearing(case: Casefile, step: Step) -> str:
    """Whether a claimant counts its own people or its adversary's."""
    parties = {code.partition(".")[0] for code in (*case.incident.sides_a, *case.incident.sides_b)}
    speakers = set(step.claimant.split("+")) & parties
    if step.side is None or not speakers:
        return ""
    return "own" if step.side.partition(".")[0] in speakers else "adversary"


def doubts(case: Casefile, width: int) -> list[Line]:
    """Who denies, which numbers cannot both hold, who has said nothing."""
    found: list[Line] = []
    denials: dict[tuple[str, str], list[str]] = {}
    for row in case.denials:
        who = "+".join(row.claimants) or row.outlet or "a source not named"
        denials.setdefault((who, row.evidence), []).append(f"{row.outlet or 'outlet not given'}, {row.known}")
    for (who, words), printed in denials.items():
        place = f" ({'; '.join(dict.fromkeys(printed))})"
        found += item([foreign(who, "bold"), foreign(f" denies it: “{words}”"), foreign(place, "dim")], width)
    ranked = sorted(case.contradictions, key=lambda c: (order(c.effect), c.side or "~"))
    for (what, code), group in groupby(ranked, key=lambda c: (c.effect, c.side)):
        found += item([Piece("cannot all hold: ", "warn"), foreign(f"{effect(what)}, {side(code)}: "), *positions(list(group))], width)
    quiet = sorted(case.silences, key=lambda s: (s.party, order(s.effect), s.side or ""))
    for party, silent in groupby(quiet, key=lambda s: s.party):
        said = ", ".join(f"{effect(s.effect)} of {s.side}" for s in silent)
        found += item([foreign(party, "bold"), foreign(f" has not confirmed, and gives no number of its own: {said}")], width)
    return [*heading("Denied, contradicted, not confirmed", width), *found] if found else []


def positions(group: Sequence[Contradiction]) -> Line:
    """The numbers that contradict one another, the smallest first, each with those who stand by it."""
    steps = {(s.voice, amount(s)): s for c in group for s in (c.one, c.other)}
    sorted_steps = sorted(steps.values(), key=lambda s: (size(s), amount(s), s.claimant))
    found: Line = []
    for number, same in groupby(sorted_steps, key=amount):
        who = ", ".join(f"{s.claimant}, {calendar(s.as_of)}" for s in same)
        found += [Piece(" | " if found else ""), Piece(number, "figure"), foreign(f" ({who})", "dim")]
    return found


def item(pieces: Line, width: int) -> list[Line]:
    """An entry of a list."""
    return indented(wrap(pieces, width - 2), "· ", "  ")


def parts(case: Casefile, width: int) -> list[Line]:
    """Episodes and incidents that this one is made of."""
    if not case.parts:
        return []
    rows = [
        (
            row.id[:8],
            days(row.start, row.end),
            f"{row.type}/{row.mode}" if row.mode else row.type,
            between(row.sides_a, row.sides_b, directed=row.directed),
            row.place or "",
            counted(row.reports, "report"),
        )
        for row in case.parts
    ]
    heads = [Column("id", style="event", give=0), Column("when", give=0), Column("what"), Column("who"), Column("where"), Column("told by")]
    return [*heading("Episodes" if case.incident.episodes > 1 else "Parts", width), *fitted(heads, rows, width)]


def estimates(case: Casefile, width: int) -> list[Line]:
    """What it cost by each rule, with the reason; all together only where that is more than one row says already."""
    found: list[Line] = []
    rows = sorted(case.estimates, key=lambda e: (order(e.effect), e.who == "all", e.side or "~", e.who, e.rule))
    for what, of_effect in groupby(rows, key=lambda e: e.effect):
        every = list(of_effect)
        cells = {(e.side, e.who) for e in every if e.who != "all"}
        for (code, who), group in groupby(every, key=lambda e: (e.side, e.who)):
            if who == "all" and len(cells) == 1:
                continue
            whose = "all together" if who == "all" else " ".join(filter(None, [code or "side not said", who if who != "unknown" else ""]))
            found.append([foreign(f"{effect(what).capitalize()}, {whose}", "italic")])
            for row in group:
                found += item([Piece(f"{row.rule:5} "), Piece(numbers(row), "figure"), foreign(f"  {row.reason}", "dim")], width)
    return [*heading("Estimates by rule", width, "low / best / high"), *found] if found else []


def numbers(row: Estimate) -> str:
    """`80 / 80 / 430`."""
    bounds: Sequence[int | None] = (row.low, row.best, row.high)
    return " / ".join("–" if n is None else f"{n:,}" for n in bounds)
