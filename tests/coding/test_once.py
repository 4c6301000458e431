from __future__ import annotations

from gesta.coding.once import once_a_reading, once_a_word
from gesta.model import Reading
from tests.coding.plain_words import words_of

ASKED: list[int | None] = []


@once_a_word
def length(reading: Reading, i: int) -> int:
    ASKED.append(i)
    return len(reading.words[i].text)


@once_a_reading
def count(reading: Reading) -> int:
    ASKED.append(None)
    return len(reading.words)


def read(text: str) -> Reading:
    return Reading(text=text, words=words_of(text), sentences=(), mentions=(), attributions=(), pipeline="test")


def test_each_word_and_each_reading_is_looked_at_once() -> None:
    ASKED.clear()
    first, second = read("Shells fell"), read("Shells fell again")
    assert [length(first, 0), length(first, 1), length(first, 0), count(first), count(first)] == [6, 4, 6, 2, 2]
    assert ASKED == [0, 1, None]
    assert (length(second, 0), count(second)) == (6, 3)
    assert ASKED == [0, 1, None, 0, None]
