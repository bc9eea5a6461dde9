"""The left rail: the rooms that exist, and who is working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from hrdigitize.gui import icons, theme
from hrdigitize.gui.keys import Key, shown

_WIDTH_PX = 96
#: A week's work is as much as an office may lose.
_BACKUP_EACH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the rail shows it."""

    name: str
    drawing: str
    key: Key


class Rail(QFrame):
    """`chosen` gives the place of the room, counted from 0. lock: what locks the window, where it can be."""

    chosen = Signal(int)
    lock_wanted = Signal()

    def __init__(
        self,
        rooms: Sequence[Room],
        actor_name: str,
        *,
        lock: Room | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(4)
        column.addWidget(_centred("Hồ sơ\ncán bộ", "RailName"))
        column.addSpacing(12)
        self._group = QButtonGroup(self)
        for place, room in enumerate(rooms):
            button = self._button(room)
            self._group.addButton(button, place)
            column.addWidget(button)
        column.addStretch(1)
        self.backup = _centred("", "RailNote")
        self.backup.hide()
        column.addWidget(self.backup)
        column.addWidget(_centred(actor_name, "RailActor"))
        if lock is not None:
            button = self._button(lock)
            button.setCheckable(False)
            button.clicked.connect(self.lock_wanted)
            column.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def _button(self, room: Room) -> QToolButton:
        button = QToolButton()
        button.setText(f"{room.name}\n{shown(room.key)}")
        button.setIcon(icons.icon(room.drawing, theme.SURFACE))
        button.setIconSize(QSize(26, 26))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFixedWidth(_WIDTH_PX)
        button.setAccessibleName(room.name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def say_backup(self, last: date | None, today: date) -> None:
        """When the last good backup was; a sign before it where that is too long ago."""
        if last is None:
            self.backup.setText(self.tr("⚠ Chưa sao lưu lần nào"))
        else:
            late = today - last > _BACKUP_EACH
            words = (
                self.tr("⚠ Quá 7 ngày chưa sao lưu (gần nhất {day})")
                if late
                else self.tr("Sao lưu gần nhất: {day}")
            )
            self.backup.setText(words.format(day=f"{last:%d/%m/%Y}"))
        self.backup.show()

    def show_room(self, place: int) -> None:
        """Marks the room that is on screen."""
        self._group.button(place).setChecked(True)


def _centred(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
