"""Stock passages: what one outlet prints in story after story, such as footers and standing background. They prove no copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from gesta.linking.candidates import SIZE, Fingerprints
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.wording import Hashes, Mask

# Printed by one outlet in so many stories that have little else in common, a passage is stock.
STORIES = 3
# A report that would have fewer words left keeps its stock.
WORDS_LEFT = 12


def stock_hashes(outlets: Sequence[str | None], marks: Sequence[Fingerprints], stories: Sequence[int]) -> Hashes:
    """The fingerprints that an outlet prints in at least `STORIES` stories, sorted; `stories` numbers each report's story."""
    repeated = repeated_hashes(marks)
    places: Mapping[tuple[str, int], set[int]] = defaultdict(set)
    for outlet, text, story in zip(outlets, marks, stories, strict=True):
        for hashed in text.hashes[among(text.hashes, repeated)].tolist() if outlet else ():
            places[newsroom_key(outlet or ""), hashed].add(story)
    return np.array(sorted({hashed for (_, hashed), found in places.items() if len(found) >= STORIES}), dtype=np.uint64)


def repeated_hashes(marks: Sequence[Fingerprints]) -> Hashes:
    """Fingerprints that stand in at least `STORIES` places."""
    every, counts = np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *(text.hashes for text in marks)]), return_counts=True)
    return every[counts >= STORIES]


def without_stock(own: Mask, marks: Fingerprints, stock: Hashes) -> Mask:
    """The mask of a text's own words less those under a stock fingerprint; as it was where too few would be left."""
    left = own.copy()
    for at in marks.at[among(marks.hashes, stock)].tolist():
        left[at : at + SIZE] = False
    return left if left.sum() >= WORDS_LEFT else own


def among(some: Hashes, every: Hashes) -> Mask:
    """Which of some hashes stand among many that are sorted: `numpy.isin` would sort the many again for each text."""
    if not len(every):
        return np.zeros(len(some), dtype=np.bool_)
    found: Mask = every[np.minimum(np.searchsorted(every, some), len(every) - 1)] == some
    return found
