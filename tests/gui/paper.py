"""Paper for the rooms that take it in and put it in order, and a queue that reads in this process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.app import App
from hrdigitize.capture.decode import decode
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import ASKING, MainWindow
from hrdigitize.services.batch_run import Archive
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading import BatchReading
from hrdigitize.services.reading_queue import ReadingQueue
from hrdigitize.services.rereading import Rereading
from hrdigitize.workers.reading import Reader
from tests.gui.conftest import Office, TickingClock, opened_copy
from tests.services.made_up import telling_engine

T = TypeVar("T")


@contextmanager
def reading_here(office: Office) -> Iterator[App]:
    """The real program; what it reads is read in this process, by an engine that says what it is told."""
    app = office.app
    identifiers = Identifiers(TickingClock(), os.urandom)
    pictures = Pictures(app.store.originals, decode)

    def readers() -> Reader:
        return Reader(inline=True, engines=telling_engine)

    queue = ReadingQueue(Archive(app.store, app.lane, pictures, identifiers), readers, time.monotonic)
    rereading = Rereading(app.store, app.lane, pictures=pictures, readers=readers, identifiers=identifiers)
    reading = BatchReading(app.store, app.lane, pictures=pictures, readers=readers, identifiers=identifiers)
    try:
        yield replace(app, queue=queue, reading=reading, rereading=rereading)
    finally:
        queue.close()


def prepared(filled: Path, folder: Path, prepare: Callable[[App], T]) -> tuple[Path, T]:
    """A filled store, copied and gone on with once for many tests; where it lies, and what that gave."""
    with opened_copy(filled, folder) as office, reading_here(office) as app:
        made = prepare(app)
    return folder / "store", made


@contextmanager
def open_window(
    app: App,
    actor: Actor,
    qtbot: QtBot,
    *,
    files: tuple[Path, ...] = (),
    folder: Path | None = None,
    room: RoomName | None = None,
) -> Iterator[MainWindow]:
    """The window of somebody at 1366 x 768; files, folder: what its dialogs answer. room: as `MainWindow`."""
    asking = replace(ASKING, files=lambda _parent: files, folder=lambda _parent: folder)
    shown = MainWindow(app, actor, asking=asking, room=room)
    shown.resize(1366, 768)
    shown.show()
    qtbot.waitUntil(lambda: shown.idle, timeout=20_000)
    try:
        yield shown
    finally:
        shown.close()
        shown.deleteLater()
        QApplication.processEvents()


def written(folder: Path, **files: bytes) -> tuple[Path, ...]:
    """Files of these names (".png" is added) with these contents."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, content in files.items():
        paths.append(folder / f"{name}.png")
        paths[-1].write_bytes(content)
    return tuple(paths)
