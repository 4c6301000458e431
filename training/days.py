"""The table of days: ``python training/days.py ../shared/gold/dev [--news DATA]`` (`training/choices.py`), after `training/eras.py`.

A time is right where the annotation's date is its beginning, or the year or month of it; no day, where the annotation has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from choices import Annotated, Asked, Studied, Subject, matched, write_table
from gesta.codebook.implied import DAYS, ERAS, load_choice
from gesta.coding.days import Days, is_undated
from gesta.coding.drafts import Draft
from gesta.coding.eras import Eras
from gesta.evaluate import Equipment


def studied(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Studied]:
    """What there is to learn of each article."""
    for article in matched(sources, equipment):
        Eras(article.coding.chronology, article.drafts).settle(article.drafts, load_choice(ERAS))
        days = Days(article.coding.chronology, article.drafts)
        told = [(article.drafts[n], wanted.date) for n, wanted in article.pairs.items()]
        asked = tuple(ask(days, d, date) for d, date in told if is_undated(d))
        own = ((d.time, date) for d, date in told if not is_undated(d))
        settled = sum(bool(date) and time is not None and (time.time.start or "").startswith(date) for time, date in own)
        yield article.studied(asked, settled, len(told), len(told))


def ask(days: Days, d: Draft, date: str) -> Asked:
    """An act without a time of its own, and its annotation."""
    options = tuple(days.options(d, days.times(d)))
    right = tuple((o.side or "").startswith(date) if date else o.side is None for o in options)
    story = next((n for n, o in enumerate(options) if "story" in o.signals), 0)
    return Asked(options=options, answers=tuple(n for n, good in enumerate(right) if good), right=right, untaught=story)


if __name__ == "__main__":
    write_table(
        Subject(studied=studied, items="days of acts", table=DAYS, source="learned on annotated articles, training/days.py", penalty=4.0)
    )
