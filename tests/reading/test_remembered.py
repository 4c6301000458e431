from __future__ import annotations

from collections.abc import Iterator

import pytest

from gesta.model import Article
from gesta.reading import Reader, reader
from gesta.reading.remembered import Remembered


def test_what_is_remembered_is_made_once_and_never_grows_beyond_its_bound() -> None:
    answers = iter((1, 2, 3))
    lengths: Remembered[str, int] = Remembered(lambda _: next(answers), most=2)
    assert [lengths[word] for word in ("a", "bb", "a", "bb")] == [1, 2, 1, 2]
    assert (lengths["ccc"], dict(lengths)) == (3, {"ccc": 3})


@pytest.fixture(scope="module")
def reads() -> Reader:
    return Reader(threads=1)


def towns(first: int) -> Iterator[Article]:
    return (Article(text=f"Shells fell on the town of Qar{n:x}ov, Ana Mor{n:x}e said.") for n in range(first, first + 5))


def test_words_that_are_forgotten_after_their_batch_leave_the_readings_as_they_were(reads: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = list(reads.read(towns(1000)))
    monkeypatch.setattr(reader, "KEPT", 0)
    before = len(reads.nlp.vocab.strings)
    assert list(reads.read(towns(1000))) == kept
    assert len(list(reads.read(towns(2000)))) == 5
    assert len(reads.nlp.vocab.strings) == before
