"""The dialog that asks why: nothing goes on without a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.gui.desk.reason import ReasonDialog, ask_reason
from tests.gui.typing_hands import press, type_text


def test_the_button_waits_for_a_reason(qtbot: QtBot) -> None:
    dialog = ReasonDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.go_on.isEnabled()
    type_text(dialog.line, "   ")
    assert not dialog.go_on.isEnabled()
    type_text(dialog.line, "Sai ngày ")
    assert dialog.go_on.isEnabled()
    assert dialog.reason == "Sai ngày"


def _when_it_opens(parent: QWidget, text: str, key: Qt.Key) -> str | None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.line.setText(text)
        press(dialog, key)
        if dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, answer)
    return ask_reason(parent)


def test_enter_goes_on_and_escape_does_not(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert _when_it_opens(parent, "Đọc nhầm", Qt.Key.Key_Return) == "Đọc nhầm"
    assert _when_it_opens(parent, "Đọc nhầm", Qt.Key.Key_Escape) is None
    assert _when_it_opens(parent, "  ", Qt.Key.Key_Return) is None
