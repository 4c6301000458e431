"""The table of eras: ``python training/eras.py ../shared/gold/dev [--news DATA]`` (`training/choices.py`).

Background is right where the annotation of the act says so. Reports without a day of publication teach nothing here: how long ago
their acts were is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from choices import Annotated, Asked, Studied, Subject, matched, write_table
from gesta.codebook.implied import ERAS
from gesta.coding.eras import Eras
from gesta.coding.implied import Option
from gesta.evaluate import Equipment
from gesta.model import Era


def studied(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Studied]:
    """What there is to learn of each article."""
    for article in matched((source for source in sources if source.article.day is not None), equipment):
        eras = Eras(article.coding.chronology, article.drafts)
        told = [(eras.signals(d := article.drafts[n]), wanted.era, d.era) for n, wanted in article.pairs.items()]
        asked = tuple(ask(signals, wanted, ruled) for signals, wanted, ruled in told if signals is not None)
        settled = sum(wanted == ruled for signals, wanted, ruled in told if signals is None)
        yield article.studied(asked, settled, len(told), len(told))


def ask(signals: dict[str, float], wanted: Era, ruled: Era) -> Asked:
    """An act and its annotation."""
    options = (Option(side=None, signals={}), Option(side="background", signals=signals))
    old = int(wanted == "background")
    return Asked(options=options, answers=(old,), right=(not old, bool(old)), untaught=int(ruled == "background"))


if __name__ == "__main__":
    write_table(
        Subject(studied=studied, items="eras of acts", table=ERAS, source="learned on annotated articles, training/eras.py", penalty=3.0)
    )
