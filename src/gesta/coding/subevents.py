"""The ACLED sub-event type of an act, where type and mode alone do not say it: who took ground, whether armed people or others were hit."""

from __future__ import annotations

from gesta.coding.drafts import Draft
from gesta.coding.parties_in_text import Cast, who

STATE = frozenset({"country", "government", "military"})
FIGHTING = frozenset({"military", "armed-group"})
ARMED_SECTORS = frozenset({"MIL", "REB", "COP", "PAR"})
HIT = ("on", "at", "against", "of")
BY_FRAME = {"ASSAULT.shoot-down": "Disrupted weapons use"}  # ACLED counts what is shot down before it strikes as disrupted


def sub_event(cast: Cast, d: Draft, usual: str | None) -> str | None:
    """The sub-event type; `usual` is that of its PLOVER type and mode. None for what did not happen."""
    rule = d.trigger.rule
    if d.factuality != "actual" or d.type != "ASSAULT":
        return usual if d.factuality == "actual" else None
    if found := BY_FRAME.get(f"{rule.type}.{rule.id}"):
        return found
    if d.weapon == "grenade":
        return "Grenade"
    if rule.territorial and d.roles.actors:
        return "Government regains territory" if d.roles.actors[0].kind in STATE else "Non-state actor overtakes territory"
    if usual in {"Attack", "Armed clash"} and d.mode in {None, "firearms"}:
        return "Armed clash" if rule.reciprocal or armed_hit(cast, d) else "Attack"
    return usual


def armed_hit(cast: Cast, d: Draft) -> bool:
    """True where those who are hit are named as soldiers, fighters, police or their posts."""
    if any(p.kind in FIGHTING or p.sector in ARMED_SECTORS for p in d.roles.recipients):
        return True
    frame = d.trigger.frame
    heads = (*frame.patients, *(w for case in HIT for w in frame.obliques.get(case, ())))
    return any(cast.is_class(h, "forces") or any(p.kind in FIGHTING for p in who(cast, h)) for h in heads)
