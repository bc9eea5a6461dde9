"""What lies over the window for a moment: a card on a veil. Esc or a click beside it lets the work go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

_VEIL_ALPHA = 96
_TOP_PX = 48
_EDGE_PX = 16


class Overlay(QWidget):
    """Covers its window while it is open; whatever had the focus gets it back.

    It is part of the window, not a dialog: nothing waits for it. width_px: of the card, where there is room.
    """

    def __init__(self, window: QWidget, width_px: int) -> None:
        super().__init__(window)
        self.hide()
        self._width_px = width_px
        self._over = window
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("Overlay")
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(14, 14, 14, 10)
        self.column.setSpacing(8)
        window.installEventFilter(self)

    def open(self) -> None:
        """Comes up; the keyboard is in it."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self.setGeometry(self._over.rect())
        self._place()
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self) -> None:
        """Opens it, or closes it where it is open: the same key leads both ways."""
        if self.isVisible():
            self.dismiss()
        else:
            self.open()

    def dismiss(self) -> None:
        """Goes away; the focus is where it was."""
        if not self.isVisible():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """What has the keyboard as it opens."""
        return self.card

    def wanted_height(self) -> int:
        """How high the card would like to be."""
        return self.card.sizeHint().height()

    def _place(self) -> None:
        room = self.rect().adjusted(_EDGE_PX, min(_TOP_PX, self.height() // 12), -_EDGE_PX, -_EDGE_PX)
        width = min(self._width_px, room.width())
        height = min(self.wanted_height(), room.height())
        self.card.setGeometry(room.x() + (room.width() - width) // 2, room.y(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It grows and shrinks with the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes round within the card: what is behind the veil is not meant."""
        inside = [
            one
            for one in self.card.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not inside:
            return False
        now = QApplication.focusWidget()
        place = inside.index(now) if now in inside else -1
        step = 1 if forward else -1
        inside[(place + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlpha(_VEIL_ALPHA)
        QPainter(self).fillRect(self.rect(), veil)
