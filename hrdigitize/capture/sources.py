"""Files that the user names, as bytes. Scanners and watched folders will be further sources."""

from __future__ import annotations

from pathlib import Path

from hrdigitize.capture.bounds import check_file
from hrdigitize.domain.faults import UserFault


def read_file(path: Path) -> bytes:
    """The file's bytes, whatever it is.

    UserFault: "file-missing", "file-is-folder", "file-unreadable", "file-empty", "file-too-large".
    """
    try:
        if path.is_dir():
            raise UserFault("file-is-folder")
        if not path.exists():
            raise UserFault("file-missing")
        if not path.is_file():  # a device or a named pipe could keep us waiting for ever
            raise UserFault("file-unreadable")
        check_file(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UserFault("file-missing") from None
    except (OSError, ValueError):
        raise UserFault("file-unreadable") from None
