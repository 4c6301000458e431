"""How sure each item of a report is: what is seen of it, weighed by the codebook's table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from gesta.codebook.confidence import BIAS, Confidence
from gesta.model import Event, Figure, Report, Statement

#: Words of content from which on a statement is long.
LONG = 25
#: Cues that leave least doubt that somebody speaks, and who.
PLAIN = frozenset({"said", "says", "say", "saying", "told", "tells", "added", "adding", "according to"})
#: Values that a rule filled in without words of the clause.
FILLED = ("adversary", "implied", "story-day", "scene", "toll", "own-people")


def weighed(report: Report, confidence: Confidence) -> Report:
    """The report with the share of such items that are right as the confidence of each event, figure and statement."""
    coded = {actor.id for actor in report.actors if actor.code}
    statements = {statement.id: statement for statement in report.statements}
    return replace(
        report,
        events=tuple(replace(e, confidence=confidence.of("events", event_signals(e, coded, statements))) for e in report.events),
        figures=tuple(replace(f, confidence=confidence.of("figures", figure_signals(f, coded, statements))) for f in report.figures),
        statements=tuple(
            replace(s, confidence=confidence.of("statements", statement_signals(s, coded, report.article.text))) for s in report.statements
        ),
    )


def event_signals(event: Event, coded: Collection[str], statements: Mapping[str, Statement]) -> dict[str, float]:
    """What is seen of an event: its sides, how they were filled, when and where, who says it, and its type."""
    rules = event.why.split("+")
    return {
        BIAS: 1.0,
        "actor": seen(any(i in coded for i in event.actors)),
        "actor without code": seen(bool(event.actors) and not any(i in coded for i in event.actors)),
        "recipient": seen(any(i in coded for i in event.recipients)),
        "two sides as actors": seen(len(event.actors) > 1 and not event.recipients),
        "several": seen(len(event.actors) + len(event.recipients) > 2),
        "time": seen(event.time is not None),
        "place": seen(bool(event.places)),
        "mode": seen(event.mode is not None),
        "said": seen(speaks(event.statements, coded, statements)),
        "background": seen(event.era == "background"),
        "not actual": seen(event.factuality != "actual"),
        "told again": seen(bool(event.mentions)),
        f"type {event.type}": 1.0,
        **{f"filled by {rule}": 1.0 for rule in FILLED if rule in rules},
    }


def figure_signals(figure: Figure, coded: Collection[str], statements: Mapping[str, Statement]) -> dict[str, float]:
    """What is seen of a figure: whose people, who says it, how the number is told."""
    return {
        BIAS: 1.0,
        "side": seen(figure.victims.code is not None),
        "bare side": seen(figure.victims.code is not None and "." not in figure.victims.code),
        "who": seen(figure.victims.who != "unknown"),
        "said": seen(speaks(figure.statements, coded, statements)),
        "said by one without code": seen(bool(figure.statements) and not speaks(figure.statements, coded, statements)),
        "exact": seen(figure.qualifier == "exact"),
        "one": seen(figure.best == 1),
        "background": seen(figure.era == "background"),
        "with an event": seen(figure.event is not None),
        f"effect {figure.effect}": 1.0,
    }


def statement_signals(statement: Statement, coded: Collection[str], text: str) -> dict[str, float]:
    """What is seen of a statement: its source, cue and words."""
    words = sum(len(text[slice(*span)].split()) for span in statement.content)
    return {
        BIAS: 1.0,
        "source": seen(any(i in coded for i in statement.sources)),
        "source without code": seen(bool(statement.sources) and not any(i in coded for i in statement.sources)),
        "cue": seen(statement.cue is not None),
        "cue plain": seen(statement.cue is not None and text[slice(*statement.cue)].lower() in PLAIN),
        "within": seen(statement.within is not None),
        "continues": seen(statement.continues is not None),
        "long": seen(words > LONG),
        "short": seen(words < 4),
        f"stance {statement.stance}": 1.0,
        f"quoted {statement.quoted}": 1.0,
    }


def seen(there: bool) -> float:
    """1 where it is there, else 0."""
    return 1.0 if there else 0.0


def speaks(ids: Iterable[str], coded: Collection[str], statements: Mapping[str, Statement]) -> bool:
    """True where somebody with a code says it."""
    return any(source in coded for i in ids if i in statements for source in statements[i].sources)
