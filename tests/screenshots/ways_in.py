"""Pictures of the ways in: login, own passphrase, setting up, bringing back; no store is behind them."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from PySide6.QtWidgets import QDialog

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.door import Door
from hrdigitize.gui.desk.reason import ReasonDialog
from hrdigitize.gui.entry.login import LoginDialog
from hrdigitize.gui.entry.own_passphrase import OwnPassphraseDialog
from hrdigitize.gui.entry.restore import RestoreDialog
from hrdigitize.gui.entry.set_up import SetUpDialog
from tests.screenshots.camera import Camera

_PAINTING_S = 0.4


def _refuse(code: str, **params: str | int) -> NoReturn:
    raise UserFault(code, **params)


def keep_ways_in(camera: Camera) -> None:
    """Each as it opens, or as it says no."""
    found = Generation(7, date(2026, 11, 24))
    door = Door(
        is_set_up=True,
        enter=lambda *_: _refuse("login-refused", seconds=4),
        set_up=lambda *_: _refuse("passphrase-weak"),
        generations=lambda _place: (found,),
        restore=lambda _place, _number: found,
        recover=lambda *_: _refuse("recovery-shares-refused"),
        choose=lambda *_: _refuse("passphrase-unchanged"),
        require_for_sheets=lambda _place: None,
        require_for_backup=lambda _place, _sheets: None,
        scanners=tuple,
        practise=lambda: _refuse("store-disk-full"),
    )
    login = LoginDialog(door)
    login.name.setText("lan")
    _keep(camera, login, "login", main=True)
    login.passphrase.setText("bốn mùa hoa sửa")
    login.button.click()
    _keep(camera, login, "login-refused")
    login.close_tasks()
    set_up = SetUpDialog(door)
    _keep(camera, set_up, "set-up", main=True)
    set_up.close_tasks()
    own = OwnPassphraseDialog(door, "minh", "")
    _keep(camera, own, "own-passphrase", main=True)
    own.button.click()
    _keep(camera, own, "own-passphrase-refused")
    own.close_tasks()
    restore = RestoreDialog(door)
    restore.place.line.setText("E:\\")
    restore.place.chosen.emit()
    restore.forgotten.setChecked(True)
    _keep(camera, restore, "restore", main=True)
    restore.button.click()
    _keep(camera, restore, "restore-refused")
    restore.close_tasks()
    reason = ReasonDialog(None)
    reason.line.setText("Đối chiếu giấy khai sinh: đọc nhầm chữ số")
    _keep(camera, reason, "reason", main=True)


def _keep(camera: Camera, dialog: QDialog, name: str, *, main: bool = False) -> None:
    dialog.show()
    camera.wait(_PAINTING_S)
    camera.keep(dialog, name, main=main)
    dialog.close()
