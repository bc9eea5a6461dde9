"""Where the sheets and the backups of a store that is to be made may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.services.founding import require_for_backup, require_for_sheets
from tests.services.test_office import Office


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def _refused(place: Path, store: Path, sheets: Path | None = None) -> str:
    with pytest.raises(UserFault) as refused:
        if sheets is None:
            require_for_sheets(place, store=store)
        else:
            require_for_backup(place, store=store, sheets=sheets)
    return refused.value.code


def test_a_folder_that_is_there_or_can_be_made_will_do(tmp_path: Path, store: Path) -> None:
    (tmp_path / "usb").mkdir()
    for place in (tmp_path / "usb", tmp_path / "usb" / "khóa"):
        require_for_sheets(place, store=store)
    require_for_backup(tmp_path / "disk", store=store, sheets=tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == [], "looking makes nothing"


def test_a_mistyped_folder_is_found_before_anything_is_made(tmp_path: Path, store: Path) -> None:
    (tmp_path / "file").write_text("a file")
    for place in (tmp_path / "usb" / "no" / "such", Path("usb"), tmp_path / "file", tmp_path / "file" / "in"):
        assert _refused(place, store) == "folder-not-there"
        assert _refused(place, store, tmp_path / "sheets") == "folder-not-there"


def test_nothing_lies_in_the_store_itself(tmp_path: Path, store: Path) -> None:
    store.mkdir()
    for place in (store, store / "in", store / ".." / "store"):
        assert _refused(place, store) == "shares-in-store"
        assert _refused(place, store, tmp_path / "sheets") == "backup-in-store"


def test_backups_and_sheets_lie_apart(tmp_path: Path, store: Path) -> None:
    usb = tmp_path / "usb"
    (usb / "sheets").mkdir(parents=True)
    assert _refused(usb, store, usb / "sheets") == "backup-beside-shares"
    assert _refused(usb / "sheets", store, usb) == "backup-beside-shares"
    assert _refused(usb, store, usb) == "backup-beside-shares"
    require_for_backup(usb / "backup", store=store, sheets=usb / "sheets")


def test_what_another_store_left_there_is_not_written_over(tmp_path: Path) -> None:
    other = Office(tmp_path / "other", tmp_path / "stick")
    app, head = other.set_up()
    app.backups.make(tmp_path / "disk", actor=head.actor)
    app.close()
    assert _refused(tmp_path / "stick", tmp_path / "store") == "shares-there-already"
    assert _refused(tmp_path / "disk", tmp_path / "store", tmp_path / "sheets") == "backup-foreign"
    (tmp_path / "stick" / "manh-khoa-1.pdf").unlink()
    assert _refused(tmp_path / "stick", tmp_path / "store") == "shares-there-already"
