"""A clerk by script: takes a document through the desk of the real window by keys, knowing what is on paper.

He looks only where the desk sends him: what the machine accepted goes through unseen, as with a person.
Where a value is wrong he takes the way of the fewest keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from benchmarks.keystrokes import Edit, Mending, Step, mended, telex_keys
from benchmarks.paper_truth import PaperTruth
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.gui.desk.entries import Entry, Mark
from hrdigitize.gui.window import MainWindow

_PATIENCE_MS = 60_000
_MOVES: Mapping[Step, tuple[Qt.Key, Qt.KeyboardModifier, QTextCursor.MoveOperation]] = {
    Step.LEFT: (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, QTextCursor.MoveOperation.Left),
    Step.RIGHT: (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, QTextCursor.MoveOperation.Right),
    Step.WORD_LEFT: (
        Qt.Key.Key_Left,
        Qt.KeyboardModifier.ControlModifier,
        QTextCursor.MoveOperation.WordLeft,
    ),
    Step.WORD_RIGHT: (
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.ControlModifier,
        QTextCursor.MoveOperation.WordRight,
    ),
    Step.HOME: (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, QTextCursor.MoveOperation.Start),
    Step.END: (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, QTextCursor.MoveOperation.End),
}


@dataclass(slots=True)
class Strokes:
    """Keys pressed so far, by what they were for."""

    accepting: int = 0
    mending: int = 0
    rows: int = 0
    approving: int = 0

    @property
    def all(self) -> int:
        return self.accepting + self.mending + self.rows + self.approving


class Clerk:
    """One person at one window. strokes: what was pressed in all documents so far."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.strokes = Strokes()

    def work_through(self, document: DocumentId, truth: PaperTruth) -> frozenset[FieldPath]:
        """Opens the document, answers what is doubtful, adds rows that were missed, and approves it.

        Gives the places at which the desk made him look.
        """
        self._window.open_document(document)
        self._rest()
        looked = set[FieldPath]()
        while (entry := self._entry()) is not None and entry.mark is Mark.DOUBTFUL:
            if entry.path in looked:
                raise RuntimeError(f"the desk does not go on at {entry.path}")
            looked.add(entry.path)
            self._answer(entry, truth)
        self._rest()
        for path, text in truth.missed():
            looked.add(self._add_cell(path, text))
        self._press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        self.strokes.approving += 1
        self._rest()
        return frozenset(looked)

    def _entry(self) -> Entry | None:
        state = self._window.session.state
        return None if state is None else state.entry

    def _answer(self, entry: Entry, truth: PaperTruth) -> None:
        wanted = truth.text_at(entry.path)
        if truth.right(entry.path, entry.answer) and (entry.answer.state is State.VALUE or not wanted):
            self._accept(entry)
            self.strokes.accepting += 1
            return
        if not wanted:
            self._press(Qt.Key.Key_F3)
            self.strokes.mending += 1
            return
        self._make_it(wanted, entry.others)
        # A paper may have what fits no type; who types just that says so.
        self._press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        self.strokes.mending += 1

    def _accept(self, entry: Entry) -> None:
        if not entry.must_be_typed:
            self._press(Qt.Key.Key_Return)
        elif entry.answer.state is State.VALUE:
            self._press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        else:
            self._press(Qt.Key.Key_F3)

    def _make_it(self, wanted: str, others: Sequence[str]) -> None:
        """others: what the desk offers for it, one key each."""
        editor = self._window.verify.card.editor
        text, cursor = editor.toPlainText(), editor.textCursor().position()
        mending = mended(text, wanted, cursor, _moves)
        anew = 1 + telex_keys(wanted)
        if wanted in others and others.index(wanted) < min(anew, mending.keys):
            for _ in range(others.index(wanted) + 1):
                self._press(Qt.Key.Key_F10)
                self.strokes.mending += 1
        elif anew < mending.keys:
            self._press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self._type(wanted)
            self.strokes.mending += anew
        else:
            self._do(mending)
            self.strokes.mending += mending.keys
        if editor.toPlainText() != wanted:
            raise RuntimeError(f"typed {wanted!r}, the editor has {editor.toPlainText()!r}")

    def _do(self, mending: Mending) -> None:
        for one in mending.done:
            if isinstance(one, Edit):
                for _ in range(one.out):
                    self._press(Qt.Key.Key_Delete)
                self._type(one.typed)
            else:
                key, modifier, _ = _MOVES[one]
                self._press(key, modifier)

    def _add_cell(self, path: FieldPath, text: str) -> FieldPath:
        """One cell of a row that the machine missed; the row begins with its first cell."""
        state = self._window.session.state
        assert state is not None
        if not state.has(path):
            self._window.session.add_row(path.table)
            self.strokes.rows += 1
        self._window.session.select(path)
        if text:
            self._type(text)
            self._press(Qt.Key.Key_Return)
        else:
            self._press(Qt.Key.Key_F3)
        self.strokes.rows += telex_keys(text) + 1
        self._rest()
        return path

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._window.verify.card.editor, key, modifier)

    def _type(self, text: str) -> None:
        """As an input method gives it, sign by sign."""
        for sign in text:
            event = QInputMethodEvent()
            event.setCommitString(sign)
            QCoreApplication.sendEvent(self._window.verify.card.editor, event)

    def _rest(self) -> None:
        wait(lambda: self._window.idle)


def wait(until: Callable[[], bool], *, patience_ms: int = _PATIENCE_MS) -> None:
    """Lets the window work until it is so; RuntimeError after a minute, or as long as is said."""
    clock = QElapsedTimer()
    clock.start()
    QCoreApplication.processEvents()
    while not until():
        if clock.elapsed() > patience_ms:
            raise RuntimeError("the window does not come to rest")
        QTest.qWait(1)
    QCoreApplication.processEvents()


def _moves(text: str, place: int) -> Mapping[Step, int]:
    document = QTextDocument(text)
    return {step: _led(document, place, operation) for step, (_, _, operation) in _MOVES.items()}


def _led(document: QTextDocument, place: int, operation: QTextCursor.MoveOperation) -> int:
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.movePosition(operation)
    return cursor.position()
