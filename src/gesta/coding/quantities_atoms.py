"""Atoms: the smallest pieces that numbers and dates are made of, however the words were split ("20-year", "155mm", "2022-09-13")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gesta.model import Run, Word

PIECE = re.compile(
    r"""
      [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])   # 1,500
    | [0-9]+(?=\.[0-9]+\.[0-9])                        # the day of 13.09.2022
    | (?<=[0-9]\.)[0-9]+(?=\.[0-9])                    # its month
    | [0-9]+\.[0-9]+(?![.0-9])                         # 1.5
    | [0-9]+
    | [^\W\d_]\.(?:[^\W\d_]\.?)+                       # a.m., U.S.
    | ['’][^\W\d_]+(?:[^\W\d_])*                       # 's
    | [^\W\d_]+(?:['’][^\W\d_]+)*                      # o'clock
    | \S
    """,
    re.VERBOSE,
)
ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*|[^\W\d]\S*\.[^\W\d]\S*/\S*")  # web and mail addresses: one atom, whatever numbers they hold
SIGNS = frozenset(",.:;!?()[]\"“”-/$%&'")  # each one atom, and written as it is
HYPHENS = "-‐‑‒–−"  # hyphen, its Unicode twins, figure and en dash, minus: one atom "-"


class Atom(NamedTuple):
    """A piece of one word: in lower case with a plain hyphen and apostrophe, the word's position, the place in the text, as written."""

    lower: str
    word: int
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """True when it is written with a capital."""
        return self.text[:1].isupper()


def atoms_of(words: Sequence[Word]) -> tuple[Atom, ...]:
    """The atoms of the words, in order; white space is none."""
    out: list[Atom] = []
    for position, word in enumerate(words):
        if word.text.isalpha() or word.text in SIGNS or ADDRESS.fullmatch(word.text):
            # By the tuple's own constructor, in half the time of the class's: most words are one atom.
            out.append(tuple.__new__(Atom, (word.lower, position, word.start, word.end, word.text)))
            continue
        for piece in PIECE.finditer(word.text):
            text = piece.group()
            lower = "-" if text in HYPHENS else text.lower().replace("’", "'")
            out.append(Atom(lower, position, word.start + piece.start(), word.start + piece.end(), text))
    return tuple(out)


def touching(atoms: Sequence[Atom], i: int) -> bool:
    """True when atom `i` follows the one before it without a gap."""
    return 0 < i < len(atoms) and atoms[i - 1].end == atoms[i].start


def run_of(words: Sequence[Word], atoms: Sequence[Atom], first: int, end: int) -> Run:
    """The words that hold atoms `first … end - 1`, counted as `Word.i` counts them."""
    return Run(words[atoms[first].word].i, words[atoms[end - 1].word].i + 1)


def phrase_at(atoms: Sequence[Atom], i: int, longest: int) -> tuple[tuple[str, ...], ...]:
    """The runs of forms that begin at atom `i`, the longest first."""
    return tuple(tuple(a.lower for a in atoms[i : i + size]) for size in range(min(longest, len(atoms) - i), 0, -1))


def phrase_before(atoms: Sequence[Atom], i: int, longest: int) -> tuple[tuple[str, ...], ...]:
    """The runs of forms that end before atom `i`, the longest first."""
    return tuple(tuple(a.lower for a in atoms[i - size : i]) for size in range(min(longest, i), 0, -1))
