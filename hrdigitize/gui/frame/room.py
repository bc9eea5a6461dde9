"""What a room of the window is, and what the window gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.gui.frame.jobs import Jobs
from hrdigitize.gui.frame.ways import Ways
from hrdigitize.gui.look.keys import Key
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.permissions import Action, may

#: Asks where a file shall go, given a name to start from; None: the person thought better of it.
AskTarget = Callable[[QWidget, str], Path | None]
#: Asks for a reason; None: the person thought better of it.
AskReason = Callable[[QWidget], str | None]
#: Asks for files to take in, and for a folder; nothing: the person thought better of it.
AskFiles = Callable[[QWidget], Sequence[Path]]
AskFolder = Callable[[QWidget], Path | None]


class RoomName(StrEnum):
    """The rooms, in the order of the day and of the rail (DESIGN.md 9)."""

    OVERVIEW = "overview"
    INTAKE = "intake"
    ARRANGE = "arrange"
    VERIFY = "verify"
    DOSSIERS = "dossiers"
    PRINT = "print"
    REPORTS = "reports"
    EXCHANGE = "exchange"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions that a file dialog or a small box answers; tests answer them by themselves."""

    target: AskTarget
    reason: AskReason
    files: AskFiles
    folder: AskFolder


@dataclass(frozen=True, slots=True)
class Frame:
    """What every room works with.

    lane: for use cases, one after the other with all others; aside: for what takes long and does not hold the
    store (pictures, printing); its thread is the window's own. fail: says a fault in the room on screen.
    preferences: what the person chose for this window, and how it was left.
    """

    app: App
    actor: Actor
    lane: Tasks
    aside: Tasks
    ways: Ways
    jobs: Jobs
    ask: Asking
    fail: Callable[[Exception], None]
    preferences: PreferenceFile = field(default_factory=PreferenceFile)

    def may(self, action: Action) -> bool:
        """Whether the person's role allows it at all; the use case checks it again."""
        return may(self.actor, action)


class RoomPage(QWidget):
    """A room. Made at the first visit; `opened` each time it comes on screen, `shut` as the window closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Room")
        self.notice = Notice()

    def opened(self) -> None:
        """It comes on screen: what it shows may be old."""

    def left(self) -> None:
        """The person goes elsewhere: what was typed counts."""

    def shut(self) -> None:
        """The window closes: what was typed counts, files are let go."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the rail and the window know it.

    words: its name on screen; drawing: its icon. needs: what a role must be allowed to do to see it at all,
    one of them is enough.
    """

    name: RoomName
    words: str
    drawing: str
    key: Key
    make: Callable[[Frame], RoomPage]
    needs: frozenset[Action] = field(default_factory=frozenset)

    def is_for(self, actor: Actor) -> bool:
        return any(may(actor, action) for action in self.needs)
