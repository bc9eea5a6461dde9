"""How the window was left: its size, its splitters; put back where the screen still has room for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from hrdigitize.gui.look.preferences import PreferenceFile


def restore(window: QWidget, preferences: PreferenceFile) -> None:
    """The size of last time, no larger than the screen."""
    now = preferences.now
    if now.width and now.height:
        room = window.screen().availableSize()
        window.resize(min(now.width, room.width()), min(now.height, room.height()))
    if now.maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep(window: QWidget, preferences: PreferenceFile) -> None:
    """Notes the size; of a window that fills the screen the one that it had before."""
    size = window.normalGeometry().size() if window.isMaximized() else window.size()
    preferences.change(width=size.width(), height=size.height(), maximised=window.isMaximized())


def keep_splitters(page: QWidget, name: str, preferences: PreferenceFile) -> None:
    """Puts the splitters of a room as they were left, and notes when somebody moves one."""
    for number, splitter in enumerate(page.findChildren(QSplitter)):
        known = f"{name}-{number}"
        sizes = preferences.now.sizes(known)
        if len(sizes) == splitter.count():
            splitter.setSizes(list(sizes))
        splitter.splitterMoved.connect(_noting(splitter, known, preferences))


def _noting(splitter: QSplitter, name: str, preferences: PreferenceFile) -> Callable[..., None]:
    def note(_place: int, _index: int) -> None:
        preferences.keep_sizes(name, tuple(splitter.sizes()))

    return partial(note)
