"""The way in: the login, and the setting up of a new store where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.door import Door
from hrdigitize.gui.entry.entry_dialog import EntryDialog, FolderRow, hint, secret_edit
from hrdigitize.gui.entry.own_passphrase import OwnPassphraseDialog
from hrdigitize.gui.entry.restore import RestoreDialog

if TYPE_CHECKING:
    from hrdigitize.app import App

#: Who came in, and the open program.
Entered: TypeAlias = tuple["App", User]


def come_in(door: Door, name: str = "") -> Entered | None:
    """Asks until somebody came in; None where the window was closed instead. name: who was there before."""
    if door.is_set_up:
        return _asked(LoginDialog(door, name))
    set_up = SetUpDialog(door)
    entered = _asked(set_up)
    if set_up.restored:
        return _asked(LoginDialog(door))
    return entered


def _asked(dialog: LoginDialog | SetUpDialog) -> Entered | None:
    dialog.exec()
    dialog.close_tasks()
    return dialog.result_given


class LoginDialog(EntryDialog[Entered]):
    """Name and passphrase. After wrong ones the button waits, and says how long.

    Whoever has a passphrase that somebody else gave is asked for one of their own, and is in then.
    """

    def __init__(self, door: Door, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Login", "Đăng nhập"),
            QCoreApplication.translate("Login", "Đăng nhập"),
            parent,
        )
        self._door = door
        self.button.clicked.connect(lambda: self._start(self._call()))
        self.name, self.passphrase = QLineEdit(), secret_edit()
        self.form.addRow(self.tr("Tên đăng nhập"), self.name)
        self.form.addRow(self.tr("Mật khẩu"), self.passphrase)
        self.name.setText(name)
        (self.passphrase if name else self.name).setFocus()
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    @property
    def waiting(self) -> int:
        """Seconds until one may try again."""
        return self._left

    def _call(self) -> Callable[[], Entered] | None:
        name, passphrase = self.name.text().strip().lower(), self.passphrase.text()
        return (lambda: self._door.enter(name, passphrase)) if name and passphrase else None

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, UserFault) and fault.code == "passphrase-not-own":
            self._choose_own(fault.params["name"])
            return
        super()._failed(fault)
        self.passphrase.clear()
        self.passphrase.setFocus()
        if isinstance(fault, UserFault) and "seconds" in fault.params:
            self._wait(int(fault.params["seconds"]))

    def _choose_own(self, name: str) -> None:
        """Another dialog takes over; whoever leaves it stands before the login again."""
        dialog = OwnPassphraseDialog(self._door, name, self.passphrase.text(), self)
        self.passphrase.clear()
        dialog.exec()
        dialog.close_tasks()
        self._free(free=True)
        self.passphrase.setFocus()
        if dialog.result_given is not None:
            self._done(dialog.result_given)

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        self._clock.start()
        self._show_wait()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._clock.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        waits = self._left > 0
        self.button.setEnabled(not waits)
        words = self.tr("Đăng nhập lại sau {seconds} giây") if waits else self.tr("Đăng nhập")
        self.button.setText(words.format(seconds=self._left))


class SetUpDialog(EntryDialog[Entered]):
    """The first user of a new store, who decides about all others, and where the recovery sheets go."""

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Login", "Tạo kho dữ liệu mới"),
            QCoreApplication.translate("Login", "Tạo kho"),
            parent,
        )
        self._door = door
        self.button.clicked.connect(lambda: self._start(self._call()))
        self.full_name, self.name = QLineEdit(), QLineEdit()
        self.passphrase, self.again = secret_edit(), secret_edit()
        self.sheets = FolderRow(self.tr("Thư mục lưu mảnh khóa"))
        self.restored = False
        self.restore = QPushButton(self.tr("Khôi phục từ bản sao lưu…"))
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self.foot.insertWidget(0, self.restore)
        self.name.setPlaceholderText(self.tr("chữ thường không dấu, ví dụ: lan"))
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự, nên gõ không dấu"))
        self.form.addRow(self.tr("Họ và tên"), self.full_name)
        self.form.addRow(self.tr("Tên đăng nhập"), self.name)
        self.form.addRow(self.tr("Mật khẩu"), self.passphrase)
        self.form.addRow(self.tr("Nhập lại mật khẩu"), self.again)
        self.form.addRow(self.tr("Lưu mảnh khóa vào"), self.sheets)
        self.form.addRow(
            hint(
                self.tr(
                    "Người dùng đầu tiên là lãnh đạo cơ quan, có quyền thêm người dùng khác. Chương trình"
                    " tạo ba mảnh khóa khôi phục (tệp PDF); khi quên mật khẩu, cần hai trong ba mảnh để mở"
                    " kho. Xin lưu vào USB, in ra, giao cho ba người giữ, rồi xóa các tệp."
                )
            )
        )

        self.full_name.setFocus()

    def _restore(self) -> None:
        """Another dialog takes over; where something was restored this one is done."""
        dialog = RestoreDialog(self._door, self)
        dialog.exec()
        dialog.close_tasks()
        if dialog.result_given is not None:
            self.restored = True
            self.accept()

    def _call(self) -> Callable[[], Entered] | None:
        passphrase, sheets = self.passphrase.text(), self.sheets.folder
        if passphrase != self.again.text():
            self._failed(UserFault("passphrase-differs"))
            return None
        if not sheets:
            self._failed(UserFault("shares-nowhere"))
            return None
        first = NewUser(self.name.text().strip(), self.full_name.text(), passphrase)
        return lambda: self._door.set_up(first, Path(sheets))
