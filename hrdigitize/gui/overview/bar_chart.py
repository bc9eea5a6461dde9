"""Bars to choose from, painted by ourselves.

pyqtgraph was tried for these charts: its import alone took 0.32 to 0.41 s (the window starts in about one)
and loads numpy, which has no place in gui. A dozen bars, each of them a button, need neither.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hrdigitize.domain.overview import Bar, By
from hrdigitize.gui.look import theme
from hrdigitize.gui.look.numbers import written
from hrdigitize.gui.overview.words import bar_words, chart_title

_ROW_PX, _BAR_PX, _PAD_PX = 30, 14, 8
_LABEL_SHARE, _COUNT_PX = 0.42, 58


class BarChart(QFrame):
    """A title and one row for each bar. `chosen` gives the bar's key; Up and Down go from bar to bar."""

    chosen = Signal(str)

    def __init__(self, by: By, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Tile")
        self._by, self._colour = by, colour
        self.rows: list[BarRow] = []
        self._title = QLabel(chart_title(by))
        self._title.setObjectName("PanelTitle")
        self._empty = QLabel(self.tr("Chưa có hồ sơ nào để thống kê."))
        self._empty.setObjectName("Hint")
        self._empty.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addSpacing(4)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """What is unknown or in no list has its bar like everything else."""
        if [row.key for row in self.rows] != [bar.key for bar in bars]:
            self._make_rows(bars)
        most = max((bar.count for bar in bars), default=0)
        whole = sum(bar.count for bar in bars)
        for row, bar in zip(self.rows, bars, strict=True):
            row.show_bar(bar, most, whole)
            row.setVisible(whole > 0)
        self._empty.setVisible(whole == 0)

    def _make_rows(self, bars: tuple[Bar, ...]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        colour = theme.colours().chart[self._colour]
        self.rows = [BarRow(bar.key, bar_words(self._by, bar.key), colour) for bar in bars]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(3 + place, row)
            row.clicked.connect(lambda _=False, key=row.key: self.chosen.emit(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        row = self.rows[min(max(here + step, 0), len(self.rows) - 1)]
        row.setFocus(Qt.FocusReason.TabFocusReason)


class BarRow(QPushButton):
    """One bar: what it counts, the bar, its number; Enter or Space choose it."""

    def __init__(self, key: str, words: str, colour: str) -> None:
        super().__init__()
        self.key = key
        self._words, self._colour = words, colour
        self._share, self.count = 0.0, 0
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_bar(self, bar: Bar, most: int, whole: int) -> None:
        """most: the longest bar's number; whole: of all together."""
        self.count = bar.count
        self._share = bar.count / most if most else 0.0
        percent = f"{100 * bar.count / whole:.0f} %" if whole else ""
        self.setAccessibleName(f"{self._words}: {bar.count}")
        self.setToolTip(f"{self._words}: {bar.count} ({percent})" if percent else self._words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.colours()
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(now.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft))
            painter.drawRoundedRect(ground, 5, 5)
        font = QFont(self.font())
        font.setPixelSize(theme.SMALL_PX)
        painter.setFont(font)
        label = round(self.width() * _LABEL_SHARE)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        said = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, label - _PAD_PX)
        painter.setPen(QColor(now.ink if self.count else now.muted))
        painter.drawText(QRectF(_PAD_PX, 0, label, self.height()), middle, said)
        room = self.width() - label - _COUNT_PX - _PAD_PX
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.off_ground))
        bar = QRectF(label + _PAD_PX, (self.height() - _BAR_PX) / 2, max(room, 1), _BAR_PX)
        painter.drawRoundedRect(bar, 3, 3)
        if self.count:
            painter.setBrush(QColor(self._colour))
            bar.setWidth(max(room * self._share, 3))
            painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(now.ink if self.count else now.muted))
        number = QRectF(self.width() - _COUNT_PX, 0, _COUNT_PX - _PAD_PX, self.height())
        painter.drawText(number, middle | int(Qt.AlignmentFlag.AlignRight), grouped(self.count))


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return written(f"{number:,}")
