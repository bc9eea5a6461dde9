"""What stands on the papers of the sample dossier: it plays the clerk's eyes, nothing else reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath, StoredDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FormDef

_Row: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """One scanned form: its pages in order, and what a person reads on them."""

    form: str
    pages: tuple[Path, ...]
    fields: Mapping[str, str]
    tables: Mapping[str, tuple[_Row, ...]]

    def look(self, path: FieldPath) -> tuple[State, str] | None:
        """What a person sees at a place; None where the answers do not say. A row too many is blank."""
        if not path.table:
            text = self.fields.get(path.field)
        else:
            rows = self.tables.get(path.table, ())
            text = rows[path.row].get(path.field) if path.row < len(rows) else ""
        if text is None:
            return None
        plain = one_spaced(text)
        return (State.VALUE, plain) if plain else (State.BLANK, "")

    def seen(self, path: FieldPath, document: StoredDocument) -> tuple[State, str]:
        """As `look`; where the answers do not say, the clerk confirms what the machine read."""
        read = document.answer(path)
        return self.look(path) or (read.state, read.text)

    def overlooked(self, document: StoredDocument, form: FormDef) -> Iterator[FieldPath]:
        """The cells of rows that stand on the paper and that the machine did not find, row by row."""
        for table in form.tables.values():
            found = {path.row for path in document.readings if path.table == table.key}
            for row in range(len(found), len(self.tables.get(table.key, ()))):
                yield from (FieldPath(column.key, table.key, row) for column in table.columns)


def load_papers(folder: Path) -> tuple[Paper, ...]:
    """The papers of a sample dossier. UserFault "sample-missing" where there is none."""
    found = sorted(folder.rglob("truth.json"))
    if not found:
        raise UserFault("sample-missing")
    return tuple(
        _paper(entry, path.parent) for path in found for entry in json.loads(path.read_text("utf-8"))
    )


def _paper(entry: Mapping[str, object], folder: Path) -> Paper:
    match entry:
        case {"form": str(form), "pages": [*pages], "truth": {**truth}}:
            fields = {str(key): text for key, text in truth.items() if isinstance(text, str)}
            tables = {str(key): tuple(rows) for key, rows in truth.items() if isinstance(rows, list)}
            return Paper(form, tuple(folder / str(page) for page in pages), fields, tables)
    raise ValueError("a sample's truth has form, pages and truth")
