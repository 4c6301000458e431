"""The article's text as HTML: every code point once, in segments that know the items they are evidence of, and links to these."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.render.markup import Html, el, html, verbatim
from gesta.render.paragraphs import paragraphs
from gesta.render.segments import Mark, Segment, marks_of, segments
from gesta.render.sheet import Sheet

WHOLE = ("evidence", "retold")
CLASSES = {"event": "ev", "figure": "fi", "statement": "st"}


def passages(sheet: Sheet) -> Html:
    """The text as a `div` of paragraphs."""
    text = sheet.text
    marks = marks_of(sheet.report)
    pages = paragraphs(text)
    cut = segments(text, marks, [page.start for page in pages])
    ends = last_evidence(marks, len(text))
    lines = []
    for page in pages:
        here = [s for s in cut if page.start <= s.start < page.end]
        lines.append(el("p", [(run(sheet, s), chips(sheet, s, ends)) for s in here], dir="auto"))
    return el("div", lines, class_="passages", lang=sheet.language, dir="auto")


def last_evidence(marks: Iterable[Mark], size: int) -> dict[str, int]:
    """Where the first evidence of each item ends, by item."""
    out: dict[str, int] = {}
    for mark in marks:
        start, end = max(0, mark.span.start), min(size, mark.span.end)
        if mark.role == "evidence" and start < end:
            out.setdefault(mark.item, end)
    return out


def run(sheet: Sheet, segment: Segment) -> Html:
    """One segment: plain text where nothing points to it, else a span that names its items and the roles of its words."""
    said = verbatim(sheet.text[segment.start : segment.end])
    if not segment.marks:
        return said
    items = dict.fromkeys(sheet.anchor(m.item) for m in segment.marks)
    roles = dict.fromkeys(f"{sheet.anchor(m.item)}:{m.role}" for m in segment.marks if m.role not in WHOLE)
    return el("span", said, class_=" ".join(look(segment)), data_i=" ".join(items), data_r=" ".join(roles) or None)


def look(segment: Segment) -> list[str]:
    """Style classes: a layer each, `-b` where all of the layer is background, `-2` where two or more items of a layer overlap."""
    out = ["seg"]
    for layer, name in CLASSES.items():
        here = {m.item: m.background for m in segment.marks if m.layer == layer and m.role in WHOLE}
        if here:
            out.append(f"{name}-b" if all(here.values()) else name)
            out += [f"{name}-2"] if len(here) > 1 else []
    return out


def chips(sheet: Sheet, segment: Segment, ends: dict[str, int]) -> Html:
    """Links to the items whose evidence ends here. They hold no text, so that the text reads and copies as it was written."""
    done = dict.fromkeys(m.item for m in segment.marks if m.role == "evidence" and ends.get(m.item) == segment.end)
    layer = {m.item: m.layer for m in segment.marks}
    past = {m.item: m.background for m in segment.marks}
    return html(chip(sheet, item, f"{CLASSES[layer[item]]}{'-b' if past[item] else ''}") for item in done)


def chip(sheet: Sheet, item: str, style: str) -> Html:
    """The link from the text to an item."""
    anchor = sheet.anchor(item)
    return el("a", id=f"t-{anchor}", href=f"#{anchor}", class_=f"chip {style}", data_i=anchor, data_n=item, aria_label=sheet.say(item))
