"""Picks the front door: the window without arguments, the terminal with any."""

from __future__ import annotations

import multiprocessing
import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hrdigitize import bundle
from hrdigitize.domain.faults import UserFault

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.capture.scanners import Scanner
    from hrdigitize.domain.actors import Actor
    from hrdigitize.domain.record import DocumentId
    from hrdigitize.domain.scanning import ScanSettings
    from hrdigitize.domain.secrecy import Secrecy

# Rooms are imported inside the functions, here at the top floor alone: a terminal command must not load
# Qt, and every helper process imports this module when it is spawned and needs none of them.


def main() -> int:
    """Runs the program; its exit code."""
    multiprocessing.freeze_support()
    from hrdigitize.cli.door import guarded
    from hrdigitize.cli.language import preferred
    from hrdigitize.cli.main import run
    from hrdigitize.cli.terminal import Terminal, speak_utf8

    arguments = sys.argv[1:]
    if arguments:
        return run(arguments, os.environ, open_window=open_window, open_station=open_station)
    speak_utf8()
    return guarded(
        partial(_work_in_window, bundle.store_folder()), Terminal(preferred(os.environ)), os.environ
    )


def open_window(app: App, actor: Actor, document: DocumentId | None) -> int:
    """The window on an open program. UserFault "window-no-display", "window-libraries-missing"."""
    if not has_display():
        raise UserFault("window-no-display")
    try:
        from hrdigitize.gui import window
        from hrdigitize.gui.look.preferences import PreferenceFile
    except ImportError as missing:
        raise UserFault("window-libraries-missing", name=missing.name or "Qt") from missing
    return window.open_window(app, actor, document, PreferenceFile(bundle.preference_file()))


def open_station(
    app: App, actor: Actor, scanner: Scanner, settings: ScanSettings, *, marking: Secrecy, muted: bool
) -> int:
    """The scanning station on an open program. UserFault as `open_window`, "action-not-allowed"."""
    if not has_display():
        raise UserFault("window-no-display")
    try:
        from hrdigitize.gui.station import door
    except ImportError as missing:
        raise UserFault("window-libraries-missing", name=missing.name or "Qt") from missing
    return door.open_station(app, actor, scanner, settings, marking=marking, muted=muted)


def has_display() -> bool:
    """Whether a window can be shown at all: without a display Qt ends the process, without a word to say."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _work_in_window(folder: Path) -> int:
    from hrdigitize.door import door_of

    if not has_display():
        raise UserFault("window-no-display")
    try:
        from hrdigitize.gui import front_door
        from hrdigitize.gui.look.preferences import PreferenceFile
    except ImportError as missing:
        raise UserFault("window-libraries-missing", name=missing.name or "Qt") from missing
    door = door_of(folder, clock=lambda: datetime.now(tz=UTC))
    return front_door.work_in_store(door, PreferenceFile(bundle.preference_file()))


if __name__ == "__main__":
    sys.exit(main())
