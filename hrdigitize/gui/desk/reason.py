"""Asks a person for a reason: what is approved is changed for a reason only."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrdigitize.gui.entry.entry_dialog import hint

_WIDTH_PX = 460


def ask_reason(parent: QWidget) -> str | None:
    """The reason as typed, or None."""
    dialog = ReasonDialog(parent)
    return dialog.reason if dialog.exec() == QDialog.DialogCode.Accepted else None


class ReasonDialog(QDialog):
    """One line for the reason; the button that goes on waits until something stands there."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mở lại trường đã duyệt"))
        self.setMinimumWidth(_WIDTH_PX)
        self.line = QLineEdit()
        label = QLabel(self.tr("&Lý do sửa (được lưu cùng với giá trị cũ):"))
        label.setBuddy(self.line)
        buttons = QDialogButtonBox()
        self.go_on = buttons.addButton(self.tr("Mở lại"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setObjectName("Primary")
        self.go_on.setEnabled(False)
        buttons.addButton(self.tr("Không sửa"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        after = hint(self.tr("Sau khi mở lại, tài liệu phải được kiểm tra và duyệt lại."))
        for part in (label, self.line, after, buttons):
            layout.addWidget(part)
        self.line.textChanged.connect(lambda: self.go_on.setEnabled(bool(self.reason)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @property
    def reason(self) -> str:
        """What was typed, without spaces around it."""
        return self.line.text().strip()
