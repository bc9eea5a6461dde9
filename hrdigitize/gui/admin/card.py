"""A card of a section: a heading, rows of a form, buttons under them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

#: Cards beside a list are as wide as a form with its labels above the lines.
SIDE_PX = 304
#: A scroll area would press lines below what their letters need.
_FIELD_PX = 34


class Card(QFrame):
    """heading: what it is about. Labels stand above their lines: it may be narrow."""

    def __init__(self, heading: str, remark: str = "") -> None:
        super().__init__()
        self.setObjectName("AdminCard")
        self.heading = plain_label(heading, "CardTitle")
        self.remark = plain_label(remark, "Hint")
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.remark)
        self.column.addLayout(self.form)
        # Only now: a label that is shown before it lies in its card is a window of its own.
        self.remark.setVisible(bool(remark))

    def add_row(self, words: str, field: QWidget) -> None:
        """A line with its label, which names it for screen readers, too."""
        field.setMinimumHeight(max(field.minimumHeight(), _FIELD_PX))
        self.form.addRow(words, field)

    def go_to(self, field: QWidget) -> None:
        """The keyboard goes to a field, which is rolled into sight."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(field)

    def say(self, remark: str) -> None:
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def add_button(self, words: str, call: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """A button of its own line."""
        button = QPushButton(words)
        if primary:
            button.setObjectName("Primary")
        button.clicked.connect(lambda: call())
        self.column.addWidget(button)
        return button


def plain_label(text: str, name: str) -> QLabel:
    """Words that nothing in them can dress."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def beside(main: QWidget, *cards: Card) -> QHBoxLayout:
    """A list with cards at its right, which can be rolled where the window is low."""
    row = QHBoxLayout()
    row.setContentsMargins(14, 10, 8, 10)
    row.setSpacing(12)
    row.addWidget(main, 1)
    if cards:
        side = stacked(*cards)
        side.setFixedWidth(SIDE_PX)
        row.addWidget(side)
    return row


def stacked(*cards: QWidget, most_px: int = 0) -> QScrollArea:
    """Cards one under the other. most_px: wider they are hard to read; 0 for as wide as there is room."""
    inside = _Stack()
    inside.setObjectName("Room")
    if most_px:
        inside.setMaximumWidth(most_px)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    rolled = QScrollArea()
    rolled.setObjectName("Cards")
    rolled.setWidget(inside)
    rolled.setWidgetResizable(True)
    rolled.setFrameShape(QFrame.Shape.NoFrame)
    rolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return rolled


class _Stack(QWidget):
    """As high as its cards need at its width: a scroll area alone presses them, because their words wrap."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
