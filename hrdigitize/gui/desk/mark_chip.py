"""The state of a field as a small badge: a drawing and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.gui.desk import marks
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.look import icons, theme

_ICON_PX = 14
_HEIGHT_PX = 24


class MarkChip(QWidget):
    """Says which mark a field has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = Mark.DOUBTFUL

    def show_mark(self, mark: Mark) -> None:
        self._mark = mark
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The mark in words."""
        return marks.words(self._mark)

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.SMALL_PX)
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        from_text = QFontMetricsF(self._text_font()).horizontalAdvance(self.words)
        return QSize(round(from_text) + _ICON_PX + 24, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = marks.colour(self._mark)
        painter.setPen(QColor(colour))
        painter.setBrush(QColor(marks.ground(self._mark)))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        icons.draw(
            painter,
            marks.drawing(self._mark),
            colour,
            QRectF(8, (_HEIGHT_PX - _ICON_PX) / 2, _ICON_PX, _ICON_PX),
        )
        painter.setFont(self._text_font())
        painter.drawText(
            frame.adjusted(_ICON_PX + 13, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.words
        )
