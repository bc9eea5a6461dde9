"""Scan settings that rules ask for, ready to be used: a TOML file with its sources and dates."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hrdigitize import bundle
from hrdigitize.domain.scanning import Colour, Feed, ScanProfile, ScanSettings, fits


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    source: str = Field(min_length=1)
    valid_from: date | None = None
    valid_until: date | None = None
    dpi: int
    colour: Colour
    feed: Feed
    width_mm: int = 210
    height_mm: int = 297
    threshold: int | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    profiles: tuple[_Row, ...] = Field(min_length=1)


def read_scan_profiles(path: Path) -> tuple[ScanProfile, ...]:
    """The profiles of a file, in its order. ValueError names what is wrong: it is a mistake of ours."""
    try:
        rows = _File.model_validate(tomllib.loads(path.read_text("utf-8"))).profiles
    except (tomllib.TOMLDecodeError, ValidationError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault
    found = tuple(_profile(row) for row in rows)
    wrong = [one.name for one in found if not fits(one.settings)]
    if wrong or len({one.name for one in found}) < len(found):
        raise ValueError(f"{path.name}: a name stands twice, or no scanner can be asked for {wrong}")
    return found


def _profile(row: _Row) -> ScanProfile:
    settings = ScanSettings(
        "", row.dpi, row.colour, row.feed, row.width_mm, row.height_mm, threshold=row.threshold
    )
    return ScanProfile(
        row.name,
        settings,
        locked=True,
        source=row.source,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )


@cache
def load_scan_profiles() -> tuple[ScanProfile, ...]:
    """Those shipped with the program, read once per process."""
    return read_scan_profiles(bundle.resources() / "reference" / "scan-profiles.toml")
