"""Counts keys at an editor, for the figures of the operators; which keys they are is not looked at."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdigitize.domain.effort import EffortCounter
from hrdigitize.domain.record import DocumentId
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.frame.room import Frame
from hrdigitize.services.permissions import Action


class EffortWatch(QObject):
    """Keeps what a document took when another one comes on screen, or the person goes elsewhere.

    seconds: a clock that only goes forward.
    """

    def __init__(
        self,
        frame: Frame,
        session: DeskSession,
        editor: QWidget,
        parent: QObject | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._session = session
        self._seconds = seconds
        self._counter = EffortCounter()
        self._document: DocumentId | None = None
        if frame.may(Action.ANSWER):
            editor.installEventFilter(self)
            session.opened.connect(self.begin)

    def begin(self) -> None:
        """What is on screen counts from now; what was before is kept."""
        self.keep()
        self._document = self._session.state.document.id if self._session.state is not None else None
        self._counter.begin(self._seconds())

    def keep(self) -> None:
        """Stores what was counted so far, if there was anything."""
        effort, document, frame = self._counter.taken(), self._document, self._frame
        if effort and document is not None:
            frame.lane.start(
                lambda: frame.app.operators.note(document, effort, actor=frame.actor), lambda _: None
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key asks first whether it is a shortcut; what an input method hands over comes by itself."""
        pressed = event.type() == QEvent.Type.ShortcutOverride
        if pressed and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            pressed = False
        if pressed or event.type() == QEvent.Type.InputMethod:
            self._counter.note(self._seconds())
        return super().eventFilter(watched, event)
