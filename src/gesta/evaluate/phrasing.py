"""A coded event in few words, for the list of the worst."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.model import Event, Report


def told(report: Report, event: Event) -> str:
    """Type, mode, who to whom, and the rule that coded it."""
    kind = event.type + (f"/{event.mode}" if event.mode else "")
    return f"{kind} {named(report, event.actors)} > {named(report, event.recipients)} ({event.why})"


def named(report: Report, ids: Iterable[str]) -> str:
    """Codes of actors, names of those without one."""
    actors = {actor.id: actor for actor in report.actors}
    return "+".join(actors[i].code or actors[i].name for i in ids) or "-"
