"""Windows that say when they have taken their first key, then end: to time how long a start takes."""

from __future__ import annotations

import os
import sys


def empty(_folder: str) -> None:
    """A line to type into and nothing else: the least that a window with PySide6 can be."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    qt = QApplication(sys.argv[:1])
    line = QLineEdit()
    line.show()
    _tell_first_key()
    qt.exec()


def program(folder: str) -> None:
    """The program's own way from its start to the page where one logs in."""
    from dataclasses import replace
    from datetime import UTC, datetime
    from pathlib import Path

    from hrdigitize.door import door_of
    from hrdigitize.gui import front_door
    from hrdigitize.gui.running.dressing import dressed

    dressed()
    _tell_first_key()
    door = door_of(Path(folder), clock=lambda: datetime.now(UTC))
    front_door.work_in_store(replace(door, is_set_up=True))


def _tell_first_key() -> None:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    def look() -> None:
        line = QApplication.focusWidget()
        if not isinstance(line, QLineEdit) or not line.isVisible():
            return
        QTest.keyClick(line, Qt.Key.Key_A)
        if line.text() == "a":
            sys.stdout.write("key\n")
            sys.stdout.flush()
            os._exit(0)

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(5)
