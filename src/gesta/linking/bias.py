"""How parties count their own losses beside how their adversaries count the same losses, over many incidents.

After the study of losses in Ukraine by Radford, Dai, Stoehr and others (PNAS, 2023), which built its table of 4,609 reports by hand: who
reports, about whose losses, how many, when. It found that both sides overstate their opponent's losses.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import geometric_mean, median

from gesta.linking.voices import CIVILIANS
from gesta.model.ledger import Bias, Step

#: Party, effect, incident: numbers by the party that gives them.
Numbers = dict[tuple[str, str, str], dict[str, int]]


def numbers(steps: Iterable[Step], parties: Mapping[str, frozenset[str]]) -> Numbers:
    """What each party to an incident stands by, for each party's losses in it; losses of civilians, and "up to" a number, are left out."""
    found: Numbers = defaultdict(dict)
    for step in steps:
        side, told = step.side, next((n for n in (step.best, step.low, step.high) if n is not None), None)
        if not step.standing or step.qualifier in ("at_most", "less_than") or side is None or side.endswith(CIVILIANS) or told is None:
            continue
        speakers = set(step.claimant.split("+")) & parties.get(step.subject, frozenset())
        if len(speakers) == 1:
            own = found[side, step.effect, step.subject]
            speaker = speakers.pop()
            own[speaker] = max(told, own.get(speaker, 0))
    return found


def biases(found: Numbers, parties: Mapping[str, frozenset[str]]) -> list[Bias]:
    """One row for each party, adversary and effect for which one of the two gives a number."""
    pairs: dict[tuple[str, str, str], list[tuple[int | None, int | None]]] = defaultdict(list)
    for (side, effect, subject), said in found.items():
        for adversary in parties.get(subject, frozenset()) - {side}:
            if side in said or adversary in said:
                pairs[side, adversary, effect].append((said.get(side), said.get(adversary)))
    return [bias(party, adversary, effect, rows) for (party, adversary, effect), rows in sorted(pairs.items())]


def bias(party: str, adversary: str, effect: str, rows: list[tuple[int | None, int | None]]) -> Bias:
    """One row from the numbers that the party and its adversary give for each incident."""
    both = [(own, said) for own, said in rows if own is not None and said is not None]
    ratios = [said / own for own, said in both if own > 0 and said > 0]
    return Bias(
        party=party,
        adversary=adversary,
        effect=effect,
        both=len(both),
        own_only=sum(said is None for _, said in rows),
        adversary_only=sum(own is None for own, _ in rows),
        own=float(median(own for own, _ in both)) if both else None,
        adversary_said=float(median(said for _, said in both)) if both else None,
        ratio=round(geometric_mean(ratios), 3) if ratios and all(map(math.isfinite, ratios)) else None,
    )
