"""The command `sample`: the main job on the sample dossier, through the same use cases as the window."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrdigitize import bundle
from hrdigitize.cli.extract import ALL_READ, SOME_FAILED
from hrdigitize.cli.sample_doubts import DoubtList
from hrdigitize.cli.sample_paper import Paper, load_papers
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath, StoredDocument

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
    from hrdigitize.app import open_sample

    terminal: Terminal = context.obj
    papers = load_papers(bundle.resources() / "samples")
    folder = out.resolve() / _STORE_NAME
    _clear(folder)
    app = open_sample(folder, clock=lambda: datetime.now(tz=UTC))
    try:
        outcome = _Sitting(app, terminal, papers, out.resolve()).run()
        if not no_window:
            _open_window(terminal, app)
    finally:
        app.close()
    return outcome


def _clear(folder: Path) -> None:
    """Removes the store of the last run. UserFault "sample-folder-foreign", "store-in-use"."""
    from hrdigitize.app import KEY_FILE_NAME, open_sample

    if not folder.exists():
        return
    if not (folder / KEY_FILE_NAME).is_file():
        raise UserFault("sample-folder-foreign", name=folder.name)
    try:
        open_sample(folder, clock=lambda: datetime.now(tz=UTC)).close()
    except UserFault as fault:
        if fault.code in ("store-in-use", "store-in-use-by"):
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
        self._terminal.tell("sample-done", out=str(self._out), store=str(self._out / _STORE_NAME))
        return ALL_READ if len(cadres) == len(self._papers) else SOME_FAILED

    def _read(self) -> tuple[DocumentId, ...]:
        files = [page for paper in self._papers for page in paper.pages]
        self._terminal.tell("sample-capturing", papers=len(self._papers), files=len(files))
        report = self._app.intake.capture(files, actor=_CLERK)
        for refused in report.refused:
            self._terminal.fault(UserFault(refused.code, **refused.params), about=refused.name)
        self._terminal.tell("sample-captured", pages=report.pages)
        with self._terminal.progress("cli-reading") as progress:
            documents = self._app.reading.read(report.batch, actor=_CLERK, progress=progress)
        self._terminal.tell("sample-read", documents=len(documents))
        return documents

    def _settle(self, document: DocumentId) -> CadreId | None:
        """Shows what is doubtful, answers it as a clerk would, approves as a reviewer would."""
        stored = self._app.desk.open(document, actor=_CLERK)
        form = self._app.forms.get(stored.form or "")
        paper = self._paper(stored)
        if form is None or paper is None:
            self._terminal.tell("sample-unknown-form", file=stored.pages[0].name)
            return None
        doubtful = stored.open_paths()
        accepted = len(stored.readings) - len(doubtful)
        self._terminal.tell("sample-document", name=stored.answer(_NAME).text, pages=len(stored.pages))
        self._terminal.tell("sample-doubtful", doubtful=len(doubtful), accepted=accepted)
        self._terminal.tell("sample-answers")
        self._terminal.show(DoubtList(stored, form, paper).shown(doubtful, self._terminal))
        self._answer(stored, doubtful, paper)
        self._add(stored, tuple(paper.overlooked(stored, form)), paper)
        cadre = self._app.desk.approve(document, actor=_REVIEWER)
        approved = self._app.desk.open(document, actor=_REVIEWER)
        self._terminal.tell("sample-approved", name=approved.answer(_NAME).text)
        return cadre

    def _paper(self, document: StoredDocument) -> Paper | None:
        names = {page.name for page in document.pages}
        return next((paper for paper in self._papers if names & {page.name for page in paper.pages}), None)

    def _answer(self, document: StoredDocument, paths: Sequence[FieldPath], paper: Paper) -> None:
        """The clerk confirms or corrects what the machine read."""
        corrected = 0
        for path in paths:
            read, (state, text) = document.answer(path), paper.seen(path, document)
            corrected += (state, text) != (read.state, read.text)
            self._app.desk.answer(document.id, path, text, state, actor=_CLERK)
        self._terminal.tell("sample-answered", confirmed=len(paths) - corrected, corrected=corrected)

    def _add(self, document: StoredDocument, paths: Sequence[FieldPath], paper: Paper) -> None:
        """The clerk types the cells of rows that the machine did not find."""
        for path in paths:
            state, text = paper.look(path) or (State.BLANK, "")
            self._app.desk.answer(document.id, path, text, state, actor=_CLERK)
        if paths:
            self._terminal.tell("sample-added", count=len(paths))

    def _print(self, cadre: CadreId, number: int) -> None:
        target = self._out / f"phieu-{number}.pdf"
        self._app.profiles.print(cadre, target=target, actor=_REVIEWER)
        self._terminal.tell("sample-printed", file=str(target))
