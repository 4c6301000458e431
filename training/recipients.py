"""The table of implied recipients: ``python training/recipients.py ../shared/gold/dev [--news DATA]`` (`training/choices.py`).

An option is right where the annotation names that side as recipient; nobody, where it names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from choices import Annotated, Asked, Studied, Subject, matched, write_table
from gesta.codebook.implied import RECIPIENTS
from gesta.coding.implied import Company, Option, is_open
from gesta.evaluate import Equipment
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Deed


def studied(sources: Iterable[Annotated], equipment: Equipment) -> Iterator[Studied]:
    """What there is to learn of each article."""
    for article in matched(sources, equipment):
        company, spellings = Company(article.drafting, article.drafts), article.source.spellings
        opened = {n: tuple(company.options(d)) for n, d in enumerate(article.drafts) if is_open(d)}
        pairs, told = article.pairs, article.told
        asked = tuple(ask(opened[n], wanted, told[n], spellings) for n, wanted in pairs.items() if n in opened)
        settled = sum(spellings.agree(wanted.roles, told[n].roles) for n, wanted in pairs.items() if n not in opened)
        yield article.studied(asked, settled, len(article.gold), len(pairs) + len(article.beyond))


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
