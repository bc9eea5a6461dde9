"""The desk where something is wrong or large: broken pictures, long names, a full disk, many steps back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import BatchId, DocumentId, FieldPath, PageId, StoredPage
from hrdigitize.domain.stored import BatchPage, FileId, PageText
from hrdigitize.gui.desk.page_image import PageImage, page_image
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK, REVIEWER, Office
from tests.gui.typing_hands import Hands, current, type_text

BIRTH, NAME, ETHNICITY = FieldPath("birth_date"), FieldPath("full_name"), FieldPath("ethnicity")
LARGE = BatchId("batch-large")
OTHER = DocumentId("01900000-0000-7000-8000-000000000009")
_CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def window_on(office: Office, document: DocumentId, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(office.app, REVIEWER)
    window.resize(1366, 768)
    window.open_document(document)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is not None and window.idle, timeout=20_000)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()


def _break_originals(folder: Path) -> None:
    for sealed in (folder / "store" / "originals").rglob("*"):
        if sealed.is_file():
            sealed.chmod(0o600)
            sealed.write_bytes(b"\0" * 200)


def test_a_page_whose_picture_is_damaged_can_still_be_verified(office: Office, qtbot: QtBot) -> None:
    _break_originals(office.folder)
    with window_on(office, office.document, qtbot) as window:
        verify, hands = window.verify, Hands(window, qtbot)
        assert "Không mở được ảnh trang này" in verify.pages._waiting.text()
        assert verify.pages._waiting.isVisible()
        assert "Không mở được ảnh trang này" in verify.card.crop.sentence
        hands.type("06/07/1970")
        hands.enter()
        hands.rest()
        assert office.app.desk.open(office.document, actor=CLERK).answer(BIRTH).text == "06/07/1970"
        assert current(window) == FieldPath("ethnicity")


def _add_document(office: Office, reading: FormReading, pages: int) -> None:
    """A document of so many pages, in a batch of its own; its file holds the first of them."""

    def keep() -> None:
        with office.app.store.work(CLERK) as work:
            (file, _) = work.batches.files(work.documents.get(office.document).batch)
            mine = replace(file, id=FileId("file-large"), position=1)
            page = StoredPage(PageId(""), 0, mine.name, made_up.WIDTH_PX, made_up.HEIGHT_PX, made_up.DPI)
            made = [
                BatchPage(replace(page, id=PageId(f"page-{n}"), number=n), mine.id, n)
                for n in range(1, pages + 1)
            ]
            work.batches.add(LARGE, at=work.at, by="lan")
            work.batches.add_file(LARGE, mine, made)
            texts = {one.page.id: PageText("x") for one in made}
            work.documents.add(OTHER, LARGE, reading, texts, at=work.at)
            work.commit("batch-read", LARGE)

    office.app.lane.run(keep)


def _with_rows(count: int, pages: int) -> FormReading:
    """The made-up reading with a table of so many rows, spread over the pages."""
    read = made_up.reading()
    row = read.tables["training"][0]
    rows = tuple(
        {key: replace(cell, page=1 + number * pages // count) for key, cell in row.items()}
        for number in range(count)
    )
    return replace(read, last_page=pages, tables={"training": rows})


def test_a_document_of_250_pages_opens_quickly_and_its_end_is_near(office: Office, qtbot: QtBot) -> None:
    _add_document(office, _with_rows(100, 250), 250)
    with window_on(office, office.document, qtbot) as window:
        begun = time.perf_counter()
        with qtbot.waitSignal(window.session.opened, timeout=20_000):
            window.open_document(OTHER)
        qtbot.waitUntil(lambda: window.verify.pages.page_number == 1)
        took = time.perf_counter() - begun
        assert took < 6.0, took
        begun = time.perf_counter()
        window.session.select(FieldPath("school", "training", 99))
        QCoreApplication.processEvents()
        assert time.perf_counter() - begun < 2.0
        assert window.verify.pages.page_number == 248
        qtbot.waitUntil(lambda: window.idle, timeout=20_000)


def test_a_long_name_with_html_in_it_is_shown_as_it_stands(office: Office, qtbot: QtBot) -> None:
    name = ("<b>NGUYỄN</b> <img src=x> &amp; THỊ " + "HOÀNG YẾN " * 12)[:120].strip()
    read = made_up.reading()
    full = replace(read.fields["full_name"], text=name, raw=name, value=name)
    _add_document(office, replace(read, fields={**read.fields, "full_name": full}), 1)
    with window_on(office, OTHER, qtbot) as window:
        verify = window.verify
        assert verify.title == name
        assert verify.head.width() <= verify.width()
        assert name in verify.documents.titles()
        window.session.select(NAME)
        assert verify.card.editor.toPlainText() == name
        assert all(
            label.textFormat() is Qt.TextFormat.PlainText or name not in label.text()
            for label in window.findChildren(QLabel)
        )
        office.app.holding.hold(OTHER, HoldReason.OTHER, "<b>Hỏi</b>", actor=CLERK)
        window.open_document(OTHER)
        qtbot.waitUntil(lambda: window.idle and verify.held_bar.isVisible(), timeout=20_000)
        assert "<b>Hỏi</b>" in verify.held_bar.said
        assert window.width() == 1366, "nothing pushed the window wider"


def test_a_full_disk_takes_the_answer_back_and_the_text_is_not_lost(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    long = ("Xã Yên Trạch, huyện Phú Lương. " * 150).strip()
    place = FieldPath("birth_place")
    window.session.select(place)
    _let_grow(office, by=0)
    hands.type(long)
    hands.enter()
    hands.rest()
    assert current(window) == place
    assert window.session.state is not None
    assert "Phú Lương, tỉnh" in window.session.state.document.answer(place).text
    assert window.verify.notice.sentence.startswith("Ổ đĩa đã đầy")
    assert window.verify.card.editor.toPlainText() == long, "to be given once more"
    _let_grow(office, by=10_000)
    hands.enter()
    hands.rest()
    assert office.app.desk.open(office.document, actor=CLERK).answer(place).text == long


def _let_grow(office: Office, by: int) -> None:
    """The database may grow by so many of its pages: of no more, SQLite says what it says of a full disk."""

    def limit() -> None:
        with office.app.store._engine.begin() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + by}")

    office.app.lane.run(limit)


def test_confirmed_fields_are_opened_again_step_by_step(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    hands.settle_everything()
    given = list(office.app.desk.open(office.document, actor=CLERK).verifications)
    assert len(given) == 5
    for path in reversed(given):
        window.session.select(FieldPath("gender"))
        hands.press(Qt.Key.Key_F5)
        hands.rest()
        assert current(window) == path
    assert not office.app.desk.open(office.document, actor=CLERK).verifications
    assert window.session.state is not None
    assert window.session.state.remaining == 5


def _compose(window: MainWindow, text: str) -> None:
    """Letters that an input method shows and has not let go of yet."""
    QCoreApplication.sendEvent(window.verify.card.editor, QInputMethodEvent(text, []))


def test_letters_still_being_composed_count_as_typed(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    """Telex: t, a, y, f becomes "tày" one step after the other, and Enter comes before it is let go."""
    window.session.select(ETHNICITY)
    hands.press(Qt.Key.Key_A, _CTRL)
    type_text(window.verify.card.editor, "T")
    for shown in ("a", "ay", "ày"):
        _compose(window, shown)
    assert window.verify.card.editor.toPlainText() == "T"
    hands.enter()
    hands.rest()
    assert office.app.desk.open(office.document, actor=CLERK).answer(ETHNICITY).text == "Tày"


def test_composed_letters_take_their_place_one_step_after_the_other(window: MainWindow, hands: Hands) -> None:
    editor = window.verify.card.editor
    hands.type("Nguy")
    _compose(window, "e")
    _compose(window, "ê")
    type_text(editor, "ễn")
    assert editor.toPlainText() == "Nguyễn"
    hands.press(Qt.Key.Key_Z, _CTRL)
    assert editor.toPlainText() != "Nguyễn"
    while editor.by_hand:
        hands.press(Qt.Key.Key_Z, _CTRL)
    assert editor.toPlainText() == "O6 tháng 07 năm 1970", "undo ends at the value as it came"


def test_a_long_line_on_paper_goes_with_the_caret(window: MainWindow, hands: Hands) -> None:
    window.resize(960, 540)
    crop = window.verify.card.crop
    crop.show_place(_long_line(), Box(0, 20, 6000, 60))
    assert crop.seen[0] == 0.0
    assert crop.seen[1] < 0.5
    crop.follow(240, 240)
    assert crop.seen[1] == 1.0
    crop.follow(50, 200)
    assert 0.0 < crop.seen[0] < 0.5


def test_what_follows_a_short_place_on_the_paper_stands_beside_it(window: MainWindow) -> None:
    """Whoever checks a value sees whether the machine left the end of it unread."""
    crop = window.verify.card.crop
    crop.show_place(_split_line(at=400), Box(100, 100, 200, 60))
    seen = crop.grab().toImage()
    middle = seen.height() // 2
    across = [QColor(seen.pixel(x, middle)).lightness() for x in range(seen.width())]
    assert min(across) < 200, "the ink behind the place is not shown"
    assert across[20] > 220
    crop.show_place(_split_line(at=400), Box(100, 100, 20_000, 60))
    assert crop.shows_crop, "a place that reaches over the edge of its page is cut there"


def _split_line(at: int) -> PageImage:
    """White paper up to a column, and black from there on."""
    row = b"\xff" * at + b"\0" * (3000 - at)
    return page_image(Picture(3000, 300, 1, 300, row * 300))


def _long_line() -> PageImage:
    return page_image(Picture(6000, 100, 1, 300, b"\xff" * 600_000))
