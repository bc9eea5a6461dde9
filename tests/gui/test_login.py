"""The way in: who is let in, who is told why not and how long to wait, what a new store asks for."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hrdigitize.app import App, set_up
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.actors import Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.domain.users import NewUser, User
from hrdigitize.door import Door, Practice, door_of
from hrdigitize.gui.entry.login import LoginDialog
from hrdigitize.gui.entry.own_passphrase import OwnPassphraseDialog
from tests.gui.conftest import TickingClock
from tests.gui.typing_hands import type_text

APP = App.__new__(App)
USB = Path("/media/usb")
LAN = User("lan", "Nguyễn Thị Lan", Role.COMMUNE_HEAD, datetime(2026, 11, 2, 8, tzinfo=UTC))


GIVEN, OWN = "mật khẩu do lan đặt", "gió bấc mưa phùn"
MINH = User("minh", "Trần Văn Minh", Role.CLERK, datetime(2026, 11, 2, 8, tzinfo=UTC))


class Guard:
    """A door that knows one passphrase, and one that somebody else gave."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.set_up_with: list[tuple[NewUser, Path]] = []
        self.lying = (Generation(1, date(2026, 11, 2)), Generation(2, date(2026, 11, 9)))
        self.restored: list[int] = []
        self.recovered: list[tuple[tuple[str, ...], str, str]] = []
        self.chosen: list[tuple[str, str]] = []
        self.places: list[Path] = []
        self.scanners: tuple[Device, ...] = ()

    def enter(self, name: str, passphrase: str) -> tuple[App, User]:
        self.asked.append(name)
        if passphrase == GIVEN:
            raise UserFault("passphrase-not-own", name=name)
        if passphrase != "bốn mùa hoa sữa":
            raise UserFault("login-refused", seconds=2)
        return APP, LAN

    def set_up(self, first: NewUser, sheets: Path) -> tuple[App, User]:
        self.set_up_with.append((first, sheets))
        return APP, LAN

    def generations(self, place: Path) -> tuple[Generation, ...]:
        return self.lying if place == USB else ()

    def restore(self, place: Path, number: int) -> Generation:
        assert place == USB
        self.restored.append(number)
        return next(one for one in self.lying if one.number == number)

    def recover(self, shares: Sequence[str], name: str, passphrase: str) -> None:
        if len(set(shares)) < 2:
            raise UserFault("recovery-shares-refused")
        self.recovered.append((tuple(shares), name, passphrase))

    def choose(self, name: str, given: str, own: str) -> tuple[App, User]:
        assert given == GIVEN
        if own == given:
            raise UserFault("passphrase-unchanged")
        self.chosen.append((name, own))
        return APP, MINH

    def practise(self) -> Practice:
        raise UserFault("store-disk-full")

    def door(self, *, is_set_up: bool = True) -> Door:
        return Door(
            is_set_up,
            self.enter,
            self.set_up,
            self.generations,
            self.restore,
            self.recover,
            self.choose,
            require_for_sheets=lambda place: self.places.append(place),
            require_for_backup=lambda place, _sheets: self.places.append(place),
            scanners=lambda: self.scanners,
            practise=self.practise,
        )


@pytest.fixture
def guard(dressed: QApplication) -> Guard:
    return Guard()


def test_the_right_passphrase_comes_in_whatever_the_case_of_the_name(guard: Guard, qtbot: QtBot) -> None:
    dialog = LoginDialog(guard.door())
    qtbot.addWidget(dialog)
    dialog.name.setText(" Lan ")
    dialog.passphrase.setText("bốn mùa hoa sữa")
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()
    dialog.close_tasks()
    assert dialog.result_given == (APP, LAN)
    assert guard.asked == ["lan"]


def test_a_wrong_passphrase_is_told_cleared_and_waits(guard: Guard, qtbot: QtBot) -> None:
    dialog = LoginDialog(guard.door())
    qtbot.addWidget(dialog)
    dialog.name.setText("lan")
    dialog.passphrase.setText("sai mật khẩu rồi")
    dialog.button.click()
    qtbot.waitUntil(lambda: dialog.waiting > 0)
    assert "không đúng" in dialog.notice.sentence
    assert (dialog.passphrase.text(), dialog.button.isEnabled()) == ("", False)
    assert "2 giây" in dialog.button.text()
    qtbot.waitUntil(dialog.button.isEnabled, timeout=6_000)
    assert dialog.button.text() == "Đăng nhập"
    dialog.close_tasks()
    assert dialog.result_given is None


def given_one(guard: Guard, qtbot: QtBot, work: Callable[[OwnPassphraseDialog], None]) -> LoginDialog:
    """Logs in with a passphrase that somebody else gave, and works in the dialog that comes up."""
    login = LoginDialog(guard.door())
    qtbot.addWidget(login)
    login.show()
    type_text(login.name, "minh")
    type_text(login.passphrase, GIVEN)
    worked: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OwnPassphraseDialog) and not worked:
            worked.append(True)
            work(dialog)

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(20)
    login.button.click()
    qtbot.waitUntil(lambda: bool(worked) and QApplication.activeModalWidget() is None, timeout=10_000)
    watch.stop()
    return login


def test_whoever_was_given_a_passphrase_chooses_one_and_is_in(guard: Guard, qtbot: QtBot) -> None:
    said: list[str] = []

    def work(dialog: OwnPassphraseDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        type_text(dialog.passphrase, OWN)
        type_text(dialog.again, OWN)
        dialog.button.click()

    login = given_one(guard, qtbot, work)
    login.close_tasks()
    assert any("do người khác đặt" in words for words in said)
    assert (guard.asked, guard.chosen) == (["minh"], [("minh", OWN)])
    assert login.result_given == (APP, MINH)
    assert not login.isVisible()


def test_whoever_leaves_the_choice_stands_before_the_login_again(guard: Guard, qtbot: QtBot) -> None:
    login = given_one(guard, qtbot, lambda dialog: dialog.reject())
    assert (login.result_given, guard.chosen, login.isVisible()) == (None, [], True)
    assert (login.passphrase.text(), login.button.isEnabled()) == ("", True)
    login.close()
    login.close_tasks()


def test_a_choice_that_is_none_is_told_and_asked_for_again(guard: Guard, qtbot: QtBot) -> None:
    dialog = OwnPassphraseDialog(guard.door(), "minh", GIVEN)
    qtbot.addWidget(dialog)
    type_text(dialog.passphrase, OWN)
    type_text(dialog.again, "gió bấc mưa phún")
    dialog.button.click()
    assert "không giống nhau" in dialog.notice.sentence
    assert (dialog.passphrase.text(), dialog.again.text()) == ("", "")
    for line in (dialog.passphrase, dialog.again):
        type_text(line, GIVEN)
    dialog.button.click()
    qtbot.waitUntil(lambda: "mật khẩu khác" in dialog.notice.sentence)
    assert dialog.button.isEnabled()
    for line in (dialog.passphrase, dialog.again):
        type_text(line, OWN)
    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()
    dialog.close_tasks()
    assert dialog.result_given == (APP, MINH)


def test_a_new_user_of_a_real_store_comes_in_by_the_two_dialogs(
    dressed: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, clock = tmp_path / "store", TickingClock()
    app, lan = set_up(folder, NewUser("lan", "Lan", "bốn mùa hoa sữa"), tmp_path / "usb", clock=clock)
    app.users.add(NewUser("minh", "Minh", GIVEN), Role.CLERK, actor=lan.actor)
    app.close()
    dialog = OwnPassphraseDialog(door_of(folder, clock=clock), "minh", GIVEN)
    qtbot.addWidget(dialog)
    for line in (dialog.passphrase, dialog.again):
        type_text(line, OWN)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.button.click()
    dialog.close_tasks()
    assert dialog.result_given is not None
    app, minh = dialog.result_given
    app.close()
    assert (minh.name, minh.role) == ("minh", Role.CLERK)
    door_of(folder, clock=clock).enter("minh", OWN)[0].close()


def test_nobody_goes_away_while_the_store_is_being_opened(guard: Guard, qtbot: QtBot) -> None:
    let_go = threading.Event()

    def enter(_name: str, _passphrase: str) -> tuple[App, User]:
        let_go.wait(10)
        return APP, LAN

    dialog = LoginDialog(replace(guard.door(), enter=enter))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("lan")
    dialog.passphrase.setText("bốn mùa hoa sữa")
    dialog.button.click()
    dialog.close()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        let_go.set()
    dialog.close_tasks()
    assert dialog.result_given == (APP, LAN)


def test_nothing_is_asked_without_name_and_passphrase(guard: Guard, qtbot: QtBot) -> None:
    dialog = LoginDialog(guard.door())
    qtbot.addWidget(dialog)
    dialog.name.setText("lan")
    dialog.button.click()
    dialog.close_tasks()
    assert guard.asked == []


def test_the_page_to_come_in_on_is_there_before_what_takes_long_to_load() -> None:
    """Loading all of the program takes ten times as long as a page to type on; it is loaded meanwhile."""
    code = (
        "import sys; import hrdigitize.gui.front_door;"
        "print([name for name in ('hrdigitize.app', 'numpy', 'sqlalchemy', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_opens_a_store_is_loaded_ahead_or_when_it_is_asked_for(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime;"
        "from hrdigitize.door import door_of;"
        "door = door_of(Path(sys.argv[1]), clock=lambda: datetime.now(UTC));"
        "print(door.is_set_up, door.generations(Path(sys.argv[1])), 'hrdigitize.app' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False () False"
