"""Review by column at work: what the person does becomes use cases, what they return becomes signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from hrdigitize.domain.columns import OddCell, OpenBatch
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, BatchId, DocumentId, FieldPath, StoredDocument
from hrdigitize.gui.columns.state import ColumnState
from hrdigitize.gui.desk.state import Typed
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.running.tasks import Task

#: What others show of the store follows so much later: not after each of hundreds of rows.
_TELL_AFTER_MS = 800


class ColumnSession(QObject):
    """Never waits: an answer counts on screen at once and is taken back if it could not be stored.

    batches_listed (batches); shown: another column; changed (place): a row looks otherwise; moved: another
    current row; refused (why Enter was not enough); completed: nothing to look at remains.
    """

    batches_listed = Signal(object)
    shown = Signal()
    changed = Signal(int)
    moved = Signal()
    refused = Signal(object)
    completed = Signal()

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._coming: Task[tuple[OddCell, ...]] | None = None
        self.state: ColumnState | None = None
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(_TELL_AFTER_MS)
        self._tell.timeout.connect(frame.ways.changed)

    def list_batches(self) -> None:
        columns, actor = self._frame.app.columns, self._frame.actor
        self._frame.lane.start(lambda: columns.batches(actor=actor), self._listed)

    def _listed(self, batches: tuple[OpenBatch, ...]) -> None:
        self.batches_listed.emit(batches)

    def show_column(self, path: FieldPath, batch: BatchId | None) -> None:
        """Opens a column; one that is still being opened is given up."""
        if self._coming is not None:
            self._coming.cancel()
        columns, actor = self._frame.app.columns, self._frame.actor
        self._coming = self._frame.lane.start(
            lambda: columns.column(path, actor=actor, batch=batch), lambda cells: self._show(path, cells)
        )

    def _show(self, path: FieldPath, cells: tuple[OddCell, ...]) -> None:
        self._coming = None
        self.state = ColumnState(path, cells, self._frame.app.forms)
        self.shown.emit()
        self.moved.emit()

    def select(self, place: int) -> None:
        if self.state is not None and 0 <= place < len(self.state.rows):
            self.state.current = place
            self.moved.emit()

    def step(self, by: int) -> None:
        """So many rows on, no further than the ends."""
        if self.state is not None and self.state.rows:
            self.select(min(max(self.state.current + by, 0), len(self.state.rows) - 1))

    def enter(self, typed: Typed) -> None:
        """Enter: the value counts as it stands, and the next row to look at becomes current."""
        if self.state is None:
            return
        decision = self.state.decide(typed, self._fits)
        if decision.refused is not None:
            self.refused.emit(decision.refused)
            return
        if decision.answer is not None:
            self._give(decision.answer)
        self.state.pass_by()
        self._go_on()

    def answer_without_value(self, state: State) -> None:
        """Blank on the paper, or illegible."""
        if self.state is not None and self.state.row is not None:
            self._give(Answer(state))
            self._go_on()

    def keep(self, text: str) -> None:
        """The person turns elsewhere: a text typed anew counts, whether it fits its type or not."""
        state = self.state
        if state is None or state.row is None or not state.row.desk.typed_anew(text):
            return
        decision = state.decide(Typed(text, as_written=True), self._fits)
        if decision.answer is not None:
            self._give(decision.answer)

    def reopen(self) -> None:
        """Takes an answer back and stands on its row again."""
        state = self.state
        place = state.to_reopen() if state is not None else None
        if state is None or place is None:
            return
        cell, desk, actor = state.rows[place].cell, self._frame.app.desk, self._frame.actor
        self._frame.lane.start(
            lambda: desk.reopen(cell.document, cell.path, actor=actor),
            lambda document: self._reopened(document, place),
        )

    @property
    def can_reopen(self) -> bool:
        return self.state is not None and self.state.to_reopen() is not None

    def _fits(self, path: FieldPath, text: str) -> bool:
        row = self.state.row if self.state is not None else None
        actor = self._frame.actor
        return row is None or self._frame.app.desk.fits(row.cell.form, path, text, actor=actor)

    def _give(self, answer: Answer) -> None:
        state = self.state
        cell = state.expect(answer) if state is not None else None
        if state is None or cell is None:
            return
        desk, actor = self._frame.app.desk, self._frame.actor
        self._frame.lane.start(
            lambda: desk.answer(cell.document, cell.path, answer.text, answer.state, actor=actor),
            self._stored,
            lambda fault: self._not_stored(cell.document, fault),
        )
        self.changed.emit(state.current)

    def _go_on(self) -> None:
        state = self.state
        target = state.next_open() if state is not None else None
        if target is None:
            self.step(1)
            self.completed.emit()
        else:
            self.select(target)

    def _stored(self, document: StoredDocument) -> None:
        self._tell.start()
        if self.state is not None:
            self.state.replace(document)
            self._changed(document.id)

    def _reopened(self, document: StoredDocument, place: int) -> None:
        self._stored(document)
        self.select(place)

    def _not_stored(self, document: DocumentId, fault: Exception) -> None:
        if self.state is not None:
            self.state.retract(document)
            self._changed(document)
            self.moved.emit()
        self._frame.fail(fault)

    def _changed(self, document: DocumentId) -> None:
        place = self.state.place_of(document) if self.state is not None else None
        if place is not None:
            self.changed.emit(place)
