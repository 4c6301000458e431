"""The table of implied recipients: ``python training/recipients.py ../shared/gold/dev FOLDER …`` learns it from annotated articles.

With ``--news DATA`` it learns from the news, too, that was annotated for development (`gesta.evaluate.news_reports`).

Learned is a choice among options (conditional logit with a penalty): nobody, each side of the article, the actor's own. An option is
right where the annotation names that side as recipient; nobody, where it names none. Printed is what the table is worth on articles that
it has not seen, by cross-validation over whole articles and over whole folders. Only weights leave the articles.
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

from gesta.codebook.implied import TABLE, Choice
from gesta.coding.assemble import Coding, code_article
from gesta.coding.implied import Company, Option, is_open
from gesta.errors import InputError
from gesta.evaluate import Equipment
from gesta.evaluate.calibration import told_events
from gesta.evaluate.gold import annotation, pairs_in
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Deed, of_gold, of_report
from gesta.evaluate.news_reports import news_below
from gesta.intake import articles as articles_in
from gesta.model import Article, Report

SOURCE = "learned on annotated articles, training/recipients.py"
PENALTY = 1.5
SUPPORT = 3  # articles that show a signal before it has a weight
FOLDS = 8
STEPS = 40
Row = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An annotated act whose recipient the text leaves open: the options, the annotated ones, and whether the event is right with each."""

    options: tuple[Option, ...]
    answers: tuple[int, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One article: its open acts, the events that are right without them, and how many were annotated and found."""

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


def studied(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Studied]:
    """What there is to learn of each article."""
    pipeline = equipment.pipeline
    pipeline.load()
    for source in sources:
        reading = next(iter(pipeline.reader.read([source.article])))
        report = code_article(source.article, reading, pipeline.codebook, pipeline.made)
        coding = Coding(source.article, reading, pipeline.codebook)
        drafting, drafts = coding.acts()
        company = Company(drafting, drafts)
        opened = {n: tuple(company.options(d)) for n, d in enumerate(drafts) if is_open(d)}
        yield of_article(source, report, opened)


def of_article(source: Annotated, report: Report, opened: dict[int, tuple[Option, ...]]) -> Studied:
    """Events matched with the annotated ones, those that are open with their options."""
    text, spellings = report.article.text, source.spellings
    gold, deeds = of_gold(source.annotation, text).events, of_report(report).events
    pairs, beyond = told_events(gold, deeds, text, spellings)
    asked = tuple(ask(opened[n], wanted, deeds[n], spellings) for n, wanted in pairs.items() if n in opened)
    settled = sum(spellings.agree(wanted.roles, deeds[n].roles) for n, wanted in pairs.items() if n not in opened)
    return Studied(folder=source.folder, name=source.name, asked=asked, settled=settled, wanted=len(gold), found=len(pairs) + len(beyond))


def ask(options: tuple[Option, ...], wanted: Deed, found: Deed, spellings: Spellings) -> Asked:
    """An open act and its annotation."""
    meant = [spellings.meant(code) for code in wanted.recipients]
    named = tuple(n for n, o in enumerate(options) if o.side is not None and any(spellings.meant(o.side) & codes for codes in meant))
    acting = [("by", code) for code in found.actors]
    right = tuple(spellings.agree(wanted.roles, [*acting, *([("to", o.side)] if o.side is not None else [])]) for o in options)
    return Asked(options=options, answers=named if meant else (0,), right=right)


def learned(articles: Sequence[Studied]) -> Choice:
    """The weights that make the annotated answers likeliest, under the penalty: Newton's steps, none longer than 1."""
    names = shown(articles)
    acts = [(table(a, names), answer(a)) for article in articles for a in article.asked if a.answers]
    w = np.zeros(len(names))
    for _ in range(STEPS):
        slope, bend = -PENALTY * w, PENALTY * np.eye(len(names))
        for x, y in acts:
            p = np.exp(x @ w - (x @ w).max())
            p /= p.sum()
            slope += x.T @ (y - p)
            bend += (x * p[:, None]).T @ x - np.outer(p @ x, p @ x)
        step = np.linalg.solve(bend, slope)
        w = w + step / max(1.0, float(np.abs(step).max(initial=0.0)))
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


def worth(articles: Sequence[Studied], apart: Callable[[int, Studied], Hashable]) -> dict[str, tuple[float, float]]:
    """By folder, events with roles F1 without the table and with one that never saw the articles that are kept apart together."""
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    group = [apart(n, article) for n, article in enumerate(articles)]
    for left_out in dict.fromkeys(group):
        choice = learned([a for a, g in zip(articles, group, strict=True) if g != left_out])
        for article in (a for a, g in zip(articles, group, strict=True) if g == left_out):
            chosen = [choice.likeliest([o.signals for o in a.options]) for a in article.asked]
            before[article.folder] = before.get(article.folder, 0) + article.settled + sum(a.right[0] for a in article.asked)
            gained = sum(a.right[n] for a, n in zip(article.asked, chosen, strict=True))
            after[article.folder] = after.get(article.folder, 0) + article.settled + gained
    size = {folder: sum(a.wanted + a.found for a in articles if a.folder == folder) for folder in before}
    total = sum(size.values())
    per = {folder: (2 * before[folder] / size[folder], 2 * after[folder] / size[folder]) for folder in before}
    return per | {"all": (2 * sum(before.values()) / total, 2 * sum(after.values()) / total)}


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of annotated articles")
    parser.add_argument("--news", type=Path, help="a folder of corpora: news annotated for development is learned from too")
    parser.add_argument("--table", type=Path, default=TABLE)
    options = parser.parse_args()
    equipment = Equipment()
    sources = [source for folder in options.folders for source in in_folder(folder, equipment)]
    sources += in_news(options.news, equipment) if options.news else ()
    articles = list(studied(sources, equipment))
    for label, apart in (("article", lambda n, _: n % FOLDS), ("folder", lambda _, a: a.folder)):
        print(f"events with roles F1, without and with a table that saw no {label} of the test")
        for folder, (without, with_it) in worth(articles, apart).items():
            print(f"  {folder:28} {without:.3f}  {with_it:.3f}")
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("signal", "weight", "source"))
        writer.writerows((name, f"{weight:.3f}", SOURCE) for name, weight in sorted(learned(articles).weights.items()))
    print(f"{options.table}: learned from {sum(len(a.asked) for a in articles)} acts in {len(articles)} articles")


if __name__ == "__main__":
    main()
