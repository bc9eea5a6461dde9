"""The door between the program and a person at a terminal: only sentences and exit codes get out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import PurePath

import typer
from typer.exceptions import TyperException

from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault

#: Nothing could be done, or the command line makes no sense.
FAILED = 2
#: The user pressed Ctrl+C (the shells' own number for it).
STOPPED = 130
#: When set, the door also tells where an unforeseen error arose: places in the code, no content.
DETAILS_VARIABLE = "HRDIGITIZE_DETAILS"


def guarded(work: Callable[[], int], terminal: Terminal, environ: Mapping[str, str]) -> int:
    """The work's exit code; FAILED or STOPPED with a sentence instead of any error. Never a traceback."""
    try:
        return work()
    except UserFault as fault:
        terminal.fault(fault)
    except TyperException as wrong:
        if told := wrong.format_message().strip():  # a group without its command has shown its help instead
            terminal.say("cli-usage", detail=told)
    except (typer.Abort, KeyboardInterrupt):
        terminal.say("cli-stopped")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the door of the terminal
        terminal.say("cli-unforeseen", kind=type(error).__name__, variable=DETAILS_VARIABLE)
        if environ.get(DETAILS_VARIABLE):
            _tell_places(error, terminal)
    return FAILED


def _tell_places(error: Exception, terminal: Terminal) -> None:
    """Where it arose, never what the error says: that may hold personal data."""
    for frame in traceback.extract_tb(error.__traceback__):
        terminal.say("cli-place", file=PurePath(frame.filename).name, line=frame.lineno or 0, name=frame.name)
