"""No key means two things at one place: Qt would do neither, and nobody would be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.gui.desk.room import VerifyRoom
from hrdigitize.gui.look.keys import Key, bind
from hrdigitize.gui.window import MainWindow
from tests.gui.conftest import Office
from tests.gui.typing_hands import press

_EVERYWHERE = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)


def clashes(window: QWidget) -> list[str]:
    """Keys of two holders of which one lies in the other: with the focus in the inner one Qt is at odds.

    Whether something can be done just now does not count: tomorrow both can be.
    """
    wanted: dict[str, list[tuple[QWidget, str]]] = defaultdict(list)
    for holder, key, words in _keys(window):
        wanted[key].append((holder, words))
    return sorted(
        f"{key}: {one} in {type(first).__name__}, {other} in {type(second).__name__}"
        for key, holders in wanted.items()
        for (first, one), (second, other) in combinations(holders, 2)
        if first is second or first.isAncestorOf(second) or second.isAncestorOf(first)
    )


def _keys(window: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    """Whatever answers to a key, and where: actions, shortcuts, letters underlined on buttons."""
    for widget in (window, *window.findChildren(QWidget)):
        for action in widget.actions():
            holder = window if action.shortcutContext() in _EVERYWHERE else widget
            yield from ((holder, key.toString(), action.text()) for key in action.shortcuts())
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            yield window, widget.shortcut().toString(), widget.text()
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        assert isinstance(parent, QWidget)
        yield window if shortcut.context() in _EVERYWHERE else parent, shortcut.key().toString(), "QShortcut"


@pytest.mark.parametrize(
    "role", [Role.CLERK, Role.REVIEWER, Role.COMMUNE_HEAD, Role.TECHNICIAN, Role.AUDITOR]
)
def test_no_key_means_two_things_in_one_place(office: Office, role: Role, qtbot: QtBot) -> None:
    window = MainWindow(office.app, Actor("ai", role), lockable=True)
    window.show()
    for name in window._rooms:
        window.show_room(name)
        room = window.room
        if isinstance(room, VerifyRoom):
            for place in range(1, 1 + len(room._views)):
                room.show_view(place)
            room.show_view(0)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    found = clashes(window)
    assert sum(1 for _ in _keys(window)) > 10
    window.close()
    window.deleteLater()
    assert found == []


@pytest.fixture
def nested(qtbot: QtBot) -> tuple[QWidget, QWidget, QWidget]:
    """A part with two lines in it, on screen; the keyboard is in the first."""
    outer, inner, beside = QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.addWidget(inner)
    column.addWidget(beside)
    with qtbot.waitActive(outer):
        outer.show()
    inner.setFocus()
    return outer, inner, beside


def test_a_key_of_a_part_and_of_what_lies_in_it_is_at_odds(
    nested: tuple[QWidget, QWidget, QWidget],
) -> None:
    outer, inner, _ = nested
    done: list[str] = []
    bind(Key.APPROVE, outer, lambda: done.append("outer"), "Việc ngoài")
    bind(Key.APPROVE, inner, lambda: done.append("inner"), "Việc trong")
    assert clashes(outer) == ["Ctrl+D: Việc ngoài in QWidget, Việc trong in QLineEdit"]
    press(inner, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert done == [], "so it is that Qt does neither"


def test_a_key_of_two_parts_side_by_side_is_not(nested: tuple[QWidget, QWidget, QWidget]) -> None:
    outer, inner, beside = nested
    done: list[str] = []
    bind(Key.APPROVE, inner, lambda: done.append("inner"), "Việc này")
    bind(Key.APPROVE, beside, lambda: done.append("beside"), "Việc kia")
    assert clashes(outer) == []
    press(QApplication.focusWidget() or inner, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert done == ["inner"]


def test_two_keys_for_the_whole_window_are_at_odds_wherever_they_hang(
    nested: tuple[QWidget, QWidget, QWidget],
) -> None:
    outer, inner, beside = nested
    for parent in (inner, beside):
        QShortcut(QKeySequence("Ctrl+D"), parent)
    assert len(clashes(outer)) == 1
