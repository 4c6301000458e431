from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from gesta.reading.trees import best_relations, one_root_tree, sentence_heads


def is_tree(heads: tuple[int, ...]) -> bool:
    """Heads 0 for the root, n+1 for word n: one root, and everybody gets there."""
    for start in range(len(heads)):
        node, steps = start, 0
        while heads[node] and steps <= len(heads):
            node, steps = heads[node] - 1, steps + 1
        if steps > len(heads):
            return False
    return heads.count(0) == 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_no_tree_with_one_root_scores_higher(seed: int, size: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    scores[np.arange(size), np.arange(size) + 1] = -1e9
    heads = one_root_tree(scores)
    assert is_tree(tuple(heads.tolist()))
    best = max(sum(scores[word, head] for word, head in enumerate(tree)) for tree in product(range(size + 1), repeat=size) if is_tree(tree))
    assert float(scores[np.arange(size), heads].sum()) == pytest.approx(float(best), abs=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_each_sentence_is_one_tree_of_its_own_words(seed: int) -> None:
    chooser = np.random.default_rng(seed)
    arcs = chooser.normal(size=(2, 9, 10)).astype(np.float32)
    sentence = np.array([[0, 0, 0, 0, 1, 1, 1, 2, 2], [0, 1, 1, 1, 1, 1, -1, -1, -1]])
    heads = sentence_heads(arcs, sentence)
    for window in range(2):
        for number in range(sentence[window].max() + 1):
            places = np.flatnonzero(sentence[window] == number)
            own = heads[window, places]
            assert is_tree(tuple(np.where(own > 0, own - places[0], 0).tolist()))


def flat(tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """A tensor [R,D,D] as it is taken: [D,R*D]."""
    return tensor.transpose(1, 0, 2).reshape(tensor.shape[1], -1)


def test_the_root_relation_stands_at_the_root_alone() -> None:
    chooser = np.random.default_rng(5)
    tensor = chooser.normal(size=(4, 3, 3)).astype(np.float32)
    side = chooser.normal(size=(6, 3)).astype(np.float32)
    at_root = np.array([True, False, False, True, False, False])
    found = best_relations(flat(tensor), side, side[::-1].copy(), at_root, 2)
    assert (found == 2).tolist() == at_root.tolist()


def test_relations_are_the_best_of_the_bilinear_scores() -> None:
    chooser = np.random.default_rng(6)
    tensor = chooser.normal(size=(5, 3, 3)).astype(np.float32)
    dependent, head = chooser.normal(size=(2, 8, 3)).astype(np.float32)
    scores = np.einsum("ni,rij,nj->nr", dependent, tensor, head)
    scores[:, 0] = -np.inf
    assert best_relations(flat(tensor), dependent, head, np.zeros(8, dtype=bool), 0).tolist() == scores.argmax(1).tolist()
