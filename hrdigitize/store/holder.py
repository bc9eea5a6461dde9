"""Who holds a store: a lock of the system, taken before the database is touched, and a note of whose it is.

Two programs that open the database in the same moment would each keep the other out (of 500 starts at once 2
opened it). The system frees the lock of a program that died. The note may be stale; the lock never is.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.durable import plain_write_faults

_LOCK_NAME, _NOTE_NAME = "in-use.lock", "in-use.json"
#: A longer text is none that this program wrote.
_MOST_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Holder:
    """who: the person at which PC, as the system names them."""

    who: str
    since: datetime


class Hold:
    """The lock on a folder's store; held until `release`, or until the program ends."""

    def __init__(self, folder: Path, descriptor: int) -> None:
        self._folder = folder
        self._descriptor = descriptor

    @classmethod
    def taken(cls, folder: Path) -> Self:
        """The lock; UserFault "store-in-use-by", or "store-in-use" where nobody knows whose it is."""
        with plain_write_faults():
            descriptor = os.open(folder / _LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise _in_use(noted(folder)) from None
        return cls(folder, descriptor)

    def note(self, holder: Holder) -> None:
        """For whoever comes meanwhile; a store that cannot be noted is held all the same."""
        with suppress(OSError):
            text = json.dumps({"who": holder.who, "since": holder.since.isoformat()}, ensure_ascii=False)
            (self._folder / _NOTE_NAME).write_text(text, "utf-8")

    def release(self) -> None:
        """Gives the store free; a second time nothing happens."""
        if self._descriptor < 0:
            return
        with suppress(OSError):
            (self._folder / _NOTE_NAME).unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1


def noted(folder: Path) -> Holder | None:
    """Who holds it as far as it is known."""
    try:
        content = json.loads((folder / _NOTE_NAME).read_text("utf-8"))
        return Holder(str(content["who"])[:_MOST_CHARACTERS], datetime.fromisoformat(content["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _in_use(holder: Holder | None) -> UserFault:
    if holder is None:
        return UserFault("store-in-use")
    return UserFault("store-in-use-by", who=holder.who, since=f"{holder.since.astimezone():%H:%M %d/%m/%Y}")


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """OSError at once where another program has it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """OSError at once where another program has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
