"""The key file of a sample store: an open key that lies beside what it opens, and says so."""

from __future__ import annotations

import os
from pathlib import Path

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault

_NOTICE = """\
# KHÓA CỦA KHO DỮ LIỆU MẪU. Tệp này nằm ngay cạnh kho và không được bảo vệ bằng mật khẩu:
# ai có tệp này cũng mở được kho. Chỉ dùng cho dữ liệu mẫu, không dùng cho hồ sơ thật.
# KEY OF THE SAMPLE STORE. This file lies beside the store and no password protects it:
# whoever has it can open the store. For sample data only, never for real dossiers.
"""


def write_key_file(path: Path, key: DataKey) -> None:
    """Writes the key, safe on disk when this returns; FileExistsError where a key lies already."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{_NOTICE}{key.reveal_hex()}\n")
        file.flush()
        os.fsync(file.fileno())


def read_key_file(path: Path) -> DataKey:
    """UserFault "key-file-missing" or "key-file-damaged"."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise UserFault("key-file-missing", file=path.name) from None
    except (OSError, UnicodeDecodeError):
        raise UserFault("key-file-damaged", file=path.name) from None
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if len(keys) != 1:
        raise UserFault("key-file-damaged", file=path.name)
    try:
        return DataKey.from_hex(keys[0])
    except ValueError:
        raise UserFault("key-file-damaged", file=path.name) from None
