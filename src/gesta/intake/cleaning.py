"""What intake changes in a text, and all that it changes: line ends, and characters that are no text. Both before any offset is taken.

CR LF, CR, vertical tab, form feed and NEL become a line feed. Every other control character of C0 and C1 (escape sequences of terminals
begin with one), DEL and lone surrogates become U+FFFD, one code point for one. Everything else stays: decomposed accents, emoji,
directional marks, odd spaces.
"""

from __future__ import annotations

import re

from gesta.model import Notice

REPLACEMENT = "\ufffd"
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def cleaned(text: str) -> tuple[str, int]:
    """The text with line feeds for line ends, and how many characters were replaced by U+FFFD."""
    return NO_TEXT.subn(REPLACEMENT, LINE_ENDS.sub("\n", text))


def controls(text: str) -> int:
    """How many characters of the text are no text."""
    return len(NO_TEXT.findall(text))


def replaced_notice(count: int) -> tuple[Notice, ...]:
    """What to tell the reader of the record about `count` replaced characters."""
    if not count:
        return ()
    return (
        Notice(code="replaced-characters", text=f"{count} control character{'s' if count > 1 else ''} of the input replaced by U+FFFD."),
    )
