from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from gesta.reading.decode import Decoded, read_windows
from gesta.reading.encoder import MODEL_FOLDER, Encoder

SHORT = "Rebels fled .".split()
LONG = "Two soldiers were killed near the bridge on Monday , the ministry said . It gave no names . Talks go on .".split()


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(MODEL_FOLDER, threads=1)


def check(words: list[str], decoded: Decoded) -> None:
    size = len(words)
    assert len(decoded.upos) == len(decoded.xpos) == len(decoded.heads) == len(decoded.relations) == size
    bounds = [*decoded.starts, size]
    assert bounds[0] == 0
    assert bounds == sorted(set(bounds))
    for first, end in pairwise(bounds):
        assert all(first <= head < end for head in decoded.heads[first:end])
        assert [decoded.relations[place] for place in range(first, end) if decoded.heads[place] == place] == ["root"]
    firsts = {first for first, _ in decoded.cues}
    assert all(each.cue is None or each.cue in firsts for each in (*decoded.sources, *decoded.contents))


def test_windows_come_back_in_order_and_whole(encoder: Encoder) -> None:
    windows = [SHORT, LONG, SHORT, ["Talks"]]
    for words, decoded in zip(windows, read_windows(encoder, windows), strict=True):
        check(words, decoded)


def test_company_in_a_batch_changes_nothing_but_rounding(encoder: Encoder) -> None:
    alone = next(encoder.encode([SHORT]))
    together = next(encoder.encode([SHORT, LONG]))
    row = together.windows.index(0)
    # int8 activations share one scale a batch, so scores move a little
    assert np.abs(alone.tags["upos"][0] - together.tags["upos"][row, :3]).max() < 2.0
    assert (alone.tags["upos"][0].argmax(1) == together.tags["upos"][row, :3].argmax(1)).all()


def test_a_paragraph_starts_a_sentence(encoder: Encoder) -> None:
    words = "the talks about the old bridge".split()
    (decoded,) = read_windows(encoder, [words], [[0, 2]])
    assert 2 in decoded.starts


@pytest.mark.parametrize("words", [[], ["x" * 50] * 300])
def test_windows_that_do_not_fit_are_refused(encoder: Encoder, words: list[str]) -> None:
    with pytest.raises(ValueError, match="word-pieces"):
        next(encoder.encode([words]))
