"""Keys as a person presses them, and Vietnamese text as an input method gives it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.window import MainWindow


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key, pressed and let go."""
    QTest.keyClick(widget, key, modifier)


def type_text(widget: QWidget, text: str) -> None:
    """Qt's own keyClicks ends the interpreter on Vietnamese letters: they are on no keyboard."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


class Hands:
    """What a person does at the keyboard, and waiting until the program has come to rest."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self._window.verify.card.editor, key, modifier)

    def type(self, text: str) -> None:
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(self._window.verify.card.editor, text)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: self._window.idle, timeout=20_000)

    def settle_everything(self) -> None:
        self.type("06 tháng 07 năm 1970")
        self.enter()
        self.type("Tày")
        self.enter()
        self.press(Qt.Key.Key_F3)
        self.type("01.003")
        self.enter()
        self.enter()
        self.rest()

    def approve(self) -> None:
        self.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        self.rest()


def current(window: MainWindow) -> FieldPath | None:
    assert window.session.state is not None
    return window.session.state.current
