"""Sentences behind a paragraph on a war: what of them counts as coded."""

from __future__ import annotations

from gesta.evaluate.beside_war import LATER, SEEN, WAR, scored
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.neutral import paragraphs


def test_every_line_says_whether_it_tells_violence() -> None:
    lines = [line for path in (SEEN, LATER) for line in paragraphs(path)]
    assert {line[:2] for line in lines} == {"+ ", "- "}
    assert len(lines) == len(set(lines))


def test_an_assault_counts_where_the_sentence_itself_shows_it() -> None:
    # The war of the paragraph is coded each time; of the market fire there is nothing, of the shelling there is an act.
    equipment = Equipment(threads=1)
    lines = ("- A fire destroyed a market in Lagos.", "+ Russian troops shelled the town of Nikopol.")
    reports = equipment.coded((WAR + line[2:], None) for line in lines)
    fire, shelling = (scored("one", line, report) for line, report in zip(lines, reports, strict=True))
    assert (fire.counts["none of"], fire.counts["none right"], len(fire.misses)) == (1, 0, 0)
    assert (shelling.counts["violent of"], shelling.counts["violent right"], len(shelling.misses)) == (1, 1, 0)
