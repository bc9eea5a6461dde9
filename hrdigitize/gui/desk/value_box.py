"""One value in the list of fields: its mark, its text, and the characters in doubt underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.desk import marks
from hrdigitize.gui.desk.entries import Entry, Mark
from hrdigitize.gui.look import icons, theme

_MARK_PX = 15
_PAD_PX = 6
_GAP_PX = 7
_BAR_PX = 3
#: Five columns of such words fit into the list of a small screen.
_WIDEST_WORD_PX = 52
_WIDTHS_KEPT = 4


def doubt_format(*, grave: bool) -> QTextCharFormat:
    """How a character in doubt looks: coloured, on a tint, underlined, with a wave where it must be typed."""
    look = QTextCharFormat()
    look.setForeground(QColor(theme.colours().fault if grave else theme.colours().doubt))
    look.setBackground(QColor(theme.colours().fault_soft if grave else theme.colours().doubt_soft))
    lines = QTextCharFormat.UnderlineStyle
    look.setUnderlineStyle(lines.WaveUnderline if grave else lines.DashUnderline)
    look.setUnderlineColor(QColor(theme.colours().fault if grave else theme.colours().doubt))
    return look


class ValueBox(QWidget):
    """Paints itself (a form has some 150 of them). label_px: room kept for the label, 0 for a table cell."""

    picked = Signal(object)

    def __init__(self, entry: Entry, label_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label_px = label_px
        self._current = False
        self._hovered = False
        self._entry = entry
        #: The value laid out for widths, and the label: whenever the card above grows, every box is asked.
        self._laid: dict[int, QTextLayout] = {}
        self._label: QTextLayout | None = None
        self.show_entry(entry)

    @property
    def path(self) -> FieldPath:
        return self._entry.path

    @property
    def entry(self) -> Entry:
        return self._entry

    @property
    def is_current(self) -> bool:
        return self._current

    def show_entry(self, entry: Entry) -> None:
        """The same field, perhaps with another answer."""
        self._entry = entry
        self._forget_layouts()
        self.setAccessibleName(f"{entry.label}: {self._words()}")
        self.setAccessibleDescription(marks.words(entry.mark))
        self.setToolTip(marks.words(entry.mark))
        self.updateGeometry()
        self.update()

    def _forget_layouts(self) -> None:
        self._laid.clear()
        self._label = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_layouts()

    def show_current(self, *, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def _words(self) -> str:
        answer = self._entry.answer
        if answer.state is State.ILLEGIBLE:
            return self.tr("không đọc được")
        if answer.state is State.VALUE and answer.text:
            return answer.text
        return self.tr("máy không thấy") if self._entry.unseen else self.tr("giấy để trống")

    def _says_state(self) -> bool:
        return self._entry.answer.state is not State.VALUE or not self._entry.answer.text

    def _value_left(self) -> int:
        return _BAR_PX + _PAD_PX + _MARK_PX + _GAP_PX + self._label_px

    def _layout_label(self) -> QTextLayout:
        if self._label is None:
            self._label = _laid_out(QTextLayout(self._entry.label, self.font()), self._label_px - _GAP_PX)
        return self._label

    def _layout_value(self, width: int) -> QTextLayout:
        if width not in self._laid:
            if len(self._laid) > _WIDTHS_KEPT:
                self._laid.clear()
            self._laid[width] = self._lay_value_out(width)
        return self._laid[width]

    def _lay_value_out(self, width: int) -> QTextLayout:
        font = QFont(self.font())
        font.setItalic(self._says_state())
        layout = QTextLayout(self._words(), font)
        grave = frozenset(self._entry.grave_at)
        places = sorted(grave.union(self._entry.doubtful_at))
        layout.setFormats([_doubt_at(place, grave=place in grave) for place in places])
        return _laid_out(layout, max(width - self._value_left() - _PAD_PX, 40))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tallest = self._layout_value(width).boundingRect().height()
        if self._label_px:
            tallest = max(tallest, self._layout_label().boundingRect().height())
        return round(tallest) + 2 * _PAD_PX - 2

    def sizeHint(self) -> QSize:
        width = self._value_left() + 150 if self._label_px else 110
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for five columns, wide enough not to break a usual word."""
        words = self._words().split()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        room = 90 if self._label_px else min(longest + 4, _WIDEST_WORD_PX)
        return QSize(self._value_left() + room + _PAD_PX, 2 * _PAD_PX + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        top = float(_PAD_PX - 1)
        left = _BAR_PX + _PAD_PX
        mark = self._entry.mark
        middle = top + (self.fontMetrics().height() - _MARK_PX) / 2
        icons.draw(painter, marks.drawing(mark), marks.colour(mark), QRectF(left, middle, _MARK_PX, _MARK_PX))
        if self._label_px:
            painter.setPen(QColor(theme.colours().muted))
            self._layout_label().draw(painter, QPointF(left + _MARK_PX + _GAP_PX, top))
        painter.setPen(QColor(theme.colours().muted if self._says_state() else theme.colours().ink))
        self._layout_value(self.width()).draw(painter, QPointF(self._value_left(), top))

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current:
            painter.setBrush(QColor(theme.colours().accent_soft))
            painter.drawRect(ground)
            painter.setBrush(QColor(theme.colours().accent))
            painter.drawRect(QRectF(0, 0, _BAR_PX, self.height()))
        elif self._entry.mark is Mark.DOUBTFUL:
            painter.setBrush(QColor(theme.colours().doubt_faint))
            painter.drawRect(ground)
        elif self._hovered:
            painter.setBrush(QColor(theme.colours().ground))
            painter.drawRect(ground)
        painter.setBrush(QColor(theme.colours().line))
        painter.drawRect(QRectF(0, self.height() - 1, self.width(), 1))

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self._entry.path)


def _doubt_at(place: int, *, grave: bool) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = place, 1, doubt_format(grave=grave)
    return part


def _laid_out(layout: QTextLayout, width: int) -> QTextLayout:
    """The text broken into lines of this width."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
