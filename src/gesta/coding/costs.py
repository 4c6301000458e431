"""Which event of its report each figure is the cost of, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from gesta.coding.record_actors import codes_of
from gesta.model import Event, Figure, Span

Codes = dict[str, str | None]
#: What a loss of each effect comes of; other effects come of ASSAULT alone.
CAUSES: Mapping[str, frozenset[str]] = {
    "captured": frozenset({"COERCE"}),
    "detained": frozenset({"COERCE"}),
    "displaced": frozenset({"ASSAULT", "COERCE"}),
}
ASSAULT = frozenset({"ASSAULT"})
#: Losses that a toll sums ("the army put the toll at 31"), and the sentences it may stand after the act that it is the toll of.
SUMMED = frozenset({"killed", "wounded", "casualties", "killed_or_missing"})
NEAR = 3
#: Losses of those whom an act hit.
HARM = frozenset({"killed", "wounded", "casualties"})


def tied(
    figures: tuple[Figure, ...],
    events: tuple[Event, ...],
    parts: Mapping[str, str],
    codes: Codes,
    sentence: Callable[[int], int],
    summing: Set[str],
) -> tuple[Figure, ...]:
    """The figures with `event` and `places` filled where the report says what they are the cost of.

    By the words they share with an event's trigger or clause, else by its sentence, else a toll by the one event told just before it.
    A part goes where its whole does. `codes` maps actor ids to codes, `parts` figure ids to the figure they are part of; `sentence` gives
    the number of the sentence at a code point. What a war or a year cost (the ids `summing`) is no toll of an act told before.
    """
    found: dict[str, Event] = {}
    for figure in figures:
        acts = [e for e in events if e.type in CAUSES.get(figure.effect, ASSAULT)]
        able = [e for e in acts if fits(figure, e, codes)]
        event = of_words(figure, able) or of_sentence(figure, able, sentence)
        event = event or found.get(parts.get(figure.id, ""))
        event = event or (of_story(figure, able, acts, sentence) if figure.id not in summing else None)
        if event is not None:
            found[figure.id] = event
    return tuple(replace(f, event=found[f.id].id, places=found[f.id].places) if f.id in found else f for f in figures)


def fallen_on(events: Sequence[Event], figures: Iterable[Figure]) -> dict[str, Figure]:
    """Id of each assault that names nobody whom it hit, to the first loss that it cost: of one side's people, whoever tells it.

    "Nobody was hurt" is none.
    """
    cost: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.event is not None and figure.effect in HARM and figure.victims.code is not None and figure.high != 0:
            cost.setdefault(figure.event, []).append(figure)
    able = {e.id for e in events if e.type == "ASSAULT" and not e.recipients}
    return {i: of[0] for i, of in cost.items() if i in able and len({f.victims.code for f in of}) == 1}


def fits(figure: Figure, event: Event, codes: Codes) -> bool:
    """Whether an act of the kind can have cost this: both news or both background, and a side's losses that it may have brought."""
    if event.era != figure.era or event.factuality not in {"actual", "possible"}:
        return False
    if figure.era == "background" and figure.time is not None and event.time is None:
        return False  # "the war of 2020 …, 6,600 were killed in it", beside fighting of which no day is told
    if own_fallen(figure, event, codes):
        return False
    side = figure.victims.code
    hit = codes_of(event.recipients or event.actors, codes)
    return side is None or not hit or side.partition(".")[0] in hit


def own_fallen(figure: Figure, event: Event, codes: Codes) -> bool:
    """True for the policemen hurt where police fired on a crowd: an act of a state upon its own people costs none of its forces."""
    side = figure.victims.code
    hit = {codes.get(i) for i in event.recipients}
    upon_people = bool(hit) and all(code is not None and code.endswith(".CVL") for code in hit)
    return figure.victims.who == "military" and upon_people and side in {codes.get(i) for i in event.actors}


def shared(a: Span, spans: Iterable[Span]) -> int:
    """Code points that a span shares with the one of several that it shares most with."""
    return max((min(a.end, b.end) - max(a.start, b.start) for b in spans), default=0)


def of_words(figure: Figure, able: Sequence[Event]) -> Event | None:
    """The event whose trigger is the figure's own verb or noun, else the one whose clause holds most of the figure's words."""
    own = [e for e in able if any(shared(word, e.spans.trigger) > 0 for word in figure.spans.effect)]
    if own:
        return own[0]
    holding = [(shared(figure.evidence, (e.evidence, *e.mentions)), -(e.evidence.end - e.evidence.start), e) for e in able]
    best = max(holding, key=lambda h: h[:2], default=None)
    return best[2] if best is not None and best[0] > 0 else None


def of_sentence(figure: Figure, able: Sequence[Event], sentence: Callable[[int], int]) -> Event | None:
    """The one event that the figure's sentence tells; None where it tells two."""
    here = sentence(figure.evidence.start)
    told = [e for e in able if here in {sentence(s.start) for s in (e.evidence, *e.mentions)}]
    return told[0] if len(told) == 1 else None


def of_story(figure: Figure, able: Sequence[Event], acts: Sequence[Event], sentence: Callable[[int], int]) -> Event | None:
    """The act told last before a toll whose sentence tells none, at most `NEAR` sentences back, where those told there are of one day."""
    here = sentence(figure.evidence.start)
    if figure.effect not in SUMMED or any(sentence(e.evidence.start) == here for e in acts):
        return None
    before = [e for e in able if 0 < here - sentence(e.evidence.start) <= NEAR and same_time(figure, e) and not of_one_man(e)]
    days = {e.time.start for e in before if e.time is not None}
    return max(before, key=lambda e: e.evidence.start, default=None) if len(days) <= 1 else None


def of_one_man(event: Event) -> bool:
    """True for a murder, whose dead its own words name: a toll told after it is another's."""
    return event.why.partition("+")[0] in {"ASSAULT.murder", "ASSAULT.killing-noun"}


def same_time(figure: Figure, event: Event) -> bool:
    """Whether the figure's time is the event's, as far as both are known."""
    a, b = figure.time, event.time
    return a is None or b is None or ((a.start or "") <= (b.end or "9") and (b.start or "") <= (a.end or "9"))
