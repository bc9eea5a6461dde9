"""Custody: the recovery key, made once, split into three sheets and forgotten; its public half goes on.

A centre makes one key for its communes and hands the public half out as a file; an office on its own makes
one for itself.
"""

from __future__ import annotations

import base64
import io
import json
from datetime import date
from itertools import combinations
from pathlib import Path

from hrdigitize.crypto.keys import KEY_BYTES
from hrdigitize.crypto.recovery import NEEDED, SHARES, RecoveryKey, RecoveryLock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.printing.share_sheets import ShareSheet, write_share_sheet
from hrdigitize.store.durable import plain_write_faults, write_whole

_KIND = "hrdigitize-recovery-lock"
#: No file of this kind is longer; a whole disk is not read because somebody chose the wrong file.
_LONGEST = 4096
_SHEET_NAME = "manh-khoa-{number}.pdf"


def make_recovery_sheets(
    folder: Path, *, outside: Path | None, made_on: date, randomness: Randomness
) -> RecoveryLock:
    """Writes the three sheets into a folder, one PDF each, and gives the public half of their key.

    Whoever has two of the files opens the store: they lie on a stick, and are deleted once they are printed.
    outside: the store, where there is one. UserFault "shares-in-store" for a folder within it; what the
    disk says.
    """
    if outside is not None and outside.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise UserFault("shares-in-store")
    key = RecoveryKey.generate(randomness)
    shares = key.shares()
    _require_joining(key, shares)
    with plain_write_faults():
        folder.mkdir(parents=True, exist_ok=True)
    for number, share in enumerate(shares, start=1):
        page = io.BytesIO()
        sheet = ShareSheet(share.split(), number, SHARES, NEEDED, key.lock.fingerprint, made_on)
        write_share_sheet(sheet, page)
        write_whole(folder / _SHEET_NAME.format(number=number), page.getvalue())
    return key.lock


def holds_sheets(folder: Path) -> bool:
    """Whether sheets lie in a folder already: new ones would be written over them."""
    return any((folder / _SHEET_NAME.format(number=number)).exists() for number in range(1, SHARES + 1))


def write_lock(file: Path, lock: RecoveryLock) -> None:
    """The public half as a file for the communes; it is no secret. What the disk says."""
    told = {
        "kind": _KIND,
        "public": base64.b64encode(lock.raw).decode(),
        "fingerprint": lock.fingerprint,
    }
    write_whole(file, json.dumps(told, indent=1).encode())


def read_lock(file: Path) -> RecoveryLock:
    """The public half from a centre's file; whether it is the centre's own is told by its fingerprint.

    UserFault "recovery-lock-unreadable" for a file that cannot be read, or says something else.
    """
    try:
        with file.open("rb") as opened:
            told = json.loads(opened.read(_LONGEST))
        if told["kind"] != _KIND:
            raise ValueError("another kind of file")
        lock = RecoveryLock(base64.b64decode(told["public"], validate=True))
        if len(lock.raw) != KEY_BYTES or lock.fingerprint != told["fingerprint"]:
            raise ValueError("the fingerprint is of another key")
    except (OSError, ValueError, KeyError, TypeError):
        raise UserFault("recovery-lock-unreadable", name=file.name) from None
    return lock


def _require_joining(key: RecoveryKey, shares: tuple[str, ...]) -> None:
    """Before anything is sealed with it: every two shares give this key. AssertionError otherwise."""
    locks = {RecoveryKey.joined(two).lock for two in combinations(shares, NEEDED)}
    if locks != {key.lock}:
        raise AssertionError("shares that do not join")
