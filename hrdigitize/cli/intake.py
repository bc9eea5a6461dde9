"""The commands `intake` and `scan`: paper comes into the store, from files or from a scanner, and is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Colour, Feed, ScanSettings
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.identifiers import short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor
    from hrdigitize.services.intake import IntakeReport
    from hrdigitize.services.sitting import SittingReport, Told

ALL_TAKEN, SOME_FAILED, NONE_TAKEN = 0, 1, 2
IntoOption = Annotated[str | None, typer.Option("--into", metavar="BATCH", show_default=False)]
LaterOption = Annotated[bool, typer.Option("--read-later")]
_Defaults = ScanSettings("")


def intake(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
    into: IntoOption = None,
    read_later: LaterOption = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Takes files into the store and reads them. Exit code 0: all taken, 1: some failed, 2: none."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        if read_later:
            return _taken(terminal, app.intake.capture(files, actor=actor, into=_batch(into)))
        with terminal.progress("intake-taking") as progress:
            sitting = app.sitting.capture(files, actor=actor, into=_batch(into), told=_telling(progress))
        return _read(terminal, app, actor, sitting)


def scan(
    context: typer.Context,
    *,
    name: AsOption,
    device: Annotated[str, typer.Option("--device", metavar="ID", show_default=False)],
    store: StoreOption = None,
    dpi: Annotated[int, typer.Option("--dpi", min=75, max=1200)] = _Defaults.dpi,
    colour: Annotated[Colour, typer.Option("--colour")] = _Defaults.colour,
    feed: Annotated[Feed, typer.Option("--feed")] = _Defaults.feed,
    size: Annotated[tuple[int, int], typer.Option("--size", metavar="MM MM")] = (
        _Defaults.width_mm,
        _Defaults.height_mm,
    ),
    into: IntoOption = None,
    read_later: LaterOption = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Scans what lies in the feeder into the store and reads it. Exit codes as `intake`."""
    terminal: Terminal = context.obj
    settings = ScanSettings(device, dpi, colour, feed, *size)
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        if read_later:
            return _taken(terminal, app.intake.scan(Sane(), settings, actor=actor, into=_batch(into)))
        with terminal.progress("intake-scanning") as progress:
            told = _telling(progress)
            sitting = app.sitting.scan(Sane(), settings, actor=actor, into=_batch(into), told=told)
        return _read(terminal, app, actor, sitting)


def scanners(context: typer.Context) -> int:
    """Lists the scanners that answer."""
    terminal: Terminal = context.obj
    found = Sane().devices()
    if not found:
        terminal.say("scanner-none")
        return SOME_FAILED
    table = Table()
    for column in ("device", "name"):
        table.add_column(terminal.text(f"scanner-column-{column}"), overflow="fold")
    for device in found:
        table.add_row(Text(device.id), Text(device.name))
    terminal.show(table)
    return ALL_TAKEN


def _batch(into: str | None) -> BatchId | None:
    return BatchId(into) if into is not None else None


def _telling(progress: Callable[[int, int], None]) -> Told:
    return lambda standing: progress(standing.read, standing.known)


def _taken(terminal: Terminal, report: IntakeReport) -> int:
    """Tells what came in, and gives the exit code."""
    for refused in report.refused:
        terminal.fault(UserFault(refused.code, **refused.params), about=refused.name)
    terminal.tell("intake-taken", pages=report.pages, batch=report.batch)
    if report.stopped is not None:
        terminal.fault(report.stopped)
        terminal.say("intake-go-on", batch=report.batch)
        return SOME_FAILED
    if not report.pages:
        return NONE_TAKEN
    return SOME_FAILED if report.refused else ALL_TAKEN


def _read(terminal: Terminal, app: App, actor: Actor, sitting: SittingReport) -> int:
    """As `_taken`; shows the documents that were read."""
    code = _taken(terminal, sitting.intake)
    if not sitting.documents:
        return code
    table = Table()
    for column in ("document", "form", "doubtful"):
        table.add_column(terminal.text(f"intake-column-{column}"), overflow="fold")
    for document in sitting.documents:
        found = app.desk.open(document, actor=actor)
        form = app.forms.get(found.form or "")
        title = form.name if form is not None else terminal.text("cli-unknown-form")
        table.add_row(Text(short(document)), Text(title), Text(str(len(found.open_paths()))))
    terminal.show(table)
    return code
