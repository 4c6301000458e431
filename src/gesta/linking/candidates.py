"""Which pairs of reports are worth comparing word by word: those that share fingerprints.

A fingerprint is the smallest of eight successive hashes of six words ("winnowing": Schleimer, Wilkerson and Aiken 2003), so two texts
that share a run of thirteen words anywhere share at least one. Unlike a MinHash of the whole text it finds the paragraph that was cut
out of a long story, at the same cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gesta.linking.wording import Hashes, Wording, shingles

SIZE = 6
WINDOW = 8
# Of a passage that thousands print, the first few printings are enough to find its origin; more would make the work quadratic.
POSTINGS = 48
COMPARED = 16
# One shared fingerprint is a shared phrase.
AT_LEAST = 2

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """A text's fingerprints, and for each the index of its first word; each covers `SIZE` words."""

    hashes: Hashes
    at: Indices


def fingerprints(text: Wording) -> Fingerprints:
    """The smallest hash of every window, the rightmost of equals, each once; of a text shorter than a window its smallest."""
    hashes = shingles(text.words, SIZE)
    if not len(hashes):
        return Fingerprints(hashes=hashes, at=np.zeros(0, dtype=np.int64))
    windows = np.lib.stride_tricks.sliding_window_view(hashes, min(WINDOW, len(hashes)))
    at = np.unique(np.arange(len(windows)) + windows.argmin(axis=1))
    return Fingerprints(hashes=hashes[at], at=at)


def candidates(texts: Sequence[Fingerprints]) -> list[list[int]]:
    """For each text the earlier ones that share most fingerprints with it, at most `COMPARED`, most first, earliest of equals.

    Time and memory grow with the number of fingerprints: of each only the first `POSTINGS` texts are remembered.
    """
    later, earlier = pairs(texts)
    found: list[list[int]] = [[] for _ in texts]
    if not len(later):
        return found
    both, counts = np.unique(later * len(texts) + earlier, return_counts=True)
    kept = counts >= AT_LEAST
    both, counts = both[kept], counts[kept]
    order = np.lexsort((both % len(texts), -counts, both // len(texts)))
    for pair in both[order].tolist():
        chosen = found[pair // len(texts)]
        if len(chosen) < COMPARED:
            chosen.append(pair % len(texts))
    return found


def pairs(texts: Sequence[Fingerprints]) -> tuple[Indices, Indices]:
    """Indices of a later and an earlier text, one pair for each fingerprint that they share."""
    owners = np.repeat(np.arange(len(texts)), [len(text.hashes) for text in texts])
    hashes = np.concatenate([text.hashes for text in texts]) if texts else np.zeros(0, dtype=np.uint64)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.zeros(0, dtype=np.int64)
    start = np.repeat(starts, np.diff(np.r_[starts, len(hashes)]))
    rank = np.arange(len(hashes)) - start
    later, earlier = [], []
    for place in range(min(POSTINGS, int(rank.max(initial=0)))):
        after = rank > place
        later.append(owners[after])
        earlier.append(owners[start[after] + place])
    if not later:
        return start[:0], start[:0]
    first, second = np.concatenate(later), np.concatenate(earlier)
    differ = first != second
    return first[differ], second[differ]
