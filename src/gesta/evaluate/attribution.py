"""Attribution on PolNeAR: words in source, cue and content through the encoder, and whole attributions as `gesta` reads the text.

A whole attribution is right where it and the gold's, one to one, share a code point in source, in cue and in content; what the gold leaves
empty (a source that the text hides) must be empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.annotated import BEGIN, IGNORE, INSIDE, Document, attributed
from gesta.evaluate.corpus import records
from gesta.evaluate.decoding import compared, decode_documents, no_paragraphs, sentence_starts
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.pairing import paired
from gesta.evaluate.task import Measure, Miss, Scored, Task, tallied
from gesta.model import Reading, Span
from gesta.model.reading import Attribution
from gesta.reading.decode import Decoded
from gesta.reading.encoder import Encoder

LAYERS: Final = ("source", "cue", "content")
Triple = dict[str, tuple[Span, ...]]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article; one without a tokenisation has no figures by word."""
    rows = [row for path in paths for row in records(path)]
    in_words = [attributed(row) for row in rows if row["offsets"]]
    by_word = {each.document: each for each in scored(equipment.encoder, in_words)}
    for row, reading in zip(rows, equipment.read(row["text"] for row in rows), strict=True):
        known = by_word.get(row["id"], Scored(document=row["id"]))
        counts, misses = whole(row, reading)
        yield Scored(document=row["id"], counts=known.counts + counts, misses=tuple(misses))


def scored(encoder: Encoder, documents: Sequence[Document]) -> Iterator[Scored]:
    """Words of the three layers, spans of them, and the cue of each word of source and content."""
    for document, windows in zip(documents, decode_documents(encoder, documents, no_paragraphs), strict=True):
        counts: Counter[str] = Counter()
        for layer, found in spans_of(windows).items():
            column = document.columns[layer]
            compared(counts, f"{layer} spans", runs(column), found)
            compared(counts, layer, (n for n, tag in enumerate(column) if tag), (n for s, e in found for n in range(s, e)))
        compared(counts, "sentences", sentence_starts(document), (first + place for first, decoded in windows for place in decoded.starts))
        linked = {
            first + place: first + each.cue if each.cue is not None else -1
            for first, decoded in windows
            for each in (*decoded.contents, *decoded.sources)
            for place in range(each.first, each.end)
        }
        gold = [(place, cue) for place, cue in enumerate(document.columns["link"]) if cue != IGNORE]
        counts["link right"] += sum(linked.get(place) == cue for place, cue in gold)
        counts["link of"] += len(gold)
        yield Scored(document=document.id, counts=counts)


def spans_of(windows: Iterable[tuple[int, Decoded]]) -> dict[str, list[tuple[int, int]]]:
    """Decoded spans of words by layer."""
    out: dict[str, list[tuple[int, int]]] = {layer: [] for layer in LAYERS}
    for first, decoded in windows:
        out["source"] += [(first + each.first, first + each.end) for each in decoded.sources]
        out["cue"] += [(first + start, first + end) for start, end in decoded.cues]
        out["content"] += [(first + each.first, first + each.end) for each in decoded.contents]
    return out


def runs(column: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Spans of a column of begins and insides."""
    start = None
    for place, tag in enumerate([*column, 0]):
        if start is not None and tag != INSIDE:
            yield start, place
            start = None
        if tag == BEGIN or (tag == INSIDE and start is None):
            start = place


def whole(row: dict[str, Any], reading: Reading) -> tuple[Counter[str], list[Miss]]:
    """Counts of whole attributions, and those that are missed or beyond the gold."""
    gold = [{layer: tuple(Span(*span) for span in each[layer]) for layer in LAYERS} for each in row["attributions"]]
    found = [triple(reading, each) for each in reading.attributions]
    pairs = paired(gold, found, fit)
    counts: Counter[str] = Counter()
    tallied(counts, "whole", len(pairs), len(gold), len(found))
    hit, used = {g for g, _ in pairs}, {f for _, f in pairs}
    left = [("missed", each) for n, each in enumerate(gold) if n not in hit]
    left += [("beyond the gold", each) for n, each in enumerate(found) if n not in used]
    return counts, [Miss(document=row["id"], what=f"{what}: {said(reading, each, 'source')} / {said(reading, each, 'cue')}",
                         text=said(reading, each, "content"), weight=size(each)) for what, each in left]  # fmt: skip


def triple(reading: Reading, each: Attribution) -> Triple:
    """A reading's attribution in code points."""
    return {layer: tuple(reading.span(run) for run in getattr(each, layer)) for layer in LAYERS}


def fit(gold: Triple, found: Triple) -> float:
    """How much of the content two attributions share; 0 where any of their parts share nothing."""
    if any(bool(gold[layer]) != bool(found[layer]) or (gold[layer] and not shared(gold[layer], found[layer])) for layer in LAYERS):
        return 0.0
    return 1.0 + shared(gold["content"], found["content"]) + shared(gold["cue"], found["cue"])


def shared(gold: tuple[Span, ...], found: tuple[Span, ...]) -> float:
    """The shared code points of two lists of spans, as a share of all that either holds."""
    ours, theirs = ({i for span in spans for i in range(*span)} for spans in (gold, found))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def size(each: Triple) -> float:
    """Code points of the content."""
    return float(sum(end - start for start, end in each["content"]))


def said(reading: Reading, each: Triple, layer: str) -> str:
    """The words of a layer."""
    return " … ".join(reading.text[slice(*span)] for span in each[layer]) or "-"


TASK: Final = Task(
    name="attribution",
    about="who says what: words of source, cue and content; whole attributions",
    corpus=("polnear/{split}.jsonl.gz",),
    measures=(
        *(Measure(name=f"words of {layer}", key=layer, wanted=w) for layer, w in zip(LAYERS, (0.86, 0.76, 0.92), strict=True)),
        *(Measure(name=f"exact spans of {layer}", key=f"{layer} spans") for layer in LAYERS),
        Measure(name="words of source and content with their cue", key="link", kind="share"),
        Measure(name="sentence starts, none given", key="sentences"),
        Measure(name="whole attributions: source, cue and content overlap", key="whole", wanted=0.65),
        Measure(name="whole attributions, precision", key="whole", kind="precision"),
        Measure(name="whole attributions, recall", key="whole", kind="recall"),
    ),
    score=score,
)
