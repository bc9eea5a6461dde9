"""The room "Hồ sơ" on the real store, at the keyboard: search, evidence, history, corrections, duplicates."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath
from hrdigitize.gui.dossiers.room import DossiersRoom
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, DOCUMENT, REVIEWER, TickingClock
from tests.gui.dossiers_made_up import HTML_NAME, LONG_NAME, approve, put_cadre
from tests.gui.typing_hands import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NATIVE = FieldPath("native_place")
NAME = FieldPath("full_name")


@dataclass(frozen=True, slots=True)
class At:
    """A person at the keyboard of the room."""

    window: MainWindow
    room: DossiersRoom
    app: App
    cadre: CadreId
    qtbot: QtBot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.here(), key, modifier)

    def type(self, text: str) -> None:
        type_text(self.here(), text)

    def here(self) -> QWidget:
        """Where the keys go."""
        widget = QApplication.focusWidget() or self.window.focusWidget()
        assert widget is not None
        return widget

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.idle and not self.room.search.waiting, timeout=20_000)

    def open(self) -> None:
        self.window.open_cadre(self.cadre)
        self.rest()

    def to_tab(self, number: int) -> None:
        for _ in range(number):
            self.press(Qt.Key.Key_Tab, CONTROL)
        self.rest()


@pytest.fixture(scope="module")
def approved_store(filled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CadreId]:
    """The filled store with its paper approved into a record."""
    folder = tmp_path_factory.mktemp("approved") / "store"
    shutil.copytree(filled_store, folder)
    app = open_sample(folder, clock=TickingClock())
    cadre = approve(app, DOCUMENT)
    app.close()
    return folder, cadre


def _at(approved: tuple[Path, CadreId], folder: Path, actor: Actor, qtbot: QtBot) -> Iterator[At]:
    shutil.copytree(approved[0], folder)
    app = open_sample(folder, clock=TickingClock())
    window = MainWindow(app, actor, room=RoomName.DOSSIERS)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    at = At(window, window.dossiers, app, approved[1], qtbot)
    at.rest()
    yield at
    window.close()
    window.deleteLater()
    app.close()


@pytest.fixture
def at(approved_store: tuple[Path, CadreId], tmp_path: Path, qtbot: QtBot) -> Iterator[At]:
    yield from _at(approved_store, tmp_path / "store", REVIEWER, qtbot)


@pytest.fixture
def clerk(approved_store: tuple[Path, CadreId], tmp_path: Path, qtbot: QtBot) -> Iterator[At]:
    yield from _at(approved_store, tmp_path / "store", CLERK, qtbot)


def test_a_name_typed_without_marks_is_found_and_enter_opens_it(at: At) -> None:
    put_cadre(at.app, {"full_name": "TRẦN VĂN KHÁC"})
    at.type("hoai thuong")
    at.press(Qt.Key.Key_Return)  # before the answer has come
    at.rest()
    assert [one.name for one in at.room.list.cadres] == ["NGUYỄN THỊ HOÀI THƯƠNG"]
    assert at.room.session.cadre == at.cadre
    assert at.room.dossier.head.name.text() == "NGUYỄN THỊ HOÀI THƯƠNG"
    assert at.here() is at.room.dossier.record


def test_only_the_last_search_counts(at: At) -> None:
    put_cadre(at.app, {"full_name": "TRẦN VĂN KHÁC"})
    at.type("hoai")
    at.room.search.again()
    at.press(Qt.Key.Key_A, CONTROL)
    at.type("khac")
    at.room.search.again()
    at.rest()
    assert [one.name for one in at.room.list.cadres] == ["TRẦN VĂN KHÁC"]


def test_nobody_found_says_what_to_do(at: At) -> None:
    at.type("khongcoai")
    at.rest()
    assert "không dấu" in at.room.list.empty.text()
    assert at.room.list.empty.isVisible()


def test_a_value_shows_its_crop_its_history_and_its_paper(at: At) -> None:
    at.open()
    record, evidence = at.room.dossier.record, at.room.dossier.evidence
    while record.current_path != NATIVE:
        at.press(Qt.Key.Key_Down)
    at.rest()
    assert evidence.value.text() == "Xã Hòa Xá, huyện Ứng Hòa, tỉnh Hà Tây"
    assert evidence.crop.shows_crop
    assert "Mẫu 2C-BNV/2008, trang 1" in evidence.source.text()
    told = evidence.history.toPlainText()
    assert "Xã Hòa Xá" in told
    assert REVIEWER.name in told
    at.press(Qt.Key.Key_G, CONTROL)
    at.rest()
    assert at.room.dossier.stack.currentWidget() is at.room.dossier.papers
    assert at.room.dossier.papers.pages.page_number == 1


def test_a_row_of_a_table_stands_for_its_cells(at: At) -> None:
    at.open()
    record = at.room.dossier.record
    record.stand_on(FieldPath("degree", "training", 1))
    at.rest()
    assert at.room.dossier.evidence.value.text() == "Đại học"
    assert at.room.dossier.evidence.crop.shows_crop
    at.press(Qt.Key.Key_Left)
    assert "Đại học Nông Lâm Thái Nguyên" in at.room.dossier.evidence.value.text()


def test_a_plain_fact_is_corrected_and_the_old_value_stays_in_the_history(at: At) -> None:
    at.open()
    at.room.dossier.record.stand_on(NATIVE)
    at.press(Qt.Key.Key_E, CONTROL)
    form = at.room.dossier.evidence.form
    assert at.here() is form.text
    assert not form.send.isEnabled()
    at.type("Xã Hòa Phú")
    at.press(Qt.Key.Key_Return)
    at.type("Giấy khai sinh")
    at.press(Qt.Key.Key_Return)
    at.rest()
    assert "Đã sửa" in at.room.notice.sentence
    assert at.app.dossiers.open(at.cadre, actor=CLERK).cadre.text("native_place") == "Xã Hòa Phú"
    assert at.room.dossier.record.current_path == NATIVE
    told = at.room.dossier.evidence.history.toPlainText()
    assert told.index("Xã Hòa Phú") < told.index("Xã Hòa Xá")
    assert "Giấy khai sinh" in told


def test_a_clerk_asks_and_a_reviewer_decides(clerk: At) -> None:
    clerk.open()
    clerk.room.dossier.record.stand_on(NATIVE)
    clerk.press(Qt.Key.Key_E, CONTROL)
    clerk.type("Xã Hòa Phú")
    clerk.press(Qt.Key.Key_Return)
    clerk.type("Giấy khai sinh")
    clerk.press(Qt.Key.Key_Return)
    clerk.rest()
    page = clerk.room.dossier
    assert "chờ người có quyền duyệt" in clerk.room.notice.sentence
    assert page.tabs.tabText(5) == "Thay đổi (1)"
    clerk.to_tab(5)
    assert page.changes.grant_button.isHidden()
    assert page.changes.who.isVisible()
    clerk.press(Qt.Key.Key_D, CONTROL)
    clerk.rest()
    assert clerk.app.dossiers.open(clerk.cadre, actor=CLERK).corrections[0].granted is None


@pytest.mark.parametrize(("key", "granted"), [(Qt.Key.Key_D, True), (Qt.Key.Key_R, False)])
def test_what_waits_is_decided_by_a_key(at: At, key: Qt.Key, granted: bool) -> None:
    from_text = "NGUYỄN THỊ HOÀI THU"
    at.app.corrections.ask(at.cadre, NAME, from_text, State.VALUE, "Giấy khai sinh", actor=CLERK)
    at.open()
    at.to_tab(5)
    at.press(key, CONTROL)
    at.rest()
    found = at.app.dossiers.open(at.cadre, actor=CLERK)
    assert found.corrections[0].granted is granted
    assert (found.cadre.text("full_name") == from_text) is granted
    assert at.room.dossier.tabs.tabText(5) == "Thay đổi"


def test_html_in_a_name_is_shown_as_it_stands(at: At) -> None:
    cadre = put_cadre(at.app, {"full_name": HTML_NAME, "native_place": "<i>Xã</i> A"})
    at.window.open_cadre(cadre)
    at.rest()
    head = at.room.dossier.head.name
    assert head.text() == HTML_NAME
    assert head.textFormat() is Qt.TextFormat.PlainText
    at.room.dossier.record.stand_on(NATIVE)
    at.rest()
    assert at.room.dossier.evidence.value.textFormat() is Qt.TextFormat.PlainText
    assert "<i>Xã</i> A" in at.room.dossier.evidence.history.toPlainText()
    item = at.room.dossier.record.currentItem()
    assert item is not None
    QToolTip.showText(QPoint(0, 0), item.toolTip(1))
    assert "&lt;i&gt;Xã" in item.toolTip(1)
    QToolTip.hideText()


def test_a_name_of_120_characters_breaks_nothing(at: At) -> None:
    cadre = put_cadre(at.app, {"full_name": LONG_NAME})
    at.window.open_cadre(cadre)
    at.rest()
    at.window.resize(960, 540)
    at.window.grab()
    head = at.room.dossier.head
    assert head.name.width() <= at.window.width()
    assert LONG_NAME in head.name.toolTip()
    assert head.print_button.geometry().right() <= head.width()


def test_who_may_be_twice_is_merged_and_told_apart_again(at: At) -> None:
    twin = put_cadre(at.app, {"full_name": "NGUYỄN THỊ HOÀI THƯƠNG", "birth_date": "1970-07-06"})
    at.press(Qt.Key.Key_T, CONTROL)
    at.rest()
    view = at.room.duplicates
    assert view.pairs.count() == 1
    assert view.table.topLevelItemCount() > 1
    assert not view.merge_button.isEnabled()
    view.reason.setFocus()
    at.type("Quét hai lần")
    at.press(Qt.Key.Key_M, CONTROL)
    at.rest()
    assert view.pairs.count() == 0
    merges = at.app.dossiers.open(at.cadre, actor=CLERK).merges
    kept = at.app.dossiers.open(twin, actor=CLERK).cadre.id
    assert merges or kept == twin
    at.window.open_cadre(twin)
    at.rest()
    at.to_tab(5)
    page = at.room.dossier
    page.changes.list.setCurrentRow(page.changes.list.count() - 1)
    at.press(Qt.Key.Key_U, CONTROL)
    at.rest()
    assert at.app.dossiers.open(twin, actor=CLERK).cadre.id == twin
    assert at.app.dossiers.open(at.cadre, actor=CLERK).cadre.id == at.cadre
    at.press(Qt.Key.Key_T, CONTROL)
    at.rest()
    at.press(Qt.Key.Key_M, CONTROL | SHIFT)
    at.rest()
    assert at.app.duplicates.find(actor=CLERK) == ()
    at.press(Qt.Key.Key_Escape)
    assert at.room.stack.currentWidget() is page


def test_two_of_one_name_are_told_apart_by_birth_date_and_number(at: At) -> None:
    said = {"full_name": "NGUYỄN THỊ HOÀI THƯƠNG", "birth_date": "1970-07-06", "id_number": "031170001234"}
    put_cadre(at.app, said)
    at.press(Qt.Key.Key_T, CONTROL)
    at.rest()
    lines = at.room.duplicates.pairs.item(0).text().splitlines()
    assert "06/07/1970 · 031170001234" in lines
    assert lines.count("NGUYỄN THỊ HOÀI THƯƠNG") == 2


def test_a_clerk_sees_duplicates_but_decides_nothing(clerk: At) -> None:
    put_cadre(clerk.app, {"full_name": "NGUYỄN THỊ HOÀI THƯƠNG", "birth_date": "1970-07-06"})
    clerk.press(Qt.Key.Key_T, CONTROL)
    clerk.rest()
    view = clerk.room.duplicates
    assert view.pairs.count() == 1
    assert view.merge_button.isHidden()
    assert view.apart_button.isHidden()


def test_the_other_parts_of_a_dossier_come_by_ctrl_tab(at: At) -> None:
    at.open()
    page = at.room.dossier
    at.to_tab(1)
    assert page.timeline.empty.isVisible(), "the made-up periods have no value"
    at.to_tab(1)
    assert page.papers.list.count() == 1
    assert page.papers.pages.page_number == 1
    at.press(Qt.Key.Key_R, CONTROL)
    assert page.papers.pages.view.turn == 90, "the key that refuses a correction elsewhere turns a page here"
    at.to_tab(1)
    assert page.contents.inventory.topLevelItemCount() == 1
    assert "Thiếu" in page.contents.summary.text()
    at.to_tab(1)
    assert page.stack.currentWidget() is page.checks


def test_of_another_dossier_the_first_paper_is_marked(at: At) -> None:
    at.open()
    papers, dossier = at.room.dossier.papers, at.room.session.dossier
    assert dossier is not None
    another = replace(dossier.documents[0], id=DocumentId("another"))
    papers.show_papers(replace(dossier, documents=(another,)), {another.id: "Giấy khác"})
    assert [item.text().splitlines()[0] for item in papers.list.selectedItems()] == ["Giấy khác"]


def test_printing_leads_to_the_room_of_printing(at: At) -> None:
    at.open()
    wanted: list[tuple[object, str]] = []
    at.window.ways.profile.disconnect()
    at.window.ways.profile.connect(lambda document, title: wanted.append((document, title)))
    at.press(Qt.Key.Key_P, CONTROL)
    at.rest()
    assert [title for _, title in wanted] == ["NGUYỄN THỊ HOÀI THƯƠNG"]
