"""The networks: convolutions that fold the height, a little context along the line, CTC, and "is it by hand".

The teacher sees a strip as it is. The reader, with which the program reads every line, learns from it to see
the same with a third of the multiplications. The coarse one sees a strip reduced to two thirds and is built
otherwise, so that it errs elsewhere: it is the arbiter where the reader and Tesseract differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

import torch
from torch import Tensor, nn

from hrdigitize.ocr.line_input import ALPHABET, HEIGHT, STEP

#: Class 0 is the blank of CTC; the others are the alphabet in its order.
CLASSES = 1 + len(ALPHABET)
#: Features of a step: of the teacher and the arbiter, of the reader.
_CHANNELS, _SWIFT = 192, 160


def fine_eyes() -> nn.Module:
    """72 rows at 300 dpi to one row, six columns to one."""
    return nn.Sequential(
        _convolution(1, 24, 5, stride=2, padding=2),
        _convolution(24, 48, 3, stride=(2, 1)),
        nn.MaxPool2d((1, 3)),
        _convolution(48, 96, 3),
        nn.MaxPool2d((2, 1)),
        _Residual(_convolution(96, 96, 3)),
        _convolution(96, 128, 3, stride=(2, 1)),
        _Residual(_convolution(128, 128, 3)),
        _folded(128, _CHANNELS, rows=5, columns=3),
    )


def swift_eyes() -> nn.Module:
    """The same on fewer and smaller maps, with a third of the multiplications.

    Six columns are one place from the first layer on, as six channels: in the time of a convolution over one
    channel, one over many does ten times as many multiplications.
    """
    return nn.Sequential(
        _Columns(STEP),
        _convolution(STEP, 32, (12, 3), stride=(4, 1), padding=(4, 1)),
        _convolution(32, 64, 3, stride=(2, 1)),
        _convolution(64, 128, 3, stride=(3, 1)),
        _Residual(_convolution(128, 128, 3)),
        _folded(128, _SWIFT, rows=3, columns=1),
    )


def coarse_eyes() -> nn.Module:
    """The same from 48 rows at 200 dpi."""
    return nn.Sequential(
        _TwoThirds(),
        _convolution(1, 32, 5, stride=2, padding=2),
        _convolution(32, 64, 3),
        nn.MaxPool2d(2),
        _convolution(64, 96, 3),
        _Residual(_convolution(96, 96, 3)),
        nn.MaxPool2d((2, 1)),
        _convolution(96, 128, 3),
        nn.MaxPool2d((2, 1)),
        _folded(128, _CHANNELS, rows=3, columns=3),
    )


class LineNetwork(nn.Module):
    """Strips (batch, 1, 72, columns), ink 1 and paper 0 -> two arrays over columns / 6 steps.

    Scores of the classes (batch, steps, classes), and scores of "drawn by hand" (batch, steps).
    """

    def __init__(self, eyes: nn.Module, along: nn.Module, channels: int, memory: int = 0) -> None:
        super().__init__()
        self.eyes = eyes
        self.along = along
        self.seen = nn.Linear(channels, CLASSES)
        self.hand = nn.Linear(channels, 1)
        if memory:
            self.context = nn.GRU(channels, memory, batch_first=True, bidirectional=True)
            self.around = nn.Linear(2 * memory, CLASSES)
        self.remembers = memory > 0

    def forward(self, strips: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.along(self.eyes(strips).flatten(2)).transpose(1, 2)
        scores = self.seen(seen)
        if self.remembers:
            around, _ = self.context(seen)
            scores = scores + self.around(around)
        return scores, self.hand(seen).squeeze(-1)


def networks() -> dict[str, LineNetwork]:
    """The networks that can be trained, by the names of their files.

    The reader looks 15 steps to each side, by steps that grow, and has no memory: a recurrent layer cannot be
    computed in 8 bits.
    """
    near_and_far = (_along(_SWIFT, 3, dilation) for dilation in (1, 2, 4, 8))
    return {
        "teacher": LineNetwork(
            fine_eyes(), _residuals(_along(_CHANNELS, 5) for _ in range(2)), _CHANNELS, 96
        ),
        "reader": LineNetwork(swift_eyes(), _residuals(near_and_far), _SWIFT),
        "arbiter": LineNetwork(
            coarse_eyes(), _residuals(_along(_CHANNELS, 5) for _ in range(3)), _CHANNELS, 128
        ),
    }


class _Columns(nn.Module):
    """So many columns side by side become one place, its pixels the channels; rows stay."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.columns = columns

    def forward(self, strips: Tensor) -> Tensor:
        # Rows and channels are given as numbers, so that the exported network knows them: 8 bits need that.
        places = strips.reshape(-1, HEIGHT, strips.shape[3] // self.columns, self.columns)
        return places.permute(0, 3, 1, 2)


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


def _residuals(layers: Iterable[nn.Module]) -> nn.Module:
    return nn.Sequential(*map(_Residual, layers))


def _convolution(
    inputs: int,
    outputs: int,
    size: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 1,
) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


def _folded(inputs: int, outputs: int, *, rows: int, columns: int) -> nn.Module:
    """All rows that are left become one."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, (rows, columns), padding=(0, columns // 2), bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


def _along(channels: int, size: int, dilation: int = 1) -> nn.Module:
    return nn.Sequential(
        nn.Conv1d(channels, channels, size, padding=size // 2 * dilation, dilation=dilation, bias=False),
        nn.BatchNorm1d(channels),
        nn.ReLU(),
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
