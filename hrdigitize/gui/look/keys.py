"""The window's shortcuts, in one place: what is bound is what the screen shows."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget


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
    FIT_PAGE = "F12"
    ROOM_OVERVIEW = "Ctrl+1"
    ROOM_INTAKE = "Ctrl+2"
    ROOM_ARRANGE = "Ctrl+3"
    ROOM_VERIFY = "Ctrl+4"
    ROOM_DOSSIERS = "Ctrl+5"
    ROOM_PRINT = "Ctrl+6"
    ROOM_REPORTS = "Ctrl+7"
    ROOM_EXCHANGE = "Ctrl+8"
    ROOM_ADMIN = "Ctrl+9"
    LOCK = "Ctrl+L"
    VIEW_DOCUMENTS = "Alt+1"
    VIEW_COLUMN = "Alt+2"
    VIEW_BLIND = "Alt+3"
    VIEW_SAMPLES = "Alt+4"
    VIEW_FIGURES = "Alt+5"
    DRAW = "Ctrl+N"
    PROVE = "Ctrl+R"
    # Where two entries are compared; beside the desk's own F7 and F8, which are not there then.
    KEEP_FIRST = "F7"
    KEEP_SECOND = "F8"


def bind(key: Key, widget: QWidget, call: Callable[[], object], words: str) -> QAction:
    """Binds a key wherever the focus is inside the widget's part of the window.

    words: what it does, as the sheet of shortcuts and the command palette say it: both are made from the
    actions that are bound.
    """
    action = QAction(words, widget)
    action.setShortcut(QKeySequence(key.value))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: call())
    widget.addAction(action)
    return action


def bind_button(key: Key, widget: QWidget, button: QAbstractButton, words: str) -> QAction:
    """As `bind`, for what a button does: it does nothing while the button is disabled or not shown."""
    action = bind(key, widget, button.click, words)
    action.setData(button)
    return action


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
