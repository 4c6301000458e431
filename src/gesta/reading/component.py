"""gesta's network as a spaCy component: one pass sets tags, lemmas, heads, entities and attributions of every Doc of a batch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from gesta.codebook.register_rows import Country
from gesta.model import Attribution
from gesta.reading.decode import Decoded, read_windows
from gesta.reading.encoder import MODEL_FOLDER, Encoder
from gesta.reading.inputs import InputMaker
from gesta.reading.lemmas import LemmaTable
from gesta.reading.long_names import LongNames, spread
from gesta.reading.names import forms_of
from gesta.reading.tokens import Hashes, Tokens, opening_words, tokens_of
from gesta.reading.told import attributions_told
from gesta.reading.windows import cut_windows

ATTRIBUTIONS = "gesta_attributions"
BREAKS = "gesta_breaks"
DOCS_AT_ONCE = 32
Ranges = list[tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]]


class Network:
    """The component; it also leaves attributions, as token ranges (sources, cue, contents), in `doc.user_data`."""

    def __init__(self, folder: Path = MODEL_FOLDER, threads: int = 0) -> None:
        """Raises ModelMissing's cause (OSError) when the model's files are not there."""
        self.encoder = Encoder(folder, threads=threads)
        self.lemmas = LemmaTable.from_file(folder / "lemmas.json.gz")
        self.long_names = LongNames(self.encoder.maker.names.forms)

    def know(self, states: Iterable[Country]) -> None:
        """From now on the network sees the names of these states as the symbols of their class, those of several words as one."""
        maker = self.encoder.maker
        self.encoder.maker = InputMaker(maker.pieces, maker.names.also_knowing(forms_of(states)))
        self.long_names = LongNames(self.encoder.maker.names.forms)

    def __call__(self, doc: Doc) -> Doc:
        """The doc, annotated."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = DOCS_AT_ONCE) -> Iterator[Doc]:
        """The docs in their order, annotated; windows of a whole batch go through the encoder together."""
        stream = iter(docs)
        while batch := list(islice(stream, min(batch_size, DOCS_AT_ONCE))):
            yield from self.annotate(batch)

    def annotate(self, batch: list[Doc]) -> list[Doc]:
        """Each doc with what the network says of it."""
        for doc in batch:
            self.write(doc, *self.told(doc))
        return batch

    def told(self, doc: Doc) -> tuple[Tokens, list[tuple[int, Decoded]]]:
        """What the network says of a doc's tokens, window by window; the doc stays as it is.

        A doc's windows are read together, and never two docs': activations are quantised by batch, and no doc may depend on another.
        """
        tokens = tokens_of(doc)
        lines = opening_words(tokens, doc.user_data.get(BREAKS, ()))
        joined = self.long_names.joined(tokens.forms, frozenset(lines))
        opening = [bisect_left(joined.edges, w) for w in lines]
        windows = cut_windows(joined.words, opening, self.encoder.maker.counts.__getitem__) if joined.words else []
        breaks = [[w - first for w in opening if first <= w < end] for first, end in windows]
        decoded = read_windows(self.encoder, [joined.words[first:end] for first, end in windows], breaks)
        return tokens, [spread_at(joined.edges[a : b + 1], found) for (a, b), found in zip(windows, decoded, strict=True)]

    def write(self, doc: Doc, tokens: Tokens, parts: list[tuple[int, Decoded]]) -> None:
        """Puts what was decoded into the doc; white-space tokens hang from the word before them."""
        columns: Any = np.zeros((len(doc), 7), dtype=np.uint64)
        hashes = Hashes(doc.vocab.strings)
        columns[:, :2] = hashes["_SP"], hashes["SPACE"]
        columns[1:, 2] = np.uint64(2**64 - 1)
        attributions: Ranges = []
        for first, found in parts:
            self.window(columns, hashes, tokens, first, found)
            attributions += ranges(tokens.at, attributions_told(first, found))
        doc.from_array([TAG, POS, HEAD, DEP, LEMMA, ENT_IOB, ENT_TYPE], columns)
        doc.user_data[ATTRIBUTIONS] = attributions

    def window(self, columns: Any, hashes: Hashes, tokens: Tokens, first: int, found: Decoded) -> None:
        """One window's columns."""
        count = len(found.heads)
        at = np.array(tokens.at[first : first + count])
        heads = np.array(found.heads)
        columns[at, 0] = [hashes[xpos] for xpos in found.xpos]
        columns[at, 1] = [hashes[upos] for upos in found.upos]
        columns[at, 2] = (at[heads] - at).astype(np.uint64)
        columns[at, 3] = [hashes[relation] for relation in found.relations]
        columns[at[heads == np.arange(count)], 3] = hashes["ROOT"]
        forms = tokens.forms[first : first + count]
        columns[at, 4] = [hashes[self.lemmas(*word)] for word in zip(forms, found.upos, found.xpos, strict=True)]
        columns[at, 5] = 2
        for start, end, label in found.entities:
            begin, stop = tokens.at[first + start], tokens.at[first + end - 1] + 1
            columns[begin:stop, 5], columns[begin, 5], columns[begin:stop, 6] = 1, 3, hashes[label]


def spread_at(edges: list[int], found: Decoded) -> tuple[int, Decoded]:
    """The first word of a window whose joined words have these edges, and what was said of its own words."""
    return edges[0], spread(found, [edge - edges[0] for edge in edges])


def ranges(at: Sequence[int], told: Iterable[Attribution]) -> Ranges:
    """Attributions as ranges of the doc's tokens; `at` are the positions of its words."""
    return [
        (
            [(at[a], at[b - 1] + 1) for a, b in t.source],
            [(at[a], at[b - 1] + 1) for a, b in t.cue],
            [(at[a], at[b - 1] + 1) for a, b in t.content],
        )
        for t in told
    ]


ASSIGNS = ["token.tag", "token.pos", "token.lemma", "token.head", "token.dep", "doc.ents"]


@Language.factory("gesta_network", default_config={"threads": 0}, assigns=ASSIGNS)
def make_network(nlp: Language, name: str, threads: int) -> Network:
    """The component by name, for any spaCy pipeline."""
    return Network(threads=threads)


def load_pipeline(name: str | None, threads: int) -> Language:
    """The shipped pipeline, or an installed spaCy pipeline by name (OSError when there is none of that name)."""
    if name is not None:
        return spacy.load(name)
    nlp = spacy.blank("en")
    nlp.add_pipe("gesta_network", config={"threads": threads})
    return nlp
