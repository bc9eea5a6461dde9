"""The command `intake`: paper comes into the store from files and is read; `scan` ends like it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.capture.watched import WatchedFolder
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.identifiers import short
from hrdigitize.cli.papers import paper_name
from hrdigitize.cli.terminal import Terminal
from hrdigitize.cli.watching import watch_folder
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.services.sitting import SittingReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor
    from hrdigitize.services.intake import IntakeReport
    from hrdigitize.services.sitting import Told

ALL_TAKEN, SOME_FAILED, NONE_TAKEN = 0, 1, 2
IntoOption = Annotated[str | None, typer.Option("--into", metavar="BATCH", show_default=False)]
MarkingOption = Annotated[Secrecy, typer.Option("--marking")]
LaterOption = Annotated[bool, typer.Option("--read-later")]


def intake(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", show_default=False)] = None,
    *,
    name: AsOption,
    store: StoreOption = None,
    into: IntoOption = None,
    marking: MarkingOption = Secrecy.OPEN,
    watch: Annotated[Path | None, typer.Option("--watch", metavar="DIR", show_default=False)] = None,
    once: Annotated[bool, typer.Option("--once")] = False,
    move: Annotated[bool, typer.Option("--move")] = False,
    read_later: LaterOption = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Takes files into the store and reads them. Exit code 0: all taken, 1: some failed, 2: none."""
    terminal: Terminal = context.obj
    if watch is None and (once or move):
        raise UserFault("intake-only-watching")
    if bool(files) == (watch is not None):
        raise UserFault("intake-files-or-folder")
    batch = BatchId(into) if into is not None else None
    if watch is not None:
        folder = WatchedFolder(watch, now=monotonic, move=move)
        with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
            report = watch_folder(
                terminal, app.watching, folder, actor=actor, into=batch, marking=marking, once=once
            )
            if report is None:
                return NONE_TAKEN
            return read_all(terminal, app, actor, report, later=read_later)
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        if read_later:
            report = app.intake.capture(files or (), actor=actor, into=batch, marking=marking)
            return show_intake(terminal, report)
        with terminal.progress("intake-taking") as progress:
            told = telling(progress)
            sitting = app.sitting.capture(files or (), actor=actor, into=batch, marking=marking, told=told)
        return show_sitting(terminal, app, actor, sitting)


def telling(progress: Callable[[int, int], None]) -> Told:
    """Shows how far a batch is read."""
    return lambda standing: progress(standing.read, standing.known)


def show_intake(terminal: Terminal, report: IntakeReport) -> int:
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


def read_all(terminal: Terminal, app: App, actor: Actor, report: IntakeReport, *, later: bool) -> int:
    """Reads what was taken in before, and shows it; only tells what came in where it is read later."""
    if later or report.stopped is not None or not report.pages:
        return show_intake(terminal, report)
    with terminal.progress("cli-reading") as progress:
        documents = app.reading.read(report.batch, actor=actor, progress=progress)
    return show_sitting(terminal, app, actor, SittingReport(report, documents))


def show_sitting(terminal: Terminal, app: App, actor: Actor, sitting: SittingReport) -> int:
    """As `show_intake`; shows the documents that were read."""
    code = show_intake(terminal, sitting.intake)
    if not sitting.documents:
        return code
    table = Table()
    for column in ("document", "form", "doubtful"):
        table.add_column(terminal.text(f"intake-column-{column}"), overflow="fold")
    for document in sitting.documents:
        found = app.desk.open(document, actor=actor)
        title = paper_name(terminal, app.forms.get(found.form or ""), found.type)
        table.add_row(Text(short(document)), Text(title), Text(str(len(found.open_paths()))))
    terminal.show(table)
    return code
