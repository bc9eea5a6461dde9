"""The commands `dossier …` for records of one person: find, compare, tell apart, merge, undo."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.dossier_changes import ReasonOption
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import CadreArgument, chosen_cadre, short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.dossier import MergeId

OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", show_default=False)]

#: Without a name of its own: its commands stand among those of `dossier`.
duplicates = typer.Typer()


@duplicates.command("duplicates")
def find(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows dossiers that may be of one person."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        pairs = app.duplicates.find(actor=actor)
        names = {one.id: one.text("full_name") for one in app.dossiers.all(actor=actor)}
    table = Table(
        *(terminal.text(f"dossier-{heading}") for heading in ("dossier", "name", "other", "name", "signs"))
    )
    for pair in pairs:
        signs = ", ".join(terminal.text(f"sign-{sign.value}") for sign in pair.signs)
        row = (short(pair.one), names[pair.one], short(pair.other), names[pair.other], signs)
        table.add_row(*map(Text, row))
    terminal.show(table)
    return 0


@duplicates.command("compare")
def compare(
    context: typer.Context,
    cadre: CadreArgument,
    other: OtherArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Shows two dossiers side by side; what differs is marked."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        one, two = chosen_cadre(app, actor, cadre), chosen_cadre(app, actor, other)
        shown = app.duplicates.compare(one, two, actor=actor)
    table = Table(terminal.text("dossier-field"), short(one), short(two), "")
    for both in shown.places:
        cells = (
            terminal.value(value.answer.state, value.answer.text) if value is not None else ""
            for value in (both.one, both.other)
        )
        table.add_row(*map(Text, (str(both.path), *cells, "" if both.agree else "≠")))
    terminal.show(table)
    return 0


@duplicates.command("distinct")
def distinct(
    context: typer.Context,
    cadre: CadreArgument,
    other: OtherArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Says that two dossiers are not of one person."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        one, two = chosen_cadre(app, actor, cadre), chosen_cadre(app, actor, other)
        app.duplicates.tell_apart(one, two, actor=actor)
    terminal.tell("dossier-told-apart")
    return 0


@duplicates.command("merge")
def merge(
    context: typer.Context,
    cadre: CadreArgument,
    other: OtherArgument,
    *,
    reason: ReasonOption,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Lets the first dossier speak for the other as well."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        one, two = chosen_cadre(app, actor, cadre), chosen_cadre(app, actor, other)
        made = app.duplicates.merge(one, two, reason, actor=actor)
    terminal.tell("dossier-merged", id=short(made))
    return 0


@duplicates.command("unmerge")
def unmerge(
    context: typer.Context, cadre: CadreArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Undoes the last merge of a dossier."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        merges = app.dossiers.open(chosen_cadre(app, actor, cadre), actor=actor).merges
        last = merges[-1].id if merges else MergeId("")
        again = app.duplicates.undo(last, actor=actor)
    terminal.tell("dossier-unmerged", dossier=short(again))
    return 0
