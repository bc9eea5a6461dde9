"""Kiểm tra, document by document: doubts, suggestions, a table, notes; verified, held, approved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrdigitize.app import App
from hrdigitize.domain.record import DocumentId, DocumentStatus, FieldPath
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.desk.state import Typed
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import MainWindow
from tests.screenshots.camera import Camera
from tests.screenshots.office import CLERK, REVIEWER
from tests.screenshots.paper_scenes import room_of

#: A drawn form with a finding about two of its fields.
_DRAWN = DocumentId("01900000-0000-7000-8000-000000000001")
_CTRL = Qt.KeyboardModifier.ControlModifier


def keep_desk(camera: Camera, app: App, files: Path) -> None:
    """The clerk's work on a worn form, then the reviewer's."""
    summaries = app.desk.documents(actor=CLERK)
    worn = next(one for one in summaries if one.pages == 4 and one.status is DocumentStatus.READ)
    held = next(one for one in summaries if one.held is not None)
    with camera.window(app, CLERK, RoomName.VERIFY) as window:
        _keep_clerk(camera, window, worn)
    with camera.window(app, REVIEWER, RoomName.VERIFY, files=files) as window:
        _open(camera, window, _DRAWN)
        QTest.keyClick(window.verify.card.editor, Qt.Key.Key_F6)
        camera.shoot(window, "desk-finding")
        _open(camera, window, held.id)
        camera.shoot(window, "desk-held")
        _open(camera, window, worn.id)
        window.session.approve()
        camera.shoot(window, "desk-approved")
        # The next document is open by now: back to the one that can be printed.
        _open(camera, window, worn.id)
        window.verify.print_button.click()
        camera.rest(window, lambda: window.prints.pdf.status() is QPdfDocument.Status.Ready)
        # The view paints the page on a thread of its own.
        camera.wait(1.0)
        camera.shoot(window, "prints", main=True)


def _keep_clerk(camera: Camera, window: MainWindow, worn: DocumentSummary) -> None:
    page, session = window.verify, window.session
    _open(camera, window, worn.id)
    session.select(FieldPath("native_place"))
    camera.shoot(window, "desk", main=True)
    _type(page.card.editor, "xa dai b")
    camera.shoot(window, "desk-suggestions")
    page.suggestions.hide()
    QTest.keyClick(page.card.editor, Qt.Key.Key_Z, _CTRL)
    entries = session.state.entries() if session.state is not None else ()
    cells = [entry for entry in entries if entry.table]
    doubtful = [entry for entry in cells if entry.mark is Mark.DOUBTFUL] or cells
    session.select(doubtful[len(doubtful) // 2].path)
    camera.shoot(window, "desk-table")
    page.head.note_button.click()
    page.diary.line.setText("Bà Trinh hẹn nộp bản gốc bằng kỹ sư vào thứ Hai")
    QTest.keyClick(page.diary.line, Qt.Key.Key_Return)
    camera.rest(window)
    page.head.note_button.click()
    camera.shoot(window, "desk-notes")
    page.diary.close_panel()
    page.card.editor.setFocus()
    QTest.keyClick(page.card.editor, Qt.Key.Key_H, _CTRL)
    camera.shoot(window, "desk-holding")
    page.diary.close_panel()
    _answer_everything(camera, window)
    session.open(worn.id)
    camera.shoot(window, "desk-verified")


def _open(camera: Camera, window: MainWindow, document: DocumentId) -> None:
    room = room_of(window, RoomName.VERIFY, VerifyRoom)
    window.open_document(document)
    camera.rest(
        window,
        lambda: (
            window.session.state is not None
            and window.session.state.document.id == document
            and not room.words.is_reading
        ),
    )


def _answer_everything(camera: Camera, window: MainWindow) -> None:
    """What was read counts; as the clerk who knows the paper."""
    session = window.session
    document = session.state.document.id if session.state is not None else None
    while session.state is not None and session.state.document.id == document and session.state.remaining:
        entry = session.state.entry
        if entry is None:
            return
        if entry.must_be_typed and not entry.answer.text:
            session.answer_without_value(entry.answer.state)
        else:
            session.enter(Typed(entry.answer.text, as_written=True))
        camera.rest(window)


def _type(editor: object, text: str) -> None:
    """As an input method gives it, in place of what stands there."""
    QTest.keyClick(editor, Qt.Key.Key_A, _CTRL)  # type: ignore[call-overload]
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)  # type: ignore[arg-type]
