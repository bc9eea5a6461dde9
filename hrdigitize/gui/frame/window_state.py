"""How the window was left: its size, its splitters; put back where the screen still has room for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
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
            splitter.installEventFilter(_AtFirstSight(splitter, sizes))
        splitter.splitterMoved.connect(_noting(splitter, known, preferences))


def _noting(splitter: QSplitter, name: str, preferences: PreferenceFile) -> Callable[..., None]:
    def note(_place: int, _index: int) -> None:
        preferences.keep_sizes(name, tuple(splitter.sizes()))

    return partial(note)


class _AtFirstSight(QObject):
    """Puts a splitter as it was left once it has its width: before that Qt shares out what it has not got."""

    def __init__(self, splitter: QSplitter, sizes: tuple[int, ...]) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._sizes = sizes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._splitter and event.type() == QEvent.Type.Show:
            self._splitter.removeEventFilter(self)
            QTimer.singleShot(0, self, self._put)
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        self._splitter.setSizes(list(self._sizes))
