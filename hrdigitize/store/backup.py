"""Backups on a second disk or stick: the originals once, the database and the keyring for each generation.

Everything lies there as sealed as in the store. A generation has its name only when it was read back and
opened; before that no older one goes. A copy that was damaged there is set aside and written anew.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.lettering import MiscopiedError
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation, kept
from hrdigitize.domain.stored import ContentId
from hrdigitize.store import durable
from hrdigitize.store.anchors import anchor_text, read_anchor
from hrdigitize.store.chain import Anchor
from hrdigitize.store.connection import connect
from hrdigitize.store.faults import plain_database_faults
from hrdigitize.store.keyrings import KEYRING_NAME, has_keyring, read_keyring
from hrdigitize.store.layout import DATABASE_NAME, ORIGINALS_NAME
from hrdigitize.store.opening import Store
from hrdigitize.store.originals import SEALED_SUFFIX

_GENERATIONS_NAME = "generations"
_NOTE_NAME = "backup.json"
_FORMAT = "hrdigitize-backup-1"
_PART_SUFFIX = ".part"
#: Where damaged copies go: outside of what is restored, and never thrown away by the program.
_ASIDE_NAME = "damaged"
#: What a database that was written badly makes the driver say.
_UNREADABLE = frozenset({"store-damaged", "store-not-readable", "store-foreign", "store-setting-refused"})


@dataclass(frozen=True, slots=True)
class _Originals:
    """How the originals lie, here and on the other disk; the fields are those of `BackupReport`."""

    originals: int = 0
    mended: int = 0
    rescuable: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What one backup did: originals copied now and named in all, older generations removed.

    mended: copies that were damaged on the other disk, set aside and written anew. rescuable: originals gone
    or damaged in the store, of which the other disk has a whole copy. lost: those that are whole nowhere.
    """

    generation: Generation
    copied: int
    originals: int
    removed: int
    mended: int = 0
    rescuable: int = 0
    lost: int = 0


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

        Where originals are lost no older generation is removed.
        UserFault "backup-foreign" for a place with backups of another store, "backup-ahead" for one whose log
        the store's does not go on from (an older database was put back, the log was cut or changed),
        "backup-in-store", "backup-broken" where what was written cannot be read back, and what the disk says.
        """
        if folder.resolve() in (self._folder.resolve(), *self._folder.resolve().parents):
            raise UserFault("backup-in-store")
        self._require_own(folder)
        self._require_followed(store)
        with durable.plain_write_faults():
            (self._folder / _GENERATIONS_NAME).mkdir(parents=True, exist_ok=True)
        copied = self._copy_originals(store, folder)
        number = 1 + max((one.number for one in self.generations()), default=0)
        generation = Generation(number, made_on)
        part = self._place(generation).with_suffix(_PART_SUFFIX)
        self._write_generation(store, folder, part, generation)
        found = self._verify_originals(store, folder, self._verified_names(part, key))
        with durable.plain_write_faults():
            part.rename(self._place(generation))
            durable.sync_folder(part.parent)
        removed = 0 if found.lost else self._remove_old()
        return BackupReport(
            generation, copied, found.originals, removed, found.mended, found.rescuable, found.lost
        )

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
            for original in self._originals().glob(f"*/*{SEALED_SUFFIX}"):
                durable.copy_whole(original, target / ORIGINALS_NAME / original.parent.name / original.name)
            for name in (DATABASE_NAME, KEYRING_NAME):
                if (place / name).exists():
                    durable.copy_whole(place / name, target / name)

    def _require_own(self, folder: Path) -> None:
        latest = self.generations()[-1:]
        keyring = self._place(latest[0]) if latest else None
        if keyring is None or not has_keyring(keyring) or not has_keyring(folder):
            return
        if read_keyring(keyring).store != read_keyring(folder).store:
            raise UserFault("backup-foreign")

    def _require_followed(self, store: Store) -> None:
        """The log of the store goes on from that of every backup here; nothing is written before."""
        with store.view() as view:
            for generation in reversed(self.generations()):
                anchor = _anchor_noted(self._place(generation))
                if anchor is not None and view.audit.unheld(anchor) is not None:
                    raise UserFault(
                        "backup-ahead", number=generation.number, day=f"{generation.made_on:%d/%m/%Y}"
                    )

    def _copy_originals(self, store: Store, folder: Path) -> int:
        """They never change: what lies there with its whole size is not written again.

        What was cut short in the store does not take the place of what lies there.
        """
        copied = 0
        with durable.plain_write_faults():
            for name in store.originals.names():
                original, target = _path(folder / ORIGINALS_NAME, name), _path(self._originals(), name)
                if target.exists() and (
                    target.stat().st_size == original.stat().st_size or not store.originals.is_whole(name)
                ):
                    continue
                durable.copy_whole(original, target)
                copied += 1
        return copied

    def _write_generation(self, store: Store, folder: Path, part: Path, generation: Generation) -> None:
        with durable.plain_write_faults():
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
        # The lane belongs to the backup: nothing is written between the two.
        with store.view() as view:
            head = view.audit.head()
        store.copy_database(part / DATABASE_NAME)
        note = {
            "format": _FORMAT,
            "number": generation.number,
            "made_on": generation.made_on.isoformat(),
            "anchor": anchor_text(head),
        }
        with durable.plain_write_faults():
            if has_keyring(folder):
                durable.copy_whole(folder / KEYRING_NAME, part / KEYRING_NAME)
            durable.sync_again(part / DATABASE_NAME)
        durable.write_whole(part / _NOTE_NAME, json.dumps(note).encode())

    def _verified_names(self, part: Path, key: DataKey) -> frozenset[ContentId]:
        """The originals that the copied database names, read with its key. UserFault "backup-broken"."""
        try:
            sound, names = _looked_into(part / DATABASE_NAME, key)
        except UserFault as fault:
            if fault.code in _UNREADABLE:
                raise UserFault("backup-broken") from fault
            raise
        for leftover in part.glob(f"{DATABASE_NAME}-*"):
            leftover.unlink()
        if not sound:
            raise UserFault("backup-broken")
        return names

    def _verify_originals(self, store: Store, folder: Path, names: frozenset[ContentId]) -> _Originals:
        """Reads every original here and there; what is damaged there and whole here is written anew."""
        found = _Originals(len(names))
        for name in sorted(names):
            here, there = store.originals.is_whole(name), self._is_whole(store, name)
            if here and not there:
                self._mend(store, folder, name)
                found = replace(found, mended=found.mended + 1)
            elif not here:
                found = replace(found, rescuable=found.rescuable + there, lost=found.lost + (not there))
        return found

    def _mend(self, store: Store, folder: Path, name: ContentId) -> None:
        """UserFault "backup-broken" where the disk does not give back what was written."""
        damaged = _path(self._originals(), name)
        with durable.plain_write_faults():
            if damaged.exists():
                aside = self._folder / _ASIDE_NAME
                aside.mkdir(exist_ok=True)
                damaged.replace(aside / damaged.name)
            durable.copy_whole(_path(folder / ORIGINALS_NAME, name), damaged)
        if not self._is_whole(store, name):
            raise UserFault("backup-broken")

    def _is_whole(self, store: Store, name: ContentId) -> bool:
        return store.originals.is_whole_at(self._originals(), name)

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


def _anchor_noted(path: Path) -> Anchor | None:
    """The head of the log that was copied; None where a program noted none, or what it noted is spoilt."""
    try:
        return read_anchor(json.loads((path / _NOTE_NAME).read_text("utf-8"))["anchor"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, MiscopiedError):
        return None


def _looked_into(database: Path, key: DataKey) -> tuple[bool, frozenset[ContentId]]:
    """Whether the database is sound, and the originals that it names."""
    with plain_database_faults():
        connection = connect(database, key)
        try:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            rows = connection.execute("SELECT content FROM source_files WHERE content IS NOT NULL")
            return sound, frozenset(ContentId(row[0]) for row in rows)
        finally:
            connection.close()


def _path(originals: Path, name: ContentId) -> Path:
    return originals / name[:2] / f"{name}{SEALED_SUFFIX}"
