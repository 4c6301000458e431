"""Entities: exact spans with their label on Worldwide Newswire, through the shipped encoder with names hidden, as gesta reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from gesta.evaluate.annotated import Document, entity_spans, read_entities
from gesta.evaluate.decoding import compared, decode_documents, no_paragraphs
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.task import Measure, Miss, Scored, Task
from gesta.reading.encoder import Encoder

NINE: Final = "nine labels"
#: Facility is not counted as a place.
GROUPS: Final = {
    "persons, places, organisations, NORP": ("Person", "Location", "Organization", "NORP"),
    "places": ("Location",),
    "persons": ("Person",),
}
Spans = set[tuple[int, int, str]]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article."""
    yield from scored(equipment.encoder, [document for path in paths for document in read_entities(path)])


def scored(encoder: Encoder, documents: Sequence[Document]) -> Iterator[Scored]:
    """Each document's counts and what differs."""
    for document, windows in zip(documents, decode_documents(encoder, documents, no_paragraphs), strict=True):
        gold = entity_spans(document.columns["entity"])
        found = {(first + s, first + e, label) for first, decoded in windows for s, e, label in decoded.entities}
        counts: Counter[str] = Counter()
        compared(counts, NINE, gold, found)
        for name, labels in GROUPS.items():
            compared(counts, name, chosen(gold, labels), chosen(found, labels))
        yield Scored(document=document.id, counts=counts, misses=tuple(misses(document, gold, found)))


def chosen(spans: Iterable[tuple[int, int, str]], labels: Sequence[str]) -> Spans:
    """The spans of these labels."""
    return {span for span in spans if span[2] in labels}


def misses(document: Document, gold: Spans, found: Spans) -> Iterator[Miss]:
    """Spans of one side alone, with the words around them; longer ones weigh more."""
    for what, spans in (("missed", gold - found), ("beyond the gold", found - gold)):
        for first, end, label in sorted(spans):
            said, around = " ".join(document.words[first:end]), " ".join(document.words[max(0, first - 8) : end + 8])
            yield Miss(document=document.id, what=f"{what}: {label} {said}", text=around, weight=float(end - first))


TASK: Final = Task(
    name="entities",
    about="named entities, exact span and label",
    corpus=("worldwide_ner/{split}.jsonl.gz",),
    measures=(
        Measure(name=NINE, key=NINE, wanted=0.80),
        *(Measure(name=name, key=name, wanted=0.84 if "," in name else None) for name in GROUPS),
    ),
    score=score,
)
