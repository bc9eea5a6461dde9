"""Separator sheets for whoever lays papers into a feeder; needs no store and asks nobody."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.separator_sheet import SeparatorSheet, parse
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.printing.separator_sheets import PrintedSheet, write_separator_sheets
from hrdigitize.reference.document_types import load_document_types
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
    """The sheets of a dossier: one for each type, or one without a type; each so many times.

    UserFault "type-unknown".
    """
    known = load_document_types()
    for type_id in types:
        if type_id not in known:
            raise UserFault("type-unknown", type=one_spaced(type_id))
    one_each = [
        PrintedSheet(SeparatorSheet(dossier, type_id, person), known[type_id].name if type_id else "")
        for type_id in (types or [""])
    ]
    return tuple(sheet for sheet in one_each for _ in range(copies))
