"""Lines as batches on the device that trains, each line a little changed: wider, slanted, paler, noisier.

The files' lines stay on the device as they are, one long row of columns; a batch is gathered from it, so that
an accelerator never waits for the processor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from hrdigitize.ocr.line_input import ALPHABET, STEP
from training.shards import Shard

_CLASS_OF = {character: at + 1 for at, character in enumerate(ALPHABET)}
#: Strips are padded to a multiple of this many columns: fewer shapes, fewer plans for the accelerator.
_ROUNDED = 8 * STEP


@dataclass(frozen=True, slots=True)
class Batch:
    """Strips of like width (count, 1, 72, columns), ink 1; how many steps each has, its classes, its text.

    hands: 1 where a line is drawn as if by hand, else 0.
    """

    strips: Tensor
    steps: Tensor
    classes: Tensor
    lengths: Tensor
    hands: Tensor
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines on a device: all strips side by side, where each begins and how wide it is, what it says."""

    columns: Tensor
    starts: NDArray[np.int64]
    widths: NDArray[np.int64]
    texts: tuple[str, ...]
    hands: tuple[bool, ...]

    @staticmethod
    def of(shard: Shard, device: torch.device) -> Lines:
        """The lines of a file; strips are a whole number of steps wide."""
        widths = np.array([strip.shape[1] for strip in shard.strips], np.int64)
        columns = torch.from_numpy(np.ascontiguousarray(np.concatenate(shard.strips, axis=1).T))
        return Lines(
            columns.to(device),
            np.cumsum(widths) - widths,
            widths,
            shard.texts,
            shard.hands,
        )


def batches(
    groups: Sequence[Lines], columns: int, rng: np.random.Generator, *, varied: bool
) -> Iterator[Batch]:
    """All lines of some files in batches of like width, mixed file by file; changed a little for training."""
    chunks = [
        (lines, chunk) for lines in groups for chunk in _chunks(lines.widths, columns, rng, varied=varied)
    ]
    for at in rng.permutation(len(chunks)) if varied else range(len(chunks)):
        lines, chunk = chunks[at]
        batch = _gathered(lines, chunk)
        yield _varied(batch, rng) if varied else batch


def _chunks(
    widths: NDArray[np.int64], columns: int, rng: np.random.Generator, *, varied: bool
) -> list[NDArray[np.int64]]:
    """Places of lines of like width, as many as fill so many columns."""
    order = np.argsort(widths * rng.uniform(0.93, 1.07, len(widths)) if varied else widths)
    chunks, first = [], 0
    for at in range(1, len(order) + 1):
        widest = widths[order[first:at]].max()
        if at == len(order) or (at - first + 1) * max(widest, widths[order[at]]) > columns:
            chunks.append(order[first:at])
            first = at
    return chunks


def _gathered(lines: Lines, chosen: NDArray[np.int64]) -> Batch:
    device = lines.columns.device
    widths = torch.from_numpy(lines.widths[chosen])
    widest = int(widths.max())
    widest += -widest % _ROUNDED
    offsets = torch.arange(widest)
    places = torch.from_numpy(lines.starts[chosen])[:, None] + offsets[None]
    inside = (offsets[None] < widths[:, None]).to(device)
    places = places.clamp(max=len(lines.columns) - 1).to(device)
    ink = (255 - lines.columns[places].float()) / 255 * inside[:, :, None]
    texts = tuple(lines.texts[at] for at in chosen)
    return Batch(
        ink.transpose(1, 2).unsqueeze(1),
        -(-widths // STEP),
        torch.tensor([_CLASS_OF[character] for text in texts for character in text], dtype=torch.long),
        torch.tensor([len(text) for text in texts]),
        torch.tensor([float(lines.hands[at]) for at in chosen]),
        texts,
    )


def _varied(batch: Batch, rng: np.random.Generator) -> Batch:
    """Each strip wider or narrower, slanted, higher or lower, bent; then bolder or finer, paler, noisier.

    So that a face is not learnt by heart: while strips were changed less (a tenth wider, a slant of 3°,
    nothing bent), 11.4 % of lines in unseen faces were wrong, of those in faces that it had learnt 6.
    """
    count, _, rows, columns = batch.strips.shape
    wide, high = rng.uniform(0.8, 1.2, count), rng.uniform(0.86, 1.12, count)
    moved = rng.random(count) < 0.8
    lean, drop = rng.uniform(-0.2, 0.2, count) * moved, rng.uniform(-4, 4, count) * moved
    wide, high = np.where(moved, wide, 1.0), np.where(moved, high, 1.0)
    widest = int(np.ceil(columns * wide.max()))
    widest += -widest % _ROUNDED
    # Where in the old strip a pixel of the new one lies; both count from -1 to 1 over their own extent.
    matrix = np.zeros((count, 2, 3), np.float32)
    matrix[:, 0, 0] = widest / (columns * wide)
    matrix[:, 0, 1] = lean * rows / columns
    matrix[:, 0, 2] = widest / (columns * wide) - 1
    matrix[:, 1, 1] = 1 / high
    matrix[:, 1, 2] = drop * 2 / rows
    device = batch.strips.device
    grid = torch.nn.functional.affine_grid(
        torch.from_numpy(matrix).to(device), [count, 1, rows, widest], align_corners=False
    ) + _bends(rng, count, rows, widest, device)
    strips = torch.nn.functional.grid_sample(batch.strips, grid, align_corners=False)
    steps = np.minimum(np.ceil(batch.steps.numpy() * wide), widest // STEP).astype(np.int64)
    return Batch(
        _inked(strips, rng),
        torch.from_numpy(steps),
        batch.classes,
        batch.lengths,
        batch.hands,
        batch.texts,
    )


def _bends(rng: np.random.Generator, count: int, rows: int, columns: int, device: torch.device) -> Tensor:
    """By how much the places of a grid are off, to bend letters a little (count, rows, columns, 2)."""
    off = rng.normal(0.0, 1.0, (count, 2, 4, max(2, columns // 24))) * rng.uniform(0.0, 1.6, (count, 1, 1, 1))
    off *= np.array([2 / columns, 2 / rows])[:, None, None]
    coarse = torch.from_numpy(off.astype(np.float32)).to(device)
    smooth = torch.nn.functional.interpolate(coarse, (rows, columns), mode="bilinear", align_corners=True)
    return smooth.permute(0, 2, 3, 1)


def _inked(strips: Tensor, rng: np.random.Generator) -> Tensor:
    """Bolder or finer strokes, other ink, noise, a softer picture: each on some of the strips."""
    count, device = len(strips), strips.device

    def drawn(least: float, most: float, share: float, else_: float) -> Tensor:
        chosen = rng.random(count) < share
        values = np.where(chosen, rng.uniform(least, most, count), else_).astype(np.float32)
        return torch.from_numpy(values).to(device)[:, None, None, None]

    # Of the darkest pixels around, or of the palest: a stroke up to a pixel wider or narrower at each side.
    bold, fine = drawn(0.2, 1.0, 0.25, 0.0), drawn(0.2, 0.8, 0.2, 0.0)
    strips = strips + bold * (torch.nn.functional.max_pool2d(strips, 3, 1, 1) - strips)
    strips = strips - fine * (strips + torch.nn.functional.max_pool2d(-strips, 3, 1, 1))
    blurred = torch.nn.functional.avg_pool2d(strips, 3, 1, 1)
    soft = drawn(0.3, 1.0, 0.2, 0.0)
    strips = strips * (1 - soft) + blurred * soft
    strips = strips * drawn(0.6, 1.25, 0.5, 1.0)
    noise = torch.randn(strips.shape, device=device) * drawn(0.0, 0.035, 0.5, 0.0)
    return (strips + noise).clamp(0.0, 1.0)
