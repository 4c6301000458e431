"""One report on a page: its anchors, and the small pieces of markup that every part of it shows alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gesta.model import Event, Figure, Report
from gesta.render.markup import Child, Html, el, html
from gesta.render.phrases import amount, caveats, counted, effect, kind, people, toll, when
from gesta.render.register import OWN_VOICE, Register, coded
from gesta.render.sides import Sides

PLAIN_ID = re.compile(r"[A-Za-z]{1,8}\d{1,9}")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
QUOTE_LIMIT = 400


class Sheet:
    """A report, its look-ups, the marks of its sides, and the prefix that keeps its anchors apart from those of other reports."""

    def __init__(self, report: Report, sides: Sides, prefix: str = "r1-", level: int = 1) -> None:
        """Indexes the report; `level` is that of its heading on the page."""
        self.report = report
        self.register = Register(report)
        self.sides = sides
        self.prefix = prefix
        self.level = level
        voices = [c for item in coded(report) for c in self.register.claimants(item.statements)]
        voices += [self.register.source(s) for s in report.statements]
        self.voices = tuple(dict.fromkeys(voices))

    @property
    def language(self) -> str | None:
        """The article's language where it is written as a language tag (BCP 47), for `lang`."""
        said = self.report.article.language
        return said if said and LANGUAGE_TAG.fullmatch(said) else None

    @property
    def text(self) -> str:
        """The article's text."""
        return self.report.article.text

    def heading(self, below: int, *title: str, **attributes: str) -> Html:
        """A heading `below` levels under that of the report."""
        return el(f"h{min(6, self.level + below)}", *title, **attributes)

    def section(self, name: str, title: str, lead: str | None, *children: Child) -> Html:
        """A section of the report with its heading."""
        above = el("header", self.heading(1, title, id=f"{self.prefix}{name}-h"), el("p", lead, class_="lead") if lead else None)
        return el("section", above, *children, class_=name, aria_labelledby=f"{self.prefix}{name}-h")

    def anchor(self, ref: str) -> str:
        """The item's id in the document; ids that are not of the record's form are spelled in hexadecimal."""
        return self.prefix + (ref if PLAIN_ID.fullmatch(ref) else "x" + ref.encode("utf-8", "surrogatepass").hex())

    def chip(self, ref: str) -> Html:
        """A link to an event, figure or statement, with its id as text."""
        layer = "ev" if ref in self.register.events else "fi" if ref in self.register.figures else "st"
        return el("a", ref, class_=f"ref {layer}", href=f"#{self.anchor(ref)}", data_i=self.anchor(ref))

    def tied(self, ref: str) -> Iterable[Html]:
        """The links of the item to others, as badges."""
        for tie in self.report.links:
            if tie.source == ref:
                yield el("span", tie.kind.replace("_", " "), " ", self.chip(tie.target), class_="badge tie")

    def actor(self, ref: str) -> Html:
        """The actor's mark and name."""
        found = self.register.actors.get(ref)
        name = el("bdi", found.name if found else ref, title=found.code if found else None)
        return el("span", self.sides.mark(found.code if found else None), name, class_="actor")

    def named(self, ref: str) -> Html:
        """An actor or a place by its name."""
        return el("bdi", self.register.place(ref)) if ref in self.register.places else self.actor(ref)

    def actors(self, refs: Iterable[str]) -> Html:
        """Actors in a row, with commas and a last "and"."""
        names = [self.actor(ref) for ref in refs]
        return html(names[:1], [(" and " if i == len(names) - 2 else ", ", name) for i, name in enumerate(names[1:])])

    def parties(self, event: Event) -> Html:
        """Who did it, to whom."""
        who = self.actors(event.actors) if event.actors else el("span", "not said who", class_="quiet")
        arrow = el("span", " → ", class_="arrow", aria_label="to")
        return html(who, (arrow, self.actors(event.recipients)) if event.recipients else None)

    def where(self, refs: Iterable[str]) -> Html | None:
        """Places as links to the list of places; None for none."""
        links = [
            el("a", el("bdi", self.register.place(ref)), href=f"#{self.anchor(ref)}", data_i=self.anchor(ref), class_="place")
            for ref in refs
        ]
        return html(links[:1], [(", ", name) for name in links[1:]]) if links else None

    def claim(self, statements: tuple[str, ...]) -> Html:
        """Who says it, with the statements that carry it."""
        found = self.register.claimants(statements)
        names = [el("span", self.sides.mark(c.code), el("bdi", OWN_VOICE if c.own else c.label), class_="voice") for c in found]
        known = [self.chip(ref) for ref in statements if ref in self.register.statements]
        return html(names[:1], [("; ", name) for name in names[1:]], [(" ", chip) for chip in known])

    def voices_of(self, statements: tuple[str, ...]) -> str:
        """The numbers of the claimants, for filtering."""
        return " ".join(str(self.voices.index(c)) for c in self.register.claimants(statements))

    def figure(self, figure: Figure) -> Html:
        """How many, what, whose; the number stands out."""
        parts = [el("strong", amount(figure, self.text), class_="amount"), " ", effect(figure)]
        whose = people(figure.victims)
        return html(parts, (" ", el("span", whose, class_="whose")) if whose else None)

    def caveats(self, figure: Figure) -> list[Html]:
        """What must be said beside the number, as badges."""
        return [el("span", c, class_="badge") for c in caveats(figure)]

    def say(self, ref: str) -> str:
        """The item in a few words, for screen readers and titles."""
        register = self.register
        if ref in register.events:
            event = register.events[ref]
            who, whom = register.whom(event)
            return f"Event {ref}: {kind(event)}{', ' + who if who else ''}{' to ' + whom if whom else ''}, {when(event.time) or 'no date'}"
        if ref in register.figures:
            figure = register.figures[ref]
            return f"Figure {ref}: {toll(figure, self.text)}, said by {register.claim(figure.statements)}"
        return f"Statement {ref}: {register.source(register.statements[ref]).label}" if ref in register.statements else ref

    def quotes(self, spans: Iterable[tuple[int, int]]) -> str:
        """The words in the spans as quotations, shortened in the middle where they are very long; "" where there are none."""
        from_text = [" ".join(self.text[max(0, start) : max(0, end)].split()) for start, end in spans]
        return " … ".join(f"“{short(said)}”" for said in from_text if said)

    def summary(self) -> str:
        """How many items the record holds."""
        report = self.report
        counts = (report.events, "event"), (report.figures, "figure"), (report.statements, "statement")
        return " · ".join(counted(len(items), noun) for items, noun in counts)


def short(said: str) -> str:
    """At most QUOTE_LIMIT characters, the middle left out of longer ones."""
    half = QUOTE_LIMIT // 2
    return said if len(said) <= QUOTE_LIMIT else f"{said[:half]} […] {said[-half:]}"
