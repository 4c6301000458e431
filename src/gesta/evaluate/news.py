"""gesta against annotated news that is no gold (`gesta.evaluate.news_reports`), scored as gold articles are.

Reports that are held out are scored and not shown: no miss of theirs is listed, so that nobody mends the coder by them. Those for
development come beside them, in a task of their own; of more than half of these events alone were annotated, and many are local news.
Reports on wars, of other sources and times, are a third task.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from gesta.evaluate import gold
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_measures import MEASURES
from gesta.evaluate.news_reports import CORPORA, CORPORA_OF_WARS, NEWS, WARS, Split, news_in
from gesta.evaluate.task import Scored, Task

SHOWN: Final = (
    "figures (effect, number)",
    "figures (effect, number, side, claimant)",
    "statements (content)",
    "statements (content and source)",
    "events (type)",
    "events (type, actor, recipient)",
    "factuality other than actual",
    "events not reversed",
    "event mode",
    "event date",
    "event era",
    "event said_by",
    "background kept from the news",
)


def score(paths: tuple[Path, ...], equipment: Equipment, *, split: Split, file: Path) -> Iterator[Scored]:
    """Each report of the split in these corpora. Spellings are the codebook's, so that the corpora are all that is needed."""
    corpora = {corpus: path for corpus in (*CORPORA, *CORPORA_OF_WARS) for path in paths if path.as_posix().endswith(f"/{corpus}")}
    reports, spellings = list(news_in(corpora, split, file)), Spellings.from_codebook(equipment.pipeline.codebook)
    for report, coded in zip(reports, equipment.pipeline.code(report.article for report in reports), strict=True):
        scored = gold.scored(f"{report.corpus} {report.id}", report.annotation, coded, spellings, report.layers)
        yield replace(scored, misses=()) if split == "held-out" else scored


def task(name: str, split: Split, about: str, corpus: tuple[str, ...], file: Path = NEWS) -> Task:
    """The task of one split of a file of annotations."""
    return Task(
        name=name,
        about=about,
        corpus=corpus,
        # A second annotation was made of gold articles, not of these.
        measures=tuple(replace(measure, peer=None) for measure in MEASURES if measure.name in SHOWN),
        score=partial(score, split=split, file=file),
        together=True,
        annotations=(file,),
    )


TASK: Final = task("news", "held-out", "annotated news that is held out; its misses are not listed", CORPORA[:1])
DEVELOPMENT: Final = task("news-development", "development", "annotated news for development", CORPORA)
ON_WARS: Final = task("news-wars", "development", "annotated reports on wars, of other sources and times", CORPORA_OF_WARS, WARS)
