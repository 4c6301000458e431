from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.reading.tagging import best_bio, best_bioes, bio_spans, bioes_spans

NAMES = ["O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "S-Y"]


def well_formed(tags: tuple[int, ...]) -> bool:
    inside = ""
    for tag in tags:
        part, _, label = NAMES[tag].partition("-")
        if (part in "IE") != bool(inside) or (inside and label != inside):
            return False
        inside = label if part in "BI" else ""
    return not inside


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_no_well_formed_path_scores_higher(seed: int) -> None:
    chooser = np.random.default_rng(seed)
    scores = chooser.normal(size=(2, 4, len(NAMES))).astype(np.float32)
    lengths = np.array([4, 3])
    tags = best_bioes(scores, lengths)
    for row, length in enumerate(lengths.tolist()):
        found = tuple(tags[row, :length].tolist())
        assert well_formed(found)
        total = sum(scores[row, place, tag] for place, tag in enumerate(found))
        paths = (path for path in product(range(len(NAMES)), repeat=length) if well_formed(path))
        best = max(sum(scores[row, place, tag] for place, tag in enumerate(path)) for path in paths)
        assert total == pytest.approx(best, abs=1e-4)
    assert tags[1, 3] == 0


def test_bioes_spans_of_two_neighbours() -> None:
    assert bioes_spans(np.array([1, 2, 3, 8, 0, 5, 7]), NAMES) == [(0, 3, "X"), (3, 4, "Y"), (5, 7, "Y")]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_no_well_formed_bio_path_scores_higher(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(2, 5, 3)).astype(np.float32)
    paths = [path for path in product(range(3), repeat=5) if all(b != 2 or a in (1, 2) for a, b in pairwise((0, *path)))]
    for row, tags in enumerate(best_bio(scores).tolist()):
        assert tuple(tags) in paths
        best = max(sum(scores[row, place, tag] for place, tag in enumerate(path)) for path in paths)
        assert sum(scores[row, place, tag] for place, tag in enumerate(tags)) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [([0, 1, 2, 0], [(1, 3)]), ([1, 1, 2], [(0, 1), (1, 3)]), ([2, 2, 0, 2], [(0, 2), (3, 4)]), ([0], [])],
)
def test_bio_spans(tags: list[int], spans: list[tuple[int, int]]) -> None:
    assert bio_spans(np.array(tags)) == spans
