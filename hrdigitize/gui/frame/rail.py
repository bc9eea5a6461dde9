"""The left rail: the rooms that the person may enter, and who is working."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QLayout, QToolButton, QVBoxLayout, QWidget

from hrdigitize.gui.frame.room import Room, RoomName
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_WIDTH_PX = 112
_ICON_PX = 22
#: Nine rooms in two lines each, and the foot, need so much.
_LOW_PX = 640
#: A week's work is as much as an office may lose.
_BACKUP_EACH = timedelta(days=7)


class Rail(QFrame):
    """`chosen` gives the room's name. lockable: whether there is a login behind which it can be locked."""

    chosen = Signal(object)
    lock_wanted = Signal()

    def __init__(
        self,
        rooms: Sequence[Room],
        actor_name: str,
        *,
        lockable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setFixedWidth(_WIDTH_PX)
        self._low = False
        # The window may be lower than all of it: then it is set closer, see `resizeEvent`.
        self._told = "", ""
        self._column = column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(1)
        self._name = _centred(self.tr("Hồ sơ cán bộ"), "RailName")
        column.addWidget(self._name)
        self._group = QButtonGroup(self)
        self._buttons: dict[RoomName, QToolButton] = {}
        for room in rooms:
            button = self._button(room.words, room.drawing, room.key)
            button.clicked.connect(partial(self.chosen.emit, room.name))
            self._buttons[room.name] = button
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self.backup = _centred("", "RailNote")
        self.backup.hide()
        column.addWidget(self.backup)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        column.addWidget(_centred(actor_name, "RailActor"))
        if lockable:
            button = self._button(self.tr("Khóa"), "lock", Key.LOCK)
            button.setCheckable(False)
            button.clicked.connect(self.lock_wanted)
            column.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window (full HD at 200 %) all rooms and what the foot says still find room."""
        super().resizeEvent(event)
        low = self.height() < _LOW_PX
        if low is self._low:
            return
        self._low = low
        self._name.setVisible(not low)
        self._show_backup()
        self._column.setSpacing(0 if low else 1)
        self._column.setContentsMargins(0, 2 if low else 12, 0, 2 if low else 10)
        self.setProperty("low", low)
        for widget in (self, *self.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _button(self, words: str, drawing: str, key: Key) -> QToolButton:
        button = QToolButton()
        button.setText(f"{words}\n{shown(key)}")
        button.setIcon(icons.icon(drawing, theme.colours().on_rail))
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFixedWidth(_WIDTH_PX)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def add_to_foot(self, widget: QWidget) -> None:
        """Something else that the foot tells, above who is working."""
        self._foot.addWidget(widget)

    def say_backup(self, last: date | None, today: date) -> None:
        """When the last good backup was; a sign before it where that is too long ago."""
        late = last is None or today - last > _BACKUP_EACH
        if last is None:
            words = short = self.tr("⚠ Chưa sao lưu lần nào")
        else:
            whole = (
                self.tr("⚠ Quá 7 ngày chưa sao lưu (gần nhất {day})")
                if late
                else self.tr("Sao lưu gần nhất: {day}")
            )
            words = whole.format(day=f"{last:%d/%m/%Y}")
            short = f"⚠ {last:%d/%m/%Y}" if late else self.tr("Sao lưu {day}").format(day=f"{last:%d/%m}")
        self._told = words, short
        self.backup.setToolTip(words)
        self.backup.setAccessibleName(words)
        self._show_backup()
        self.backup.show()

    def _show_backup(self) -> None:
        whole, short = self._told
        self.backup.setText(short if self._low else whole)

    def show_room(self, room: RoomName) -> None:
        """Marks the room that is on screen."""
        self._buttons[room].setChecked(True)


def _centred(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
