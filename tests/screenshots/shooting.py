"""One series of pictures, in one process: the desk, a table, all verified, approved, printed."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.domain.users import User
from hrdigitize.door import Door, Practice
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.desk.reason import ReasonDialog
from hrdigitize.gui.desk.state import Typed
from hrdigitize.gui.entry.login import LoginDialog
from hrdigitize.gui.entry.own_passphrase import OwnPassphraseDialog
from hrdigitize.gui.entry.restore import RestoreDialog
from hrdigitize.gui.entry.set_up import SetUpDialog
from hrdigitize.gui.look import theme, translation
from hrdigitize.gui.running import singletons
from hrdigitize.gui.window import ASKING, MainWindow
from tests.screenshots.station import keep_station

_PATIENCE_S = 60.0
_REVIEWER = Actor("Trần Văn Bình", Role.REVIEWER)


class Photographer:
    """Works the window through its stations and keeps a picture of each."""

    def __init__(self, qt: QApplication, window: MainWindow, target: Path, series: str) -> None:
        self._qt = qt
        self._window = window
        self._target = target
        self._series = series

    def rest(self) -> None:
        """Until nothing is under way and everything is painted."""
        begun = time.monotonic()
        while time.monotonic() - begun < _PATIENCE_S:
            self._qt.processEvents()
            if self._window.session.state is not None and self._window.idle:
                break
            time.sleep(0.02)
        for _ in range(10):
            self._qt.processEvents()

    def keep(self, station: str) -> None:
        self.rest()
        path = self._target / f"{self._series}-{station}.png"
        self._window.grab().save(str(path))
        sys.stdout.write(f"{path}\n")

    def go(self) -> None:
        self.keep("1-desk")
        self._to_a_table()
        self.keep("2-table")
        self._answer_everything()
        self.keep("3-verified")
        self._window.session.approve()
        self.keep("4-approved")
        # The next document is open by now: back to the one that can be printed.
        self._window.verify.notice.button.click()
        self.rest()
        self._window.verify.print_button.click()
        self.rest()
        while self._window.prints.pdf.status() is QPdfDocument.Status.Loading:
            self._qt.processEvents()
        time.sleep(1.0)
        self.keep("5-printed")

    def _to_a_table(self) -> None:
        state = self._window.session.state
        entries = state.entries() if state is not None else ()
        cells = [entry for entry in entries if entry.table and entry.mark is Mark.DOUBTFUL]
        if cells:
            self._window.session.select(cells[len(cells) // 2].path)

    def _answer_everything(self) -> None:
        session = self._window.session
        while session.state is not None and session.state.remaining and session.state.entry is not None:
            answer = session.state.entry.answer
            if session.state.entry.must_be_typed and not answer.text:
                session.answer_without_value(answer.state)
            else:
                session.enter(Typed(answer.text, as_written=True))
            self._qt.processEvents()


def _keep_dialog(qt: QApplication, dialog: QDialog, path: Path) -> None:
    dialog.show()
    begun = time.monotonic()
    while time.monotonic() - begun < 0.5:
        qt.processEvents()
    dialog.grab().save(str(path))
    sys.stdout.write(f"{path}\n")
    dialog.close()


def _keep_ways_in(qt: QApplication, target: Path, series: str) -> None:
    """The login after a wrong passphrase, and the setting up of a new store; no door is behind them."""

    def refuse(*_: object) -> tuple[App, User]:
        raise UserFault("login-refused", seconds=4)

    def refuse_choice(*_: object) -> tuple[App, User]:
        raise UserFault("passphrase-unchanged")

    def refuse_recovery(*_: object) -> None:
        raise UserFault("recovery-shares-refused")

    def refuse_practice() -> Practice:
        raise UserFault("store-disk-full")

    found = Generation(7, date(2026, 11, 24))
    door = Door(
        is_set_up=True,
        enter=refuse,
        set_up=refuse,
        generations=lambda _place: (found,),
        restore=lambda _place, _number: found,
        recover=refuse_recovery,
        choose=refuse_choice,
        require_for_sheets=lambda _place: None,
        require_for_backup=lambda _place, _sheets: None,
        scanners=tuple,
        practise=refuse_practice,
    )
    login, set_up = LoginDialog(door), SetUpDialog(door)
    login.name.setText("lan")
    login.passphrase.setText("bốn mùa hoa sửa")
    login.button.click()
    for name, dialog in (("login", login), ("set-up", set_up)):
        _keep_dialog(qt, dialog, target / f"{series}-0-{name}.png")
        dialog.close_tasks()
    own = OwnPassphraseDialog(door, "minh", "")
    _keep_dialog(qt, own, target / f"{series}-0-own-passphrase.png")
    own.button.click()
    _keep_dialog(qt, own, target / f"{series}-0-own-passphrase-refused.png")
    own.close_tasks()
    restore = RestoreDialog(door)
    restore.place.line.setText("E:\\")
    restore.place.chosen.emit()
    restore.forgotten.setChecked(True)
    _keep_dialog(qt, restore, target / f"{series}-0-restore.png")
    restore.button.click()
    _keep_dialog(qt, restore, target / f"{series}-0-restore-refused.png")
    restore.close_tasks()
    reason = ReasonDialog(None)
    reason.line.setText("Đối chiếu giấy khai sinh: đọc nhầm chữ số")
    _keep_dialog(qt, reason, target / f"{series}-0-reason.png")


def main(arguments: Sequence[str]) -> int:
    store, target, series, size = arguments
    width, height = (int(side) for side in size.split("x"))
    singletons.keep_alive()
    qt = QApplication(sys.argv[:1])
    translation.install(qt)
    theme.apply(qt)
    _keep_ways_in(qt, Path(target), series)
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "store"
        shutil.copytree(store, own)
        app = open_sample(own, clock=lambda: datetime.now(tz=UTC))
        try:
            asking = replace(ASKING, target=lambda _parent, name: Path(folder) / name)
            window = MainWindow(app, _REVIEWER, asking=asking, lockable=True)
            window.resize(width, height)
            window.show()
            Photographer(qt, window, Path(target), series).go()
            page = window.session.state.document.pages[0].id if window.session.state is not None else None
            window.close()
            if page is not None:
                keep_station(qt, app, page, Path(target), f"{series} {size}")
        finally:
            app.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
