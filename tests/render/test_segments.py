"""Segments cover the text exactly; paragraphs too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesta.model import Span
from gesta.render.paragraphs import paragraphs, wrapped_by_hand
from gesta.render.segments import Mark, marks_of, segments
from tests.render.render_reports import border

TEXTS = st.text(st.characters(), max_size=60)
MARKS = st.lists(
    st.builds(Mark, st.builds(Span, st.integers(-5, 70), st.integers(-5, 70)), st.sampled_from("abc"), st.just("event")), max_size=9
)


@given(TEXTS, MARKS, st.lists(st.integers(-5, 70), max_size=4))
def test_segments_join_to_the_text_and_know_all_their_marks(text: str, marks: list[Mark], cuts: list[int]) -> None:
    cut = segments(text, marks, cuts)
    assert "".join(text[s.start : s.end] for s in cut) == text
    assert all(s.start < s.end for s in cut)
    for segment in cut:
        covering = [m for m in marks if m.span.start <= segment.start and segment.end <= m.span.end]
        assert list(segment.marks) == covering
        assert not [
            m for m in marks if m not in covering and m.span.overlaps(Span(segment.start, segment.end)) and m.span.start < m.span.end
        ]


def test_overlapping_evidence_is_split() -> None:
    marks = [Mark(Span(0, 6), "e1", "event"), Mark(Span(4, 9), "f1", "figure")]
    assert [(s.start, s.end, [m.item for m in s.marks]) for s in segments("0123456789", marks)] == [
        (0, 4, ["e1"]),
        (4, 6, ["e1", "f1"]),
        (6, 9, ["f1"]),
        (9, 10, []),
    ]


def test_marks_of_a_report_name_roles() -> None:
    report = border()
    roles = {m.role: report.article.text[slice(*m.span)] for m in marks_of(report) if m.item == "e1"}
    assert roles["trigger"] == "struck"
    assert roles["recipients"] == "the Armenian towns"
    assert roles["retold"] == "shelling went on"


@given(st.text(st.sampled_from("ab \n\t"), max_size=80))
def test_paragraphs_join_to_the_text(text: str) -> None:
    assert "".join(text[slice(*p)] for p in paragraphs(text)) == text


def test_a_newline_ends_a_paragraph_unless_the_text_is_wrapped_by_hand() -> None:
    first = "Shells fell on the southern part of the town late\nin the evening.\n\n"
    wrapped = first + "Nobody was hurt because all had fled before, the\nmayor said.\n"
    assert wrapped_by_hand(wrapped)
    assert [wrapped[slice(*p)] for p in paragraphs(wrapped)] == [first, wrapped[len(first) :]]
    assert len(paragraphs("One line.\nAnother one.\n\nA third.")) == 3
