"""The commands `dossier …` about what lies in a dossier: its checklist, its inventory, papers of no form."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import CadreArgument, DocumentArgument, chosen_cadre, chosen_document, short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.checklist import Completeness
from hrdigitize.domain.inventory import Differences, InventoryRow

JsonOption = Annotated[bool, typer.Option("--json")]
KindOption = Annotated[str, typer.Option("--kind", metavar="KIND", show_default=False)]

#: Without a name of its own: its commands stand among those of `dossier`.
contents = typer.Typer()


@contents.command("checklist")
def checklist(
    context: typer.Context,
    cadre: CadreArgument,
    *,
    kind: KindOption,
    name: AsOption,
    store: StoreOption = None,
    json: JsonOption = False,
) -> int:
    """Shows what a dossier of this kind has to hold and what of it is there. Exit code 1: incomplete."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        found = app.contents.checked(chosen_cadre(app, actor, cadre), kind, actor=actor)
    if json:
        terminal.show_json(_checklist_as_json(found))
    else:
        terminal.show(_checklist(terminal, found))
    return 0 if found.is_complete else 1


@contents.command("inventory")
def inventory(
    context: typer.Context,
    cadre: CadreArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    kind: KindOption = "",
    against_paper: Annotated[bool, typer.Option("--against-paper")] = False,
    json: JsonOption = False,
) -> int:
    """Shows the papers of a dossier in order; or, against its inventory on paper, where the two differ."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        whose = chosen_cadre(app, actor, cadre)
        rows = app.contents.inventory(whose, kind, actor=actor)
        differing = app.contents.against_paper(whose, actor=actor) if against_paper else None
        shelf = app.contents.shelf(whose, actor=actor)
    if json:
        told: dict[str, object] = {"shelf": shelf, "papers": [_row_as_json(row) for row in rows]}
        terminal.show_json(told | (_differences_as_json(differing) if differing is not None else {}))
    elif differing is not None:
        _tell_differences(terminal, differing)
    else:
        terminal.show(_inventory(terminal, rows))
    return 1 if differing is not None and (differing.not_found or differing.not_listed) else 0


@contents.command("shelf")
def shelf(
    context: typer.Context,
    cadre: CadreArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Says where the paper dossier lies."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.contents.put_on_shelf(chosen_cadre(app, actor, cadre), text, actor=actor)
    terminal.tell("dossier-shelved")
    return 0


@contents.command("file")
def file(
    context: typer.Context,
    document: DocumentArgument,
    *,
    into: Annotated[str, typer.Option("--into", metavar="DOSSIER", show_default=False)],
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Puts a paper of no form into a dossier."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        paper = chosen_document(app, actor, document)
        whose = app.filing.file(paper, chosen_cadre(app, actor, into), actor=actor)
    terminal.tell("dossier-filed", dossier=short(whose))
    return 0


@contents.command("take-out")
def take_out(
    context: typer.Context, document: DocumentArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Takes a paper of no form out of its dossier again."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.filing.take_out(chosen_document(app, actor, document), actor=actor)
    terminal.tell("dossier-taken-out")
    return 0


@contents.command("type")
def set_type(
    context: typer.Context,
    document: DocumentArgument,
    kind: Annotated[str, typer.Argument(metavar="TYPE", show_default=False)],
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Says what kind of paper a document is."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        paper = chosen_document(app, actor, document)
        app.filing.set_type(paper, kind, actor=actor)
    terminal.tell("dossier-described", document=short(paper))
    return 0


def _checklist(terminal: Terminal, found: Completeness) -> Table:
    table = Table(*(terminal.text(f"checklist-{key}") for key in ("item", "state", "papers", "years")))
    table.title = f"{found.checklist.name} ({found.checklist.source})"
    for one in found.items:
        state = terminal.text(f"checklist-state-{one.state.value}")
        papers = ", ".join(short(paper) for paper in one.papers)
        table.add_row(*map(Text, (one.item.name, state, papers, ", ".join(map(str, one.years)))))
    return table


def _checklist_as_json(found: Completeness) -> dict[str, object]:
    return {
        "kind": found.checklist.kind,
        "source": found.checklist.source,
        "complete": found.is_complete,
        "items": [
            {
                "item": one.item.key,
                "name": one.item.name,
                "state": one.state.value,
                "documents": list(one.papers),
                "years": list(one.years),
            }
            for one in found.items
        ],
        "others": list(found.others),
    }


def _inventory(terminal: Terminal, rows: tuple[InventoryRow, ...]) -> Table:
    headings = ("number", "title", "reference", "issued-on", "pages", "sheets", "shelf")
    table = Table(*(terminal.text(f"inventory-{key}") for key in headings))
    for row in rows:
        texts = (str(row.number), row.title, row.reference, row.issued_on, str(row.pages), str(row.sheets))
        table.add_row(*map(Text, (*texts, row.shelf)))
    return table


def _row_as_json(row: InventoryRow) -> dict[str, object]:
    return {
        "number": row.number,
        "document": row.document,
        "type": row.type,
        "title": row.title,
        "reference": row.reference,
        "issued_on": row.issued_on,
        "pages": row.pages,
        "sheets": row.sheets,
        "shelf": row.shelf,
    }


def _differences_as_json(found: Differences) -> dict[str, object]:
    return {
        "not_found": [one.title for one in found.not_found],
        "not_listed": [one.document for one in found.not_listed],
        "other_pages": [document for _, document in found.other_pages],
    }


def _tell_differences(terminal: Terminal, found: Differences) -> None:
    for one in found.not_found:
        terminal.tell("inventory-not-found", title=one.title)
    for row in found.not_listed:
        terminal.tell("inventory-not-listed", title=row.title or short(row.document))
    for listed, document in found.other_pages:
        terminal.tell("inventory-other-pages", title=listed.title, document=short(document))
    terminal.tell("inventory-matched", count=len(found.matched))
