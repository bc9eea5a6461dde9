"""The sample dossiers, tried before the office's own store: read at once, checked alone, thrown away."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.app import open_sample
from hrdigitize.domain.faults import UserFault
from hrdigitize.door import Practice, door_of
from hrdigitize.gui.entry.login import LoginDialog
from hrdigitize.gui.entry.set_up import SetUpDialog
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.front_door import work_in_store
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.intake.state import Progress
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.practice_window import practice_window, stay_in_practice
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import CLERK, Office, TickingClock
from tests.gui.paper import reading_here, written
from tests.gui.test_login import APP, LAN, Guard
from tests.gui.typing_hands import press, type_text
from tests.services.made_up import FORM_WIDTH_PX, scan

_PASSPHRASE = "bốn mùa hoa sữa"


@pytest.fixture
def practice(office: Office, dressed: QApplication) -> Iterator[Practice]:
    """A batch that was taken in and not read yet, as `Door.practise` leaves it."""
    with reading_here(office) as app:
        app.intake.capture(written(office.folder / "scans", to1=scan(FORM_WIDTH_PX)), actor=CLERK)
        yield Practice(app, TemporaryDirectory())


def _practice_on(store: Path) -> Practice:
    folder = TemporaryDirectory()
    shutil.copytree(store, Path(folder.name) / "store")
    return Practice(open_sample(Path(folder.name) / "store", clock=TickingClock()), folder)


def test_the_dossiers_are_read_at_once_and_the_window_says_what_to_do(
    practice: Practice, qtbot: QtBot
) -> None:
    window = practice_window(practice, PreferenceFile(), RoomName.INTAKE)
    window.show()
    room = window.room
    assert isinstance(room, IntakeRoom)
    qtbot.waitUntil(lambda: "người không có thật" in room.notice.sentence, timeout=20_000)
    assert "F9" in room.notice.sentence
    qtbot.waitUntil(lambda: room.session.lines[0].progress is Progress.READ, timeout=30_000)
    assert window.windowTitle() == "Làm thử với hồ sơ mẫu"
    for key in (Qt.Key.Key_4, Qt.Key.Key_6):
        press(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.room_name is RoomName.PRINT
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    window.close()
    practice.folder.cleanup()


def test_the_window_is_opened_and_what_was_practised_on_is_thrown_away(
    filled_store: Path, dressed: QApplication
) -> None:
    practice = _practice_on(filled_store)
    seen: list[tuple[str, RoomName | None]] = []

    def look() -> None:
        for window in dressed.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.idle:
                seen.append((window.windowTitle(), window.room_name))
                window.close()

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(30)
    stay_in_practice(dressed, practice, PreferenceFile())
    watch.stop()
    assert seen == [("Làm thử với hồ sơ mẫu", RoomName.INTAKE)]
    assert not Path(practice.folder.name).exists()


def test_the_sample_dossiers_lie_in_a_store_of_their_own(tmp_path: Path) -> None:
    practice = door_of(tmp_path / "store", clock=lambda: datetime.now(tz=UTC)).practise()
    folder = Path(practice.folder.name)
    try:
        (batch,) = practice.app.batches.all(actor=CLERK)
        assert (batch.pages, batch.documents, batch.refused) == (11, 0, 0)
        assert (folder / "store").is_dir()
    finally:
        practice.close()
    assert not folder.exists()
    assert not (tmp_path / "store").exists(), "the office's store is another one"


@dataclass
class Newcomer:
    """Works in whatever dialog comes up, until nobody asks any more."""

    steps: dict[type[QWidget], Callable[[QWidget], None]]
    met: list[str] = field(default_factory=list)

    def look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SetUpDialog | LoginDialog) and dialog.isActiveWindow() and dialog.idle:
            name = type(dialog).__name__
            if name not in self.met:
                self.met.append(name)
            self.steps[type(dialog)](dialog)


def _set_up(tmp_path: Path) -> Callable[[QWidget], None]:
    answers = iter(("Nguyễn Thị Lan", "lan", _PASSPHRASE, _PASSPHRASE))

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SetUpDialog)
        heading, at = dialog.heading.text(), dialog.focusWidget()
        if heading in ("Cơ quan", "Nơi sao lưu"):
            press(at, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        elif heading == "Người dùng đầu tiên":
            for answer in answers:
                dialog.name.selectAll()
                type_text(dialog.focusWidget(), answer)
                press(dialog.focusWidget(), Qt.Key.Key_Tab)
            press(dialog.button, Qt.Key.Key_Return)
        elif heading == "Mảnh khóa khôi phục":
            type_text(at, str(tmp_path / "usb"))
            press(at, Qt.Key.Key_Return)
        elif heading == "Máy quét":
            press(at, Qt.Key.Key_Return)
        elif not dialog.try_first.hasFocus():
            press(at, Qt.Key.Key_Tab)
        else:
            press(at, Qt.Key.Key_Space)

    return answer


def _log_in(dialog: QWidget) -> None:
    assert isinstance(dialog, LoginDialog)
    assert dialog.name.text() == "lan", "who set it up need not type their name again"
    type_text(dialog.passphrase, _PASSPHRASE)
    press(dialog.passphrase, Qt.Key.Key_Return)


def test_whoever_tries_the_samples_first_logs_in_to_the_store_afterwards(
    filled_store: Path, dressed: QApplication, tmp_path: Path
) -> None:
    """From an empty PC to the office's own window, through the front door."""
    real = door_of(tmp_path / "store", clock=TickingClock())
    windows: list[tuple[str, str]] = []

    def look() -> None:
        newcomer.look()
        for window in dressed.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.idle:
                windows.append((window.windowTitle(), newcomer.met[-1]))
                if len(windows) == 1:
                    # The office's store is not open meanwhile: nobody else would come in.
                    real.enter("lan", _PASSPHRASE)[0].close()
                window.close()

    newcomer = Newcomer({SetUpDialog: _set_up(tmp_path), LoginDialog: _log_in})
    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(20)
    door = replace(real, practise=partial(_practice_on, filled_store), scanners=tuple)
    assert work_in_store(door) == 0
    watch.stop()
    assert windows == [
        ("Làm thử với hồ sơ mẫu", "SetUpDialog"),
        ("Số hóa hồ sơ cán bộ", "LoginDialog"),
    ]


def test_samples_that_do_not_fit_on_the_disk_keep_nobody_from_work(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    def refuse() -> Practice:
        raise UserFault("store-disk-full")

    guard = Guard()
    dialog = SetUpDialog(replace(guard.door(is_set_up=False), practise=refuse))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    answer = _set_up(tmp_path)
    for _ in range(7):
        qtbot.waitUntil(lambda: dialog.idle)
        answer(dialog)
    qtbot.waitUntil(lambda: dialog.idle)
    assert dialog.notice.isVisible()
    assert "đầy" in dialog.notice.sentence
    assert dialog.button.hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.button, Qt.Key.Key_Return)
    dialog.close_tasks()
    assert (dialog.practice, dialog.result_given) == (None, (APP, LAN))
