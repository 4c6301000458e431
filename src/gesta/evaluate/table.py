"""A result as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gesta.evaluate.results import Figure, Result
from gesta.evaluate.task import Miss

NAME = 52
LONGEST = 300


def text_of(result: Result) -> Iterator[str]:
    """A heading that names task, corpus and fingerprint, then a line for each figure."""
    yield f"# {result.task}: {result.about}"
    yield f"# {', '.join(result.corpus)}, {result.documents} documents, fingerprint {result.fingerprint}"
    peers = any(figure.measure.peer for figure in result.figures)
    yield f"{'':<{NAME}} {'figure':>6}  {'95 % interval':<13}  {'floor':>6}  {'wanted':>6}{'  others' if peers else ''}"
    for figure in result.figures:
        yield line(figure)
    yield from result.notes


def line(figure: Figure) -> str:
    """Name, figure, interval, floor, what was wanted, what others reached."""
    interval = "{:.3f}–{:.3f}".format(*figure.interval) if figure.interval else "-"
    mark = "  BELOW ITS FLOOR" if figure.below and not figure.measure.most else "  ABOVE ITS FLOOR" if figure.below else ""
    told = f"  {figure.measure.peer}" if figure.measure.peer else ""
    most = "≤" if figure.measure.most else ""
    floor, wanted = (f"{most}{number(value)}" if value is not None else "-" for value in (figure.floor, figure.measure.wanted))
    return f"{figure.measure.name:<{NAME}} {number(figure.value):>6}  {interval:<13}  {floor:>6}  {wanted:>6}{told}{mark}"


def number(value: float | None) -> str:
    """Three decimals, `-` where there is no figure."""
    return f"{value:.3f}" if value is not None else "-"


def misses_text(misses: Sequence[Miss]) -> Iterator[str]:
    """Each miss with its document, what is wrong, and its text on the next line."""
    if misses:
        yield "# the worst"
    for miss in misses:
        yield f"{miss.document}: {miss.what}"
        yield f"    {miss.text[:LONGEST]}{'…' if len(miss.text) > LONGEST else ''}"
