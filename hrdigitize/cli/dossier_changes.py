"""The commands `dossier …` that change: corrections, index data of papers."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import (
    CadreArgument,
    DocumentArgument,
    PathArgument,
    chosen,
    chosen_cadre,
    chosen_document,
    path_of,
    short,
)
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.dossier import CorrectionId, DocumentIndex
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.secrecy import Secrecy

ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)]
_PaperOption = Annotated[str | None, typer.Option("--document", metavar="DOCUMENT", show_default=False)]
_TextArgument = Annotated[str, typer.Argument(metavar="TEXT", show_default=False)]
_IndexOption = Annotated[str | None, typer.Option(metavar="TEXT", show_default=False)]


#: Without a name of its own: its commands stand among those of `dossier`.
changes = typer.Typer()


@changes.command("correct")
def correct(
    context: typer.Context,
    cadre: CadreArgument,
    field: PathArgument,
    text: _TextArgument,
    *,
    reason: ReasonOption,
    name: AsOption,
    store: StoreOption = None,
    document: _PaperOption = None,
) -> int:
    """Asks for another value at a place of a record; an empty text says that it is blank."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        whose = chosen_cadre(app, actor, cadre)
        paper = chosen_document(app, actor, document) if document is not None else None
        state = State.VALUE if text.strip() else State.BLANK
        asked = app.corrections.ask(whose, path_of(field), text, state, reason, actor=actor, document=paper)
    terminal.tell("correction-counts" if asked.granted else "correction-waits", id=short(asked.id))
    return 0


@changes.command("add-row")
def add_row(
    context: typer.Context,
    cadre: CadreArgument,
    table: Annotated[str, typer.Argument(metavar="TABLE", show_default=False)],
    cells: Annotated[list[str], typer.Argument(metavar="COLUMN=TEXT", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
    document: _PaperOption = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False)] = "",
) -> int:
    """Adds a row to a table of a record; columns that are not named are blank."""
    terminal: Terminal = context.obj
    texts = _cells(cells)
    with entered(terminal, store, name) as (app, actor):
        whose = chosen_cadre(app, actor, cadre)
        paper = chosen_document(app, actor, document) if document is not None else None
        added = app.corrections.add_row(whose, table, texts, actor=actor, document=paper, reason=reason)
    first = added[0]
    row = f"{first.path.table}/{first.path.row}"
    if first.granted:
        terminal.tell("row-counts", row=row)
    else:
        terminal.tell("row-waits", row=row, id=short(first.id))
    return 0


@changes.command("corrections")
def corrections(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows the changes that wait for a decision."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        waiting = app.corrections.waiting(actor=actor)
        held = {one.cadre: app.dossiers.open(one.cadre, actor=actor).cadre for one in waiting}
    headings = ("correction", "dossier", "field", "held", "asked", "asked-by", "reason")
    table = Table(*(terminal.text(f"dossier-{heading}") for heading in headings))
    for one in waiting:
        before = held[one.cadre].values.get(one.path)
        stands = terminal.value(before.answer.state, before.answer.text) if before is not None else ""
        wanted = terminal.value(one.answer.state, one.answer.text)
        reason = one.reason or terminal.text("correction-from-paper", document=short(one.document or ""))
        row = (short(one.id), short(one.cadre), str(one.path), stands, wanted, one.asked_by, reason)
        table.add_row(*map(Text, row))
    terminal.show(table)
    return 0


@changes.command("decide")
def decide(
    context: typer.Context,
    correction: Annotated[str, typer.Argument(metavar="CORRECTION", show_default=False)],
    *,
    grant: Annotated[bool, typer.Option("--grant/--refuse", show_default=False)],
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Grants a change or refuses it."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        waiting = [one.id for one in app.corrections.waiting(actor=actor)]
        which = CorrectionId(chosen(waiting, correction, missing="correction-unknown"))
        app.corrections.decide(which, granted=grant, actor=actor)
    terminal.tell("correction-was-granted" if grant else "correction-was-refused")
    return 0


@changes.command("describe")
def describe(
    context: typer.Context,
    document: DocumentArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    number: _IndexOption = None,
    notation: _IndexOption = None,
    issued_on: _IndexOption = None,
    issuer: _IndexOption = None,
    subject: _IndexOption = None,
    signer: _IndexOption = None,
    shelf: _IndexOption = None,
    secrecy: Annotated[Secrecy | None, typer.Option(show_default=False)] = None,
) -> int:
    """Gives a document what it is found by; what is not named stays."""
    given = {
        "number": number,
        "notation": notation,
        "issued_on": issued_on,
        "issuer": issuer,
        "subject": subject,
        "signer": signer,
        "shelf": shelf,
    }
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        paper = chosen_document(app, actor, document)
        before = app.dossiers.index(paper, actor=actor)
        texts = {key: getattr(before, key) if text is None else text for key, text in given.items()}
        after = DocumentIndex(**texts, secrecy=secrecy or before.secrecy)
        app.dossiers.describe(paper, after, actor=actor)
    terminal.tell("dossier-described", document=short(paper))
    return 0


def _cells(given: list[str]) -> dict[str, str]:
    """The texts by column. UserFault "cell-unclear" for one without its column, or a column named twice."""
    parted = [one.partition("=") for one in given]
    texts = {column.strip(): text for column, equals, text in parted if equals}
    if len(texts) < len(given):
        raise UserFault("cell-unclear")
    return texts
