"""A first look at a text, by its words alone: whether it may tell of a political event, or can be spared the reading."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import StringIO
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Final

from gesta.reading.names import read_forms

MODEL: Final = Path(__file__).parent / "model"
#: Words that are weighed together: a report is as political as its most political passage.
PASSAGE: Final = 60
#: The score up to which a text is spared: where either answer is as likely, of as many passages of the one kind as of the other.
FLOOR: Final = 0.0
STATE, NUMBER, BIAS = "@", "#", ""
_WORD: Final = re.compile(r"[^\W\d_]+|\d[\d,.]*")


class FirstPass:
    """Weights of words and of pairs of neighbours; a state's name, capital or people is one word, whichever it is, and so is a number."""

    def __init__(self, weights: Mapping[str, float], states: frozenset[str]) -> None:
        self._weights = dict(weights)
        self._states = states

    def score(self, text: str) -> float:
        """The score of the text's most political passage; minus infinity for a text without words."""
        return max((self.passage(words) for words in passages(text, self._states)), default=float("-inf"))

    def passage(self, words: list[str]) -> float:
        """The score of one passage: the weights of what is known in it, so that a long one weighs no more by its length alone."""
        known = [self._weights[f] for f in features(words) if f in self._weights]
        return sum(sorted(known)) / sqrt(len(known) or 1) + self._weights.get(BIAS, 0.0)

    def spares(self, text: str) -> bool:
        """True for a text that tells of no political event, as far as its words show."""
        return self.score(text) <= FLOOR


def passages(text: str, states: frozenset[str]) -> Iterator[list[str]]:
    """The words of a text in runs of at most 60; short paragraphs stand together."""
    run: list[str] = []
    for paragraph in text.split("\n"):
        words = list(spelt(paragraph, states))
        if run and len(run) + len(words) > PASSAGE:
            yield run
            run = []
        while len(words) > PASSAGE:
            yield words[:PASSAGE]
            words = words[PASSAGE:]
        run += words
    if run:
        yield run


def spelt(text: str, states: frozenset[str]) -> Iterator[str]:
    """The words in small letters, states and numbers as their signs."""
    for match in _WORD.finditer(text):
        word = match.group().lower()
        yield NUMBER if word[0].isdigit() else STATE if word in states else word


def features(words: list[str]) -> set[str]:
    """What is weighed of a passage: its words, pairs of neighbours, and whether several states stand in it."""
    found = {*words, *(f"{a} {b}" for a, b in pairwise(words))}
    if words.count(STATE) > 1:
        found.add(STATE * 2)
    return found


@cache
def state_names() -> frozenset[str]:
    """The names of states, their capitals and peoples, in small letters."""
    return frozenset(form.lower() for form in read_forms((MODEL / "nationalities.csv").read_text("utf-8")))


@cache
def shipped() -> FirstPass:
    """The shipped weights (`training/train_first_pass.py` made them), loaded once."""
    table = gzip.decompress((MODEL / "first_pass.csv.gz").read_bytes()).decode("utf-8")
    return FirstPass({row[0]: float(row[1]) for row in csv.reader(StringIO(table))}, state_names())
