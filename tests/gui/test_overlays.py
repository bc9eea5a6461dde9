"""Command palette, sheet of keys and jobs panel: made from what is bound, done by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.gui.frame.commands import Command, nearest
from hrdigitize.gui.frame.jobs import Jobs, JobStage
from hrdigitize.gui.frame.jobs_panel import JobsChip, JobsPanel
from hrdigitize.gui.frame.rail import Rail
from hrdigitize.gui.frame.room import Room, RoomName, RoomPage
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import DOCUMENT, Office
from tests.gui.quality import put_namesakes
from tests.gui.typing_hands import Hands, press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on screen with the keyboard in it, nothing to wait for."""
    window = MainWindow(office.app, Actor("binh", Role.REVIEWER), lockable=True)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


def test_the_palette_does_what_is_typed_without_marks(shown: MainWindow, qtbot: QtBot) -> None:
    palette = shown.overlays.palette
    press(shown, Qt.Key.Key_K, CONTROL)
    assert palette.isVisible()
    assert QApplication.focusWidget() is palette.line or shown.focusWidget() is palette.line
    type_text(palette.line, "den phan in an")
    assert palette.shown()[0] == "Đến phần In ấn"
    press(palette.line, Qt.Key.Key_Return)
    assert shown.room_name is RoomName.PRINT
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: shown.idle)


def test_what_cannot_be_done_now_is_left_out_and_comes_when_it_can(window: MainWindow, hands: Hands) -> None:
    palette = window.overlays.palette
    palette.open()
    assert "Để trống: giấy không ghi" in palette.shown()
    assert "Duyệt tài liệu" not in palette.shown(), "its button is disabled"
    assert "In phiếu của tài liệu này" not in palette.shown(), "its button is not shown"
    palette.dismiss()
    hands.settle_everything()
    palette.open()
    assert "Duyệt tài liệu" in palette.shown()
    palette.dismiss()


def test_down_and_up_choose_and_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    palette, editor = window.overlays.palette, window.verify.card.editor
    editor.setFocus()
    press(window, Qt.Key.Key_K, CONTROL)
    press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 1
    press(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is editor


def test_a_paper_is_found_by_its_name_and_opened(shown: MainWindow, qtbot: QtBot) -> None:
    shown.show_room(RoomName.PRINT)
    palette = shown.overlays.palette
    palette.open()
    type_text(palette.line, "hoai thuong")
    qtbot.waitUntil(
        lambda: any("NGUYỄN THỊ HOÀI THƯƠNG" in words for words in palette.shown()), timeout=5_000
    )
    press(palette.line, Qt.Key.Key_Return)
    assert shown.room_name is RoomName.VERIFY
    qtbot.waitUntil(lambda: shown.idle)
    assert shown.session.state is not None
    assert shown.session.state.document.id == DOCUMENT


def test_papers_of_one_name_are_told_apart(
    shown: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    put_namesakes(office.app, scans, "VŨ CẨM PHẤN")
    palette = shown.overlays.palette
    palette.open()
    type_text(palette.line, "vu cam phan")
    qtbot.waitUntil(lambda: len(palette.shown()) >= 2, timeout=5_000)
    papers = [words for words in palette.shown() if words.startswith("VŨ CẨM PHẤN")]
    assert [scan.name in words for scan, words in zip(scans, papers, strict=True)] == [True, True]
    palette.dismiss()


def test_what_is_nearest_to_the_typed_words_comes_first() -> None:
    said = ("Xem lan can", "Lân cận · 1970", "Đỗ Phượng Gấm", "LAN · 1980", "Lan Anh")
    commands = [Command(words, "", "", lambda: None) for words in said]
    assert [one.words for one in nearest(commands, "lan")] == [
        "LAN · 1980",
        "Lân cận · 1970",
        "Lan Anh",
        "Xem lan can",
        "Đỗ Phượng Gấm",
    ]
    assert [one.words for one in nearest(commands, "")] == list(said), "nothing typed: as they stood"


def test_nothing_found_is_said(shown: MainWindow) -> None:
    palette = shown.overlays.palette
    palette.open()
    type_text(palette.line, "không có việc nào như thế")
    assert palette.shown() == []
    assert palette._nothing.isVisible()
    palette.dismiss()


def test_the_sheet_has_every_key_of_the_window_and_of_the_room(shown: MainWindow) -> None:
    sheet = shown.overlays.sheet
    press(shown, Qt.Key.Key_F1)
    assert sheet.isVisible()
    groups = {group.title: dict(group.keys) for group in sheet.shown()}
    assert list(groups)[:2] == ["Kiểm tra", "Mọi phần"]
    assert groups["Kiểm tra"]["Ctrl+D"] == "Duyệt tài liệu", "also what can do nothing now"
    assert groups["Kiểm tra"]["Tab, Shift+Tab"] == "Trường sau, trường trước", "what the foot tells"
    assert {"F1", "Ctrl+K", "Ctrl+Shift+J", "Ctrl+L", "Ctrl+4"} <= set(groups["Mọi phần"])
    bound = [key for group in sheet.shown() for key, _ in group.keys]
    assert "" not in bound
    type_text(sheet.line, "duyet")
    assert [words for group in sheet.shown() for _, words in group.keys] == ["Duyệt tài liệu"]
    press(sheet.line, Qt.Key.Key_F1)
    assert not sheet.isVisible()


def test_no_key_means_two_things_in_one_place(shown: MainWindow) -> None:
    """Two actions on one key are ambiguous: Qt does neither."""
    for name in list(shown._rooms):
        shown.show_room(name)
    shown.overlays.sheet.open()
    keys = {group.title: {key for key, _ in group.keys} for group in shown.overlays.sheet.shown()}
    everywhere = keys.pop("Mọi phần")
    assert keys
    assert {title: twice for title, own in keys.items() if (twice := own & everywhere)} == {}
    shown.overlays.dismiss()


class TestJobs:
    @pytest.fixture
    def jobs(self, dressed: QApplication) -> Jobs:
        return Jobs()

    @pytest.fixture
    def seconds(self) -> list[float]:
        return [0.0]

    @pytest.fixture
    def panel(self, jobs: Jobs, seconds: list[float], shown: MainWindow) -> JobsPanel:
        return JobsPanel(shown, jobs, lambda: seconds[0])

    def test_how_far_and_how_long_still(self, jobs: Jobs, panel: JobsPanel, seconds: list[float]) -> None:
        job = jobs.start("Đọc 40 trang")
        row = panel.row(job)
        assert row.said.text() == "Đang làm…"
        job.progress(0, 40)
        assert row.said.text() == "0/40"
        seconds[0] = 60.0
        job.progress(10, 40)
        assert row.remaining() == pytest.approx(180.0)
        assert row.said.text() == "10/40 · còn khoảng 3 phút"
        seconds[0] = 61.0
        job.progress(39, 40)
        assert "còn dưới 1 phút" in row.said.text()
        of_pages = jobs.start("Đọc đợt quét", unit="trang")
        of_pages.progress(0, 118)
        assert panel.row(of_pages).said.text() == "0/118 trang"

    def test_the_keyboard_gives_one_up_and_clears_what_ended(self, jobs: Jobs, panel: JobsPanel) -> None:
        given_up: list[int] = []
        job = jobs.start("In 30 phiếu", cancel=lambda: given_up.append(1))
        other = jobs.start("Sao lưu")
        panel.open()
        press(panel.row(job).cancel_button, Qt.Key.Key_Space)
        assert (given_up, job.stage) == ([1], JobStage.CANCELLED)
        assert not panel.row(job).cancel_button.isVisible()
        assert not panel.row(other).cancel_button.isVisible(), "what cannot be given up has no button"
        press(panel.clear_button, Qt.Key.Key_Space)
        assert jobs.all == (other,)
        press(panel, Qt.Key.Key_Escape)
        assert not panel.isVisible()

    def test_a_fault_is_told_where_the_job_stands(self, jobs: Jobs, panel: JobsPanel) -> None:
        job = jobs.start("Sao lưu")
        job.fail("Đĩa đã đầy.")
        assert panel.row(job).said.text() == "Đĩa đã đầy."

    def test_the_chip_is_there_while_there_is_something_to_say(self, jobs: Jobs) -> None:
        chip = JobsChip(jobs)
        assert chip.isHidden()
        job = jobs.start("Sao lưu")
        assert not chip.isHidden()
        assert chip.text().startswith("Đang chạy: 1")
        job.fail("Đĩa đã đầy.")
        assert chip.text().startswith("Lỗi: 1 việc")
        jobs.forget_ended()
        assert chip.isHidden()
        chip.deleteLater()


def test_the_key_opens_the_panel_and_tab_stays_in_it(shown: MainWindow) -> None:
    shown.jobs.start("Đọc", cancel=lambda: None)
    press(shown, Qt.Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    panel = shown.overlays.jobs
    assert panel.isVisible()
    for _ in range(5):
        press(shown.focusWidget(), Qt.Key.Key_Tab)
        assert panel.isAncestorOf(shown.focusWidget())
    press(shown, Qt.Key.Key_J, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not panel.isVisible()


def test_nine_rooms_and_the_foot_fit_a_low_window(dressed: QApplication, qtbot: QtBot) -> None:
    keys = [key for key in Key if key.name.startswith("ROOM_")]
    named = zip(RoomName, keys, strict=True)
    rooms = [Room(name, "Kiểm tra", "verify", key, lambda _: RoomPage()) for name, key in named]
    rail = Rail(rooms, "Trần Văn Bình", lockable=True)
    qtbot.addWidget(rail)
    jobs = Jobs()
    rail.add_to_foot(JobsChip(jobs))
    jobs.start("Sao lưu")
    rail.say_backup(date(2026, 1, 1), date(2026, 3, 3))
    rail.show()
    rail.resize(rail.width(), 700)
    assert "Quá 7 ngày" in rail.backup.text()
    rail.resize(rail.width(), 480)
    QApplication.processEvents()
    rail.resize(rail.width(), 480)
    assert rail.minimumSizeHint().height() <= 480
    assert rail.backup.text() == "⚠ 01/01/2026"
    assert "Quá 7 ngày" in rail.backup.toolTip()
    rail.close()
