"""The table of implied recipients: ``python training/recipients.py ../shared/gold/dev [--news DATA]`` (`training/choices.py`).

An option is right where the annotation names that side as recipient; nobody, where it names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from choices import Annotated, Asked, Studied, Subject, write_table
from gesta.codebook.implied import RECIPIENTS
from gesta.coding.assemble import Coding, code_article
from gesta.coding.implied import Company, Option, is_open
from gesta.evaluate import Equipment
from gesta.evaluate.calibration import told_events
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Deed, of_gold, of_report
from gesta.model import Report


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


if __name__ == "__main__":
    write_table(
        Subject(
            studied=studied,
            items="events with roles",
            table=RECIPIENTS,
            source="learned on annotated articles, training/recipients.py",
            penalty=1.5,
        )
    )
