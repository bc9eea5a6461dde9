"""The window's front door: somebody comes in, works, and comes in again whenever it was locked."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from PySide6.QtCore import QTimer

from hrdigitize.door import Door, Practice, load_ahead
from hrdigitize.gui.entry.login import come_in
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.running import errors, garbage
from hrdigitize.gui.running.dressing import dressed


def work_in_store(door: Door, preferences: PreferenceFile | None = None) -> int:
    """Lets somebody come in and opens the window for them, again whenever it was locked.

    The store is closed while the window is locked: its keys are not in memory then. The page to come in on
    is shown before the window is loaded. preferences: what the person chose for the window.
    """
    kept = preferences or PreferenceFile()
    qt = dressed(kept.now)
    name = ""
    QTimer.singleShot(0, lambda: load_ahead(_window))

    def practise(practice: Practice) -> None:
        _practice_window().stay_in_practice(qt, practice, kept)

    with errors.hook_installed(), garbage.collected_here():
        while (entered := come_in(door, name, kept, practise)) is not None:
            app, user = entered
            name = user.name
            try:
                locked = _window().stay_until_locked(qt, app, user.actor, preferences=kept)
            finally:
                app.close()
            if not locked:
                break
            door = replace(door, is_set_up=True)
    return 0


def _window() -> ModuleType:
    """The window with all its rooms: the page to come in on does not wait for it."""
    from hrdigitize.gui import window

    return window


def _practice_window() -> ModuleType:
    from hrdigitize.gui import practice_window

    return practice_window
