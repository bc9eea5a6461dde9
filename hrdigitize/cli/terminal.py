"""What the terminal shows: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.vietnamese import in_one_line
from hrdigitize.messages import sentence

if TYPE_CHECKING:  # loading it costs a second that `extract` does not need
    from hrdigitize.app import App
    from hrdigitize.capture.scanners import Scanner
    from hrdigitize.domain.scanning import ScanSettings
    from hrdigitize.domain.secrecy import Secrecy

#: Opens the window, on a document if one is named, and stays until it is closed; gives the exit code.
#: UserFault "window-no-display" or "window-libraries-missing".
OpenWindow: TypeAlias = "Callable[[App, Actor, DocumentId | None], int]"


class OpenStation(Protocol):
    """Opens the scanning station on a scanner and stays until it is closed; faults as `OpenWindow`."""

    def __call__(
        self,
        app: App,
        actor: Actor,
        scanner: Scanner,
        settings: ScanSettings,
        *,
        marking: Secrecy,
        muted: bool,
    ) -> int: ...


#: Columns of a table that goes into a file or a pipe.
_PIPE_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Terminal:
    """What every command gets as its context's object: the two streams, and the language spoken on them.

    open_window, open_station: the ways to the windows, handed in by `__main__`, for the terminal must not
    know Qt.
    """

    language: str
    open_window: OpenWindow | None = None
    open_station: OpenStation | None = None

    def text(self, code: str, **params: str | int) -> str:
        """The sentence for a message code."""
        return sentence(code, {key: str(value) for key, value in params.items()}, language=self.language)

    def say(self, code: str, **params: str | int) -> None:
        """A remark, on standard error."""
        self._remark(self.text(code, **params))

    def fault(self, fault: UserFault, *, about: str = "") -> None:
        """What went wrong, on standard error; `about` names the file concerned."""
        told = sentence(fault.code, fault.params, language=self.language)
        self._remark(f"{in_one_line(about)}: {told}" if about else told)

    def value(self, state: State, text: str) -> str:
        """What stands at a place: the text; the two other answers in words."""
        if state is State.VALUE:
            return text
        return self.text("cli-blank" if state is State.BLANK else "cli-illegible")

    def tell(self, code: str, **params: str | int) -> None:
        """A sentence of the result, on standard output, in one piece: a path cut in two cannot be copied."""
        Console(highlight=False, soft_wrap=True).print(Text(self.text(code, **params)))

    def show(self, result: RenderableType) -> None:
        """A result for people, on standard output."""
        console = Console(highlight=False)
        if not console.is_terminal:
            console = Console(highlight=False, width=_PIPE_WIDTH)
        console.print(result)

    def show_json(self, result: object) -> None:
        """A result for programs, on standard output: UTF-8, whatever the terminal speaks."""
        print(json.dumps(result, ensure_ascii=False, indent=1))  # noqa: T201 - the one place that writes JSON

    @contextmanager
    def progress(self, code: str) -> Iterator[Callable[[int, int], None]]:
        """Gives `advance(done, known)`; a bar on a terminal, nothing in a pipe."""
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(
            *columns,
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        ) as bar:
            task = bar.add_task(self.text(code), total=None)
            yield lambda done, known: bar.update(task, completed=done, total=known)

    def _remark(self, told: str) -> None:
        Console(stderr=True, highlight=False, soft_wrap=True).print(Text(told))


def speak_utf8() -> None:
    """Vietnamese on every terminal: what it cannot show becomes a question mark, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
