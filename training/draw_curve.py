"""Draws how the networks learnt: the share of wrong characters of unseen faces after each step.

python -m training.draw_curve docs/pictures/curve.png training/curve.csv
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import matplotlib

matplotlib.use("agg")

from matplotlib import pyplot

#: Shares below which a curve is drawn: before, a network says nothing or chatters.
_SPEAKS = 0.5


def draw(target: Path, curves: list[Path]) -> None:
    """A panel for each file; the rows of a file are network, step, seconds, loss, characters, lines."""
    figure, panels = pyplot.subplots(
        1, len(curves), figsize=(6 * len(curves), 4.2), sharey=True, squeeze=False
    )
    for panel, path in zip(panels[0], curves, strict=True):
        for name, points in _by_network(path).items():
            panel.plot(
                *zip(*points, strict=True), marker=".", label=f"{name}, at the end {points[-1][1]:.2f} %"
            )
        panel.set(title=path.name, xlabel="steps", yscale="log")
        panel.set_yticks([0.5, 1, 2, 5, 10, 20, 50], ["0.5", "1", "2", "5", "10", "20", "50"])
        panel.minorticks_off()
        panel.grid(alpha=0.3)
        panel.legend(frameon=False)
    panels[0][0].set_ylabel("wrong characters of unseen faces, %")
    figure.tight_layout()
    figure.savefig(target, dpi=110)


def _by_network(path: Path) -> dict[str, list[tuple[int, float]]]:
    points: dict[str, list[tuple[int, float]]] = {}
    with path.open(newline="") as file:
        for name, step, _seconds, _loss, characters, _lines in csv.reader(file):
            if float(characters) < _SPEAKS:
                points.setdefault(name, []).append((int(step), 100 * float(characters)))
    return points


def main() -> None:
    """Draw the files of curves that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("curves", type=Path, nargs="+")
    options = parser.parse_args()
    draw(options.target, options.curves)


if __name__ == "__main__":
    main()
