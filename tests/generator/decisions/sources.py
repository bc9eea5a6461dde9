"""The lists that decisions are drawn from (lists/*.toml), as frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that decides; its texts are patterns over a setting (lists/bodies.toml says what each is)."""

    id: str
    era: str
    seat: str
    superior: tuple[str, ...]
    agency: tuple[str, ...]
    decider: tuple[str, ...]
    full: str
    signs: tuple[str, ...]
    proposer: tuple[str, ...]
    executors: str
    signing: tuple[str, ...]
    posts: tuple[tuple[str, str], ...]
    units: tuple[str, ...]
    party: bool = False
    degrees: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is decided; formulas are texts of article 1 (lists/acts.toml says how they go)."""

    id: str
    sides: tuple[str, ...]
    grounds: str
    subject: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    formulas: tuple[str, ...]
    second: tuple[str, ...]
    exam_formulas: tuple[str, ...] = ()
    gathered: tuple[str, ...] = ()
    item: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """A legal ground, the matters it is cited for, and the years (with fractions) in which it is."""

    matters: tuple[str, ...]
    first: float
    last: float
    text: str


def _tables(file: str, name: str) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = tomllib.loads((_FOLDER / file).read_text("utf-8"))[name]
    return [{key: _frozen(value) for key, value in table.items()} for table in tables]


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, in the order of the file."""
    return tuple(Body(**table) for table in _tables("bodies.toml", "bodies"))


@cache
def acts() -> tuple[Act, ...]:
    """All acts, in the order of the file."""
    found = []
    for table in _tables("acts.toml", "acts"):
        old, new = table.pop("from"), table.pop("to")
        found.append(Act(old=old, new=new, **table))
    return tuple(found)


@cache
def grounds() -> tuple[Ground, ...]:
    """All grounds, in the order of the file."""
    return tuple(
        Ground(table["for"], table["from"], table.get("until", 9999.0), table["text"])
        for table in _tables("grounds.toml", "grounds")
    )


@cache
def new_communes() -> Mapping[str, tuple[str, ...]]:
    """Communes since 1 July 2025 by province, both with their kind."""
    found = tomllib.loads((_FOLDER / "units.toml").read_text("utf-8"))["communes"]
    return {province: tuple(communes) for province, communes in found.items()}
