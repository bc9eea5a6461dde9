"""Custody: the recovery key of an office on its own, made once, split into three sheets and forgotten."""

from __future__ import annotations

import io
from datetime import date
from itertools import combinations
from pathlib import Path

from hrdigitize.crypto.recovery import NEEDED, SHARES, RecoveryKey, RecoveryLock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.printing.share_sheets import ShareSheet, write_share_sheet
from hrdigitize.store.durable import plain_write_faults, write_whole


def make_recovery_sheets(
    folder: Path, *, outside: Path, made_on: date, randomness: Randomness
) -> RecoveryLock:
    """Writes the three sheets into a folder, one PDF each, and gives the public half of their key.

    Whoever has two of the files opens the store: they lie on a stick, and are deleted once they are printed.
    UserFault "shares-in-store" for a folder within `outside`, the store; what the disk says.
    """
    if outside.resolve() in (folder.resolve(), *folder.resolve().parents):
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
        write_whole(folder / f"manh-khoa-{number}.pdf", page.getvalue())
    return key.lock


def _require_joining(key: RecoveryKey, shares: tuple[str, ...]) -> None:
    """Before anything is sealed with it: every two shares give this key. AssertionError otherwise."""
    locks = {RecoveryKey.joined(two).lock for two in combinations(shares, NEEDED)}
    if locks != {key.lock}:
        raise AssertionError("shares that do not join")
