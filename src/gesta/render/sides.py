"""The sides of a conflict told apart by colour and by shape: the same mark for a side all over a page."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.model import Report
from gesta.render.markup import Html, el

FILLED = "●■▲◆▼★"
HOLLOW = "○□△◇▽☆"
SHAPES = len(FILLED)  # As many colours as shapes: `.side1` … `.side6` of the style sheets.


class Sides:
    """Marks by code: six shapes, each with a colour; from the seventh side on the shapes come again in other colours, 36 marks in all.

    `XXX.CVL` and `XXX.REB` have the hollow mark of `XXX`; a code of no side has none.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        """Sides in the order in which they suffer losses, then take part in events."""
        reports = tuple(reports)
        losses = [f.victims.code for r in reports for f in sorted(r.figures, key=lambda f: f.era == "background")]
        acting = [code for r in reports for code in codes_of_parties(r)]
        bases = dict.fromkeys(code.partition(".")[0] for code in (*losses, *acting) if code)
        self.order = {base: i for i, base in enumerate(bases)}

    def mark(self, code: str | None) -> Html | None:
        """The mark as an element that screen readers pass over, None where the code has none."""
        base, dot, _ = (code or "").partition(".")
        place = self.order.get(base)
        if place is None or place >= SHAPES * SHAPES:
            return None
        colour = (place + place // SHAPES) % SHAPES + 1
        return el("span", (HOLLOW if dot else FILLED)[place % SHAPES], class_=f"mark side{colour}", aria_hidden="true")


def codes_of_parties(report: Report) -> list[str | None]:
    """Codes of those who take part in events, in the order of the record."""
    codes = {actor.id: actor.code for actor in report.actors}
    return [codes.get(ref) for event in report.events for ref in (*event.actors, *event.recipients, *event.mediators)]
