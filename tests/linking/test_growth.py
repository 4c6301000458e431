"""What is found by an index is what going through everything finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gesta.linking.accounts import accounts
from gesta.linking.knowledge import Distinct
from gesta.linking.tolls import InReport, of_clause, overlap
from tests.linking.telling_rows import cost, report, told

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_figure_is_told_with_the_act_whose_words_it_shares_most(acts: list[tuple[int, int]], words: tuple[int, int]) -> None:
    rows = [replace(told("A", n), evidence_start=start, evidence_end=end) for n, (start, end) in enumerate(acts)]
    every = accounts(rows, {"A": report("A")})
    claim = replace(cost("A", 4), evidence_start=words[0], evidence_end=words[1])
    found = of_clause(claim, InReport(every))
    most = max((overlap(claim, a) for a in every), default=0)
    assert (overlap(claim, found) if found else 0) == max(most, 0)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([1, -1]))))
def test_different_things_are_counted_as_they_come_and_go(changes: list[tuple[str, int]]) -> None:
    found, plain = Distinct(), Counter[str]()
    for item, by in changes:
        found.count(item, by)
        plain[item] += by
    assert found.standing == sum(n > 0 for n in plain.values())
