"""The way in: the login, or the setting up of a new store where there is none."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from hrdigitize.domain.faults import UserFault
from hrdigitize.door import Door, Practice
from hrdigitize.gui.entry.entry_dialog import EntryDialog, secret_edit
from hrdigitize.gui.entry.own_passphrase import OwnPassphraseDialog
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.running import garbage

if TYPE_CHECKING:
    from hrdigitize.gui.entry.set_up import Entered, SetUpDialog


def come_in(
    door: Door, name: str, preferences: PreferenceFile, practise: Callable[[Practice], None]
) -> Entered | None:
    """Asks until somebody came in; None where the window was closed instead.

    name: who was there before. practise: the window for whoever tries the sample dossiers first: the store
    that they made is closed meanwhile, and they log in to it afterwards.
    """
    if door.is_set_up:
        return _asked(LoginDialog(door, name))
    set_up: SetUpDialog = _set_up_page().SetUpDialog(door, preferences)
    entered = _asked(set_up)
    if set_up.restored:
        return _asked(LoginDialog(door))
    if set_up.practice is None or entered is None:
        return entered
    app, user = entered
    app.close()
    practise(set_up.practice)
    return _asked(LoginDialog(door, user.name))


def _asked(dialog: LoginDialog | SetUpDialog) -> Entered | None:
    dialog.exec()
    dialog.close_tasks()
    garbage.let_go(dialog)
    return dialog.result_given


def _set_up_page() -> ModuleType:
    """Who logs in every day does not wait for what is needed once."""
    from hrdigitize.gui.entry import set_up

    return set_up


class LoginDialog(EntryDialog["Entered"]):
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
