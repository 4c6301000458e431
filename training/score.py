"""Score an exported model on all development data through the code that runs in gesta: ``python training/score.py --data DIR``.

`gesta.evaluate` does the scoring (tasks entities, attribution, parse); here two models are set side by side, with names hidden and seen,
and the scores are written into ``meta.json`` and the model card.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from card import write_scores
from corpora import Document, read_attributions, read_entities
from gesta.evaluate import Scored, attribution, entities, parse
from gesta.evaluate.bootstrap import summed
from gesta.evaluate.task import Measure
from gesta.reading.checksums import write_checksums
from gesta.reading.decode import read_windows
from gesta.reading.encoder import MODEL_FOLDER, Encoder
from gesta.reading.windows import cut_windows

# Names in meta.json, with the counts of gesta.evaluate that they are made of.
WORLDWIDE: Final = {
    "nine_labels": Measure(name="", key=entities.NINE),
    **{name: Measure(name="", key=key) for name, key in zip(("four_groups", "places", "persons"), entities.GROUPS, strict=True)},
}
POLNEAR: Final = {
    **{layer: Measure(name="", key=layer) for layer in attribution.LAYERS},
    **{f"{layer}_spans": Measure(name="", key=f"{layer} spans") for layer in attribution.LAYERS},
    "sentences": Measure(name="", key="sentences"),
    "link": Measure(name="", key="link", kind="share"),
}
GUM: Final = {
    **{name: Measure(name="", key=name, kind="share") for name in parse.COLUMNS},
    "las_own_sentences": Measure(name="", key="las alone", kind="share"),
    "sentences": Measure(name="", key="sentences"),
}


def figures(scored: Iterable[Scored], measures: dict[str, Measure]) -> dict[str, float]:
    """The figures over all documents, four decimals."""
    counts = summed(list(scored))
    return {name: round(measure.value(counts) or 0.0, 4) for name, measure in measures.items()}


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
    news = read_entities(data / "worldwide_ner/dev.jsonl.gz")[::every]
    said = read_attributions(data / "polnear/dev.jsonl.gz")[::every]
    trees = parse.documents(encoder, [data / "ud/gum.dev.conllu.gz"])[::every]
    return {
        "worldwide": figures(entities.scored(encoder, news), WORLDWIDE),
        "polnear": figures(attribution.scored(encoder, said), POLNEAR),
        "gum": figures(parse.scored(encoder, trees), GUM),
        "pieces_a_second": score_speed(encoder, news),
    }


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--float", type=Path, default=None, dest="float_copy", help="float copy of the model, scored too")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="score every n-th document only")
    parser.add_argument("--quick", action="store_true", help="only as shipped: names hidden")
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
    if options.write:
        path = options.model / "meta.json"
        meta = {**json.loads(path.read_text(encoding="utf-8")), "scores": scores}
        path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
        card = Path(__file__).parent / "MODEL_CARD.md"
        write_scores(card, scores)
        shutil.copy(card, options.model / "MODEL_CARD.md")
        write_checksums(options.model)


if __name__ == "__main__":
    main()
