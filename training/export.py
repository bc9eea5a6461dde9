"""Writes the trained network as the ONNX file that the program ships.

python -m training.export CHECKPOINT resources/reader/reader.onnx
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from torch.optim.swa_utils import AveragedModel

from hrdigitize.ocr.line_input import HEIGHT
from training.model import LineNetwork


def export(checkpoint: Path, target: Path) -> None:
    """The running average of a checkpoint's weights; the version is the step that it was taken at."""
    kept = torch.load(checkpoint, weights_only=True)
    averaged = AveragedModel(LineNetwork())
    averaged.load_state_dict(kept["average"])
    write_onnx(averaged.module, target)
    written = onnx.load(target)
    written.metadata_props.add(key="version", value=f"1.{kept['step']}")
    onnx.save(written, target)


def write_onnx(network: torch.nn.Module, target: Path) -> None:
    """A network as ONNX: "strips" (count, 1, 48, columns), ink 0..1 -> "chances" (count, steps, classes)."""
    whole = torch.nn.Sequential(network, torch.nn.Softmax(-1)).eval()
    torch.onnx.export(
        whole,
        (torch.zeros(2, 1, HEIGHT, 256),),
        str(target),
        input_names=["strips"],
        output_names=["chances"],
        dynamic_axes={"strips": {0: "count", 3: "columns"}, "chances": {0: "count", 1: "steps"}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    export(options.checkpoint, options.target)


if __name__ == "__main__":
    main()
