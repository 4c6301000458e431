"""Registered names as sequences of pieces, so that hyphens, apostrophes, full stops and accents do not matter but capitals do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Item = TypeVar("Item")

# Hyphens, dashes and apostrophes, straight and curly: they join or split words, and never make a name another.
JOINTS = frozenset("-‐‑‒–—−'’‘ʼʻ`´")
PIECE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?|\S")
# Abbreviations that are English words too: in a headline set in capitals they are taken for the word.
ALSO_WORDS = frozenset({"AS", "IS", "US", "WHO", "IT", "AM", "PA", "ARE", "AN"})
# Pieces this short ("al", "el", "of") may be written with or without a capital.
SHORT = 3


def plain(text: str) -> str:
    """The text without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def pieces(text: str) -> tuple[str, ...]:
    """Runs of letters and digits, without accents, and without the full stops of abbreviations; other signs alone; joints not at all."""
    return tuple(p.replace(".", "") or p for p in PIECE.findall(plain(text)) if p not in JOINTS)


@lru_cache(maxsize=1 << 16)
def opening(text: str) -> str:
    """The first piece in lower case; empty where there is none."""
    return next(iter(pieces(text)), "").casefold()


def key_of(name: str) -> tuple[str, ...]:
    """What a name is looked up by: its pieces in lower case, without a leading "the"."""
    folded = tuple(p.casefold() for p in pieces(name))
    return folded[1:] if len(folded) > 1 and folded[0] == "the" else folded


def fits_case(registered: Sequence[str], written: Sequence[str]) -> bool:
    """True when the capitals of a registered name stand in the text too: abbreviations throughout, words at their first letter."""
    if not all(map(fits_piece, registered, written)):
        return False
    return any(c.isupper() for found in written for c in found) or not any(c.isupper() for known in registered for c in known)


def fits_piece(known: str, found: str) -> bool:
    """True for an abbreviation in capitals, and a word with those that it is registered with."""
    if len(known) > 1 and known.isupper():
        return found == known
    return len(known) <= SHORT or not known[:1].isupper() or found[:1].isupper()


def is_shouted(words: Sequence[str], start: int, end: int) -> bool:
    """True when an abbreviation that is an English word stands between words in capitals."""
    near = [w for i in (start - 1, end) if 0 <= i < len(words) and len(w := words[i]) > 1 and w.isalpha()]
    return "".join(pieces(words[start])) in ALSO_WORDS and end == start + 1 and bool(near) and all(w.isupper() for w in near)


# What may end a name inside a word of the reading: "U.S.-led" is one word.
DASHES = ("-", "–", "‑")


class NameIndex(Generic[Item]):
    """Names to what they name; of two that are the same, the one added first."""

    def __init__(self) -> None:
        """Without names. `longest` has the number of pieces of the longest name by its first, `small` the firsts that need no capital."""
        self.names: dict[tuple[str, ...], list[tuple[tuple[str, ...], Item]]] = {}
        self.longest: dict[str, int] = {}
        self.small: set[str] = set()

    def add(self, name: str, item: Item) -> None:
        """Registers a name; one without a letter or digit is refused with ValueError."""
        key = key_of(name)
        if not key:
            raise ValueError(f"{name!r} is no name")
        registered = pieces(name)[-len(key) :]
        self.names.setdefault(key, []).append((registered, item))
        self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))
        if fits_piece(registered[0], key[0]):
            self.small.add(key[0])

    def beginnings(self, words: Sequence[str]) -> list[int]:
        """The words at which a name may begin, in order: at all others `match` finds nothing."""
        longest, small = self.longest, self.small
        return [i for i, first in enumerate(map(opening, words)) if first in longest and (first in small or not words[i].islower())]

    def match(self, words: Sequence[str], start: int) -> tuple[Item, int] | None:
        """What the longest name that begins with word `start` names, and how many words it has; None when no name begins there."""
        limit = self.longest.get(opening(words[start]), 0)
        best: tuple[Item, int] | None = None
        written: list[str] = []
        folded: list[str] = []
        for place in range(start, len(words)):
            if len(written) >= limit:
                break
            inside = pieces(words[place])
            parted = len(inside) > 1 and any(dash in words[place] for dash in DASHES)
            for n, piece in enumerate(inside, 1):
                if len(written) >= limit:
                    break
                written.append(piece)
                folded.append(piece.casefold())
                if not parted and n < len(inside):
                    continue
                for registered, item in self.names.get(tuple(folded), ()):
                    if fits_case(registered, written) and not is_shouted(words, start, place + 1):
                        best = item, place + 1 - start
                        break
        return best
