"""Turn a checkpoint into the shipped folder: ``python training/export.py --work DIR --encoder DIR --data DIR --out DIR``."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from corpora import load_trees
from gesta.reading.checksums import write_checksums
from gesta.reading.names import SPECIALS
from graph import HEAD_ORDER, build_graph
from lemma_table import build_lemmas
from network import Network, Rows, Sizes

FOLDER = Path(__file__).parent
# Chosen on PolNeAR dev among 0, 0.4, 0.8 and 1.2: token F1 of source +0.005, cue +0.013; content gains nothing by it.
OUTSIDE_LESS = {"source": 0.4, "cue": 0.4}
DATA = (
    "worldwide_ner/train.jsonl.gz",
    "polnear/train.jsonl.gz",
    "ud/gum.train.conllu.gz",
    "ud/ewt.train.conllu.gz",
)
TOLERANCE = 2e-3


def newest_checkpoint(work: Path) -> Path:
    """The checkpoint written last."""
    return max(work.glob("checkpoint-*.pt"), key=lambda path: path.stat().st_mtime)


def load_network(state: dict[str, Any]) -> Network:
    """The network of a checkpoint, in evaluation mode."""
    labels = state["labels"]
    sizes = Sizes(
        vocabulary=len(state["network"]["encoder.table"]),
        specials=len(SPECIALS),
        entity=len(labels["entity"]),
        upos=len(labels["upos"]),
        xpos=len(labels["xpos"]),
        relations=len(labels["relation"]),
    )
    network = Network(sizes)
    network.load_state_dict(state["network"])
    return network.eval()


def check_graph(network: Network, path: Path) -> float:
    """Largest difference between torch and the float graph on a made-up padded batch; fails above 0.002 (the table is int8 in one only)."""
    chooser = np.random.default_rng(3)
    pieces = chooser.integers(1000, 5000, (2, 9))
    pieces[1, 6:] = 0
    first = np.array([[1, 2, 4, 6], [1, 3, 0, 0]])
    feed = {
        "pieces": pieces,
        "piece_shapes": chooser.integers(1, 15, (2, 9)) * (pieces > 0),
        "first": first,
        "last": np.array([[1, 3, 5, 7], [2, 4, 0, 0]]),
        "word_shapes": chooser.integers(1, 15, (2, 4)) * (first > 0),
    }
    whole = network.encoder.table.clone()
    scale = whole.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    network.encoder.table.copy_((whole / scale).round() * scale)
    tensors = {name: torch.tensor(values) for name, values in feed.items()}
    rows = Rows(piece_mask=tensors["pieces"] > 0, word_mask=tensors["first"] > 0, **tensors)
    with torch.no_grad():
        words = network.words(rows)
        wanted = {
            "tags": torch.cat([network.tags[name](words) for name in HEAD_ORDER], dim=-1),
            "link": network.link(words),
            "arc": network.arc(words),
            "dependent": network.relation.vectors(words)[0],
            "head": network.relation.vectors(words)[1],
        }
    network.encoder.table.copy_(whole)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = dict(zip(wanted, session.run(list(wanted), feed), strict=True))
    present = feed["first"] > 0
    differences = [np.abs(values.numpy()[:, :4][present] - found[name][:, :4][present]).max() for name, values in wanted.items()]
    largest = float(max(differences))
    if largest > TOLERANCE:
        raise SystemExit(f"the graph differs from the network by {largest:.4f}")
    return largest


def write_model(state: dict[str, Any], encoder: Path, data: Path, out: Path, *, float_copy: Path | None) -> None:
    """Write encoder.onnx (int8), vocab.txt, labels.json, relations.npz, names, lemmas and meta.json into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    lean_towards_spans(state)
    network = load_network(state)
    model, kept_float = build_graph(network)
    whole = out / "float.onnx"
    onnx.save(model, str(whole))
    difference = check_graph(network, whole)
    part = out / "encoder.onnx.part"
    quantize_dynamic(
        whole,
        part,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=kept_float,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    part.rename(out / "encoder.onnx")
    shutil.copy(encoder / "vocab.txt", out / "vocab.txt")
    (out / "labels.json").write_text(json.dumps(state["labels"], indent=1) + "\n", encoding="utf-8")
    tensor = network.relation.tensor.detach().numpy().astype(np.float16)
    np.savez_compressed(out / "relations.npz", tensor=tensor)
    for name in ("nationalities.csv", "MODEL_CARD.md"):
        shutil.copy(FOLDER / name, out / name)
    _write_packed(out / "lexicon.txt.gz", "\n".join(state["lexicon"]))
    _write_packed(out / "lemmas.json.gz", json.dumps(build_lemmas(load_trees(data)), ensure_ascii=False, separators=(",", ":")))
    meta = describe(state, data)
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    write_checksums(out)
    if float_copy:
        shutil.copytree(out, float_copy, dirs_exist_ok=True)
        (float_copy / "float.onnx").rename(float_copy / "encoder.onnx")
    whole.unlink()
    size = (out / "encoder.onnx").stat().st_size / 1e6
    print(f"{out}: {size:.1f} MB, {state['progress']['pieces']} word-pieces read, graph differs by {difference:.5f}")


def lean_towards_spans(state: dict[str, Any]) -> None:
    """Takes a little from the score of "outside" in the attribution heads.

    Training weighs all tokens alike, F1 only those inside.
    """
    for layer, less in OUTSIDE_LESS.items():
        bias = state["network"][f"tags.{layer}.bias"].clone()
        bias[0] -= less
        state["network"][f"tags.{layer}.bias"] = bias


def _write_packed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def describe(state: dict[str, Any], data: Path) -> dict[str, Any]:
    """What is recorded with the model; scores are added by score.py, the version is the digest of the weights."""
    digest = hashlib.sha256()
    for name, values in sorted(state["network"].items()):
        digest.update(name.encode("utf-8") + values.contiguous().numpy().tobytes())
    return {
        "version": f"1-{digest.hexdigest()[:12]}",
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
        "pieces_read": state["progress"]["pieces"],
        "minutes": round(state["progress"]["minutes"], 1),
        "hide_names": True,  # unknown names must not move tags: the record has to swap when two parties' names do
        "data": {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in DATA},
        "scores": {},
    }


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with MiniLM's vocab.txt")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=FOLDER.parent / "src/gesta/reading/model")
    parser.add_argument("--float", type=Path, default=None, dest="float_copy", help="also write a float copy of the model here")
    options = parser.parse_args(sys.argv[1:])
    state = torch.load(newest_checkpoint(options.work), weights_only=False, map_location="cpu")
    write_model(state, options.encoder, options.data, options.out, float_copy=options.float_copy)


if __name__ == "__main__":
    main()
