"""The checklists of dossiers, one file for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import Field

from hrdigitize import bundle
from hrdigitize.domain.checklist import Checklist, ChecklistItem
from hrdigitize.reference.files import ListFile, read_file


class _ItemRow(ListFile):
    key: str = Field(min_length=1)
    name: str = Field(min_length=1)
    types: tuple[str, ...] = Field(min_length=1)
    due_from: str = Field(alias="from", default="")
    yearly: bool = False
    several: bool = False
    optional: bool = False
    valid_months: int | None = Field(default=None, ge=1)
    valid_at: str = ""


class _ChecklistFile(ListFile):
    name: str = Field(min_length=1)
    source: str = Field(min_length=1)
    valid_from: date
    valid_to: date | None = None
    forms: tuple[str, ...] = ()
    items: tuple[_ItemRow, ...] = Field(min_length=1)


@cache
def load_checklists() -> Mapping[str, Checklist]:
    """The checklists shipped with the program, by kind of dossier; read once per process."""
    folder = bundle.resources() / "reference" / "checklists"
    return {path.stem: read_checklist(path) for path in sorted(folder.glob("*.toml"))}


@cache
def checklists_by_form() -> Mapping[str, Checklist]:
    """The checklist of the kind of dossier that a record of a form is most likely of."""
    return {form: one for one in load_checklists().values() for form in one.forms}


def read_checklist(path: Path) -> Checklist:
    """One file. ValueError for a key that stands twice, and for what is no checklist."""
    found = read_file(path, _ChecklistFile)
    keys = [row.key for row in found.items]
    if len(set(keys)) < len(keys):
        raise ValueError(f"{path.name}: a key stands twice")
    items = tuple(ChecklistItem(**row.model_dump()) for row in found.items)
    return Checklist(
        path.stem, found.name, found.source, found.valid_from, found.valid_to, items, found.forms
    )
