"""A long day at the window does not end the interpreter."""

from __future__ import annotations

import subprocess
import sys

_DAY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from hrdigitize.gui.running.singletons import keep_alive
keep_alive()
app = QApplication(["-platform", "offscreen"])
widget = QWidget()
for _ in range(200_000):
    widget.update()
    widget.isVisible()
print("still here")
"""


def test_the_interpreter_outlives_many_qt_calls() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DAY], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "still here"
