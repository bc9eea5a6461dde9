"""The command `extract`: reads documents and stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.papers import paper_name
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.reading import FormReading
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.services.extract import ExtractReport, to_json
from hrdigitize.services.extract import extract as extract_files
from hrdigitize.workers.decoding import Decoder

ALL_READ, SOME_FAILED, NONE_READ = 0, 1, 2


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", show_default=False)],
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Reads the files as one stack of pages. Exit code 0: all read, 1: some failed, 2: none could be read."""
    terminal: Terminal = context.obj
    with readers(executor, tls)() as reader, terminal.progress("cli-reading") as progress:
        report = extract_files(files, Decoder(), reader, progress=progress)
    for error in report.errors:
        terminal.fault(error.fault, about=error.file)
    if as_json:
        terminal.show_json(to_json(report, language=terminal.language))
    else:
        _show(report, terminal)
    return exit_code(report)


def exit_code(report: ExtractReport) -> int:
    """Scripts rely on it: a paper of no known form was read, too."""
    if not report.errors:
        return ALL_READ
    return SOME_FAILED if report.pages else NONE_READ


def _show(report: ExtractReport, terminal: Terminal) -> None:
    forms = load_forms()
    for document in report.documents:
        form = forms[document.form] if document.form is not None else None
        terminal.show(_heading(document, form, terminal))
        if form is None:
            texts = [page.reading.text for page in report.pages[document.first_page - 1 : document.last_page]]
            terminal.show(Text("\n".join(texts)))
            continue
        terminal.show(_fields(document, form, terminal))
        for key, rows in document.tables.items():
            if rows:
                terminal.show(
                    Group(Text(""), Text(form.tables[key].label, style="bold"), _table(key, document, form))
                )


def _heading(document: FormReading, form: FormDef | None, terminal: Terminal) -> Text:
    title = paper_name(terminal, form, document.type)
    pages = terminal.text("cli-pages", first=document.first_page, last=document.last_page)
    return Text(f"\n{title} — {pages}", style="bold")


def _fields(document: FormReading, form: FormDef, terminal: Terminal) -> Table:
    table = Table(show_edge=False)
    for code in ("cli-column-field", "cli-column-text", "cli-column-check"):
        table.add_column(terminal.text(code))
    for key, field in document.fields.items():
        check = "" if field.accepted else terminal.text("cli-to-check")
        table.add_row(
            Text(form.fields[key].label), Text(terminal.value(field.state, field.text)), Text(check)
        )
    return table


def _table(key: str, document: FormReading, form: FormDef) -> Table:
    columns = form.tables[key].columns
    table = Table(*(column.label for column in columns), show_lines=True)
    for row in document.tables[key]:
        table.add_row(*(Text(row[column.key].text) for column in columns))
    return table
