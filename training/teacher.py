"""A line reader that is there already, as the teacher of a new one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from training.model import LineNetwork, networks


class Teacher:
    """Says of each step of a strip what stands there: that shows a new network where letters lie.

    CTC alone finds that out after half a million lines (curve.csv), taught it takes a tenth of them. The
    teacher sees what the pupil sees, each line as it was changed: so it also says how doubtful a letter is.
    """

    def __init__(self, path: Path, device: torch.device) -> None:
        """path: the ONNX file of a network, named as in `networks()`."""
        self._network = restored(path).to(device).eval()
        self._device = device

    def chances(self, strips: Tensor) -> Tensor:
        """The chances of the classes at each step of strips (count, steps, classes)."""
        # Processors without 16-bit multiplication take five times as long with it.
        with (
            torch.no_grad(),
            torch.autocast(self._device.type, torch.bfloat16, enabled=self._device.type == "cuda"),
        ):
            scores, _ = self._network(strips)
        return scores.float().softmax(-1)


def restored(path: Path) -> LineNetwork:
    """The network of an exported file, its weights rounded to 8 bits as they are there.

    To be used, not to go on from: its normalisations are folded into its convolutions, which has no way back.
    """
    network = networks()[path.stem]
    graph = onnx.load(path).graph
    kept = _weights(graph)
    folded = (node.input[1:3] for node in graph.node if node.op_type == "Conv")
    for (convolution, norm, _), (weights, bias) in zip(_convolutions(network), folded, strict=True):
        convolution.weight.data = _tensor(kept[weights])
        norm.running_var.fill_(1.0 - norm.eps)
        norm.bias.data = _tensor(kept[bias])
    for node in graph.node:
        if node.op_type == "MatMul":
            name = node.name.split("/")[2]
            linear = getattr(network, name)
            linear.weight.data = _tensor(kept[node.input[1]].T)
            linear.bias.data = _tensor(kept[f"network.{name}.bias"])
        if node.op_type == "GRU":
            _remember(network.context, *(kept[name] for name in node.input[1:4]))
    return network


def _weights(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """All weights by their names, those in 8 bits multiplied out."""
    kept = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in kept:
            values, scale = kept[node.input[0]], kept[node.input[1]]
            kept[node.output[0]] = values * scale.reshape(-1, *(1,) * (values.ndim - 1))
    return kept


def _convolutions(network: LineNetwork) -> list[nn.Sequential]:
    """The convolutions in the order of computing, each with its normalisation and its rectifier."""
    layers = (module for module in network.modules() if isinstance(module, nn.Sequential))
    return [layer for layer in layers if isinstance(layer[0], nn.Conv1d | nn.Conv2d)]


def _remember(
    memory: nn.GRU, inputs: NDArray[np.float32], states: NDArray[np.float32], biases: NDArray[np.float32]
) -> None:
    """Give a recurrent layer its weights: ONNX has its gates as update, reset, new; PyTorch reset first."""
    for way, suffix in enumerate(("l0", "l0_reverse")):
        of_inputs, of_states = np.split(biases[way], 2)
        for name, values in (
            ("weight_ih", inputs[way]),
            ("weight_hh", states[way]),
            ("bias_ih", of_inputs),
            ("bias_hh", of_states),
        ):
            update, reset, new = np.split(values, 3)
            getattr(memory, f"{name}_{suffix}").data = _tensor(np.concatenate([reset, update, new]))


def _tensor(values: NDArray[np.float32]) -> Tensor:
    return torch.from_numpy(np.array(values, np.float32))
