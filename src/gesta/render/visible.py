"""Characters that a screen would obey instead of show, made visible; and how many columns of a terminal a text takes."""

from __future__ import annotations

import unicodedata

REPLACEMENT = 0xFFFD
CONTROLS = {c: 0x2400 + c for c in range(32) if chr(c) not in "\t\n\r"} | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), REPLACEMENT)
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
# Embeddings, overrides and isolates can show a line in another order than it was written (Unicode Technical Report 36, 2.4).
REORDERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], REPLACEMENT)
BREAKS = {0x0D: 0x240D, 0x2028: 0x2424, 0x2029: 0x2424}
ON_PAGE = CONTROLS | SURROGATES
IN_LABELS = ON_PAGE | REORDERING
ON_TERMINAL = IN_LABELS | BREAKS


def page_text(text: str) -> str:
    """`text`, code point for code point, with control pictures for controls but tab and line ends; lone surrogates become U+FFFD."""
    return text.translate(ON_PAGE)


def label_text(text: str) -> str:
    """As `page_text`, and what reorders a line becomes visible too: for names and other foreign words that stand in one line with ours."""
    return text.translate(IN_LABELS)


def terminal_text(text: str) -> str:
    """As `label_text`, and what breaks a terminal's line becomes visible too; CR LF is a newline."""
    return text.replace("\r\n", "\n").translate(ON_TERMINAL)


def columns(text: str) -> int:
    """The columns that a terminal gives to `text`: 2 for wide and full-width characters, 0 for marks and format characters, else 1."""
    return len(text) if text.isascii() else sum(map(column, text))


def column(char: str) -> int:
    """The columns of one character."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
