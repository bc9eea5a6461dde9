"""A unit of work: everything with its audit line, or nothing; the log holds together."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    CadreId,
    DocumentId,
    FieldPath,
    RecordValue,
    Verification,
)
from hrdigitize.store.checking import StoreFinding, check
from hrdigitize.store.opening import Store
from hrdigitize.store.work import Work
from tests.store.databases import on_every_database
from tests.store.made_up import BATCH, CLERK, DOCUMENT, REVIEWER, store_document

pytestmark = on_every_database


def _add_batch(store: Store, name: str) -> None:
    with store.work(CLERK) as work:
        work.batches.add(BatchId(name), at=work.at, by="lan")
        work.commit("batch-opened", name, files=3)


def test_without_commit_nothing_stays(store: Store) -> None:
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
    with store.view() as view:
        assert not view.batches.exists(BATCH)
        assert list(view.audit.entries()) == []


def test_a_fault_rolls_back(store: Store) -> None:
    with pytest.raises(RuntimeError, match="made"), store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        raise RuntimeError("made to fail")
    with store.view() as view:
        assert not view.batches.exists(BATCH)


def test_a_view_keeps_nothing(store: Store) -> None:
    with store.work(CLERK) as work:
        moment = work.at
    with store.view() as view:
        view.batches.add(BATCH, at=moment, by="lan")
    with store.view() as view:
        assert not view.batches.exists(BATCH)


def test_a_commit_leaves_one_line_that_says_who_did_what(store: Store) -> None:
    _add_batch(store, "one")
    with store.view() as view:
        (entry,) = view.audit.entries()
    assert (entry.sequence, entry.actor, entry.action, entry.subject) == (1, CLERK, "batch-opened", "one")
    assert entry.detail == {"files": "3"}
    assert entry.at.tzinfo is not None


def test_a_row_that_names_what_is_not_there_is_refused(store: Store) -> None:
    store_document(store)
    with pytest.raises(IntegrityError), store.work(CLERK) as work:
        work.documents.reopen(DocumentId("nobody"), FieldPath("full_name"), by="lan", at=work.at)


def test_a_sound_store_has_no_findings(store: Store) -> None:
    store_document(store)
    _add_batch(store, "two")
    assert check(store) == ()


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE audit_entries SET actor = 'somebody' WHERE sequence = 2",
        "UPDATE audit_entries SET at = '2000-01-01T00:00:00.000000+00:00' WHERE sequence = 2",
        'UPDATE audit_entries SET detail = \'{"files": "4"}\' WHERE sequence = 2',
        "UPDATE audit_entries SET role = 'reviewer' WHERE sequence = 2",
        "DELETE FROM audit_entries WHERE sequence = 2",
        "UPDATE audit_entries SET hash = substr(hash, 2) WHERE sequence = 2",
    ],
)
def test_a_changed_log_is_found_where_it_breaks(store: Store, attack: str) -> None:
    for name in ("one", "two", "three"):
        _add_batch(store, name)
    with store._engine.begin() as raw:
        where = "" if raw.dialect.name == "sqlite" else " ON audit_entries"
        raw.exec_driver_sql(f"DROP TRIGGER audit_entries_no_update{where}")
        raw.exec_driver_sql(f"DROP TRIGGER audit_entries_no_delete{where}")
        raw.exec_driver_sql(attack)
    assert check(store) == (StoreFinding("check-audit-chain", "2"),)


@pytest.mark.parametrize("table", ["readings", "verifications", "record_values", "audit_entries"])
@pytest.mark.parametrize("act", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}"])
def test_what_is_append_only_can_neither_change_nor_go(store: Store, table: str, act: str) -> None:
    store_document(store)
    column = "action" if table == "audit_entries" else "path"
    with store.work(REVIEWER) as work:
        _answer_and_record(work)
        work.commit("made", BATCH)
    with pytest.raises(IntegrityError, match="append-only"), store._engine.begin() as raw:
        raw.exec_driver_sql(act.format(table=table, column=column))


def _answer_and_record(work: Work) -> None:
    path, answer = FieldPath("full_name"), Answer(State.BLANK)
    work.documents.answer(DOCUMENT, Verification(path, answer, "minh", work.at))
    work.cadres.add(CadreId("cadre-1"), "2c-bnv-2008", at=work.at)
    work.cadres.write(CadreId("cadre-1"), [RecordValue(path, answer, None, "minh", work.at)])


def test_a_missing_or_changed_original_is_found(store: Store) -> None:
    store_document(store)
    (name,) = store.originals.names()
    store.originals._path(name).write_bytes(b"changed")
    assert check(store) == (StoreFinding("original-damaged", name),)
    store.originals._path(name).unlink()
    assert check(store) == (StoreFinding("original-missing", name),)


def test_a_row_without_its_parent_is_found(store: Store) -> None:
    store_document(store)
    with store._engine.connect() as raw:
        sqlite = raw.dialect.name == "sqlite"
        off, on = (
            ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON")
            if sqlite
            else ("SET session_replication_role = replica", "SET session_replication_role = origin")
        )
        # Outside a transaction, where alone SQLite takes the setting.
        driver = raw.connection.driver_connection
        assert driver is not None
        for statement in (off, "DELETE FROM batches", on):
            driver.execute(statement)
        if not sqlite:
            driver.commit()
    assert {finding.code for finding in check(store)} == {"check-database"}
