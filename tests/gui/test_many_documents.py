"""Thousands of documents: the list is there at once, all in reach, and an answer lists nothing again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlalchemy.orm import Session

from hrdigitize.app import App, open_sample
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import ListedPart, Sought
from hrdigitize.gui.window import MainWindow
from hrdigitize.services.verification import Desk
from hrdigitize.store.models import DocumentRow, ReadingRow
from hrdigitize.store.work import View
from tests.gui import made_up
from tests.gui.conftest import CLERK, DOCUMENT, Office, TickingClock
from tests.gui.typing_hands import Hands, press, type_text

COUNT = 5000
LAST = "Nguyễn Thị Ưng Cuối"


def name_of(number: int) -> str:
    return LAST if number == COUNT else f"Trần Văn Thứ {number}"


def document_of(number: int) -> DocumentId:
    return DocumentId(f"many-{number:05d}")


def add_many(app: App) -> None:
    """Documents with a name and a doubtful date each, past the units of work, which take longer."""
    (batch,) = {app.desk.open(one.id, actor=CLERK).batch for one in app.desk.documents(actor=CLERK)}
    at = datetime(2026, 3, 2, tzinfo=UTC)
    numbers = range(1, COUNT + 1)
    head = {"batch_id": batch, "form": made_up.FORM, "status": "read", "created_at": at}
    read = {"position": 0, "state": "value", "raw": "", "page": 1, "confidence": 0.5, "doubts": []}
    read |= {"x": 0, "y": 0, "width": 1, "height": 1}
    with Session(app.store._engine) as session:
        rows = [head | {"id": document_of(number), "arrival": 10 + number} for number in numbers]
        session.execute(insert(DocumentRow), rows)
        for path, accepted in (("full_name", True), ("birth_date", False)):
            said = read | {"path": path, "accepted": accepted}
            readings = [
                said | {"document_id": document_of(number), "text": name_of(number)} for number in numbers
            ]
            session.execute(insert(ReadingRow), readings)
        listed = View(session, Identifiers(lambda: at, bytes)).listed
        listed.refresh(document_of(number) for number in numbers)
        session.commit()


@pytest.fixture(scope="module")
def busy_store(filled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("busy") / "store"
    shutil.copytree(filled_store, folder)
    app = open_sample(folder, clock=TickingClock())
    app.lane.run(lambda: add_many(app))
    app.close()
    return folder


@pytest.fixture
def busy_office(busy_store: Path, tmp_path: Path) -> Iterator[Office]:
    shutil.copytree(busy_store, tmp_path / "store")
    app = open_sample(tmp_path / "store", clock=TickingClock())
    yield Office(app, DOCUMENT, tmp_path)
    app.close()


@pytest.fixture
def window(busy_office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """A clerk's window, wide enough for the list."""
    shown = MainWindow(busy_office.app, CLERK)
    shown.resize(1366, 768)
    shown.show()
    qtbot.waitUntil(lambda: shown.session.state is not None and shown.idle, timeout=20_000)
    yield shown
    shown.close()
    shown.deleteLater()


def test_the_list_comes_by_the_screenful_and_all_of_it_can_be_reached(
    window: MainWindow, hands: Hands
) -> None:
    documents = window.verify.documents
    assert documents.count == COUNT + 1
    assert len(documents.titles()) <= 100
    documents.view.setFocus()
    press(documents.view, Qt.Key.Key_End)
    hands.rest()
    assert documents.selected() == document_of(COUNT)
    press(documents.view, Qt.Key.Key_Return)
    hands.rest()
    assert window.verify.title == LAST


def test_typing_finds_what_no_screen_has_shown(window: MainWindow, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    documents = window.verify.documents
    type_text(documents.filter, "ung cuoi")
    press(documents.filter, Qt.Key.Key_Return)  # at once: what was listed before must not open
    hands.rest()
    assert documents.titles() == [LAST]
    assert window.verify.title == LAST
    type_text(documents.filter, " xyz")
    hands.rest()
    assert documents.count == 0
    documents.filter.clear()
    hands.rest()
    assert documents.count == COUNT + 1
    assert documents.selected() == document_of(COUNT)


def test_an_answer_lists_nothing_again(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sought] = []
    listed = Desk.listed

    def note(desk: Desk, sought: Sought, first: int = 0, **actor: object) -> ListedPart:
        asked.append(sought)
        return listed(desk, sought, first, **actor)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "listed", note)
    monkeypatch.setattr(Desk, "documents", lambda *_, **__: pytest.fail("all of them were listed"))
    rows = window.verify.documents._rows
    before = rows.summary_at(0)
    assert before is not None
    assert before.id == window.session.state.document.id  # type: ignore[union-attr]
    hands.type("06 tháng 07 năm 1970")
    hands.enter()
    hands.rest()
    after = rows.summary_at(0)
    assert after is not None
    assert after.open_count == before.open_count - 1
    assert asked == []


def test_what_waits_next_is_known_without_a_list(window: MainWindow, hands: Hands) -> None:
    for number in (1, 2):
        hands.press(Qt.Key.Key_F9)
        hands.rest()
        assert window.session.state is not None
        assert window.session.state.document.id == document_of(number)
    window.open_document(document_of(COUNT))
    hands.rest()
    hands.press(Qt.Key.Key_F9)
    hands.rest()
    assert window.session.state is not None
    assert window.session.state.document.id not in (document_of(COUNT), document_of(1)), "goes round"


def test_what_comes_meanwhile_is_there_and_the_selection_stays(
    window: MainWindow, hands: Hands, busy_office: Office
) -> None:
    selected = window.verify.documents.selected()

    def add() -> None:
        with busy_office.app.store.work(CLERK) as work:
            (batch,) = {work.documents.get(document_of(1)).batch}
            work.documents.add(DocumentId("new"), batch, made_up.reading(), {}, at=work.at)
            work.commit("batch-read", batch)

    busy_office.app.lane.run(add)
    window.ways.changed.emit()
    hands.rest()
    assert window.verify.documents.count == COUNT + 2
    assert window.verify.documents.selected() == selected
