from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesta.coding.record_actors import without_parts
from gesta.model import Span

SPANS = st.sets(st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda s: Span(s[0], s[0] + s[1])))


def test_a_longer_mention_swallows_its_parts() -> None:
    assert without_parts({Span(0, 9), Span(4, 9), Span(0, 3), Span(7, 12)}) == (Span(0, 9), Span(7, 12))


@given(SPANS)
def test_what_stays_is_covered_by_no_other(spans: set[Span]) -> None:
    assert without_parts(spans) == tuple(sorted(s for s in spans if not any(o != s and o.covers(s) for o in spans)))
