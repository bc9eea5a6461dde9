"""The network: convolutions that keep the width and fold the height, a little context along the line, CTC."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from hrdigitize.ocr.line_input import ALPHABET

#: Class 0 is the blank of CTC; the others are the alphabet in its order.
CLASSES = 1 + len(ALPHABET)


class LineNetwork(nn.Module):
    """Strips (batch, 1, 48, columns), ink 1 and paper 0 -> scores (batch, columns / 4, classes)."""

    def __init__(self) -> None:
        super().__init__()
        self.eyes = nn.Sequential(
            _convolution(1, 32, 5, stride=2),
            _convolution(32, 64, 3),
            nn.MaxPool2d(2),
            _convolution(64, 96, 3),
            _Residual(_convolution(96, 96, 3)),
            nn.MaxPool2d((2, 1)),
            _convolution(96, 128, 3),
            nn.MaxPool2d((2, 1)),
            nn.Conv2d(128, 192, 3, padding=(0, 1), bias=False),
            nn.BatchNorm2d(192),
            nn.ReLU(),
        )
        self.along = nn.Sequential(_Residual(_along(192)), _Residual(_along(192)))
        self.context = nn.GRU(192, 96, batch_first=True, bidirectional=True)
        self.out = nn.Linear(192, CLASSES)

    def forward(self, strips: Tensor) -> Tensor:
        seen = self.along(self.eyes(strips).squeeze(2)).transpose(1, 2)
        around, _ = self.context(seen)
        scores: Tensor = self.out(around + seen)
        return scores


class _Residual(nn.Module):
    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, values: Tensor) -> Tensor:
        added: Tensor = values + self.inner(values)
        return added


def _convolution(inputs: int, outputs: int, size: int, stride: int = 1) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


def _along(channels: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv1d(channels, channels, 5, padding=2, bias=False), nn.BatchNorm1d(channels), nn.ReLU()
    )


def best_path(scores: Tensor) -> list[str]:
    """The text of each strip: the likeliest class of each step, repeats and blanks left out."""
    texts = []
    for steps in scores.argmax(-1).tolist():
        kept = [step for before, step in zip([0, *steps], steps, strict=False) if step not in (before, 0)]
        texts.append("".join(ALPHABET[step - 1] for step in kept).strip())
    return texts


def parameters(network: nn.Module) -> int:
    """How many weights a network has."""
    return sum(torch.numel(weights) for weights in network.parameters())
