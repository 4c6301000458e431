"""Tables of choices (`gesta.codebook.implied`), learned from annotated articles: gold folders, and the news annotated for development.

Learned is a choice among options (conditional logit with a penalty). Printed is what a table is worth on articles that it has not seen, by
cross-validation over whole articles and over whole folders. Only weights leave the articles.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gesta.codebook.implied import Choice
from gesta.coding.assemble import Coding, code_article
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.implied import Option
from gesta.errors import InputError
from gesta.evaluate import Equipment
from gesta.evaluate.calibration import told_events
from gesta.evaluate.gold import annotation, pairs_in
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Deed, of_gold, of_report
from gesta.evaluate.news_reports import news_below
from gesta.intake import articles as articles_in
from gesta.model import Article

SUPPORT = 3  # articles that show a signal before it has a weight
FOLDS = 8
STEPS = 40
SHORT = 1e-6  # the longest step after which no other is made
Row = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a text leaves open: the options, the annotated ones, whether the item is right with each, the one taken without a table."""

    options: tuple[Option, ...]
    answers: tuple[int, ...]
    right: tuple[bool, ...]
    untaught: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One article: what it leaves open, the items that are right without that, and how many were annotated and found."""

    folder: str
    name: str
    asked: tuple[Asked, ...]
    settled: int
    wanted: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with its annotations, and the spellings that hold for them; `folder` is its corpus where it comes from none."""

    folder: str
    name: str
    article: Article
    annotation: Mapping[str, Any]
    spellings: Spellings


def in_folder(folder: Path, equipment: Equipment) -> Iterator[Annotated]:
    """The articles of a folder."""
    spellings = equipment.spellings(folder)
    for path in pairs_in(folder):
        article = next(iter(articles_in(path)))
        if isinstance(article, InputError):
            raise article
        yield Annotated(folder=folder.name, name=path.stem, article=article, annotation=annotation(path), spellings=spellings)


def in_news(data: Path, equipment: Equipment) -> Iterator[Annotated]:
    """The news annotated for development whose texts are below `data`."""
    spellings = Spellings.from_codebook(equipment.pipeline.codebook)
    for news in news_below(data, "development"):
        yield Annotated(folder=news.corpus, name=news.id, article=news.article, annotation=news.annotation, spellings=spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """An article with its acts as they are before anything is implied.

    `told` are the record's own, in the same order; `pairs` the annotated ones by the position of the act that they match; `beyond` the
    positions of those that match none.
    """

    source: Annotated
    coding: Coding
    drafting: Drafting
    drafts: list[Draft]
    gold: Sequence[Deed]
    told: Sequence[Deed]
    pairs: Mapping[int, Deed]
    beyond: Sequence[int]

    def studied(self, asked: tuple[Asked, ...], settled: int, wanted: int, found: int) -> Studied:
        """What was studied of the article."""
        return Studied(folder=self.source.folder, name=self.source.name, asked=asked, settled=settled, wanted=wanted, found=found)


def matched(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Matched]:
    """Each article, coded and matched."""
    pipeline = equipment.pipeline
    pipeline.load()
    for source in sources:
        reading = next(iter(pipeline.reader.read([source.article])))
        told = of_report(code_article(source.article, reading, pipeline.codebook, pipeline.made)).events
        coding = Coding(source.article, reading, pipeline.codebook)
        drafting, drafts = coding.acts()
        gold = of_gold(source.annotation, source.article.text).events
        pairs, beyond = told_events(gold, told, source.article.text, source.spellings)
        yield Matched(source=source, coding=coding, drafting=drafting, drafts=drafts, gold=gold, told=told, pairs=pairs, beyond=beyond)


def learned(articles: Sequence[Studied], penalty: float) -> Choice:
    """The weights that make the annotated answers likeliest, under the penalty: Newton's steps, none longer than 1."""
    names = shown(articles)
    opened = [asked for article in articles for asked in article.asked if asked.answers]
    w = np.zeros(len(names))
    if not opened:
        return Choice(weights={})
    x, y = np.concatenate([table(a, names) for a in opened]), np.concatenate([answer(a) for a in opened])
    sizes = np.array([len(a.options) for a in opened])
    first = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    for _ in range(STEPS):
        scores = x @ w
        p = np.exp(scores - np.repeat(np.maximum.reduceat(scores, first), sizes))
        p /= np.repeat(np.add.reduceat(p, first), sizes)
        weighed = x * p[:, None]
        means = np.add.reduceat(weighed, first, axis=0)
        slope = x.T @ (y - p) - penalty * w
        step = np.linalg.solve(x.T @ weighed - means.T @ means + penalty * np.eye(len(names)), slope)
        longest = float(np.abs(step).max(initial=0.0))
        w = w + step / max(1.0, longest)
        if longest < SHORT:
            break
    return Choice(weights=dict(zip(names, w.tolist(), strict=True)))


def shown(articles: Sequence[Studied]) -> tuple[str, ...]:
    """The signals that at least `SUPPORT` articles show."""
    seen = [{name for a in article.asked for o in a.options for name in o.signals} for article in articles]
    return tuple(sorted(name for name in set().union(*seen) if sum(name in some for some in seen) >= SUPPORT))


def table(asked: Asked, names: tuple[str, ...]) -> Row:
    """One row of signals for each option."""
    return np.array([[o.signals.get(name, 0.0) for name in names] for o in asked.options])


def answer(asked: Asked) -> Row:
    """The share of each option in the annotated answer."""
    return np.array([float(n in asked.answers) / len(asked.answers) for n in range(len(asked.options))])


def worth(articles: Sequence[Studied], apart: Callable[[int, Studied], Hashable], penalty: float) -> dict[str, tuple[float, float]]:
    """By folder, F1 of the items without the table and with one that never saw the articles that are kept apart together."""
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    group = [apart(n, article) for n, article in enumerate(articles)]
    for left_out in dict.fromkeys(group):
        choice = learned([a for a, g in zip(articles, group, strict=True) if g != left_out], penalty)
        for article in (a for a, g in zip(articles, group, strict=True) if g == left_out):
            chosen = [choice.likeliest([o.signals for o in a.options]) for a in article.asked]
            before[article.folder] = before.get(article.folder, 0) + article.settled + sum(a.right[a.untaught] for a in article.asked)
            gained = sum(a.right[n] for a, n in zip(article.asked, chosen, strict=True))
            after[article.folder] = after.get(article.folder, 0) + article.settled + gained
    size = {folder: sum(a.wanted + a.found for a in articles if a.folder == folder) for folder in before}
    total = sum(size.values())
    per = {folder: (2 * before[folder] / size[folder], 2 * after[folder] / size[folder]) for folder in before}
    return per | {"all": (2 * sum(before.values()) / total, 2 * sum(after.values()) / total)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A table: how an article is studied, the items that become right, where the table lies and how it is learned."""

    studied: Callable[[Iterable[Annotated], Equipment], Iterator[Studied]]
    items: str
    table: Path
    source: str
    penalty: float


def write_table(subject: Subject) -> None:
    """The command of a script: learns from the folders of its arguments, prints what the table is worth, and writes it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of annotated articles")
    parser.add_argument("--news", type=Path, help="a folder of corpora: news annotated for development is learned from too")
    parser.add_argument("--table", type=Path, default=subject.table)
    options = parser.parse_args()
    equipment = Equipment()
    sources = [source for folder in options.folders for source in in_folder(folder, equipment)]
    sources += in_news(options.news, equipment) if options.news else ()
    articles = list(subject.studied(sources, equipment))
    for label, apart in (("article", lambda n, _: n % FOLDS), ("folder", lambda _, a: a.folder)):
        print(f"{subject.items} F1, without and with a table that saw no {label} of the test")
        for folder, (without, with_it) in worth(articles, apart, subject.penalty).items():
            print(f"  {folder:28} {without:.3f}  {with_it:.3f}")
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("signal", "weight", "source"))
        weights = learned(articles, subject.penalty).weights
        writer.writerows((name, f"{weight:.3f}", subject.source) for name, weight in sorted(weights.items()))
    print(f"{options.table}: learned from {sum(len(a.asked) for a in articles)} open choices in {len(articles)} articles")
