"""CASE-2021, task 2: the ACLED sub-event type of a short report is that of its leading event.

That is the first event with a sub-event type, current before background; Other where there is none. The five labels that ACLED does not
have are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Report

SUB_EVENTS: Final = {
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "PEACE_PROTEST": "Peaceful protest",
    "DISR_WEAP": "Disrupted weapons use",
    "VIOL_DEMONSTR": "Violent demonstration",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "GRENADE": "Grenade",
    "CHEM_WEAP": "Chemical weapon",
    "SUIC_BOMB": "Suicide bomb",
    "ARREST": "Arrests",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "AGREEMENT": "Agreement",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "OTHER": "Other",
}


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each report that has a label of ACLED's."""
    rows = [row for path in paths for row in records(path) if row["label"] in SUB_EVENTS]
    for row, report in zip(rows, equipment.coded((row["text"], None) for row in rows), strict=True):
        yield scored(row["id"], row["text"], SUB_EVENTS[row["label"]], report)


def leading(report: Report) -> str:
    """The ACLED sub-event type of a report."""
    known = sorted((e.era != "current", n, e.acled) for n, e in enumerate(report.events) if e.acled)
    return str(known[0][2]) if known else "Other"


def scored(document: str, text: str, label: str, report: Report) -> Scored:
    """One report."""
    coded = leading(report)
    counts: Counter[str] = Counter()
    shared(counts, "leading", coded == label)
    if coded == label:
        return Scored(document=document, counts=counts)
    events = "; ".join(told(report, event) for event in report.events) or "nothing"
    return Scored(document=document, counts=counts, misses=(Miss(document=document, what=f"{label}, coded {coded}: {events}", text=text),))


TASK: Final = Task(
    name="case",
    about="CASE-2021 task 2, 25 ACLED sub-event types",
    corpus=("event_coding/case2021_task2.jsonl",),
    measures=(Measure(name="sub-event type of the leading event", key="leading", kind="share", wanted=0.60),),
    score=score,
)
