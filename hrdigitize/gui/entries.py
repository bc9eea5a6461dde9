"""What the clerk sees of a document, without Qt: entries in printed order, grouped as on the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.record import Answer, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef, TableDef


class Mark(StrEnum):
    """How far a field has come: the machine was sure, a person must look, a person has answered."""

    ACCEPTED = "accepted"
    DOUBTFUL = "doubtful"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Entry:
    """One field or table cell on screen. table: label of its table, or "". answer: what counts now.

    reading: None for a cell that a person added because the machine missed it.
    """

    path: FieldPath
    label: str
    table: str
    reading: FieldReading | None
    answer: Answer
    mark: Mark

    @property
    def page(self) -> int:
        """The page it was read on, 0 where the machine did not find its place."""
        return self.reading.page if self.reading and self.reading.box.width > 0 else 0

    @property
    def doubtful_at(self) -> tuple[int, ...]:
        """Characters of the answer's text to point at; none once the text is no longer the one read."""
        if self.reading is None or self.mark is not Mark.DOUBTFUL or self.answer.text != self.reading.text:
            return ()
        length = len(self.answer.text)
        return tuple(sorted({at for doubt in self.reading.doubts for at in doubt.at if 0 <= at < length}))

    @property
    def doubt_codes(self) -> tuple[str, ...]:
        """Message codes of the doubts, each once, while a person still has to look."""
        if self.reading is None or self.mark is not Mark.DOUBTFUL:
            return ()
        return tuple(dict.fromkeys(doubt.code for doubt in self.reading.doubts))


@dataclass(frozen=True, slots=True)
class TableEntries:
    """A table on screen: its label, its columns (key -> label) and its rows of cells."""

    label: str
    columns: Mapping[str, str]
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A group of the form: its title, its fields, then its tables."""

    title: str
    entries: tuple[Entry, ...]
    tables: tuple[TableEntries, ...]

    def all_entries(self) -> Iterator[Entry]:
        """Every entry of the section in the order in which a person goes through them."""
        yield from self.entries
        for table in self.tables:
            for row in table.rows:
                yield from row


def entry_of(
    document: StoredDocument, path: FieldPath, label: str, table: str, pending: Mapping[FieldPath, Answer]
) -> Entry:
    """The entry of a path. pending: answers on their way to the store, which count as given."""
    reading = document.readings.get(path)
    if path in pending:
        return Entry(path, label, table, reading, pending[path], Mark.ANSWERED)
    if path in document.verifications:
        return Entry(path, label, table, reading, document.answer(path), Mark.ANSWERED)
    mark = Mark.ACCEPTED if document.readings[path].accepted else Mark.DOUBTFUL
    return Entry(path, label, table, reading, document.answer(path), mark)


def sections_of(
    document: StoredDocument, form: FormDef | None, pending: Mapping[FieldPath, Answer]
) -> tuple[Section, ...]:
    """The document as sections in the order of the form's groups; groups without a reading are left out."""
    if form is None:
        return ()
    sections = [_section(document, form, key, pending) for key in form.groups]
    return tuple(section for section in sections if section.entries or section.tables)


def _section(
    document: StoredDocument, form: FormDef, group: str, pending: Mapping[FieldPath, Answer]
) -> Section:
    known = _known(document)
    fields = [field for field in form.fields.values() if field.group == group]
    entries = tuple(
        entry_of(document, FieldPath(field.key), field.label, "", pending)
        for field in fields
        if FieldPath(field.key) in known
    )
    tables = tuple(
        _table(document, table, rows, pending)
        for table in form.tables.values()
        if table.group == group and (rows := _row_numbers(document, table.key))
    )
    return Section(form.groups[group], entries, tables)


def _row_numbers(document: StoredDocument, table: str) -> list[int]:
    """Rows that the machine read, and rows that a person added."""
    return sorted({path.row for path in _known(document) if path.table == table})


def _known(document: StoredDocument) -> set[FieldPath]:
    return document.readings.keys() | document.verifications.keys()


def _table(
    document: StoredDocument, table: TableDef, rows: Sequence[int], pending: Mapping[FieldPath, Answer]
) -> TableEntries:
    known = _known(document)

    def row_entries(row: int) -> tuple[Entry, ...]:
        paths = ((column, FieldPath(column.key, table.key, row)) for column in table.columns)
        return tuple(
            entry_of(document, path, column.label, table.label, pending)
            for column, path in paths
            if path in known
        )

    columns = {column.key: column.label for column in table.columns}
    return TableEntries(table.label, columns, tuple(row_entries(row) for row in rows))


def same_answer(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same of the paper; the normalised value follows from the text."""
    return one.state is other.state and (one.state is not State.VALUE or one.text == other.text)
