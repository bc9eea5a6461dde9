"""What the rows of every list have alike: the ground, the line below, texts shortened to their room."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hrdigitize.gui.look import theme

_BAND_PX = 3


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row, by whether it is chosen or under the pointer, and the line below it."""
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    now = theme.colours()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(now.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.top(), _BAND_PX, rect.height()), QColor(now.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(now.ground))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(now.line))


def draw_title(painter: QPainter, room: QRect, text: str) -> None:
    """The first line of a row; what is drawn after it is a remark."""
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().ink))
    draw_elided(painter, room, Qt.AlignmentFlag.AlignTop, text)
    font.setBold(False)
    font.setPixelSize(theme.SMALL_PX)
    painter.setFont(font)


def draw_elided(painter: QPainter, room: QRect, where: Qt.AlignmentFlag, text: str) -> None:
    """A text in one line, shortened where it does not fit."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(where), shown)
