"""Nobody at the desk: after minutes without keyboard and mouse the window is locked (RELIABILITY.md E6)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

#: So long a desk may stand alone.
LOCK_AFTER_MS = 5 * 60 * 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Watches the objects whose event filter it is; says once when nothing touched them for so long."""

    idle = Signal()

    def __init__(self, after_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.idle)
        self._timer.start()

    def touched(self) -> None:
        """Begins the time anew: something went on that is no touch."""
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch begins the time anew; no event is kept back."""
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)
