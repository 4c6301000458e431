"""HTML fragments, as feeds carry them, to text: one paragraph for each block, nothing of scripts and styles."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset(
    """address article aside blockquote br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section
    table td th tr ul""".split()
)
UNREAD = frozenset({"script", "style", "template", "noscript", "iframe"})


class Paragraphs(HTMLParser):
    """Gathers the paragraphs of a fragment in `blocks`, the last of them still open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[]]
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph."""
        self._unread += tag in UNREAD
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` too."""
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        """A block ends its paragraph."""
        self._unread = max(0, self._unread - (tag in UNREAD))
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        """Text belongs to the open paragraph."""
        if not self._unread:
            self.blocks[-1].append(data)


def fragment_text(markup: str) -> str:
    """The text of the fragment with a blank line between its paragraphs; plain text stays what it is but for runs of white space."""
    parser = Paragraphs()
    parser.feed(markup)
    parser.close()
    blocks = (" ".join("".join(parts).split()) for parts in parser.blocks)
    return "\n\n".join(filter(None, blocks))
