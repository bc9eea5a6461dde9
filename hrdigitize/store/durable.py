"""Files that are safe on disk when the call returns: whole under their final name, or not there at all."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from hrdigitize.domain.faults import UserFault

PART_SUFFIX = ".tmp"
#: How much of a file is in memory while it is copied or compared.
_PIECE_BYTES = 1 << 20


def write_whole(target: Path, content: bytes) -> None:
    """Writes beside the target, syncs, renames, syncs the folder (accept protocol, step 4).

    UserFault "store-disk-full" or "store-cannot-write"; then nothing is left behind.
    """
    _write(target, (content,))


def copy_whole(source: Path, target: Path) -> None:
    """The bytes of a file under another name, as `write_whole`; its folder is made where it is missing.

    What was written is read back; where it differs the copy is removed: "store-cannot-write".
    """
    with plain_write_faults():
        _make_folder(target.parent)
        with source.open("rb") as content:
            _write(target, iter(lambda: content.read(_PIECE_BYTES), b""))
        if not same_content(source, target):
            target.unlink(missing_ok=True)
            raise OSError(errno.EIO, "what was written is not what is read")


def same_content(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes, read from the disk as far as the system lets us."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        if sys.platform == "linux":
            os.posix_fadvise(second.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := first.read(_PIECE_BYTES):
            if piece != second.read(_PIECE_BYTES):
                return False
        return not second.read(1)


def sync_again(target: Path) -> None:
    """Makes sure of a file that somebody wrote before: its content and its name."""
    with plain_write_faults():
        descriptor = os.open(target, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; Windows has no such call, its rename writes through instead."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def plain_write_faults() -> Iterator[None]:
    """Says in the user's words why a write failed."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise UserFault("store-disk-full" if full else "store-cannot-write") from error


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def _write(target: Path, pieces: Iterable[bytes]) -> None:
    part = target.with_name(target.name + PART_SUFFIX)
    with plain_write_faults():
        try:
            # What a cut left there, nobody was ever told of.
            part.unlink(missing_ok=True)
            _write_synced(part, pieces)
            _rename_synced(part, target)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def _write_synced(part: Path, pieces: Iterable[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o600)
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import ctypes

    _REPLACE_EXISTING, _WRITE_THROUGH = 0x1, 0x8
    #: Access denied, sharing violation, lock violation: a virus scanner holds the file for a moment.
    _PASSING_ERRORS = (5, 32, 33)
    _ATTEMPTS, _PAUSE_S = 25, 0.1

    def _rename_synced(part: Path, target: Path) -> None:
        move = ctypes.WinDLL("kernel32", use_last_error=True).MoveFileExW
        for attempt in range(_ATTEMPTS):
            if move(str(part), str(target), _REPLACE_EXISTING | _WRITE_THROUGH):
                return
            code = ctypes.get_last_error()
            if code not in _PASSING_ERRORS or attempt == _ATTEMPTS - 1:
                raise ctypes.WinError(code)
            time.sleep(_PAUSE_S)

else:

    def _rename_synced(part: Path, target: Path) -> None:
        part.replace(target)
        sync_folder(target.parent)
