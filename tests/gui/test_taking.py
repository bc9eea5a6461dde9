"""Filling a field from the page: words clicked, boxes drawn, words chosen by keys; the place is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hrdigitize.capture.decode import decode
from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.record import FieldPath, Spot
from hrdigitize.gui.desk.word_cursor import BoxCursor, WordCursor
from hrdigitize.gui.window import MainWindow
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.pointing import Pointing
from hrdigitize.services.reading import ReaderFactory
from hrdigitize.workers.reading import Reader
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.dying import dying_engines
from tests.gui.typing_hands import Hands, current, press
from tests.gui.worded import BARE, put_words
from tests.services.made_up import telling_engine

BIRTH, ETHNICITY, PLACE = FieldPath("birth_date"), FieldPath("ethnicity"), FieldPath("birth_place")
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
DAY, YEAR, TAY = (word.box for word in BARE)


@pytest.fixture
def worded(office: Office) -> Office:
    """Before the window opens: the first page has words."""
    put_words(office.app, office.document)
    return office


@pytest.fixture
def desk(worded: Office, window: MainWindow) -> MainWindow:
    window.verify.pages.view.fit_page()
    window.activateWindow()
    return window


def _at(window: MainWindow, box: Box, share: float = 0.5) -> QPoint:
    view = window.verify.pages.view
    return view.mapFromScene(box.x + box.width * share, box.y + box.height / 2)


def _click(window: MainWindow, box: Box, modifier: Qt.KeyboardModifier = _NONE) -> None:
    view = window.verify.pages.view.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, modifier, _at(window, box))


def _drag(window: MainWindow, box: Box, modifier: Qt.KeyboardModifier = _NONE) -> None:
    view = window.verify.pages.view
    start, end = view.mapFromScene(box.x, box.y), view.mapFromScene(box.right, box.bottom)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, modifier, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, modifier, end)


def _text(window: MainWindow) -> str:
    return window.verify.card.editor.toPlainText()


def _spot(window: MainWindow) -> Spot | None:
    assert window.session.state is not None
    return window.session.state.in_hand


def test_a_clicked_word_fills_the_field_and_its_place_is_kept(
    desk: MainWindow, hands: Hands, worded: Office
) -> None:
    _click(desk, DAY)
    assert (_text(desk), _spot(desk)) == ("06/07", Spot(1, DAY))
    assert desk.verify.pages.view.lit_box == DAY
    _click(desk, YEAR, _SHIFT)
    whole = Spot(1, union((DAY, YEAR)) or DAY)
    assert (_text(desk), _spot(desk)) == ("06/07 1970", whole)
    hands.press(Qt.Key.Key_Return, _SHIFT)
    hands.rest()
    assert current(desk) == ETHNICITY
    stored = worded.app.desk.open(worded.document, actor=CLERK)
    assert (stored.answer(BIRTH).text, stored.spot(BIRTH)) == ("06/07 1970", whole)
    desk.session.select(BIRTH)
    assert desk.verify.pages.view.lit_box == whole.box, "the crop shows what was pointed at"


def test_a_click_on_another_field_leads_there_and_ctrl_takes_from_it(desk: MainWindow) -> None:
    _click(desk, TAY)
    assert _text(desk) == "Tày"
    desk.verify.card.editor.undo()
    place = desk.session.state.document.spot(PLACE) if desk.session.state is not None else None
    assert place is not None
    _click(desk, place.box, _CTRL)
    assert (current(desk), _spot(desk)) == (BIRTH, place)
    desk.verify.card.editor.undo()
    _click(desk, place.box)
    assert (current(desk), _spot(desk)) == (PLACE, None)


def test_a_mere_click_does_not_overwrite_a_field_that_has_its_value(desk: MainWindow) -> None:
    desk.session.select(PLACE)
    before = _text(desk)
    _click(desk, TAY)
    assert _text(desk) == before
    assert "Ctrl" in desk.verify.card.said
    _click(desk, TAY, _CTRL)
    assert _text(desk) == "Tày"


def test_a_drawn_box_takes_the_words_in_it(desk: MainWindow, hands: Hands, worded: Office) -> None:
    _drag(desk, Box(90, 1490, 200, 60))
    assert _text(desk) == "06/07 1970"
    spot = _spot(desk)
    assert spot is not None
    assert spot.box.x == pytest.approx(90, abs=4)
    assert spot.box.right == pytest.approx(290, abs=4)
    _drag(desk, TAY.padded(5), _SHIFT)
    assert _text(desk) == "06/07 1970 Tày"


def test_undoing_what_was_taken_forgets_its_place(desk: MainWindow, hands: Hands) -> None:
    before = _text(desk)
    said = desk.verify.card.said
    _click(desk, DAY)
    assert desk.verify.card.said != said
    hands.press(Qt.Key.Key_Z, _CTRL)
    assert (_text(desk), _spot(desk), desk.verify.card.said) == (before, None, said)


def test_what_the_machine_had_read_confirms_nothing_when_it_is_taken_again(
    desk: MainWindow, hands: Hands
) -> None:
    assert desk.session.state is not None
    entry = desk.session.state.entry
    assert entry is not None
    assert entry.spot is not None
    _click(desk, entry.spot.box, _CTRL)
    assert _text(desk) == "O6 tháng 07 năm 1970"
    hands.enter()
    assert current(desk) == BIRTH
    assert "gõ lại theo giấy" in desk.verify.card.said


def test_words_are_chosen_by_keys_alone(desk: MainWindow, hands: Hands, worded: Office) -> None:
    view, taking = desk.verify.pages.view, desk.verify.taking
    desk.session.select(ETHNICITY)
    hands.press(Qt.Key.Key_B, _CTRL)
    cursor = taking.by_keys
    assert isinstance(cursor, WordCursor)
    assert cursor.word.text == "Tàv"
    while cursor.word != BARE[0]:
        press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right, _SHIFT)
    assert cursor.chosen == BARE[:2]
    press(view, Qt.Key.Key_Home)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Up)
    assert cursor.word == BARE[0]
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)
    assert "Tày" in desk.verify.pages.pointing_hint.text()
    press(view, Qt.Key.Key_Return)
    assert (_text(desk), _spot(desk), taking.by_keys) == ("Tày", Spot(1, TAY), None)
    assert desk.verify.pages.pointing_hint.isHidden()
    hands.enter()
    hands.rest()
    assert worded.app.desk.open(worded.document, actor=CLERK).spot(ETHNICITY) == Spot(1, TAY)


def test_the_page_turned_on_screen_keeps_its_places(desk: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_R, _CTRL)
    view = desk.verify.pages.view
    assert view.turn == 90
    view.fit_page()
    _click(desk, DAY)
    assert _text(desk) == "06/07"
    assert view.lit_box == DAY
    hands.press(Qt.Key.Key_PageDown)
    hands.rest()
    assert view.turn == 0, "this page only"
    hands.press(Qt.Key.Key_PageUp)
    assert view.turn == 90


@pytest.fixture
def reading_window(office: Office, qtbot: QtBot) -> Iterator[tuple[MainWindow, list[ReaderFactory]]]:
    """A window on pages without words; what reads pieces is put into the list."""
    readers: list[ReaderFactory] = []
    app = office.app
    pointing = Pointing(
        app.store,
        app.lane,
        pictures=Pictures(app.store.originals, decode),
        readers=lambda: readers[0](),
    )
    window = MainWindow(replace(app, pointing=pointing), REVIEWER)
    window.resize(1366, 768)
    window.open_document(office.document)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    window.verify.pages.view.fit_page()
    window.activateWindow()
    yield window, readers
    window.close()
    window.deleteLater()


def _read_piece(window: MainWindow, qtbot: QtBot) -> None:
    """A box by keys, from the place of the field on."""
    hands, view = Hands(window, qtbot), window.verify.pages.view
    hands.press(Qt.Key.Key_B, _CTRL)
    cursor = window.verify.taking.by_keys
    assert isinstance(cursor, BoxCursor)
    before = cursor.box
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Down, _SHIFT)
    assert (cursor.box.x > before.x, cursor.box.height > before.height) == (True, True)
    press(view, Qt.Key.Key_Return)
    assert _spot(window) == Spot(1, cursor.box)
    words = window._verify_room.words
    qtbot.waitUntil(lambda: not words.is_reading, timeout=60_000)


def test_a_box_where_nobody_read_words_is_read_by_a_helper(
    reading_window: tuple[MainWindow, list[ReaderFactory]], qtbot: QtBot
) -> None:
    window, readers = reading_window
    readers.append(lambda: Reader(inline=True, engines=telling_engine))
    _read_piece(window, qtbot)
    assert _text(window) == "Kính gửi ông Chủ tịch Thư riêng"
    assert _spot(window) is not None


def test_a_helper_that_is_killed_is_said_and_the_field_can_be_typed(
    reading_window: tuple[MainWindow, list[ReaderFactory]], qtbot: QtBot, office: Office
) -> None:
    window, readers = reading_window
    readers.append(lambda: Reader(engines=dying_engines, size=1))
    _read_piece(window, qtbot)
    assert "Chưa đọc được khung này" in window.verify.card.said
    spot = _spot(window)
    hands = Hands(window, qtbot)
    hands.type("06/07/1970")
    hands.enter()
    hands.rest()
    stored = office.app.desk.open(office.document, actor=CLERK)
    assert (stored.answer(BIRTH).text, stored.spot(BIRTH)) == ("06/07/1970", spot)
