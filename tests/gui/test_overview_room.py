"""The room "Tổng quan": every number opens a list that is as long as it says; the plan is made here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.overview import By, Queue
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.overview.room import OverviewRoom
from hrdigitize.gui.plan import rooms
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.dossiers_made_up import put_cadre
from tests.gui.typing_hands import press

CONTROL = Qt.KeyboardModifier.ControlModifier


def _window(office: Office, actor: Actor, qtbot: QtBot) -> MainWindow:
    window = MainWindow(office.app, actor)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    window.show_room(RoomName.OVERVIEW)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    return window


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    for name, birth, sex, level in (
        ("TRẦN AN", "1990-01-02", "Nam", "Đại học"),
        ("LÊ BÌNH", "1969-05-05", "Nữ", "Thạc sĩ"),
        ("VŨ CƯỜNG", "1992", "Nam", "Quản trị"),
    ):
        facts = {"full_name": name, "birth_date": birth, "gender": sex, "highest_qualification": level}
        put_cadre(office.app, facts)
    shown = _window(office, REVIEWER, qtbot)
    yield shown
    shown.close()
    shown.deleteLater()


def room_of(window: MainWindow) -> OverviewRoom:
    page = window.page(RoomName.OVERVIEW)
    assert isinstance(page, OverviewRoom)
    return page


def test_every_bar_opens_a_list_as_long_as_it_says(window: MainWindow, qtbot: QtBot) -> None:
    room = room_of(window)
    assert {by: sum(row.count for row in chart.rows) for by, chart in room.charts.items()} == {
        By.AGE: 3,
        By.SEX: 3,
        By.QUALIFICATION: 3,
    }
    for by, chart in room.charts.items():
        for row in chart.rows:
            window.show_room(RoomName.OVERVIEW)
            qtbot.waitUntil(lambda: window.idle, timeout=20_000)
            press(row, Qt.Key.Key_Space)
            qtbot.waitUntil(lambda: window.idle, timeout=20_000)
            assert window.room is window.dossiers
            assert len(window.dossiers.list.cadres) == row.count, f"{by}: {row.key}"


def test_up_and_down_go_from_bar_to_bar(window: MainWindow) -> None:
    rows = room_of(window).charts[By.AGE].rows
    rows[0].setFocus()
    press(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()


def test_papers_that_wait_are_listed_and_enter_opens_one_at_the_desk(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    room = room_of(window)
    tile = room.queues[Queue.TO_VERIFY]
    assert tile.number == 1
    press(tile, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert room.waiting.list.count() == tile.number
    press(room.waiting.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle and window.session.state is not None, timeout=20_000)
    assert window.room is window.page(RoomName.VERIFY)
    assert window.session.state is not None
    assert window.session.state.document.id == office.document


def test_a_batch_to_be_read_opens_where_it_is_read(
    window: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    batch = office.app.intake.capture(scans[:1], actor=CLERK).batch
    room = room_of(window)
    press(room.queues[Queue.TO_READ], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    places = [
        room.waiting.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(room.waiting.list.count())
    ]
    room.waiting.list.setCurrentRow(places.index(batch))
    press(room.waiting.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    intake = window.page(RoomName.INTAKE)
    assert isinstance(intake, IntakeRoom)
    assert window.room is intake
    assert intake.session.batch == batch


def test_who_may_not_read_is_told_who_does(office: Office, scans: tuple[Path, Path], qtbot: QtBot) -> None:
    office.app.intake.capture(scans[:1], actor=CLERK)
    window = _window(office, Actor("lan", Role.COMMUNE_HEAD), qtbot)
    room = room_of(window)
    press(room.queues[Queue.TO_READ], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    press(room.waiting.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert window.room is room
    assert any(
        "Tiếp nhận" in label.text() for label in room.waiting.findChildren(QLabel) if label.isVisible()
    )
    window.close()
    window.deleteLater()


def test_what_is_put_by_is_listed_with_its_reason(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    office.app.holding.hold(office.document, HoldReason.MISSING_PAGE, actor=CLERK)
    window.ways.changed.emit()
    room = room_of(window)
    qtbot.waitUntil(lambda: room.queues[Queue.HELD].number == 1, timeout=20_000)
    assert room.queues[Queue.TO_VERIFY].number == 0
    press(room.queues[Queue.HELD], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert "Thiếu trang" in room.waiting.list.item(0).text()


def test_an_empty_list_says_so_and_esc_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    room = room_of(window)
    tile = room.queues[Queue.TO_APPROVE]
    press(tile, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert room.waiting.empty.text() == "Không có tài liệu nào chờ duyệt."
    press(room.waiting.back_button, Qt.Key.Key_Escape)
    assert room.stack.currentWidget() is not room.waiting


def test_numbers_follow_what_happens_in_the_store(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    room = room_of(window)
    for path in office.app.desk.open(office.document, actor=CLERK).open_paths():
        office.app.desk.answer(office.document, path, "", State.BLANK, actor=CLERK)
    window.ways.changed.emit()
    qtbot.waitUntil(lambda: room.queues[Queue.TO_APPROVE].number == 1, timeout=20_000)
    assert room.queues[Queue.TO_VERIFY].number == 0


def test_a_correction_that_waits_opens_the_dossiers_that_have_one(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    cadre = put_cadre(office.app, {"full_name": "ĐỖ DUNG"})
    office.app.corrections.ask(
        cadre, FieldPath("full_name"), "ĐỖ DŨNG", State.VALUE, "Giấy khai sinh", actor=CLERK
    )
    window.ways.changed.emit()
    room = room_of(window)
    qtbot.waitUntil(lambda: room.to_correct.number == 1, timeout=20_000)
    press(room.to_correct, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert [one.cadre for one in window.dossiers.list.cadres] == [cadre]


def test_a_plan_is_made_at_the_keyboard(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    room = room_of(window)
    assert "Chưa có kế hoạch" in room.progress.words.text()
    press(room, Qt.Key.Key_H, CONTROL)
    assert room.progress.dossiers.hasFocus()
    room.progress.dossiers.setValue(50)
    room.progress.until.setDate(QDate(2026, 12, 31))
    press(room.progress.dossiers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle and room.progress.bar.isVisible(), timeout=20_000)
    plan = office.app.overview.glance(actor=CLERK).progress.plan
    assert plan is not None
    assert (plan.dossiers, plan.until) == (50, date(2026, 12, 31))
    assert "Kế hoạch: 50 hồ sơ đến hết 31/12/2026" in room.progress.words.text()


def test_a_plan_that_makes_no_sense_is_refused_and_what_was_typed_stays(
    window: MainWindow, qtbot: QtBot
) -> None:
    room = room_of(window)
    press(room, Qt.Key.Key_H, CONTROL)
    room.progress.until.clearMinimumDate()
    room.progress.until.setDate(QDate(2020, 1, 1))
    press(room.progress.dossiers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "sau ngày hôm nay" in room.notice.sentence, timeout=20_000)
    assert room.progress.form.isVisible()


def test_a_clerk_sees_the_numbers_and_makes_no_plan(office: Office, qtbot: QtBot) -> None:
    window = _window(office, CLERK, qtbot)
    room = room_of(window)
    assert room.queues[Queue.TO_VERIFY].number == 1
    assert room.progress.plan_button.isHidden()
    press(room, Qt.Key.Key_H, CONTROL)
    assert room.progress.form.isHidden()
    assert "chưa sao lưu" in room.backup.text().lower()
    window.close()
    window.deleteLater()


def test_who_sees_no_dossier_has_neither_room(office: Office) -> None:
    auditor = Actor("Vũ Thị Kiểm", Role.AUDITOR)
    seen = {room.name for room in rooms() if room.is_for(auditor)}
    assert not seen & {RoomName.OVERVIEW, RoomName.DOSSIERS}
