"""The store at the centre: several PCs write one chain, and what goes wrong is said without any secret."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from hrdigitize import messages
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.store import central
from hrdigitize.store.checking import check
from hrdigitize.store.migrating import SCHEMA
from hrdigitize.store.opening import Store
from hrdigitize.store.originals import Originals
from tests.store.databases import needs_postgresql
from tests.store.made_up import BATCH, CLERK, REVIEWER, central_store, store_document
from tests.store.servers import PASSWORD, USER, Server

pytestmark = needs_postgresql

#: Sure to be in no sentence and no traceback.
_SECRETS = (PASSWORD, "made-up%20secret", USER + ":", "hrpg-")
_PROBES = 20


@pytest.fixture
def database(server: Server, furnished: str) -> Iterator[str]:
    with server.new_database(like=furnished) as name:
        yield name


@pytest.fixture
def opened(server: Server, database: str, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens the same database, as one more PC."""
    stores: list[Store] = []

    def one_more() -> Store:
        stores.append(central_store(server.url(database), tmp_path))
        return stores[-1]

    yield one_more
    for store in stores:
        store.close()


def _fault(call: Callable[[], object]) -> UserFault:
    """The fault, of which neither language and no log of it may tell a secret."""
    with pytest.raises(UserFault) as caught:
        call()
    fault = caught.value
    told = [messages.sentence(fault.code, fault.params, language=language) for language in messages.LANGUAGES]
    told += traceback.format_exception(fault)
    assert [secret for secret in _SECRETS if any(secret in line for line in told)] == []
    return fault


def _add_batch(store: Store, name: str) -> None:
    with store.work(CLERK) as work:
        work.batches.add(BatchId(name), at=work.at, by="lan")
        work.commit("batch-opened", name)


def test_what_one_pc_commits_the_other_sees(opened: Callable[[], Store]) -> None:
    one, other = opened(), opened()
    store_document(one)
    _add_batch(other, "other")
    with one.view() as view:
        assert [entry.sequence for entry in view.audit.entries()] == [1, 2]
        assert view.batches.exists(BatchId("other"))
    assert check(other) == ()


def test_units_of_work_at_the_same_moment_make_one_chain(opened: Callable[[], Store]) -> None:
    stores = [opened() for _ in range(4)]
    start = threading.Barrier(len(stores))

    def write(number: int) -> None:
        start.wait(30)
        for part in range(_PROBES):
            _add_batch(stores[number], f"{number}-{part}")

    with ThreadPoolExecutor(len(stores)) as pool:
        list(pool.map(write, range(len(stores))))
    with stores[0].view() as view:
        actions = [entry.sequence for entry in view.audit.entries()]
        assert actions == list(range(1, len(stores) * _PROBES + 1))
        assert view.audit.first_break() is None


def test_a_unit_of_work_waits_until_the_other_is_done(opened: Callable[[], Store]) -> None:
    one, other = opened(), opened()
    with ThreadPoolExecutor(1) as pool, one.work(CLERK) as work:
        waiting = pool.submit(_add_batch, other, "second")
        work.batches.add(BatchId("first"), at=work.at, by="lan")
        with pytest.raises(TimeoutError):
            waiting.result(0.3)
        work.commit("batch-opened", "first")
        waiting.result(30)
    with one.view() as view:
        assert [entry.subject for entry in view.audit.entries()] == ["first", "second"]


def test_who_waits_too_long_is_told(opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch) -> None:
    one = opened()
    monkeypatch.setattr(central, "_SESSION_OPTIONS", "-c lock_timeout=100ms -c synchronous_commit=on")
    other = opened()
    with one.work(CLERK):
        assert _fault(lambda: _add_batch(other, "second")).code == "centre-busy"
    _add_batch(other, "second")


def test_a_view_sees_one_state_whatever_is_written_meanwhile(opened: Callable[[], Store]) -> None:
    one, other = opened(), opened()
    with one.view() as view:
        assert view.audit.head().sequence == 0
        _add_batch(other, "meanwhile")
        assert view.audit.head().sequence == 0
        assert not view.batches.exists(BatchId("meanwhile"))
    with one.view() as view:
        assert view.audit.head().sequence == 1


def test_two_pcs_may_come_to_an_empty_database_at_once(server: Server, tmp_path: Path) -> None:
    with server.new_database() as name, ThreadPoolExecutor(2) as pool:
        opening = [
            pool.submit(central_store, server.url(name), tmp_path / folder) for folder in ("one", "other")
        ]
        stores = [one.result(60) for one in opening]
        for store in stores:
            _add_batch(store, f"batch-{id(store)}")
            assert check(store) == ()
            store.close()


def test_the_log_cannot_be_emptied_at_once_either(opened: Callable[[], Store]) -> None:
    store = opened()
    _add_batch(store, "one")
    with pytest.raises(IntegrityError, match="append-only"), store._engine.begin() as raw:
        raw.exec_driver_sql("TRUNCATE audit_entries")


def test_a_connection_lost_in_the_middle_is_said_nothing_stays_and_the_store_goes_on(
    opened: Callable[[], Store], server: Server, database: str
) -> None:
    store = opened()

    def lose() -> None:
        with store.work(CLERK) as work:
            work.batches.add(BATCH, at=work.at, by="lan")
            _cut(server, database)
            work.commit("batch-opened", BATCH)

    assert _fault(lose).code == "centre-lost"
    with store.view() as view:
        assert not view.batches.exists(BATCH)
    _cut(server, database)
    _add_batch(store, "after")
    assert check(store) == ()


def _cut(server: Server, database: str) -> None:
    """All connections to the database end, as when the server or the network goes."""
    server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "centre-full"),
        ("53300", "centre-busy"),
        ("40P01", "centre-busy"),
        ("57014", "centre-busy"),
        ("57P01", "centre-lost"),
        ("57P03", "centre-unreachable"),
        ("42501", "centre-refused"),
        ("58030", "store-cannot-write"),
        ("25006", "store-cannot-write"),
        ("XX001", "store-damaged"),
    ],
)
def test_what_the_server_cannot_do_is_said(opened: Callable[[], Store], state: str, code: str) -> None:
    store = opened()
    assert _fault(lambda: _raise_in(store, state)).code == code


def test_a_fault_of_the_program_stays_one(opened: Callable[[], Store]) -> None:
    store = opened()
    with pytest.raises(DBAPIError, match="made to fail"):
        _raise_in(store, "22012")


def _raise_in(store: Store, state: str) -> None:
    """Has the server say this in a view."""
    with store.view() as view:
        view.audit._session.execute(
            text(f"DO $$ BEGIN RAISE 'made to fail' USING ERRCODE = '{state}'; END $$")
        )


def test_who_cannot_come_in_is_told_why(server: Server, database: str, tmp_path: Path) -> None:
    nowhere = server.url(database).replace("hrpg-", "nowhere-")
    wrong = {
        server.url(database, password="a wrong one"): "centre-refused",
        server.url(database, password=""): "centre-refused",
        server.url(database, user="somebody"): "centre-refused",
        server.url("no_such_database"): "centre-database-missing",
        nowhere: "centre-unreachable",
        f"postgresql://{USER}:secret@localhost:1/x": "centre-unreachable",
    }
    for url, code in wrong.items():
        assert _fault(lambda: central_store(url, tmp_path)).code == code, code  # noqa: B023
    assert not (tmp_path / "originals").exists()


def test_a_server_without_encryption_is_not_spoken_to_over_the_network(tmp_path: Path) -> None:
    url = f"postgresql://{USER}:secret@10.0.0.1/x?sslmode=disable"
    assert _fault(lambda: central_store(url, tmp_path)).code == "centre-not-encrypted"


def test_a_later_program_s_database_is_refused(
    opened: Callable[[], Store], server: Server, database: str
) -> None:
    opened()
    server.run("UPDATE alembic_version SET version_num = '0099'", database)
    fault = _fault(opened)
    assert (fault.code, fault.params) == ("store-newer", {"found": "99", "known": str(SCHEMA)})


def test_another_program_s_database_is_refused_and_left_alone(server: Server, tmp_path: Path) -> None:
    with server.new_database() as name:
        server.run("CREATE TABLE recipes (name text)", name)
        assert _fault(lambda: central_store(server.url(name), tmp_path)).code == "centre-foreign"
        server.run("CREATE TABLE batches (name text)", name)


def test_an_empty_database_is_no_store_where_originals_lie(
    opened: Callable[[], Store], server: Server, tmp_path: Path
) -> None:
    opened().originals.keep(b"scan")
    with server.new_database() as name:
        fault = _fault(lambda: central_store(server.url(name), tmp_path))
    assert fault.code == "centre-empty"


def test_a_setting_that_does_not_hold_is_refused(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(central, "_SESSION_OPTIONS", "-c synchronous_commit=off")
    fault = _fault(opened)
    assert (fault.code, fault.params) == ("store-setting-refused", {"setting": "synchronous_commit"})


def test_a_server_that_is_too_old_is_refused(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(central, "_FIRST_VERSION", 99)
    assert _fault(opened).code == "centre-too-old"


def test_no_value_shows_in_an_error_of_the_program(opened: Callable[[], Store]) -> None:
    store = opened()
    with pytest.raises(IntegrityError) as caught, store._engine.begin() as raw:
        raw.execute(
            text("INSERT INTO batches (id, created_by) VALUES (:id, :by)"),
            {"id": "x", "by": "Nguyễn Thị Ước"},
        )
    assert "created_at" in str(caught.value)
    assert PASSWORD not in str(caught.value)


def test_the_database_is_not_backed_up_from_a_pc(opened: Callable[[], Store], tmp_path: Path) -> None:
    store = opened()
    assert _fault(lambda: store.copy_database(tmp_path / "copy")).code == "backup-at-centre"


def test_what_another_pc_is_just_writing_is_left_alone(opened: Callable[[], Store], tmp_path: Path) -> None:
    opened()
    part = tmp_path / "originals" / "ab" / "abcd.sealed.tmp"
    part.write_bytes(b"half")
    opened()
    # The clock of these stores stands in 2024: what was written just now was written after.
    assert part.exists()
    originals = Originals(tmp_path / "originals", opened().originals._sealer)
    assert originals.drop_unfinished(datetime(2100, 1, 1, tzinfo=UTC)) == 1


def test_a_reviewer_at_another_pc_is_named_in_the_one_log(opened: Callable[[], Store]) -> None:
    one, other = opened(), opened()
    _add_batch(one, "one")
    with other.work(REVIEWER) as work:
        work.commit("looked-at", "one")
    with one.view() as view:
        assert [entry.actor for entry in view.audit.entries()] == [CLERK, REVIEWER]
