"""The command `separators`: sheets to put between documents before they go through the feeder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrdigitize.cli.terminal import Terminal


def separators(
    context: typer.Context,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", show_default=False)],
    dossier: Annotated[str, typer.Option("--dossier", metavar="TEXT")] = "",
    person: Annotated[str, typer.Option("--person", metavar="TEXT")] = "",
    types: Annotated[list[str] | None, typer.Option("--type", metavar="ID", show_default=False)] = None,
    copies: Annotated[int, typer.Option("--copies", min=1, max=100)] = 1,
) -> int:
    """Writes separator sheets as PDF, one for each type."""
    from hrdigitize.services.separators import print_separators, sheets_for

    terminal: Terminal = context.obj
    sheets = sheets_for(dossier, types or [], person, copies)
    print_separators(sheets, out)
    terminal.tell("separators-written", file=out.name, sheets=len(sheets))
    return 0
