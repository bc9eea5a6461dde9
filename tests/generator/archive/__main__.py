"""Writes a mixed archive: python -m tests.generator.archive DIR --seed S --dossiers N --sheets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from tests.generator.archive.dossiers import Mix
from tests.generator.archive.folders import Truth, read_truth, write
from tests.generator.archive.generating import archive

_ACROSS, _DOWN, _CELL = 8, 4, (310, 440)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generator.archive", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--dossiers", type=int, default=20)
    parser.add_argument(
        "--known-only", action="store_true", help="only layouts that rules may be written for"
    )
    parser.add_argument("--secret", type=int, default=0, help="documents with a marking of secrecy")
    parser.add_argument("--sheets", action="store_true", help="contact sheets beside the pages, to look at")
    given = parser.parse_args(arguments)
    made = archive(given.seed, given.dossiers, known_only=given.known_only, mix=Mix(secret=given.secret))
    pages = write(made, given.folder)
    if given.sheets:
        contact_sheets(given.folder, read_truth(given.folder))
    sys.stdout.write(f"{given.dossiers} dossiers, {pages} pages in {given.folder}\n")
    return 0


def contact_sheets(folder: Path, truth: Truth) -> None:
    """Pictures of many small pages, each with its number, kind and type."""
    per = _ACROSS * _DOWN
    for start in range(0, len(truth.pages), per):
        sheet = Image.new("RGB", (_ACROSS * _CELL[0], _DOWN * _CELL[1]), "grey")
        draw = ImageDraw.Draw(sheet)
        for at, (file, page) in enumerate(
            zip(truth.files[start : start + per], truth.pages[start : start + per], strict=True)
        ):
            x, y = at % _ACROSS * _CELL[0], at // _ACROSS * _CELL[1]
            with Image.open(file) as picture:
                small = picture.convert("RGB")
            small.thumbnail((_CELL[0] - 6, _CELL[1] - 20))
            sheet.paste(small, (x, y + 14))
            label = f"{page.number} {page.document or '-'} {page.kind} {page.type} {page.rotation or ''}"
            draw.text((x + 2, y + 1), label, fill="yellow")
        sheet.save(folder / f"sheet-{start // per:02d}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
