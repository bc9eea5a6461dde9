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
    OTHER_READING = "F10"
    APPROVE = "Ctrl+D"
    PRINT = "Ctrl+P"
    OPEN_FOLDER = "Ctrl+O"
    FILTER = "Ctrl+F"
    EDITOR = "Esc"
    SUGGEST = "Ctrl+Space"
    TAKE = "Ctrl+B"
    TURN_VIEW = "Ctrl+R"
    HOLD = "Ctrl+H"
    NOTE = "Ctrl+G"
    FREEZE = "F11"
    NEXT_PROBLEM = "Ctrl+Down"
    PREVIOUS_PROBLEM = "Ctrl+Up"
    NEXT_PAGE = "PgDown"
    PREVIOUS_PAGE = "PgUp"
    ZOOM_IN = "Ctrl++"
    ZOOM_OUT = "Ctrl+-"
    FIT_WIDTH = "Ctrl+0"
    FIT_PAGE = "F12"
    ADD_FILES = "Ctrl+O"
    ADD_FOLDER = "Ctrl+Shift+O"
    SCAN = "Ctrl+N"
    STOP = "Ctrl+."
    READ = "Ctrl+G"
    PAUSE_READING = "Ctrl+Shift+G"
    PREFER = "Ctrl+U"
    CONFIRM_MARKING = "Ctrl+M"
    ONWARD = "F10"
    SPLIT = "Ctrl+Return"
    JOIN = "Ctrl+J"
    MOVE_BACK = "Alt+Up"
    MOVE_ON = "Alt+Down"
    TURN_RIGHT = "Ctrl+Right"
    TURN_LEFT = "Ctrl+Left"
    SET_ASIDE = "Del"
    BRING_BACK = "Ins"
    INSERT_PAGE = "Ctrl+I"
    REPLACE_PAGE = "Ctrl+H"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Y"
    DOCUMENT_TYPE = "Ctrl+T"
    FILE_AWAY = "Ctrl+S"
    TAKE_OUT = "Ctrl+Shift+S"
    COMPARE = "Ctrl+B"
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
    CORRECT = "Ctrl+E"
    REFUSE = "Ctrl+R"
    WHOLE_PAGE = "Ctrl+G"
    AT_DESK = "Ctrl+Return"
    NEXT_TAB = "Ctrl+Tab"
    PREVIOUS_TAB = "Ctrl+Shift+Tab"
    DUPLICATES = "Ctrl+T"
    MERGE = "Ctrl+M"
    TELL_APART = "Ctrl+Shift+M"
    UNDO_MERGE = "Ctrl+U"
    SWAP = "Ctrl+J"
    SET_PLAN = "Ctrl+H"
    PALETTE = "Ctrl+K"
    KEY_SHEET = "F1"
    JOBS = "Ctrl+Shift+J"
    NEW = "Ctrl+N"
    RUN = "Ctrl+Return"
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
    # In the steps before there is a window.
    STEP_BACK = "Alt+Left"
    LATER = "Alt+Right"
    LOOK_AGAIN = "F5"


#: Where an action keeps its key as people read it.
_KEY = "hrdigitize-key"


def bind(key: Key, widget: QWidget, call: Callable[[], object], words: str) -> QAction:
    """Binds a key wherever the focus is inside the widget's part of the window.

    words: what it does, as the sheet of shortcuts and the command palette say it: both are made from the
    actions that are bound.
    """
    action = offer(widget, call, words)
    action.setProperty(_KEY, shown(key))
    action.setShortcut(QKeySequence(key.value))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def offer(widget: QWidget, call: Callable[[], object], words: str) -> QAction:
    """As `bind`, for what has no key of its own: the command palette has it."""
    action = QAction(words, widget)
    action.triggered.connect(lambda: call())
    widget.addAction(action)
    return action


def key_of(action: QAction) -> str:
    """The key of an action as the screen shows it; "" for one without."""
    return str(action.property(_KEY) or "")


def bind_button(key: Key, widget: QWidget, button: QAbstractButton, words: str) -> QAction:
    """As `bind`, for what a button does: it does nothing while the button is disabled or not shown."""

    def press() -> None:
        # Qt would click a button that is not on screen, too.
        if button.isVisible():
            button.click()

    action = bind(key, widget, press, words)
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
        Key.AT_DESK: "Ctrl+Enter",
        Key.SPLIT: "Ctrl+Enter",
        Key.MOVE_BACK: "Alt+↑",
        Key.MOVE_ON: "Alt+↓",
        Key.TURN_RIGHT: "Ctrl+→",
        Key.TURN_LEFT: "Ctrl+←",
        Key.RUN: "Ctrl+Enter",
        Key.STEP_BACK: "Alt+←",
        Key.LATER: "Alt+→",
    }
    return names.get(key, key.value)
