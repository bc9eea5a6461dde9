"""The row of what can be done with pages: word and key, its icon too where there is room, else that alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, bind_button, shown

_ROOM_FOR_ICONS_PX = 1150
_ICON_PX = 18
_AROUND_PX = 11


class Tool(StrEnum):
    """What can be done, by its icon's name where that says it."""

    SPLIT = "split"
    JOIN = "join"
    MOVE_BACK = "move-back"
    MOVE_ON = "move-on"
    TURN_LEFT = "turn-left"
    TURN_RIGHT = "turn-right"
    SET_ASIDE = "set-aside"
    BRING_BACK = "bring-back"
    INSERT = "add-files"
    REPLACE = "replace"
    UNDO = "undo"
    REDO = "redo"
    READ = "read-again"


class PageTools(QFrame):
    """`wanted` (Tool): its button was pressed, or its key."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PageTools")
        self.buttons: dict[Tool, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(1)
        for tool, (key, words, long) in self._words().items():
            button = QToolButton()
            button.setToolTip(f"{long} ({shown(key)})")
            button.setText(f"{words}\n{shown(key)}")
            button.setIcon(icons.icon(tool.value, theme.colours().accent_dark))
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(words)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, tool=tool: self.wanted.emit(tool))
            self.buttons[tool] = button
            row.addWidget(button)
        self._style()

    def bind_keys(self, widget: QWidget) -> None:
        """Binds every key for what lies inside a widget."""
        for tool, (key, _, long) in self._words().items():
            bind_button(key, widget, self.buttons[tool], long)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._style()

    def _style(self) -> None:
        """As much as fits: a word that is cut off says less than its icon."""
        style = Qt.ToolButtonStyle
        if self.width() >= _ROOM_FOR_ICONS_PX:
            fitting = style.ToolButtonTextBesideIcon
        elif self.width() >= sum(map(_text_px, self.buttons.values())):
            fitting = style.ToolButtonTextOnly
        else:
            fitting = style.ToolButtonIconOnly
        for button in self.buttons.values():
            button.setToolButtonStyle(fitting)

    def _words(self) -> Mapping[Tool, tuple[Key, str, str]]:
        """Of each tool its key, its word on the button, and what it does."""
        return {
            Tool.SPLIT: (Key.SPLIT, self.tr("Tách"), self.tr("Tách: tài liệu mới bắt đầu từ trang này")),
            Tool.JOIN: (Key.JOIN, self.tr("Nối"), self.tr("Nối tài liệu này vào tài liệu trước")),
            Tool.MOVE_BACK: (Key.MOVE_BACK, self.tr("Lên trước"), self.tr("Chuyển trang lên trước")),
            Tool.MOVE_ON: (Key.MOVE_ON, self.tr("Ra sau"), self.tr("Chuyển trang ra sau")),
            Tool.TURN_LEFT: (Key.TURN_LEFT, self.tr("Xoay trái"), self.tr("Xoay trang sang trái")),
            Tool.TURN_RIGHT: (Key.TURN_RIGHT, self.tr("Xoay phải"), self.tr("Xoay trang sang phải")),
            Tool.SET_ASIDE: (Key.SET_ASIDE, self.tr("Để riêng"), self.tr("Để riêng trang, không tính vào")),
            Tool.BRING_BACK: (Key.BRING_BACK, self.tr("Đưa lại"), self.tr("Đưa trang để riêng trở lại")),
            Tool.INSERT: (Key.INSERT_PAGE, self.tr("Chèn"), self.tr("Chèn tệp vào sau trang này")),
            Tool.REPLACE: (Key.REPLACE_PAGE, self.tr("Thay"), self.tr("Thay trang này bằng bản quét khác")),
            Tool.UNDO: (Key.UNDO, self.tr("Hoàn tác"), self.tr("Hoàn tác bước sắp xếp cuối")),
            Tool.REDO: (Key.REDO, self.tr("Làm lại"), self.tr("Làm lại bước vừa hoàn tác")),
            Tool.READ: (Key.READ, self.tr("Đọc lại"), self.tr("Đọc lại tài liệu có trang đã đổi")),
        }


def _text_px(button: QToolButton) -> int:
    """The width that its word and its key take, with what stands around them."""
    metrics = button.fontMetrics()
    return max(map(metrics.horizontalAdvance, button.text().splitlines())) + _AROUND_PX
