"""Backups: made to a second disk or stick by whoever looks after the PC, who sees no dossier for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.backup import BackupPlace, BackupReport
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

_MADE = "backup-made"


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """The day of the last good backup, None where there was none, seen from today."""

    last: date | None
    today: date


class Backups:
    """Makes backups of the open store, on the lane, and knows when the last good one was made.

    UserFault "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(self, store: Store, lane: Lane, folder: Path, key: DataKey, *, clock: Clock) -> None:
        self._store = store
        self._lane = lane
        self._folder = folder
        self._key = key
        self._clock = clock

    def make(self, place: Path, *, actor: Actor) -> BackupReport:
        """A new generation, verified; UserFault as `BackupPlace.make` says. The log has it then."""
        require(actor, Action.BACK_UP)
        return self._lane.run(lambda: self._make(place, actor))

    def standing(self, *, actor: Actor) -> BackupStanding:
        """When the last good backup was; everybody may know."""
        require(actor, Action.SEE_BACKUP)
        return BackupStanding(self._lane.run(self._last), self._clock().astimezone().date())

    def _make(self, place: Path, actor: Actor) -> BackupReport:
        today = self._clock().astimezone().date()
        report = BackupPlace(place).make(self._store, self._folder, self._key, made_on=today)
        with self._store.work(actor) as work:
            work.commit(
                _MADE,
                str(report.generation.number),
                copied=report.copied,
                originals=report.originals,
                mended=report.mended,
                rescuable=report.rescuable,
                lost=report.lost,
            )
        return report

    def _last(self) -> date | None:
        with self._store.view() as view:
            made = view.audit.last(_MADE)
        return made.at.astimezone().date() if made is not None else None


def generations(place: Path) -> tuple[Generation, ...]:
    """The backups that lie in a place, oldest first; nothing where there is none."""
    return BackupPlace(place).generations()


def restore(place: Path, target: Path, *, number: int | None = None) -> Generation:
    """Puts a generation (the newest one where none is named) into an empty folder, and says which.

    Nobody need be logged in: what is restored is as sealed as it was. UserFault as `BackupPlace.restore`.
    """
    backups = BackupPlace(place)
    found = [one for one in backups.generations() if number in (None, one.number)]
    if not found:
        raise UserFault("backup-missing")
    backups.restore(found[-1], target)
    return found[-1]
