"""What the network says about each window, as words' tags, trees and spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from gesta.reading.encoder import EncodedBatch, Encoder, Floats, Ints
from gesta.reading.subjects import SUBJECTS, one_subject_each
from gesta.reading.tagging import best_bio, best_bioes, bio_spans, bioes_spans
from gesta.reading.trees import best_heads, best_relations, one_thread, relation_scores, sentence_arcs

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A source or content span [first, end) and the first word of its cue; None where it has no cue in the window."""

    first: int
    end: int
    cue: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """One window, all positions in words of the window.

    ``starts`` are the first words of its sentences (0 is always one); ``heads`` gives a root its own position; ``entities`` are
    (first, end, label) and do not overlap; spans of the other layers do not overlap within their layer.
    """

    starts: list[int]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[tuple[int, int, str]]
    sources: list[Linked]
    cues: list[Span]
    contents: list[Linked]


def read_windows(encoder: Encoder, windows: Sequence[Sequence[str]], breaks: Sequence[Sequence[int]] | None = None) -> list[Decoded]:
    """Encode and decode windows of words, in the order given.

    ``breaks`` are words at which a sentence starts for certain (paragraphs); no name and no source lies across one. Give the
    windows of one article in one call: int8 activations share a scale within a batch, so windows of another article beside them
    would move scores a little.
    """
    result: list[Decoded | None] = [None] * len(windows)
    with one_thread():
        for batch in encoder.encode(windows):
            known = [breaks[number] for number in batch.windows] if breaks is not None else [()] * len(batch.windows)
            for number, decoded in zip(batch.windows, decode_batch(encoder, batch, sentence_numbers(batch, known)), strict=True):
                result[number] = within_lines(decoded, breaks[number]) if breaks is not None else decoded
    return [each for each in result if each is not None]


def within_lines(found: Decoded, breaks: Sequence[int]) -> Decoded:
    """The window with names cut at the breaks, and of a source what stands nearest to its cue: "… the U.N." ends a paragraph."""
    edges = sorted(breaks)
    entities = [(a, b, label) for first, end, label in found.entities for a, b in pairwise([first, *_cut(first, end, edges), end])]
    sources = [_nearest(s, cuts) if (cuts := _cut(s.first, s.end, edges)) else s for s in found.sources]
    return found if entities == found.entities and sources == found.sources else replace(found, entities=entities, sources=sources)


def _cut(first: int, end: int, edges: list[int]) -> list[int]:
    """The edges inside a span."""
    low = bisect_right(edges, first)
    return [edge for edge in edges[low : low + end - first] if edge < end]


def _nearest(source: Linked, cuts: list[int]) -> Linked:
    cue = source.first if source.cue is None else source.cue
    first, end = min(pairwise([source.first, *cuts, source.end]), key=lambda part: max(part[0] - cue, cue - part[1] + 1))
    return replace(source, first=first, end=end)


def sentence_numbers(batch: EncodedBatch, breaks: Sequence[Sequence[int]]) -> Ints:
    """Number [B,W] of each word's sentence within its window, -1 for padding."""
    starts = batch.tags["sentence"][:, :, 0] > 0
    starts[:, 0] = True
    for row, places in enumerate(breaks):
        starts[row, list(places)] = True
    padding = np.arange(starts.shape[1])[None, :] >= batch.lengths[:, None]
    return np.where(padding, -1, np.cumsum(starts, axis=1) - 1)


def decode_batch(encoder: Encoder, batch: EncodedBatch, sentence: Ints) -> list[Decoded]:
    """All windows of a batch, given each word's sentence."""
    labels = encoder.labels
    arcs = sentence_arcs(batch.arc, sentence)
    heads = best_heads(arcs, sentence)
    relations = _relations(encoder, batch, heads)
    _one_subject_each(encoder, batch, arcs, heads, relations)
    entity = best_bioes(batch.tags["entity"], batch.lengths)
    upos, xpos = batch.tags["upos"].argmax(2), batch.tags["xpos"].argmax(2)
    layers = _layers(batch)
    found = []
    for row, length in enumerate(batch.lengths.tolist()):
        cues = bio_spans(layers["cue"][row, :length])
        own = heads[row, :length]
        found.append(
            Decoded(
                starts=[0, *(np.flatnonzero(np.diff(sentence[row, :length])) + 1).tolist()],
                upos=[labels.upos[tag] for tag in upos[row, :length].tolist()],
                xpos=[labels.xpos[tag] for tag in xpos[row, :length].tolist()],
                heads=np.where(own == 0, np.arange(length), own - 1).tolist(),
                relations=[labels.relation[tag] for tag in relations[row, :length].tolist()],
                entities=bioes_spans(entity[row, :length], labels.entity),
                sources=_linked(bio_spans(layers["source"][row, :length]), cues, batch.link[row]),
                cues=cues,
                contents=_linked(bio_spans(layers["content"][row, :length]), cues, batch.link[row]),
            )
        )
    return found


def _layers(batch: EncodedBatch) -> dict[str, Ints]:
    """BIO tags [B,W] of the three layers; padding scores as O, so that the path through a window does not see it."""
    names = ("source", "cue", "content")
    scores = np.concatenate([batch.tags[name] for name in names])
    padding = np.arange(scores.shape[1])[None, :] >= np.tile(batch.lengths, len(names))[:, None]
    scores = np.where(padding[:, :, None], np.array([0.0, -1e9, -1e9], dtype=np.float32), scores)
    return dict(zip(names, np.split(best_bio(scores), len(names)), strict=True))


def _relations(encoder: Encoder, batch: EncodedBatch, heads: Ints) -> Ints:
    real = np.arange(heads.shape[1])[None, :] < batch.lengths[:, None]
    rows = np.broadcast_to(np.arange(len(heads))[:, None], heads.shape)[real]
    chosen = batch.head[rows, heads[real]]
    found = np.zeros(heads.shape, dtype=np.int64)
    root = encoder.labels.relation.index("root")
    found[real] = best_relations(encoder.relation_tensor, batch.dependent[real], chosen, heads[real] == 0, root)
    return found


def _one_subject_each(encoder: Encoder, batch: EncodedBatch, arcs: Floats, heads: Ints, relations: Ints) -> None:
    names = encoder.labels.relation
    subjects, root = np.isin(names, SUBJECTS), names.index("root")
    for row, length in enumerate(batch.lengths.tolist()):
        own, found = heads[row, :length], relations[row, :length]
        if not (np.bincount(own[subjects[found]], minlength=1) > 1).any():
            continue

        def scores(words: Ints, at: Ints, row: int = row) -> Floats:
            return relation_scores(encoder.relation_tensor, batch.dependent[row, words], batch.head[row, at], at == 0, root)

        one_subject_each(arcs[row, :length, : length + 1], own, found, subjects, scores)


def _linked(spans: Sequence[Span], cues: Sequence[Span], link: Floats) -> list[Linked]:
    """The cue of each span: the one whose first word its words score highest together, or none of them."""
    if not spans:
        return []
    firsts = [first for first, _ in cues]
    chosen = link[:, [0, *(first + 1 for first in firsts)]]
    linked = []
    for first, end in spans:
        best = int((np.add.reduce(chosen[first:end], axis=0) / np.float32(end - first)).argmax())
        linked.append(Linked(first=first, end=end, cue=firsts[best - 1] if best else None))
    return linked
