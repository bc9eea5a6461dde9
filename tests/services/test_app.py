"""The open program: made where nothing is, opened where a store lies, refused in plain words otherwise."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrdigitize.app import KEY_FILE_NAME, App, open_sample
from hrdigitize.domain.faults import UserFault
from hrdigitize.store.layout import DATABASE_NAME
from tests.services.made_up import CLERK, scan


def _build(folder: Path) -> App:
    return open_sample(folder, clock=lambda: datetime(2024, 5, 6, tzinfo=UTC))


def test_a_new_folder_gets_a_store_with_its_key_beside_it(tmp_path: Path) -> None:
    app = _build(tmp_path / "new" / "store")
    app.close()
    text = (tmp_path / "new" / "store" / KEY_FILE_NAME).read_text("utf-8")
    assert "Chỉ dùng cho dữ liệu mẫu" in text


def test_what_came_in_is_there_the_next_time_through_the_real_decoder(tmp_path: Path) -> None:
    file = tmp_path / "scan.png"
    file.write_bytes(scan())
    app = _build(tmp_path / "store")
    report = app.intake.capture([file], actor=CLERK)
    app.close()
    assert report.pages == 1
    again = _build(tmp_path / "store")

    def pages() -> int:
        with again.store.view() as view:
            return len(view.batches.pages(report.batch))

    assert again.lane.run(pages) == 1
    again.close()


def test_a_closed_program_leaves_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    _build(tmp_path).close()
    assert threading.active_count() == before


def _lose_key(folder: Path) -> None:
    (folder / KEY_FILE_NAME).unlink()


def _lose_database(folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()


def _empty_database(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"")


def _damage_key(folder: Path) -> None:
    (folder / KEY_FILE_NAME).write_text("nothing", "utf-8")


def _change_key(folder: Path) -> None:
    (folder / KEY_FILE_NAME).write_text("00" * 32, "utf-8")


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_lose_key, "key-file-missing"),
        (_lose_database, "store-missing"),
        (_empty_database, "store-damaged"),
        (_damage_key, "key-file-damaged"),
        (_change_key, "store-not-readable"),
    ],
)
def test_a_damaged_store_is_said_and_never_replaced_by_a_new_one(
    tmp_path: Path, damage: Callable[[Path], None], code: str
) -> None:
    app = _build(tmp_path)
    app.store.originals.keep(b"scan")
    app.close()
    damage(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    threads = threading.active_count()
    with pytest.raises(UserFault) as caught:
        _build(tmp_path)
    assert caught.value.code == code
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert threading.active_count() == threads


@pytest.mark.parametrize("cut", [_lose_database, _empty_database])
def test_a_cut_while_the_store_was_made_is_made_good(tmp_path: Path, cut: Callable[[Path], None]) -> None:
    _build(tmp_path).close()
    key = (tmp_path / KEY_FILE_NAME).read_bytes()
    cut(tmp_path)
    _build(tmp_path).close()
    assert (tmp_path / KEY_FILE_NAME).read_bytes() == key


def test_an_open_store_cannot_be_opened_again(tmp_path: Path) -> None:
    app = _build(tmp_path)
    with pytest.raises(UserFault) as caught:
        _build(tmp_path)
    assert caught.value.code == "store-in-use-by"
    app.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserFault) as caught:
        _build(tmp_path / "file" / "store")
    assert caught.value.code == "store-cannot-write"
