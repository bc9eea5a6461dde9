"""The files of reference lists: TOML, checked and made into plain values.

A `ValueError` names the file and all that is wrong with it. The lists belong to the program, so that
is a mistake of ours and not of the user.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hrdigitize.domain.pay import PayScale, PayTables, Placement, Rank


@dataclass(frozen=True, slots=True)
class Entries:
    """The content of a list file: official name -> its other spellings, and the source of the list."""

    names: Mapping[str, tuple[str, ...]]
    source: str


class ListFile(BaseModel):
    """What every file of reference data shares: nothing in it is passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _EntriesFile(ListFile):
    source: str = Field(min_length=1)
    entries: dict[str, tuple[str, ...]] = Field(min_length=1)


class _ProvincesFile(ListFile):
    source: str = Field(min_length=1)
    provinces: dict[str, str] = Field(min_length=1)


class _PlacementRow(ListFile):
    scale: str
    valid_from: date = Field(alias="from")
    valid_to: date | None = Field(alias="to", default=None)


class _RankRow(ListFile):
    code: str
    name: str
    aliases: tuple[str, ...]
    placements: tuple[_PlacementRow, ...]


class _PayFile(ListFile):
    source: str = Field(min_length=1)
    scales: dict[str, tuple[Decimal, ...]]
    ranks: tuple[_RankRow, ...]


_FileT = TypeVar("_FileT", bound=ListFile)


def read_file(path: Path, kind: type[_FileT]) -> _FileT:
    """A file as its model says; ValueError with the file's name and all that is wrong with it."""
    try:
        return kind.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault


def read_entries(path: Path) -> Entries:
    """A list of names with their other spellings."""
    found = read_file(path, _EntriesFile)
    return Entries(found.entries, found.source)


def read_provinces(path: Path) -> Mapping[str, str]:
    """The first three digits of a personal number -> the province that gave it out."""
    return read_file(path, _ProvincesFile).provinces


def read_pay(path: Path) -> tuple[Entries, PayTables]:
    """The ranks, once as a list of names and once with the scales that they are paid by."""
    found = read_file(path, _PayFile)
    scales = {name: PayScale(name, coefficients) for name, coefficients in found.scales.items()}
    ranks: dict[str, Rank] = {}
    for row in found.ranks:
        missing = [place.scale for place in row.placements if place.scale not in scales]
        if row.code in ranks or missing:
            raise ValueError(f"{path.name}: rank {row.code} stands twice or in unknown scales {missing}")
        placements = (Placement(scales[p.scale], p.valid_from, p.valid_to) for p in row.placements)
        ranks[row.code] = Rank(row.code, row.name, tuple(placements))
    names: dict[str, tuple[str, ...]] = {}
    for row in found.ranks:
        # A title may have had another code: "Giáo viên tiểu học hạng II" has one of 2015 and one of 2021.
        names[row.name] = tuple(dict.fromkeys((*names.get(row.name, ()), *row.aliases)))
    return Entries(names, found.source), PayTables(ranks)
