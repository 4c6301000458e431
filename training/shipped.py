"""A shipped model folder back into a network, so that training can go on from it where no checkpoint is left.

Weights come back as int8 left them; a few minutes of training make up for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from export import OUTSIDE_LESS
from graph import HEAD_ORDER, build_graph
from network import WORD, Network

Floats = NDArray[np.float32]


def load_shipped(network: Network, folder: Path) -> None:
    """Fills the network from `encoder.onnx` and `relations.npz`; KeyError where the graph was written by other code than `graph.py`."""
    stored = {constant.name: numpy_helper.to_array(constant) for constant in onnx.load(folder / "encoder.onnx").graph.initializer}
    places = constants_by_parameter(network)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name == "relation.tensor":
                parameter.copy_(torch.tensor(np.load(folder / "relations.npz")["tensor"].astype(np.float32)))
            elif name != "encoder.special" and not name.startswith("tags."):
                parameter.copy_(torch.tensor(as_parameter(name, whole(stored, places[name]), tuple(parameter.shape))))
        fill_table(network, stored)
        fill_tags(network, stored, places)


def constants_by_parameter(network: Network) -> dict[str, str]:
    """Name of each parameter to that of the graph's constant that holds it, found by writing the graph of noise, where no two are alike."""
    noise = torch.Generator().manual_seed(1)
    kept = {name: value.clone() for name, value in network.state_dict().items()}
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(torch.rand(parameter.shape, generator=noise) + 0.5)
    model, _ = build_graph(network)
    found = {digest(numpy_helper.to_array(c)): c.name for c in model.graph.initializer}
    places = {name: found.get(digest(as_constant(name, value))) for name, value in network.named_parameters()}
    for kind in ("weight", "bias"):
        joined = torch.cat([network.get_parameter(f"tags.{head}.{kind}") for head in HEAD_ORDER])
        places[f"tags.{kind}"] = found[digest(as_constant(f"tags.{kind}", joined))]
    network.load_state_dict(kept)
    return {name: place for name, place in places.items() if place}


def digest(values: NDArray[np.generic]) -> bytes:
    """What tells one constant from another."""
    return str(values.shape).encode() + np.ascontiguousarray(values).tobytes()


def as_constant(name: str, parameter: Tensor) -> Floats:
    """A parameter as the graph stores it: linear layers transposed, the convolution as one matrix over shifted copies."""
    values: Floats = parameter.detach().float().numpy()
    if name == "neighbours.weight":
        return values.transpose(2, 1, 0).reshape(3 * WORD, WORD)
    return values.T if is_linear(name, values.ndim) else values


def as_parameter(name: str, constant: Floats, shape: tuple[int, ...]) -> Floats:
    """The other way round."""
    if name == "neighbours.weight":
        return constant.reshape(3, WORD, WORD).transpose(2, 1, 0).copy()
    return (constant.T if is_linear(name, constant.ndim) else constant).reshape(shape).copy()


def is_linear(name: str, dimensions: int) -> bool:
    """True for the weight of a linear layer: every matrix called weight but the embedding's and a biaffine scorer's own."""
    return dimensions == 2 and name.endswith(".weight") and name not in {"word_shape.weight", "link.weight", "arc.weight"}


def whole(stored: Mapping[str, NDArray[np.generic]], name: str) -> Floats:
    """A constant in float32, whether it was kept so or turned into int8 with one scale a column."""
    if name in stored:
        return stored[name].astype(np.float32)
    zero = stored[f"{name}_zero_point"].astype(np.float32)
    return (stored[f"{name}_quantized"].astype(np.float32) - zero) * stored[f"{name}_scale"].astype(np.float32)


def fill_table(network: Network, stored: Mapping[str, NDArray[np.generic]]) -> None:
    """Word-pieces and special rows: the first two constants are the int8 table and its scales."""
    rows = torch.tensor(stored["c0"].astype(np.float32) * stored["c1"].astype(np.float32))
    known = len(network.encoder.table)
    network.encoder.table.copy_(rows[:known])
    network.encoder.special.copy_(rows[known:])


def fill_tags(network: Network, stored: Mapping[str, NDArray[np.generic]], places: Mapping[str, str]) -> None:
    """The tag heads, which stand side by side in one product; what export took from "outside" is given back."""
    weights, biases = whole(stored, places["tags.weight"]).T, whole(stored, places["tags.bias"])
    start = 0
    for head in HEAD_ORDER:
        weight, bias = (network.get_parameter(f"tags.{head}.{kind}") for kind in ("weight", "bias"))
        end = start + len(bias)
        weight.copy_(torch.tensor(weights[start:end].copy()))
        bias.copy_(torch.tensor(biases[start:end].copy()))
        bias[0] += OUTSIDE_LESS.get(head, 0.0)
        start = end
