"""The shipped network: windows of words in, score arrays out. Needs numpy and onnxruntime, knows nothing else of gesta."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from gesta.errors import ModelMissing
from gesta.reading.inputs import InputMaker, WindowInput
from gesta.reading.names import Names, read_forms
from gesta.reading.wordpieces import WordPieces

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MODEL_FOLDER: Final = Path(__file__).parent / "model"
MOST_PIECES: Final = 512
BATCH_PIECES: Final = 640
_TAG_HEADS: Final = ("entity", "source", "cue", "content", "sentence", "upos", "xpos")
_OUTPUTS: Final = ["tags", "link", "arc", "dependent", "head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Names of the rows that the heads score: BIOES entity tags, UPOS, XPOS and UD relations."""

    entity: list[str]
    upos: list[str]
    xpos: list[str]
    relation: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedBatch:
    """Scores of several windows of like length, padded to the longest (W words).

    ``windows`` are their numbers in the call, ``lengths`` their words. ``tags`` holds a [B,W,classes] array for each tag head
    (``sentence`` has one class: above 0 a sentence starts). ``link`` and ``arc`` are [B,W,W+1]: column 0 is "no cue" and the
    root, column n+1 is word n; padding is not masked. ``dependent`` [B,W,65] and ``head`` [B,W+1,65] go into the relation tensor.
    """

    windows: list[int]
    lengths: Ints
    tags: dict[str, Floats]
    link: Floats
    arc: Floats
    dependent: Floats
    head: Floats


class Encoder:
    """One loaded model. ``hide_names`` left at None takes the way that the model's own measurement chose (``meta.json``)."""

    def __init__(self, folder: Path = MODEL_FOLDER, *, threads: int = 0, hide_names: bool | None = None) -> None:
        self.folder: Final = folder
        self.meta: Final[dict[str, Any]] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self.hide_names: Final = bool(self.meta["hide_names"]) if hide_names is None else hide_names
        self.labels: Final = Labels(**json.loads((folder / "labels.json").read_text(encoding="utf-8")))
        lexicon = gzip.decompress((folder / "lexicon.txt.gz").read_bytes()).decode("utf-8").split("\n")
        names = Names(read_forms((folder / "nationalities.csv").read_text(encoding="utf-8")), lexicon)
        self.maker = InputMaker(WordPieces.from_file(folder / "vocab.txt"), names)
        self._threads: Final = threads

    @cached_property
    def relation_tensor(self) -> Floats:
        """[65, relations * 65]: dependent side, then each relation's head side; the last component of either side is one."""
        path = self.folder / "relations.npz"
        try:
            with np.load(path) as stored:
                tensor: Floats = stored["tensor"].astype(np.float32)
        except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
            raise ModelMissing(f"{path} cannot be loaded: {error}; gesta doctor says whether it is whole") from error
        return tensor.transpose(1, 0, 2).reshape(tensor.shape[1], -1)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # takes 0.1 s: loaded with the first window

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.log_severity_level = 3
        # An idle thread of the session would spin on the core where the articles are coded.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Without it a processor that lacks VNNI saturates sums of int8 products, and one word in forty is read otherwise than on others.
        options.add_session_config_entry("session.x64quantprecision", "1")
        path = self.folder / "encoder.onnx"
        try:
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a dozen kinds of its own for a file that is missing, cut off or no model
            raise ModelMissing(f"{path} cannot be loaded: {error}; gesta doctor says whether it is whole") from error

    def encode(self, windows: Sequence[Sequence[str]], *, batch_pieces: int = BATCH_PIECES) -> Iterator[EncodedBatch]:
        """Scores of all windows, longest first, in batches of at most ``batch_pieces`` padded word-pieces (a longer window goes alone).

        Smaller batches than 640 word-pieces save padding and some 7 % of all reading, and read every thirtieth word otherwise, as the sums
        of a batch are quantised together (docs/performance.md); larger ones fall out of the cache. Raises ValueError for a window without
        words or with more than 512 word-pieces; ``reading.windows`` cuts none such.
        """
        inputs = [self.maker(words, hide_names=self.hide_names) for words in windows]
        for number, each in enumerate(inputs):
            if not each.first or len(each.pieces) > MOST_PIECES:
                raise ValueError(f"window {number} has {len(each.first)} words and {len(each.pieces)} word-pieces; 1 to {MOST_PIECES} fit")
        order = sorted(range(len(inputs)), key=lambda number: -len(inputs[number].pieces))
        start = 0
        while start < len(order):
            room = max(1, batch_pieces // len(inputs[order[start]].pieces))
            chosen = order[start : start + room]
            start += room
            yield self._run(chosen, [inputs[number] for number in chosen])

    def _run(self, numbers: list[int], inputs: Sequence[WindowInput]) -> EncodedBatch:
        lengths = np.array([len(each.first) for each in inputs])
        feed = {
            "pieces": _padded([each.pieces for each in inputs]),
            "piece_shapes": _padded([each.piece_shapes for each in inputs]),
            "first": _padded([each.first for each in inputs]),
            "last": _padded([each.last for each in inputs]),
            "word_shapes": _padded([each.word_shapes for each in inputs]),
        }
        tags, link, arc, dependent, head = self._session.run(_OUTPUTS, feed)
        return EncodedBatch(windows=numbers, lengths=lengths, tags=self._by_head(tags), link=link, arc=arc, dependent=dependent, head=head)

    def _by_head(self, tags: Floats) -> dict[str, Floats]:
        widths = [len(self.labels.entity), 3, 3, 3, 1, len(self.labels.upos), len(self.labels.xpos)]
        return dict(zip(_TAG_HEADS, np.split(tags, np.cumsum(widths)[:-1], axis=2), strict=True))


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    table = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
