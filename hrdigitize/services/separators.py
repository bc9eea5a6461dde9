"""Separator sheets for whoever lays papers into a feeder; needs no store and asks nobody."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.separator_sheet import SeparatorSheet, parse
from hrdigitize.printing.separator_sheets import PrintedSheet, write_separator_sheets
from hrdigitize.store.durable import write_whole

#: A bundle of separator sheets: more than a feeder holds is a slip of the keyboard.
MOST_SHEETS = 500


def print_separators(sheets: Sequence[PrintedSheet], target: Path) -> Path:
    """One page for each sheet, as PDF. UserFault "separators-too-many", "separator-too-long";
    what the disk says."""
    if not 0 < len(sheets) <= MOST_SHEETS:
        raise UserFault("separators-too-many", most=MOST_SHEETS)
    if any(parse(printed.sheet.payload) is None for printed in sheets):
        raise UserFault("separator-too-long")
    content = io.BytesIO()
    write_separator_sheets(sheets, content)
    write_whole(target, content.getvalue())
    return target


def sheets_for(dossier: str, types: Sequence[str], person: str, copies: int) -> tuple[PrintedSheet, ...]:
    """The sheets of a dossier: one for each type, or one without a type; each so many times."""
    one_each = [SeparatorSheet(dossier, type_id, person) for type_id in (types or [""])]
    return tuple(PrintedSheet(sheet) for sheet in one_each for _ in range(copies))
