"""Originals are sealed under the name of their content, and a failing disk never leaves half a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.stored import ContentId
from hrdigitize.store import durable
from hrdigitize.store.opening import Store
from tests.store.made_up import new_store, opened_store

_SCAN = b"\xff\xd8 a scanned page \xff\xd9" * 100


def _path(store: Store, name: ContentId) -> Path:
    return store.originals._path(name)


def test_an_original_comes_back_as_it_was(store: Store) -> None:
    assert store.originals.fetch(store.originals.keep(_SCAN)) == _SCAN


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    assert store.originals.keep(_SCAN) == store.originals.keep(_SCAN)
    assert len(list(store.originals.names())) == 1


def test_a_missing_original_is_said(store: Store) -> None:
    name = store.originals.keep(_SCAN)
    _path(store, name).unlink()
    with pytest.raises(UserFault) as caught:
        store.originals.fetch(name)
    assert caught.value.code == "original-missing"


@pytest.mark.parametrize("place", [0, 4, 10, 40, -1])
def test_a_changed_original_is_said(store: Store, place: int) -> None:
    name = store.originals.keep(_SCAN)
    content = bytearray(_path(store, name).read_bytes())
    content[place] ^= 1
    _path(store, name).write_bytes(content)
    with pytest.raises(UserFault) as caught:
        store.originals.fetch(name)
    assert caught.value.code == "original-damaged"


def test_one_original_cannot_stand_in_for_another(store: Store) -> None:
    first, second = store.originals.keep(_SCAN), store.originals.keep(b"other")
    _path(store, first).write_bytes(_path(store, second).read_bytes())
    with pytest.raises(UserFault) as caught:
        store.originals.fetch(first)
    assert caught.value.code == "original-damaged"


def test_a_damaged_original_is_written_anew_when_it_comes_in_again(store: Store) -> None:
    name = store.originals.keep(_SCAN)
    _path(store, name).write_bytes(b"torn")
    store.originals.keep(_SCAN)
    assert store.originals.fetch(name) == _SCAN


def test_half_written_files_are_dropped_at_opening(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    part = tmp_path / "originals" / "ab" / f"abcd.sealed{durable.PART_SUFFIX}"
    part.write_bytes(b"half")
    store.close()
    opened_store(tmp_path).close()
    assert not part.exists()


@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("write", errno.ENOSPC, "store-disk-full"),
        ("write", errno.EIO, "store-cannot-write"),
        ("fsync", errno.EIO, "store-cannot-write"),
        ("open", errno.EACCES, "store-cannot-write"),
    ],
)
def test_a_failing_disk_is_said_and_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(number, "made to fail")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(UserFault) as caught:
        store.originals.keep(_SCAN)
    monkeypatch.undo()
    assert caught.value.code == code
    assert list(store.originals.names()) == []
    assert store.originals.drop_unfinished() == 0


def test_short_writes_are_gone_on_with(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: whole_write(descriptor, content[:7]))
    name = store.originals.keep(_SCAN)
    monkeypatch.undo()
    assert store.originals.fetch(name) == _SCAN


def test_content_and_name_are_synced_before_keep_returns(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")  # noqa: PTH112
        real_sync(descriptor)

    def replace(part: Path, target: Path) -> Path:
        steps.append("rename")
        return real_replace(part, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    store.originals.keep(_SCAN)
    assert steps == ["file", "rename", "folder"]
