"""Names of several words that the network reads as one: "Sri Lanka" and "Norway" are the same symbol, and parse alike."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from gesta.reading.decode import Decoded, Linked

#: How the words of a name hang from its last one.
INSIDE: Final = "compound"
#: The tag of a word inside a name whose last word has the other tag.
SINGULAR: Final = {"NNPS": "NNP", "NNS": "NN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Words with each name as one; `edges` holds the first of each one's own words, and the number of all at the end."""

    words: list[str]
    edges: list[int]


class LongNames:
    """The names to join, by their first word, longest first."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are words parted by single spaces; those of one word are left out."""
        self._by_first: Final[dict[str, list[tuple[str, ...]]]] = {}
        for words in sorted({tuple(name.split()) for name in names}, key=len, reverse=True):
            if len(words) > 1:
                self._by_first.setdefault(words[0], []).append(words)

    def joined(self, words: Sequence[str], openings: Container[int]) -> Joined:
        """The words, names joined by a space, as they are written; none runs over an opening word, which begins a line."""
        if self._by_first.keys().isdisjoint(words):
            return Joined(words=list(words), edges=list(range(len(words) + 1)))
        out, edges, place = [], [], 0
        while place < len(words):
            names = self._by_first.get(words[place], ())
            length = next((n for name in names if (n := self._fits(words, place, name, openings))), 1) if names else 1
            out.append(" ".join(words[place : place + length]))
            edges.append(place)
            place += length
        return Joined(words=out, edges=[*edges, len(words)])

    def _fits(self, words: Sequence[str], place: int, name: tuple[str, ...], openings: Container[int]) -> int:
        """The name's length where it stands there, else 0."""
        end = place + len(name)
        return len(name) if tuple(words[place:end]) == name and not any(w in openings for w in range(place + 1, end)) else 0


def spread(found: Decoded, edges: Sequence[int]) -> Decoded:
    """What was said of joined words, said of their own words; `edges` are those of the window, its own first word being 0.

    A name's last word takes the place of the whole; the words before it hang from it.
    """
    if len(edges) == edges[-1] + 1:
        return found
    lengths = [end - first for first, end in pairwise(edges)]
    last = [end - 1 for end in edges[1:]]
    heads, relations = [], []
    for k, length in enumerate(lengths):
        heads += [last[k]] * (length - 1) + [last[found.heads[k]]]
        relations += [INSIDE] * (length - 1) + [found.relations[k]]
    return replace(
        found,
        starts=[edges[k] for k in found.starts],
        upos=[tag for tag, n in zip(found.upos, lengths, strict=True) for _ in range(n)],
        xpos=[t for tag, n in zip(found.xpos, lengths, strict=True) for t in (*[SINGULAR.get(tag, tag)] * (n - 1), tag)],
        heads=heads,
        relations=relations,
        entities=[(edges[a], edges[b], label) for a, b, label in found.entities],
        sources=[_linked(each, edges) for each in found.sources],
        cues=[(edges[a], edges[b]) for a, b in found.cues],
        contents=[_linked(each, edges) for each in found.contents],
    )


def _linked(span: Linked, edges: Sequence[int]) -> Linked:
    return Linked(first=edges[span.first], end=edges[span.end], cue=None if span.cue is None else edges[span.cue])
