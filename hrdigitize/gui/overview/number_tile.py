"""A number that is a button: what waits, how many, and the way to the list of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hrdigitize.gui.overview.bar_chart import grouped

_HEIGHT_PX = 84


class NumberTile(QPushButton):
    """The number above what it counts."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Number")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self.number = 0
        self._figure = QLabel("…")
        self._figure.setObjectName("Figure")
        below = QLabel(words)
        below.setObjectName("FigureWords")
        below.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 10, 6)
        column.setSpacing(0)
        # Beside a tile whose words take two lines, those of one line begin as high.
        below.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._figure)
        column.addWidget(below, 1)
        for part in (self._figure, below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(140, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(104, _HEIGHT_PX)

    def show_number(self, number: int) -> None:
        """None of them is said as quietly as it is good."""
        self.number = number
        self._figure.setText(grouped(number))
        self._figure.setProperty("none", number == 0)
        self._figure.style().polish(self._figure)
        self.setAccessibleName(f"{self._words}: {number}")
