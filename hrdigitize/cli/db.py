"""The commands `db …`: make a store, check it, read its log, come in again with recovery shares."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.asking import ask_new_passphrase, ask_secret
from hrdigitize.cli.entering import AsOption, StoreOption, entered, folder_of, now, tell_clock
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.vietnamese import in_one_line
from hrdigitize.messages import codes

SOUND, BROKEN = 0, 1
_SHARES_ASKED = 2
#: Characters: anchors of many years; a whole disk is not read because somebody named the wrong file.
_LONGEST_FILE = 1 << 20

_LockOption = Annotated[Path | None, typer.Option("--recovery-key", metavar="FILE", show_default=False)]

db = typer.Typer(name="db", no_args_is_help=True)


@db.callback()
def _group() -> None:
    """The store: make, check, read its log, recover."""


@db.command("init")
def init(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Option("--user", metavar="NAME", show_default=False)],
    full_name: Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False)],
    shares: Annotated[Path | None, typer.Option("--shares", metavar="DIR", show_default=False)] = None,
    recovery: Annotated[
        Path | None, typer.Option("--recovery-key", metavar="FILE", show_default=False)
    ] = None,
    store: StoreOption = None,
) -> int:
    """Makes a store with its first user, recoverable by the centre's key or by one of its own."""
    from hrdigitize.app import set_up
    from hrdigitize.domain.users import NewUser
    from hrdigitize.services.custody import read_lock

    terminal: Terminal = context.obj
    if (shares is None) == (recovery is None):
        raise UserFault("recovery-unclear")
    lock = read_lock(recovery.resolve()) if recovery is not None else None
    if lock is not None:
        terminal.tell("db-centre-key", fingerprint=lock.fingerprint)
    first = NewUser(name, full_name, ask_new_passphrase(terminal))
    app, _ = set_up(folder_of(store), first, lock or _absolute(shares), clock=now)
    tell_clock(terminal, app)
    app.close()
    terminal.tell("db-made", store=str(folder_of(store)), name=name)
    if lock is None:
        terminal.tell("db-shares-written", folder=str(_absolute(shares)))
    return SOUND


@db.command("recovery-key")
def recovery_key(
    context: typer.Context,
    *,
    shares: Annotated[Path, typer.Option("--shares", metavar="DIR", show_default=False)],
    target: Annotated[Path, typer.Option("--to", metavar="FILE", show_default=False)],
) -> int:
    """Makes the centre's recovery key: three sheets for three people, and a file for the communes."""
    from hrdigitize.app import make_centre_key

    terminal: Terminal = context.obj
    lock = make_centre_key(shares.resolve(), target.resolve(), clock=now)
    terminal.tell("db-shares-written", folder=str(shares.resolve()))
    terminal.tell("db-lock-written", file=str(target.resolve()), fingerprint=lock.fingerprint)
    return SOUND


def _absolute(folder: Path | None) -> Path:
    return (folder or Path()).resolve()


@db.command("check")
def check(
    context: typer.Context,
    *,
    name: AsOption,
    anchors: Annotated[list[str] | None, typer.Option("--anchor", metavar="TEXT", show_default=False)] = None,
    file: Annotated[Path | None, typer.Option("--anchors", metavar="FILE", show_default=False)] = None,
    store: StoreOption = None,
) -> int:
    """Checks structure, references, the log's chain and every original. Exit code 0: sound, 1: not."""
    terminal: Terminal = context.obj
    given = [*(anchors or ()), *(_anchors_in(file) if file is not None else ())]
    with entered(terminal, store, name) as (app, actor):
        found = app.upkeep.check(given, actor=actor)
    for finding in found:
        subject = in_one_line(finding.subject)
        told = terminal.text(finding.code, subject=subject)
        terminal.show(Text(told if subject in told else f"{subject}: {told}"))
    if not found:
        terminal.tell("db-sound")
        if given:
            terminal.tell("db-anchors-held", count=len(given))
        return SOUND
    # To restore at once would wipe away the traces of whoever cut the log.
    unheld = any(finding.code.startswith("anchor-") for finding in found)
    terminal.tell("db-anchors-unheld" if unheld else "db-broken", count=len(found))
    return BROKEN


def _anchors_in(file: Path) -> list[str]:
    """The anchors of a file, one a line, as people keep them; UserFault "anchors-unreadable"."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            lines = opened.read(_LONGEST_FILE).splitlines()
    except (OSError, UnicodeDecodeError):
        raise UserFault("anchors-unreadable", name=file.name) from None
    return [line for line in lines if line.strip()]


@db.command("anchor")
def anchor(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Prints the head of the log for the day sheet, to be kept away from the PC; see `db check --anchor`."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        noted = app.upkeep.anchor(actor=actor)
    terminal.tell("db-anchor", at=f"{noted.at.astimezone():%H:%M %d/%m/%Y}", count=noted.count)
    terminal.show(Text(noted.text))
    terminal.say("db-anchor-keep")
    return SOUND


@db.command("reindex")
def reindex(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Makes the search index anew from the records."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        cadres = app.search.rebuild(actor=actor)
    terminal.tell("db-reindexed", count=cadres)
    return SOUND


@db.command("log")
def log(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Shows what was done in the store, oldest first."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        entries = app.upkeep.log(actor=actor)
    headings = ("number", "at", "who", "role", "what", "subject")
    table = Table(*(terminal.text(f"db-log-{heading}") for heading in headings))
    for entry in entries:
        at = f"{entry.at.astimezone():%d/%m/%Y %H:%M:%S}"
        role = terminal.text(f"role-{entry.actor.role.value}")
        known = f"action-{entry.action}"
        what = terminal.text(known) if known in codes() else entry.action
        row = (str(entry.sequence), at, entry.actor.name, role, what, entry.subject)
        table.add_row(*map(Text, map(in_one_line, row)))
    terminal.show(table)
    return SOUND


@db.command("recover")
def recover(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Option("--user", metavar="NAME", show_default=False)],
    store: StoreOption = None,
) -> int:
    """Gives a user a new passphrase, by two of the three recovery shares."""
    from hrdigitize.app import recover as recovered

    terminal: Terminal = context.obj
    shares = [ask_secret(terminal, "cli-ask-share", number=number + 1) for number in range(_SHARES_ASKED)]
    passphrase = ask_new_passphrase(terminal)
    recovered(folder_of(store), shares, name, passphrase, clock=now)
    terminal.tell("db-recovered", name=name)
    return SOUND


@db.command("backup")
def backup(
    context: typer.Context,
    *,
    place: Annotated[Path, typer.Option("--to", metavar="DIR", show_default=False)],
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Makes a verified backup on another disk or a stick; older ones go as far as they need not stay.

    Exit code 1 where originals of the store are gone or damaged.
    """
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        report = app.backups.make(place.resolve(), actor=actor)
    terminal.tell(
        "db-backed-up", number=report.generation.number, copied=report.copied, originals=report.originals
    )
    for code, count in (
        ("db-backup-mended", report.mended),
        ("db-backup-rescuable", report.rescuable),
        ("db-backup-lost", report.lost),
    ):
        if count:
            terminal.tell(code, count=count)
    return BROKEN if report.rescuable or report.lost else SOUND


@db.command("restore")
def restore(
    context: typer.Context,
    *,
    place: Annotated[Path, typer.Option("--from", metavar="DIR", show_default=False)],
    number: Annotated[int | None, typer.Option("--number", show_default=False)] = None,
    store: StoreOption = None,
) -> int:
    """Puts a backup into an empty folder; it is opened by a passphrase of its time, or by recovery shares."""
    from hrdigitize.services.backups import restore as restored

    terminal: Terminal = context.obj
    generation = restored(place.resolve(), folder_of(store), number=number)
    terminal.tell("db-restored", number=generation.number, day=f"{generation.made_on:%d/%m/%Y}")
    return SOUND
