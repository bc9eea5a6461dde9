"""Writes generated forms: python -m tests.generator DIR --count N --levels 0,1,2 --seed S --form ID."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.generator.folders import write_folder
from tests.generator.generating import FORMS, generate
from tests.generator.mishaps import MISHAPS


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=3, help="forms at each level")
    parser.add_argument("--levels", default="0,1,2")
    parser.add_argument("--seed", type=int, default=0, help="the first seed; each form takes the next one")
    parser.add_argument("--form", choices=sorted(FORMS), help="this form only, in place of all by turns")
    parser.add_argument("--hand", action="store_true", help="values as if written by hand")
    parser.add_argument("--mishap", choices=sorted(MISHAPS), default="", help="what befalls the pages beside")
    given = parser.parse_args(arguments)
    levels = [int(level) for level in given.levels.split(",")]
    wanted = [(given.seed + number, level) for level in levels for number in range(given.count)]
    forms = (
        (
            f"{seed:07d}-{level}",
            generate(seed, level, form=given.form, hand=given.hand, mishap=given.mishap),
        )
        for seed, level in wanted
    )
    pages = write_folder(given.folder, forms)
    sys.stdout.write(f"{len(wanted)} forms, {pages} pages in {given.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
