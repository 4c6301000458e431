"""Every task, in the order in which they are run."""

from __future__ import annotations

from typing import Final

from gesta.evaluate import (
    attribution,
    beside_war,
    calibration,
    case,
    coreference,
    entities,
    fatality,
    first_pass,
    gold,
    marked_violence,
    muc4,
    neutral,
    news,
    parse,
    petrarch,
    plover,
    police_events,
    symmetry,
    times,
    toponyms,
)
from gesta.evaluate.task import Task

TASKS: Final[dict[str, Task]] = {
    task.name: task
    for task in (
        entities.TASK,
        attribution.TASK,
        parse.TASK,
        plover.TASK,
        petrarch.TASK,
        case.TASK,
        police_events.TASK,
        police_events.APART,
        coreference.TASK,
        coreference.APART,
        muc4.TASK,
        fatality.TASK,
        toponyms.LGL,
        toponyms.GEOVIRUS,
        times.TASK,
        neutral.TASK,
        neutral.AFTERWARDS,
        beside_war.TASK,
        beside_war.AFTERWARDS,
        marked_violence.TASK,
        marked_violence.APART,
        first_pass.REPORTS,
        first_pass.MESSAGES,
        first_pass.SHORT,
        first_pass.SPARED,
        gold.TASK,
        gold.ALONE,
        news.TASK,
        news.DEVELOPMENT,
        news.ON_WARS,
        symmetry.TASK,
        calibration.TASK,
    )
}
