"""The papers that dossiers are drawn from (lists/*.toml), as frozen values; lists/README.md says how."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper. left: lines of the office, bold ones behind a star; right: what stands opposite.

    right: "state", "party", "youth", or "" for nothing; with "middle" in front, in the middle of the page.
    place: pattern of what place and date name, seal: of what stands around the office's stamp.
    """

    id: str
    left: tuple[str, ...]
    right: str
    place: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """One printing of one type of paper.

    known: the classifier's author may look at it. head: id of a head. number: sign behind the number, "" for
    none. text: the lines (lists/README.md). when: which time of a life it is from. frame: "" for a plain
    sheet, else how a certificate is framed. stamp: which signature it lies on, "" for none. sizes: of type.
    mono: in a typewriter face. dated: place and date stand in the head.
    """

    type: str
    name: str
    known: bool
    head: str
    text: str
    number: str = ""
    when: str = "service"
    frame: str = ""
    stamp: str = "right"
    sizes: tuple[float, ...] = (13.0, 13.5, 14.0)
    mono: bool = False
    dated: bool = True
    share: float = 1.0


def _tables(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for file in sorted(_FOLDER.glob("*.toml")):
        found += tomllib.loads(file.read_text("utf-8")).get(name, [])
    return [
        {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
        for table in found
    ]


@cache
def layouts() -> tuple[Layout, ...]:
    """All printed layouts; the standard forms and the cards are not among them."""
    return tuple(Layout(**table) for table in _tables("papers"))


@cache
def heads() -> Mapping[str, Head]:
    """Heads by id."""
    return {table["id"]: Head(**table) for table in _tables("heads")}


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Lists of sentences and rows by name, from which papers take some."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(_FOLDER.glob("*.toml")):
        for name, entries in tomllib.loads(file.read_text("utf-8")).get("phrases", {}).items():
            found[name] = tuple(entries)
    return found


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of paper: how inventories name it, and how many lie in an archive beside other ones."""

    names: tuple[str, ...]
    count: int


@cache
def kinds() -> Mapping[str, Kind]:
    """Types of paper by id, those that the generator prints."""
    found = tomllib.loads((_FOLDER / "types.toml").read_text("utf-8"))["types"]
    return {key: Kind(tuple(table["names"]), table["count"]) for key, table in found.items()}
