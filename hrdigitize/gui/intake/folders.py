"""The files of a folder in the order in which people number them."""

from __future__ import annotations

import re
from pathlib import Path

_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".pdf"})
_FIGURES = re.compile(r"(\d+)")


def scans_in(folder: Path) -> tuple[Path, ...]:
    """Pictures and PDF files in a folder and below it, "trang 2" before "trang 10"; hidden ones are left out.

    OSError where it cannot be looked into.
    """
    found = (
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and path.is_file()
    )
    return tuple(sorted(found, key=lambda path: _order(path.relative_to(folder))))


def _order(path: Path) -> list[tuple[int, int, str]]:
    """Figures by their value, letters whatever their case."""
    parts = _FIGURES.split(path.as_posix().casefold())
    return [(1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts]
