"""The commands `forms …`: what the author of a form definition needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from hrdigitize import bundle
from hrdigitize.cli.terminal import Terminal
from hrdigitize.formdefs.checking import check_forms

ALL_WELL, FAULTY = 0, 1

forms = typer.Typer(name="forms", no_args_is_help=True)


@forms.callback()
def _group() -> None:
    """The standard forms of the program."""


@forms.command("check")
def check(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", show_default=False)] = None,
) -> int:
    """Tells all findings of all form definitions at once. Exit code 0: none, 1: some."""
    terminal: Terminal = context.obj
    findings = check_forms(folder or bundle.forms())
    for finding in findings:
        told = finding.message(language=terminal.language)
        terminal.show(Text(f"{finding.file}:{finding.line}: {told}"))
    if findings:
        terminal.say("forms-faulty", count=len(findings))
        return FAULTY
    terminal.say("forms-all-well")
    return ALL_WELL
