"""A folder into which a scanner's own software writes: what in it is complete, in the order of its names.

Nothing in it is changed, unless taken files are to be moved aside. What is true of the folder is found by
looking again and again, never by a system's notices: a share sends none, and any may be lost.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from hrdigitize.capture.bounds import MOST_FILE_BYTES, check_file
from hrdigitize.capture.endings import is_whole, kind_of
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.vietnamese import nfc

#: Where taken files go, if they are to be moved aside.
TAKEN_FOLDER = "da-nhan"
#: Names of what is still being written or copied, and of what systems leave in every folder.
_UNFINISHED = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart", "~")
_BEGINNINGS = (".", "~")
_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_FIGURES = re.compile(r"([0-9]+)")
#: Windows marks links, and folders that stand for others, so.
_REPARSE_POINT = 0x400
_HAS_PLACES = os.open in os.supports_dir_fd
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in a file's place must not keep us waiting
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_LIST = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settling:
    """When a file counts as complete.

    looks, seconds: it was the same on so many looks, over so long (a FAT stick tells times in steps of 2 s).
    unproved_s: as `seconds`, for a format whose end proves nothing: the next sheet may still be on its way
    through the feeder. So long a file that is not complete holds back those behind it, no longer.
    patience_s: what does not end as its format must is given up when nothing happened for so long.
    """

    looks: int = 3
    seconds: float = 2.5
    unproved_s: float = 10.0
    patience_s: float = 60.0


class Identity(NamedTuple):
    """What changes when a file is written to or replaced."""

    device: int
    inode: int
    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is complete, or given up. data: None where it could not be read; `fault` says why."""

    name: str
    data: bytes | None
    fault: UserFault | None = None

    def read(self) -> bytes:
        """Its bytes, or the reason why there are none as UserFault."""
        if self.data is None:
            raise self.fault or UserFault("file-unreadable")
        return self.data


@dataclass(frozen=True, slots=True)
class Remark:
    """What is told once about something in the folder that is not taken."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was on the last looks. not_before: when it is worth reading (again)."""

    identity: Identity
    since: float
    looks: int = 1
    not_before: float = 0.0


class WatchedFolder:
    """One folder, looked at again and again. now: seconds of a clock that never jumps.

    Files come in the order of their names, figures by value ("scan2" before "scan10"); one that is still
    being written holds back those behind it for a while, so that pages do not change places. Links are
    never followed, pipes, devices and folders never opened. UserFault "file-missing" or
    "watched-not-folder" at once.
    """

    def __init__(
        self, folder: Path, *, now: Callable[[], float], settling: Settling | None = None, move: bool = False
    ) -> None:
        if not folder.exists():
            raise UserFault("file-missing")
        if not folder.is_dir():
            raise UserFault("watched-not-folder")
        self._folder = folder.resolve()
        self._now = now
        self._settling = settling or Settling()
        self._move = move
        self._seen: dict[str, _Seen] = {}
        self._done: dict[str, Identity] = {}
        self._told: set[tuple[str, str]] = set()
        self._remarks: list[Remark] = []
        self.waiting = False

    def complete(self) -> Generator[Arrived, None, None]:
        """One look: what is complete now. Asking for the next one says that the last one is safe.

        `waiting` is true afterwards where a file is likely to be complete soon. A folder that is gone, or
        has become a link, gives nothing and is told once: a share may come back.
        """
        self.waiting = False
        try:
            with self._place() as place:
                self._told.discard(("", "watched-folder-gone"))
                yield from self._pass(place)
        except OSError:
            self._tell("", "watched-folder-gone")

    def remarks(self) -> tuple[Remark, ...]:
        """What is to be told since it was last asked."""
        told = tuple(self._remarks)
        self._remarks.clear()
        return told

    @contextmanager
    def _place(self) -> Iterator[int | None]:
        """The opened folder, where the system can open files in it by that; it is no link on the way."""
        if Path(os.path.realpath(self._folder)) != self._folder:
            raise OSError("a part of the path has become a link")
        if not _HAS_PLACES:
            yield None
            return
        place = os.open(self._folder, _LIST)
        try:
            yield place
        finally:
            os.close(place)

    def _pass(self, place: int | None) -> Iterator[Arrived]:
        now, found = self._now(), self._listed(place)
        self._seen = {name: self._looked(name, identity, now) for name, identity in found.items()}
        for name in sorted(found, key=_in_order):
            seen = self._seen[name]
            if self._done.get(name) == seen.identity:
                continue
            arrived = self._arrived(place, name, seen, now)
            if arrived is None and now - seen.since < self._settling.unproved_s:
                self.waiting = True
                return
            if arrived is None:
                self._tell(name, "watched-incomplete")
                continue
            yield arrived
            self._done[name] = seen.identity
            if self._move and arrived.data is not None:
                self._set_aside(name, seen.identity)

    def _listed(self, place: int | None) -> dict[str, Identity]:
        """The files as they lie: what is being written under another name, links and all else left out."""
        found = dict[str, Identity]()
        with os.scandir(self._folder if place is None else place) as entries:
            for entry in entries:
                if _is_unfinished(entry.name):
                    continue
                with suppress(FileNotFoundError):
                    status = os.lstat(self._path(entry.name, place), dir_fd=place)
                    if _is_link(status):
                        self._tell(entry.name, "watched-link")
                    elif stat.S_ISREG(status.st_mode):
                        found[entry.name] = _identity(status)
        self._done = {name: known for name, known in self._done.items() if name in found}
        return found

    def _looked(self, name: str, identity: Identity, now: float) -> _Seen:
        before = self._seen.get(name)
        if before is None or before.identity != identity:
            return _Seen(identity, now)
        return replace(before, looks=before.looks + 1)

    def _arrived(self, place: int | None, name: str, seen: _Seen, now: float) -> Arrived | None:
        """The file, where it is complete or given up; None where it may still become so."""
        settling, age = self._settling, now - seen.since
        if seen.looks < settling.looks or age < settling.seconds or now < seen.not_before:
            return None
        given_up = age >= settling.patience_s
        try:
            check_file(seen.identity.size)
            data = self._read(name, seen.identity, place)
        except UserFault as fault:
            if fault.code == "file-empty" and not given_up:
                return None
            return Arrived(name, None, fault)
        except OSError:  # on Windows also: somebody else has it open
            return Arrived(name, None, UserFault("file-unreadable")) if given_up else None
        if data is None:
            return None  # changed meanwhile: the next look begins anew
        if age < settling.unproved_s and not kind_of(data).proves_its_end:
            self._later(name, seen, settling.unproved_s)
            return None
        if given_up or is_whole(data):
            return Arrived(name, data)
        self._later(name, seen, settling.patience_s)
        return None

    def _later(self, name: str, seen: _Seen, seconds: float) -> None:
        """Reads the file no more before that age: it is the same as long as its identity is."""
        self._seen[name] = replace(seen, not_before=seen.since + seconds)

    def _read(self, name: str, expected: Identity, place: int | None) -> bytes | None:
        """The whole file, if it is that very file from the first byte to the last; None where it is not."""
        path = self._path(name, place)
        opened = os.open(path, _READ, dir_fd=place)
        try:
            status = os.fstat(opened)
            if not stat.S_ISREG(status.st_mode) or _identity(status) != expected:
                return None
            data = _all_of(opened)
            after = {_identity(os.fstat(opened)), _identity(os.lstat(path, dir_fd=place))}
        finally:
            os.close(opened)
        return data if after == {expected} and len(data) == expected.size else None

    def _set_aside(self, name: str, taken: Identity) -> None:
        """Moves what was taken; what took its place meanwhile stays, and nothing is ever written over."""
        here, aside = self._folder / name, self._folder / TAKEN_FOLDER
        try:
            aside.mkdir(exist_ok=True)
            if _is_link(os.lstat(aside)):
                raise OSError("a link might lead anywhere")
            if _identity(os.lstat(here)) != taken:
                return
            there = _free(aside, name)
            here.rename(there)
            if _identity(os.lstat(there)) != taken and not here.exists():
                there.rename(here)  # written anew within that moment: it is to be taken
        except OSError:
            self._tell(name, "watched-cannot-move")

    def _path(self, name: str, place: int | None) -> str:
        return name if place is not None else str(self._folder / name)

    def _tell(self, name: str, code: str) -> None:
        if (name, code) not in self._told:
            self._told.add((name, code))
            self._remarks.append(Remark(name, code))


def _all_of(opened: int) -> bytes:
    """What can be read, one byte more than is allowed at most: a file may grow while it is read."""
    pieces, left = list[bytes](), MOST_FILE_BYTES + 1
    while left and (piece := os.read(opened, min(_PIECE, left))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _identity(status: os.stat_result) -> Identity:
    return Identity(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _is_link(status: os.stat_result) -> bool:
    return stat.S_ISLNK(status.st_mode) or bool(getattr(status, "st_file_attributes", 0) & _REPARSE_POINT)


def _is_unfinished(name: str) -> bool:
    folded = name.casefold()
    return folded.startswith(_BEGINNINGS) or folded.endswith(_UNFINISHED) or folded in _LITTER


def _in_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """By letters, and figures by their value; the name itself last, so that no two are equal."""
    parts = _FIGURES.split(nfc(name).casefold())
    key = [(1, 0, part) if not part.isdecimal() else (0, int(part), "") for part in parts if part]
    return (*key, (-1, 0, name))


def _free(folder: Path, name: str) -> Path:
    """A path in the folder at which nothing lies: a scanner's software begins again with "scan001"."""
    path, number = folder / name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path
