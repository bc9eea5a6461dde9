"""What lies over the window on a key: the command palette, the sheet of keys, the panel of jobs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrdigitize.gui.frame.commands import Command, KeyGroup, commands_of, keys_of, parts_of
from hrdigitize.gui.frame.jobs_panel import JobsPanel, Ticks
from hrdigitize.gui.frame.key_sheet import KeySheet
from hrdigitize.gui.frame.name_search import NameSearch
from hrdigitize.gui.frame.palette import CommandPalette
from hrdigitize.gui.frame.room import Frame, Room, RoomName, RoomPage
from hrdigitize.gui.look.keys import Key, bind, offer
from hrdigitize.gui.look.preferences import SchemeChoice

#: The pages that were made so far, and the one on screen.
Pages = Callable[[], Mapping[RoomName, RoomPage]]


class Overlays:
    """Binds the keys of the three to the window and tells them what there is to do.

    rooms: those that the person may enter; pages: those that were entered; current: the name of the one on
    screen.
    """

    def __init__(
        self,
        window: QWidget,
        frame: Frame,
        rooms: Mapping[RoomName, Room],
        pages: Pages,
        current: Callable[[], RoomName | None],
        *,
        ticks: Ticks = time.monotonic,
    ) -> None:
        self._window = window
        self._rooms = rooms
        self._pages = pages
        self._current = current
        search = NameSearch(
            frame, cadre_rooms=RoomName.DOSSIERS in rooms, document_rooms=RoomName.VERIFY in rooms
        )
        self.palette = CommandPalette(window, self._commands, search)
        self.sheet = KeySheet(window, self._keys)
        self.jobs = JobsPanel(window, frame.jobs, ticks)
        self._all = (self.palette, self.sheet, self.jobs)
        for key, overlay, words in (
            (Key.PALETTE, self.palette, QCoreApplication.translate("Overlays", "Mở ô tìm việc")),
            (Key.KEY_SHEET, self.sheet, QCoreApplication.translate("Overlays", "Xem các phím tắt")),
            (Key.JOBS, self.jobs, QCoreApplication.translate("Overlays", "Xem các việc của máy")),
        ):
            bind(key, window, partial(self._toggle, overlay), words)
        for choice, words in (
            (SchemeChoice.LIGHT, QCoreApplication.translate("Overlays", "Giao diện sáng")),
            (SchemeChoice.DARK, QCoreApplication.translate("Overlays", "Giao diện tối")),
            (SchemeChoice.SYSTEM, QCoreApplication.translate("Overlays", "Giao diện sáng, tối theo máy")),
        ):
            offer(window, partial(_choose_scheme, frame, choice), words)

    def dismiss(self) -> None:
        """Nothing lies over the window any more."""
        for overlay in self._all:
            overlay.dismiss()

    def _toggle(self, wanted: CommandPalette | KeySheet | JobsPanel) -> None:
        for overlay in self._all:
            if overlay is not wanted:
                overlay.dismiss()
        wanted.toggle()

    def _commands(self) -> tuple[Command, ...]:
        here = self._current()
        room = () if here is None else commands_of(parts_of(self._pages()[here]), self._rooms[here].words)
        return (*room, *commands_of((self._window,), self._everywhere()))

    def _keys(self) -> tuple[KeyGroup, ...]:
        here, pages = self._current(), self._pages()
        names = sorted(pages, key=lambda name: (name is not here, list(self._rooms).index(name)))
        groups = [keys_of(parts_of(pages[name]), self._rooms[name].words) for name in names]
        everywhere = keys_of((self._window,), self._everywhere())
        return (*groups[:1], everywhere, *groups[1:])

    def _everywhere(self) -> str:
        return QCoreApplication.translate("Overlays", "Mọi phần")


def _choose_scheme(frame: Frame, choice: SchemeChoice) -> None:
    frame.preferences.change(scheme=choice)
    frame.ways.reopen.emit()
