from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from gesta.reading.decode import Decoded, Linked, read_windows, within_lines
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


def test_no_name_and_no_source_lies_across_two_paragraphs() -> None:
    # "It was shelled, according to the U.N. [new paragraph] Washington said it knew."
    heads = list(range(13))
    found = Decoded(
        starts=[0, 9], upos=[], xpos=[], heads=heads, relations=[], entities=[(8, 10, "Organization")], cues=[(4, 6), (10, 11)],
        sources=[Linked(first=7, end=10, cue=4), Linked(first=7, end=10, cue=10)], contents=[Linked(first=0, end=12, cue=4)],
    )  # fmt: skip
    cut = within_lines(found, [0, 9])
    assert cut.entities == [(8, 9, "Organization"), (9, 10, "Organization")]
    assert [(s.first, s.end) for s in cut.sources] == [(7, 9), (9, 10)]
    assert cut.contents == found.contents
    assert within_lines(found, [0]) is found


@pytest.mark.parametrize("words", [[], ["x" * 50] * 300])
def test_windows_that_do_not_fit_are_refused(encoder: Encoder, words: list[str]) -> None:
    with pytest.raises(ValueError, match="word-pieces"):
        next(encoder.encode([words]))
