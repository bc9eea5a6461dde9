"""What can be done: read off the actions that the window and its rooms have bound, never from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.look.key_hints import KeyHints
from hrdigitize.gui.look.keys import key_of

#: In a command's words: between a name and what is told of it.
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do. key: as the screen shows it, "" for none; about: what it is or where it leads."""

    words: str
    key: str
    about: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys of one part of the window: each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def commands_of(holders: Iterable[QWidget], about: str) -> tuple[Command, ...]:
    """What can be done now by the actions of these widgets, in the order in which they were bound."""
    return tuple(
        Command(action.text(), key_of(action), about, action.trigger)
        for action in _actions(holders)
        if _can_be_done(action)
    )


def keys_of(holders: Sequence[QWidget], title: str) -> KeyGroup:
    """Every key of these widgets, also those that can do nothing now; then what a foot among them tells."""
    keys = [(key_of(action), action.text()) for action in _actions(holders) if key_of(action)]
    known = {key for key, _ in keys}
    hints = [hint for foot in holders if isinstance(foot, KeyHints) for hint in foot.hints]
    further = [hint for hint in hints if not known.intersection(hint.keys)]
    keys += [(", ".join(hint.keys), _begun_large(hint.words)) for hint in further]
    return KeyGroup(title, tuple(dict.fromkeys(keys)))


def _begun_large(words: str) -> str:
    """A foot tells it small behind its key; in the sheet it stands among words that begin large."""
    return words[:1].upper() + words[1:]


def parts_of(page: QWidget) -> tuple[QWidget, ...]:
    """A room and everything in it that is no window of its own."""
    inside = (one for one in page.findChildren(QWidget) if one.window() is page.window())
    return (page, *inside)


def matches(typed: str, *texts: str) -> bool:
    """Whether every typed word stands somewhere in the texts, marks and case aside."""
    whole = folded(" ".join(texts))
    return all(word in whole for word in folded(typed).split())


def matching(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """The commands that fit what was typed, the nearest first."""
    return nearest([one for one in commands if matches(typed, one.words, one.about)], typed)


def nearest(commands: Iterable[Command], typed: str) -> tuple[Command, ...]:
    """What is called just so, what begins so, what has the words in it, then the rest; each as it stood."""
    return tuple(sorted(commands, key=lambda one: farness(typed, one.words)))


def farness(typed: str, words: str) -> int:
    """0 for the very name; the more, the less the words have of what was typed."""
    sought, name = folded(typed).strip(), folded(words.partition(BETWEEN)[0]).strip()
    if not name.startswith(sought):
        return 2 if matches(typed, words) else 3
    return 0 if name == sought else 1


def _actions(holders: Iterable[QWidget]) -> Iterator[QAction]:
    """Those that were bound here; what Qt's own widgets bring (a line's clear button) says no words."""
    for holder in holders:
        yield from (action for action in holder.actions() if action.parent() is holder and action.text())


def _can_be_done(action: QAction) -> bool:
    if not (action.isEnabled() and action.isVisible()):
        return False
    button = action.data()
    if isinstance(button, QAbstractButton):
        return button.isEnabled() and not button.isHidden() and _reaches(button)
    holder = action.parent()
    return isinstance(holder, QWidget) and _reaches(holder)


def _reaches(widget: QWidget) -> bool:
    """Whether it is on screen with all that it lies in."""
    return widget.isVisibleTo(widget.window())
