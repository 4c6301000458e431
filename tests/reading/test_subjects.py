from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gesta.reading.decode import read_windows
from gesta.reading.encoder import MODEL_FOLDER, Encoder
from gesta.reading.subjects import SUBJECTS, beneath, one_subject_each
from gesta.reading.trees import sentence_heads

NAMES = ("nsubj", "obj", "csubj", "conj")


@given(st.integers(2, 12), st.integers(0, 2**32 - 1))
def test_a_word_has_one_subject_at_most_and_the_tree_stays_one(size: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    arcs = chance.normal(size=(size, size + 1)).astype(np.float32)
    heads = sentence_heads(arcs[None], np.zeros((1, size), dtype=np.int64))[0]
    labels = chance.normal(size=(size + 1, size, len(NAMES))).astype(np.float32)
    relations = labels[heads, np.arange(size)].argmax(1)
    subjects = np.isin(NAMES, SUBJECTS)
    roots = int((heads == 0).sum())
    one_subject_each(arcs, heads, relations, subjects, lambda words, at: labels[at, words])
    doubled = Counter(int(head) for head, relation in zip(heads, relations, strict=True) if head and subjects[relation])
    assert max(doubled.values(), default=0) <= 1
    assert int((heads == 0).sum()) == roots == 1
    assert len(beneath(heads, int(np.flatnonzero(heads == 0)[0]))) == size


def test_what_comes_before_two_subjects_is_read_with_its_own_verb() -> None:
    words = "France and Germany welcomed a resumption of ties with Iran after a long rift , the official agency said on Thursday .".split()
    (decoded,) = read_windows(Encoder(MODEL_FOLDER, threads=1), [words])
    assert words[decoded.heads[words.index("France")]] == "welcomed"
    assert words[decoded.heads[words.index("agency")]] == "said"
