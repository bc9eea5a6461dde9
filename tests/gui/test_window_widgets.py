"""The widgets that a person types into and looks at."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize import bundle
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.mark_cycles import next_shape, next_tone
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import PageId, StoredPage
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.desk.marks import drawing
from hrdigitize.gui.desk.page_image import PageImage, page_image
from hrdigitize.gui.desk.page_panel import PagePanel
from hrdigitize.gui.desk.page_view import PageView
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.value_editor import ValueEditor
from hrdigitize.gui.look import icons, keys
from hrdigitize.gui.look.key_hints import Hint, KeyHints
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.messages import sentence
from hrdigitize.store.lane import Lane
from tests.gui.typing_hands import press, type_text


@pytest.fixture
def editor(dressed: QApplication, qtbot: QtBot) -> ValueEditor:
    shown = ValueEditor()
    qtbot.addWidget(shown)
    return shown


def underlined(editor: ValueEditor) -> list[int]:
    layout: QTextLayout = editor.document().firstBlock().layout()
    return [part.start for part in layout.formats()]


def test_undo_stays_inside_the_value(editor: ValueEditor, qtbot: QtBot) -> None:
    editor.show_text("Nguyễn Thị Hoà")
    editor.show_text("Trần")
    type_text(editor, " Ánh")
    assert editor.toPlainText() == "Trần Ánh"
    for _ in range(3):
        press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "Trần"


def test_only_what_somebody_types_counts_as_typed(editor: ValueEditor) -> None:
    told = list[str]()
    editor.edited.connect(told.append)
    editor.show_text("Trần")
    type_text(editor, "g")
    editor.show_text("Hà Nội", (0,))
    assert told == ["Trầng"]
    assert not editor.by_hand


def test_a_value_that_nobody_may_change_looks_so_and_can_be_changed_later(editor: ValueEditor) -> None:
    editor.show_text("Trần")
    for editable in (True, False, False, True):
        editor.show_editable(editable=editable)
        before = editor.toPlainText()
        press(editor, Qt.Key.Key_N)
        assert (editor.toPlainText() != before) is editable


def test_doubtful_characters_are_underlined_until_the_text_changes(editor: ValueEditor) -> None:
    editor.show_text("O6/07/197O", (0, 9))
    assert underlined(editor) == [0, 9]
    assert editor.textCursor().position() == 1, "the cursor stands behind the first doubt"
    type_text(editor, "1")
    assert underlined(editor) == []


def test_enter_and_tab_speak_to_the_desk_and_do_not_type(editor: ValueEditor, qtbot: QtBot) -> None:
    editor.show_text("Tày")
    with qtbot.waitSignal(editor.entered) as glance:
        press(editor, Qt.Key.Key_Enter)
    with qtbot.waitSignal(editor.entered) as as_written:
        press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (glance.args, as_written.args) == ([False], [True])
    with qtbot.waitSignal(editor.moved) as forward:
        press(editor, Qt.Key.Key_Tab)
    with qtbot.waitSignal(editor.moved) as back:
        press(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (forward.args, back.args) == ([1], [-1])
    assert editor.toPlainText() == "Tày"


def test_a_key_goes_through_the_marks_of_the_letter_at_the_cursor(editor: ValueEditor) -> None:
    editor.show_text("Tàv", (2,))
    assert not editor.by_hand
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    editor.change_letter(next_tone)
    assert (editor.toPlainText(), editor.textCursor().position()) == ("Tảv", 2)
    editor.change_letter(next_shape)
    assert editor.toPlainText() == "Tẳv"
    assert editor.by_hand
    for _ in range(2):
        press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "Tàv"
    assert not editor.by_hand, "what was undone was not typed"
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.change_letter(next_tone)
    assert editor.toPlainText() == "Tàv", "a consonant has no tone"


def test_what_must_be_typed_looks_otherwise_than_what_may_be_accepted(editor: ValueEditor) -> None:
    editor.show_text("O6/07/197O", (0, 9), (9,))
    layout: QTextLayout = editor.document().firstBlock().layout()
    looks = [
        (part.start, part.format.foreground().color().name(), part.format.underlineStyle())
        for part in layout.formats()
    ]
    (first, colour, line), (last, other_colour, other_line) = looks
    assert (first, last) == (0, 9)
    assert colour != other_colour
    assert line != other_line, "colour is never the only sign"


def test_the_context_menu_speaks_vietnamese(editor: ValueEditor) -> None:
    menu = editor.createStandardContextMenu()
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "Chọn tất cả" in words
    assert "Select" not in words


def grey_page(width: int, height: int) -> Picture:
    return Picture(width, height, 1, 300, bytes(range(256)) * (width * height // 256))


def test_a_page_keeps_its_pixels_and_gives_a_level_for_each_zoom() -> None:
    image = page_image(grey_page(512, 1024))
    assert image.size.toTuple() == (512, 1024)
    assert image.levels[0].pixelColor(7, 0).red() == 7
    assert image.level_for(1.0)[1] == 1
    assert image.level_for(0.4)[1] == 0.5
    assert image.level_for(0.1)[1] == 0.25


def test_colour_pages_keep_their_colours() -> None:
    picture = Picture(5, 3, 3, 300, bytes((200, 10, 30)) * 15)
    colour = page_image(picture).levels[0].pixelColor(4, 2)
    assert (colour.red(), colour.green(), colour.blue()) == (200, 10, 30)


def test_a_cut_is_clipped_to_the_page() -> None:
    cut = page_image(grey_page(512, 1024)).cut(Box(500, 1000, 100, 100))
    assert (cut.width(), cut.height()) == (12, 24)


#: A dark patch on a kept page of 512 x 1024 pixels.
_PATCH = Box(400, 100, 60, 20)


def turned_page(rotation: int) -> PageImage:
    """A page as kept, with the patch on it, shown with its text turned back."""
    pixels = np.full((1024, 512), 255, np.uint8)
    pixels[_PATCH.y : _PATCH.bottom, _PATCH.x : _PATCH.right] = 0
    return page_image(Picture(512, 1024, 1, 300, pixels.tobytes()), rotation)


@pytest.mark.parametrize(
    ("rotation", "size", "patch"),
    [
        (0, (512, 1024), Box(400, 100, 60, 20)),
        (90, (1024, 512), Box(100, 52, 20, 60)),
        (180, (512, 1024), Box(52, 904, 60, 20)),
        (270, (1024, 512), Box(904, 400, 20, 60)),
    ],
)
def test_a_turned_page_is_shown_upright(rotation: int, size: tuple[int, int], patch: Box) -> None:
    image = turned_page(rotation)
    assert image.size.toTuple() == size
    assert image.shown_box(_PATCH) == patch
    assert image.kept_point(*patch.centre) == _PATCH.centre
    cut = image.cut(_PATCH)
    assert cut.size().toTuple() == (patch.width, patch.height)
    corners = [(x, y) for x in (0, patch.width - 1) for y in (0, patch.height - 1)]
    assert {cut.pixelColor(x, y).red() for x, y in corners} == {0}
    assert image.levels[0].pixelColor(patch.x - 1, patch.y).red() == 255


def test_a_click_on_a_turned_page_names_the_place_on_the_paper_as_kept(
    dressed: QApplication, qtbot: QtBot
) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    view.show_image(turned_page(90))
    view.light(_PATCH)
    assert view.lit_box == _PATCH
    lit = view.mapFromScene(*Box(100, 52, 20, 60).centre)
    with qtbot.waitSignal(view.place_picked) as picked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=lit)
    assert picked.args == pytest.approx(_PATCH.centre, abs=3)


def test_the_lit_place_comes_into_sight(dressed: QApplication, qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_image(page_image(grey_page(1024, 2048)))
    for _ in range(4):
        view.zoom_in()
    low = Box(700, 1900, 200, 40)
    view.light(low)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(QRectF(low.x, low.y, low.width, low.height))
    assert view.lit_box == low
    view.light(None)
    assert view.lit_box is None


def test_fitting_shows_the_width_or_the_whole_page(dressed: QApplication, qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_image(page_image(grey_page(1024, 2048)))
    fitted = view.scale_now
    assert not view.horizontalScrollBar().isVisible()
    view.zoom_in()
    assert view.scale_now > fitted
    view.fit_page()
    assert view.scale_now < fitted
    view.fit_width()
    assert view.scale_now == pytest.approx(fitted)


def test_every_mark_and_button_has_its_drawing(dressed: QApplication) -> None:
    folder = bundle.resources() / "icons"
    for mark in Mark:
        assert (folder / f"{drawing(mark)}.svg").is_file()
    for path in folder.glob("*.svg"):
        pixmap = icons.icon(path.stem, "#1b5aa6").pixmap(24, 24).toImage()
        drawn = any(
            pixmap.pixelColor(x, y).alpha() for x in range(pixmap.width()) for y in range(pixmap.height())
        )
        assert drawn, f"{path.name} draws nothing"


def test_shortcuts_are_different_keys() -> None:
    assert len({keys.shown(key) for key in keys.Key}) == len(keys.Key)


def test_key_hints_that_do_not_fit_are_left_out_whole(dressed: QApplication, qtbot: QtBot) -> None:
    hints = KeyHints((Hint(("Tab",), "trường sau"), Hint(("Esc",), "về ô giá trị")))
    qtbot.addWidget(hints)
    hints.resize(600, 30)
    assert [hint.keys for hint in hints.shown()] == [("Tab",), ("Esc",)]
    hints.resize(150, 30)
    assert [hint.keys for hint in hints.shown()] == [("Tab",)]
    assert "Esc" in hints.toolTip()


def test_what_is_wrong_with_a_page_stands_over_its_picture(dressed: QApplication, qtbot: QtBot) -> None:
    pages = [StoredPage(PageId(f"page-{number}"), number, "a.pdf", 620, 800, 300) for number in (4, 5)]
    lane = Lane()
    tasks = Tasks(lane, lambda fault: pytest.fail(str(fault)))
    panel = PagePanel(PagePictures(lambda _: Picture(1, 1, 1, 300, b"\xff"), tasks))
    qtbot.addWidget(panel)
    panel.show()
    panel.show_pages(pages, [Finding("quality-blurred", Severity.WARNING, (), {"page": "5"})])
    assert not panel.quality.isVisible()
    panel.turn(1)
    assert panel.quality.isVisible()
    assert sentence("quality-blurred", {}) in panel.quality.text()
    panel.show_pages(pages)
    panel.turn(1)
    assert not panel.quality.isVisible()
    lane.close()
