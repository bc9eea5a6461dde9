"""What the clerk sees of a document, without Qt: entries in printed order, grouped as on the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hrdigitize.domain.reading import Doubt, FieldReading, State
from hrdigitize.domain.record import Answer, FieldPath, Spot, StoredDocument
from hrdigitize.formdefs.model import FormDef, TableDef


class Mark(StrEnum):
    """How far a field has come: the machine was sure, a person must look, a person has answered.

    WARNED: the machine was sure, but a rule speaks against it. Nobody has to answer there.
    """

    ACCEPTED = "accepted"
    WARNED = "warned"
    DOUBTFUL = "doubtful"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer on its way to the store. spot: where on the paper it was taken from, if somebody pointed."""

    answer: Answer
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One field or table cell on screen. table: label of its table, or "". answer: what counts now.

    reading: None for a cell that a person added because the machine missed it. spot: where on the paper it
    stands, as a person pointed it out or the machine found it; None where nobody knows.
    """

    path: FieldPath
    label: str
    table: str
    reading: FieldReading | None
    answer: Answer
    mark: Mark
    spot: Spot | None = None

    @property
    def page(self) -> int:
        """The page it stands on, 0 where nobody knows."""
        return self.spot.page if self.spot is not None else 0

    @property
    def unseen(self) -> bool:
        """Whether there is no text because the machine saw none; that the paper is blank nobody has said."""
        if self.answer.state is State.ILLEGIBLE or self.answer.text or self.mark is Mark.ANSWERED:
            return False
        return self.mark is Mark.DOUBTFUL or self.spot is None

    @property
    def doubtful_at(self) -> tuple[int, ...]:
        """Characters of the answer's text to point at; none once the text is no longer the one read."""
        return self._places(self._open_doubts())

    @property
    def grave_at(self) -> tuple[int, ...]:
        """Those of `doubtful_at` that must be typed; all characters where a grave doubt names none."""
        grave = tuple(doubt for doubt in self._open_doubts() if doubt.grave)
        if any(not doubt.at for doubt in grave):
            return tuple(range(len(self.answer.text)))
        return self._places(grave)

    @property
    def must_be_typed(self) -> bool:
        """Whether a glance is not enough: a person has to say what stands there."""
        return any(doubt.grave for doubt in self._open_doubts())

    @property
    def others(self) -> tuple[str, ...]:
        """What the text may be instead, as other readers have it; none once a person has answered."""
        return tuple(dict.fromkeys(other for doubt in self._open_doubts() for other in doubt.others))

    def _open_doubts(self) -> tuple[Doubt, ...]:
        """The doubts about the text that counts now."""
        if self.reading is None or self.mark is not Mark.DOUBTFUL or self.answer.text != self.reading.text:
            return ()
        return self.reading.doubts

    def _places(self, doubts: Iterable[Doubt]) -> tuple[int, ...]:
        length = len(self.answer.text)
        return tuple(sorted({at for doubt in doubts for at in doubt.at if 0 <= at < length}))

    @property
    def doubt_codes(self) -> tuple[str, ...]:
        """Message codes of the doubts, each once, while a person still has to look."""
        if self.reading is None or self.mark is not Mark.DOUBTFUL:
            return ()
        return tuple(dict.fromkeys(doubt.code for doubt in self.reading.doubts))


@dataclass(frozen=True, slots=True)
class TableEntries:
    """A table on screen: key, label, columns (key -> label), rows of cells; growing: its last row is new."""

    key: str
    label: str
    columns: Mapping[str, str]
    rows: tuple[tuple[Entry, ...], ...]
    growing: bool


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


@dataclass(frozen=True, slots=True)
class Sources:
    """What the entries are made from: the stored document, answers on their way, rows being added.

    pending: answers that count as given already. added: table -> the row that a person adds because
    the machine missed it; none of its cells need be answered yet.
    """

    document: StoredDocument
    pending: Mapping[FieldPath, Given]
    added: Mapping[str, int]

    def known(self, path: FieldPath) -> bool:
        """Whether the machine read something there, or a person said something."""
        return path in self.document.readings or path in self.document.verifications or path in self.pending

    def rows(self, table: str) -> list[int]:
        """Rows that the machine read, that a person added, and the one being added."""
        places = self.document.readings.keys() | self.document.verifications.keys() | self.pending.keys()
        rows = {path.row for path in places if path.table == table}
        return sorted(rows | ({self.added[table]} if table in self.added else set()))

    def entry(self, path: FieldPath, label: str, table: str) -> Entry:
        """The entry of a path; a cell of which nobody knows anything is doubtful: a person must say."""
        reading = self.document.readings.get(path)
        spot = self._spot(path)
        if path in self.pending:
            return Entry(path, label, table, reading, self.pending[path].answer, Mark.ANSWERED, spot)
        if path in self.document.verifications:
            return Entry(path, label, table, reading, self.document.answer(path), Mark.ANSWERED, spot)
        if reading is None:
            return Entry(path, label, table, None, Answer(State.BLANK), Mark.DOUBTFUL)
        accepted = Mark.WARNED if self._is_warned(path) else Mark.ACCEPTED
        mark = accepted if reading.accepted else Mark.DOUBTFUL
        return Entry(path, label, table, reading, self.document.answer(path), mark, spot)

    def _is_warned(self, path: FieldPath) -> bool:
        return any(str(path) in finding.fields for finding in self.document.findings)

    def _spot(self, path: FieldPath) -> Spot | None:
        given = self.pending.get(path)
        return given.spot if given is not None and given.spot is not None else self.document.spot(path)


def sections_of(sources: Sources, form: FormDef | None) -> tuple[Section, ...]:
    """The document as sections in the order of the form's groups; empty groups are left out."""
    if form is None:
        return ()
    sections = [_section(sources, form, key) for key in form.groups]
    return tuple(section for section in sections if section.entries or section.tables)


def _section(sources: Sources, form: FormDef, group: str) -> Section:
    fields = [field for field in form.fields.values() if field.group == group]
    entries = tuple(
        sources.entry(FieldPath(field.key), field.label, "")
        for field in fields
        if sources.known(FieldPath(field.key))
    )
    tables = tuple(_table(sources, table) for table in form.tables.values() if table.group == group)
    return Section(form.groups[group], entries, tables)


def _table(sources: Sources, table: TableDef) -> TableEntries:
    rows = tuple(
        tuple(
            sources.entry(FieldPath(column.key, table.key, row), column.label, table.label)
            for column in table.columns
        )
        for row in sources.rows(table.key)
    )
    columns = {column.key: column.label for column in table.columns}
    return TableEntries(table.key, table.label, columns, rows, table.key in sources.added)


def same_answer(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same of the paper; the normalised value follows from the text."""
    return one.state is other.state and (one.state is not State.VALUE or one.text == other.text)
