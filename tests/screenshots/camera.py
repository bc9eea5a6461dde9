"""Takes pictures of windows that have come to rest, and keeps those that a series wants."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtWidgets import QApplication, QWidget

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.window import ASKING, MainWindow
from tests.screenshots.shrinking import shrunk

_PATIENCE_S = 60.0
#: So long nothing may be under way: what was asked for comes from threads.
_STILL_S = 0.25


@dataclass(frozen=True, slots=True)
class Camera:
    """target: where pictures go; suffix: behind their names. size: of windows. every: whether pictures
    beside the main ones of each room are kept too.
    """

    qt: QApplication
    target: Path
    suffix: str
    size: QSize
    every: bool

    @contextmanager
    def window(
        self, app: App, actor: Actor, room: RoomName, *, files: Path | None = None
    ) -> Iterator[MainWindow]:
        """Somebody's window, open in a room. files: the folder into which it writes what it is told to."""
        asking = replace(ASKING, target=lambda _parent, name: (files or Path()) / name)
        window = MainWindow(app, actor, asking=asking, lockable=True, room=room)
        window.resize(self.size)
        window.show()
        window.activateWindow()
        self.rest(window)
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            self.wait(0.05)

    def rest(self, window: MainWindow, until: Callable[[], object] = lambda: True) -> None:
        """Until nothing is under way, `until` is true, and everything is painted."""
        begun = still_since = time.monotonic()
        while time.monotonic() - begun < _PATIENCE_S:
            self.qt.processEvents()
            if not (window.idle and until()):
                still_since = time.monotonic()
            elif time.monotonic() - still_since > _STILL_S:
                return
            time.sleep(0.005)
        raise TimeoutError("the window does not come to rest")

    def wait(self, seconds: float) -> None:
        """So long things go their way."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.qt.processEvents()
            time.sleep(0.005)

    def shoot(
        self,
        window: MainWindow,
        name: str,
        *,
        main: bool = False,
        until: Callable[[], object] = lambda: True,
    ) -> None:
        """A picture of the window at rest. main: the one that stands for its room."""
        self.rest(window, until)
        self.keep(window, name, main=main)

    def keep(self, widget: QWidget, name: str, *, main: bool = False) -> None:
        """A picture of what is on screen."""
        if not (main or self.every):
            return
        buffer = QBuffer()
        widget.grab().save(buffer, "PNG")
        path = self.target / f"{name}{self.suffix}.png"
        path.write_bytes(shrunk(bytes(buffer.data().data())))
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()
