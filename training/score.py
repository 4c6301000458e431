"""Score an exported model on all development data through the code that runs in gesta: ``python training/score.py --data DIR``.

Worldwide Newswire: F1 of exact spans with nine labels, and of four groups: Person, Location (places; Facility is not counted as
one), Organization and NORP. PolNeAR: F1 of tokens in source, cue and content, of exact spans in the same layers, the share of gold
source and content tokens whose cue is right, and F1 of sentence starts. GUM: gold tokens; accuracy of tags, UAS and LAS (with
subtypes, punctuation counted) with gold sentences; F1 of sentence starts and LAS with the model's own sentences.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from card import write_scores
from corpora import (
    ENTITY_TAGS,
    IGNORE,
    OUTSIDE,
    Document,
    Labels,
    entity_spans,
    read_attributions,
    read_entities,
    read_trees,
    tree_documents,
)
from gesta.reading.decode import Decoded, read_windows
from gesta.reading.encoder import MODEL_FOLDER, Encoder
from gesta.reading.tagging import bio_spans
from gesta.reading.windows import cut_windows

GROUPS = {"four_groups": ("Person", "Location", "Organization", "NORP"), "places": ("Location",), "persons": ("Person",)}
Tally = Counter[str]


def decode_documents(
    encoder: Encoder, documents: Sequence[Document], paragraphs: Callable[[Document], Sequence[int]]
) -> list[list[tuple[int, Decoded]]]:
    """For each document its windows, each with its first word; ``paragraphs`` says where sentences start for certain."""
    windows, breaks, places = [], [], []
    for number, document in enumerate(documents):
        sure = sorted(paragraphs(document))
        for first, end in cut_windows(document.words, sure, lambda word: len(encoder.maker.pieces(word))):
            windows.append(document.words[first:end])
            breaks.append([place - first for place in sure if first <= place < end])
            places.append((number, first))
    found: list[list[tuple[int, Decoded]]] = [[] for _ in documents]
    for (number, first), decoded in zip(places, read_windows(encoder, windows, breaks), strict=True):
        found[number].append((first, decoded))
    return found


def no_paragraphs(_: Document) -> Sequence[int]:
    """The document is one paragraph: windows are cut at full stops."""
    return ()


def sentence_starts(document: Document) -> Sequence[int]:
    """Gold sentences."""
    return [first for first, _ in document.sentences]


def f1(tally: Tally, name: str) -> float:
    """F1 from counts of right, gold and found."""
    return round(2 * tally[f"{name} right"] / max(1, tally[f"{name} gold"] + tally[f"{name} found"]), 4)


def add(tally: Tally, name: str, gold: Iterable[object], found: Iterable[object]) -> None:
    """Count two sets of items that must be equal to be right."""
    wanted, got = set(gold), set(found)
    tally[f"{name} right"] += len(wanted & got)
    tally[f"{name} gold"] += len(wanted)
    tally[f"{name} found"] += len(got)


def score_entities(encoder: Encoder, documents: Sequence[Document]) -> dict[str, float]:
    """Exact spans and labels."""
    tally: Tally = Counter()
    for document, windows in zip(documents, decode_documents(encoder, documents, no_paragraphs), strict=True):
        gold = entity_spans(document.columns["entity"])
        found = {(first + s, first + e, label) for first, decoded in windows for s, e, label in decoded.entities}
        add(tally, "nine_labels", gold, found)
        for name, labels in GROUPS.items():
            add(tally, name, (span for span in gold if span[2] in labels), (span for span in found if span[2] in labels))
    return {name: f1(tally, name) for name in ("nine_labels", *GROUPS)}


def score_attributions(encoder: Encoder, documents: Sequence[Document]) -> dict[str, float]:
    """Tokens of the three layers, and the cue of source and content tokens."""
    tally: Tally = Counter()
    for document, windows in zip(documents, decode_documents(encoder, documents, no_paragraphs), strict=True):
        spans = {
            "source": [(first + each.first, first + each.end) for first, decoded in windows for each in decoded.sources],
            "cue": [(first + s, first + e) for first, decoded in windows for s, e in decoded.cues],
            "content": [(first + each.first, first + each.end) for first, decoded in windows for each in decoded.contents],
        }
        for layer, found in spans.items():
            add(tally, f"{layer}_spans", bio_spans(np.array(document.columns[layer])), found)
            gold = (place for place, tag in enumerate(document.columns[layer]) if tag != OUTSIDE)
            add(tally, layer, gold, (place for s, e in found for place in range(s, e)))
        add(tally, "sentences", sentence_starts(document), (first + place for first, decoded in windows for place in decoded.starts))
        linked = {
            first + place: first + each.cue if each.cue is not None else -1
            for first, decoded in windows
            for each in (*decoded.contents, *decoded.sources)
            for place in range(each.first, each.end)
        }
        gold_links = [(place, cue) for place, cue in enumerate(document.columns["link"]) if cue != IGNORE]
        tally["link right"] += sum(linked.get(place) == cue for place, cue in gold_links)
        tally["link gold"] += len(gold_links)
    names = ("source", "cue", "content", "source_spans", "cue_spans", "content_spans", "sentences")
    scores = {name: f1(tally, name) for name in names}
    return {**scores, "link": round(tally["link right"] / tally["link gold"], 4)}


def score_trees(encoder: Encoder, documents: Sequence[Document]) -> dict[str, float]:
    """Tags and trees with gold sentences, then sentence starts and trees with the model's own."""
    scores: dict[str, float] = {}
    for name, paragraphs in (("", sentence_starts), ("_own_sentences", no_paragraphs)):
        tally: Tally = Counter()
        for document, windows in zip(documents, decode_documents(encoder, documents, paragraphs), strict=True):
            for first, decoded in windows:
                count_trees(tally, encoder, document, first, decoded)
            starts = [first + place for first, decoded in windows for place in decoded.starts]
            add(tally, "sentences", sentence_starts(document), starts)
        words = tally["words"]
        if not name:
            scores = {column: round(tally[column] / words, 4) for column in ("uas", "las", "upos", "xpos")}
        else:
            scores |= {"las_own_sentences": round(tally["las"] / words, 4), "sentences": f1(tally, "sentences")}
    return scores


def count_trees(tally: Tally, encoder: Encoder, document: Document, first: int, decoded: Decoded) -> None:
    """Add one window's words."""
    names, columns = encoder.labels, document.columns
    for place, head in enumerate(decoded.heads):
        word = first + place
        tally["words"] += 1
        attached = columns["heads"][word] == (-1 if head == place else first + head)
        relation = columns["relation"][word]
        tally["uas"] += attached
        tally["las"] += attached and relation >= 0 and names.relation[relation] == decoded.relations[place]
        for column in ("upos", "xpos"):
            gold = columns[column][word]
            tally[column] += gold >= 0 and getattr(names, column)[gold] == getattr(decoded, column)[place]


def score_speed(encoder: Encoder, documents: Sequence[Document]) -> dict[str, float]:
    """Word-pieces a second of the bare network and of network and decoding together."""
    windows = [document.words[s:e] for document in documents for s, e in cut_windows(document.words, (), lambda _: 1)][:300]
    pieces = sum(len(encoder.maker(words, hide_names=False).pieces) for words in windows)
    start = time.perf_counter()
    for _ in encoder.encode(windows):
        pass
    bare = time.perf_counter() - start
    start = time.perf_counter()
    read_windows(encoder, windows)
    return {"bare": round(pieces / bare), "decoded": round(pieces / (time.perf_counter() - start))}


def score_model(folder: Path, data: Path, *, hide_names: bool, threads: int, every: int) -> dict[str, dict[str, float]]:
    """All scores of one model folder, on every n-th document."""
    encoder = Encoder(folder, threads=threads, hide_names=hide_names)
    labels = Labels({"entity": ENTITY_TAGS, **{name: getattr(encoder.labels, name) for name in ("upos", "xpos", "relation")}})
    news = read_entities(data / "worldwide_ner/dev.jsonl.gz")[::every]
    trees = tree_documents(read_trees(data / "ud/gum.dev.conllu.gz", commercial=False), labels)[::every]
    return {
        "worldwide": score_entities(encoder, news),
        "polnear": score_attributions(encoder, read_attributions(data / "polnear/dev.jsonl.gz")[::every]),
        "gum": score_trees(encoder, trees),
        "pieces_a_second": score_speed(encoder, news),
    }


def below(floors: Path, scores: dict[str, dict[str, float]]) -> int:
    """Prints each figure beside its floor; 1 when one lies below, else 0."""
    worst = 0
    for name, floor in json.loads(floors.read_text(encoding="utf-8")).items():
        layer, _, measure = name.partition(".")
        reached = scores[layer][measure]
        print(f"{name:28}{reached:8.3f}{floor:8.3f}{'' if reached >= floor else '  below its floor'}")
        worst = max(worst, int(reached < floor))
    return worst


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--float", type=Path, default=None, dest="float_copy", help="float copy of the model, scored too")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="score every n-th document only")
    parser.add_argument("--quick", action="store_true", help="only as shipped: names hidden")
    parser.add_argument("--floors", type=Path, default=None, help="JSON of figures that the shipped model must reach; exit 1 below one")
    parser.add_argument("--write", action="store_true", help="record scores: meta.json, model card")
    options = parser.parse_args(sys.argv[1:])
    scores = {}
    folders = {"int8": options.model, **({"float": options.float_copy} if options.float_copy else {})}
    for kind, folder in folders.items():
        for names in ("hidden",) if options.quick else ("hidden", "seen"):
            hidden = names == "hidden"
            found = score_model(folder, options.data, hide_names=hidden, threads=options.threads, every=options.every)
            scores[f"{kind}, names {names}"] = found
            print(kind, names, json.dumps(found), flush=True)
    if options.floors:
        sys.exit(below(options.floors, scores["int8, names hidden"]))
    if options.write:
        path = options.model / "meta.json"
        meta = {**json.loads(path.read_text(encoding="utf-8")), "scores": scores}
        path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
        card = Path(__file__).parent / "MODEL_CARD.md"
        write_scores(card, scores)
        shutil.copy(card, options.model / "MODEL_CARD.md")


if __name__ == "__main__":
    main()
