"""A desk that nobody touches is locked: the window closes with what was typed, and the login comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.gui.entry.idle import IdleWatch
from hrdigitize.gui.entry.login import LoginDialog, come_in
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.window import MainWindow, stay_until_locked
from tests.gui.conftest import REVIEWER, Office
from tests.gui.test_login import Guard


def test_a_touch_begins_the_time_anew_and_a_repaint_does_not(qtbot: QtBot) -> None:
    watched = QWidget()
    qtbot.addWidget(watched)
    said: list[int] = []
    watch = IdleWatch(300, watched)
    watch.idle.connect(lambda: said.append(1))
    watched.installEventFilter(watch)
    for _ in range(4):
        qtbot.wait(150)
        QTest.keyClick(watched, Qt.Key.Key_A)
    assert said == []
    QApplication.sendEvent(watched, QEvent(QEvent.Type.UpdateRequest))
    qtbot.waitUntil(lambda: said == [1], timeout=3_000)


def test_a_window_left_alone_is_locked_and_says_so(dressed: QApplication, office: Office) -> None:
    assert stay_until_locked(dressed, office.app, REVIEWER, lock_after_ms=400)


def test_nothing_of_a_window_that_was_locked_stays(dressed: QApplication, office: Office) -> None:
    before = set(map(id, dressed.allWidgets()))
    assert stay_until_locked(dressed, office.app, REVIEWER, lock_after_ms=400)
    assert [type(one).__name__ for one in dressed.allWidgets() if id(one) not in before] == []


def test_nothing_of_a_page_to_log_in_on_stays(dressed: QApplication, tmp_path: Path) -> None:
    def close() -> None:
        for dialog in dressed.topLevelWidgets():
            if isinstance(dialog, LoginDialog) and dialog.isVisible():
                dialog.passphrase.setText("mật khẩu vừa gõ")
                dialog.reject()

    QTimer.singleShot(300, close)
    assert come_in(Guard().door(), "lan", PreferenceFile(tmp_path), lambda _: None) is None
    assert not any(isinstance(one, LoginDialog) for one in dressed.allWidgets())


def test_a_clock_that_is_wrong_is_told_over_the_window(dressed: QApplication, office: Office) -> None:
    moments = (datetime(2009, 1, 1, 12, tzinfo=UTC), datetime(2026, 11, 2, 12, tzinfo=UTC))
    app = replace(office.app, clock_behind=ClockBehind(*moments))
    told: list[str] = []
    look = QTimer()
    look.timeout.connect(lambda: told.extend(box.text() for box in _boxes(dressed)))
    look.start(50)
    assert stay_until_locked(dressed, app, REVIEWER, lock_after_ms=600)
    assert told
    assert [date in told[0] for date in ("01/01/2009", "02/11/2026")] == [True, True]


def _boxes(qt: QApplication) -> list[QMessageBox]:
    return [box for box in qt.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def test_the_key_and_the_button_lock_where_there_is_a_login(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, REVIEWER, lockable=True)
    window.show()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert (window.locked, window.isVisible()) == (True, False)
    other = MainWindow(office.app, REVIEWER)
    other.show()
    qtbot.waitUntil(lambda: other.idle, timeout=20_000)
    QTest.keyClick(other, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert (other.locked, other.isVisible()) == (False, True)
    other.close()


def test_who_was_there_only_types_the_passphrase(dressed: QApplication, qtbot: QtBot) -> None:

    dialog = LoginDialog(Guard().door(), "lan")
    qtbot.addWidget(dialog)
    assert dialog.name.text() == "lan"
    assert dialog.focusWidget() is dialog.passphrase
    dialog.close_tasks()
