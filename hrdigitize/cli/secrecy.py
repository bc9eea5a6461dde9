"""The commands `secrecy …`: what a batch is marked, what was found, the register of copies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy

BatchArgument = Annotated[str, typer.Argument(metavar="BATCH", show_default=False)]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="FILE", show_default=False)]

secrecy = typer.Typer(name="secrecy", no_args_is_help=True)


@secrecy.callback()
def _group() -> None:
    """Markings of secrecy."""


@secrecy.command("confirm")
def confirm(
    context: typer.Context,
    batch: BatchArgument,
    *,
    name: AsOption,
    marking: Annotated[Secrecy, typer.Option("--marking", show_default=False)],
    store: StoreOption = None,
) -> int:
    """Says what a batch is marked; it can be read then."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.markings.confirm(BatchId(batch), marking, actor=actor)
    terminal.tell("secrecy-confirmed", batch=batch, marking=terminal.text(f"secrecy-{marking.value}"))
    return 0


@secrecy.command("found")
def found(
    context: typer.Context,
    batch: BatchArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    out: OutOption = None,
) -> int:
    """Shows the marked pages of a batch; with --out, prints the note for the refused ones."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        pages = app.markings.found(BatchId(batch), actor=actor)
        if out is not None:
            app.markings.print_notice(BatchId(batch), out, actor=actor)
    table = Table(*(terminal.text(f"secrecy-column-{column}") for column in ("page", "file", "marking")))
    for page in pages:
        marking = terminal.text(f"secrecy-{page.marking.value}")
        table.add_row(Text(str(page.number)), Text(page.name), Text(marking))
    terminal.show(table)
    if out is not None:
        terminal.tell("secrecy-written", file=out.name)
    return 0


@secrecy.command("register")
def register(
    context: typer.Context, *, name: AsOption, store: StoreOption = None, out: OutOption = None
) -> int:
    """Shows the register of copies; with --out, prints it."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        entries = app.markings.register(actor=actor)
        if out is not None:
            app.markings.print_register(out, actor=actor)
    columns = ("number", "day", "batch", "page", "marking", "copies", "by")
    table = Table(*(terminal.text(f"secrecy-column-{column}") for column in columns))
    for entry in entries:
        row = (
            str(entry.number),
            f"{entry.at.astimezone():%d/%m/%Y}",
            entry.batch,
            str(entry.page),
            terminal.text(f"secrecy-{entry.marking.value}"),
            str(entry.copies),
            entry.by,
        )
        table.add_row(*map(Text, row))
    terminal.show(table)
    if out is not None:
        terminal.tell("secrecy-written", file=out.name)
    return 0
