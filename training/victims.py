"""The table of whose losses a figure counts: ``python training/victims.py ../shared/gold/dev [--news DATA]`` (`training/choices.py`).

An option is right where it is the side that the annotation of the figure names; nobody's, where it names none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from choices import Annotated, Asked, Studied, Subject, write_table
from gesta.codebook.implied import VICTIMS, Choice
from gesta.coding.assemble import Coding, code_article
from gesta.coding.implied import Option
from gesta.coding.losses import Loss
from gesta.coding.parties import Party
from gesta.coding.tolls import Toll
from gesta.coding.victims import Bereaved
from gesta.evaluate import Equipment
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_figures import figure_pairs, same_claim
from gesta.evaluate.gold_items import Toll as Counted
from gesta.evaluate.gold_items import of_gold, of_report
from gesta.model import Era


class Noting(Bereaved):
    """Leaves every loss as the rules have it, and notes of each figure the options where its side is open."""

    noted: list[tuple[Option, ...]]

    def settle(self, toll: Toll, loss: Loss, era: Era, speakers: Collection[Party], before: Loss | None, choice: Choice) -> Loss:
        """The loss with the side that words name, as it was given where they name none."""
        self.noted.append(())
        return super().settle(toll, loss, era, speakers, before, choice)

    def weighed(self, options: list[Option], choice: Choice) -> str | None:
        """The side that the rules have it at."""
        self.noted[-1] = tuple(options)
        return next((option.side for option in options if "rule" in option.signals), None)


def studied(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Studied]:
    """What there is to learn of each article whose figures are annotated."""
    pipeline = equipment.pipeline
    pipeline.load()
    for source in sources:
        if "figures" not in source.annotation:
            continue
        reading = next(iter(pipeline.reader.read([source.article])))
        report = code_article(source.article, reading, pipeline.codebook, pipeline.made)
        coding = Coding(source.article, reading, pipeline.codebook)
        coding.statements(), coding.places()
        drafts = coding.drafts()
        noting: Any = None
        if coding.bereaved is not None:
            noting = coding.bereaved = Noting(coding.bereaved.company, drafts)
            noting.noted = []
        figures, _ = coding.figures(Choice(weights={}))
        yield of_article(source, of_report(replace(report, figures=figures)).figures, noting.noted if noting is not None else [])


def of_article(source: Annotated, found: tuple[Counted, ...], noted: list[tuple[Option, ...]]) -> Studied:
    """Figures matched with the annotated ones, those that are open with their options."""
    gold, spellings = of_gold(source.annotation, source.article.text).figures, source.spellings
    pairs = [(gold[i], found[j], noted[j]) for i, j in figure_pairs(gold, found) if gold[i].numbers == found[j].numbers]
    return Studied(
        folder=source.folder,
        name=source.name,
        asked=tuple(ask(options, wanted, told, spellings) for wanted, told, options in pairs if options),
        settled=sum(same_claim(wanted, told, spellings) for wanted, told, options in pairs if not options),
        wanted=len(gold),
        found=len(found),
    )


def ask(options: tuple[Option, ...], wanted: Counted, told: Counted, spellings: Spellings) -> Asked:
    """A figure whose side is open, and its annotation."""
    meant = [spellings.meant(code) for code in wanted.code]
    named = tuple(n for n, o in enumerate(options) if o.side is not None and any(spellings.meant(o.side) & codes for codes in meant))
    claimed = spellings.same(wanted.said_by, told.said_by)
    right = tuple(claimed and spellings.same(wanted.code, (o.side,) if o.side is not None else ()) for o in options)
    ruled = next((n for n, o in enumerate(options) if "rule" in o.signals), 0)
    return Asked(options=options, answers=named if meant else (0,), right=right, untaught=ruled)


if __name__ == "__main__":
    write_table(
        Subject(
            studied=studied,
            items="figures with side and claimant",
            table=VICTIMS,
            source="learned on annotated articles, training/victims.py",
            penalty=4.0,
        )
    )
