"""Write the trained network as ONNX graphs with their weights in eight bits.

    python training/export.py MODEL.pt FOLDER

FOLDER gets encoder.onnx, marked.onnx, plain.onnx and the base model's tokenizer.json.

Weights alone are rounded, a scale for each row of the word table and each column of a product; what flows
between the layers stays in full precision, so that a sentence's figures do not depend on its neighbours.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Heads, Network, base_folder
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from dragoman.code.marking import LABELS


class Body(nn.Module):
    """The encoder with the whole sentence's label: states (sentences, pieces, width) and logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.network.encoder(ids, mask)
        return x, self.network.label(x, mask.to(x.dtype))


class Asking(nn.Module):
    """The heads, asked about the pairs of one sentence: its states (pieces, width), how much each piece counts."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(
        self, states: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        heads, one, other = self.heads, source @ states, target @ states
        first = states[:1].expand(source.shape[0], -1)
        label = heads.pair(F.gelu(heads.joint(torch.cat([one, other, first], -1))))
        match = heads.ask(torch.cat([one, other], -1)) @ heads.answer(states).T
        return label, match


def write(network: Network, folder: Path) -> None:
    """The encoder, and the heads for marked and for plain sentences, which run sentence by sentence."""
    ids, states, side = torch.ones(2, 9, dtype=torch.long), torch.zeros(9, 384), torch.eye(9)[:3]
    graphs = {
        "encoder": (Body(network), (ids, ids), ["ids", "mask"], ["states", "whole"]),
        "marked": (
            Asking(network.marked),
            (states, side, side),
            ["states", "source", "target"],
            ["label", "point"],
        ),
        "plain": (
            Asking(network.plain),
            (states, side, side),
            ["states", "source", "target"],
            ["label", "point"],
        ),
    }
    axes = {
        "ids": {0: "sentences", 1: "pieces"},
        "mask": {0: "sentences", 1: "pieces"},
        "states": {0: "pieces"},
        "source": {0: "pairs", 1: "pieces"},
        "target": {0: "pairs", 1: "pieces"},
        "label": {0: "pairs"},
        "point": {0: "pairs", 1: "pieces"},
        "whole": {0: "sentences"},
    }
    for name, (model, example, inputs, outputs) in graphs.items():
        out = folder / f"{name}.onnx"
        known = {key: axes[key] for key in (*inputs, *outputs)}
        if name == "encoder":
            known["states"] = {0: "sentences", 1: "pieces"}
        torch.onnx.export(
            model.eval(), example, str(out), input_names=inputs, output_names=outputs, dynamic_axes=known,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        small = narrowed(onnx.load(str(out)))
        onnx.checker.check_model(small)
        onnx.save(small, str(out))
        print(f"{out}: {out.stat().st_size / 2**20:.1f} MB")


def narrowed(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same network with large tables and products in eight bits."""
    graph = model.graph
    table = {t.name: t for t in graph.initializer}
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    nodes: list[onnx.NodeProto] = []
    done: set[str] = set()
    for node in graph.node:
        for place, name in enumerate(node.input):
            tensor = table.get(name)
            if tensor is None or np.prod(tensor.dims) < 20_000 or len(tensor.dims) != 2:
                continue
            values = numpy_helper.to_array(tensor)
            if node.op_type == "Gather" and place == 0:
                nodes += _gathered(node, name, values, done, graph)
                break
            if node.op_type in {"MatMul", "Gemm"} and place == 1:
                axis = 0 if node.op_type == "Gemm" and _turned(node) else 1
                node.input[place] = _widened(name, values, axis, done, graph, nodes)
        else:
            nodes.append(node)
    left = [t for t in graph.initializer if t.name not in done]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(left)
    return model


def _turned(node: onnx.NodeProto) -> bool:
    return any(a.name == "transB" and a.i for a in node.attribute)


def _rounded(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Eight-bit values and the scale of each row or column."""
    scale = np.abs(values).max(axis=1 - axis, keepdims=True) / 127.0
    scale[scale == 0] = 1.0
    return np.clip(np.rint(values / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


def _widened(name, values, axis, done, graph, nodes) -> str:
    """A product's weights, widened again when the network is loaded."""
    wide = f"{name}_wide"
    if name not in done:
        small, scale = _rounded(values, axis)
        graph.initializer.extend(
            [numpy_helper.from_array(small, f"{name}_small"), numpy_helper.from_array(scale, f"{name}_scale")]
        )
        # Two plain steps, since the runtime folds them once at loading and would do a DequantizeLinear each time.
        nodes.append(helper.make_node("Cast", [f"{name}_small"], [f"{name}_cast"], to=TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [wide]))
        done.add(name)
    return wide


def _gathered(node, name, values, done, graph) -> list[onnx.NodeProto]:
    """Rows of the word table, widened after they are looked up."""
    if name not in done:
        small, scale = _rounded(values, 0)
        graph.initializer.extend(
            [numpy_helper.from_array(small, f"{name}_small"), numpy_helper.from_array(scale, f"{name}_scale")]
        )
        done.add(name)
    got, index = node.output[0], node.input[1]
    return [
        helper.make_node("Gather", [f"{name}_small", index], [f"{got}_small"]),
        helper.make_node("Cast", [f"{got}_small"], [f"{got}_cast"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}_scale", index], [f"{got}_scale"]),
        helper.make_node("Mul", [f"{got}_cast", f"{got}_scale"], [got]),
    ]


def main() -> None:
    weights, folder = Path(sys.argv[1]), Path(sys.argv[2])
    network = Network(json.loads((base_folder() / "config.json").read_text()), len(LABELS))
    network.load_state_dict(torch.load(weights, weights_only=True))
    write(network, folder)
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")


if __name__ == "__main__":
    main()
