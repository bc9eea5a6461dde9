"""Takes pictures of every page of the window, over an office with scans that were read and made-up cadres.

By day at 1366 x 768; and the main page of every room by night at 200 % on a full HD screen.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.screenshots.office import TIME_ZONE

_DEFAULT = Path("docs/img")


@dataclass(frozen=True, slots=True)
class Series:
    """suffix: behind each picture's name. scale: of the screen. size: of the window at scale 1.

    every: all pictures, not the main one of each room alone.
    """

    suffix: str
    scale: str
    size: str
    scheme: str
    every: bool


SERIES = (
    Series("", "1", "1366x768", "light", every=True),
    Series("-dark-200", "2", "960x540", "dark", every=False),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=_DEFAULT, metavar="DIR")
    parser.add_argument(
        "--office", type=Path, metavar="STORE", help="an office made before; made here if new"
    )
    parser.add_argument("--every", action="store_true", help="all pictures in both series")
    chosen = parser.parse_args(arguments)
    chosen.target.mkdir(parents=True, exist_ok=True)
    environment = _environment()
    with tempfile.TemporaryDirectory() as folder:
        store = chosen.office or Path(folder) / "store"
        if not store.exists():
            _run(environment, "tests.screenshots.founding", str(store))
        for series in SERIES:
            which = "every" if series.every or chosen.every else "main"
            _run(
                {**environment, "QT_SCALE_FACTOR": series.scale},
                "tests.screenshots.shooting",
                *(str(store), str(chosen.target), series.suffix, series.size, series.scheme, which),
            )
    return 0


def _environment() -> dict[str, str]:
    """The same wherever it runs; without a screen too."""
    environment = {**os.environ, "TZ": TIME_ZONE, "PYTHONHASHSEED": "0"}
    if "DISPLAY" not in environment:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def _run(environment: Mapping[str, str], module: str, *arguments: str) -> None:
    """In a process of its own: Qt learns the scale of the screen only at its start."""
    subprocess.run([sys.executable, "-m", module, *arguments], env=dict(environment), check=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
