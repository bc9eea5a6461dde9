"""Writes a trained network as the ONNX file that the program ships, its convolutions in 8 bits.

    python -m training.export CHECKPOINT LINES resources/reader/reader.onnx

LINES: a file of lines whose ranges set the 8 bits' scales. On 4,000 lines of unseen faces 8 bits cost 7 more
wrong lines (121 for 114), and read 2.2 times as fast on a processor that multiplies 8 bits at once (AVX-512
VNNI). Weights keep to 7 bits: processors without that would overflow.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from hrdigitize.ocr.line_input import HEIGHT, STEP
from training.model import LineNetwork, networks, widened
from training.shards import read_shard

#: Lines that set the scales.
_SCALED_BY = 400
#: How far from an earlier checkpoint to the later one. Of the arbiter's letters of unseen faces 0.84 % were
#: wrong before it learnt highland letters, 1.03 % after, 0.89 % four fifths of the way; of lines with such
#: letters, which it had seen, 14.5, 0.8 and 2 %.
_WAY = 0.85
#: A fifth of the lines that a network learns from is drawn by hand; a paper that nobody has seen is as likely
#: by hand as typed. So much is added to what it says of hands, before that becomes a chance.
_AS_LIKELY = math.log(4.0)


def export(checkpoint: Path, lines: Path, target: Path, earlier: Path | None = None) -> None:
    """The running average of a checkpoint's weights; the version is the step that it was taken at.

    earlier: a checkpoint that this one went on from; the weights lie between both.
    """
    kept = torch.load(checkpoint, weights_only=True, map_location="cpu")
    weights = kept["average"]
    if earlier is not None:
        weights = _between(torch.load(earlier, weights_only=True, map_location="cpu")["average"], weights)
    averaged = AveragedModel(networks()[checkpoint.stem])
    averaged.load_state_dict(weights)
    with TemporaryDirectory() as held:
        whole, prepared = Path(held) / "whole.onnx", Path(held) / "prepared.onnx"
        write_onnx(averaged.module, whole)
        quant_pre_process(str(whole), str(prepared))
        quantize_static(
            str(prepared),
            str(target),
            _Strips(lines),
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["Conv", "Relu", "MaxPool"],
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
    written = onnx.load(target)
    written.metadata_props.add(key="version", value=f"4.{kept['step']}")
    onnx.save(written, target)


def _between(earlier: dict[str, Tensor], later: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights on the way from the earlier to the later ones: new letters known, and little else forgotten."""
    start = widened(earlier)
    return {
        name: start[name].lerp(values, _WAY) if values.is_floating_point() else values
        for name, values in later.items()
    }


class _Strips(CalibrationDataReader):  # type: ignore[misc] # the runtime's tools have no types
    """Strips of made lines, one at a time."""

    def __init__(self, lines: Path) -> None:
        self._left = iter(read_shard(lines).strips[:_SCALED_BY])

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        strip = next(self._left, None)
        return None if strip is None else {"strips": ((255.0 - strip[None, None]) / 255.0).astype(np.float32)}


class _Chances(torch.nn.Module):
    """What the network says, as chances."""

    def __init__(self, network: LineNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, strips: Tensor) -> tuple[Tensor, Tensor]:
        scores, hand = self.network(strips)
        return scores.softmax(-1), (hand + _AS_LIKELY).sigmoid()


def write_onnx(network: LineNetwork, target: Path) -> None:
    """A network as ONNX: "strips" (count, 1, 72, columns), ink 0..1 -> what each of its steps may be.

    "chances" (count, steps, classes), and "hand" (count, steps), the chance that the step is drawn by hand.
    """
    torch.onnx.export(
        _Chances(network).eval(),
        (torch.zeros(2, 1, HEIGHT, 64 * STEP),),
        str(target),
        input_names=["strips"],
        output_names=["chances", "hand"],
        dynamic_axes={
            "strips": {0: "count", 3: "columns"},
            "chances": {0: "count", 1: "steps"},
            "hand": {0: "count", 1: "steps"},
        },
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("lines", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--earlier", type=Path, help="a checkpoint that it went on from, to stay near to")
    options = parser.parse_args()
    export(options.checkpoint, options.lines, options.target, options.earlier)


if __name__ == "__main__":
    main()
