"""The terminal as a whole: all commands, their help in the chosen language, one exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from hrdigitize import __version__
from hrdigitize.cli.batch import batch
from hrdigitize.cli.db import db
from hrdigitize.cli.door import FAILED, STOPPED, guarded
from hrdigitize.cli.dossier import dossier
from hrdigitize.cli.extract import extract
from hrdigitize.cli.forms import forms
from hrdigitize.cli.intake import intake
from hrdigitize.cli.language import preferred, take_language
from hrdigitize.cli.sample import sample
from hrdigitize.cli.scan import scan, scanners
from hrdigitize.cli.scan_profiles import scan_profiles
from hrdigitize.cli.secrecy import secrecy
from hrdigitize.cli.separators import separators
from hrdigitize.cli.terminal import OpenWindow, Terminal, speak_utf8
from hrdigitize.cli.units import unit
from hrdigitize.cli.users import user
from hrdigitize.domain.faults import UserFault
from hrdigitize.messages import codes, sentence


def run(arguments: Sequence[str], environ: Mapping[str, str], *, open_window: OpenWindow) -> int:
    """Does what the command line says; the exit code. Never a traceback."""
    speak_utf8()
    try:
        language, rest = take_language(arguments, environ)
    except UserFault as fault:
        Terminal(preferred(environ)).fault(fault)
        return FAILED
    terminal = Terminal(language, open_window)
    return guarded(partial(_dispatched, rest, terminal), terminal, environ)


def application() -> typer.Typer:
    """All commands, not yet in any language."""
    app = typer.Typer(
        name="hrdigitize", add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True
    )
    app.callback()(_common)
    app.command("extract")(extract)
    app.command("sample")(sample)
    app.command("intake")(intake)
    app.command("scan")(scan)
    app.command("scanners")(scanners)
    app.command("separators")(separators)
    app.add_typer(secrecy)
    app.add_typer(forms)
    app.add_typer(db)
    app.add_typer(user)
    app.add_typer(dossier)
    app.add_typer(unit)
    app.add_typer(scan_profiles)
    app.add_typer(batch)
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
        raise KeyboardInterrupt  # Typer makes an exit code of it
    return outcome if isinstance(outcome, int) else 0


def _put_into_words(command: object, path: str, language: str) -> None:
    """Help texts from the catalogue: `help-extract` for a command, `help-extract-files` for what it takes.

    What many commands take has one text for all: `help-any-store`.
    """
    if not isinstance(command, TyperCommand | TyperGroup):
        return
    command.help = _worded(f"help{path}", language) or command.help
    for parameter in command.params:
        told = _worded(f"help{path}-{parameter.name}", language) or _worded(
            f"help-any-{parameter.name}", language
        )
        if told and hasattr(parameter, "help"):
            parameter.help = told
    if isinstance(command, TyperGroup):
        for name, below in command.commands.items():
            _put_into_words(below, f"{path}-{name}", language)


def _worded(code: str, language: str) -> str | None:
    return sentence(code, {}, language=language) if code in codes() else None
