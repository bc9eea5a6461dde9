"""The ways of working across documents, at the keyboard: by column, blind, samples, figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.sampling import Outcome
from hrdigitize.gui.blind.blind_view import BlindView
from hrdigitize.gui.columns.column_view import ColumnView
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.figures.figures_view import FiguresView
from hrdigitize.gui.sampling.sampling_view import SamplingView
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, DOCUMENT, REVIEWER, Office
from tests.gui.quality import put_others, rest, room_of
from tests.gui.typing_hands import Hands, press, type_text

_BIRTH, _NAME = FieldPath("birth_date"), FieldPath("full_name")
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clerk_window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(office.app, CLERK)
    shown.show()
    rest(shown, qtbot)
    yield shown
    shown.close()
    shown.deleteLater()


def _columns(window: MainWindow, qtbot: QtBot) -> ColumnView:
    press(window.verify.card.editor, Qt.Key.Key_2, _ALT)
    rest(window, qtbot)
    view = room_of(window).view
    assert isinstance(view, ColumnView)
    return view


def test_the_strip_shows_what_a_role_may_use(clerk_window: MainWindow) -> None:
    assert room_of(clerk_window).strip.names == [
        "Từng tài liệu",
        "Theo cột",
        "Nhập lại lần hai",
        "Năng suất",
    ]


def test_a_column_is_worked_through_from_the_keyboard(
    window: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    others = put_others(office.app, scans[0])
    view = _columns(window, qtbot)
    editor, state = view.list.editor, view.session.state
    assert state is not None
    order = [row.cell.document for row in state.rows]
    assert order[:2] == [DOCUMENT, others[-1]], "what is doubtful, then the odd year, then the rest"
    assert state.remaining == 2
    press(editor, Qt.Key.Key_Return)
    assert (state.current, "gõ lại" in view.said) == (0, True), "red must be typed here too"
    press(editor, Qt.Key.Key_A, _CTRL)
    type_text(editor, "06/07/1970")
    press(editor, Qt.Key.Key_Return)
    assert state.current == 1, "the next row before the store has answered"
    press(editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert state.remaining == 0
    assert "Đã xem hết" in view.notice.sentence
    assert office.app.desk.open(DOCUMENT, actor=CLERK).answer(_BIRTH).text == "06/07/1970"
    assert office.app.desk.open(others[-1], actor=CLERK).verifications == {}, "looked at, nothing new said"
    assert view.list.mark_of(0) is Mark.ANSWERED
    press(editor, Qt.Key.Key_F5)
    rest(window, qtbot)
    assert (state.current, view.list.mark_of(0)) == (0, Mark.DOUBTFUL)
    assert editor.toPlainText() == "O6 tháng 07 năm 1970"


def test_of_a_long_value_the_column_shows_the_beginning(
    window: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    others = put_others(office.app, scans[0], ["13/11/1968 " + "Nơi đăng ký hộ khẩu thường trú, " * 12])
    view = _columns(window, qtbot)
    state, editor = view.session.state, view.list.editor
    assert state is not None
    view.list.picked.emit([row.cell.document for row in state.rows].index(others[0]))
    rest(window, qtbot)
    assert editor.toPlainText().startswith("13/11/1968")
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.verticalScrollBar().value() == 0
    type_text(editor, "x")
    assert editor.verticalScrollBar().value() > 0, "who types sees where"


def test_a_row_is_typed_in_place_and_kept_when_one_goes_on(
    window: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    put_others(office.app, scans[0])
    view = _columns(window, qtbot)
    editor, state = view.list.editor, view.session.state
    assert state is not None
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Down)
    assert state.current == 2
    document = state.rows[2].cell.document
    press(editor, Qt.Key.Key_A, _CTRL)
    type_text(editor, "13/11/1968")
    press(editor, Qt.Key.Key_Up)
    assert state.current == 1
    press(editor, Qt.Key.Key_F4)
    rest(window, qtbot)
    assert office.app.desk.open(document, actor=CLERK).answer(_BIRTH).text == "13/11/1968"
    odd = state.rows[1].cell.document
    assert office.app.desk.open(odd, actor=CLERK).answer(_BIRTH).state is State.ILLEGIBLE
    press(editor, Qt.Key.Key_O, _CTRL)
    rest(window, qtbot)
    assert room_of(window).view is None
    assert window.session.state is not None
    assert window.session.state.document.id == state.rows[state.current].cell.document


def test_only_strips_on_screen_are_cut(
    window: MainWindow, office: Office, scans: tuple[Path, Path], qtbot: QtBot
) -> None:
    window.resize(1366, 480)
    others = put_others(office.app, scans[0], [f"{day:02}/07/1970" for day in range(1, 13)])
    view = _columns(window, qtbot)
    strips = view.list._strips
    here = [one for one in (DOCUMENT, *others) if strips.at_hand(one) is not None]
    assert 3 <= len(here) <= 9 < len(others)
    strip = strips.at_hand(DOCUMENT)
    assert strip is not None
    assert not strip.isNull()
    assert strip.width() < 500, "the place, not the page"


def _blind(window: MainWindow, qtbot: QtBot) -> BlindView:
    press(window.verify.card.editor, Qt.Key.Key_3, _ALT)
    rest(window, qtbot)
    view = room_of(window).view
    assert isinstance(view, BlindView)
    return view


def _shown_texts(view: BlindView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel)) + view.editor.toPlainText()


def test_what_stands_there_is_not_shown_before_somebody_has_keyed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    view = _blind(window, qtbot)
    assert view.session.state.place is not None
    assert view.session.state.place.path == _NAME
    assert view.crop.shows_crop
    assert "THƯƠNG" not in _shown_texts(view).upper()
    assert "THƯƠNG" not in view.documents.item(0).text().upper()
    type_text(view.editor, "NGUYỄN THỊ HOÀI THƯƠNG")
    press(view.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert "khớp" in view.notice.sentence
    assert office.app.second_keying.waiting(actor=REVIEWER) == ()
    assert view.editor.isVisible() is False
    assert "Không" in view._empty.text()


@pytest.mark.parametrize(
    ("key", "counts"),
    [(Qt.Key.Key_F7, "NGUYỄN THỊ HOÀI THƯƠNG"), (Qt.Key.Key_F8, "NGUYỄN THỊ HOÀI THƯỢNG")],
)
def test_a_mismatch_shows_both_and_a_key_decides(
    window: MainWindow, office: Office, qtbot: QtBot, key: Qt.Key, counts: str
) -> None:
    view = _blind(window, qtbot)
    type_text(view.editor, "NGUYỄN THỊ HOÀI THƯỢNG")
    press(view.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert view.difference.texts == ("NGUYỄN THỊ HOÀI THƯƠNG", "NGUYỄN THỊ HOÀI THƯỢNG")
    press(view.difference, key)
    rest(window, qtbot)
    given = office.app.desk.open(DOCUMENT, actor=CLERK).verifications[_NAME]
    assert (given.answer.text, given.by) == (counts, REVIEWER.name)
    assert view.session.state.difference is None


def test_a_mismatch_can_wait(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    view = _blind(window, qtbot)
    type_text(view.editor, "NGUYỄN THỊ HOÀI THƯỢNG")
    press(view.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    press(view.difference, Qt.Key.Key_Escape)
    rest(window, qtbot)
    assert view.session.state.difference is None
    assert _NAME not in office.app.desk.open(DOCUMENT, actor=CLERK).verifications
    (waiting,) = office.app.second_keying.waiting(actor=REVIEWER)
    assert [place.path for place in waiting.places] == [_NAME], "somebody decides later"


def test_one_s_own_entry_says_from_when_on(
    window: MainWindow, hands: Hands, office: Office, qtbot: QtBot
) -> None:
    hands.type("06 tháng 07 năm 1970")
    hands.enter()
    hands.rest()
    view = _blind(window, qtbot)
    type_text(view.editor, "NGUYỄN THỊ HOÀI THƯƠNG")
    press(view.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    since = office.app.second_keying.still_to_key(DOCUMENT, actor=REVIEWER).since
    assert since is not None
    assert f"{since.astimezone():%H:%M}" in view._empty.text()


def _sampling(window: MainWindow, qtbot: QtBot) -> SamplingView:
    press(window.verify.card.editor, Qt.Key.Key_4, _ALT)
    rest(window, qtbot)
    view = room_of(window).view
    assert isinstance(view, SamplingView)
    return view


def test_a_sample_is_drawn_judged_and_proved_from_the_keyboard(
    window: MainWindow, hands: Hands, office: Office, qtbot: QtBot
) -> None:
    view = _sampling(window, qtbot)
    assert not view.draw_button.isEnabled()
    press(view.draw_button, Qt.Key.Key_1, _ALT)
    hands.settle_everything()
    view = _sampling(window, qtbot)
    press(view.draw_button, Qt.Key.Key_N, _CTRL)
    rest(window, qtbot)
    sample = view.session.sample
    assert sample is not None
    assert (sample.lot, len(sample.values)) == (25, 20)
    first = view.session.value
    assert first is not None
    assert view.card.value_text in (first.answer.text, "(để trống)")
    press(view.card.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert (view.session.number, view.session.sample.judged if view.session.sample else 0) == (2, 1)
    type_text(view.card.editor, "Giá trị khác hẳn")
    press(view.card.editor, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert view.session.sample is not None
    assert view.session.sample.outcome is Outcome.REFUSED
    assert "Không chấp nhận" in view.outcome.text()
    press(view.card.editor, Qt.Key.Key_PageUp)
    press(view.card.editor, Qt.Key.Key_R, _CTRL)
    rest(window, qtbot)
    assert "không bị thay đổi" in view.notice.sentence
    assert office.app.sampling.book(actor=REVIEWER).samples[0].seed == sample.seed


def test_keys_are_counted_for_whoever_works_and_shown_to_him_alone(
    clerk_window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    editor = clerk_window.verify.card.editor
    press(editor, Qt.Key.Key_A, _CTRL)
    type_text(editor, "06/07/1970")
    press(editor, Qt.Key.Key_Return)
    rest(clerk_window, qtbot)
    press(editor, Qt.Key.Key_5, _ALT)
    rest(clerk_window, qtbot)
    view = room_of(clerk_window).view
    assert isinstance(view, FiguresView)
    office.app.desk.answer(DOCUMENT, _BIRTH, "06/01/1970", State.VALUE, actor=REVIEWER)
    view.opened()
    rest(clerk_window, qtbot)
    assert view.table.rowCount() == 1, "his own only"
    texts = [item.text() for column in range(9) if (item := view.table.item(0, column)) is not None]
    assert texts[0] == CLERK.name
    assert (texts[1], texts[2], texts[7]) == ("1", "1", "1.000,0")
    own = office.app.operators.own(actor=CLERK)
    assert own.effort.keystrokes == 4, "Ctrl+A, a text handed over, Enter and the way here"


def test_a_commune_head_keys_again_and_leaves_the_decision_to_others(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, Actor("hà", Role.COMMUNE_HEAD))
    window.show()
    rest(window, qtbot)
    assert room_of(window).strip.names[1] == "Nhập lại lần hai"
    room_of(window).show_view(1)
    rest(window, qtbot)
    view = room_of(window).view
    assert isinstance(view, BlindView)
    assert not view.difference.first_button.isEnabled()
    assert "Người kiểm tra sẽ quyết định" in view.difference.findChildren(QLabel)[0].text()
    window.close()
    window.deleteLater()
