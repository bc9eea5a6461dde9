"""The command palette: everything that can be done now, and dossiers and papers by name, by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hrdigitize.gui.frame.commands import Command, matching, nearest
from hrdigitize.gui.frame.overlay import Overlay
from hrdigitize.gui.look import theme
from hrdigitize.gui.look.item_index import ItemIndex

_WIDTH_PX = 640
_ROW_PX = 34
_MOST_ROWS = 11
_WAIT_MS = 120
_COMMAND = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

#: What a search gives back to: the text that it was asked for, and what it found.
Found = Callable[[str, Sequence[Command]], None]


class CommandPalette(Overlay):
    """commands: what can be done now, asked at each opening. search: looks for names, answers by itself."""

    def __init__(
        self,
        window: QWidget,
        commands: Callable[[], Sequence[Command]],
        search: Callable[[str, Found], None],
    ) -> None:
        super().__init__(window, _WIDTH_PX)
        self._commands = commands
        self._search = search
        self._now: tuple[Command, ...] = ()
        self._found: tuple[Command, ...] = ()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Bảng lệnh"))
        self.line.setPlaceholderText(self.tr("Gõ tên việc, tên hồ sơ hoặc tài liệu, không cần dấu"))
        self.list = QListWidget()
        self.list.setObjectName("Commands")
        self.list.setAccessibleName(self.tr("Các lệnh"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(self.tr("Không tìm thấy. Xin thử gõ từ khác."))
        self._nothing.setObjectName("Hint")
        foot = QLabel(self.tr("↑ ↓: chọn   ·   Enter: thực hiện   ·   Esc: đóng"))
        foot.setObjectName("Hint")
        for part in (self.line, self._nothing):
            self.column.addWidget(part)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self._pause.timeout.connect(self._look_up)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._run)

    def open(self) -> None:
        self._now, self._found = tuple(self._commands()), ()
        self.line.clear()
        self._show()
        super().open()

    def dismiss(self) -> None:
        self._pause.stop()
        super().dismiss()

    def first(self) -> QWidget:
        return self.line

    def wanted_height(self) -> int:
        return 120 + _ROW_PX * _MOST_ROWS

    def shown(self) -> list[str]:
        """The words of the commands on screen."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard stays in the line; up, down and Enter are for the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._found = ()
        self._show()
        if self.line.text().strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _look_up(self) -> None:
        self._search(self.line.text().strip(), self._take)

    def _take(self, text: str, found: Sequence[Command]) -> None:
        """What was found for a text that does not stand there any more is left out."""
        if self.isVisible() and text == self.line.text().strip():
            self._found = tuple(found)
            self._show()

    def _show(self) -> None:
        chosen = self.list.currentItem()
        before = chosen.text() if chosen is not None else ""
        self.list.clear()
        typed = self.line.text()
        for command in nearest((*matching(self._now, typed), *self._found), typed):
            item = QListWidgetItem(command.words)
            item.setData(_COMMAND, command)
            item.setToolTip(command.about)
            self.list.addItem(item)
        rows = self.shown()
        self.list.setCurrentRow(rows.index(before) if before in rows and self._found else 0)
        self._nothing.setVisible(not rows)

    def _run(self, item: QListWidgetItem | None) -> None:
        """The palette is gone and the focus back before anything is done."""
        if item is None:
            return
        command: Command = item.data(_COMMAND)
        self.dismiss()
        command.run()


class _CommandDelegate(QStyledItemDelegate):
    """A line: the words, then where they belong, and the key at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ItemIndex) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        command: Command = index.data(_COMMAND)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        now = theme.colours()
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(now.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(now.accent))
        inner = rect.adjusted(12, 0, -12, 0)
        small = QFont(painter.font())
        small.setPixelSize(theme.SMALL_PX)
        painter.setPen(QColor(now.muted))
        plain = QFont(painter.font())
        painter.setFont(small)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        told = f"{command.about}   {command.key}".strip()
        painter.drawText(inner, right, told)
        taken = painter.fontMetrics().horizontalAdvance(told) + 16
        painter.setFont(plain)
        painter.setPen(QColor(now.ink))
        room = inner.adjusted(0, 0, -taken, 0)
        words = painter.fontMetrics().elidedText(command.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()
