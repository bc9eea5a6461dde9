"""What every command is given as its context's object: the terminal, and a way to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import DocumentId

if TYPE_CHECKING:  # loading it costs a second that `extract` does not need
    from hrdigitize.app import App

#: Opens the window, on a document if one is named, and stays until it is closed; gives the exit code.
#: UserFault "window-no-display" or "window-libraries-missing".
OpenWindow: TypeAlias = "Callable[[App, Actor, DocumentId | None], int]"


@dataclass(frozen=True, slots=True)
class Front:
    """Made in `__main__`: the terminal must not know Qt, so the way to the window is handed in."""

    terminal: Terminal
    open_window: OpenWindow
