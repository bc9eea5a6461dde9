"""Backups are whole or not there, the good old ones outlive a bad new one, and a restored store is sound."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from hrdigitize.crypto.keyring import Keyring
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.retention import Generation
from hrdigitize.store import durable
from hrdigitize.store.backup import BackupPlace, BackupReport
from hrdigitize.store.checking import check
from hrdigitize.store.keyrings import write_keyring
from hrdigitize.store.layout import ORIGINALS_NAME
from hrdigitize.store.opening import Store
from tests.conftest import TellFigure
from tests.store.made_up import BATCH, CADRE, CLERK, KEY, furnish, new_store, opened_store, source_file

DAY = date(2026, 11, 2)


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "store")
    furnish(made)
    write_keyring(tmp_path / "store", Keyring.made("store-1", KEY, None))
    yield made
    made.close()


def make(store: Store, tmp_path: Path, day: date = DAY) -> BackupReport:
    return BackupPlace(tmp_path / "disk").make(store, tmp_path / "store", KEY, made_on=day)


def refusal(call: object) -> str:
    with pytest.raises(UserFault) as refused:
        call()  # type: ignore[operator]
    return refused.value.code


def test_a_restored_store_is_sound_and_holds_what_it_held(furnished: Store, tmp_path: Path) -> None:
    report = make(furnished, tmp_path)
    assert (report.generation.number, report.copied, report.originals) == (1, 1, 1)
    BackupPlace(tmp_path / "disk").restore(report.generation, tmp_path / "elsewhere")
    restored = opened_store(tmp_path / "elsewhere")
    assert check(restored) == ()
    with restored.view() as view:
        assert view.cadres.get(CADRE).text("full_name") == "NGUYỄN THỊ ƯỚC"
    restored.close()


def test_originals_are_copied_once_and_the_database_every_time(furnished: Store, tmp_path: Path) -> None:
    make(furnished, tmp_path)
    with furnished.work(CLERK) as work:
        work.batches.add_file(BATCH, source_file(furnished, b"another scan", position=9), ())
        work.commit("file-captured", "file-9")
    second = make(furnished, tmp_path, DAY + timedelta(days=1))
    assert (second.generation.number, second.copied, second.originals, second.removed) == (2, 1, 2, 0)


def lying(folder: Path) -> Path:
    """The one original in a store or a backup."""
    return next((folder / ORIGINALS_NAME).glob("*/*.sealed"))


def spoil(path: Path, at: int = -1) -> bytes:
    """Flips a byte; gives what stood there before."""
    whole = path.read_bytes()
    spoilt = bytearray(whole)
    spoilt[at] ^= 0xFF
    path.write_bytes(spoilt)
    return whole


def test_a_damaged_copy_is_set_aside_and_written_anew(furnished: Store, tmp_path: Path) -> None:
    make(furnished, tmp_path)
    copy = lying(tmp_path / "disk")
    whole = spoil(copy)
    damaged = copy.read_bytes()
    report = make(furnished, tmp_path)
    assert (report.mended, report.rescuable, report.lost) == (1, 0, 0)
    assert copy.read_bytes() == whole
    assert (tmp_path / "disk" / "damaged" / copy.name).read_bytes() == damaged
    copy.unlink()
    assert make(furnished, tmp_path).copied == 1
    BackupPlace(tmp_path / "disk").restore(Generation(3, DAY), tmp_path / "elsewhere")
    restored = opened_store(tmp_path / "elsewhere")
    assert check(restored) == ()
    restored.close()


@pytest.mark.parametrize("cut", [0, 1, None])
def test_a_damaged_original_never_takes_the_place_of_its_good_copy(
    furnished: Store, tmp_path: Path, cut: int | None
) -> None:
    make(furnished, tmp_path)
    copy = lying(tmp_path / "disk")
    whole = copy.read_bytes()
    original = lying(tmp_path / "store")
    original.unlink() if cut is None else original.write_bytes(whole[:-1] + whole[-1:] * cut + b"?" * cut)
    report = make(furnished, tmp_path)
    assert (report.mended, report.rescuable, report.lost) == (0, 1, 0)
    assert copy.read_bytes() == whole


def test_where_an_original_is_lost_no_older_backup_goes(furnished: Store, tmp_path: Path) -> None:
    make(furnished, tmp_path)
    spoil(lying(tmp_path / "store"))
    spoil(lying(tmp_path / "disk"))
    report = make(furnished, tmp_path)
    assert (report.rescuable, report.lost, report.removed) == (0, 1, 0)
    assert [one.number for one in BackupPlace(tmp_path / "disk").generations()] == [1, 2]


@pytest.mark.parametrize("at", range(0, 100, 4))
def test_a_database_written_badly_is_found_before_an_older_backup_goes(
    furnished: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    for _ in range(2):
        make(furnished, tmp_path)
    copy_database = furnished.copy_database

    def copied_badly(target: Path) -> None:
        copy_database(target)
        spoil(target, target.stat().st_size * at // 100)

    monkeypatch.setattr(furnished, "copy_database", copied_badly)
    assert refusal(lambda: make(furnished, tmp_path)) == "backup-broken"
    assert [one.number for one in BackupPlace(tmp_path / "disk").generations()] == [2]
    monkeypatch.undo()
    assert make(furnished, tmp_path).generation.number == 3


def test_a_backup_that_was_cut_short_is_none_and_is_made_anew(furnished: Store, tmp_path: Path) -> None:
    report = make(furnished, tmp_path)
    generations = tmp_path / "disk" / "generations"
    shutil.copytree(generations / "000001", generations / "000002.part")
    (generations / "000003").mkdir()
    (generations / "000003" / "backup.json").write_text("{", "utf-8")
    place = BackupPlace(tmp_path / "disk")
    assert place.generations() == (report.generation,)
    assert make(furnished, tmp_path).generation.number == 2


def test_a_full_disk_leaves_the_last_good_backup(
    furnished: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make(furnished, tmp_path)

    def full(*_: object) -> None:
        raise UserFault("store-disk-full")

    monkeypatch.setattr(durable, "write_whole", full)
    assert refusal(lambda: make(furnished, tmp_path)) == "store-disk-full"
    assert BackupPlace(tmp_path / "disk").generations() == (report.generation,)


def test_places_that_hold_no_backup_of_this_store_are_refused(furnished: Store, tmp_path: Path) -> None:
    own = BackupPlace(tmp_path / "store" / "backups")
    assert refusal(lambda: own.make(furnished, tmp_path / "store", KEY, made_on=DAY)) == "backup-in-store"
    make(furnished, tmp_path)
    write_keyring(tmp_path / "store", Keyring.made("store-2", KEY, None))
    assert refusal(lambda: make(furnished, tmp_path)) == "backup-foreign"


def test_nothing_is_restored_over_a_store_or_out_of_nothing(furnished: Store, tmp_path: Path) -> None:
    report = make(furnished, tmp_path)
    place = BackupPlace(tmp_path / "disk")
    assert refusal(lambda: place.restore(report.generation, tmp_path / "store")) == "store-already-there"
    empty = BackupPlace(tmp_path / "nothing")
    assert refusal(lambda: empty.restore(report.generation, tmp_path / "new")) == "backup-missing"


def test_nothing_in_a_backup_can_be_read_without_the_key(furnished: Store, tmp_path: Path) -> None:
    make(furnished, tmp_path)
    readable = b"".join(path.read_bytes() for path in (tmp_path / "disk").rglob("*") if path.is_file())
    for secret in ("NGUYỄN THỊ ƯỚC".encode(), "NGUYỄN THỊ ƯỚC".encode("utf-16-le"), b"scan"):
        assert secret not in readable


def test_an_old_database_put_back_is_told_by_the_next_backup_and_nothing_is_written(
    furnished: Store, tmp_path: Path, tell_figure: TellFigure
) -> None:
    days = 4
    for day in range(days):
        make(furnished, tmp_path, DAY + timedelta(days=day))
        with furnished.work(CLERK) as work:
            work.commit("looked-at", f"document-{day}")
    found = 0
    for number in range(1, days + 1):
        folder = tmp_path / f"back-{number}"
        BackupPlace(tmp_path / "disk").restore(Generation(number, DAY + timedelta(days=number - 1)), folder)
        old = opened_store(folder)
        before = lying_there(tmp_path / "disk")
        place = BackupPlace(tmp_path / "disk")
        call = partial(place.make, old, folder, KEY, made_on=DAY)
        if number < days:
            with pytest.raises(UserFault) as refused:
                call()
            found += (refused.value.code, refused.value.params["number"]) == ("backup-ahead", str(days))
            assert lying_there(tmp_path / "disk") == before
            BackupPlace(tmp_path / f"other-{number}").make(old, folder, KEY, made_on=DAY)
        else:
            assert call().generation.number == days + 1
        old.close()
    tell_figure(f"E4 an old database put back, told by the next backup: {found} of {days - 1} found")
    assert found == days - 1


def test_an_old_database_that_was_worked_on_is_told_by_the_backup_as_well(
    furnished: Store, tmp_path: Path
) -> None:
    report = make(furnished, tmp_path)
    with furnished.work(CLERK) as work:
        work.commit("looked-at", "document-1")
    make(furnished, tmp_path, DAY + timedelta(days=1))
    BackupPlace(tmp_path / "disk").restore(report.generation, tmp_path / "back")
    old = opened_store(tmp_path / "back")
    for number in range(5):
        with old.work(CLERK) as work:
            work.commit("looked-at", f"document-{number + 7}")
    place = BackupPlace(tmp_path / "disk")
    assert refusal(lambda: place.make(old, tmp_path / "back", KEY, made_on=DAY)) == "backup-ahead"
    old.close()


def lying_there(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("anchor", [None, "", "ABCD", 7, ["x"]])
def test_a_backup_of_an_earlier_program_or_with_a_spoilt_anchor_is_followed_as_ever(
    furnished: Store, tmp_path: Path, anchor: object
) -> None:
    make(furnished, tmp_path)
    note = tmp_path / "disk" / "generations" / "000001" / "backup.json"
    content = json.loads(note.read_text("utf-8"))
    del content["anchor"]
    note.write_text(json.dumps(content if anchor is None else content | {"anchor": anchor}), "utf-8")
    assert make(furnished, tmp_path).generation.number == 2
