"""Putting a document by, letting it go on, and notes, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.record import DocumentId
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.typing_hands import Hands, press, type_text

_CTRL = Qt.KeyboardModifier.ControlModifier
SECOND = DocumentId("01900000-0000-7000-8000-000000000002")


@pytest.fixture
def two(office: Office) -> Office:
    """A second document waits."""

    def keep() -> None:
        with office.app.store.work(CLERK) as work:
            batch = work.documents.get(office.document).batch
            work.documents.add(SECOND, batch, made_up.reading(), {}, at=work.at)
            work.commit("batch-read", batch)

    office.app.lane.run(keep)
    return office


def _open_document(window: MainWindow) -> DocumentId | None:
    return window.session.state.document.id if window.session.state is not None else None


def _hold(window: MainWindow, hands: Hands) -> None:
    """Thiếu trang, with words."""
    diary = window.verify.diary
    hands.press(Qt.Key.Key_H, _CTRL)
    press(diary.reasons, Qt.Key.Key_Down)
    press(diary.reasons, Qt.Key.Key_Down)
    press(diary.reasons, Qt.Key.Key_Tab)
    type_text(diary.line, "Thiếu trang 3")
    press(diary.line, Qt.Key.Key_Return)
    hands.rest()


def test_a_held_document_makes_way_for_the_next_and_is_shown_as_held(
    two: Office, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    hands.rest()
    _hold(window, hands)
    qtbot.waitUntil(lambda: _open_document(window) == SECOND, timeout=20_000)
    assert "Thiếu trang: Thiếu trang 3" in window.verify.notice.sentence
    assert not window.verify.diary.isVisible()
    assert not window.verify.held_bar.isVisible()
    assert window.session.next_waiting() is None, "what is held waits for nobody"
    window.verify.notice.button.click()
    qtbot.waitUntil(lambda: _open_document(window) == two.document, timeout=20_000)
    assert window.verify.held_bar.isVisible()
    assert "Thiếu trang: Thiếu trang 3" in window.verify.held_bar.said
    assert REVIEWER.name in window.verify.held_bar.said
    assert [one.holding.reason for one in two.app.holding.held(actor=CLERK)] == [HoldReason.MISSING_PAGE]


def test_one_key_lets_it_go_on_and_until_then_it_is_not_approved(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.settle_everything()
    assert window.session.can_approve
    _hold(window, hands)
    assert not window.session.can_approve
    hands.approve()
    assert office.app.desk.open(office.document, actor=CLERK).cadre is None
    hands.press(Qt.Key.Key_H, _CTRL)
    hands.rest()
    assert not window.verify.held_bar.isVisible()
    assert office.app.holding.held_count(actor=CLERK) == 0
    hands.approve()
    assert office.app.desk.open(office.document, actor=CLERK).cadre is not None


def test_another_reason_needs_words(window: MainWindow, hands: Hands, office: Office) -> None:
    diary = window.verify.diary
    hands.press(Qt.Key.Key_H, _CTRL)
    press(diary.reasons, Qt.Key.Key_End)
    assert diary.reason is HoldReason.OTHER
    press(diary.reasons, Qt.Key.Key_Return)
    hands.rest()
    assert (diary.isVisible(), office.app.holding.held_count(actor=CLERK)) == (True, 0)
    press(diary.line, Qt.Key.Key_Escape)
    assert not diary.isVisible()


def test_notes_are_listed_with_who_wrote_them_and_a_line_outlives_a_failure(
    window: MainWindow, hands: Hands, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = window.verify.diary
    hands.press(Qt.Key.Key_G, _CTRL)
    type_text(diary.line, "Hẹn thứ hai")
    with monkeypatch.context() as broken:
        broken.setattr(type(office.app.holding), "note", _refuse)
        press(diary.line, Qt.Key.Key_Return)
        hands.rest()
    assert (diary.isVisible(), diary.line.text()) == (True, "Hẹn thứ hai")
    assert window.verify.notice.isVisible()
    press(diary.line, Qt.Key.Key_Return)
    hands.rest()
    assert not diary.isVisible()
    hands.press(Qt.Key.Key_G, _CTRL)
    assert diary.history.endswith(f"{REVIEWER.name}: Hẹn thứ hai")
    assert [note.text for note in office.app.desk.open(office.document, actor=CLERK).diary.notes] == [
        "Hẹn thứ hai"
    ]


def _refuse(*_: object, **__: object) -> None:
    raise UserFault("store-disk-full")
