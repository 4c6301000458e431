"""The words of a report as numbers, folded so that house style does not matter, and which of them are somebody's quoted words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)|(?<!\w)‘[^’\n]*(?:’\w[^’\n]*)*’(?!\w)")
# British and American spelling, both sides of each pair to one form; that "four" and "for" meet costs nothing in runs of five words.
HOUSE_STYLE = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"['’]s?$|(?<=s)['’]$", ""),
        (r"our(?=$|s$|ed$|ing$|ite|able|ly$|al|hood)", "or"),
        (r"(?<=[^aeiou])is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
        (r"lys(?=(?:e|ed|es|ing)$)", "lyz"),
        (r"(?<=[fv]en)ce(?=s?$)", "se"),
        (r"(?<=[aeiou]l)l(?=(?:ed|ing|er|ers)$)", ""),
        (r"tre(?=s?$)", "ter"),
        (r"mme(?=s?$)", "m"),
        (r"ogue(?=s?$)", "og"),
    )
)
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
SPREAD = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text's words in order, 32-bit hashes of their folded forms; `quoted` is true for each word inside quotation marks."""

    words: npt.NDArray[np.uint32]
    quoted: Mask

    def __len__(self) -> int:
        """Number of words."""
        return len(self.words)


def wording(text: str) -> Wording:
    """The text's words; the same words whatever the case, accents, spelling of either side of the Atlantic, and punctuation."""
    words, starts = [], []
    for match in WORD.finditer(text):
        words.append(word_hash(match[0]))
        starts.append(match.start())
    at = np.array(starts, dtype=np.int64)
    quoted = np.zeros(len(at), dtype=np.bool_)
    for start, end in quotations(text):
        first, last = np.searchsorted(at, (start, end))
        quoted[first:last] = True
    return Wording(words=np.array(words, dtype=np.uint32), quoted=quoted)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of code points inside quotation marks; a quotation left open ends with its paragraph, for it is opened anew in the next."""
    return (match.span() for match in QUOTED.finditer(text))


@lru_cache(maxsize=1 << 18)
def word_hash(word: str) -> int:
    """32 bits that are the same on every machine."""
    return int.from_bytes(blake2b(folded(word).encode(), digest_size=4).digest())


def folded(word: str) -> str:
    """Lower case without accents, full stops of abbreviations, commas of numbers, possessive; one spelling of two."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold().replace("ı", "i")
    if plain[0].isdigit():
        return plain.replace(",", "")
    bare = plain.replace(".", "")
    for pattern, form in HOUSE_STYLE:
        bare = pattern.sub(form, bare)
    return bare or plain


def shingles(words: npt.NDArray[np.uint32], size: int) -> Hashes:
    """One 64-bit hash for each run of `size` words, at the run's first word: as many as words less `size` - 1, none for shorter texts."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    found: Hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        found *= MULTIPLIER
        found += words[offset : offset + count] * SPREAD
    found ^= found >> np.uint64(31)
    return found
