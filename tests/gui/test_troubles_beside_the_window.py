"""Readers are killed, disks fill up while somebody works: it is said plainly and nothing is lost."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import BatchId, StoredDocument
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.window import MainWindow
from hrdigitize.services.reading_queue import Stage
from hrdigitize.store import durable
from hrdigitize.store.models import DocumentPageRow
from hrdigitize.workers.reading import Reader
from tests.gui.conftest import CLERK, Office
from tests.gui.reading_staff import KILLS, slow_engine
from tests.gui.test_whole_window import BIRTH
from tests.gui.typing_hands import Hands, press
from tests.workers.staff import sheet

_PATIENCE_MS = 40_000
HEAD = Actor("Nguyễn Thị Hà", Role.COMMUNE_HEAD)


@pytest.fixture
def reader(office: Office) -> Iterator[Reader]:
    """The program's queue reads with one helper, whose engine is slow."""
    made = Reader(engines=slow_engine, size=1)
    office.app.queue._readers = lambda: made
    yield made
    made.close()


def take_in(office: Office, *widths: int) -> BatchId:
    """Pages of these widths, taken in; the queue is told and begins."""
    batch = office.app.intake.capture(scans_of(office.folder, *widths), actor=CLERK).batch
    office.app.queue.arrived(batch, len(widths), actor=CLERK)
    return batch


def scans_of(folder: Path, *widths: int) -> list[Path]:
    paths = [folder / f"trang-{width}.png" for width in widths]
    for width, path in zip(widths, paths, strict=True):
        Image.frombytes("L", (width, 400), bytes(sheet(width).pixels)).save(path)
    return paths


def read_in(office: Office, batch: BatchId, qtbot: QtBot) -> list[StoredDocument]:
    """The documents of a batch, when the queue is through with it; the window lives meanwhile."""
    coming = office.app.queue.ended(batch, actor=CLERK)
    qtbot.waitUntil(coming.done, timeout=_PATIENCE_MS)
    return [office.app.desk.open(document, actor=CLERK) for document in coming.result()]


def stage_of(office: Office, batch: BatchId) -> Stage | None:
    standing = office.app.queue.standing(actor=CLERK).get(batch)
    return standing.stage if standing is not None else None


def texts_of(office: Office, documents: list[StoredDocument]) -> str:
    return "\n".join(document.text for document in documents)


def work_on(window: MainWindow, hands: Hands, office: Office) -> None:
    """Somebody answers a field; it is stored."""
    hands.type("06 tháng 07 năm 1970")
    hands.enter()
    hands.rest()
    assert office.app.desk.open(office.document, actor=CLERK).answer(BIRTH).value == "1970-07-06"
    assert window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_reader_that_is_killed_reads_its_page_again(
    window: MainWindow, hands: Hands, office: Office, reader: Reader, qtbot: QtBot
) -> None:
    batch = take_in(office, 500, 510, 520)
    pool = reader._tasks
    qtbot.waitUntil(lambda: bool(pool.pids()), timeout=_PATIENCE_MS)  # type: ignore[attr-defined]
    (pid,) = pool.pids()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: stage_of(office, batch) is Stage.READING, timeout=_PATIENCE_MS)
    os.kill(pid, signal.SIGKILL)
    work_on(window, hands, office)
    documents = read_in(office, batch, qtbot)
    assert all(f"Trang {width}" in texts_of(office, documents) for width in (500, 510, 520))
    assert pool.pids() != (pid,)  # type: ignore[attr-defined]


def test_a_page_that_no_reader_survives_is_kept_and_the_others_are_read(
    window: MainWindow, hands: Hands, office: Office, reader: Reader, qtbot: QtBot
) -> None:
    del reader
    batch = take_in(office, 500, KILLS, 520)
    work_on(window, hands, office)
    documents = read_in(office, batch, qtbot)
    assert all(f"Trang {width}" in texts_of(office, documents) for width in (500, 520))
    pages = [page for document in documents for page in document.pages]
    assert [page.width for page in pages] == [500, KILLS, 520]
    assert office.app.lane.run(lambda: failures_in(office)) == ["reader-died"]
    picture = office.app.desk.picture(pages[1].id, actor=CLERK)
    assert picture.width == KILLS, "its picture is unharmed"
    assert "bị dừng đột ngột" in told_where_papers_come_in(window, batch, 2, qtbot)
    window.open_document(documents[0].id)
    hands.rest()
    assert window.session.state is not None
    assert window.session.state.document.id == documents[0].id


def told_where_papers_come_in(window: MainWindow, batch: BatchId, number: int, qtbot: QtBot) -> str:
    """What the room "Tiếp nhận" says of a page, by going to it."""
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    room = window.room
    assert isinstance(room, IntakeRoom)
    room.session.choose(batch)
    qtbot.waitUntil(lambda: len(room.page.grid.cards) >= number and window.idle, timeout=_PATIENCE_MS)
    press(room.page.grid, Qt.Key.Key_Home)
    for _ in range(number - 1):
        press(room.page.grid, Qt.Key.Key_Right)
    assert room.page.why.isVisible()
    return room.page.why.text()


def failures_in(office: Office) -> list[str | None]:
    """Why pages could not be read."""
    failed = select(DocumentPageRow.failure_code).where(DocumentPageRow.failure_code.is_not(None))
    with Session(office.app.store._engine) as session:
        return list(session.scalars(failed))


def test_a_disk_that_fills_up_during_intake_is_said_and_the_intake_goes_on_later(
    window: MainWindow, hands: Hands, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = scans_of(office.folder, 500, 510, 520, 530)
    batches: list[BatchId] = []
    room = [500, 510]
    write = durable._write_synced

    def fill_up(part: Path, pieces: Iterable[bytes]) -> None:
        if not room:
            raise OSError(errno.ENOSPC, "no space left")
        room.pop()
        write(part, pieces)

    with monkeypatch.context() as disk:
        disk.setattr(durable, "_write_synced", fill_up)
        window._frame.aside.start(
            lambda: office.app.intake.capture(files, actor=CLERK, taken=lambda into, _: batches.append(into)),
            lambda _: pytest.fail("it was taken in without room"),
        )
        hands.rest()
    assert "Ổ đĩa đã đầy" in window.verify.notice.sentence
    work_on(window, hands, office)
    assert kept(office, batches[0]) == [500, 510]
    assert office.app.upkeep.check(actor=HEAD) == ()
    office.app.intake.capture(files, actor=CLERK, into=batches[0])
    assert kept(office, batches[0]) == [500, 510, 520, 530]


def kept(office: Office, batch: BatchId) -> list[int]:
    """The widths of the pages that a batch has."""

    def look() -> list[int]:
        with office.app.store.view() as view:
            return [one.page.width for one in view.batches.pages(batch)]

    return office.app.lane.run(look)
