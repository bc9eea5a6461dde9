"""Trains the line networks on files of lines, on an accelerator where there is one; goes on where it stopped.

    python -m training.train LINES --out FOLDER --minutes 90

Writes FOLDER/<network>.pt and FOLDER/curve.csv. Files that are made meanwhile are learnt from as well.
"""

from __future__ import annotations

import argparse
import csv
import math
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from rapidfuzz.distance import Levenshtein
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import Batch, Lines, batches
from training.model import LineNetwork, best_path, networks, parameters, widened
from training.shards import read_shard
from training.teacher import Teacher

#: So many files are never trained on, the first ones; the lines of so many others are mixed at a time.
_HELD_OUT, _MIXED = 2, 8
_PEAK_RATE, _WARM_STEPS = 2e-3, 300
#: What "by hand or not" weighs beside the letters.
_HAND_WEIGHT = 0.2
#: What a teacher's word weighs beside them, at least: all at the start, this at the end.
_TAUGHT_WEIGHT = 0.1
#: So many seconds are learnt between two measurements, each of which takes two cores ten.
_BETWEEN_NOTES = 180


class Training:
    """One network with its running average and its optimiser. FOLDER/<name>.pt holds the first two."""

    def __init__(
        self, name: str, network: LineNetwork, folder: Path, device: torch.device, rate: float
    ) -> None:
        self.path = folder / f"{name}.pt"
        self.name, self.device, self.rate, self.step = name, device, rate, 0
        # The order of channels that an accelerator likes takes processors a quarter longer.
        self.order = torch.channels_last if device.type == "cuda" else torch.contiguous_format
        self.network = network.to(device, memory_format=self.order)
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(0.998), use_buffers=True)
        self.optimiser = torch.optim.AdamW(self.network.parameters(), rate, weight_decay=0.01)
        self.spent = 0.0
        if self.path.exists():
            kept = torch.load(self.path, weights_only=True, map_location=device)
            self.network.load_state_dict(widened(kept["network"]))
            self.average.load_state_dict(widened(kept["average"]))
            self.step, self.spent = kept["step"], kept["spent"]

    def learn(self, batch: Batch, done: float, taught: Tensor | None = None) -> Tensor:
        """One step; its loss per character. done: which share of the time is over.

        taught: what a teacher says of each step, chances of the classes (count, steps, classes).
        """
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * _share_of_rate(self.step, done)
        # Processors without 16-bit multiplication take five times as long with it.
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            scores, hand = self.network(batch.strips.to(memory_format=self.order))
        loss = _loss(scores.float(), hand.float(), batch)
        if taught is not None:
            loss = loss + max(_TAUGHT_WEIGHT, 1.0 - done) * _unlike(scores.float(), taught, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return loss.detach()

    def save(self, spent: float) -> None:
        """Write the file; a broken-off write leaves the one before."""
        partial = self.path.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "step": self.step,
                "spent": spent,
            },
            partial,
        )
        partial.replace(self.path)


def _share_of_rate(step: int, done: float) -> float:
    warm = min(1.0, (step + 1) / _WARM_STEPS)
    return warm * max(0.005, 0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))


def _loss(scores: Tensor, hand: Tensor, batch: Batch) -> Tensor:
    device = scores.device
    # The lengths stay with the processor: an accelerator would have to wait to hand them back.
    letters = nn.functional.ctc_loss(
        scores.log_softmax(-1).transpose(0, 1),
        batch.classes.to(device),
        batch.steps,
        batch.lengths,
        reduction="sum",
        zero_infinity=True,
    ) / max(1, int(batch.lengths.sum()))
    # A place without text says nothing about hands.
    inked = (torch.arange(hand.shape[1], device=device)[None] < batch.steps.to(device)[:, None]).float()
    inked = inked * (batch.lengths.to(device) > 0)[:, None]
    wanted = batch.hands.to(device)[:, None].expand_as(hand)
    by_hand = nn.functional.binary_cross_entropy_with_logits(hand, wanted, reduction="none")
    return letters + _HAND_WEIGHT * (by_hand * inked).sum() / inked.sum().clamp(min=1.0)


def _unlike(scores: Tensor, taught: Tensor, batch: Batch) -> Tensor:
    """How far the scores are from the teacher's chances, per character, behind the lines left out.

    taught: chances (count, steps, classes).
    """
    inside = torch.arange(scores.shape[1])[None] < batch.steps[:, None]
    apart = -(taught * scores.log_softmax(-1)).sum(-1) * inside.to(scores.device)
    return apart.sum() / max(1, int(batch.lengths.sum()))


def errors(network: nn.Module, groups: Sequence[Lines], columns: int) -> tuple[float, float]:
    """Share of wrong characters, and of lines that are not wholly right."""
    network.eval()
    wrong = total = lines_wrong = lines = 0
    with torch.inference_mode():
        for batch in batches(groups, columns, np.random.default_rng(0), varied=False):
            scores, _ = network(batch.strips)
            for read, text in zip(best_path(scores), batch.texts, strict=True):
                distance = Levenshtein.distance(read, text)
                wrong, total = wrong + distance, total + len(text)
                lines_wrong, lines = lines_wrong + (distance > 0), lines + 1
    network.train()
    return wrong / max(1, total), lines_wrong / max(1, lines)


class Shelf:
    """The files of lines in a folder, each read once and kept on the device.

    The next ones are read while the last ones are learnt from: an accelerator would wait for them.
    """

    def __init__(self, folder: Path, device: torch.device) -> None:
        self.folder, self.device = folder, device
        self._kept: dict[Path, Lines] = {}
        self._hands = ThreadPoolExecutor(1)
        self._next: Future[list[Lines]] | None = None

    def has_enough(self) -> bool:
        """Whether there is a file to learn from."""
        return len(self._paths()) > _HELD_OUT

    def drawn(self, rng: np.random.Generator) -> list[Lines]:
        """Some files by chance, of those that were there when the last ones were drawn."""
        drawn = self._next or self._asked(rng)
        self._next = self._asked(rng)
        return drawn.result()

    def held_out(self) -> list[Lines]:
        """The files that are never trained on."""
        return [self._lines(path) for path in self._paths()[:_HELD_OUT]]

    def _asked(self, rng: np.random.Generator) -> Future[list[Lines]]:
        paths = self._paths()[_HELD_OUT:]
        chosen = rng.choice(len(paths), min(_MIXED, len(paths)), replace=False)
        return self._hands.submit(lambda: [self._lines(paths[at]) for at in chosen])

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*[0-9].npz"))

    def _lines(self, path: Path) -> Lines:
        if path not in self._kept:
            self._kept[path] = Lines.of(read_shard(path), self.device)
        return self._kept[path]


def train(
    folder: Path,
    out: Path,
    minutes: float,
    columns: int,
    rate: float,
    names: Sequence[str],
    taught_by: Path | None,
) -> None:
    """Train the networks of these names for so many minutes in all."""
    out.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    teacher = Teacher(taught_by, device) if taught_by else None
    trainings = [
        Training(name, network, out, device, rate) for name, network in networks().items() if name in names
    ]
    for training in trainings:
        print(f"{training.name}: {parameters(training.network):,} weights, step {training.step}", flush=True)
    shelf = Shelf(folder, device)
    if not shelf.has_enough():
        raise SystemExit(
            f"{folder} needs more than {_HELD_OUT} files of lines: make some with training.make_lines"
        )
    before = max(training.spent for training in trainings)
    rng = np.random.default_rng(trainings[0].step)
    started = saved = time.monotonic()
    losses: list[list[Tensor]] = [[] for _ in trainings]
    done = 0.0
    while done < 1.0:
        for batch in batches(shelf.drawn(rng), columns, rng, varied=True):
            spent = before + time.monotonic() - started
            done = spent / (60 * minutes)
            taught = teacher.chances(batch.strips) if teacher else None
            for training, kept in zip(trainings, losses, strict=True):
                kept.append(training.learn(batch, done, taught))
            if done >= 1.0 or time.monotonic() - saved > _BETWEEN_NOTES:
                _note(out, trainings, losses, shelf, spent, columns)
                saved = time.monotonic()
            if done >= 1.0:
                break


def _note(
    out: Path,
    trainings: Sequence[Training],
    losses: list[list[Tensor]],
    shelf: Shelf,
    spent: float,
    columns: int,
) -> None:
    """Save, measure and say how far it is."""
    for training, kept in zip(trainings, losses, strict=True):
        training.save(spent)
        characters, lines = errors(training.average.module, shelf.held_out(), columns)
        row = (training.name, training.step, round(spent), f"{torch.stack(kept).mean():.4f}",
               f"{characters:.5f}", f"{lines:.5f}")  # fmt: skip
        print(*row, flush=True)
        with (out / "curve.csv").open("a", newline="") as file:
            csv.writer(file).writerow(row)
        kept.clear()


def main() -> None:
    """Train on a folder of lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--columns", type=int, default=18_000, help="columns of strips in one batch")
    parser.add_argument("--rate", type=float, default=_PEAK_RATE, help="the highest rate of learning")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--networks", nargs="+", choices=tuple(networks()), default=["teacher", "arbiter"], metavar="NAME"
    )
    parser.add_argument(
        "--taught-by", type=Path, metavar="ONNX", help="the file of a network that is there already"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    train(
        options.lines,
        options.out,
        options.minutes,
        options.columns,
        options.rate,
        options.networks,
        options.taught_by,
    )


if __name__ == "__main__":
    main()
