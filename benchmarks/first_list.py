"""An office that somebody logs in to, and how long it is from there to the first list on screen."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from benchmarks.clerk import wait
from benchmarks.searching import fill
from hrdigitize.app import enter, set_up
from hrdigitize.domain.users import NewUser
from hrdigitize.gui.desk.document_list import DocumentList
from hrdigitize.gui.running import garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.window import MainWindow

_NAME, _PASSPHRASE = "ha", "khướu bạc má đầu rừng"


def make_office(folder: Path, cadres: int) -> None:
    """A store with so many cadres, and somebody who may come in."""
    sheets = folder.parent / f"{folder.name}-sheets"
    sheets.mkdir()
    app, _ = set_up(folder, NewUser(_NAME, "Nguyễn Thị Hà", _PASSPHRASE), sheets, clock=_now)
    try:
        app.lane.run(lambda: fill(app.store, None, cadres))
    finally:
        app.close()


def program(folder: str) -> None:
    """Logs in and prints the seconds from there until the list of documents is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = dressed()
    with garbage.collected_here():
        app, user = enter(Path(folder), _NAME, _PASSPHRASE, clock=_now)
        begun = perf_counter()
        garbage.leave_out_what_lives()
        window = MainWindow(app, user.actor, lockable=True)
        painted = FirstPainting(window.verify.documents)
        window.show()
        qt.exec()
        sys.stdout.write(f"{painted.at - begun:.4f}\n")
        sys.stdout.flush()
        _come_to_rest(window)
        window.close()
        app.close()


class FirstPainting(QObject):
    """Ends the event loop when a list is painted with what it asked for first. at: the clock then."""

    def __init__(self, documents: DocumentList) -> None:
        super().__init__()
        self.at = 0.0
        self._view = documents.view
        documents.listed.connect(self._paint, Qt.ConnectionType.SingleShotConnection)

    def _paint(self) -> None:
        self._view.viewport().repaint()
        self.at = perf_counter()
        QApplication.quit()


def _come_to_rest(window: MainWindow) -> None:
    """Until every call has come back. A loop that never sleeps leaves the other threads nothing of Python."""
    wait(lambda: window.idle)


def _now() -> datetime:
    return datetime.now(UTC)
