"""What two texts share, word by word: how much of each, in which runs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gesta.linking.wording import Mask, Wording, shingles

# A run counts from six words on: five in a row are often the only way to say a thing ("more than 6,600 people were").
SIZE = 6

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Words of two texts that stand in shared runs; quoted words and an outlet's stock passages count neither as shared nor as missing.

    `of_later` and `of_earlier` are shares of each text's own words, 0 to 1; `words` the shared ones of the later text, `runs` their
    number of runs, `longest` the words of the longest. `covered` marks them in the later text; `there` has for each word of the later
    text the number of the same word in the earlier one, -1 where it is not covered.
    """

    of_later: float
    of_earlier: float
    words: int
    runs: int
    longest: int
    covered: Mask
    there: Indices


def overlap(later: Wording, earlier: Wording, *, own_later: Mask, own_earlier: Mask) -> Overlap:
    """Compares two texts of which the masked words are their own."""
    runs = shared_runs(later, earlier)
    covered, taken = np.zeros(len(later), dtype=np.bool_), np.zeros(len(earlier), dtype=np.bool_)
    there = np.full(len(later), -1, dtype=np.int64)
    lengths = []
    for first, at, length in runs:
        own = own_later[first : first + length] & ~covered[first : first + length]
        if own.sum() >= SIZE:
            lengths.append(int(own.sum()))
        covered[first : first + length] = True
        taken[at : at + length] = True
        there[first : first + length] = np.arange(at, at + length)
    covered &= own_later
    return Overlap(
        of_later=share(covered, own_later),
        of_earlier=share(taken & own_earlier, own_earlier),
        words=int(covered.sum()),
        runs=len(lengths),
        longest=max(lengths, default=0),
        covered=covered,
        there=there,
    )


def share(some: Mask, own: Mask) -> float:
    """The part of a text's own words that is marked; 0 for a text without any."""
    return float(some.sum() / own.sum()) if own.any() else 0.0


def shared_runs(later: Wording, earlier: Wording) -> list[tuple[int, int, int]]:
    """Runs of equal words: first word in the later text, in the earlier, and length of at least `SIZE`."""
    left, right = shingles(later.words, SIZE), shingles(earlier.words, SIZE)
    if not len(left) or not len(right):
        return []
    values, first = np.unique(right, return_index=True)
    near = np.minimum(np.searchsorted(values, left), len(values) - 1)
    here = np.flatnonzero(values[near] == left)
    if not len(here):
        return []
    there = first[near[here]]
    breaks = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1)) + 1
    starts, ends = np.r_[0, breaks], np.r_[breaks, len(here)]
    return [(int(here[a]), int(there[a]), int(here[b - 1] - here[a]) + SIZE) for a, b in zip(starts, ends, strict=True)]
