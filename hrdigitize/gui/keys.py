"""The window's shortcuts, in one place: what is bound is what the screen shows."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Key(StrEnum):
    """Keys as Qt writes them. Enter, Tab and Ctrl+Z belong to the editor itself."""

    ACCEPT = "Return"
    AS_WRITTEN = "Shift+Return"
    TONE = "F2"
    SHAPE = "Shift+F2"
    BLANK = "F3"
    ILLEGIBLE = "F4"
    REOPEN = "F5"
    FINDING = "F6"
    ADD_ROW = "F7"
    LIST = "F8"
    NEXT_DOCUMENT = "F9"
    APPROVE = "Ctrl+D"
    PRINT = "Ctrl+P"
    OPEN_FOLDER = "Ctrl+O"
    FILTER = "Ctrl+F"
    EDITOR = "Esc"
    SUGGEST = "Ctrl+Space"
    FREEZE = "F11"
    NEXT_PROBLEM = "Ctrl+Down"
    PREVIOUS_PROBLEM = "Ctrl+Up"
    NEXT_PAGE = "PgDown"
    PREVIOUS_PAGE = "PgUp"
    ZOOM_IN = "Ctrl++"
    ZOOM_OUT = "Ctrl+-"
    FIT_WIDTH = "Ctrl+0"
    FIT_PAGE = "Ctrl+9"
    ROOM_VERIFY = "Ctrl+1"
    ROOM_DOSSIERS = "Ctrl+2"
    LOCK = "Ctrl+L"


def bind(key: Key, widget: QWidget, action: Callable[[], object]) -> QShortcut:
    """Binds a key wherever the focus is inside the widget's part of the window."""
    shortcut = QShortcut(QKeySequence(key.value), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(action)
    return shortcut


def shown(key: Key) -> str:
    """The key as people read it on the keyboard."""
    names = {
        Key.ACCEPT: "Enter",
        Key.AS_WRITTEN: "Shift+Enter",
        Key.NEXT_PROBLEM: "Ctrl+↓",
        Key.PREVIOUS_PROBLEM: "Ctrl+↑",
        Key.NEXT_PAGE: "PgDn",
        Key.PREVIOUS_PAGE: "PgUp",
        Key.ZOOM_OUT: "Ctrl+−",
    }
    return names.get(key, key.value)
