"""One window of words as the rows that the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from gesta.reading.names import Names
from gesta.reading.remembered import Remembered
from gesta.reading.wordpieces import SHAPES, WordPieces, shape_of

_TITLE: Final = SHAPES.index("title")
_PUNCTUATION: Final = SHAPES.index("punctuation")
Rows = tuple[tuple[int, ...], tuple[int, ...], bool]
"""A word's pieces, the shape of each, and whether it is replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowInput:
    """Rows of one window: pieces with [CLS] and [SEP]; each word's first and last piece; shapes of pieces and words."""

    pieces: list[int]
    piece_shapes: list[int]
    first: list[int]
    last: list[int]
    word_shapes: list[int]


class InputMaker:
    """Turns windows of words into rows, with the same rules in training and at run time."""

    def __init__(self, pieces: WordPieces, names: Names) -> None:
        self.pieces: Final = pieces
        self.names: Final = names
        #: The number of a word's word-pieces.
        self.counts: Final[Remembered[str, int]] = Remembered(lambda word: len(pieces(word)))
        self._seen: Final = {hide: Remembered(partial(self._rows, hide_names=hide)) for hide in (False, True)}

    def _rows(self, word: str, *, hide_names: bool) -> Rows:
        """Rows of a word that does not open its window. A replaced word is one piece with the shape ``title``."""
        own, shape = self.pieces(word), shape_of(word)
        special = self.names.special(word, len(own), hide_names=hide_names)
        if special is not None:
            own, shape = (self.pieces.size + special,), _TITLE
        return own, (shape,) * len(own), special is not None

    def __call__(self, words: Sequence[str], *, hide_names: bool) -> WindowInput:
        """Rows of one window."""
        seen = self._seen[hide_names]
        pieces = [self.pieces.start]
        shapes = [_PUNCTUATION]
        first: list[int] = []
        last: list[int] = []
        word_shapes: list[int] = []
        for word in words:
            own, own_shapes, _ = seen[word]
            first.append(len(pieces))
            pieces += own
            last.append(len(pieces) - 1)
            shapes += own_shapes
            word_shapes.append(own_shapes[0])
        if words and not seen[words[0]][2]:
            word_shapes[0] = shape_of(words[0], first=True)
            shapes[1 : first[0] + len(seen[words[0]][0])] = [word_shapes[0]] * len(seen[words[0]][0])
        pieces.append(self.pieces.end)
        shapes.append(_PUNCTUATION)
        return WindowInput(pieces=pieces, piece_shapes=shapes, first=first, last=last, word_shapes=word_shapes)
