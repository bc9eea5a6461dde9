"""Trains the line reader on files of lines; goes on where it was stopped.

    python -m training.train LINES --out FOLDER --hours 2

Writes FOLDER/checkpoint.pt, FOLDER/curve.csv and, at the end, FOLDER/reader.onnx.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from rapidfuzz.distance import Levenshtein
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from hrdigitize.ocr.line_input import ALPHABET, HEIGHT, STEP, Grey
from training.model import LineNetwork, best_path, parameters
from training.shards import read_shard

#: Columns of strips in one batch, white between them included.
_COLUMNS = 12_288
#: Files that are mixed with each other at a time, and files at the end that are never trained on.
_MIXED, _HELD_OUT = 6, 2
_CLASS_OF = {character: at + 1 for at, character in enumerate(ALPHABET)}
_PEAK_RATE, _WARM_STEPS = 2e-3, 400
_REPORT_EVERY = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A strip and its text."""

    strip: Grey
    text: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Strips of like width as one array, how many steps each one has, and their classes in a row."""

    strips: Tensor
    steps: Tensor
    classes: Tensor
    lengths: Tensor
    texts: tuple[str, ...]


def lines_of(paths: Sequence[Path]) -> list[Line]:
    """All lines of some files."""
    shards = [read_shard(path) for path in paths]
    return [
        Line(strip, text) for shard in shards for strip, text in zip(shard.strips, shard.texts, strict=True)
    ]


def batches(lines: list[Line], rng: np.random.Generator, *, varied: bool) -> Iterator[Batch]:
    """The lines in batches of like width; in any order and a little changed for training."""
    widths = [line.strip.shape[1] * (rng.uniform(0.95, 1.05) if varied else 1) for line in lines]
    groups: list[list[Line]] = [[]]
    for at in np.argsort(widths):
        wide = lines[at].strip.shape[1] * 1.1
        if groups[-1] and (len(groups[-1]) + 1) * wide > _COLUMNS:
            groups.append([])
        groups[-1].append(lines[at])
    for at in rng.permutation(len(groups)) if varied else range(len(groups)):
        yield _batch(
            [Line(_varied(line.strip, rng), line.text) for line in groups[at]] if varied else groups[at]
        )


def _batch(lines: Sequence[Line]) -> Batch:
    widest = max(line.strip.shape[1] for line in lines)
    widest += -widest % STEP
    strips = np.full((len(lines), 1, HEIGHT, widest), 255, np.uint8)
    for at, line in enumerate(lines):
        strips[at, 0, :, : line.strip.shape[1]] = line.strip
    return Batch(
        (255 - torch.from_numpy(strips).float()) / 255,
        torch.tensor([math.ceil(line.strip.shape[1] / STEP) for line in lines]),
        torch.tensor([_CLASS_OF[character] for line in lines for character in line.text]),
        torch.tensor([len(line.text) for line in lines]),
        tuple(line.text for line in lines),
    )


def _varied(strip: Grey, rng: np.random.Generator) -> Grey:
    """The strip a little wider or narrower, higher or lower, paler, noisier, softer."""
    plane = strip
    if rng.random() < 0.7:
        wide = max(STEP, round(strip.shape[1] * rng.uniform(0.9, 1.12)))
        high = round(HEIGHT * rng.uniform(0.92, 1.06))
        matrix = np.array(
            [[wide / strip.shape[1], rng.uniform(-0.06, 0.06), 0], [0, high / HEIGHT, rng.uniform(-3, 3)]]
        )
        matrix[0, 2] = -matrix[0, 1] * HEIGHT / 2
        matrix[1, 2] += (HEIGHT - high) / 2
        plane = cv2.warpAffine(strip, matrix, (wide, HEIGHT), flags=cv2.INTER_LINEAR, borderValue=255)
    if rng.random() < 0.5:
        ink = (255 - plane.astype(np.float32)) * rng.uniform(0.6, 1.25)
        plane = np.clip(255 - ink + rng.normal(0, rng.uniform(0, 8), plane.shape), 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        plane = cv2.GaussianBlur(plane, (0, 0), rng.uniform(0.4, 0.9))
    return np.asarray(plane, np.uint8)


def character_errors(network: nn.Module, lines: list[Line]) -> tuple[float, float]:
    """Share of wrong characters, and of lines that are not wholly right."""
    network.eval()
    wrong = total = lines_wrong = 0
    with torch.inference_mode():
        for batch in batches(lines, np.random.default_rng(0), varied=False):
            for read, text in zip(best_path(network(batch.strips)), batch.texts, strict=True):
                distance = Levenshtein.distance(read, text)
                wrong, total, lines_wrong = wrong + distance, total + len(text), lines_wrong + (distance > 0)
    network.train()
    return wrong / total, lines_wrong / len(lines)


class Training:
    """Network, its running average, optimiser and how far they are; all of it goes into the checkpoint."""

    def __init__(self, folder: Path, total_steps: int) -> None:
        self.path = folder / "checkpoint.pt"
        self.network = LineNetwork().to(memory_format=torch.channels_last)
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(0.998), use_buffers=True)
        self.optimiser = torch.optim.AdamW(self.network.parameters(), _PEAK_RATE, weight_decay=0.01)
        self.step, self.total_steps = 0, total_steps
        if self.path.exists():
            kept = torch.load(self.path, weights_only=True)
            self.network.load_state_dict(kept["network"])
            self.average.load_state_dict(kept["average"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.step = kept["step"]

    def learn(self, batch: Batch) -> float:
        """One step; its loss per character."""
        rate = self._rate()
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(batch.strips.to(memory_format=torch.channels_last))
        chances = scores.float().log_softmax(-1).transpose(0, 1)
        loss = (
            nn.functional.ctc_loss(
                chances, batch.classes, batch.steps, batch.lengths, reduction="sum", zero_infinity=True
            )
            / batch.lengths.sum()
        )
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return float(loss.detach())

    def _rate(self) -> float:
        warm = min(1.0, (self.step + 1) / _WARM_STEPS)
        return (
            _PEAK_RATE
            * warm
            * max(0.01, 0.5 + 0.5 * math.cos(math.pi * min(1.0, self.step / self.total_steps)))
        )

    def save(self) -> None:
        """Write the checkpoint; a broken-off write leaves the one before."""
        partial = self.path.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "step": self.step,
            },
            partial,
        )
        partial.replace(self.path)


def train(folder: Path, out: Path, steps: int) -> None:
    """Train for so many steps in all, on whatever files there are when a round begins."""
    out.mkdir(parents=True, exist_ok=True)
    training = Training(out, steps)
    print(f"{parameters(training.network):,} weights, step {training.step}", flush=True)
    held_out = lines_of(sorted(folder.glob("*.npz"))[:_HELD_OUT])
    rng = np.random.default_rng(training.step)
    losses: list[float] = []
    started = time.monotonic()
    while training.step < steps:
        paths = sorted(folder.glob("[0-9]*[0-9].npz"))[_HELD_OUT:]
        chosen = rng.choice(len(paths), min(_MIXED, len(paths)), replace=False)
        for batch in batches(lines_of([paths[at] for at in chosen]), rng, varied=True):
            losses.append(training.learn(batch))
            if training.step % _REPORT_EVERY == 0:
                print(
                    training.step,
                    round(float(np.mean(losses)), 4),
                    round(time.monotonic() - started),
                    flush=True,
                )
                losses.clear()
            if training.step % (10 * _REPORT_EVERY) == 0:
                training.save()
                _note(out, training, held_out)
            if training.step >= steps:
                break
    training.save()
    _note(out, training, held_out)


def _note(out: Path, training: Training, held_out: list[Line]) -> None:
    characters, lines = character_errors(training.average.module, held_out)
    print(f"step {training.step}: characters wrong {characters:.4f}, lines {lines:.4f}", flush=True)
    with (out / "curve.csv").open("a", newline="") as file:
        csv.writer(file).writerow((training.step, f"{characters:.5f}", f"{lines:.5f}"))


def main() -> None:
    """Train on a folder of lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    train(options.lines, options.out, options.steps)


if __name__ == "__main__":
    main()
