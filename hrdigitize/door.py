"""How somebody comes into an office's store: the ways in, before the rest of the program is loaded.

The program takes more than a second to load, a page to log in on a tenth of one. What opens a store is loaded
while somebody types, by `load_ahead`, or when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING

from hrdigitize.domain.actors import Clock
from hrdigitize.store.keyrings import has_keyring
from hrdigitize.store.layout import is_unused

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.retention import Generation
    from hrdigitize.domain.users import NewUser, User


@dataclass(frozen=True, slots=True)
class Door:
    """How somebody comes into the store of a folder: see `app.enter`, `app.set_up`, `app.recover`.

    choose: as `enter`, for whoever has a passphrase that somebody else gave, and now one of their own.
    generations, restore: the backups of a place, oldest first, and putting one of them back by its number.
    """

    is_set_up: bool
    enter: Callable[[str, str], tuple[App, User]]
    set_up: Callable[[NewUser, Path], tuple[App, User]]
    generations: Callable[[Path], tuple[Generation, ...]]
    restore: Callable[[Path, int], Generation]
    recover: Callable[[Sequence[str], str, str], None]
    choose: Callable[[str, str, str], tuple[App, User]]


def door_of(folder: Path, *, clock: Clock) -> Door:
    """The door of an office's store."""
    return Door(
        is_set_up=has_keyring(folder) and not is_unused(folder),
        enter=lambda name, passphrase: _app().enter(folder, name, passphrase, clock=clock),
        set_up=lambda first, custody: _app().set_up(folder, first, custody, clock=clock),
        generations=lambda place: _backups().generations(place),
        restore=lambda place, number: _backups().restore(place, folder, number=number),
        recover=lambda shares, name, own: _app().recover(folder, shares, name, own, clock=clock),
        choose=lambda name, given, own: _app().enter(folder, name, given, own=own, clock=clock),
    )


def load_ahead(behind: Callable[[], object]) -> None:
    """Loads what opens a store while nobody waits for it, then what comes behind."""

    def load() -> None:
        _app()
        behind()

    Thread(target=load, name="load-ahead", daemon=True).start()


def _app() -> ModuleType:
    """The floor on which things are put together; the first call takes as long as loading it takes."""
    from hrdigitize import app

    return app


def _backups() -> ModuleType:
    from hrdigitize.services import backups

    return backups
