"""Makes files of training lines; those that are there already are left.

.venv/bin/python -m training.make_lines FOLDER --count 130 --fonts DIR
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path
from random import Random

import cv2

from training.pages import Plan, samples
from training.shards import LINES, write_shard

_SYSTEM_FONTS = Path("/usr/share/fonts")


def main() -> None:
    """Make the files; a file's number is its seed, so that the same number is the same file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--fonts", type=Path, default=Path("fonts"), help="faces that no package brings")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    options.folder.mkdir(parents=True, exist_ok=True)
    for number in range(options.first, options.first + options.count * options.step, options.step):
        path = options.folder / f"{number:05}.npz"
        if not path.exists():
            drawn = samples(Random(f"lines {number}"), Plan((_SYSTEM_FONTS, options.fonts)))
            write_shard(path, list(islice(drawn, LINES)))


if __name__ == "__main__":
    main()
