"""The command `sample`: the main job on the sample dossier, through the same use cases as the window."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from hrdigitize import bundle
from hrdigitize.cli.extract import ALL_READ, SOME_FAILED
from hrdigitize.cli.sample_paper import Paper, load_papers
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef

if TYPE_CHECKING:
    from hrdigitize.app import App

_CLERK = Actor("sample-clerk", Role.CLERK)
_REVIEWER = Actor("sample-reviewer", Role.REVIEWER)
_STORE_NAME = "store"
_NAME = FieldPath("full_name")
_NO_WINDOW_CODES = ("window-no-display", "window-libraries-missing")


def sample(
    context: typer.Context,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", show_default=False)],
    no_window: Annotated[bool, typer.Option("--no-window")] = False,
) -> int:
    """Reads, stores, verifies, approves and prints the sample dossier. Exit code 1: a paper was not read."""
    # Imported here: loading all rooms costs a second that the other commands do not need.
    from hrdigitize.app import build

    terminal: Terminal = context.obj
    papers = load_papers(bundle.resources() / "samples")
    folder = out.resolve() / _STORE_NAME
    _clear(folder)
    app = build(folder, clock=lambda: datetime.now(tz=UTC))
    try:
        outcome = _Sitting(app, terminal, papers, out.resolve()).run()
        if not no_window:
            _open_window(terminal, app)
    finally:
        app.close()
    return outcome


def _clear(folder: Path) -> None:
    """Removes the store of the last run. UserFault "sample-folder-foreign", "store-in-use"."""
    from hrdigitize.app import KEY_FILE_NAME, build

    if not folder.exists():
        return
    if not (folder / KEY_FILE_NAME).is_file():
        raise UserFault("sample-folder-foreign", name=folder.name)
    try:
        build(folder, clock=lambda: datetime.now(tz=UTC)).close()
    except UserFault as fault:
        if fault.code == "store-in-use":
            raise
    shutil.rmtree(folder)


def _open_window(terminal: Terminal, app: App) -> None:
    """Where there is no display there is no window, and that is no fault."""
    if terminal.open_window is None:
        return
    terminal.say("sample-window")
    try:
        terminal.open_window(app, _REVIEWER, None)
    except UserFault as fault:
        if fault.code not in _NO_WINDOW_CODES:
            raise
        terminal.fault(fault)


class _Sitting:
    """One run through the sample dossier; every step says what it does."""

    def __init__(self, app: App, terminal: Terminal, papers: Sequence[Paper], out: Path) -> None:
        self._app = app
        self._terminal = terminal
        self._papers = papers
        self._out = out

    def run(self) -> int:
        documents = self._read()
        cadres = [cadre for document in documents if (cadre := self._settle(document))]
        for number, cadre in enumerate(cadres, start=1):
            self._print(cadre, number)
        self._tell("sample-done", out=str(self._out), store=str(self._out / _STORE_NAME))
        return ALL_READ if len(cadres) == len(self._papers) else SOME_FAILED

    def _read(self) -> tuple[DocumentId, ...]:
        files = [page for paper in self._papers for page in paper.pages]
        self._tell("sample-capturing", papers=len(self._papers), files=len(files))
        report = self._app.intake.capture(files, actor=_CLERK)
        for refused in report.refused:
            self._terminal.fault(UserFault(refused.code, **refused.params), about=refused.name)
        self._tell("sample-captured", pages=report.pages)
        with self._terminal.progress("cli-reading") as progress:
            documents = self._app.reading.read(report.batch, actor=_CLERK, progress=progress)
        self._tell("sample-read", documents=len(documents))
        return documents

    def _settle(self, document: DocumentId) -> CadreId | None:
        """Shows what is doubtful, answers it as a clerk would, approves as a reviewer would."""
        stored = self._app.desk.open(document, actor=_CLERK)
        form = self._app.forms.get(stored.form or "")
        paper = self._paper(stored)
        if form is None or paper is None:
            self._tell("sample-unknown-form", file=stored.pages[0].name)
            return None
        doubtful = stored.open_paths()
        name = stored.answer(_NAME).text
        self._tell("sample-document", name=name, pages=len(stored.pages), fields=len(stored.readings))
        self._tell("sample-doubtful", doubtful=len(doubtful), accepted=len(stored.readings) - len(doubtful))
        self._terminal.show(_doubts(stored, doubtful, form, paper, self._terminal))
        self._answer(stored, (*doubtful, *paper.overlooked(stored, form)), paper)
        cadre = self._app.desk.approve(document, actor=_REVIEWER)
        approved = self._app.desk.open(document, actor=_REVIEWER)
        self._tell("sample-approved", name=approved.answer(_NAME).text)
        return cadre

    def _paper(self, document: StoredDocument) -> Paper | None:
        names = {page.name for page in document.pages}
        return next((paper for paper in self._papers if names & {page.name for page in paper.pages}), None)

    def _answer(self, document: StoredDocument, paths: Sequence[FieldPath], paper: Paper) -> None:
        for path in paths:
            state, text = paper.look(path) or _as_read(document, path)
            self._app.desk.answer(document.id, path, text, state, actor=_CLERK)
        self._tell("sample-answered", count=len(paths))

    def _print(self, cadre: CadreId, number: int) -> None:
        target = self._out / f"phieu-{number}.pdf"
        self._app.profiles.print(cadre, target=target, actor=_REVIEWER)
        self._tell("sample-printed", file=str(target))

    def _tell(self, code: str, **params: str | int) -> None:
        """In one piece, however narrow the terminal: a path that is cut in two cannot be copied."""
        line = Text(self._terminal.text(code, **params), no_wrap=True, overflow="ignore")
        self._terminal.show(Group(line))


def _doubts(
    document: StoredDocument,
    doubtful: Sequence[FieldPath],
    form: FormDef,
    paper: Paper,
    terminal: Terminal,
) -> Table:
    """What a clerk has to check: the place, the text as read, why it is doubtful, what the paper says."""
    columns = ("sample-column-field", "sample-column-text", "sample-column-why", "sample-column-paper")
    table = Table(*(terminal.text(code) for code in columns), show_edge=False)
    for path in doubtful:
        reading = document.readings[path]
        why = " ".join(terminal.text(doubt.code) for doubt in reading.doubts)
        read = _shown(reading.state, reading.text, terminal)
        seen = _shown(*(paper.look(path) or _as_read(document, path)), terminal)
        table.add_row(*(Text(cell) for cell in (_label(path, form), read, why, seen)))
    return table


def _as_read(document: StoredDocument, path: FieldPath) -> tuple[State, str]:
    """Where the sample's answers say nothing about a place, the clerk confirms what the machine read."""
    answer = document.answer(path)
    return answer.state, answer.text


def _shown(state: State, text: str, terminal: Terminal) -> str:
    if state is State.VALUE:
        return text
    return terminal.text("cli-blank" if state is State.BLANK else "cli-illegible")


def _label(path: FieldPath, form: FormDef) -> str:
    if not path.table:
        return form.fields[path.field].label
    table = form.tables[path.table]
    column = next(column.label for column in table.columns if column.key == path.field)
    return f"{table.label} ({path.row + 1}): {column}"
