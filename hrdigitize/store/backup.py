"""Backups on a second disk or stick: the originals once, the database and the keyring for each generation.

Everything lies there as sealed as in the store. A generation has its name only when it was read back and
opened; before that no older one goes.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation, kept
from hrdigitize.store import durable
from hrdigitize.store.connection import connect
from hrdigitize.store.faults import plain_database_faults
from hrdigitize.store.keyrings import KEYRING_NAME, has_keyring, read_keyring
from hrdigitize.store.opening import DATABASE_NAME, ORIGINALS_NAME, Store

_GENERATIONS_NAME = "generations"
_NOTE_NAME = "backup.json"
_FORMAT = "hrdigitize-backup-1"
_PART_SUFFIX = ".part"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What one backup did: originals copied now and lying there in all, older generations removed."""

    generation: Generation
    copied: int
    originals: int
    removed: int


class BackupPlace:
    """A folder that holds the backups of one store, generation by generation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def generations(self) -> tuple[Generation, ...]:
        """The finished ones, oldest first; unfinished ones and foreign folders are none."""
        found = (_noted(path) for path in (self._folder / _GENERATIONS_NAME).glob("*"))
        return tuple(sorted(one for one in found if one is not None))

    def make(self, store: Store, folder: Path, key: DataKey, *, made_on: date) -> BackupReport:
        """Adds a generation of the open store in `folder`, then removes those that need not stay.

        UserFault "backup-foreign" for a place with backups of another store, "backup-in-store",
        "backup-broken" where what was written cannot be read back, and what the disk says.
        """
        if folder.resolve() in (self._folder.resolve(), *self._folder.resolve().parents):
            raise UserFault("backup-in-store")
        self._require_own(folder)
        with durable.plain_write_faults():
            (self._folder / _GENERATIONS_NAME).mkdir(parents=True, exist_ok=True)
        copied = self._copy_originals(store, folder)
        number = 1 + max((one.number for one in self.generations()), default=0)
        generation = Generation(number, made_on)
        part = self._place(generation).with_suffix(_PART_SUFFIX)
        self._write_generation(store, folder, part, generation)
        originals = self._verify(store, part, key)
        with durable.plain_write_faults():
            part.rename(self._place(generation))
            durable.sync_folder(part.parent)
        return BackupReport(generation, copied, originals, self._remove_old())

    def restore(self, generation: Generation, target: Path) -> None:
        """Puts a generation into an empty folder; it is opened by a passphrase of its time or by shares.

        UserFault "backup-missing", "store-already-there", "backup-broken", and what the disk says.
        """
        if generation not in self.generations():
            raise UserFault("backup-missing")
        if target.exists() and any(target.iterdir()):
            raise UserFault("store-already-there")
        place = self._place(generation)
        with durable.plain_write_faults():
            target.mkdir(parents=True, exist_ok=True)
            for original in self._originals().glob("*/*"):
                _copied(original, target / ORIGINALS_NAME / original.parent.name / original.name)
            for name in (DATABASE_NAME, KEYRING_NAME):
                if (place / name).exists():
                    _copied(place / name, target / name)

    def _require_own(self, folder: Path) -> None:
        latest = self.generations()[-1:]
        keyring = self._place(latest[0]) if latest else None
        if keyring is None or not has_keyring(keyring) or not has_keyring(folder):
            return
        if read_keyring(keyring).store != read_keyring(folder).store:
            raise UserFault("backup-foreign")

    def _copy_originals(self, store: Store, folder: Path) -> int:
        """They never change: what lies there with its whole size is not written again."""
        copied = 0
        with durable.plain_write_faults():
            for name in store.originals.names():
                original = folder / ORIGINALS_NAME / name[:2] / f"{name}.sealed"
                target = self._originals() / name[:2] / original.name
                if target.exists() and target.stat().st_size == original.stat().st_size:
                    continue
                _copied(original, target)
                copied += 1
        return copied

    def _write_generation(self, store: Store, folder: Path, part: Path, generation: Generation) -> None:
        with durable.plain_write_faults():
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
        store.copy_database(part / DATABASE_NAME)
        note = {"format": _FORMAT, "number": generation.number, "made_on": generation.made_on.isoformat()}
        with durable.plain_write_faults():
            if has_keyring(folder):
                _copied(folder / KEYRING_NAME, part / KEYRING_NAME)
            durable.sync_again(part / DATABASE_NAME)
        durable.write_whole(part / _NOTE_NAME, json.dumps(note).encode())

    def _verify(self, store: Store, part: Path, key: DataKey) -> int:
        """Opens the copy with its key, and reads every original back as the store would."""
        with plain_database_faults():
            connection = connect(part / DATABASE_NAME, key)
            try:
                sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
                named = {row[0] for row in connection.execute("SELECT content FROM source_files") if row[0]}
            finally:
                connection.close()
        for leftover in part.glob(f"{DATABASE_NAME}-*"):
            leftover.unlink()
        if not sound or not all(store.originals.is_whole_at(self._originals(), name) for name in named):
            raise UserFault("backup-broken")
        return len(named)

    def _remove_old(self) -> int:
        generations = self.generations()
        gone = [one for one in generations if one not in kept(generations)]
        for generation in gone:
            shutil.rmtree(self._place(generation), ignore_errors=True)
        return len(gone)

    def _originals(self) -> Path:
        return self._folder / ORIGINALS_NAME

    def _place(self, generation: Generation) -> Path:
        return self._folder / _GENERATIONS_NAME / f"{generation.number:06}"


def _noted(path: Path) -> Generation | None:
    try:
        note = json.loads((path / _NOTE_NAME).read_text("utf-8"))
        if note["format"] != _FORMAT or path.suffix:
            return None
        return Generation(int(note["number"]), date.fromisoformat(note["made_on"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _copied(source: Path, target: Path) -> None:
    """The bytes of a file, whole on the other disk when this returns."""
    target.parent.mkdir(parents=True, exist_ok=True)
    durable.write_whole(target, source.read_bytes())
