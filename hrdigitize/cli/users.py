"""The commands `user …`: who may log in, and as what."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.asking import ask_new_passphrase, ask_secret
from hrdigitize.cli.entering import AsOption, StoreOption, entered, folder_of, now, tell_clock
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.vietnamese import in_one_line

if TYPE_CHECKING:
    from hrdigitize.services.users import Users

NameArgument = Annotated[str, typer.Argument(metavar="USER", show_default=False)]
RoleOption = Annotated[Role, typer.Option("--role", show_default=False)]

user = typer.Typer(name="user", no_args_is_help=True)


@user.callback()
def _group() -> None:
    """The users of a store."""


@user.command("list")
def show(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows everybody who may log in or could once."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        users = app.users.all(actor=actor)
    headings = ("name", "full-name", "role", "since", "until")
    table = Table(*(terminal.text(f"user-{heading}") for heading in headings))
    for one in users:
        until = f"{one.retired_at.astimezone():%d/%m/%Y}" if one.retired_at else ""
        role = terminal.text(f"role-{one.role.value}")
        row = (one.name, one.full_name, role, f"{one.created_at.astimezone():%d/%m/%Y}", until)
        table.add_row(*map(Text, map(in_one_line, row)))
    terminal.show(table)
    return 0


@user.command("add")
def add(
    context: typer.Context,
    new: NameArgument,
    *,
    full_name: Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False)],
    role: RoleOption,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Adds a user with the passphrase typed here, which its owner has to change first (`user passphrase`)."""
    from hrdigitize.domain.users import NewUser

    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.users.add(NewUser(new, full_name, ask_new_passphrase(terminal)), role, actor=actor)
    terminal.tell("user-added", name=new)
    terminal.say("passphrase-to-change", name=new)
    return 0


@user.command("role")
def assign(
    context: typer.Context,
    whose: NameArgument,
    *,
    role: RoleOption,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Gives a user another role."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.users.assign(whose, role, actor=actor)
    terminal.tell("user-assigned", name=whose, role=terminal.text(f"role-{role.value}"))
    return 0


@user.command("retire")
def retire(context: typer.Context, whose: NameArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Takes away a user's way in; the log keeps the name."""

    def change(users: Users, actor: Actor) -> None:
        users.retire(whose, actor=actor)

    return _done_to(whose, "user-retired", change, context, store, name)


@user.command("reset")
def reset(context: typer.Context, whose: NameArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Gives somebody who lost the passphrase a new one."""

    def change(users: Users, actor: Actor) -> None:
        users.reset_passphrase(whose, ask_new_passphrase(context.obj), actor=actor)

    done = _done_to(whose, "passphrase-given", change, context, store, name)
    if whose != name:
        context.obj.say("passphrase-to-change", name=whose)
    return done


@user.command("unlock")
def unlock(context: typer.Context, whose: NameArgument, *, name: AsOption, store: StoreOption = None) -> int:
    """Lets somebody who has to wait try again at once."""

    def change(users: Users, actor: Actor) -> None:
        users.lift_wait(whose, actor=actor)

    return _done_to(whose, "wait-lifted", change, context, store, name)


def _done_to(
    whose: str,
    told: str,
    change: Callable[[Users, Actor], object],
    context: typer.Context,
    store: Path | None,
    name: str,
) -> int:
    """Makes a change to a user, as whoever came in, and says so."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        change(app.users, actor)
    terminal.tell(told, name=whose)
    return 0


@user.command("passphrase")
def passphrase(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Changes one's own passphrase, also one that somebody else gave."""
    from hrdigitize.app import enter

    terminal: Terminal = context.obj
    old = ask_secret(terminal, "cli-ask-passphrase", name=name)
    try:
        app, one = enter(folder_of(store), name, old, clock=now)
    except UserFault as fault:
        if fault.code != "passphrase-not-own":
            raise
        app, _ = enter(folder_of(store), name, old, own=ask_new_passphrase(terminal), clock=now)
        with closing(app):
            tell_clock(terminal, app)
    else:
        with closing(app):
            tell_clock(terminal, app)
            app.users.change_passphrase(old, ask_new_passphrase(terminal), actor=one.actor)
    terminal.tell("passphrase-given", name=name)
    return 0
