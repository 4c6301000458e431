"""Is an item that is 70 % sure right seven times in ten? Measured on annotated articles, and learned from them.

*Right* is an event of the gold's type, actors and recipients; a figure of its effect, number, side and claimant; a statement of its words
and source, each matched as the gold articles are scored. An event that tells an annotated one again is left out. Learning is logistic
regression with a penalty over the signals that several articles show; the cross-validation learns on seven eighths of the articles and
looks at the eighth left over, eight times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from gesta.codebook.confidence import BIAS, LAYERS, Confidence
from gesta.coding.certainty import event_signals, figure_signals, statement_signals
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold import FOLDERS, annotation, pairs_in
from gesta.evaluate.gold import LAYERS as ANNOTATED
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_events import event_pairs
from gesta.evaluate.gold_figures import figure_pairs, same_claim
from gesta.evaluate.gold_items import LONGEST_EVIDENCE, Deed, Items, of_gold, of_report, sentence_of
from gesta.evaluate.gold_statements import overlap, statement_pairs
from gesta.evaluate.news_reports import NewsReport
from gesta.evaluate.task import Counts, Measure, Scored, Task
from gesta.model import Report

FOLDS: Final = 8
#: By layer, the weight of the penalty on every signal but the one that is always there; and how many articles must show a signal before it
#: has a weight. Unseen articles are about as likely at 2 to 6 for events and 16 to 40 for figures, and less so beyond; of these those that
#: are calibrated well.
PENALTY: Final = {"events": 6.0, "figures": 24.0, "statements": 6.0}
SUPPORT: Final = 8
STEPS: Final = 30
BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An item of a record: what was seen of it, how sure it was, and whether it is right."""

    layer: str
    signals: Mapping[str, float]
    sure: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Signals in the order of their columns, how to fill a row, and the penalty on their weights."""

    names: tuple[str, ...]
    penalty: float

    def rows(self, items: Sequence[Judged]) -> npt.NDArray[np.float64]:
        """One row of signals for each item."""
        return np.array([[item.signals.get(name, 0.0) for name in self.names] for item in items]).reshape(len(items), len(self.names))

    def weights(self, items: Sequence[Judged]) -> dict[str, float]:
        """The weights that make the items likeliest, under the penalty: Newton's steps."""
        x, y = self.rows(items), np.array([item.right for item in items], dtype=float)
        penalty = np.array([0.0 if name == BIAS else self.penalty for name in self.names])
        w = np.zeros(len(self.names))
        for _ in range(STEPS):
            p = 1 / (1 + np.exp(-x @ w))
            slope = x.T @ (y - p) - penalty * w
            bend = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty + 1e-9)
            w = w + np.linalg.solve(bend, slope)
        return dict(zip(self.names, w.tolist(), strict=True))


def learned(articles: Sequence[Sequence[Judged]]) -> Confidence:
    """Weights of every layer, learned from the items of articles, of the signals that `SUPPORT` articles show in that layer."""
    out = {}
    for layer in LAYERS:
        shown = [[item for item in items if item.layer == layer] for items in articles]
        support = Counter(name for items in shown for name in {name for item in items for name, value in item.signals.items() if value})
        names = tuple(sorted(name for name, n in support.items() if n >= SUPPORT or name == BIAS))
        out[layer] = Learner(names=names, penalty=PENALTY[layer]).weights([item for items in shown for item in items])
    return Confidence(weights=out)


def judged_in(folder: Path, equipment: Equipment) -> list[tuple[str, list[Judged]]]:
    """Every article of a folder with its items."""
    articles, spellings = pairs_in(folder), equipment.spellings(folder)
    out = []
    for path, report in zip(articles, equipment.files(articles), strict=True):
        gold = of_gold(annotation(path), report.article.text)
        out.append((path.stem, list(judged(report, gold, spellings))))
    return out


def judged_news(reports: Sequence[NewsReport], equipment: Equipment) -> list[list[Judged]]:
    """The items of annotated news, of the layers that were annotated."""
    spellings = Spellings.from_codebook(equipment.pipeline.codebook)
    coded = equipment.pipeline.code(report.article for report in reports)
    return [list(judged(found, report.items, spellings, report.layers)) for report, found in zip(reports, coded, strict=True)]


def judged(report: Report, gold: Items, spellings: Spellings, layers: Collection[str] = ANNOTATED) -> Iterator[Judged]:
    """The items of a report, of these layers."""
    return (item for item in every_judged(report, gold, spellings) if item.layer in layers)


def every_judged(report: Report, gold: Items, spellings: Spellings) -> Iterator[Judged]:
    """The items of every layer; those of a layer that was not annotated are taken for wrong."""
    found, text = of_report(report), report.article.text
    coded = {actor.id for actor in report.actors if actor.code}
    statements = {statement.id: statement for statement in report.statements}
    right = right_events(gold.events, found.events, text, spellings)
    for n, event in enumerate(report.events):
        if n in right:
            yield Judged(layer="events", signals=event_signals(event, coded, statements), sure=event.confidence, right=right[n])
    claims = {j for i, j in figure_pairs(gold.figures, found.figures) if agrees(gold, found, i, j, spellings)}
    for n, figure in enumerate(report.figures):
        yield Judged(layer="figures", signals=figure_signals(figure, coded, statements), sure=figure.confidence, right=n in claims)
    pairs = statement_pairs(gold.statements, found.statements, text, spellings)
    said = {j for i, j in pairs if spellings.same(gold.statements[i].source, found.statements[j].source)}
    told = [statement for statement in report.statements if statement.content]
    for n, statement in enumerate(told):
        yield Judged(layer="statements", signals=statement_signals(statement, coded, text), sure=statement.confidence, right=n in said)


def agrees(gold: Items, found: Items, i: int, j: int, spellings: Spellings) -> bool:
    """True where number, side and claimant are the gold's."""
    return gold.figures[i].numbers == found.figures[j].numbers and same_claim(gold.figures[i], found.figures[j], spellings)


def right_events(gold: Sequence[Deed], found: Sequence[Deed], text: str, spellings: Spellings) -> dict[int, bool]:
    """Whether each coded event is right, by its position; those that tell an annotated one again are left out."""
    pairs, beyond = told_events(gold, found, text, spellings)
    return {n: spellings.agree(deed.roles, found[n].roles) for n, deed in pairs.items()} | dict.fromkeys(beyond, False)


def told_events(gold: Sequence[Deed], found: Sequence[Deed], text: str, spellings: Spellings) -> tuple[dict[int, Deed], list[int]]:
    """Positions of coded events with the annotated one that each tells, and of those that tell none; not of those that tell one again."""
    short = [n for n, deed in enumerate(found) if deed.span and deed.span[1] - deed.span[0] <= LONGEST_EVIDENCE]
    pairs = {short[j]: gold[i] for i, j in event_pairs(gold, [found[n] for n in short], text, spellings)}
    retold = [sentence_of(text, span) for deed in gold for span in deed.also]
    return pairs, [n for n in short if n not in pairs and not any((at := found[n].span) and overlap(span, at) for span in retold)]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article: its items as shipped, and as a table would have them that never saw the article."""
    articles = [article for folder in paths for article in judged_in(folder, equipment)]
    for fold in range(FOLDS):
        rest = [items for n, (_, items) in enumerate(articles) if n % FOLDS != fold]
        unseen = learned(rest)
        for name, items in (article for n, article in enumerate(articles) if n % FOLDS == fold):
            counts: Counter[str] = Counter()
            for item in items:
                binned(counts, f"{item.layer} shipped", item.sure, item.right)
                binned(counts, item.layer, unseen.of(item.layer, item.signals), item.right)
            yield Scored(document=name, counts=counts)


def binned(counts: Counter[str], key: str, sure: float, right: bool) -> None:
    """Adds an item to its bin of confidence."""
    name = f"{key} {min(BINS - 1, int(sure * BINS))}"
    counts[f"{name} of"] += 1
    counts[f"{name} right"] += right
    counts[f"{name} sure"] += sure  # type: ignore[assignment]


def curve(counts: Counts) -> Iterator[str]:
    """The curve of each layer: of items so sure, the share that is right."""
    yield "how sure, by cross-validation    " + "  ".join(f"{layer:<22}" for layer in LAYERS)
    for n in range(BINS):
        cells = []
        for layer in LAYERS:
            size = counts.get(f"{layer} {n} of", 0)
            sure, right = (counts.get(f"{layer} {n} {what}", 0) / size if size else 0 for what in ("sure", "right"))
            cells.append(f"{sure:.2f} sure {right:.2f} right {size:3.0f}" if size else f"{'-':<22}")
        yield f"{n / BINS:.1f}–{(n + 1) / BINS:.1f}                          " + "  ".join(cells)


TASK: Final = Task(
    name="confidence",
    about="expected calibration error of what is coded in the annotated articles",
    corpus=FOLDERS,
    measures=tuple(
        Measure(name=f"{layer}{suffix}", key=f"{layer}{key}", kind="calibration error", wanted=0.10 if not key else None, most=True)
        for key, suffix in (("", ", by cross-validation"), (" shipped", ", the table as shipped"))
        for layer in LAYERS
    ),
    score=score,
    chart=curve,
)
