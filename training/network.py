"""The network: MiniLM's encoder (BERT, six layers of 384) read once, and one small head for each thing asked of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
SHAPE_ROWS, SHAPE_WIDTH = 16, 16
WORD = HIDDEN + SHAPE_WIDTH
ARC, RELATION, LINK = 192, 64, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many classes the heads have; ``specials`` rows follow the vocabulary in the embedding table."""

    vocabulary: int
    specials: int
    entity: int
    upos: int
    xpos: int
    relations: int


@dataclass(frozen=True, slots=True)
class Rows:
    """A padded batch: pieces [B,P], their shapes and mask; first and last piece of each word [B,W], word shapes and mask."""

    pieces: Tensor
    piece_shapes: Tensor
    piece_mask: Tensor
    first: Tensor
    last: Tensor
    word_shapes: Tensor
    word_mask: Tensor


class Layer(nn.Module):
    """One transformer layer with the norms after the residuals, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Hidden states [B,P,384] after the layer."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN)))
        hidden: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return hidden


class Encoder(nn.Module):
    """Pieces to hidden states. The word-piece table is frozen; special rows and the shape embedding are trained."""

    table: Tensor

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.register_buffer("table", torch.zeros(sizes.vocabulary, HIDDEN))
        self.special = nn.Parameter(torch.zeros(sizes.specials, HIDDEN))
        self.position = nn.Parameter(torch.zeros(512, HIDDEN))
        self.shape = nn.Parameter(torch.zeros(SHAPE_ROWS, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Hidden states [B,P,384] of rows of pieces [B,P]."""
        known = len(self.table)
        own = functional.embedding(pieces.clamp(max=known - 1), self.table)
        special = functional.embedding((pieces - known).clamp(min=0), self.special)
        x = torch.where((pieces >= known).unsqueeze(-1), special, own)
        x = self.norm(x + self.position[: pieces.shape[1]] + functional.embedding(shapes, self.shape))
        hidden: Tensor = x
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden


class Biaffine(nn.Module):
    """Scores every word (rows) against every word and one extra position at column 0 (root, or nothing)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WORD, width)
        self.head = nn.Linear(WORD, width)
        self.extra = nn.Parameter(torch.zeros(1, 1, width))
        self.weight = nn.Parameter(torch.eye(width) / width**0.5)
        self.bias = nn.Parameter(torch.zeros(width))
        nn.init.normal_(self.extra, std=0.1)

    def forward(self, words: Tensor) -> Tensor:
        """Scores [B,W,W+1]."""
        dependent = functional.gelu(self.dependent(words))
        head = torch.cat([self.extra.expand(len(words), 1, -1), functional.gelu(self.head(words))], dim=1)
        return (dependent @ self.weight + self.bias) @ head.transpose(1, 2)


class Relations(nn.Module):
    """Relation of a dependent to a head: vectors for both sides and a tensor [relations, width+1, width+1] between them."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WORD, RELATION)
        self.head = nn.Linear(WORD, RELATION)
        self.root = nn.Parameter(torch.randn(1, 1, RELATION) * 0.1)
        self.tensor = nn.Parameter(torch.randn(relations, RELATION + 1, RELATION + 1) * 0.02)

    def vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Both sides with a last component of one; the head side has the root at position 0."""
        dependent = functional.gelu(self.dependent(words))
        head = torch.cat([self.root.expand(len(words), 1, -1), functional.gelu(self.head(words))], dim=1)
        return functional.pad(dependent, (0, 1), value=1.0), functional.pad(head, (0, 1), value=1.0)

    def score(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores [N, relations] of pairs [N, width+1]."""
        side = dependent @ self.tensor.permute(1, 0, 2).reshape(RELATION + 1, -1)
        return (side.view(len(dependent), -1, RELATION + 1) @ head.unsqueeze(-1)).squeeze(-1)


class Network(nn.Module):
    """The encoder and all heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.word_shape = nn.Embedding(SHAPE_ROWS, SHAPE_WIDTH)
        self.neighbours = nn.Conv1d(WORD, WORD, 3, padding=1)
        self.dropout = nn.Dropout(dropout)
        widths = {"entity": sizes.entity, "source": 3, "cue": 3, "content": 3, "sentence": 1, "upos": sizes.upos, "xpos": sizes.xpos}
        self.tags = nn.ModuleDict({name: nn.Linear(WORD, width) for name, width in widths.items()})
        self.link = Biaffine(LINK)
        self.arc = Biaffine(ARC)
        self.relation = Relations(sizes.relations)

    def words(self, rows: Rows) -> Tensor:
        """Word representations [B,W,400]: mean of first and last piece, shape, and one convolution over the neighbours."""
        mask = rows.piece_mask[:, None, None, :] if not bool(rows.piece_mask.all()) else None
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            hidden = self.encoder(rows.pieces, rows.piece_shapes, mask).float()
        return self.gather(hidden, rows)

    def gather(self, hidden: Tensor, rows: Rows) -> Tensor:
        """Words out of the pieces' hidden states; padding words are zero before the convolution sees them."""
        first = hidden.gather(1, rows.first.unsqueeze(-1).expand(-1, -1, HIDDEN))
        last = hidden.gather(1, rows.last.unsqueeze(-1).expand(-1, -1, HIDDEN))
        words = torch.cat([(first + last) / 2, self.word_shape(rows.word_shapes)], dim=-1)
        words = words * rows.word_mask.unsqueeze(-1)
        mixed = words + functional.gelu(self.neighbours(words.transpose(1, 2))).transpose(1, 2)
        dropped: Tensor = self.dropout(mixed)
        return dropped


def load_encoder(encoder: Encoder, weights: Path, special_pieces: Sequence[Sequence[int]]) -> None:
    """Fill the encoder from BERT's safetensors; a special row starts as the mean of the pieces given for it."""
    source = load_file(str(weights))
    source = {name.removeprefix("bert."): value for name, value in source.items()}
    table = source["embeddings.word_embeddings.weight"]
    with torch.no_grad():
        encoder.table.copy_(table)
        encoder.position.copy_(source["embeddings.position_embeddings.weight"] + source["embeddings.token_type_embeddings.weight"][0])
        _copy(encoder.norm, source, "embeddings.LayerNorm")
        for row, pieces in enumerate(special_pieces):
            encoder.special[row] = table[torch.tensor(list(pieces))].mean(0)
        for number, layer in enumerate(encoder.layers):
            assert isinstance(layer, Layer)
            _load_layer(layer, source, f"encoder.layer.{number}")


def _load_layer(layer: Layer, source: Mapping[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    layer.qkv.weight.copy_(torch.cat([source[f"{part}.weight"] for part in parts]))
    layer.qkv.bias.copy_(torch.cat([source[f"{part}.bias"] for part in parts]))
    _copy(layer.out, source, f"{name}.attention.output.dense")
    _copy(layer.norm1, source, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, source, f"{name}.intermediate.dense")
    _copy(layer.down, source, f"{name}.output.dense")
    _copy(layer.norm2, source, f"{name}.output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, source: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(source[f"{name}.weight"])
    assert module.bias is not None
    module.bias.copy_(source[f"{name}.bias"])
