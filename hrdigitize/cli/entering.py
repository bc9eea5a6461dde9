"""How the commands of a store come into it: which folder, who, with which passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrdigitize import bundle
from hrdigitize.cli.asking import ask_secret
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.actors import Actor
from hrdigitize.workers.reading import Reader

if TYPE_CHECKING:  # loading it costs a second that other commands do not need
    from hrdigitize.app import App

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", show_default=False)]
AsOption = Annotated[str, typer.Option("--as", metavar="NAME", show_default=False)]


def now() -> datetime:
    """The clock of the terminal."""
    return datetime.now(tz=UTC)


def folder_of(store: Path | None) -> Path:
    """The folder that was named, else this person's own."""
    return store.resolve() if store is not None else bundle.store_folder()


def tell_clock(terminal: Terminal, app: App) -> None:
    """Says so where the PC's clock cannot be right."""
    if app.clock_behind is not None:
        terminal.say("clock-behind", **app.clock_behind.params)


@contextmanager
def entered(
    terminal: Terminal, store: Path | None, name: str, *, readers: Callable[[], Reader] = Reader
) -> Iterator[tuple[App, Actor]]:
    """The open program and who came in; it asks for the passphrase. UserFault as `app.enter` says.

    readers: what starts the readers of batches.
    """
    from hrdigitize.app import enter

    passphrase = ask_secret(terminal, "cli-ask-passphrase", name=name)
    app, user = enter(folder_of(store), name, passphrase, clock=now, readers=readers)
    try:
        tell_clock(terminal, app)
        yield app, user.actor
    finally:
        app.close()
