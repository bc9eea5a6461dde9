"""The migrations lead to the schema of the models, up and down, and open the databases of every release."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from hrdigitize.domain.dossier import DocumentIndex
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.holding import Diary
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Evidence, FieldPath, RecordValue
from hrdigitize.domain.search import Filters, Query
from hrdigitize.store.checking import check
from hrdigitize.store.connection import connect, engine_over
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.migrating import SCHEMA, schema_of, step_to
from hrdigitize.store.models import Base
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import (
    BATCH,
    CADRE,
    CORRECTION,
    DOCUMENT,
    HELD,
    INDEX,
    KEY,
    KEYED_AGAIN,
    NOTE,
    OTHER_CADRE,
    REVIEWER,
    SCAN_PROFILE,
    SPOT,
    TURNED_STACK,
    UNIT,
    USER,
    WORDS,
    furnish,
    opened_store,
)

_STORED = Path(__file__).parent / "stored"


#: What SQLite tells by the statements that made it, each table, index and trigger in full.
_MADE_ON_SQLITE = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
_MADE_ON_POSTGRESQL = """
    SELECT table_name || '.' || column_name, concat_ws(' ', data_type, is_nullable, column_default)
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1, 2
"""


def _schema(connection: Connection) -> list[tuple[str, str]]:
    query = _MADE_ON_SQLITE if connection.dialect.name == "sqlite" else _MADE_ON_POSTGRESQL
    return [(name, made) for name, made in connection.exec_driver_sql(query)]


def _has_a_model(name: str | None, kind: str, _: object) -> bool:
    """All but the two tables of words, and what FTS5 makes of them: no model can describe it."""
    return kind != "table" or name is None or not name.startswith(("search_words", "search_texts"))


@on_every_database
def test_the_models_are_what_the_migrations_make(store: Store) -> None:
    with store._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_name": _has_a_model},
        )
        assert compare_metadata(context, Base.metadata) == []


@on_every_database
def test_a_missing_column_would_be_noticed(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE findings DROP COLUMN params")
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata)


@on_every_database
def test_base_to_head_to_base_to_head_ends_where_it_began(store: Store) -> None:
    with store._engine.begin() as connection:
        before = _schema(connection)
        step_to(connection, "base")
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        assert schema_of(connection) == 0
        step_to(connection, "head")
        assert _schema(connection) == before
        assert schema_of(connection) == SCHEMA


@on_every_database
def test_a_step_that_fails_leaves_the_old_schema(store: Store) -> None:
    with store._engine.begin() as connection:
        before = _schema(connection)
    with pytest.raises(ZeroDivisionError), store._engine.begin() as connection:
        step_to(connection, "base")
        raise ZeroDivisionError
    with store._engine.begin() as connection:
        assert _schema(connection) == before


def test_the_newest_step_is_the_schema_of_the_program() -> None:
    steps = Path(__file__).parents[2] / "hrdigitize" / "store" / "migrations"
    assert ScriptDirectory(str(steps)).get_heads() == [f"{SCHEMA:04}"]


def test_every_schema_has_a_stored_database() -> None:
    assert {folder.name for folder in _STORED.iterdir()} == {f"schema-{n:04}" for n in range(1, SCHEMA + 1)}


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_step_still_makes_what_it_made_on_its_day(tmp_path: Path, schema: int) -> None:
    shutil.copy(_STORED / f"schema-{schema:04}" / DATABASE_NAME, tmp_path / "then.db")
    then, now = (engine_over(connect(tmp_path / f"{name}.db", KEY)) for name in ("then", "now"))
    with then.connect() as stored, now.begin() as made:
        step_to(made, f"{schema:04}")
        assert _schema(made) == _schema(stored)
        assert schema_of(made) == schema_of(stored) == schema
    for engine in (then, now):
        engine.dispose()


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_stored_database_opens_with_all_that_is_in_it(tmp_path: Path, schema: int) -> None:
    folder = tmp_path / "store"
    shutil.copytree(_STORED / f"schema-{schema:04}", folder)
    store = opened_store(folder)
    assert check(store) == ()
    with store.view() as view:
        document = view.documents.get(DOCUMENT)
        record = view.cadres.get(CADRE)
        entries = list(view.audit.entries())
        users = view.users.all()
        found = view.finder.find(Query.parse("thi uoc"), Filters(), limit=5)
    store.close()
    # Users came with the third schema.
    assert users == ((USER,) if schema >= 3 else ())
    assert [str(path) for path in document.open_paths()] == ["career/0/post"]
    assert {str(path): document.answer(path).text for path in document.readings} == {
        "full_name": "NGUYỄN THỊ ƯỚC",
        "birth_date": "08/07/1970",
        "other_names": "",
        "career/0/period": "09/2010-nay",
        "career/0/post": "Văn thư",
        "career/1/period": "",
        "career/1/post": "Kế toán",
    }
    # The first schema did not know how pages lie.
    assert [page.rotation for page in document.pages] == [0, 0 if schema == 1 else 180]
    assert record.text("full_name") == "NGUYỄN THỊ ƯỚC"
    # The search index came with the fifth; a store without one is indexed when it opens.
    assert [hit.summary.cadre for hit in found.hits] == [CADRE]
    since_dossiers = ["dossier-furnished"] if schema >= 4 else []
    assert [entry.action for entry in entries] == [
        "batch-read",
        "field-answered",
        "record-written",
        *since_dossiers,
    ]


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_stored_database_has_what_its_schema_knew_of_dossiers(tmp_path: Path, schema: int) -> None:
    folder = tmp_path / "store"
    shutil.copytree(_STORED / f"schema-{schema:04}", folder)
    store = opened_store(folder)
    with store.view() as view:
        index = view.dossiers.index(DOCUMENT)
        corrections = view.dossiers.corrections(CADRE)
        again = view.dossiers.keyed_again(DOCUMENT)
        apart = view.dossiers.told_apart()
        units = view.units.all()
    store.close()
    if schema < 4:
        assert (index, corrections, again, apart, units) == (DocumentIndex(), (), {}, frozenset(), ())
        return
    assert (index, corrections, units) == (INDEX, (CORRECTION,), (UNIT,))
    assert again == {FieldPath("birth_date"): KEYED_AGAIN}
    assert apart == {(CADRE, OTHER_CADRE)}


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_stored_database_has_what_its_schema_knew_of_scanning(tmp_path: Path, schema: int) -> None:
    folder = tmp_path / "store"
    shutil.copytree(_STORED / f"schema-{schema:04}", folder)
    store = opened_store(folder)
    with store.view() as view:
        known = (view.scan_profiles.all(), view.turned_stacks.find(BATCH))
    store.close()
    assert known == (((SCAN_PROFILE,), TURNED_STACK) if schema >= 6 else ((), None))


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_stored_database_has_what_its_schema_knew_of_the_desk(tmp_path: Path, schema: int) -> None:
    folder = tmp_path / "store"
    shutil.copytree(_STORED / f"schema-{schema:04}", folder)
    store = opened_store(folder)
    with store.view() as view:
        document = view.documents.get(DOCUMENT)
        words = [view.page_words.of(page.id) for page in document.pages]
    store.close()
    spot = document.verifications[FieldPath("birth_date")].spot
    if schema < 7:
        assert (document.diary, words, spot) == (Diary(), [(), ()], None)
        return
    assert (document.diary.holdings, document.diary.notes) == (
        (HELD, replace(HELD, reason=None, remark="")),
        (NOTE,),
    )
    assert (words, spot) == ([WORDS, WORDS], SPOT)


@on_every_database
def test_rows_written_before_rows_had_identities_get_one(store: Store) -> None:
    furnish(store)
    with store.work(REVIEWER) as work:
        cell = Answer(State.VALUE, "Đại học Luật", "Đại học Luật")
        evidence = Evidence(DOCUMENT, 1, Box(10, 20, 300, 40), "Đại học Luật", 0.75)
        path = FieldPath("school", "training", 2)
        work.cadres.write(CADRE, [RecordValue(path, cell, evidence, "minh", work.at)])
        work.commit("record-written", CADRE)
    with store._engine.begin() as connection:
        step_to(connection, "0003")
        step_to(connection, "head")
    with store.view() as view:
        assert list(view.cadres.row_ids(CADRE, "training")) == [2]
        assert view.cadres.rows_from(CADRE, DOCUMENT) == {("training", 2): 2}
