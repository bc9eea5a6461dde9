"""A store opens with its key and all its settings, or says in plain words why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlcipher3 import dbapi2

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.store import connection
from hrdigitize.store.checking import check
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.migrating import SCHEMA
from hrdigitize.store.opening import Store
from tests.store.made_up import BATCH, CLERK, KEY, new_store, opened_store

_OTHER_KEY = DataKey(bytes(32))


def _fault_of_opening(folder: Path, key: DataKey = KEY) -> str:
    with pytest.raises(UserFault) as caught:
        opened_store(folder, key)
    return caught.value.code


def test_what_was_committed_is_there_after_reopening(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        work.commit("batch-opened", BATCH)
    store.close()
    again = opened_store(tmp_path)
    with again.view() as view:
        assert view.batches.exists(BATCH)
    assert check(again) == ()
    again.close()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("locking_mode", "exclusive"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("application_id", connection.APPLICATION_ID),
        ("user_version", SCHEMA),
    ],
)
def test_every_setting_holds_in_the_open_store(store: Store, setting: str, value: str | int) -> None:
    with store._engine.connect() as raw:
        assert raw.exec_driver_sql(f"PRAGMA {setting}").scalar_one() == value


def test_a_setting_that_does_not_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("journal_mode", "WAL", "delete"),))
    with pytest.raises(UserFault) as caught:
        new_store(tmp_path)
    assert caught.value.code == "store-setting-refused"
    assert caught.value.params == {"setting": "journal_mode"}


def _is_refused(version: tuple[int, ...]) -> bool:
    try:
        connection.require_sound_sqlite(version)
    except UserFault as refused:
        assert refused.code == "store-sqlite-unsound"
        return True
    return False


@pytest.mark.parametrize(
    ("version", "refused"),
    [
        ((3, 40, 1), True),
        ((3, 51, 2), True),
        ((3, 52, 0), True),
        ((3, 51, 3), False),
        ((3, 52, 1), False),
        ((3, 53, 4), False),
    ],
)
def test_a_sqlite_that_may_lose_data_is_refused_and_no_other(
    version: tuple[int, ...], *, refused: bool
) -> None:
    assert _is_refused(version) is refused


def test_a_folder_without_a_store_stays_without_one(tmp_path: Path) -> None:
    assert _fault_of_opening(tmp_path) == "store-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_not_made_over_another(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    with pytest.raises(UserFault) as caught:
        new_store(tmp_path)
    assert caught.value.code == "store-already-there"


def test_the_wrong_key_is_said_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    new_store(tmp_path).close()
    assert _fault_of_opening(tmp_path, _OTHER_KEY) == "store-not-readable"
    assert capfd.readouterr() == ("", "")


def test_a_damaged_first_page_is_said(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    _flip(tmp_path / DATABASE_NAME, 1000)
    assert _fault_of_opening(tmp_path) == "store-not-readable"


def test_a_damaged_page_further_in_is_said(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    database = tmp_path / DATABASE_NAME
    _flip(database, database.stat().st_size - 2000)
    assert _fault_of_opening(tmp_path) == "store-damaged"


def test_an_emptied_database_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    (tmp_path / DATABASE_NAME).write_bytes(b"")
    assert _fault_of_opening(tmp_path) == "store-damaged"


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = dbapi2.connect(str(tmp_path / DATABASE_NAME), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{KEY.subkey('database/sqlcipher-4').hex()}'\"")
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    assert _fault_of_opening(tmp_path) == "store-foreign"


def test_a_store_of_a_later_program_is_refused(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store._engine.begin() as raw:
        raw.exec_driver_sql("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(UserFault) as caught:
        opened_store(tmp_path)
    assert caught.value.code == "store-newer"
    assert caught.value.params == {"found": "99", "known": str(SCHEMA)}


def test_a_second_program_is_told_that_the_store_is_in_use(tmp_path: Path, store: Store) -> None:
    script = (
        "import sys; from pathlib import Path; from hrdigitize.domain.faults import UserFault\n"
        "from tests.store.made_up import opened_store\n"
        "try: opened_store(Path(sys.argv[1]))\n"
        "except UserFault as fault: print(fault.code)\n"
    )
    second = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "store")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
        timeout=60,
    )
    assert (second.stdout, second.stderr) == ("store-in-use\n", "")
    assert check(store) == ()


def test_no_text_lies_open_in_the_folder(tmp_path: Path) -> None:
    secret = "Nguyễn Thị Ước"
    store = new_store(tmp_path)
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by=secret)
        work.commit("batch-opened", BATCH)
    store.originals.keep(secret.encode())
    during = _all_bytes(tmp_path)
    store.close()
    for content in (during, _all_bytes(tmp_path)):
        assert secret.encode() not in content
        assert secret.encode("utf-16-le") not in content
        assert b"CREATE TABLE" not in content


def test_a_full_disk_is_said_and_the_store_goes_on(store: Store) -> None:
    with store._engine.connect() as raw:
        pages = raw.exec_driver_sql("PRAGMA page_count").scalar_one()
        raw.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserFault) as caught, store.work(CLERK) as work:
        work.batches.add(BatchId("x" * 100_000), at=work.at, by="lan")
        work.commit("batch-opened", "too long")
    assert caught.value.code == "store-disk-full"
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        work.commit("batch-opened", BATCH)
    assert check(store) == ()


def _all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)


def test_a_database_too_large_for_a_start_is_checked_on_demand_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store(tmp_path)
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    store._database.require_sound()
    assert any("quick_check" in statement for statement in asked)
    asked.clear()
    monkeypatch.setattr("hrdigitize.store.sqlite_file._MOST_CHECKED_BYTES", 0)
    store._database.require_sound()
    assert not any("quick_check" in statement for statement in asked)
    store.damage()
    assert any("integrity_check" in statement for statement in asked)
    store.close()
