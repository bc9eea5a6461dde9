"""Quản trị, Báo cáo, Trao đổi: each role has a window that works; what the tabs do is done in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hrdigitize.app import App, set_up
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import AuditEntry
from hrdigitize.domain.users import NewUser
from hrdigitize.gui.admin.backups import BackupSection
from hrdigitize.gui.admin.log import LogSection, _lines
from hrdigitize.gui.admin.own_passphrase import OwnPassphraseSection
from hrdigitize.gui.admin.scan_settings import ScanSettingsSection
from hrdigitize.gui.admin.store_check import StoreCheckSection
from hrdigitize.gui.admin.units import UnitsSection
from hrdigitize.gui.admin.users import UsersSection
from hrdigitize.gui.admin.window_settings import WindowSettingsSection
from hrdigitize.gui.exchange.exchange_page import HandOnSection
from hrdigitize.gui.frame.jobs import JobStage
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.frame.tabbed_room import Section, TabbedRoom
from hrdigitize.gui.look.preferences import SchemeChoice
from hrdigitize.gui.reports.copy_register import CopyRegisterSection
from hrdigitize.gui.reports.day_sheet import DaySheetSection
from hrdigitize.gui.window import ASKING, MainWindow
from tests.gui.conftest import Office, TickingClock
from tests.gui.typing_hands import press, type_text

T = TypeVar("T", bound=Section)

CONTROL = Qt.KeyboardModifier.ControlModifier
HEAD = Actor("lan", Role.COMMUNE_HEAD)
PASSPHRASE, GIVEN = "bốn mùa hoa sữa", "gió bấc mưa phùn"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, Actor]]:
    """An office's store with its head, and one clerk."""
    folder = tmp_path_factory.mktemp("office")
    first = NewUser("lan", "Nguyễn Thị Lan", PASSPHRASE)
    app, lan = set_up(folder / "store", first, folder / "sheets", clock=TickingClock())
    app.users.add(NewUser("minh", "Trần Văn Minh", GIVEN), Role.CLERK, actor=lan.actor)
    yield app, lan.actor
    app.close()


@pytest.fixture
def admin(founded: tuple[App, Actor], tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The head's window in Quản trị."""
    app, lan = founded
    asking = replace(ASKING, target=lambda _parent, name: tmp_path / name)
    window = MainWindow(app, lan, asking=asking, room=RoomName.ADMIN)
    with qtbot.waitActive(window):
        window.show()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


def room_of(window: MainWindow) -> TabbedRoom:
    assert isinstance(window.room, TabbedRoom)
    return window.room


def come_to(window: MainWindow, kind: type[T], qtbot: QtBot) -> T:
    """By the key that goes from tab to tab."""
    room = room_of(window)
    for _ in room.sections:
        qtbot.waitUntil(lambda: window.idle, timeout=20_000)
        if isinstance(room.section, kind):
            return room.section
        press(window.focusWidget(), Qt.Key.Key_Tab, CONTROL)
    raise AssertionError(f"no tab {kind.__name__}")


def said_of(window: MainWindow) -> str:
    return room_of(window).notice.sentence


def test_each_role_has_a_window_that_works(office: Office, qtbot: QtBot) -> None:
    rooms = {}
    for role in Role:
        window = MainWindow(office.app, Actor("ai", role))
        window.show()
        rooms[role] = set(window._rooms)
        for name in window._rooms:
            window.show_room(name)
            qtbot.waitUntil(lambda now=window: now.idle, timeout=20_000)  # type: ignore[misc]
            if isinstance(window.room, TabbedRoom):
                assert window.room.sections, f"{role}: {name} is empty"
                for number in range(len(window.room.sections)):
                    window.room.tabs.setCurrentIndex(number)
                    qtbot.waitUntil(lambda now=window: now.idle, timeout=20_000)  # type: ignore[misc]
                    assert "không có quyền" not in window.room.notice.sentence
        window.close()
        window.deleteLater()
    assert RoomName.VERIFY not in rooms[Role.TECHNICIAN] | rooms[Role.AUDITOR]
    assert {RoomName.ADMIN, RoomName.REPORTS, RoomName.EXCHANGE} <= rooms[Role.TECHNICIAN]
    assert {RoomName.ADMIN, RoomName.REPORTS} <= rooms[Role.AUDITOR]


def test_what_takes_the_keyboard_says_what_it_is(office: Office, qtbot: QtBot) -> None:
    """For a screen reader: an accessible name, a label that names it, or words of its own."""
    silent: set[str] = set()
    for role in (Role.COMMUNE_HEAD, Role.REVIEWER, Role.CLERK, Role.TECHNICIAN, Role.AUDITOR):
        window = MainWindow(office.app, Actor("ai", role))
        window.show()
        for name in window._rooms:
            window.show_room(name)
            qtbot.waitUntil(lambda now=window: now.idle, timeout=20_000)  # type: ignore[misc]
        named = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None}
        silent |= {_called(one) for one in window.findChildren(QWidget) if _is_silent(one, named)}
        window.close()
        window.deleteLater()
    assert silent == set()


_INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit)


def _is_silent(widget: QWidget, named: set[QWidget]) -> bool:
    parent = widget.parentWidget()
    around = parent.parentWidget() if parent is not None else None
    inner = isinstance(parent, QComboBox | QAbstractSpinBox) or isinstance(around, QComboBox)
    if inner or not isinstance(widget, _INPUTS) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    own = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
    return not (widget.accessibleName() or widget in named or parent in named or own)


def _called(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}"


def test_somebody_is_added_given_another_role_and_retired(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, UsersSection, qtbot)
    press(section.list.filter, Qt.Key.Key_N, CONTROL)
    new = section.new
    assert admin.focusWidget() is new.full_name
    type_text(new.full_name, "Lê Thị Hoa")
    type_text(new.name, "hoa")
    type_text(new.passphrase, GIVEN)
    type_text(new.again, "gió bấc mưa phún")
    press(new.again, Qt.Key.Key_Return)
    assert "không giống nhau" in said_of(admin)
    new.again.clear()
    type_text(new.again, GIVEN)
    press(new.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã thêm Lê Thị Hoa" in said_of(admin), timeout=10_000)
    qtbot.waitUntil(lambda: admin.idle)
    press(section.list.filter, Qt.Key.Key_F, CONTROL)
    type_text(section.list.filter, "le thi hoa")
    press(section.list.filter, Qt.Key.Key_Return)
    chosen = section.chosen
    assert chosen.user is not None
    assert chosen.user.name == "hoa"
    chosen.role.setCurrentIndex(chosen.role.findData(Role.REVIEWER))
    press(chosen.assign, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "người duyệt" in said_of(admin), timeout=10_000)
    qtbot.waitUntil(lambda: admin.idle)
    press(chosen.retire, Qt.Key.Key_Space)
    notice = room_of(admin).notice
    assert "Cho Lê Thị Hoa nghỉ?" in notice.sentence
    assert admin.focusWidget() is notice.button, "it is asked once more"
    press(notice.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "đã nghỉ" in said_of(admin), timeout=10_000)
    qtbot.waitUntil(lambda: admin.idle)
    users = {one.name: one for one in admin._frame.app.users.all(actor=admin._frame.actor)}
    assert (users["hoa"].role, users["hoa"].retired_at is not None) == (Role.REVIEWER, True)
    assert chosen.user is None, "nothing can be done to who does not log in any more"


def test_the_only_head_cannot_be_retired_and_is_told_why(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, UsersSection, qtbot)
    section.list.select("lan")
    press(section.chosen.retire, Qt.Key.Key_Space)
    press(room_of(admin).notice.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Cho Nguyễn Thị Lan nghỉ?" not in said_of(admin), timeout=10_000)
    assert "lãnh đạo" in said_of(admin)


def test_ones_own_passphrase_is_changed_for_the_old_one(
    admin: MainWindow, founded: tuple[App, Actor], qtbot: QtBot
) -> None:
    section = come_to(admin, OwnPassphraseSection, qtbot)
    for old, told in (("sai mật khẩu rồi", "không đúng"), (PASSPHRASE, "Đã đổi mật khẩu")):
        type_text(section.old, old)
        type_text(section.new, "mây trắng đầu non")
        type_text(section.again, "mây trắng đầu non")
        press(section.again, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda now=told: now in said_of(admin), timeout=15_000)  # type: ignore[misc]
        assert (section.old.text(), section.new.text()) == ("", "")
    app, lan = founded
    app.users.change_passphrase("mây trắng đầu non", PASSPHRASE, actor=lan)


def test_a_backup_is_made_as_a_job_and_told(admin: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    section = come_to(admin, BackupSection, qtbot)
    press(section.card.place.line, Qt.Key.Key_Return, CONTROL)
    assert "Xin chọn thư mục" in said_of(admin)
    type_text(section.card.place.line, str(tmp_path / "usb"))
    press(section.card.place.line, Qt.Key.Key_Return, CONTROL)
    (job,) = admin.jobs.all
    qtbot.waitUntil(lambda: job.stage is JobStage.DONE, timeout=20_000)
    assert "Đã sao lưu" in said_of(admin)
    qtbot.waitUntil(lambda: admin.idle)
    assert "hôm nay" in section.card.remark.text()
    assert admin._frame.preferences.now.backup_place == str(tmp_path / "usb")


def test_a_backup_that_fails_says_why(admin: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    admin.show_room(RoomName.EXCHANGE)
    section = come_to(admin, HandOnSection, qtbot)
    section.card.place.line.clear()
    type_text(section.card.place.line, str(tmp_path / "file" / "usb"))
    press(section.card.place.line, Qt.Key.Key_Return)
    (job,) = admin.jobs.all
    qtbot.waitUntil(lambda: job.stage is JobStage.FAILED, timeout=20_000)
    assert job.said
    assert said_of(admin) == job.said
    assert section.card.button.isEnabled()


def test_a_sound_store_is_said_to_be_so_and_a_wrong_anchor_is_told(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, StoreCheckSection, qtbot)
    press(section.button, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "nguyên vẹn" in said_of(admin), timeout=20_000)
    section.anchors.setPlainText("AAAA BBBB")
    press(section.button, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "Mã chốt thứ 1" in said_of(admin), timeout=20_000)
    section.anchors.clear()
    press(section.rebuild_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "chỉ mục tìm kiếm cho 0" in said_of(admin), timeout=20_000)


def test_the_log_is_filtered_without_marks(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, LogSection, qtbot)
    qtbot.waitUntil(lambda: len(section.list.shown()) > 1, timeout=10_000)
    everything = len(section.list.shown())
    type_text(section.list.filter, "them nguoi dung minh")
    qtbot.waitUntil(lambda: 0 < len(section.list.shown()) < everything, timeout=10_000)
    assert {cells[4] for cells in section.list.shown()} == {"thêm người dùng"}
    section.list.filter.clear()
    type_text(section.list.filter, "zzz")
    qtbot.waitUntil(lambda: section.list.shown() == [], timeout=10_000)


def test_the_log_shows_the_end_of_an_identifier_and_knows_all_of_it(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, LogSection, qtbot)
    subject = "01a21abb-1d00-72d8-acf2-05fa4a5c5500"
    entry = AuditEntry(7, datetime(2026, 11, 27, tzinfo=UTC), HEAD, "page-captured", subject, {})
    section._take(_lines([entry], {}))
    qtbot.waitUntil(lambda: len(section.list.shown()) == 1, timeout=10_000)
    assert section.list.shown()[0][-1] == "…4a5c5500"
    model = section.list.view.model()
    last = model.index(0, model.columnCount() - 1)
    assert subject in last.data(Qt.ItemDataRole.ToolTipRole)
    type_text(section.list.filter, "01a21abb-1d00")
    qtbot.wait(300)
    assert len(section.list.shown()) == 1, "it is found by all of it"


def test_a_unit_is_added_renamed_and_dissolved(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, UnitsSection, qtbot)
    press(section.list.filter, Qt.Key.Key_N, CONTROL)
    type_text(section.new.name, "UBND xã Yên Trạch")
    type_text(section.new.since, "ngày nào đó")
    press(section.new.since, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said_of(admin)), timeout=10_000)
    assert section.new.name.text() == "UBND xã Yên Trạch", "what was typed stays"
    section.new.since.clear()
    press(section.new.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã thêm" in said_of(admin) and admin.idle, timeout=10_000)
    section.list.view.selectRow(0)
    type_text(section.other.name, "UBND xã Phú Lương")
    type_text(section.other.since, "01/07/2025")
    press(section.other.rename, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "tên mới" in said_of(admin) and admin.idle, timeout=10_000)
    assert section.list.shown()[0][0] == "UBND xã Phú Lương ← UBND xã Yên Trạch"
    press(section.other.dissolve, Qt.Key.Key_Space)
    assert "ngày giải thể" in said_of(admin)
    type_text(section.other.since, "01/07/2026")
    press(section.other.dissolve, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Đã ghi ngày giải thể" in said_of(admin) and admin.idle, timeout=10_000)
    (unit,) = admin._frame.app.units.all(actor=admin._frame.actor)
    assert unit.span.end == "2026-07-01"


def test_scan_settings_are_locked_set_free_and_removed(admin: MainWindow, qtbot: QtBot) -> None:
    app, lan = admin._frame.app, admin._frame.actor
    ready = app.scan_profiles.all(actor=lan)[0]
    app.scan_profiles.save("Phòng một cửa", ready.settings, actor=lan)
    section = come_to(admin, ScanSettingsSection, qtbot)
    section.list.select(ready.name)
    assert not section.lock.isVisible(), "what comes with the program stays as it is"
    section.list.select("Phòng một cửa")
    press(section.lock, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Đã khóa" in said_of(admin) and admin.idle, timeout=10_000)
    assert app.scan_profiles.named("Phòng một cửa", actor=lan).locked
    press(section.lock, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Đã bỏ khóa" in said_of(admin) and admin.idle, timeout=10_000)
    press(section.remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Đã xóa" in said_of(admin) and admin.idle, timeout=10_000)
    assert all(cells[0] != "Phòng một cửa" for cells in section.list.shown())


def test_settings_count_at_once(admin: MainWindow, qtbot: QtBot) -> None:
    section = come_to(admin, WindowSettingsSection, qtbot)
    press(section.scheme, Qt.Key.Key_Return, CONTROL)
    assert "đang được dùng" in said_of(admin)
    press(section.scheme, Qt.Key.Key_Down)
    section.idle.setValue(9)
    press(section.idle, Qt.Key.Key_Return, CONTROL)
    assert (admin.reopens, admin.isVisible()) == (True, False)
    now = admin._frame.preferences.now
    assert (now.scheme, now.idle_minutes) == (SchemeChoice.DARK, 9)
    assert isinstance(now.scheme, SchemeChoice)


def test_the_register_is_printed_and_the_day_is_anchored(
    admin: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    admin.show_room(RoomName.REPORTS)
    register = come_to(admin, CopyRegisterSection, qtbot)
    press(register.list.filter, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(said_of(admin)), timeout=10_000)
    assert "Đã in sổ" in said_of(admin)
    assert [path.suffix for path in tmp_path.glob("*.pdf")] == [".pdf"]
    sheet = come_to(admin, DaySheetSection, qtbot)
    press(sheet.button, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(sheet.letters.text()), timeout=10_000)
    found = admin._frame.app.upkeep.check([sheet.letters.text()], actor=admin._frame.actor)
    assert found == ()
