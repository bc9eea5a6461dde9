"""Stores of released schemas in shapes that offices have: a fresh store is stepped down and filled.

Only what the schema of the day had is written, by plain SQL; the log is written as every program wrote it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, inspect
from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import AuditEntry
from hrdigitize.store.audit import AuditLog
from hrdigitize.store.connection import connect, engine_over
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.migrating import step_to
from tests.store.made_up import KEY, new_store

_AT = "2024-05-06T12:00:00.000000+00:00"
_BOOKKEEPING = "alembic_version"
#: The index is made from all the rest, and filled when a store opens: what was in it is no part of a store.
_DERIVED = "search_"
#: Table -> its columns, as a schema had them.
Columns = Mapping[str, tuple[str, ...]]


def old_store(folder: Path, schema: int, fill: Callable[[Connection, int], None]) -> Columns:
    """Makes a store of an old schema, filled and closed; gives the columns that it has."""
    new_store(folder).close()
    engine = engine_over(connect(folder / DATABASE_NAME, KEY))
    with engine.begin() as connection:
        step_to(connection, "base")
        step_to(connection, f"{schema:04}")
        fill(connection, schema)
        columns = columns_of(connection)
    engine.dispose()
    return columns


def columns_of(connection: Connection) -> Columns:
    """Every table with its columns; what the steps keep for themselves and what is derived is left out."""
    seen = inspect(connection)
    tables = (
        name for name in seen.get_table_names() if name != _BOOKKEEPING and not name.startswith(_DERIVED)
    )
    return MappingProxyType(
        {name: tuple(column["name"] for column in seen.get_columns(name)) for name in sorted(tables)}
    )


def digest(folder: Path, columns: Columns) -> str:
    """What stands in these columns, as one number; the database is opened beside the program."""
    connection = connect(folder / DATABASE_NAME, KEY)
    found = hashlib.sha256()
    try:
        for table, names in columns.items():
            listed = ", ".join(f'"{name}"' for name in names)
            rows = connection.execute(f"SELECT {listed} FROM {table}").fetchall()
            found.update(repr((table, sorted(rows, key=repr))).encode("utf-8", "surrogatepass"))
    finally:
        connection.close()
    return found.hexdigest()


def empty(connection: Connection, schema: int) -> None:
    """Nobody has worked yet."""


def one_document(connection: Connection, schema: int) -> None:
    """A paper of two pages with a reading."""
    _document(connection, schema, 1)
    _log(connection, 2)


def answers(connection: Connection, schema: int) -> None:
    """Many answers, each third of them taken back."""
    for number in range(1, 6):
        _document(connection, schema, number)
        for turn in range(40):
            state = None if turn % 3 == 2 else "value"
            _put(
                connection,
                "verifications",
                {"document_id": f"document-{number}", "path": f"career/{turn % 7}/post", "state": state}
                | {"text": f"Kế toán {turn}", "value": '"x"' if state else None, "by": "lan", "at": _AT},
            )
    _log(connection, 200)


def records(connection: Connection, schema: int) -> None:
    """Persons whose values were superseded again and again."""
    _document(connection, schema, 1)
    for person in range(1, 4):
        _put(connection, "cadres", {"id": f"cadre-{person}", "form": "2c-bnv-2008", "created_at": _AT})
        for turn in range(20):
            _put(connection, "record_values", _value(person, turn))
    connection.exec_driver_sql("UPDATE documents SET cadre_id = 'cadre-1', status = 'approved'")
    _log(connection, 60)


def failures(connection: Connection, schema: int) -> None:
    """Refused files, pages that could not be read, findings, texts that are empty."""
    _document(connection, schema, 1)
    for position in range(2, 30):
        refused: dict[str, object] = {"id": f"file-{position}00", "batch_id": "batch-1"}
        refused |= {"position": position + 100, "name": f"CON.{position}\u202egpj", "size_bytes": 0}
        refused |= {"content": None, "refusal_code": "file-empty", "refusal_params": '{"n":"1"}'}
        _put(connection, "source_files", refused)
    connection.exec_driver_sql("UPDATE document_pages SET text = '', failure_code = 'original-damaged'")
    finding = {"document_id": "document-1", "code": "finding-age", "severity": "warning"}
    for _ in range(50):
        _put(connection, "findings", finding | {"fields": '["birth_date"]', "params": "{}"})
    _log(connection, 30)


def big_texts(connection: Connection, schema: int) -> None:
    """Pages full of text, in every normal form, with signs that texts have by mistake."""
    for number in range(1, 4):
        _document(connection, schema, number, text="Nguyễn Thị Ước a\u0302\u0301 𝐍\n\t" * 6000)
    _log(connection, 10)


def users(connection: Connection, schema: int) -> None:
    """People who came and went; before there were users, only the log knew them."""
    for number in range(1, 30) if schema >= 3 else ():
        gone = _AT if number % 2 else None
        person = {"name": f"lan{number}", "full_name": f"Nguyễn Thị Lan {number}", "role": "clerk"}
        _put(connection, "users", person | {"created_at": _AT, "retired_at": gone})
    _log(connection, 100)


SHAPES = (empty, one_document, answers, records, failures, big_texts, users)


def _document(connection: Connection, schema: int, number: int, *, text: str = "trang một") -> None:
    batch, file, document = f"batch-{number}", f"file-{number}", f"document-{number}"
    _put(connection, "batches", {"id": batch, "created_at": _AT, "created_by": "lan"})
    _put(
        connection,
        "source_files",
        {"id": file, "batch_id": batch, "position": 1, "name": "scan.jpg", "size_bytes": 4}
        | {"content": None, "refusal_code": "file-unreadable", "refusal_params": None},
    )
    made = {"id": document, "batch_id": batch, "form": "2c-bnv-2008", "type": None, "status": "read"}
    _put(connection, "documents", made | {"created_at": _AT, "cadre_id": None})
    for page in (1, 2):
        size: dict[str, object] = {
            "page_in_file": page,
            "number": page,
            "width": 2480,
            "height": 3508,
            "dpi": 300,
        }
        _put(connection, "pages", {"id": f"page-{number}-{page}", "batch_id": batch, "file_id": file} | size)
        read: dict[str, object] = {"page_id": f"page-{number}-{page}", "document_id": document, "text": text}
        read |= {"rotation": 180} if schema >= 2 else {}
        _put(connection, "document_pages", read | {"failure_code": None, "failure_params": None})
    for position, path in enumerate(("full_name", "birth_date", "career/0/post")):
        reading: dict[str, object] = {"document_id": document, "position": position, "path": path}
        reading |= {"page": 1, "x": 10, "y": 20, "width": 300, "height": 40, "accepted": 0, "doubts": "[]"}
        reading |= {"state": "value", "text": "Ước", "raw": "Uớc .", "value": '"Ước"', "confidence": 0.75}
        _put(connection, "readings", reading)


def _value(person: int, turn: int) -> Mapping[str, object]:
    sequence = person * 100 + turn
    return {
        "sequence": sequence,
        "cadre_id": f"cadre-{person}",
        "path": "full_name",
        "state": "value",
        "text": f"NGUYỄN THỊ ƯỚC {turn}",
        "value": '"x"',
        "document_id": "document-1",
        **dict.fromkeys(("page", "x", "y", "width", "height"), 1),
        "raw": "Uoc",
        "confidence": 0.5,
        "approved_by": "minh",
        "approved_at": _AT,
        "supersedes": sequence - 1 if turn else None,
    }


def _log(connection: Connection, entries: int) -> None:
    at = datetime(2024, 5, 6, 12, tzinfo=UTC)
    with Session(connection) as session:
        log = AuditLog(session)
        for number in range(entries):
            log.append(AuditEntry(0, at, Actor("lan", Role.CLERK), "made-up", f"thing-{number}", {"n": "1"}))
            session.flush()


def _put(connection: Connection, table: str, row: Mapping[str, object]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
