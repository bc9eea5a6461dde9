"""How somebody comes into an office's store: the ways in, before the rest of the program is loaded.

The program takes more than a second to load, a page to log in on a tenth of one. What opens a store is loaded
while somebody types, by `load_ahead`, or when it is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING

from hrdigitize import bundle
from hrdigitize.domain.actors import Actor, Clock, Role
from hrdigitize.store.keyrings import has_keyring
from hrdigitize.store.layout import is_unused

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.capture.scanners import Device
    from hrdigitize.domain.retention import Generation
    from hrdigitize.domain.users import NewUser, User


#: Who took the sample dossiers in, as it stands beside their batch.
_CLERK = Actor("hồ sơ mẫu", Role.CLERK)


@dataclass(frozen=True, slots=True)
class Practice:
    """The sample dossiers in a store of their own, taken in and not yet read; closed, nothing is left."""

    app: App
    folder: TemporaryDirectory[str]

    def close(self) -> None:
        """The store is closed and thrown away."""
        self.app.close()
        self.folder.cleanup()


@dataclass(frozen=True, slots=True)
class Door:
    """How somebody comes into the store of a folder: see `app.enter`, `app.set_up`, `app.recover`.

    choose: as `enter`, for whoever has a passphrase that somebody else gave, and now one of their own.
    generations, restore: the backups of a place, oldest first, and putting one of them back by its number.
    require_for_sheets, require_for_backup: whether a folder is fit for the recovery sheets of a new store,
    and for its backups where the sheets go to the second one, see `services.founding`. scanners: those
    that answer. practise: see `Practice`.
    """

    is_set_up: bool
    enter: Callable[[str, str], tuple[App, User]]
    set_up: Callable[[NewUser, Path], tuple[App, User]]
    generations: Callable[[Path], tuple[Generation, ...]]
    restore: Callable[[Path, int], Generation]
    recover: Callable[[Sequence[str], str, str], None]
    choose: Callable[[str, str, str], tuple[App, User]]
    require_for_sheets: Callable[[Path], None]
    require_for_backup: Callable[[Path, Path], None]
    scanners: Callable[[], tuple[Device, ...]]
    practise: Callable[[], Practice]


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
        require_for_sheets=lambda place: _founding().require_for_sheets(place, store=folder),
        require_for_backup=lambda place, sheets: _founding().require_for_backup(
            place, store=folder, sheets=sheets
        ),
        scanners=lambda: _scanners().devices_here(platform=sys.platform),
        practise=lambda: _practice(clock),
    )


def _practice(clock: Clock) -> Practice:
    """UserFault as `app.open_sample` and `Intake.capture`; then nothing is left of it."""
    folder = TemporaryDirectory(prefix="hrdigitize-practice-", ignore_cleanup_errors=True)
    try:
        app: App = _app().open_sample(Path(folder.name) / "store", clock=clock)
        practice = Practice(app, folder)
    except BaseException:
        folder.cleanup()
        raise
    try:
        papers = sorted((bundle.resources() / "samples").glob("*/*.jpg"))
        app.intake.capture(papers, actor=_CLERK)
    except BaseException:
        practice.close()
        raise
    return practice


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


def _founding() -> ModuleType:
    from hrdigitize.services import founding

    return founding


def _scanners() -> ModuleType:
    from hrdigitize.capture import choosing

    return choosing
