"""Before an office's store is made: whether the places that somebody named for it are fit.

Nobody is logged in yet, so nobody is asked who they are. A stick or a disk of the network may take its time.
"""

from __future__ import annotations

from pathlib import Path

from hrdigitize.domain.faults import UserFault
from hrdigitize.services.custody import holds_sheets
from hrdigitize.store.backup import BackupPlace


def require_for_sheets(place: Path, *, store: Path) -> None:
    """A folder for the recovery sheets of a store that is to be made.

    UserFault "folder-not-there", "shares-in-store", "shares-there-already": sheets of another store would be
    written over, and nobody could open that one any more.
    """
    _require_there(place)
    if _lies_in(place, store):
        raise UserFault("shares-in-store")
    if holds_sheets(place):
        raise UserFault("shares-there-already")


def require_for_backup(place: Path, *, store: Path, sheets: Path) -> None:
    """A folder for the backups of a store that is to be made, whose recovery sheets go to `sheets`.

    UserFault "folder-not-there", "backup-in-store", "backup-foreign", "backup-beside-shares": whoever found
    that one disk could read everything.
    """
    _require_there(place)
    if _lies_in(place, store):
        raise UserFault("backup-in-store")
    if _lies_in(place, sheets) or _lies_in(sheets, place):
        raise UserFault("backup-beside-shares")
    if BackupPlace(place).generations():
        raise UserFault("backup-foreign")


def _require_there(place: Path) -> None:
    """It is there, or can be made in a folder that is there: whoever mistyped it hears of it at once."""
    try:
        there = place.is_absolute() and (place.is_dir() or (not place.exists() and place.parent.is_dir()))
    except OSError:
        there = False
    if not there:
        raise UserFault("folder-not-there")


def _lies_in(place: Path, other: Path) -> bool:
    inner, outer = place.resolve(), other.resolve()
    return outer in (inner, *inner.parents)
