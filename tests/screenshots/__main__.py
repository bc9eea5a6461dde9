"""Reads the sample dossier (or other scans) and takes pictures of the window, at several sizes and scales."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hrdigitize import bundle
from hrdigitize.app import open_sample
from hrdigitize.domain.actors import Actor, Role

#: Name of the series, scale of the screen, width and height of the window in pixels at scale 1.
SERIES = (
    ("1366x768", "1", "1366x768"),
    ("1366x768-at-200", "2", "1366x768"),
    ("full-hd-at-200", "2", "960x540"),
)
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=Path("out/screenshots"), metavar="DIR")
    parser.add_argument("--scans", type=Path, default=bundle.resources() / "samples", metavar="DIR")
    chosen = parser.parse_args(arguments)
    files = sorted(path for path in chosen.scans.rglob("*") if path.suffix.lower() in _PICTURES)
    if not files:
        parser.error(f"no scans in {chosen.scans}")
    chosen.target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        _read(files, store)
        return max(_shoot(store, chosen.target, series) for series in SERIES)


def _read(files: Sequence[Path], store: Path) -> None:
    """Takes the files in and reads them, as the program does."""
    clerk = Actor("Lê Thị Mai", Role.CLERK)
    app = open_sample(store, clock=lambda: datetime.now(tz=UTC))
    try:
        report = app.intake.capture(files, actor=clerk)
        app.reading.read(report.batch, actor=clerk)
    finally:
        app.close()


def _shoot(store: Path, target: Path, series: tuple[str, str, str]) -> int:
    """One series in a process of its own: Qt learns the scale of the screen only at its start."""
    name, scale, size = series
    environment = {**os.environ, "QT_SCALE_FACTOR": scale}
    if "DISPLAY" not in environment:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.screenshots.shooting", str(store), str(target), name, size]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
