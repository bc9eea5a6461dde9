"""The sheet of keys: every key of the window and of the rooms that were entered, read off their actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.gui.frame.commands import KeyGroup, matches
from hrdigitize.gui.frame.overlay import Overlay

_WIDTH_PX = 820
_TWO_COLUMNS_PX = 640
_LEAST_CAP_PX = 96


class KeySheet(Overlay):
    """groups: the keys of now, asked at each opening; the room on screen comes first."""

    def __init__(self, window: QWidget, groups: Callable[[], Sequence[KeyGroup]]) -> None:
        super().__init__(window, _WIDTH_PX)
        self._groups = groups
        self._now: tuple[KeyGroup, ...] = ()
        heading = QLabel(self.tr("Các phím tắt"))
        heading.setObjectName("Title")
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Lọc phím tắt"))
        self.line.setPlaceholderText(self.tr("Lọc theo phím hoặc việc, không cần dấu"))
        self.rolled = QScrollArea()
        self.rolled.setObjectName("KeySheet")
        self.rolled.setWidgetResizable(True)
        self.rolled.setFrameShape(QFrame.Shape.NoFrame)
        self.rolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QLabel(self.tr("↑ ↓: cuộn   ·   Esc: đóng   ·   phím của phần chưa mở sẽ có khi mở phần đó"))
        foot.setObjectName("Hint")
        foot.setWordWrap(True)
        for part in (heading, self.line):
            self.column.addWidget(part)
        self.column.addWidget(self.rolled, 1)
        self.column.addWidget(foot)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)

    def open(self) -> None:
        self._now = tuple(self._groups())
        self.line.clear()
        self._show()
        super().open()

    def first(self) -> QWidget:
        return self.line

    def wanted_height(self) -> int:
        return self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down roll the sheet while the keyboard stays in the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            bar = self.rolled.verticalScrollBar()
            steps = {
                Qt.Key.Key_Down: bar.singleStep() * 2,
                Qt.Key.Key_Up: -bar.singleStep() * 2,
                Qt.Key.Key_PageDown: bar.pageStep(),
                Qt.Key.Key_PageUp: -bar.pageStep(),
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                bar.setValue(bar.value() + step)
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> tuple[KeyGroup, ...]:
        """What fits what was typed."""
        typed = self.line.text()
        fitting = (
            KeyGroup(group.title, tuple(one for one in group.keys if matches(typed, group.title, *one)))
            for group in self._now
        )
        return tuple(group for group in fitting if group.keys)

    def _show(self) -> None:
        inside = QWidget()
        inside.setObjectName("KeySheetInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        groups = self.shown()
        caps = (_label(key, "KeyCap").sizeHint().width() for group in groups for key, _ in group.keys)
        widest = max(caps, default=0)
        for group in groups:
            heading = _label(group.title, "Section")
            heading.setIndent(0)
            column.addWidget(heading)
            column.addLayout(self._grid(group, max(widest, _LEAST_CAP_PX)))
        if not groups:
            column.addWidget(_label(self.tr("Không có phím nào như vậy. Xin thử gõ từ khác."), "Hint"))
        column.addStretch(1)
        self.rolled.setWidget(inside)

    def _grid(self, group: KeyGroup, cap_px: int) -> QGridLayout:
        """cap_px: of the widest key of all groups, so that their columns stand in line."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        columns = 2 if self._over.width() >= _TWO_COLUMNS_PX else 1
        rows = -(-len(group.keys) // columns)
        for place, (key, words) in enumerate(group.keys):
            row, column = place % rows, place // rows * 2
            grid.addWidget(_label(key, "KeyCap"), row, column, Qt.AlignmentFlag.AlignTop)
            said = _label(words, "KeyWords")
            said.setWordWrap(True)
            grid.addWidget(said, row, column + 1)
        for column in range(columns):
            grid.setColumnMinimumWidth(column * 2, cap_px)
            grid.setColumnStretch(column * 2 + 1, 1)
        return grid


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
