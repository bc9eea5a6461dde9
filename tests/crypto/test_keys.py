"""A key never shows itself, and its file says what it is."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from hrdigitize.crypto.keyfile import read_key_file, write_key_file
from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault

_KEY = DataKey(bytes(range(32)))


def test_a_key_does_not_show_in_repr_or_text() -> None:
    shown = f"{_KEY} {_KEY!r} {[_KEY]}"
    assert _KEY.reveal_hex() not in shown
    assert shown == "DataKey(hidden) DataKey(hidden) [DataKey(hidden)]"


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32"):
        DataKey(bytes(length))


def test_each_purpose_has_its_own_key() -> None:
    made = {_KEY.subkey("database"), _KEY.subkey("pages"), DataKey(bytes(32)).subkey("pages")}
    assert len(made) == 3
    assert all(len(key) == 32 for key in made)
    assert bytes(range(32)) not in made


def test_a_key_file_gives_the_key_back_and_warns_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    key = DataKey.generate(os.urandom)
    write_key_file(path, key)
    assert read_key_file(path).reveal_hex() == key.reveal_hex()
    text = path.read_text("utf-8")
    assert "Chỉ dùng cho dữ liệu mẫu" in text
    assert "For sample data only" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_the_owner_may_read_a_key_file(tmp_path: Path) -> None:
    write_key_file(tmp_path / "key.txt", _KEY)
    assert stat.S_IMODE((tmp_path / "key.txt").stat().st_mode) == 0o600


def test_a_key_file_is_never_written_over(tmp_path: Path) -> None:
    write_key_file(tmp_path / "key.txt", _KEY)
    with pytest.raises(FileExistsError):
        write_key_file(tmp_path / "key.txt", DataKey(bytes(32)))
    assert read_key_file(tmp_path / "key.txt").reveal_hex() == _KEY.reveal_hex()


def test_a_missing_key_file_is_said() -> None:
    with pytest.raises(UserFault) as caught:
        read_key_file(Path("nowhere") / "key.txt")
    assert caught.value.code == "key-file-missing"


@pytest.mark.parametrize(
    "content",
    [b"", b"# only the notice\n", b"zz" * 32, b"00" * 31, b"00" * 32 + b"\n" + b"00" * 32, b"\xff\xfe"],
)
def test_a_damaged_key_file_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key.txt"
    path.write_bytes(content)
    with pytest.raises(UserFault) as caught:
        read_key_file(path)
    assert caught.value.code == "key-file-damaged"
