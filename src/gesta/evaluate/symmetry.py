"""Symmetry: an article and its mirror image must give mirrored records, for every article that names two states.

Items are compared by paragraph and by all that is coded of them: type, mode, sides, claimant, factuality, era; effect, numbers, victims;
stance. The share is that of items which both records have among all that either has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold import FOLDERS
from gesta.evaluate.mirror import Mirror, mirror_of, mirror_world, rows_of, swapper
from gesta.evaluate.task import Measure, Miss, Scored, Task
from gesta.model import Article, Report, Span

LAYERS: Final = ("figures", "events", "statements")
ALONE: Final = ", names alone"
Items = dict[str, Counter[tuple[object, ...]]]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article that names two states."""
    files = sorted(path for folder in paths for path in folder.glob("*.txt"))
    rows, book = rows_of(), equipment.pipeline.codebook
    for path, report in zip(files, equipment.files(files), strict=True):
        mirror = mirror_of(f"{report.article.title or ''}\n{report.article.text}", book.registers, rows)
        if mirror is None:
            continue
        (turned,) = equipment.pipeline.on(mirror_world(book, mirror)).code([image(report.article, mirror.names)])
        counts, misses = compared(path.stem, report, turned, mirror, "")
        if mirror.others:
            (turned,) = equipment.pipeline.code([image(report.article, (*mirror.others, *mirror.names))])
            alone = compared(path.stem, report, turned, mirror, ALONE)
            counts, misses = counts + alone[0], [*misses, *alone[1]]
        yield Scored(document=path.stem, counts=counts, misses=tuple(misses))


def image(article: Article, names: Sequence[tuple[str, str]]) -> Article:
    """The article with the two states' names swapped; dateline and credit lines move with their words."""
    swap, text = swapper(names), article.text

    def moved(span: Span) -> Span:
        return Span(len(swap(text[: span.start])), len(swap(text[: span.end])))

    return replace(
        article,
        text=swap(text),
        title=swap(article.title) if article.title else None,
        dateline=moved(article.dateline) if article.dateline else None,
        credit_lines=tuple(map(moved, article.credit_lines)),
    )


def compared(document: str, report: Report, turned: Report, mirror: Mirror, suffix: str) -> tuple[Counter[str], list[Miss]]:
    """Shares of one article, and every item that only one of the two records has."""
    plain, back = items(report, str), items(turned, mirror.code())
    counts: Counter[str] = Counter()
    misses = []
    for layer in LAYERS:
        counts[f"{layer}{suffix} right"] = (plain[layer] & back[layer]).total()
        counts[f"{layer}{suffix} of"] = (plain[layer] | back[layer]).total()
        for name, only, of in (("plain", plain[layer] - back[layer], report), ("mirror", back[layer] - plain[layer], turned)):
            misses += [miss(document, f"{name} only, {layer}{suffix}", item, of) for item in sorted(only.elements(), key=repr)]
    return counts, misses


def miss(document: str, what: str, item: tuple[object, ...], report: Report) -> Miss:
    """An item of one record alone, with the paragraph that it is from."""
    lines = report.article.text.split("\n")
    return Miss(document=document, what=f"{what}: {' '.join(map(str, item[1:]))}", text=lines[item[0]] if isinstance(item[0], int) else "")


def items(report: Report, mirrored: Callable[[str], str]) -> Items:
    """Each layer as a multiset of what is coded: paragraph and facts, no words."""
    actors = {actor.id: mirrored(actor.code or "-") for actor in report.actors}
    statements = {statement.id: statement for statement in report.statements}
    text = report.article.text

    def who(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(actors.get(i, "-") for i in ids))

    def said(ids: Sequence[str]) -> tuple[str, ...]:
        return who(source for i in ids if i in statements for source in statements[i].sources)

    def line(span: Span) -> int:
        return text.count("\n", 0, span.start)

    return {
        "events": Counter(
            (line(e.evidence), e.type, e.mode, who(e.actors), who(e.recipients), said(e.statements), e.factuality, e.era)
            for e in report.events
        ),
        "figures": Counter(
            (line(f.evidence), f.effect, f.low, f.best, f.high, mirrored(f.victims.code or "-"), f.victims.who, said(f.statements), f.era)
            for f in report.figures
        ),
        "statements": Counter((line(s.content[0]), who(s.sources), s.stance, s.quoted) for s in report.statements if s.content),
    }


TASK: Final = Task(
    name="symmetry",
    about="records of articles and of their mirror images, the two states' names swapped",
    corpus=FOLDERS,
    measures=tuple(
        Measure(name=f"{layer} that swap{suffix}", key=layer + suffix, kind="share", wanted=0.99 if layer == "figures" else 0.97)
        for suffix in ("", ALONE)
        for layer in LAYERS
    ),
    score=score,
)
