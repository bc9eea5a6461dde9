"""Files that the user names: found or refused with the reason."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hrdigitize.capture.sources import read_file
from hrdigitize.domain.faults import UserFault


def _refusal(path: Path) -> str:
    with pytest.raises(UserFault) as refused:
        read_file(path)
    return refused.value.code


def test_a_file_with_vietnamese_letters_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Hồ sơ Nguyễn Thị Ánh (bản quét).jpg"
    path.write_bytes(b"abc")
    assert read_file(path) == b"abc"


def test_what_cannot_be_read_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    assert _refusal(tmp_path / "nowhere.jpg") == "file-missing"
    assert _refusal(tmp_path) == "file-is-folder"
    assert _refusal(tmp_path / "empty.jpg") == "file-empty"
    assert _refusal(Path("a\0b")) in ("file-missing", "file-unreadable")


def test_a_file_over_the_limit_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.tif"
    with path.open("wb") as file:
        file.truncate(300_000_001)
    assert _refusal(path) == "file-too-large"


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert _refusal(tmp_path / "pipe.jpg") == "file-unreadable"
