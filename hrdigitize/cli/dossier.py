"""The commands `dossier …`: what lies in dossiers, how values came about, how they are changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.dossier_changes import changes
from hrdigitize.cli.dossier_contents import contents
from hrdigitize.cli.dossier_duplicates import duplicates
from hrdigitize.cli.dossier_find import find
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import (
    CadreArgument,
    DocumentArgument,
    PathArgument,
    chosen_cadre,
    chosen_document,
    path_of,
    short,
)
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.rows import newest_first, rows_of
from hrdigitize.formdefs.record_tables import record_tables

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.dossier import Dossier

JsonOption = Annotated[bool, typer.Option("--json")]

dossier = typer.Typer(name="dossier", no_args_is_help=True)
dossier.add_typer(changes)
dossier.add_typer(contents)
dossier.add_typer(duplicates)
dossier.command("find")(find)


@dossier.callback()
def _group() -> None:
    """The dossiers of a store."""


@dossier.command("list")
def show_all(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows every dossier of the store."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        found = app.dossiers.all(actor=actor)
    table = _table(terminal, "dossier", "name", "birth-date", "id-number", "keyed-by-one")
    for one in found:
        keyed = terminal.text("dossier-yes") if one.alone else ""
        texts = (short(one.id), one.text("full_name"), one.text("birth_date"), one.text("id_number"), keyed)
        table.add_row(*map(Text, texts))
    terminal.show(table)
    return 0


@dossier.command("show")
def show(
    context: typer.Context,
    cadre: CadreArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    json: JsonOption = False,
) -> int:
    """Shows a dossier: its papers, the record with decisions and ratings, what is asked to be changed."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        found = app.dossiers.open(chosen_cadre(app, actor, cadre), actor=actor)
        labels = _labels(app, found.cadre.form)
    if json:
        terminal.show_json(_as_json(found))
        return 0
    terminal.show(_papers(terminal, found))
    terminal.show(_record(terminal, found, labels))
    for section in _sections(terminal, found):
        terminal.show(section)
    waiting = [one for one in found.corrections if one.granted is None]
    if waiting:
        terminal.tell("dossier-waiting", count=len(waiting))
    return 0


@dossier.command("history")
def history(
    context: typer.Context,
    cadre: CadreArgument,
    field: PathArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Shows all that ever stood at a place of a record, oldest first."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        values = app.dossiers.history(chosen_cadre(app, actor, cadre), path_of(field), actor=actor)
    table = _table(terminal, "value", "by", "second", "when", "reason", "paper")
    for value in values:
        told = "" if value.withdrawn else terminal.value(value.answer.state, value.answer.text)
        paper = f"{short(value.evidence.document)}, {value.evidence.page}" if value.evidence else ""
        when = f"{value.approved_at.astimezone():%d/%m/%Y %H:%M}"
        texts = (told, value.approved_by, value.seconded_by or "", when, value.reason, paper)
        table.add_row(*map(Text, texts))
    terminal.show(table)
    return 0


@dossier.command("approve")
def approve(
    context: typer.Context,
    document: DocumentArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    into: Annotated[str | None, typer.Option("--into", metavar="DOSSIER", show_default=False)] = None,
) -> int:
    """Lets a document into the record, of a dossier that is there or of a new one; a decision begins none."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        paper = chosen_document(app, actor, document)
        owner = chosen_cadre(app, actor, into) if into is not None else None
        cadre = app.desk.approve(paper, actor=actor, cadre=owner)
        found = app.dossiers.open(cadre, actor=actor)
        alike = app.duplicates.find(cadre, actor=actor)
    terminal.tell("dossier-approved", dossier=short(cadre))
    said_otherwise = sum(one.document == paper and one.granted is None for one in found.corrections)
    if said_otherwise:
        terminal.tell("dossier-waiting", count=said_otherwise)
    if alike:
        terminal.tell("dossier-alike", count=len(alike))
    return 0


@dossier.command("key-again")
def key_again(
    context: typer.Context, document: DocumentArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Asks for the key fields of a document once more, without showing what stands there."""
    from hrdigitize.cli.asking import ask_line

    terminal: Terminal = context.obj
    differing = 0
    with entered(terminal, store, name) as (app, actor):
        paper = chosen_document(app, actor, document)
        still = app.second_keying.still_to_key(paper, actor=actor).paths
        labels = _labels(app, app.desk.open(paper, actor=actor).form)
        for path in still:
            text = ask_line(terminal, "dossier-ask-field", field=labels.get(path.field, path.field))
            state = State.VALUE if text else State.BLANK
            compared = app.second_keying.key(paper, path, text, state, actor=actor)
            if not compared.agreed:
                differing += 1
                terminal.tell("dossier-differs", first=compared.first.text, second=compared.second.text)
    terminal.tell("dossier-keyed-again", count=len(still), differing=differing)
    return 1 if differing else 0


def _labels(app: App, form_id: str | None) -> dict[str, str]:
    form = app.forms.get(form_id or "")
    return {key: field.label for key, field in form.fields.items()} if form is not None else {}


def _papers(terminal: Terminal, found: Dossier) -> Table:
    table = _table(
        terminal, "document", "form", "pages", "number", "issued-on", "subject", "secrecy", "shelf"
    )
    for paper in found.documents:
        index = paper.index
        number = "/".join(part for part in (index.number, index.notation) if part)
        secrecy = terminal.text(f"secrecy-{index.secrecy.value}")
        what = paper.form or paper.type or ""
        texts = (short(paper.id), what, str(paper.pages), number, index.issued_on, index.subject, secrecy)
        table.add_row(*map(Text, (*texts, index.shelf)))
    return table


def _record(terminal: Terminal, found: Dossier, labels: dict[str, str]) -> Table:
    table = _table(terminal, "field", "label", "value", "by", "reason")
    for path, value in found.cadre.values.items():
        if path.table in record_tables():
            continue
        told = terminal.value(value.answer.state, value.answer.text)
        label = labels.get(path.field, "") if not path.table else ""
        table.add_row(*map(Text, (str(path), label, told, value.approved_by, value.reason)))
    return table


def _sections(terminal: Terminal, found: Dossier) -> Iterator[Table]:
    """The record's own tables, newest first; blanks are left out."""
    rows = rows_of(found.cadre.values)
    for key, own in record_tables().items():
        of_table = {number: row for (table, number), row in rows.items() if table == key}
        section = _table(terminal, "field", "label", "value", "by", "reason")
        section.title = terminal.text(f"record-{key}")
        for number, row in newest_first(of_table, own.dated_by):
            section.add_section()
            for column in own.definition.columns:
                value = row.get(column.key)
                if value is None or value.answer.state is State.BLANK:
                    continue
                told = terminal.value(value.answer.state, value.answer.text)
                label = terminal.text(f"record-{key}-{column.key}")
                place = str(FieldPath(column.key, key, number))
                section.add_row(*map(Text, (place, label, told, value.approved_by, value.reason)))
        if section.row_count:
            yield section


def _as_json(found: Dossier) -> dict[str, object]:
    return {
        "dossier": found.cadre.id,
        "form": found.cadre.form,
        "keyed_by_one": found.cadre.alone,
        "documents": [paper.id for paper in found.documents],
        "values": {
            str(path): {"state": value.answer.state.value, "text": value.answer.text, "reason": value.reason}
            for path, value in found.cadre.values.items()
        },
        "waiting": [one.id for one in found.corrections if one.granted is None],
    }


def _table(terminal: Terminal, *headings: str) -> Table:
    return Table(*(terminal.text(f"dossier-{heading}") for heading in headings))
