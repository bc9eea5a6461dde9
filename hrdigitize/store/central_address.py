"""Where the database at the centre is: one file of settings beside the keyring, and what its URL must say.

The URL is a secret as soon as a password stands in it: no fault and no log repeats any part of it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from hrdigitize.domain.faults import UserFault

SETTINGS_NAME = "centre.toml"

_DRIVER = "postgresql+psycopg"
_THIS_PC = frozenset({"localhost", "127.0.0.1", "::1"})
#: By these a URL goes somewhere else than its host says.
_DETOURS = frozenset({"host", "hostaddr", "service"})
_ENCRYPTED = frozenset({"require", "verify-ca", "verify-full"})


def read_address(folder: Path) -> str | None:
    """The URL in the folder's `centre.toml`; None where there is no such file: the store lies on this PC.

    UserFault "centre-settings-wrong" for a file that does not say `url = "…"`.
    """
    try:
        settings = tomllib.loads((folder / SETTINGS_NAME).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise UserFault("centre-settings-wrong", file=SETTINGS_NAME) from None
    url = settings.get("url")
    if not isinstance(url, str):
        raise UserFault("centre-settings-wrong", file=SETTINGS_NAME)
    return url


def checked_url(text: str) -> URL:
    """The URL as SQLAlchemy takes it; between two machines it asks for encryption and a known certificate.

    UserFault "centre-settings-wrong" for another database than PostgreSQL or none named,
    "centre-not-encrypted" where the URL itself gives encryption up.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UserFault("centre-settings-wrong", file=SETTINGS_NAME) from None
    if url.drivername not in ("postgresql", _DRIVER) or not url.database:
        raise UserFault("centre-settings-wrong", file=SETTINGS_NAME)
    url = url.set(drivername=_DRIVER)
    if _stays_here(url):
        return url
    if url.query.get("sslmode", "verify-full") not in _ENCRYPTED:
        raise UserFault("centre-not-encrypted")
    return url.update_query_dict({"sslmode": "verify-full", **url.query})


def _stays_here(url: URL) -> bool:
    """Whether the connection never leaves this PC: by a socket in a folder, or to the PC itself."""
    detours = _DETOURS & set(url.query)
    if not detours:
        return url.host in _THIS_PC
    folder = url.query.get("host")
    return detours == {"host"} and not url.host and isinstance(folder, str) and folder.startswith("/")
