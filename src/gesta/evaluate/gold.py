"""gesta against annotated articles (NAME.txt beside NAME.yaml): the layers of the record, and how often the attributes of matches agree.

The figures are those of the scorer that comes with the gold articles, to the last digit. Places, statements, events and figures are matched
one to one, best fit first. An event fits by type in the sentence of its quote; a figure by effect and overlap; a statement by half of its
words, or when the coded one covers it and stays in its sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from gesta.errors import MalformedRecord
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_events import score_events
from gesta.evaluate.gold_figures import score_figures
from gesta.evaluate.gold_items import Items, of_gold, of_report
from gesta.evaluate.gold_measures import MEASURES
from gesta.evaluate.gold_statements import score_statements
from gesta.evaluate.gold_tally import Tally
from gesta.evaluate.task import Measure, Scored, Task
from gesta.model import Report, to_record

FOLDERS: Final = ("gold/{split}", "../gold/{split}")
LAYERS: Final = ("statements", "events", "figures")
FIELDS: Final = ("title", "url", "outlet", "published", "authors", "credits")


def pairs_in(folder: Path) -> list[Path]:
    """The articles of a folder that have annotations beside them, by name."""
    return sorted(path for path in folder.glob("*.txt") if path.with_suffix(".yaml").exists())


def annotation(path: Path) -> dict[str, Any]:
    """The annotations of an article; MalformedRecord names file and place of what is no YAML."""
    try:
        return yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8")) or {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise MalformedRecord(path=path.with_suffix(".yaml"), line=line, column=column, why=f"no YAML: {error.problem}") from error


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article of the folders."""
    articles = [path for folder in paths for path in pairs_in(folder)]
    for path, report in zip(articles, equipment.files(articles), strict=True):
        yield scored(path.stem, annotation(path), report, equipment.spellings(path.parent))


def scored(name: str, gold: Mapping[str, Any], report: Report, spellings: Spellings, layers: Collection[str] = LAYERS) -> Scored:
    """One article; of statements, events and figures the layers that were annotated."""
    tally = Tally(name)
    text = report.article.text
    wanted, found = of_gold(gold, text), of_report(report)
    score_report(gold.get("report") or {}, to_record(report)["report"], tally)
    score_places(wanted, found, tally)
    if "statements" in layers:
        score_statements(wanted.statements, found.statements, text, tally, spellings)
    if "events" in layers:
        score_events(wanted.events, found.events, text, tally, spellings)
    if "figures" in layers:
        score_figures(wanted.figures, found.figures, tally, spellings)
    return Scored(document=name, counts=Counter(tally.counts), misses=tuple(tally.misses))


def score_report(gold: Mapping[str, Any], found: Mapping[str, Any], tally: Tally) -> None:
    """What stands above the text."""
    for field in FIELDS:
        if gold.get(field):
            tally.share("report fields", plain(gold[field]) == plain(found.get(field) if found.get(field) is not None else ""))


def plain(value: Any) -> list[str]:
    """A value's letters and digits, case aside; of a list each, sorted."""
    return sorted(re.sub(r"[\W_]", "", str(v)).casefold() for v in (value if isinstance(value, list) else [value]))


def score_places(gold: Items, found: Items, tally: Tally) -> None:
    """Whether a coded place overlaps each gold one, and lies where it should."""
    for spot in gold.places:
        near = next((p for p in found.places for s in p.spans if any(s[0] < g[1] and g[0] < s[1] for g in spot.spans)), None)
        tally.share("place found", near is not None)
        if spot.lat is None:
            continue
        right = near is not None and spot.is_near(near, spot.near)
        tally.share("place located", right)
        if not right:
            tally.miss("place not located", spot.name, 0.5)


TASK: Final = Task(
    name="gold",
    about="annotated articles on armed conflict, protest and diplomacy",
    corpus=FOLDERS,
    measures=MEASURES,
    score=score,
)

#: The report with which gesta began: two armies' fighting told by three parties.
CLAIMED: Final = "figures (effect, number, side, claimant)"
GUARDIAN: Final = "guardian-2022-09-13-armenia-azerbaijan"


def score_one(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """One article by its file."""
    for path, report in zip(paths, equipment.files(paths), strict=True):
        yield scored(path.stem, annotation(path), report, equipment.spellings(path.parent))


ALONE: Final = Task(
    name="guardian",
    about="the Guardian's report of 13 September 2022 alone",
    corpus=tuple(f"{folder}/{GUARDIAN}.txt" for folder in FOLDERS),
    measures=(
        Measure(name="figures with side and claimant, found", key=CLAIMED, kind="recall", wanted=1.0),
        Measure(name="figures with side and claimant, none beyond", key=CLAIMED, kind="precision", wanted=1.0),
        Measure(name="statements (content and source)", key="statements (content and source)", wanted=0.80),
        Measure(name="events (type, actor, recipient)", key="events (type, actor, recipient)", wanted=0.60),
    ),
    score=score_one,
)
