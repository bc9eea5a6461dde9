"""A person at the keyboard alone: keys go to whatever has the focus, and no mouse is ever touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.gui.window import MainWindow
from tests.gui.typing_hands import press, type_text

_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.NonClientAreaMouseButtonPress,
        QEvent.Type.NonClientAreaMouseButtonRelease,
        QEvent.Type.NonClientAreaMouseButtonDblClick,
        QEvent.Type.NonClientAreaMouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)
_MOST_TABS = 60
_PATIENCE_MS = 30_000


class _Watch(QObject):
    """Hears every event of the application."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt

    def __enter__(self) -> Self:
        self._qt.installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._qt.removeEventFilter(self)


class MouseWatch(_Watch):
    """touched: what no keyboard gives, in the order it came."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self.touched: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in _MOUSE:
            self.touched.append(f"{event.type().name} on {type(watched).__name__}")
        return False


class FlashWatch(_Watch):
    """flashed: parts that came up as windows of their own: shown before they lay anywhere.

    On a screen such a window flashes up, takes the focus and gives it back to nobody.
    """

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self.flashed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() is Qt.WindowType.Window
            if plain and not isinstance(watched, MainWindow):
                self.flashed.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


class Keyboard:
    """Keys as they come from a keyboard: nobody says to which widget."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def here(self) -> QWidget:
        """Where Qt brings the keys: an open menu, else what has the focus. Nothing has it: it was lost."""
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.here(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Letter by letter; those that are on no keyboard as an input method gives them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.here(), letter)  # type: ignore[call-overload]  # Qt takes a letter
            else:
                type_text(self.here(), letter)

    def type_anew(self, text: str) -> None:
        """In the place of what stands there."""
        self.ctrl(Qt.Key.Key_A)
        self.type(text)

    def tab_to(self, wanted: QWidget) -> None:
        """Tab until the keyboard is there, as a person does who looks at the frame around it."""
        for _ in range(_MOST_TABS):
            if self.here() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {wanted.accessibleName() or wanted}")

    def until(self, true: Callable[[], object]) -> None:
        """The person waits and looks."""
        self._qtbot.waitUntil(lambda: bool(true()), timeout=_PATIENCE_MS)
