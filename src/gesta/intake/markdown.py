"""Markdown to plain text: the words stay as they are, the marks go. One pass, linear in the length of the text.

Gone: link targets, images, emphasis, heading marks, quotation marks of block quotes, thematic breaks, link definitions, backslash
escapes, character references. Kept: `[brackets]` that are no link, list markers and numbers (a dash may be the dash of speech), code,
tables, HTML, single line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*)")
CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|^)#+[ \t]*$")
QUOTE = re.compile(r"(?: {0,3}> ?)++")
BREAK = re.compile(r" {0,3}([-*_])(?:[ \t]*+\1){2,}[ \t]*")
UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*")
DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]\n]{1,200})\]:[ \t]+(?:<[^<>\n]*>|\S+)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"
)
TARGET = r"\([ \t]*+(?:<[^<>\n]*+>|(?:[^\s()<]++|\([^\s()]*+\))*+)(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\))[ \t]*+)?\)"
TOKEN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<open>!?\[)|\](?:(?P<target>{TARGET})|\[(?P<label>[^\[\]\n]{{0,200}})\])?|(?P<marks>\*+|_+|~~)"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]{1,2000})>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)

LONGEST_LABEL = 200
MOST_MARKS = 3


def plain_text(source: str) -> tuple[str | None, str]:
    """The top-level heading that the document begins with (or None), and the text after it, paragraphs kept apart by one blank line."""
    lines, definitions = without_definitions(source)
    paragraphs: list[str] = []
    title: str | None = None
    for level, block in blocks(lines):
        words = inline("\n".join(block), definitions)
        if level == 1 and title is None and not paragraphs:
            title = " ".join(words.split()) or None
        elif words.strip():
            paragraphs.append(words.strip("\n"))
    return title, "\n\n".join(paragraphs)


def titled(source: str, title: str | None) -> tuple[str | None, str]:
    """Title and text of a Markdown body. A top-level heading at its beginning is the title when none is given.

    One that differs from the given title stays in the text.
    """
    heading, text = plain_text(source)
    if heading is None or title is None:
        return title or heading, text
    return title, text if folded(heading) == folded(title) else f"{heading}\n\n{text}"


def without_definitions(source: str) -> tuple[list[str], dict[str, str]]:
    """The lines that are no link definition, block quote marks removed, and the labels that the definitions define."""
    lines: list[str] = []
    definitions: dict[str, str] = {}
    for quoted in source.split("\n"):
        quote = QUOTE.match(quoted)
        line = quoted[quote.end() :] if quote else quoted
        found = DEFINITION.fullmatch(line) if line.lstrip(" ").startswith("[") else None
        if found:
            definitions[folded(found["label"])] = line
        else:
            lines.append(line)
    return lines, definitions


def blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Runs of lines between blank lines with the level of the heading that each is (0 for none). A heading stands alone."""
    out: list[tuple[int, list[str]]] = [(0, [])]
    for line in lines:
        if not line or line.isspace():
            out.append((0, []))
            continue
        heading = HEADING.fullmatch(line)
        open_block = out[-1][1] if out[-1][0] == 0 else []
        if heading:
            out += [(len(heading[1]), [CLOSING_HASHES.sub("", heading[2]).strip()]), (0, [])]
        elif UNDERLINE.fullmatch(line) and len(open_block) == 1:
            out[-1] = (1 if "=" in line else 2, open_block)
            out.append((0, []))
        elif BREAK.fullmatch(line):
            out.append((0, []))
        else:
            out[-1][1].append(line)
    return [block for block in out if block[1]]


@dataclass(slots=True)
class Pieces:
    """The text of one block as it is put together: pieces of output, and which of them may still turn out to be marks."""

    out: list[str] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    marks: dict[str, list[int]] = field(default_factory=dict)


def inline(block: str, definitions: Mapping[str, str]) -> str:
    """The block's words without links' targets, images, emphasis and escapes."""
    pieces = Pieces()
    at = 0
    for token in TOKEN.finditer(block):
        pieces.out.append(block[at : token.start()])
        at = token.end()
        if token["escaped"] or token["address"]:
            pieces.out.append(token["escaped"] or token["address"])
        elif token["open"]:
            pieces.brackets.append((len(pieces.out), token.end()))
            pieces.out.append(token["open"])
        elif token["marks"]:
            emphasis(pieces, block, token)
        elif token[0][0] == "]":
            close_bracket(pieces, block, token, definitions)
        else:
            pieces.out.append(unescape(token[0]))
    pieces.out.append(block[at:])
    return "".join(pieces.out)


def close_bracket(pieces: Pieces, block: str, token: re.Match[str], definitions: Mapping[str, str]) -> None:
    """A link keeps its text, an image nothing; brackets without a target stay."""
    if not pieces.brackets:
        pieces.out.append(token[0])
        return
    opened, inside = pieces.brackets.pop()
    is_link = token["target"] is not None
    if not is_link and definitions and token.start() - inside <= LONGEST_LABEL:
        is_link = folded(token["label"] or block[inside : token.start()]) in definitions
    if not is_link:
        pieces.out.append(token[0])
    elif pieces.out[opened] == "![":
        del pieces.out[opened:]
        for marks in pieces.marks.values():
            while marks and marks[-1] >= opened:
                marks.pop()
    else:
        pieces.out[opened] = ""


def emphasis(pieces: Pieces, block: str, token: re.Match[str]) -> None:
    """Marks around words go; a mark between two letters or digits, between two spaces, or in a run of more than three stays."""
    before, after = block[token.start() - 1 : token.start()] or " ", block[token.end() : token.end() + 1] or " "
    mark, length = token[0][0], len(token[0])
    opened = pieces.marks.setdefault(mark, [])
    if not before.isspace() and not after.isalnum() and length <= MOST_MARKS:
        while opened and length:
            used = min(length, len(pieces.out[opened[-1]]))
            pieces.out[opened[-1]] = pieces.out[opened[-1]][used:]
            length -= used
            if not pieces.out[opened[-1]]:
                opened.pop()
    if 0 < length <= MOST_MARKS and not after.isspace() and not before.isalnum():
        opened.append(len(pieces.out))
    pieces.out.append(mark * length)


def folded(label: str) -> str:
    """A link label as CommonMark compares labels: case and runs of white space do not count."""
    return " ".join(label.split()).casefold()
