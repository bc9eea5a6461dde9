"""Restoring a backup: what lies there is shown, put back once, and opened by a passphrase or two sheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import set_up
from hrdigitize.domain.users import NewUser
from hrdigitize.door import door_of
from hrdigitize.gui.entry.restore import RestoreDialog
from tests.gui.conftest import TickingClock
from tests.gui.test_login import USB, Guard

_PASSPHRASE = "bốn mùa hoa sữa"


@pytest.fixture
def guard(dressed: QApplication) -> Guard:
    return Guard()


@pytest.fixture
def dialog(guard: Guard, qtbot: QtBot) -> RestoreDialog:
    made = RestoreDialog(guard.door(is_set_up=False))
    qtbot.addWidget(made)
    made.show()
    return made


def _choose(dialog: RestoreDialog, place: Path, qtbot: QtBot) -> None:
    dialog.place.line.setText(str(place))
    dialog.place.chosen.emit()
    qtbot.waitUntil(lambda: bool(dialog.generations.count() or dialog.notice.sentence), timeout=10_000)


def test_the_newest_backup_is_proposed_and_put_back(
    dialog: RestoreDialog, guard: Guard, qtbot: QtBot
) -> None:
    assert not dialog.button.isEnabled()
    _choose(dialog, USB, qtbot)
    shown = [dialog.generations.itemText(place) for place in range(dialog.generations.count())]
    assert shown == ["ngày 09/11/2026 (số 2)", "ngày 02/11/2026 (số 1)"]
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()
    dialog.close_tasks()
    assert (guard.restored, guard.recovered) == ([2], [])
    assert dialog.result_given == guard.lying[1]


def test_a_place_without_a_backup_is_said(dialog: RestoreDialog, qtbot: QtBot) -> None:
    _choose(dialog, Path("/elsewhere"), qtbot)
    assert dialog.notice.sentence
    assert not dialog.button.isEnabled()
    dialog.close_tasks()


def test_two_sheets_give_a_new_passphrase_and_a_mistyped_one_costs_nothing(
    dialog: RestoreDialog, guard: Guard, qtbot: QtBot
) -> None:
    _choose(dialog, USB, qtbot)
    assert not dialog.shares[0].isVisible()
    dialog.forgotten.setChecked(True)
    assert dialog.shares[0].isVisible()
    for share in dialog.shares:
        share.setPlainText("academic  acid\nacrobat ")
    dialog.name.setText(" Lan ")
    dialog.passphrase.setText(_PASSPHRASE)
    dialog.again.setText("khác")
    dialog.button.click()
    assert "không giống nhau" in dialog.notice.sentence
    assert guard.restored == []
    dialog.again.setText(_PASSPHRASE)
    dialog.button.click()
    qtbot.waitUntil(lambda: guard.restored == [2] and dialog.button.isEnabled())
    assert not dialog.generations.isEnabled(), "the backup lies there already"
    assert "Kho đã khôi phục; chỉ còn đặt mật khẩu." in dialog.notice.sentence
    dialog.shares[1].setPlainText("Academic acid beard")
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()
    dialog.close_tasks()
    assert guard.restored == [2]
    shares = ("academic acid acrobat", "academic acid beard")
    assert guard.recovered == [(shares, "lan", _PASSPHRASE)]


def test_a_real_backup_comes_back_on_a_clean_pc(dressed: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    first = NewUser("lan", "Nguyễn Thị Lan", _PASSPHRASE)
    app, user = set_up(tmp_path / "store", first, tmp_path / "sheets", clock=TickingClock())
    app.backups.make(tmp_path / "usb", actor=user.actor)
    app.close()
    clean = door_of(tmp_path / "clean", clock=TickingClock())
    assert not clean.is_set_up
    dialog = RestoreDialog(clean)
    qtbot.addWidget(dialog)
    _choose(dialog, tmp_path / "usb", qtbot)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.button.click()
    dialog.close_tasks()
    app, again = clean.enter("lan", _PASSPHRASE)
    app.close()
    assert again.full_name == "Nguyễn Thị Lan"


def test_on_a_low_screen_the_form_is_rolled_and_the_button_stays(
    dialog: RestoreDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dialog.screen().availableGeometry().height()
    dialog.forgotten.setChecked(True)
    needed = dialog.height()
    monkeypatch.setattr("hrdigitize.gui.entry.entry_dialog._TITLE_BAR_PX", whole - 360)
    dialog.forgotten.setChecked(False)
    dialog.forgotten.setChecked(True)
    assert needed > 400
    assert dialog.height() == 360
    assert dialog.button.geometry().bottom() <= dialog.height()
    dialog.close_tasks()
