"""The keyring's file beside the store: whole, or not there."""

from __future__ import annotations

from pathlib import Path

from hrdigitize.crypto.keyring import Keyring, KeyringDamagedError, from_text, to_text
from hrdigitize.domain.faults import UserFault
from hrdigitize.store import durable

KEYRING_NAME = "keys.json"


def has_keyring(folder: Path) -> bool:
    return (folder / KEYRING_NAME).is_file()


def read_keyring(folder: Path) -> Keyring:
    """UserFault "keyring-missing" or "keyring-damaged"."""
    try:
        return from_text((folder / KEYRING_NAME).read_text("utf-8"))
    except FileNotFoundError:
        raise UserFault("keyring-missing") from None
    except (OSError, UnicodeDecodeError, KeyringDamagedError):
        raise UserFault("keyring-damaged") from None


def write_keyring(folder: Path, keyring: Keyring) -> None:
    """Safe on disk when this returns; UserFault "store-disk-full" or "store-cannot-write"."""
    durable.write_whole(folder / KEYRING_NAME, to_text(keyring).encode())
