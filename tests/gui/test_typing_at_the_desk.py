"""Typing at the desk: what Enter lets through, what is offered, where keys lead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.gui.desk.other_readings import differing_part
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK, Office
from tests.gui.typing_hands import Hands, current

BIRTH, ETHNICITY = FieldPath("birth_date"), FieldPath("ethnicity")
RANK_CODE = FieldPath("rank_code")
MAJOR = FieldPath("major", "training", 1)


def test_enter_alone_does_not_let_through_what_must_be_typed(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.enter()
    assert current(window) == BIRTH
    assert "gõ lại theo giấy" in window.verify.card.said
    hands.type("31/31/1970")
    hands.enter()
    assert current(window) == BIRTH
    assert "không đúng dạng" in window.verify.card.said
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.rest()
    assert current(window) == ETHNICITY
    assert office.app.desk.open(office.document, actor=CLERK).answer(BIRTH).text == "31/31/1970"


def test_what_is_typed_without_marks_is_offered_with_them_and_taken_by_enter(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    window.session.select(ETHNICITY)
    hands.type("tay")
    offered = window.verify.suggestions
    assert offered.texts == ("Tày",)
    hands.press(Qt.Key.Key_Down)
    assert offered.chosen == "Tày"
    hands.enter()
    assert (window.verify.card.editor.toPlainText(), offered.isVisible()) == ("Tày", False)
    assert current(window) == ETHNICITY, "taken, not yet accepted"
    hands.enter()
    hands.rest()
    assert current(window) != ETHNICITY
    assert office.app.desk.open(office.document, actor=CLERK).answer(ETHNICITY).text == "Tày"


def test_suggestions_go_away_by_escape_and_are_no_hindrance_to_enter(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    place = FieldPath("birth_place")
    window.session.select(place)
    hands.type("xa yen tr")
    offered = window.verify.suggestions
    assert "xã Yên Trạch, huyện Phú Lương, tỉnh Thái Nguyên" in offered.texts
    hands.press(Qt.Key.Key_Escape)
    assert not offered.isVisible()
    hands.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered.isVisible()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    assert offered.chosen == "", "back in the editor"
    hands.enter()
    hands.rest()
    assert not offered.isVisible()
    assert office.app.desk.open(office.document, actor=CLERK).answer(place).text == "xa yen tr"


def test_what_another_reader_had_is_offered_and_taken_by_a_key(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    window.session.select(RANK_CODE)
    editor, others = window.verify.card.editor, window.verify.card.others
    assert (editor.toPlainText(), others.offered, others.isVisible()) == ("01.OO3", "01.003", True)
    seen = []
    for _ in range(4):
        hands.press(Qt.Key.Key_F10)
        seen.append((editor.toPlainText(), others.offered))
    assert seen == [("01.003", "01.OO8"), ("01.OO8", "01.OO3"), ("01.OO3", "01.003"), ("01.003", "01.OO8")]
    hands.enter()
    hands.rest()
    assert office.app.desk.open(office.document, actor=CLERK).answer(RANK_CODE).text == "01.003"
    window.session.select(RANK_CODE)
    assert (others.offered, others.isVisible()) == ("", False), "a person has said what stands there"


def test_where_the_readers_agree_no_other_reading_is_offered(window: MainWindow, hands: Hands) -> None:
    window.session.select(ETHNICITY)
    others = window.verify.card.others
    assert (others.offered, others.isVisible()) == ("", False)
    hands.press(Qt.Key.Key_F10)
    assert window.verify.card.editor.toPlainText() == "Tàv"


@pytest.mark.parametrize(
    ("text", "other", "part"),
    [
        ("Đinh Văn Bỉn", "Đinh Văn Bin", "Đinh Văn Bỉn"),
        ("", "1", ""),
        (
            "thôn Đông, xã Sao Mai, huyện Tam Nông, tỉnh Phú Thọ",
            "thôn Đông, xã Sao Mãi, huyện Tam Nông, tỉnh Phú Thọ",
            "… Đông, xã Sao Mai, huyện Tam …",
        ),
    ],
)
def test_of_a_long_reading_the_part_that_differs_is_shown(text: str, other: str, part: str) -> None:
    assert differing_part(text, other) == part


def test_the_page_keeps_still_while_it_is_frozen(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F11)
    window.session.select(MAJOR)
    assert window.verify.pages.page_number == 1
    hands.press(Qt.Key.Key_F11)
    assert window.verify.pages.page_number == 2


def test_ctrl_down_and_up_lead_to_the_pages_on_which_something_is_left(
    window: MainWindow, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (current(window), window.verify.pages.page_number) == (MAJOR, 2)
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (current(window), window.verify.pages.page_number) == (BIRTH, 1)


def test_the_next_document_opens_by_itself_until_none_waits_for_this_person(
    office: Office, qtbot: QtBot
) -> None:
    second = DocumentId("01900000-0000-7000-8000-000000000002")
    app = office.app

    def keep() -> None:
        with app.store.work(CLERK) as work:
            batch = work.documents.get(office.document).batch
            work.documents.add(second, batch, made_up.reading(), {}, at=work.at)
            work.commit("batch-read", batch)

    app.lane.run(keep)
    window = MainWindow(app, CLERK)
    window.open_document(office.document)
    window.show()
    hands = Hands(window, qtbot)
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    hands.settle_everything()
    qtbot.waitUntil(lambda: opened(window) == second, timeout=20_000)
    assert "NGUYỄN THỊ HOÀI THƯƠNG: Đã kiểm tra hết." in window.verify.notice.sentence
    hands.settle_everything()
    assert opened(window) == second, "the first one waits for whoever approves"
    assert "Đã kiểm tra hết" in window.verify.notice.sentence
    window.close()
    window.deleteLater()


def test_what_is_typed_while_the_last_answer_is_stored_is_not_lost(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    """Storing it brings a warning to look at: the desk goes there, with what was typed meanwhile kept."""
    recruited = FieldPath("recruitment_date")
    window.session.select(recruited)
    hands.type("01/09/1960")
    hands.enter()
    window.session.select(BIRTH)
    hands.type("06/07/1970")
    hands.enter()
    for _ in range(3):
        hands.press(Qt.Key.Key_F4)
    hands.enter()
    position = FieldPath("current_position")
    window.session.select(position)
    hands.type("Chủ tịch Hội Nông dân")
    hands.rest()
    assert current(window) == recruited
    stored = office.app.desk.open(office.document, actor=CLERK)
    assert stored.answer(position).text == "Chủ tịch Hội Nông dân"


def opened(window: MainWindow) -> DocumentId | None:
    return window.session.state.document.id if window.session.state is not None else None
