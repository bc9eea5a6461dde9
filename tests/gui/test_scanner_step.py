"""The step of the scanner: nobody waits for a driver, and whoever plugs a scanner in looks again."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.gui.entry.set_up import SetUpDialog
from tests.gui.test_login import APP, LAN, Guard
from tests.gui.test_set_up import CANON, EPSON, Clerk
from tests.gui.typing_hands import press


@pytest.fixture
def guard(dressed: QApplication) -> Guard:
    return Guard()


def test_nobody_waits_for_a_driver_that_does_not_answer(guard: Guard, tmp_path: Path, qtbot: QtBot) -> None:
    let_go, asked = threading.Event(), threading.Event()

    def scanners() -> tuple[Device, ...]:
        asked.set()
        let_go.wait(20)
        return (CANON,)

    dialog = SetUpDialog(replace(guard.door(is_set_up=False), scanners=scanners))
    clerk = Clerk(dialog, qtbot)
    assert not asked.is_set()
    clerk.to_the_last_question(tmp_path)
    assert asked.wait(5), "it is asked while somebody types"
    assert "Đang tìm" in dialog.scanner.said.text()
    clerk.enter()
    assert clerk.heading == "Kho đã sẵn sàng"
    clerk.enter()
    dialog.close_tasks()
    let_go.set()
    assert dialog.result_given == (APP, LAN)


def test_scanners_are_looked_for_again_by_a_key(guard: Guard, tmp_path: Path, qtbot: QtBot) -> None:
    answers: list[tuple[Device, ...] | UserFault] = [
        UserFault("scanner-program-missing"),
        (),
        (CANON, EPSON),
        (EPSON,),
    ]

    def scanners() -> tuple[Device, ...]:
        answer = answers.pop(0)
        if isinstance(answer, UserFault):
            raise answer
        return answer

    dialog = SetUpDialog(replace(guard.door(is_set_up=False), scanners=scanners))
    clerk = Clerk(dialog, qtbot)
    clerk.to_the_last_question(tmp_path)
    step = dialog.scanner
    qtbot.waitUntil(lambda: "chưa có chương trình quét" in step.said.text())
    press(clerk.at, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "Không thấy máy quét nào" in step.said.text())
    assert step.device == ("", "")
    press(clerk.at, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "2 máy quét" in step.said.text())
    assert step.device == ("canon:1", "Canon DR-C225 II")
    press(clerk.at, Qt.Key.Key_Down)
    press(clerk.at, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "1 máy quét" in step.said.text())
    assert step.device == ("epson:1", "EPSON DS-530"), "what was chosen stays chosen"
    press(clerk.at, Qt.Key.Key_End)
    assert step.device == ("", "")
    dialog.close_tasks()
