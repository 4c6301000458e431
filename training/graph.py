"""The trained network as an ONNX graph, written node by node: every name and shape is ours, so run time can rely on them.

Inputs, all int64: ``pieces`` and ``piece_shapes`` [B,P] (0 is padding), ``first``, ``last`` and ``word_shapes`` [B,W] (first is 0
at padding). Outputs, all float: ``tags`` [B,W,T] (the heads side by side, in the order of ``HEAD_ORDER``), ``link`` and ``arc``
[B,W,W+1], ``dependent`` [B,W,65] and ``head`` [B,W+1,65]. Padding columns are not masked.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from network import HEADS, HIDDEN, WORD, Biaffine, Layer, Network

HEAD_ORDER = ("entity", "source", "cue", "content", "sentence", "upos", "xpos")
OPSET = 20
IR_VERSION = 9


def _array(tensor: Tensor) -> NDArray[np.float32]:
    values: NDArray[np.float32] = tensor.detach().float().numpy()
    return values


class GraphWriter:
    """Collects nodes and constants; every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.kept_float: list[str] = []

    def constant(self, values: NDArray[Any]) -> str:
        """A stored tensor."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, *inputs: str, out: str = "", domain: str = "", **attributes: Any) -> str:
        """One node with one output."""
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out or f"v_{name}"], name=name, domain=domain, **attributes))
        return out or f"v_{name}"

    def product(self, x: str, weight: NDArray[Any], bias: NDArray[Any], *, quantise: bool, out: str = "") -> str:
        """The product with a stored weight, plus a bias; the weight is turned into int8 later where ``quantise`` says so."""
        product = self.node("MatMul", x, self.constant(weight))
        if not quantise:
            self.kept_float.append(self.nodes[-1].name)
        return self.node("Add", product, self.constant(bias), out=out)

    def linear(self, x: str, layer: nn.Linear, *, quantise: bool, out: str = "") -> str:
        """A torch linear layer."""
        return self.product(x, _array(layer.weight).T, _array(layer.bias), quantise=quantise, out=out)

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        """Layer normalisation over the last axis."""
        scale, bias = self.constant(_array(layer.weight)), self.constant(_array(layer.bias))
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def integers(self, *values: int) -> str:
        """A stored vector of int64."""
        return self.constant(np.array(values, dtype=np.int64))


def build_graph(network: Network) -> tuple[onnx.ModelProto, list[str]]:
    """The float model (its word-piece table already int8, one scale a row), and the names of the products that stay float."""
    graph = GraphWriter()
    words = _words(graph, _encoder(graph, network), network)
    weights = np.concatenate([_array(network.tags[name].weight) for name in HEAD_ORDER])  # type: ignore[arg-type]
    biases = np.concatenate([_array(network.tags[name].bias) for name in HEAD_ORDER])  # type: ignore[arg-type]
    graph.product(words, weights.T, biases, quantise=False, out="tags")
    _biaffine(graph, words, network.link, "link")
    _biaffine(graph, words, network.arc, "arc")
    relation = network.relation
    _with_one(graph, graph.node("Gelu", graph.linear(words, relation.dependent, quantise=False)), "dependent")
    sides = _with_extra(graph, graph.node("Gelu", graph.linear(words, relation.head, quantise=False)), relation.root)
    _with_one(graph, sides, "head")
    inputs = [_value(name, TensorProto.INT64, ["B", "P"]) for name in ("pieces", "piece_shapes")]
    inputs += [_value(name, TensorProto.INT64, ["B", "W"]) for name in ("first", "last", "word_shapes")]
    shapes = {
        "tags": ["B", "W", "T"],
        "link": ["B", "W", "W1"],
        "arc": ["B", "W", "W1"],
        "dependent": ["B", "W", "R"],
        "head": ["B", "W1", "R"],
    }
    outputs = [_value(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    body = helper.make_graph(graph.nodes, "gesta_reading", inputs, outputs, graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=IR_VERSION, producer_name="gesta"), graph.kept_float


def _value(name: str, kind: int, shape: list[str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _encoder(graph: GraphWriter, network: Network) -> str:
    encoder = network.encoder
    x = graph.node("Add", _embedded(graph, network), _positions(graph, _array(encoder.position)))
    x = graph.node("Add", x, graph.node("Gather", graph.constant(_array(encoder.shape)), "piece_shapes"))
    x = graph.norm(x, encoder.norm)
    present = graph.node("Cast", graph.node("Greater", "pieces", graph.integers(0)), to=TensorProto.INT32)
    for layer in encoder.layers:
        assert isinstance(layer, Layer)
        x = _layer(graph, x, present, layer)
    return x


def _embedded(graph: GraphWriter, network: Network) -> str:
    """Rows of the int8 table times their scale: vocabulary first, special rows after it."""
    table = np.concatenate([_array(network.encoder.table), _array(network.encoder.special)])
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127.0
    whole = np.round(table / scale).astype(np.int8)
    rows = graph.node("Cast", graph.node("Gather", graph.constant(whole), "pieces"), to=TensorProto.FLOAT)
    return graph.node("Mul", rows, graph.node("Gather", graph.constant(scale.astype(np.float32)), "pieces"))


def _positions(graph: GraphWriter, table: NDArray[np.float32]) -> str:
    length = graph.node("Shape", "pieces", start=1, end=2)
    return graph.node("Slice", graph.constant(table), graph.integers(0), length, graph.integers(0))


def _layer(graph: GraphWriter, x: str, present: str, layer: Layer) -> str:
    weight, bias = _array(layer.qkv.weight), _array(layer.qkv.bias)
    parts = graph.product(x, weight.T, bias, quantise=True)
    split = [f"{parts}_{side}" for side in "qkv"]
    graph.nodes.append(helper.make_node("Split", [parts], split, name=f"n{len(graph.nodes)}", axis=-1, num_outputs=3))
    mixed = graph.node("MultiHeadAttention", *split, "", present, domain="com.microsoft", num_heads=HEADS)
    x = graph.norm(graph.node("Add", x, graph.linear(mixed, layer.out, quantise=True)), layer.norm1)
    inner = graph.node("Gelu", graph.linear(x, layer.up, quantise=True))
    return graph.norm(graph.node("Add", x, graph.linear(inner, layer.down, quantise=True)), layer.norm2)


def _words(graph: GraphWriter, hidden: str, network: Network) -> str:
    """Mean of first and last piece, the shape beside it, and the width-3 convolution as one product over shifted copies."""
    sides = []
    for name in ("first", "last"):
        place = graph.node("Expand", graph.node("Unsqueeze", name, graph.integers(2)), graph.integers(1, 1, HIDDEN))
        sides.append(graph.node("GatherElements", hidden, place, axis=1))
    mean = graph.node("Mul", graph.node("Add", *sides), graph.constant(np.array(0.5, dtype=np.float32)))
    shape = graph.node("Gather", graph.constant(_array(network.word_shape.weight)), "word_shapes")
    present = graph.node("Cast", graph.node("Greater", "first", graph.integers(0)), to=TensorProto.FLOAT)
    words = graph.node("Concat", mean, shape, axis=2)
    words = graph.node("Mul", words, graph.node("Unsqueeze", present, graph.integers(2)))
    padded = graph.node("Pad", words, graph.integers(0, 1, 0, 0, 1, 0))
    ends = graph.integers(-2), graph.integers(-1), graph.integers(2**31)
    shifted = [graph.node("Slice", padded, graph.integers(n), end, graph.integers(1)) for n, end in enumerate(ends)]
    weight = _array(network.neighbours.weight).transpose(2, 1, 0).reshape(3 * WORD, WORD)
    assert network.neighbours.bias is not None
    mixed = graph.product(graph.node("Concat", *shifted, axis=2), weight, _array(network.neighbours.bias), quantise=True)
    return graph.node("Add", words, graph.node("Gelu", mixed))


def _with_extra(graph: GraphWriter, side: str, extra: Tensor) -> str:
    """The extra position (root, or no cue) in front of the words."""
    batch = graph.node("Concat", graph.node("Shape", side, start=0, end=1), graph.integers(1, extra.shape[-1]), axis=0)
    return graph.node("Concat", graph.node("Expand", graph.constant(_array(extra)), batch), side, axis=1)


def _with_one(graph: GraphWriter, side: str, out: str) -> str:
    """A last component of one, so that the relation tensor holds its own biases."""
    return graph.node("Pad", side, graph.integers(0, 0, 0, 0, 0, 1), graph.constant(np.array(1.0, dtype=np.float32)), out=out)


def _biaffine(graph: GraphWriter, words: str, scorer: Biaffine, out: str) -> str:
    dependent = graph.node("Gelu", graph.linear(words, scorer.dependent, quantise=False))
    dependent = graph.product(dependent, _array(scorer.weight), _array(scorer.bias), quantise=False)
    head = _with_extra(graph, graph.node("Gelu", graph.linear(words, scorer.head, quantise=False)), scorer.extra)
    return graph.node("MatMul", dependent, graph.node("Transpose", head, perm=[0, 2, 1]), out=out)
