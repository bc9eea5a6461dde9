"""The commands `unit …`: agencies and party committees, renamed, dissolved, made of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.identifiers import chosen, short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.units import ManagingLevel, UnitId, UnitKind

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor

UnitArgument = Annotated[str, typer.Argument(metavar="UNIT", show_default=False)]
TitleArgument = Annotated[str, typer.Argument(metavar="TEXT", show_default=False)]
SinceOption = Annotated[str, typer.Option("--since", metavar="DATE", show_default=False)]

unit = typer.Typer(name="unit", no_args_is_help=True)


@unit.callback()
def _group() -> None:
    """The units that dossiers name."""


@unit.command("list")
def show(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows every unit, dissolved ones too."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        units = app.units.all(actor=actor)
    headings = ("unit", "title", "kind", "level", "since", "until", "earlier", "made-of")
    table = Table(*(terminal.text(f"unit-{heading}") for heading in headings))
    titles = {one.id: one.name for one in units}
    for one in units:
        earlier = "; ".join(named.name for named in one.names[:-1])
        made_of = "; ".join(titles[before] for before in one.predecessors)
        kind, level = terminal.text(f"unit-{one.kind.value}"), terminal.text(f"level-{one.level.value}")
        row = (
            short(one.id),
            one.name,
            kind,
            level,
            one.span.start or "",
            one.span.end or "",
            earlier,
            made_of,
        )
        table.add_row(*map(Text, row))
    terminal.show(table)
    return 0


@unit.command("add")
def add(
    context: typer.Context,
    title: TitleArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    since: SinceOption = "",
    kind: Annotated[UnitKind, typer.Option()] = UnitKind.AGENCY,
    level: Annotated[ManagingLevel, typer.Option()] = ManagingLevel.COMMUNE,
    parent: Annotated[str | None, typer.Option(metavar="UNIT", show_default=False)] = None,
    made_of: Annotated[list[str] | None, typer.Option(metavar="UNIT", show_default=False)] = None,
) -> int:
    """Adds a unit."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        above = _chosen(app, actor, parent) if parent is not None else None
        before = [_chosen(app, actor, typed) for typed in made_of or ()]
        made = app.units.add(
            title, actor=actor, kind=kind, level=level, since=since, parent=above, made_of=before
        )
    terminal.tell("unit-kept", unit=short(made.id))
    return 0


@unit.command("rename")
def rename(
    context: typer.Context,
    which: UnitArgument,
    title: TitleArgument,
    *,
    since: SinceOption,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Gives a unit another name from a date on."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        made = app.units.rename(_chosen(app, actor, which), title, since=since, actor=actor)
    terminal.tell("unit-kept", unit=short(made.id))
    return 0


@unit.command("dissolve")
def dissolve(
    context: typer.Context,
    which: UnitArgument,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", show_default=False)],
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Ends a unit on a date."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        made = app.units.dissolve(_chosen(app, actor, which), on=on, actor=actor)
    terminal.tell("unit-kept", unit=short(made.id))
    return 0


def _chosen(app: App, actor: Actor, typed: str) -> UnitId:
    known = [one.id for one in app.units.all(actor=actor)]
    return UnitId(chosen(known, typed, missing="unit-unknown"))
