"""The way in: the login, and the setting up of a new store where there is none."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.app import App, Door
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import User
from hrdigitize.gui import errors
from hrdigitize.gui.notice import Notice
from hrdigitize.gui.tasks import Tasks
from hrdigitize.services.gate import NewUser

#: Who came in, and the open program.
Entered: TypeAlias = tuple[App, User]
_WIDTH_PX = 520


def come_in(door: Door, name: str = "") -> Entered | None:
    """Asks until somebody came in; None where the window was closed instead. name: who was there before."""
    dialog: LoginDialog | SetUpDialog = LoginDialog(door, name) if door.is_set_up else SetUpDialog(door)
    dialog.exec()
    dialog.close_tasks()
    return dialog.entered


class _EntryDialog(QDialog):
    """What both ways in share: a form, a notice, one button, work off the window's thread."""

    def __init__(self, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.entered: Entered | None = None
        self._executor = ThreadPoolExecutor(1, "way-in")
        self._tasks = Tasks(self._executor, self._failed, self)
        self.notice = Notice()
        self.button = QPushButton(button)
        self.button.setObjectName("Primary")
        self.button.setDefault(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        heading = QLabel(title)
        heading.setObjectName("Title")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addWidget(self.notice)
        column.addLayout(self.form)
        column.addLayout(foot)

    def close_tasks(self) -> None:
        """Nothing comes back any more."""
        self._tasks.close()
        self._executor.shutdown()

    def reject(self) -> None:
        """Nobody goes away while the store is being opened: it would stay open behind them."""
        if not self._tasks.busy:
            super().reject()

    def _start(self, call: Callable[[], Entered] | None) -> None:
        """Makes the call off the window's thread; None where something is missing, which was said."""
        if call is None:
            return
        self.notice.hide()
        self._free(free=False)
        self._tasks.start(call, self._done)

    def _done(self, entered: Entered) -> None:
        self.entered = entered
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self._free(free=True)
        errors.report(fault, self.notice)
        # A sentence of several lines needs its room: a dialog does not grow by itself.
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _free(self, *, free: bool) -> None:
        self.button.setEnabled(free)


class LoginDialog(_EntryDialog):
    """Name and passphrase. After wrong ones the button waits, and says how long."""

    def __init__(self, door: Door, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_words("Đăng nhập"), _words("Đăng nhập"), parent)
        self._door = door
        self.button.clicked.connect(lambda: self._start(self._call()))
        self.name, self.passphrase = QLineEdit(), _secret_edit()
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
        super()._failed(fault)
        self.passphrase.clear()
        self.passphrase.setFocus()
        if isinstance(fault, UserFault) and "seconds" in fault.params:
            self._wait(int(fault.params["seconds"]))

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


class SetUpDialog(_EntryDialog):
    """The first user of a new store, who decides about all others, and where the recovery sheets go."""

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(_words("Thiết lập kho hồ sơ mới"), _words("Tạo kho"), parent)
        self._door = door
        self.button.clicked.connect(lambda: self._start(self._call()))
        self.full_name, self.name = QLineEdit(), QLineEdit()
        self.passphrase, self.again = _secret_edit(), _secret_edit()
        self.sheets = QLineEdit()
        self.name.setPlaceholderText(self.tr("chữ thường không dấu, ví dụ: lan"))
        self.passphrase.setPlaceholderText(self.tr("ít nhất 12 ký tự, ví dụ bốn từ dễ nhớ"))
        self.form.addRow(self.tr("Họ và tên"), self.full_name)
        self.form.addRow(self.tr("Tên đăng nhập"), self.name)
        self.form.addRow(self.tr("Mật khẩu"), self.passphrase)
        self.form.addRow(self.tr("Nhập lại mật khẩu"), self.again)
        self.form.addRow(self.tr("Lưu mảnh khóa vào"), self._sheets_row())
        self.form.addRow(
            _hint(
                self.tr(
                    "Chương trình tạo ba mảnh khóa khôi phục (tệp PDF). Có hai mảnh thì mở được kho khi mất"
                    " mật khẩu. Hãy lưu vào USB, in ra giao cho ba người giữ, rồi xóa các tệp."
                )
            )
        )

        self.full_name.setFocus()

    def _sheets_row(self) -> QWidget:
        choose = QPushButton(self.tr("Chọn…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.sheets, 1)
        line.addWidget(choose)
        return row

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Thư mục lưu mảnh khóa"))
        if folder:
            self.sheets.setText(folder)

    def _call(self) -> Callable[[], Entered] | None:
        passphrase, sheets = self.passphrase.text(), self.sheets.text().strip()
        if passphrase != self.again.text():
            self._failed(UserFault("passphrase-differs"))
            return None
        if not sheets:
            self._failed(UserFault("shares-nowhere"))
            return None
        first = NewUser(self.name.text().strip(), self.full_name.text(), passphrase)
        return lambda: self._door.set_up(first, Path(sheets))


def _words(text: str) -> str:
    return QCoreApplication.translate("Login", text)


def _secret_edit() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def _hint(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("Hint")
    label.setWordWrap(True)
    return label
