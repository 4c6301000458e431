"""Passages whose words of violence are marked: what of them counts as coded."""

from __future__ import annotations

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.marked_violence import KEPT, SEEN, marked, scored
from gesta.evaluate.neutral import paragraphs


def test_a_mark_is_taken_out_of_the_text_and_says_where_its_word_begins() -> None:
    passage = marked("The mayor [[-attacked]] the budget; rebels [[+shelled]] Goma.")
    assert passage.text == "The mayor attacked the budget; rebels shelled Goma."
    assert [(passage.text[at:].split()[0], violent) for at, violent in passage.marks] == [("attacked", False), ("shelled", True)]


def test_every_passage_has_a_mark_and_stands_once() -> None:
    lines = [line for path in (SEEN, KEPT) for line in paragraphs(path)]
    assert all(marked(line).marks and "[[" not in marked(line).text for line in lines)
    assert len({marked(line).text for line in lines}) == len(lines) == 1800


def test_a_mark_of_violence_wants_an_assault_and_the_others_want_none() -> None:
    equipment = Equipment(threads=1)
    line = "Russian troops [[+shelled]] the town of Nikopol on Monday. The Greek opposition [[-attacked]] the budget, calling it a scandal."
    passage = marked(line)
    (report,) = equipment.coded([(passage.text, None)])
    counts = scored("one", passage, report).counts
    assert (counts["violent of"], counts["violent right"], counts["none of"], counts["none right"]) == (1, 1, 1, 0)
