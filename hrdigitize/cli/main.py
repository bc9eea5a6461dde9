"""The terminal's door: picks the command, and lets nothing but sentences and exit codes out."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from hrdigitize import __version__
from hrdigitize.cli.extract import extract
from hrdigitize.cli.language import preferred, take_language
from hrdigitize.cli.terminal import Terminal, speak_utf8
from hrdigitize.domain.faults import UserFault
from hrdigitize.messages import codes, sentence

#: Nothing could be done, or the command line makes no sense.
FAILED = 2
#: The user pressed Ctrl+C (the shells' own number for it).
STOPPED = 130
#: When set, the door also prints where an unforeseen error arose: places in the code, no content.
DETAILS_VARIABLE = "HRDIGITIZE_DETAILS"


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Does what the command line says; the exit code. Never a traceback."""
    speak_utf8()
    terminal = Terminal(preferred(environ))
    try:
        language, rest = take_language(arguments, environ)
        terminal = Terminal(language)
        return _dispatched(rest, terminal)
    except UserFault as fault:
        terminal.fault(fault)
    except TyperException as wrong:
        terminal.say("cli-usage", detail=wrong.format_message())
    except typer.Abort:
        terminal.say("cli-stopped")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the door of the terminal
        _tell_unforeseen(error, terminal, details=bool(environ.get(DETAILS_VARIABLE)))
    return FAILED


def application() -> typer.Typer:
    """All commands, not yet in any language."""
    app = typer.Typer(
        name="hrdigitize", add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True
    )
    app.callback()(_common)
    app.command("extract")(extract)
    return app


def _tell_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"hrdigitize {__version__}")
        raise typer.Exit


def _common(
    *, version: Annotated[bool, typer.Option("--version", callback=_tell_version, is_eager=True)] = False
) -> None:
    """Options of the program itself; each does its work while the command line is taken apart."""


def _dispatched(arguments: Sequence[str], terminal: Terminal) -> int:
    command = typer.main.get_command(application())
    _put_into_words(command, "", terminal.language)
    outcome = command.main(args=list(arguments), prog_name="hrdigitize", standalone_mode=False, obj=terminal)
    if outcome == STOPPED:
        terminal.say("cli-stopped")
    return outcome if isinstance(outcome, int) else 0


def _put_into_words(command: object, path: str, language: str) -> None:
    """Help texts from the catalogue: `help-extract` for a command, `help-extract-files` for what it takes."""
    if not isinstance(command, TyperCommand | TyperGroup):
        return
    command.help = _worded(f"help{path}", language) or command.help
    for parameter in command.params:
        told = _worded(f"help{path}-{parameter.name}", language)
        if told and hasattr(parameter, "help"):
            parameter.help = told
    if isinstance(command, TyperGroup):
        for name, below in command.commands.items():
            _put_into_words(below, f"{path}-{name}", language)


def _worded(code: str, language: str) -> str | None:
    return sentence(code, {}, language=language) if code in codes() else None


def _tell_unforeseen(error: Exception, terminal: Terminal, *, details: bool) -> None:
    """A calm sentence; on request places in the code, never an error's text: it may hold personal data."""
    terminal.say("cli-unforeseen", kind=type(error).__name__, variable=DETAILS_VARIABLE)
    if not details:
        return
    for frame in traceback.extract_tb(error.__traceback__):
        terminal.say("cli-place", file=PurePath(frame.filename).name, line=frame.lineno or 0, name=frame.name)
