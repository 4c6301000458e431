"""Names that the network does not see: countries, demonyms and capitals become symbols, so that swapping two parties moves no tag."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from gesta.codebook.register_rows import Country

SPECIALS: Final = ("COUNTRY", "DEMONYM", "DEMONYM_PLURAL", "CAPITAL", "NAME")
"""The special rows that follow the vocabulary in the embedding table."""

COUNTRY, DEMONYM, DEMONYM_PLURAL, CAPITAL, NAME = range(len(SPECIALS))

_COLUMNS: Final = (("name", COUNTRY), ("capital", CAPITAL), ("demonyms", DEMONYM), ("plurals", DEMONYM_PLURAL))


def read_forms(table: str) -> dict[str, int]:
    """Exact written form -> class, from the CSV table of nationalities; cells hold alternatives split by ``|``.

    Every form counts as written and in capitals. Where a form has two classes the later column of name, capital,
    demonyms, plurals gives way to the earlier (Luxembourg and Singapore are countries first).
    """
    forms: dict[str, int] = {}
    for row in csv.DictReader(StringIO(table)):
        for column, kind in _COLUMNS:
            for form in filter(None, row[column].split("|")):
                forms.setdefault(form, kind)
                forms.setdefault(form.upper(), kind)
    return forms


def forms_of(states: Iterable[Country]) -> dict[str, int]:
    """Exact written form -> class, of the names, adjectives, demonyms and capitals of states, those of several words too.

    Left out are abbreviations, and names that may be more than one or less than a name: with "and", a comma, an article, a word in
    small letters first or last ("Serbia and Montenegro", "Palestinian territories").
    """
    forms: dict[str, int] = {}
    for state in states:
        for kind, names in (
            (COUNTRY, (state.name, *state.also)),
            (CAPITAL, state.capital),
            (DEMONYM, (*state.adjectives, *state.demonyms_singular)),
            (DEMONYM_PLURAL, state.demonyms_plural),
        ):
            for name in names:
                if is_whole(name.split()):
                    forms.setdefault(name, kind)
                    forms.setdefault(name.upper(), kind)
    return forms


def is_whole(words: Sequence[str]) -> bool:
    """True for a name, not abbreviated, whose words stand together for one thing alone."""
    return is_title(words[0]) and is_title(words[-1]) and words[0] != "The" and not any(w == "and" or "," in w for w in words)


class Names:
    """Which words are replaced by a special row: always by ``forms``, and, where asked for, unknown capitalised words by NAME."""

    def __init__(self, forms: dict[str, int], lexicon: Iterable[str]) -> None:
        self.forms: Final = forms
        self.lexicon: Final = frozenset(lexicon)

    def also_knowing(self, forms: Mapping[str, int]) -> Names:
        """These names and further forms; what was known keeps its class."""
        return Names({**forms, **self.forms}, self.lexicon)

    def special(self, word: str, pieces: int, *, hide_names: bool) -> int | None:
        """Row of ``SPECIALS`` for the word, or None where it stays as it is; ``pieces`` is the number of its word-pieces."""
        kind = self.forms.get(word)
        if kind is None and hide_names and pieces > 1 and is_title(word) and word.lower() not in self.lexicon:
            return NAME
        return kind

    def specials(self, words: Sequence[str], pieces: Sequence[int], *, hide_names: bool) -> Iterator[int | None]:
        """``special`` for each word of a window, in order."""
        return (self.special(word, count, hide_names=hide_names) for word, count in zip(words, pieces, strict=True))


def is_title(word: str) -> bool:
    """True for words that open with a capital and are not all capitals: Donetsk, al-free McDonald, but neither NATO nor A."""
    return word[:1].isupper() and word != word.upper()
