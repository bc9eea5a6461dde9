"""The networks: convolutions that fold the height, a little context along the line, CTC, and "is it by hand".

Two of them learn from the same lines. The fine one sees a strip as it is and is the program's reader. The
coarse one sees it reduced to two thirds and is built otherwise, so that it errs elsewhere: it is the arbiter
where the reader and Tesseract differ.
"""

from __future__ import annotations

from unicodedata import normalize

import torch
from torch import Tensor, nn

from hrdigitize.ocr.line_input import ALPHABET

#: Class 0 is the blank of CTC; the others are the alphabet in its order.
CLASSES = 1 + len(ALPHABET)
_CHANNELS = 192


def fine_eyes() -> nn.Module:
    """72 rows at 300 dpi to one row, six columns to one."""
    return nn.Sequential(
        _convolution(1, 24, 5, stride=2),
        _convolution(24, 48, 3, stride=(2, 1)),
        nn.MaxPool2d((1, 3)),
        _convolution(48, 96, 3),
        nn.MaxPool2d((2, 1)),
        _Residual(_convolution(96, 96, 3)),
        _convolution(96, 128, 3, stride=(2, 1)),
        _Residual(_convolution(128, 128, 3)),
        _folded(128, 5),
    )


def coarse_eyes() -> nn.Module:
    """The same from 48 rows at 200 dpi."""
    return nn.Sequential(
        _TwoThirds(),
        _convolution(1, 32, 5, stride=2),
        _convolution(32, 64, 3),
        nn.MaxPool2d(2),
        _convolution(64, 96, 3),
        _Residual(_convolution(96, 96, 3)),
        nn.MaxPool2d((2, 1)),
        _convolution(96, 128, 3),
        nn.MaxPool2d((2, 1)),
        _folded(128, 3),
    )


class LineNetwork(nn.Module):
    """Strips (batch, 1, 72, columns), ink 1 and paper 0 -> two arrays over columns / 6 steps.

    Scores of the classes (batch, steps, classes), and scores of "drawn by hand" (batch, steps).
    """

    def __init__(self, eyes: nn.Module, layers: int, memory: int) -> None:
        super().__init__()
        self.eyes = eyes
        self.along = nn.Sequential(*(_Residual(_along(_CHANNELS)) for _ in range(layers)))
        self.context = nn.GRU(_CHANNELS, memory, batch_first=True, bidirectional=True)
        self.seen = nn.Linear(_CHANNELS, CLASSES)
        self.around = nn.Linear(2 * memory, CLASSES)
        self.hand = nn.Linear(_CHANNELS, 1)

    def forward(self, strips: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.along(self.eyes(strips).squeeze(2)).transpose(1, 2)
        around, _ = self.context(seen)
        return self.seen(seen) + self.around(around), self.hand(seen).squeeze(-1)


def networks() -> dict[str, LineNetwork]:
    """The networks that are trained, by the names of their files."""
    return {
        "reader": LineNetwork(fine_eyes(), layers=2, memory=96),
        "arbiter": LineNetwork(coarse_eyes(), layers=3, memory=128),
    }


class _TwoThirds(nn.Module):
    """Every pixel the mean of one and a half by one and a half.

    Of three by three pixels four are made: each weighs the corner that it covers in full 4, the pixels beside
    that 2 and the middle 1, of 9. As doubling and averaging does, which took a sixth of the network's time.
    """

    def __init__(self) -> None:
        super().__init__()
        side = torch.tensor([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]]) / 3
        weights = torch.einsum("ai,bj->abij", side, side).reshape(4, 1, 3, 3)
        self.register_buffer("weights", weights, persistent=False)

    def forward(self, strips: Tensor) -> Tensor:
        return nn.functional.pixel_shuffle(nn.functional.conv2d(strips, self.weights, stride=3), 2)


class _Residual(nn.Module):
    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, values: Tensor) -> Tensor:
        added: Tensor = values + self.inner(values)
        return added


def _convolution(inputs: int, outputs: int, size: int, stride: int | tuple[int, int] = 1) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


def _folded(inputs: int, rows: int) -> nn.Module:
    """All rows that are left become one."""
    return nn.Sequential(
        nn.Conv2d(inputs, _CHANNELS, (rows, 3), padding=(0, 1), bias=False),
        nn.BatchNorm2d(_CHANNELS),
        nn.ReLU(),
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


def widened(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights that were learnt with a shorter alphabet, for this one: its letters come first in both.

    A new letter begins as the one that it is drawn from ("ñ" as "n"), and less likely.
    """
    longer = dict(weights)
    for name, values in weights.items():
        if not name.endswith(("seen.weight", "seen.bias", "around.weight", "around.bias")):
            continue
        drawn_from = [
            1 + ALPHABET.index(normalize("NFD", letter)[0]) for letter in ALPHABET[len(values) - 1 :]
        ]
        more = values[drawn_from] - (1.0 if name.endswith("seen.bias") else 0.0)
        longer[name] = torch.cat([values, more])
    return longer


def parameters(network: nn.Module) -> int:
    """How many weights a network has."""
    return sum(torch.numel(weights) for weights in network.parameters())
