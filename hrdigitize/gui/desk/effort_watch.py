"""Counts keys at an editor, for the figures of the operators; which keys they are is not looked at."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdigitize.domain.effort import EffortCounter
from hrdigitize.domain.record import DocumentId
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.frame.room import Frame
from hrdigitize.services.permissions import Action

#: Keys that are held while another one is pressed: the two are one stroke.
_WITH_OTHERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)


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
        if _is_key(event):
            self._counter.note(self._seconds())
        return super().eventFilter(watched, event)


def _is_key(event: QEvent) -> bool:
    """A key held down is one; an input method that is only asked to finish hands nothing over."""
    if isinstance(event, QKeyEvent):
        asks = event.type() == QEvent.Type.ShortcutOverride and event.key() not in _WITH_OTHERS
        return asks and not event.isAutoRepeat()
    return isinstance(event, QInputMethodEvent) and bool(event.commitString() or event.preeditString())
