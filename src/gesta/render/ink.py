"""Styled text for a terminal: pieces, wrapping by display width, tables, and painting with SGR codes or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gesta.render.visible import column, columns, terminal_text

SGR = {
    "": "", "bold": "1", "dim": "2", "under": "4", "italic": "3", "event": "36", "figure": "33", "warn": "1;35", "rule": "2",
    "under event": "4;36", "under figure": "4;33", "under dim": "2;4",
}  # fmt: skip
RESET = "\x1b[0m"
RULE = " │ "


class Piece(NamedTuple):
    """Text in one style (a key of SGR). Pieces without a blank between them are one word."""

    text: str
    style: str = ""


Line = list[Piece]


def visible_piece(text: str, style: str = "") -> Piece:
    """Foreign text as a piece: control characters shown, every run of white space one blank."""
    return Piece(" ".join(terminal_text(text).split()), style)


def foreign(text: str, style: str = "") -> Piece:
    """As `visible_piece`, with a blank kept at either end where the text has one."""
    inner = visible_piece(text, style)
    return Piece(" " * text[:1].isspace() + inner.text + " " * (text[-1:].isspace() and bool(inner.text)), style)


def tokens(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Words, each as the pieces it is made of; blanks between words are dropped."""
    word: list[Piece] = []
    for text, style in pieces:
        for i, part in enumerate(text.split(" ")):
            if i and word:
                yield word
                word = []
            if part:
                word.append(Piece(part, style))
    if word:
        yield word


def broken(word: Line, width: int) -> Iterator[Line]:
    """A word cut so that no part is wider than `width` columns."""
    part: Line = []
    used = 0
    for text, style in word:
        for char in text:
            if used + column(char) > width and part:
                yield part
                part, used = [], 0
            used += column(char)
            if part and part[-1].style == style:
                part[-1] = Piece(part[-1].text + char, style)
            else:
                part.append(Piece(char, style))
    yield part


def wrap(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Lines of at most `width` columns (at least 1); one empty line for no text."""
    width = max(2, width)
    lines: list[Line] = [[]]
    used = 0
    for token in tokens(pieces):
        for n, word in enumerate(broken(token, width)):
            size = breadth(word)
            if lines[-1] and not n and used + 1 + size <= width:
                lines[-1].append(Piece(" ", lines[-1][-1].style if lines[-1][-1].style == word[0].style else ""))
                lines[-1] += word
                used += 1 + size
            elif lines[-1]:
                lines.append(list(word))
                used = size
            else:
                lines[-1] += word
                used = size
    return lines


def breadth(line: Iterable[Piece]) -> int:
    """The columns that a line takes."""
    return sum(columns(piece.text) for piece in line)


def indented(lines: Iterable[Line], first: str, rest: str) -> list[Line]:
    """Lines with `first` before the first and `rest` before the others."""
    return [[Piece(rest if i else first), *line] for i, line in enumerate(lines)]


def paint(lines: Iterable[Line], colour: bool) -> str:
    """The lines as text, each ended by a newline and without blanks at its end; SGR codes only where `colour`, each closed on its line."""
    return "".join("".join(painted(piece, colour) for piece in trimmed(merged(line))) + "\n" for line in lines)


def painted(piece: Piece, colour: bool) -> str:
    """The piece with its SGR codes around it."""
    return f"\x1b[{SGR[piece.style]}m{piece.text}{RESET}" if colour and SGR[piece.style] else piece.text


def trimmed(line: Line) -> Line:
    """The line without empty pieces and without blanks at its end."""
    out = [piece for piece in line if piece.text]
    while out and (text := out[-1].text.rstrip(" ")) != out[-1].text:
        out[-1:] = [Piece(text, out[-1].style)] if text else []
    return out


def merged(line: Line) -> Line:
    """The line with neighbours of one style made one."""
    out: Line = []
    for piece in line:
        if out and out[-1].style == piece.style:
            out[-1] = Piece(out[-1].text + piece.text, piece.style)
        else:
            out.append(piece)
    return out


def shares(natural: Sequence[int], room: int, least: int) -> list[int] | None:
    """Column widths that fit into `room`: narrow ones as they need, the others equal parts of the rest; None if that is below `least`."""
    widths = [0] * len(natural)
    left = sorted(range(len(natural)), key=lambda i: natural[i])
    while left:
        part = room // len(left)
        i = left.pop(0)
        widths[i] = min(natural[i], part)
        if widths[i] < min(natural[i], least):
            return None
        room -= widths[i]
    return widths


def grid(rows: Sequence[Sequence[Sequence[Line]]], widths: Sequence[int]) -> list[list[Line]]:
    """Rows of cells (each a list of paragraphs) as lines: cells wrapped to their widths, side by side, a rule between them."""
    out = []
    for cells in rows:
        blocks = [[line for para in cell for line in wrap(para, width)] for cell, width in zip(cells, widths, strict=True)]
        out.append([beside(blocks, widths, i) for i in range(max(map(len, blocks)))])
    return out


def beside(blocks: Sequence[Sequence[Line]], widths: Sequence[int], i: int) -> Line:
    """Line `i` of each block, padded to its width."""
    line: Line = []
    for n, (block, width) in enumerate(zip(blocks, widths, strict=True)):
        cell = block[i] if i < len(block) else []
        line += [*([Piece(RULE, "rule")] if n else []), *cell, Piece(" " * (width - breadth(cell)))]
    return line


def under(widths: Sequence[int], line: str = "─", cross: str = "┼") -> Line:
    """A rule below a row of a grid."""
    return [Piece(f"{line}{cross}{line}".join(line * width for width in widths), "rule")]
