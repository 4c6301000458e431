"""gesta scored on annotated corpora, on the gold articles and on a user's own gold. Nothing of a corpus is part of gesta."""

from __future__ import annotations

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.results import Figure, Result
from gesta.evaluate.run import evaluate
from gesta.evaluate.task import Measure, Miss, Scored, Task
from gesta.evaluate.tasks import TASKS

__all__ = ["TASKS", "Equipment", "Figure", "Measure", "Miss", "Result", "Scored", "Task", "evaluate"]
