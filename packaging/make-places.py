"""Writes resources/reference/places.txt anew from the data of the package vietnamadminunits (MIT).

    pip download --no-deps vietnamadminunits && unzip vietnamadminunits-*.whl -d FOLDER
    python3 packaging/make-places.py FOLDER/vietnamadminunits/data/dataset.db

The package itself is no dependency: it brings map libraries along that nothing here needs.
"""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).resolve().parents[1] / "resources" / "reference" / "places.txt"
_HEAD = """\
# Administrative units of Viet Nam: facts of the General Statistics Office's lists, taken from the data of the
# package vietnamadminunits {version} (MIT licence) by packaging/make-places.py. Do not edit by hand.
# A line: tabs for the level below the province, the unit with its kind, a bar, its official code.
# "= 2024" opens the units as they were before 1 July 2025 (province, district, commune), "= 2025" those since
# then (province, commune).
"""
_Tree = Mapping[str, Any]


def _grow(rows: Iterator[tuple[str, ...]]) -> _Tree:
    """Rows of units, upper ones first, as a tree in the order of the rows."""
    tree: dict[str, Any] = {}
    for row in rows:
        branch = tree
        for unit in row:
            branch = branch.setdefault(unit, {})
    return tree


def _lines(tree: _Tree, level: int = 0) -> Iterator[str]:
    for unit, below in tree.items():
        yield "\t" * level + unit
        yield from _lines(below, level + 1)


def _unit(name: str | None, code: str | None) -> str | None:
    """ "Xã Cổ Loa|00478"; None where the row has no such unit."""
    return f"{unicodedata.normalize('NFC', ' '.join(name.split()))}|{code}" if name and code else None


def _rows(database: sqlite3.Connection, query: str) -> Iterator[tuple[str, ...]]:
    for row in database.execute(query):
        units = (_unit(row[at], row[at + 1]) for at in range(0, len(row), 2))
        yield tuple(unit for unit in units if unit)


def main(source: Path) -> None:
    database = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    before = _rows(
        database,
        "SELECT province, provinceCode, district, districtCode, ward, wardCode FROM admin_units_legacy",
    )
    since = _rows(database, "SELECT province, provinceCode, ward, wardCode FROM admin_units")
    version = (
        next(source.parents[2].glob("vietnamadminunits-*.dist-info")).name.split("-")[1].split(".dist")[0]
    )
    lines = [
        _HEAD.format(version=version).rstrip("\n"),
        "= 2024",
        *_lines(_grow(before)),
        "= 2025",
        *_lines(_grow(since)),
    ]
    _TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{len(lines)} lines written to {_TARGET}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
