"""The keys at the foot of a room: each on a small cap before what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.gui.look import theme

_HEIGHT_PX = 30
_CAP_PX = 20
_CAP_PAD_PX = 6
_GAP_PX = 6
_BETWEEN_PX = 18


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys, each on a cap of its own, and what they do."""

    keys: tuple[str, ...]
    words: str


class KeyHints(QWidget):
    """Shows as many hints as there is room for, the first ones first; the tooltip has them all."""

    def __init__(self, hints: Sequence[Hint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = [f"{', '.join(hint.keys)}: {hint.words}" for hint in self._hints]
        self.setToolTip("\n".join(said))
        self.setAccessibleName("; ".join(said))

    @property
    def hints(self) -> tuple[Hint, ...]:
        """All of them, also those that there is no room for."""
        return self._hints

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def shown(self) -> tuple[Hint, ...]:
        """The hints that fit the width now."""
        fitting: list[Hint] = []
        right = 0.0
        for hint in self._hints:
            right += self._width_of(hint)
            if right > self.width():
                break
            fitting.append(hint)
            right += _BETWEEN_PX
        return tuple(fitting)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._small())

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.SMALL_PX)
        return font

    def _cap_width(self, key: str) -> float:
        return max(self._metrics().horizontalAdvance(key) + 2 * _CAP_PAD_PX, _CAP_PX)

    def _width_of(self, hint: Hint) -> float:
        caps = sum(self._cap_width(key) + _GAP_PX / 2 for key in hint.keys)
        return caps + _GAP_PX / 2 + self._metrics().horizontalAdvance(hint.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        left = 0.0
        for hint in self.shown():
            self._draw(painter, hint, left)
            left += self._width_of(hint) + _BETWEEN_PX

    def _draw(self, painter: QPainter, hint: Hint, left: float) -> None:
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for key in hint.keys:
            cap = QRectF(QPointF(left + 0.5, (self.height() - _CAP_PX) / 2 + 0.5), self._cap_size(key))
            painter.setPen(QColor(theme.colours().edge))
            painter.setBrush(QColor(theme.colours().ground))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(QColor(theme.colours().ink))
            painter.drawText(cap, middle, key)
            left += self._cap_width(key) + _GAP_PX / 2
        painter.setPen(QColor(theme.colours().muted))
        room = QRectF(left + _GAP_PX / 2, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), hint.words)

    def _cap_size(self, key: str) -> QSize:
        return QSize(round(self._cap_width(key)) - 1, _CAP_PX - 1)
