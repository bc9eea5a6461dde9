"""Writes generated forms: python -m tests.generator DIR --count N --levels 0,1,2 --seed S."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.generator.folders import write_folder
from tests.generator.generating import generate


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=3, help="forms at each level")
    parser.add_argument("--levels", default="0,1,2")
    parser.add_argument("--seed", type=int, default=0, help="the first seed; each form takes the next one")
    given = parser.parse_args(arguments)
    levels = [int(level) for level in given.levels.split(",")]
    wanted = [(given.seed + number, level) for level in levels for number in range(given.count)]
    pages = write_folder(
        given.folder, ((f"{seed:07d}-{level}", generate(seed, level)) for seed, level in wanted)
    )
    sys.stdout.write(f"{len(wanted)} forms, {pages} pages in {given.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
