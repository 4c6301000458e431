"""The outlets that the codebook registers, as intake asks for them."""

from __future__ import annotations

from functools import lru_cache

from gesta.codebook.registers import Registers
from gesta.intake.newsnames import NewsNames


@lru_cache(maxsize=1)
def registered() -> NewsNames:
    """The shipped register's outlets, and the names and adjectives of its countries. Loaded once."""
    return names_of(Registers.load())


def names_of(registers: Registers) -> NewsNames:
    """The outlets of these registers, and the names and adjectives of their countries."""
    return NewsNames(
        spellings={spelling: row.name for row in registers.outlets.values() for spelling in (row.name, *row.also, row.code)},
        at_host=lambda host: row.name if (row := registers.outlet_by_domain(host)) else None,
        adjectives=frozenset(
            word
            for row in registers.countries.values()
            for word in (row.name, *row.also, *row.adjectives, *row.demonyms_singular, *row.demonyms_plural)
        ),
    )
