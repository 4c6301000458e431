"""Reads rendered HTML for the tests: every element with its attributes and all text inside of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "meta", "link", "hr", "input", "col", "img"})


@dataclass
class Element:
    """An element as a browser would build it; `text` is its textContent."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[Element] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()


class Reader(HTMLParser):
    """Builds the list of elements; an end tag that closes nothing open is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new element, inside of all that are open."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        for outer in self.open:
            outer.inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """The innermost open element ends."""
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Text belongs to all open elements."""
        for outer in self.open:
            outer.text += data

    def handle_comment(self, data: str) -> None:
        """The pages hold no comments: one here came from an article."""
        raise AssertionError(f"a comment: {data}")


def read(html: str) -> list[Element]:
    """All elements in the order of the document, each closed."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader.elements


def of_class(elements: list[Element], name: str) -> list[Element]:
    """The elements of a class."""
    return [e for e in elements if name in e.classes]
