"""Review by column without Qt: the rows in the order in which they are to be seen, and where one stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hrdigitize.domain.columns import Cell, OddCell
from hrdigitize.domain.oddness import Oddness
from hrdigitize.domain.record import Answer, DocumentId, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.desk.entries import Entry, Mark
from hrdigitize.gui.desk.state import Decision, DeskState, Typed


class ColumnRow:
    """One document's field; what Enter means there is what it means at the desk."""

    def __init__(self, odd: OddCell, form: FormDef | None) -> None:
        self.cell = odd.cell
        self.oddness: Oddness = odd.oddness
        self._form = form
        self._desk: DeskState | None = None
        #: Whether the person has passed it with Enter.
        self.seen = False

    @property
    def desk(self) -> DeskState:
        """Made when the row is first looked at: a column may have hundreds."""
        if self._desk is None:
            self._desk = DeskState(self.cell.as_document(), self._form)
        return self._desk

    @property
    def entry(self) -> Entry | None:
        """None where the form does not have the field."""
        return self.desk.entry

    @property
    def is_open(self) -> bool:
        """Whether a person still has to look at it: it is doubtful, or odd and was not passed yet."""
        if self._desk is not None and self._desk.entry is not None:
            doubtful = self._desk.entry.mark is Mark.DOUBTFUL
        else:
            doubtful = self.cell.is_open
        return doubtful or (bool(self.oddness.codes) and not self.seen)

    def rank(self) -> tuple[int, int]:
        """Small for what is to be seen first: what must be typed, what is doubtful, what is odd, the rest."""
        score = -self.oddness.score
        if self.cell.is_open:
            return (0 if any(doubt.grave for doubt in self.cell.reading.doubts) else 1), score
        return (2 if score else 3), score

    def replace(self, document: StoredDocument) -> None:
        """What the store holds now."""
        self.cell = self.cell.as_in(document)
        self.desk.replace(self.cell.as_document(), settled=self.cell.path)


class ColumnState:
    """The rows keep their order while they are worked through; the current one is a place among them."""

    def __init__(self, path: FieldPath, cells: Sequence[OddCell], forms: Mapping[str, FormDef]) -> None:
        self.path = path
        rows = [ColumnRow(cell, forms.get(cell.cell.form)) for cell in cells]
        self.rows = tuple(sorted(rows, key=ColumnRow.rank))
        self._by_document = {row.cell.document: place for place, row in enumerate(self.rows)}
        self._answered: list[int] = []
        self.current = 0

    @property
    def row(self) -> ColumnRow | None:
        """The current row; None in an empty column."""
        return self.rows[self.current] if self.rows else None

    @property
    def remaining(self) -> int:
        """How many rows still want to be looked at."""
        return sum(row.is_open for row in self.rows)

    def place_of(self, document: DocumentId) -> int | None:
        return self._by_document.get(document)

    def decide(self, typed: Typed, fits: Callable[[FieldPath, str], bool]) -> Decision:
        """What Enter means for the current row with this in its editor."""
        return self.row.desk.decide(typed, fits) if self.row is not None else Decision(None)

    def pass_by(self) -> None:
        """The current row was seen."""
        if self.row is not None:
            self.row.seen = True

    def expect(self, answer: Answer) -> Cell | None:
        """The current row's answer is on its way to the store; gives its cell."""
        row = self.row
        if row is None:
            return None
        row.seen = True
        row.desk.expect(row.cell.path, answer)
        self._answered.append(self.current)
        return row.cell

    def retract(self, document: DocumentId) -> None:
        """The answer could not be stored: the row is as before, and current again."""
        place = self._by_document.get(document)
        if place is not None:
            self.rows[place].desk.retract(self.path)
            self.current = place

    def replace(self, document: StoredDocument) -> None:
        """What the store holds now of one document."""
        place = self._by_document.get(document.id)
        if place is not None:
            self.rows[place].replace(document)

    def next_open(self) -> int | None:
        """The next row to look at after the current one; past the end, the first that remains."""
        places = [*range(self.current + 1, len(self.rows)), *range(self.current + 1)]
        return next((place for place in places if place < len(self.rows) and self.rows[place].is_open), None)

    def to_reopen(self) -> int | None:
        """The row whose answer would be taken back: the current one, otherwise the last that was answered."""
        known = [place for place in self._answered if self.rows[place].cell.given is not None]
        if self.row is not None and self.row.cell.given is not None:
            return self.current
        return known[-1] if known else None
