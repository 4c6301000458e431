"""One subject for each predicate: where heads and relations, each the best alone, give a word two, the one that loses least moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: Relation scores [N,R] of dependents [N] under heads [N], columns as in ``arcs``.
Relations = Callable[[Ints, Ints], Floats]

#: A clause has one subject in Universal Dependencies; ``nsubj:outer`` is that of a clause around another.
SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
HEADS_TRIED: Final = 4


class Change(NamedTuple):
    """A word with another head (0 root, n+1 word n) and relation, and what of log-probability that costs."""

    cost: float
    word: int
    head: int
    relation: int


def one_subject_each(arcs: Floats, heads: Ints, relations: Ints, subjects: NDArray[np.bool_], scores: Relations) -> None:
    """Changes ``heads`` and ``relations`` [W] of a window until no word has two dependents whose relation is one of ``subjects`` [R].

    ``arcs`` [W,W+1] are low where no arc may be. Each sentence stays one tree with one root. Costs nothing where nothing is doubled.
    """
    found = np.flatnonzero(subjects[relations] & (heads > 0))
    for head in [head for head, count in Counter(heads[found].tolist()).items() if count > 1]:
        while len(rivals := [int(word) for word in found if heads[word] == head and subjects[relations[word]]]) > 1:
            best = min(change for word in rivals for change in changes(arcs, heads, relations, subjects, scores, word))
            heads[best.word], relations[best.word] = best.head, best.relation


def changes(arcs: Floats, heads: Ints, relations: Ints, subjects: NDArray[np.bool_], scores: Relations, word: int) -> Iterator[Change]:
    """What else a subject may be: something else of its head, or of another word that is not below it and, for a subject, has none."""
    head = int(heads[word])
    below = beneath(heads, word)
    likely = [int(h) for h in np.argsort(-arcs[word])[: HEADS_TRIED + 1] if h and h != head and h - 1 not in below]
    tried = np.array([head, *likely], dtype=np.int64)
    labelled = log_softmax(scores(np.full(len(tried), word), tried))
    hanging = log_softmax(arcs[word][None, :])[0]
    now = float(hanging[head] + labelled[0, relations[word]])
    for place, other in enumerate(tried.tolist()):
        taken = other == head or subjects[relations[heads == other]].any()
        row = np.where(subjects, -np.inf, labelled[place]) if taken else labelled[place]
        relation = int(row.argmax())
        yield Change(now - float(hanging[other] + row[relation]), word, other, relation)


def beneath(heads: Ints, word: int) -> set[int]:
    """The word and all that hang from it."""
    found, fresh = {word}, [word]
    while fresh:
        fresh = [int(below) for at in fresh for below in np.flatnonzero(heads == at + 1) if int(below) not in found]
        found.update(fresh)
    return found


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities of each row."""
    moved = scores - scores.max(axis=1, keepdims=True)
    result: Floats = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
    return result
