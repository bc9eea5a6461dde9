"""A name of 120 characters with markup in it stands everywhere as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.file_names import as_file_name
from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import MainWindow
from tests.gui import made_up
from tests.gui.conftest import CLERK, Office
from tests.gui.dossiers_made_up import approve
from tests.gui.paper import open_window
from tests.gui.typing_hands import press, type_text

_MARKUP = "<img src=x>"
NAME = (f"<b>NGUYỄN</b> {_MARKUP} &amp; A/B " + "HOÀNG YẾN " * 12)[:120].strip()
_ALL_ROOMS = (Actor("hà", Role.COMMUNE_HEAD), Actor("bình", Role.REVIEWER))


@pytest.fixture
def named(office: Office, scans: tuple[Path, Path]) -> CadreId:
    """One paper under that name in a dossier, one that waits."""
    waiting, approved = (_put(office.app, scans[n], n) for n in (0, 1))
    assert waiting != approved
    return approve(office.app, approved)


def _put(app: App, scan: Path, number: int) -> DocumentId:
    batch = app.intake.capture([scan], actor=CLERK).batch
    document = DocumentId(f"01900000-0000-7000-8000-{number + 100:012}")
    read = made_up.reading()
    full = replace(read.fields["full_name"], text=NAME, raw=NAME, value=NAME)
    reading = replace(read, fields={**read.fields, "full_name": full}, tables={}, last_page=1)

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = {page.page.id: PageText("") for page in work.batches.pages(batch)}
            work.documents.add(document, batch, reading, pages, at=work.at)
            work.commit("batch-read", batch)

    app.lane.run(keep)
    return document


def dressed_up(window: QWidget) -> set[str]:
    """Where Qt would take the markup for markup: labels that may guess, tooltips."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            found |= {f"label {widget.objectName()}"} if _is_rich(widget.text()) else set()
        tips = [widget.toolTip()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            tips += [str(one.data(Qt.ItemDataRole.ToolTipRole) or "") for one in _items(widget.model())]
        found |= {f"tooltip of {type(widget).__name__}" for tip in tips if _is_rich(tip)}
    return found


def _items(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[QModelIndex]:
    parent = above or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            item = model.index(row, column, parent)
            yield item
            if not column:
                yield from _items(model, item)


def _is_rich(text: str) -> bool:
    return _MARKUP in text and GuiQt.mightBeRichText(text)


@pytest.mark.parametrize("actor", _ALL_ROOMS, ids=lambda actor: actor.role.value)
def test_no_room_takes_a_name_for_markup(office: Office, named: CadreId, actor: Actor, qtbot: QtBot) -> None:
    with open_window(office.app, actor, qtbot) as window:
        found: set[str] = set()
        for name in window._rooms:
            window.show_room(name)
            qtbot.waitUntil(lambda: window.idle, timeout=20_000)
            found |= dressed_up(window)
        window.open_cadre(named)
        qtbot.waitUntil(lambda: window.idle, timeout=20_000)
        for _ in range(6):
            press(window.dossiers.dossier, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
            qtbot.waitUntil(lambda: window.idle, timeout=20_000)
            found |= dressed_up(window)
        assert window.dossiers.dossier.head.name.text() == NAME
        assert found == set()


def test_the_lists_say_it_letter_for_letter(office: Office, named: CadreId, qtbot: QtBot) -> None:
    with open_window(office.app, _ALL_ROOMS[1], qtbot) as window:
        assert window.verify.documents.titles().count(NAME) == 2
        window.show_room(RoomName.PRINT)
        window.show_room(RoomName.DOSSIERS)
        qtbot.waitUntil(lambda: window.idle and bool(window.dossiers.list.cadres), timeout=20_000)
        assert [one.name for one in window.dossiers.list.cadres] == [NAME]
        qtbot.waitUntil(lambda: NAME in window.prints.documents.titles(), timeout=20_000)
        _look_in_palette(window, qtbot)


def _look_in_palette(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.overlays.palette
    type_text(palette.line, "hoang yen")
    qtbot.waitUntil(lambda: sum(NAME in words for words in palette.shown()) == 3, timeout=20_000)
    assert dressed_up(palette) == set()
    palette.dismiss()


def test_a_file_gets_a_name_that_every_system_takes() -> None:
    name = as_file_name(f"Phiếu 2C - {NAME}.pdf")
    assert name.startswith("Phiếu 2C - b NGUYỄN b img src=x &amp; A B HOÀNG YẾN")
    assert name.endswith(".pdf")
    assert not set(name) & set('\\/:*?"<>|')
    assert len(as_file_name("Ế" * 300 + ".pdf").encode()) <= 200
    assert as_file_name("Phiếu 2C - NGUYỄN THỊ HOÀI THƯƠNG.pdf") == "Phiếu 2C - NGUYỄN THỊ HOÀI THƯƠNG.pdf"


def test_the_checker_finds_what_would_be_dressed(qtbot: QtBot) -> None:
    window, label = QWidget(), QLabel(NAME)
    qtbot.addWidget(window)
    label.setParent(window)
    window.setToolTip(NAME)
    assert dressed_up(window) == {"label ", "tooltip of QWidget"}
    label.setTextFormat(Qt.TextFormat.PlainText)
    window.setToolTip("")
    assert dressed_up(window) == set()
