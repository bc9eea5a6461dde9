"""The steps of a dialog, one under the other: done, left for later, the one on screen, still to come."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.gui.look import icons, theme

_ROW_PX, _DISC_PX, _GAP_PX = 40, 24, 10


class StepList(QWidget):
    """Shows where one is; the keyboard goes past it."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._now = 0
        self._left: Collection[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show_step(0)

    def show_step(self, now: int, left: Collection[int] = ()) -> None:
        """The step on screen, counted from 0; those before it are done. left: but for those."""
        self._now, self._left = now, left
        said = self.tr("Bước {number} trong {count}: {words}")
        words = said.format(number=now + 1, count=len(self._steps), words=self._steps[now])
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        widest = max(metrics.horizontalAdvance(words) for words in self._steps)
        return QSize(_DISC_PX + _GAP_PX + widest + 4, len(self._steps) * _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, words in enumerate(self._steps):
            self._draw(painter, place, words)

    def _draw(self, painter: QPainter, place: int, words: str) -> None:
        now = place == self._now
        disc = QRectF(1, place * _ROW_PX + (_ROW_PX - _DISC_PX) / 2, _DISC_PX, _DISC_PX)
        if place < self._now and place not in self._left:
            icons.draw(painter, "mark-answered", theme.colours().good, disc)
        else:
            self._draw_number(painter, place + 1, disc, now=now)
        font = self.font()
        font.setBold(now)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().ink if place <= self._now else theme.colours().muted))
        left = disc.right() + _GAP_PX
        room = QRectF(left, disc.top(), self.width() - left, _DISC_PX)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_number(self, painter: QPainter, number: int, disc: QRectF, *, now: bool) -> None:
        colours = theme.colours()
        font = self.font()
        font.setPixelSize(theme.SMALL_PX)
        font.setBold(now)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if now else colours.edge))
        painter.setBrush(QColor(colours.accent if now else colours.surface))
        painter.drawEllipse(disc)
        painter.setPen(QColor(colours.on_accent if now else colours.muted))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number))
