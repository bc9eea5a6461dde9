"""Runs the program as its user does: a command line in, exit code and two streams out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_LIMIT_S = 120


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


def hrdigitize(*arguments: str | Path, folder: Path, **environ: str) -> Outcome:
    """Runs `python -m hrdigitize` in a folder, with a home of its own and without a display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        and not name.startswith("HRDIGITIZE_")
    }
    root = str(Path(__file__).resolve().parents[2])
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "PYTHONPATH": root}
    done = subprocess.run(
        [sys.executable, "-m", "hrdigitize", *map(str, arguments)],
        cwd=folder,
        env=kept | own | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_LIMIT_S,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
