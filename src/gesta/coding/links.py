"""Links inside one report: parts of a total, contradicting claims, denials, answers, tolls that replace earlier ones, a truce's stages."""

from __future__ import annotations

from gesta.coding.ceasefires import ceasefire_links, kept_promises
from gesta.coding.record_actors import codes_of
from gesta.model import Event, Figure, Link, LinkKind, Statement


def code_links(
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    figures: tuple[Figure, ...],
    codes: dict[str, str | None],
    parts: dict[str, str],
    text: str = "",
) -> tuple[Link, ...]:
    """All links of a report; `codes` maps actor ids to codes, `parts` figure ids to the figure they are part of; spans count in `text`."""
    said = {s.id: tuple(codes.get(a) for a in s.sources) for s in statements}
    found: list[tuple[LinkKind, str, str]] = [("part_of", part, whole) for part, whole in parts.items()]
    found += contradicting_figures(figures, said, set(parts))
    found += contradicting_events(events, said, codes)
    found += answers(events, codes)
    found += denials(statements, events)
    found += ceasefire_links(events, codes, text)
    found += kept_promises(events, codes)
    unique = list(dict.fromkeys(found))
    return tuple(Link(id=f"l{n}", kind=kind, source=a, target=b) for n, (kind, a, b) in enumerate(unique, 1))


def claimants(item: Event | Figure, said: dict[str, tuple[str | None, ...]]) -> frozenset[str]:
    """Codes of those who tell an item."""
    return frozenset(c for s in item.statements for c in said.get(s, ()) if c)


def contradicting_figures(
    figures: tuple[Figure, ...], said: dict[str, tuple[str | None, ...]], parts: set[str]
) -> list[tuple[LinkKind, str, str]]:
    """Two claimants who give different numbers for one effect on one side; one claimant's later total supersedes the earlier."""
    out: list[tuple[LinkKind, str, str]] = []
    whole = [f for f in figures if f.id not in parts and f.era == "current" and f.victims.code]
    for n, a in enumerate(whole):
        for b in whole[n + 1 :]:
            if (a.effect, a.victims.code, a.victims.who) != (b.effect, b.victims.code, b.victims.who) or (a.low, a.best, a.high) == (
                b.low,
                b.best,
                b.high,
            ):
                continue
            by_a, by_b = claimants(a, said), claimants(b, said)
            if by_a and by_b and not by_a & by_b:
                out.append(("contradicts", b.id, a.id))
            elif b.cumulative and by_a == by_b and (b.low or 0) >= (a.low or 0):
                out.append(("supersedes", b.id, a.id))
    return out


def contradicting_events(
    events: tuple[Event, ...], said: dict[str, tuple[str | None, ...]], codes: dict[str, str | None]
) -> list[tuple[LinkKind, str, str]]:
    """One claimant denies what another tells: the same act with `negated` on one side."""
    out: list[tuple[LinkKind, str, str]] = []
    for a in events:
        for b in events:
            if (
                a.type == b.type
                and a.factuality == "negated"
                and b.factuality == "actual"
                and codes_of(a.actors, codes)
                and codes_of(a.actors, codes) == codes_of(b.actors, codes)
                and claimants(a, said) != claimants(b, said)
            ):
                out.append(("contradicts", a.id, b.id))
    return out


def answers(events: tuple[Event, ...], codes: dict[str, str | None]) -> list[tuple[LinkKind, str, str]]:
    """A military answer responds to the last assault in the other direction told before or after it by the same claimant."""
    out: list[tuple[LinkKind, str, str]] = []
    for event in events:
        if not event.why.startswith("ASSAULT.respond-militarily"):
            continue
        other = [
            e
            for e in events
            if e.type == "ASSAULT"
            and e is not event
            and codes_of(e.actors, codes) & codes_of(event.recipients, codes)
            and codes_of(e.recipients, codes) & codes_of(event.actors, codes)
        ]
        if other:
            nearest = min(other, key=lambda e: abs(e.evidence.start - event.evidence.start))
            out.append(("responds_to", event.id, nearest.id))
    return out


def denials(statements: tuple[Statement, ...], events: tuple[Event, ...]) -> list[tuple[LinkKind, str, str]]:
    """A denial denies the event that its words hold."""
    return [("denies", s.id, e.id) for s in statements if s.stance == "deny" for e in events if s.id in e.statements]
