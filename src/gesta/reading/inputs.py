"""One window of words as the rows that the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gesta.reading.names import Names
from gesta.reading.remembered import Remembered
from gesta.reading.wordpieces import SHAPES, WordPieces, shape_of

_TITLE: Final = SHAPES.index("title")
_PUNCTUATION: Final = SHAPES.index("punctuation")


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
        self._shapes: Remembered[str, int] = Remembered(shape_of)

    def __call__(self, words: Sequence[str], *, hide_names: bool) -> WindowInput:
        """Rows of one window. A replaced word is one piece with the shape ``title``."""
        pieces = [self.pieces.start]
        shapes = [_PUNCTUATION]
        first: list[int] = []
        last: list[int] = []
        word_shapes: list[int] = []
        for index, word in enumerate(words):
            own = self.pieces(word)
            special = self.names.special(word, len(own), hide_names=hide_names)
            shape = self._shapes[word] if index else shape_of(word, first=True)
            if special is not None:
                own, shape = (self.pieces.size + special,), _TITLE
            first.append(len(pieces))
            pieces.extend(own)
            last.append(len(pieces) - 1)
            shapes.extend([shape] * len(own))
            word_shapes.append(shape)
        pieces.append(self.pieces.end)
        shapes.append(_PUNCTUATION)
        return WindowInput(pieces=pieces, piece_shapes=shapes, first=first, last=last, word_shapes=word_shapes)
