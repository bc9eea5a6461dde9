"""Choosing a passphrase of one's own: the first thing that whoever was given one by somebody else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import User
from hrdigitize.door import Door
from hrdigitize.gui.entry.entry_dialog import EntryDialog, hint, secret_edit

if TYPE_CHECKING:
    from hrdigitize.app import App


class OwnPassphraseDialog(EntryDialog["tuple[App, User]"]):
    """The new passphrase, twice; with it the store is opened at once. Whoever closes the dialog is not in.

    name, given: the login name and the passphrase that was right.
    """

    def __init__(self, door: Door, name: str, given: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("OwnPassphrase", "Đặt mật khẩu của riêng mình")
        super().__init__(title, QCoreApplication.translate("OwnPassphrase", "Đổi và đăng nhập"), parent)
        self._door, self._name, self._given = door, name, given
        self.button.clicked.connect(lambda: self._start(self._call()))
        self.passphrase, self.again = secret_edit(), secret_edit()
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự, nên gõ không dấu"))
        self.form.addRow(
            hint(
                self.tr(
                    "Mật khẩu vừa nhập do người khác đặt nên người đó cũng biết. Trước khi làm việc,"
                    " xin đặt mật khẩu mới chỉ riêng mình biết."
                )
            )
        )
        self.form.addRow(self.tr("Mật khẩu mới"), self.passphrase)
        self.form.addRow(self.tr("Nhập lại mật khẩu"), self.again)
        self.passphrase.setFocus()

    def _call(self) -> Callable[[], tuple[App, User]] | None:
        own = self.passphrase.text()
        if own != self.again.text():
            self._failed(UserFault("passphrase-differs"))
            return None
        return lambda: self._door.choose(self._name, self._given, own)

    def _failed(self, fault: Exception) -> None:
        super()._failed(fault)
        for line in (self.passphrase, self.again):
            line.clear()
        self.passphrase.setFocus()
