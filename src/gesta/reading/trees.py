"""From arc scores to dependency trees: the best head of each word, and Chu-Liu-Edmonds only where these make no tree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e9)
_MOST_ROOTS = 4


def sentence_heads(arcs: Floats, sentence: Ints) -> Ints:
    """Heads [B,W] as columns of ``arcs`` [B,W,W+1] (0 root, n+1 word n), one tree with one root for each sentence.

    ``sentence`` [B,W] numbers the sentences of a window in order, -1 for padding; arcs stay within a sentence.
    """
    return best_heads(sentence_arcs(arcs, sentence), sentence)


def best_heads(masked: Floats, sentence: Ints) -> Ints:
    """`sentence_heads` of arcs that `sentence_arcs` has seen to."""
    heads: Ints = masked.argmax(axis=2)
    for window, first, end in _broken(heads, sentence):
        columns = np.concatenate([[0], np.arange(first, end) + 1])
        tree = one_root_tree(masked[window, first:end][:, columns])
        heads[window, first:end] = np.where(tree > 0, tree + first, 0)
    return heads


def sentence_arcs(arcs: Floats, sentence: Ints) -> Floats:
    """The scores with those that leave a sentence, or hang a word from itself, so low that they are never the best."""
    allowed = np.ones(arcs.shape, dtype=bool)
    np.equal(sentence[:, :, None], sentence[:, None, :], out=allowed[:, :, 1:])
    allowed[:, np.arange(arcs.shape[1]), np.arange(1, arcs.shape[2])] = False
    masked: Floats = np.where(allowed, arcs, _NEVER)
    return masked


def _broken(heads: Ints, sentence: Ints) -> Iterator[tuple[int, int, int]]:
    """Sentences (window, first, end) whose best heads are no tree with exactly one root."""
    batch, width = heads.shape
    up = np.where(heads > 0, heads - 1, np.arange(width)[None, :])
    for _ in range(int(width).bit_length()):
        up = np.take_along_axis(up, up, axis=1)
    rooted = np.take_along_axis(heads, up, axis=1) == 0
    for window in range(batch):
        row = sentence[window]
        count = int(row.max()) + 1
        real = row >= 0
        roots = np.bincount(row[real & (heads[window] == 0)], minlength=count)
        loose = np.bincount(row[real & ~rooted[window]], minlength=count)
        for number in np.flatnonzero((roots != 1) | (loose > 0)).tolist():
            places = np.flatnonzero(row == number)
            yield window, int(places[0]), int(places[-1]) + 1


def one_root_tree(scores: Floats) -> Ints:
    """Heads (0 root, n+1 word n) of the highest-scoring tree with one root over n words, from scores [n, n+1].

    Where the best tree has several roots, each of the most root-like words is tried as the only one.
    """
    square = np.concatenate([np.full((1, scores.shape[1]), _NEVER, dtype=np.float32), scores])
    tree = _best_tree(square)
    roots = np.flatnonzero(tree[1:] == 0)
    if len(roots) <= 1:
        return tree[1:]
    likely = roots[np.argsort(-scores[roots, 0])][:_MOST_ROOTS]
    best: tuple[float, Ints] | None = None
    for root in likely.tolist():
        only = square.copy()
        only[1:, 0] = _NEVER
        only[root + 1, 0] = square[root + 1, 0]
        tree = _best_tree(only)
        total = float(only[np.arange(1, len(tree)), tree[1:]].sum())
        if best is None or total > best[0]:
            best = total, tree
    assert best is not None
    return best[1][1:]


def _best_tree(scores: Floats) -> Ints:
    """Chu-Liu-Edmonds: heads of the best arborescence from node 0, from scores [dependent, head]; recursion by contraction."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    entering = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER, dtype=np.float32)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    small[:-1, -1] = leaving.max(axis=1)
    small[-1, :-1] = entering[:, rest].max(axis=0)
    small[0] = _NEVER
    solved = _best_tree(small)
    result = heads.copy()
    for place, node in enumerate(rest.tolist()):
        head = int(solved[place])
        result[node] = cycle[int(leaving[place].argmax())] if head == len(rest) else rest[head]
    outer = rest[int(solved[-1])]
    broken = int(cycle[int(entering[:, outer].argmax())])
    result[broken] = outer
    result[0] = 0
    return result


def _cycle(heads: Ints) -> Ints | None:
    """The nodes of one cycle, or None; node 0 is the root and its own head."""
    up: list[int] = heads.tolist()
    seen = [0] * len(up)
    seen[0] = -1
    for start in range(1, len(up)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = up[node]
        if seen[node] == start:
            cycle = [node]
            while up[cycle[-1]] != node:
                cycle.append(up[cycle[-1]])
            return np.array(cycle)
    return None


@cache
def _thread_pools() -> ThreadpoolController:
    """The thread pools of the libraries that are loaded by now, numpy's among them."""
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """While it lasts numpy's BLAS has one thread: its threads spin after a product, and would hold the cores that all share."""
    limited: AbstractContextManager[object] = _thread_pools().limit(limits=1, user_api="blas")
    return limited


def best_relations(tensor: Floats, dependent: Floats, head: Floats, at_root: NDArray[np.bool_], root: int) -> Ints:
    """Best relation of each pair, as `relation_scores` has them."""
    best: Ints = relation_scores(tensor, dependent, head, at_root, root).argmax(axis=1)
    return best


def relation_scores(tensor: Floats, dependent: Floats, head: Floats, at_root: NDArray[np.bool_], root: int) -> Floats:
    """Scores [N,R] of each pair from ``dependent`` and ``head`` [N,65] and the tensor [65,R*65]; ``root`` at the root and only there."""
    count, width = dependent.shape
    side = (dependent @ tensor).reshape(count, -1, width)
    scores: Floats = np.matmul(side, head[:, :, None])[:, :, 0]
    scores[:, root] = np.where(at_root, -_NEVER, _NEVER)
    return scores
