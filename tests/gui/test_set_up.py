"""A new store, asked for in steps: by keys alone, nothing is lost, each step says what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.door import Door, door_of
from hrdigitize.gui.entry.restore import RestoreDialog
from hrdigitize.gui.entry.set_up import SetUpDialog
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.services.units import Units
from tests.gui.conftest import TickingClock
from tests.gui.test_login import APP, LAN, Guard
from tests.gui.typing_hands import press, type_text

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_PASSPHRASE = "bốn mùa hoa sữa"
_OFFICE = "Ủy ban nhân dân xã <b>Hòa Bình</b>"
CANON, EPSON = Device("canon:1", "Canon DR-C225 II"), Device("epson:1", "EPSON DS-530")


@pytest.fixture
def guard(dressed: QApplication) -> Guard:
    return Guard()


class Clerk:
    """Sits at the keyboard of a dialog: whatever has the focus takes the keys."""

    def __init__(self, dialog: SetUpDialog, qtbot: QtBot) -> None:
        self.dialog, self._qtbot = dialog, qtbot
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)

    @property
    def at(self) -> QWidget:
        return self.dialog.focusWidget() or self.dialog

    @property
    def said(self) -> str:
        """What the notice says, if it is on screen."""
        return self.dialog.notice.sentence if self.dialog.notice.isVisible() else ""

    @property
    def heading(self) -> str:
        return self.dialog.heading.text()

    def type(self, *texts: str) -> None:
        """One text after the other, a tab between them."""
        for place, text in enumerate(texts):
            if place:
                press(self.at, Qt.Key.Key_Tab)
            if isinstance(self.at, QLineEdit):
                self.at.selectAll()
            type_text(self.at, text)

    def enter(self) -> None:
        press(self.at, Qt.Key.Key_Return)
        self.rest()

    def back(self) -> None:
        press(self.at, Qt.Key.Key_Left, _ALT)

    def later(self) -> None:
        press(self.at, Qt.Key.Key_Right, _ALT)

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: self.dialog.idle, timeout=30_000)

    def to_the_last_question(self, sheets: Path, backup: Path | None = None, *, office: str = "") -> None:
        """Answers everything up to the scanner; what is not given is left for later."""
        if office:
            self.type(office)
            self.enter()
        else:
            self.later()
        self.type("Nguyễn Thị Lan", "lan", _PASSPHRASE, _PASSPHRASE)
        self.enter()
        self.type(str(sheets))
        self.enter()
        if backup is None:
            self.later()
            return
        self.type(str(backup))
        self.enter()


def _door(folder: Path, *scanners: Device) -> Door:
    return replace(door_of(folder / "store", clock=TickingClock()), scanners=lambda: scanners)


def test_an_office_is_set_up_by_keys_alone(dressed: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    kept = PreferenceFile()
    dialog = SetUpDialog(_door(tmp_path, CANON, EPSON), kept)
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path / "usb", tmp_path / "disk", office=_OFFICE)
    assert clerk.heading == "Máy quét"
    qtbot.waitUntil(lambda: dialog.scanner.list.count() == 3)
    press(clerk.at, Qt.Key.Key_Down)
    assert not (tmp_path / "usb").exists(), "nothing is made before the last question"
    clerk.enter()
    assert (clerk.heading, clerk.said) == ("Kho đã sẵn sàng", "")
    assert len(list((tmp_path / "usb").glob("*.pdf"))) == 3
    assert (kept.now.backup_place, kept.now.scanner) == (str(tmp_path / "disk"), "epson:1")
    told = dialog.summary
    assert told.unit.textFormat() is Qt.TextFormat.PlainText
    assert [one.text() for one in (told.unit, told.user, told.sheets, told.backup, told.scanner)] == [
        _OFFICE,
        "Nguyễn Thị Lan (lan), lãnh đạo cơ quan",
        str(tmp_path / "usb"),
        str(tmp_path / "disk"),
        "EPSON DS-530",
    ]
    with qtbot.waitSignal(dialog.accepted):
        clerk.enter()
    dialog.close_tasks()
    assert dialog.result_given is not None
    app, user = dialog.result_given
    try:
        assert [unit.name for unit in app.units.all(actor=user.actor)] == [_OFFICE]
    finally:
        app.close()
    assert (user.name, user.full_name) == ("lan", "Nguyễn Thị Lan")


def test_each_step_says_what_is_missing_and_nothing_is_made(
    guard: Guard, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)
    clerk.enter()
    assert (clerk.said, clerk.at) == ("Xin ghi tên cơ quan, hoặc nhấn “Để sau”.", dialog.unit)
    clerk.type(_OFFICE)
    clerk.enter()
    assert (clerk.heading, clerk.said) == ("Người dùng đầu tiên", "")
    for text, words, wrong in (
        ("Nguyễn Thị Lan", "họ và tên", dialog.full_name),
        ("chị lan", "Tên đăng nhập gồm", dialog.name),
        ("lan", "Tên đăng nhập gồm", dialog.name),
        ("ngắn", "quá ngắn", dialog.passphrase),
        (_PASSPHRASE, "quá ngắn", dialog.passphrase),
        ("bốn mùa hoa sửa", "không giống nhau", dialog.again),
    ):
        clerk.enter()
        if clerk.at is wrong:
            assert words in clerk.said
        else:
            press(clerk.at, Qt.Key.Key_Tab)
        clerk.type(text)
    clerk.enter()
    assert ("không giống nhau" in clerk.said, clerk.at) == (True, dialog.again)
    clerk.type(_PASSPHRASE)
    clerk.enter()
    clerk.enter()
    assert ("mảnh khóa" in clerk.said, clerk.at) == (True, dialog.sheets.line)
    clerk.type(str(tmp_path / "usb"))
    clerk.enter()
    clerk.enter()
    assert clerk.said == "Xin chọn thư mục sao lưu, hoặc nhấn “Để sau”."
    dialog.close_tasks()
    assert guard.set_up_with == []


def test_the_given_name_is_proposed_to_log_in_with(guard: Guard, qtbot: QtBot) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)
    clerk.later()
    clerk.type("Trần Văn Đức")
    press(clerk.at, Qt.Key.Key_Tab)
    assert (clerk.at, dialog.name.text()) == (dialog.name, "duc")
    clerk.type("bí.thư")
    press(clerk.at, Qt.Key.Key_Backtab)
    press(clerk.at, Qt.Key.Key_Tab)
    assert dialog.name.text() == "bí.thư", "what somebody typed stays"
    dialog.close_tasks()


def test_on_the_way_back_everything_stands_as_it_was_typed(
    guard: Guard, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path / "usb", tmp_path / "disk", office=_OFFICE)
    for heading in ("Nơi sao lưu", "Mảnh khóa khôi phục", "Người dùng đầu tiên"):
        clerk.back()
        assert clerk.heading == heading
    press(clerk.at, Qt.Key.Key_Escape)
    assert clerk.heading == "Cơ quan"
    typed = (dialog.unit, dialog.full_name, dialog.name, dialog.passphrase, dialog.again)
    assert [line.text() for line in typed] == [_OFFICE, "Nguyễn Thị Lan", "lan", _PASSPHRASE, _PASSPHRASE]
    assert (dialog.sheets.folder, dialog.backup.folder) == (str(tmp_path / "usb"), str(tmp_path / "disk"))
    for _ in range(4):
        clerk.enter()
    assert clerk.heading == "Máy quét"
    dialog.close_tasks()


def test_what_is_left_for_later_is_named_with_its_place(guard: Guard, tmp_path: Path, qtbot: QtBot) -> None:
    kept = PreferenceFile()
    kept.change(backup_place="E:\\cũ")
    dialog = SetUpDialog(guard.door(is_set_up=False), kept)
    clerk = Clerk(dialog, qtbot)
    clerk.type("Một tên gõ nhầm")
    clerk.later()
    clerk.type("Nguyễn Thị Lan", "lan", _PASSPHRASE, _PASSPHRASE)
    clerk.enter()
    clerk.later()
    assert clerk.heading == "Mảnh khóa khôi phục", "without sheets a forgotten passphrase loses everything"
    clerk.type(str(tmp_path))
    clerk.enter()
    clerk.later()
    clerk.enter()
    told = dialog.summary
    assert [one.text() for one in (told.unit, told.backup, told.scanner)] == [
        "Để sau: Quản trị, thẻ Đơn vị",
        "Để sau: Quản trị, thẻ Sao lưu",
        "Để sau: chọn khi quét ở Tiếp nhận",
    ]
    with qtbot.waitSignal(dialog.accepted):
        clerk.enter()
    dialog.close_tasks()
    assert guard.set_up_with == [(NewUser("lan", "Nguyễn Thị Lan", _PASSPHRASE), tmp_path)]
    assert kept.now.backup_place == "E:\\cũ", "nobody named another one"


def test_unfit_places_are_told_at_their_step(dressed: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = SetUpDialog(_door(tmp_path))
    clerk = Clerk(dialog, qtbot)
    clerk.later()
    clerk.type("Nguyễn Thị Lan", "lan", _PASSPHRASE, _PASSPHRASE)
    clerk.enter()
    clerk.type(str(tmp_path / "no" / "such"))
    clerk.enter()
    assert ("Không thấy thư mục" in clerk.said, clerk.at) == (True, dialog.sheets.line)
    clerk.type(str(tmp_path / "usb"))
    clerk.enter()
    clerk.type(str(tmp_path / "usb"))
    clerk.enter()
    assert ("chung chỗ với mảnh khóa" in clerk.said, clerk.at) == (True, dialog.backup.line)
    dialog.close_tasks()


def test_a_disk_that_refuses_leads_back_and_the_next_try_may_use_the_same_folder(
    guard: Guard, tmp_path: Path, qtbot: QtBot
) -> None:
    tries: list[Path] = []

    def set_up(first: NewUser, sheets: Path) -> tuple[App, User]:
        tries.append(sheets)
        if len(tries) == 1:
            raise UserFault("store-cannot-write")
        return guard.set_up(first, sheets)

    def refuse_what_was_tried(place: Path) -> None:
        if place in tries:
            raise UserFault("shares-there-already")

    door = replace(guard.door(), set_up=set_up, require_for_sheets=refuse_what_was_tried)
    dialog = SetUpDialog(door)
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path)
    clerk.later()
    assert clerk.heading == "Máy quét", "there is nothing to leave: its list has a line for that"
    clerk.enter()
    assert (clerk.heading, "Không ghi được" in clerk.said) == ("Mảnh khóa khôi phục", True)
    assert clerk.at is dialog.sheets.line
    clerk.enter()
    clerk.later()
    clerk.enter()
    assert clerk.heading == "Kho đã sẵn sàng"
    clerk.enter()
    dialog.close_tasks()
    assert (tries, dialog.result_given) == ([tmp_path, tmp_path], (APP, LAN))


def test_an_office_that_cannot_be_noted_down_is_told_and_the_store_is_there(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UserFault("store-disk-full")

    monkeypatch.setattr(Units, "add", refuse)
    dialog = SetUpDialog(_door(tmp_path))
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path / "usb", office=_OFFICE)
    clerk.enter()
    assert clerk.heading == "Kho đã sẵn sàng"
    assert clerk.said.startswith("Chưa ghi được tên cơ quan")
    assert dialog.summary.unit.text() == "Để sau: Quản trị, thẻ Đơn vị"
    dialog.reject()
    dialog.close_tasks()


def test_whoever_closes_the_last_step_leaves_a_store_behind_that_can_be_entered(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = SetUpDialog(_door(tmp_path))
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path / "usb")
    clerk.enter()
    press(clerk.at, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "there is no way back from here, and nobody leaves by one key"
    with qtbot.waitSignal(dialog.rejected):
        dialog.close()
    dialog.close_tasks()
    assert dialog.result_given is None
    app, lan = door_of(tmp_path / "store", clock=TickingClock()).enter("lan", _PASSPHRASE)
    app.close()
    assert lan.full_name == "Nguyễn Thị Lan"


def test_folders_are_chosen_and_opened_by_a_key(
    guard: Guard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url))
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    clerk.to_the_last_question(Path("E:/"))
    press(clerk.at, Qt.Key.Key_O, _CTRL)
    assert dialog.backup.folder == "", "nothing is chosen where nothing is asked for"
    for _ in range(2):
        clerk.back()
        press(clerk.at, Qt.Key.Key_O, _CTRL)
    assert (dialog.backup.folder, dialog.sheets.folder) == (str(tmp_path), str(tmp_path))
    for _ in range(3):
        clerk.enter()
    press(clerk.at, Qt.Key.Key_O, _CTRL)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    clerk.enter()
    dialog.close_tasks()


def test_tab_goes_through_a_step_and_its_buttons(guard: Guard, qtbot: QtBot) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)
    assert _tabs(clerk, 4) == [dialog.unit, dialog.button, dialog.later, dialog.restore]
    assert clerk.at is dialog.unit
    clerk.later()
    assert _tabs(clerk, 6) == [
        dialog.full_name,
        dialog.name,
        dialog.passphrase,
        dialog.again,
        dialog.button,
        dialog.back,
    ]
    clerk.back()
    assert clerk.at is dialog.unit
    dialog.close_tasks()


def _tabs(clerk: Clerk, count: int) -> list[QWidget]:
    seen = []
    for _ in range(count):
        seen.append(clerk.at)
        press(clerk.at, Qt.Key.Key_Tab)
    return seen


def test_all_of_it_fits_a_small_screen(
    guard: Guard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    whole = dialog.screen().availableGeometry().height()
    monkeypatch.setattr("hrdigitize.gui.entry.entry_dialog._TITLE_BAR_PX", whole - 492)
    clerk = Clerk(dialog, qtbot)
    clerk.enter()
    assert (dialog.width() <= 960, dialog.height() <= 492) == (True, True)
    assert dialog.button.geometry().bottom() <= dialog.height()
    dialog.close_tasks()


def test_a_set_up_is_over_once_a_backup_was_restored(
    guard: Guard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = SetUpDialog(guard.door(is_set_up=False))
    clerk = Clerk(dialog, qtbot)

    def at_once(restoring: RestoreDialog) -> int:
        restoring.result_given = guard.lying[0]
        return 1

    monkeypatch.setattr(RestoreDialog, "exec", at_once)
    press(clerk.at, Qt.Key.Key_Backtab)
    assert clerk.at is dialog.restore
    with qtbot.waitSignal(dialog.accepted):
        press(clerk.at, Qt.Key.Key_Return)
    dialog.close_tasks()
    assert (dialog.restored, dialog.result_given) == (True, None)
