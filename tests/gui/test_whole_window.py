"""The window on the real program: open, verify, approve, print; and what happens when it goes wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFrame, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentStatus, FieldPath, StoredDocument
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.window import ASKING, MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.keyboard import FlashWatch
from tests.gui.typing_hands import Hands, current, press, type_text

BIRTH, ETHNICITY, RELIGION, RANK = (FieldPath(key) for key in made_up.DOUBTFUL_KEYS)
MAJOR = FieldPath("major", "training", 1)


def state_of(window: MainWindow) -> StoredDocument:
    assert window.session.state is not None
    return window.session.state.document


def test_the_desk_opens_on_the_first_doubtful_field(window: MainWindow) -> None:
    verify = window.verify
    assert current(window) == BIRTH
    assert verify.card.editor.toPlainText() == "O6 tháng 07 năm 1970"
    assert "Máy đọc chưa chắc chắn" in verify.card.said
    assert verify.card.crop.shows_crop
    assert verify.pages.view.lit_box == made_up.reading().fields["birth_date"].box
    assert verify.fields.boxes[BIRTH].is_current
    assert verify.fields.boxes[BIRTH].entry.mark is Mark.DOUBTFUL
    assert "5" in verify.progress
    assert not verify.approve_button.isEnabled()
    assert verify.approve_button.toolTip() == "Xin kiểm tra hết trước khi duyệt"


def test_from_open_to_verify_to_approve_to_print(
    window: MainWindow, hands: Hands, office: Office, qtbot: QtBot
) -> None:
    hands.settle_everything()
    stored = office.app.desk.open(office.document, actor=CLERK)
    assert stored.open_paths() == ()
    assert stored.answer(BIRTH).value == "1970-07-06"
    assert stored.answer(ETHNICITY).text == "Tày"
    assert stored.answer(RELIGION).state is State.BLANK
    assert stored.answer(RANK).text == "01.003"
    assert stored.answer(MAJOR).text == "Kinh tế nông nghiệp"
    assert window.verify.approve_button.isEnabled()

    hands.approve()
    assert office.app.desk.open(office.document, actor=CLERK).status is DocumentStatus.APPROVED
    assert "Đã duyệt" in window.verify.notice.sentence
    assert window.verify.card.editor.isReadOnly()

    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hands.rest()
    printed = list(office.folder.glob("*.pdf"))
    assert [path.name for path in printed] == ["Phiếu 2C - NGUYỄN THỊ HOÀI THƯƠNG.pdf"]
    assert window.room is window.prints
    assert window.prints.shows_profile
    qtbot.waitUntil(lambda: window.prints.pdf.status() is QPdfDocument.Status.Ready)
    assert window.prints.pdf.pageCount() > 0
    first_page = " ".join(window.prints.pdf.getAllText(0).text().split())
    assert "NGUYỄN THỊ HOÀI THƯƠNG" in first_page


def test_enter_goes_through_the_doubtful_fields_in_the_order_of_the_form(
    window: MainWindow, hands: Hands
) -> None:
    visited = []
    for _ in range(5):
        visited.append(current(window))
        hands.press(Qt.Key.Key_F4)
    hands.rest()
    assert visited == [BIRTH, ETHNICITY, RELIGION, RANK, MAJOR]
    assert window.verify.pages.page_number == 2, "the last doubtful field stands on the second page"


def test_tab_visits_every_field_without_answering(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Tab)
    assert current(window) == FieldPath("gender")
    hands.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert current(window) == BIRTH
    hands.rest()
    assert state_of(window).verifications == {}


def test_an_emptied_field_needs_one_of_the_two_other_answers(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.type("")
    hands.press(Qt.Key.Key_Delete)
    hands.enter()
    assert current(window) == BIRTH
    assert "F3" in window.verify.card.said
    assert not window.verify.card.editor.placeholderText(), "nobody said yet that the paper is blank"
    hands.press(Qt.Key.Key_F4)
    hands.rest()
    assert office.app.desk.open(office.document, actor=CLERK).answer(BIRTH).state is State.ILLEGIBLE


def test_the_last_answer_can_be_taken_back(window: MainWindow, hands: Hands, office: Office) -> None:
    hands.type("06/07/1970")
    hands.enter()
    hands.rest()
    hands.press(Qt.Key.Key_F5)
    hands.rest()
    assert current(window) == BIRTH
    assert window.verify.card.editor.toPlainText() == "O6 tháng 07 năm 1970"
    assert BIRTH in office.app.desk.open(office.document, actor=CLERK).open_paths()


def test_what_was_typed_counts_when_the_person_turns_elsewhere(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.type("06/07/1970")
    hands.press(Qt.Key.Key_Tab)
    assert current(window) == FieldPath("gender")
    window.session.select(ETHNICITY)
    hands.type("Tày")
    window.verify.fields.boxes[RANK].picked.emit(RANK)
    hands.type("01.003")
    window.close()
    hands.rest()
    stored = office.app.desk.open(office.document, actor=REVIEWER)
    assert [stored.answer(path).text for path in (BIRTH, ETHNICITY, RANK)] == ["06/07/1970", "Tày", "01.003"]


def test_approving_waits_for_what_was_typed_last(window: MainWindow, hands: Hands, office: Office) -> None:
    hands.settle_everything()
    window.session.select(ETHNICITY)
    hands.type("Nùng")
    hands.approve()
    assert state_of(window).status is DocumentStatus.VERIFIED
    assert "Xin nhấn Ctrl+D để duyệt" in window.verify.notice.sentence
    hands.approve()
    stored = office.app.desk.open(office.document, actor=REVIEWER)
    assert (stored.status, stored.answer(ETHNICITY).text) == (DocumentStatus.APPROVED, "Nùng")


def test_an_approved_document_is_reopened_corrected_and_approved_again(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.settle_everything()
    hands.approve()
    window.session.select(FieldPath("gender"))
    assert "F5" in window.verify.card.said
    hands.press(Qt.Key.Key_F5)
    hands.rest()
    assert current(window) == FieldPath("gender")
    assert not window.verify.card.editor.isReadOnly()
    assert not window.verify.notice.isVisible(), "it still said that the document is approved"
    hands.type("Nam")
    hands.enter()
    hands.rest()
    hands.approve()
    stored = office.app.desk.open(office.document, actor=REVIEWER)
    assert stored.status is DocumentStatus.APPROVED
    assert stored.answer(FieldPath("gender")).text == "Nam"


def test_warnings_stand_above_the_fields_and_lead_to_them(window: MainWindow, hands: Hands) -> None:
    hands.type("06/07/1970")
    hands.enter()
    window.session.select(FieldPath("recruitment_date"))
    assert window.verify.fields.findings.sentences == []
    hands.type("01/09/1960")
    hands.enter()
    hands.rest()
    findings = window.verify.fields.findings
    assert findings.isVisible()
    assert any(sentence.startswith("Ngày tuyển dụng") for sentence in findings.sentences)
    shown = [row for row in findings.findChildren(QFrame, "FindingRow") if row.isVisible()]
    assert len(shown) == len(findings.sentences)
    hands.press(Qt.Key.Key_F6)
    assert window.session.state is not None
    assert current(window) in {placed.entry.path for placed in window.session.state.placed_findings()}


def test_opening_a_document_with_warnings_leaves_the_keyboard_where_it_is(
    window: MainWindow, hands: Hands, office: Office, dressed: QApplication, qtbot: QtBot
) -> None:
    hands.type("06/07/1970")
    hands.enter()
    window.session.select(FieldPath("recruitment_date"))
    hands.type("01/09/1960")
    hands.enter()
    hands.rest()
    with FlashWatch(dressed) as watch:
        second = MainWindow(office.app, REVIEWER)
        qtbot.addWidget(second)
        second.open_document(office.document)
        second.show()
        qtbot.waitUntil(lambda: second.verify.fields.findings.isVisible() and second.idle)
    assert watch.flashed == []
    second.close()


def test_the_first_field_shows_its_heading(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(RANK)
    window.session.select(FieldPath("managing_agency"))
    qtbot.waitUntil(lambda: window.verify.fields.verticalScrollBar().value() == 0)


def test_a_click_on_the_page_or_in_the_list_makes_a_field_current(window: MainWindow) -> None:
    box = made_up.reading().fields["native_place"].box
    window.verify.pages.view.place_picked.emit(box.x + 5.0, box.y + 5.0)
    assert current(window) == FieldPath("native_place")
    window.verify.fields.boxes[RANK].picked.emit(RANK)
    assert current(window) == RANK


def test_a_row_that_the_machine_missed_is_added(window: MainWindow, hands: Hands, office: Office) -> None:
    window.session.select(MAJOR)
    hands.press(Qt.Key.Key_F7)
    added = FieldPath("school", "training", 2)
    assert current(window) == added
    assert window.verify.fields.boxes[added].is_current
    hands.type("Trường Chính trị tỉnh Thái Nguyên")
    hands.enter()
    hands.rest()
    stored = office.app.desk.open(office.document, actor=CLERK)
    assert stored.answer(added).text == "Trường Chính trị tỉnh Thái Nguyên"


def test_documents_are_chosen_without_the_mouse(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    verify = window.verify
    window.activateWindow()
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert verify.documents.filter.hasFocus()
    type_text(verify.documents.filter, "hoai thuong")
    assert verify.documents.titles() == ["NGUYỄN THỊ HOÀI THƯƠNG"]
    press(verify.documents.filter, Qt.Key.Key_Return)
    hands.rest()
    qtbot.waitUntil(verify.card.editor.hasFocus)
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    press(verify.documents.filter, Qt.Key.Key_Escape)
    assert verify.card.editor.hasFocus()


def test_the_pages_are_turned_from_the_keyboard(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_PageDown)
    hands.rest()
    assert window.verify.pages.page_number == 2
    hands.press(Qt.Key.Key_PageDown)
    assert window.verify.pages.page_number == 2
    hands.press(Qt.Key.Key_PageUp)
    assert window.verify.pages.page_number == 1
    assert current(window) == BIRTH


def test_a_clerk_is_told_that_somebody_else_approves(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, CLERK)
    window.open_document(office.document)
    window.show()
    hands = Hands(window, qtbot)
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    hands.settle_everything()
    assert not window.verify.approve_button.isEnabled()
    assert window.verify.approve_button.toolTip() == "Chờ người có quyền duyệt"
    window.close()
    window.deleteLater()


def test_an_answer_that_cannot_be_stored_comes_back_with_a_sentence(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> StoredDocument:
        raise UserFault("store-disk-full")

    monkeypatch.setattr(type(window.session._desk), "answer", refuse)
    hands.type("06/07/1970")
    hands.enter()
    hands.rest()
    assert current(window) == BIRTH
    assert window.session.state is not None
    assert window.session.state.remaining == 5
    assert window.verify.notice.isVisible()
    assert window.verify.notice.sentence


def test_what_nobody_foresaw_gets_a_calm_dialog_without_details(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> StoredDocument:
        raise RuntimeError("NGUYỄN THỊ HOÀI THƯƠNG 034170001234")

    monkeypatch.setattr(type(window.session._desk), "answer", break_down)
    hands.press(Qt.Key.Key_F4)
    hands.rest()
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert len(boxes) == 1
    assert "034170001234" not in boxes[0].text()
    assert "Dữ liệu đã lưu vẫn an toàn" in boxes[0].text()
    assert [button.text() for button in boxes[0].buttons()] == ["Đã hiểu"]
    boxes[0].close()


def test_turning_back_at_the_file_dialog_prints_nothing(office: Office, qtbot: QtBot) -> None:
    asked: list[str] = []

    def turn_back(_parent: QWidget, name: str) -> Path | None:
        asked.append(name)
        return None

    window = MainWindow(office.app, CLERK, asking=replace(ASKING, target=turn_back))
    window.prints.show_document(office.app.desk.open(office.document, actor=CLERK), "Ai đó")
    window.prints.print_profile()
    assert asked == [], "an unapproved document has no profile"
    window.close()
    window.deleteLater()


def test_the_window_starts_with_the_work_that_waits(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, CLERK)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    assert state_of(window).id == office.document
    window.close()
    window.deleteLater()


def test_closing_while_a_page_is_still_coming_leaves_nothing_behind(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, CLERK)
    window.open_document(office.document)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is not None, timeout=20_000)
    window.close()
    window.deleteLater()


def test_it_can_be_used_on_a_small_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 540)
    qtbot.waitUntil(lambda: not window.verify.documents.isVisible())
    assert window.width() == 960
    assert window.verify.card.accept_button.visibleRegion().boundingRect().width() > 0
    fields = window.verify.fields
    assert fields.viewport().height() > 60
    # Five columns fit beside each other, none is cut off at the edge.
    qtbot.waitUntil(lambda: fields.horizontalScrollBar().maximum() == 0)
    window.verify.toggle_list()
    assert window.verify.documents.isVisible()


def test_without_a_reason_an_approved_document_stays_closed(
    window: MainWindow, hands: Hands, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.settle_everything()
    hands.approve()
    monkeypatch.setattr(window.verify, "_ask_reason", lambda _parent: None)
    window.session.select(FieldPath("gender"))
    hands.press(Qt.Key.Key_F5)
    hands.rest()
    stored = office.app.desk.open(office.document, actor=REVIEWER)
    assert stored.status is DocumentStatus.APPROVED
    assert window.verify.notice.isVisible()
