"""Whatever changes the store has one line in the log, in the same transaction, and no names in it (E5)."""

from __future__ import annotations

import ast
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from hrdigitize.domain.vietnamese import folded
from hrdigitize.store.opening import Store
from tests.conftest import TellFigure
from tests.services.driving import CANARIES, Scene, calls, use_cases

_LOG = "audit_entries"
#: What was there when this was written; whatever comes later is driven as far as its parameters are known.
_KNOWN = {
    "Backups.make", "Backups.standing", "BatchReading.read", "Corrections.add_row", "Corrections.ask",
    "Corrections.decide", "Corrections.waiting", "Desk.answer", "Desk.approve", "Desk.documents",
    "Desk.open", "Desk.picture", "Desk.reopen", "Dossiers.all", "Dossiers.describe", "Dossiers.history",
    "Dossiers.ids", "Dossiers.index", "Dossiers.open", "Duplicates.compare", "Duplicates.find",
    "Duplicates.merge", "Duplicates.tell_apart", "Duplicates.undo", "Intake.capture", "Intake.scan",
    "Profiles.print", "Search.find", "Search.rebuild", "SecondKeying.key", "SecondKeying.still_to_key",
    "Timekeeping.behind", "Timekeeping.note", "Units.add", "Units.all", "Units.dissolve", "Units.rename",
    "Upkeep.anchor", "Upkeep.check", "Upkeep.log", "Users.add", "Users.all", "Users.assign",
    "Users.change_passphrase", "Users.choose_passphrase", "Users.enter", "Users.lift_wait", "Users.recover",
    "Users.reset_passphrase", "Users.retire",
}  # fmt: skip


class Watch:
    """What every transaction changed, told by the database's own triggers just before it is committed."""

    def __init__(self, store: Store) -> None:
        self.committed: list[Counter[str]] = []
        with store._engine.begin() as connection:
            connection.exec_driver_sql("CREATE TEMP TABLE changes (name TEXT)")
            # Not the words of the search index, which FTS5 keeps: what they say stands in search_cadres, too.
            rows = connection.exec_driver_sql(
                "SELECT name FROM pragma_table_list"
                " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            self.tables = [row[0] for row in rows]
            for table in self.tables:
                for act in ("INSERT", "UPDATE", "DELETE"):
                    connection.exec_driver_sql(
                        f"CREATE TEMP TRIGGER watch_{table}_{act} AFTER {act} ON main.{table} "
                        f"BEGIN INSERT INTO changes VALUES ('{table}'); END"
                    )
        event.listen(store._engine, "commit", self._note)

    def _note(self, connection: Connection) -> None:
        raw = connection.connection.driver_connection
        assert raw is not None
        changed = Counter(row[0] for row in raw.execute("SELECT name FROM changes").fetchall())
        raw.execute("DELETE FROM changes")
        if changed:
            self.committed.append(changed)

    @contextmanager
    def listening(self) -> Iterator[list[Counter[str]]]:
        """The transactions that are committed meanwhile."""
        self.committed = []
        yield self.committed


def test_every_change_has_one_entry_and_nothing_else_has_any(
    tmp_path: Path, tell_figure: TellFigure, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    scene = Scene.made(tmp_path)
    driven, undriven = set[str](), set[str]()
    changes = refused = 0
    try:
        watch = scene.office.lane.run(lambda: Watch(scene.office.store))
        for kind, service in scene.services().items():
            for name, method in use_cases(service):
                undriven.add(f"{kind}.{name}")
                for call in calls(scene, method):
                    with watch.listening() as committed:
                        fault = call()
                    if fault is None:
                        driven.add(f"{kind}.{name}")
                    else:
                        refused += 1
                        assert committed == [], (
                            f"{kind}.{name} was refused ({fault.code}) and changed something"
                        )
                    for changed in committed:
                        assert changed[_LOG] == 1, f"{kind}.{name}: {changed}"
                    changes += len(committed)
        lines = scene.office.lane.run(lambda: _lines(scene.office.store))
    finally:
        scene.office.close()
    undriven -= driven
    assert driven >= _KNOWN, _KNOWN - driven
    assert _leaks([*lines, caplog.text]) == []
    tell_figure(
        f"E5: {len(driven)} use cases in all roles, {changes} transactions with one entry each, {refused}"
        f" calls refused without any; not driven: {', '.join(sorted(undriven)) or 'none'}"
    )
    tell_figure(f"E5 canaries: {len(CANARIES)} sought in {len(lines)} entries and the program's log, 0 found")


def test_a_change_without_its_entry_would_be_seen(tmp_path: Path) -> None:
    scene = Scene.made(tmp_path)

    def unnoted() -> list[Counter[str]]:
        watch = Watch(scene.office.store)
        with scene.office.store._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE users SET full_name = ''")
        return watch.committed

    committed = scene.office.lane.run(unnoted)
    scene.office.close()
    assert [(changed["users"], changed[_LOG]) for changed in committed] == [(2, 0)]


def test_the_unit_of_work_alone_makes_a_change_last() -> None:
    """No repository commits by itself: what it writes lasts with the entry, or not at all."""
    committing = {
        path.name
        for path in (Path(__file__).parents[2] / "hrdigitize" / "store").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "commit" and "session" in ast.unparse(node.value)
    }
    assert committing == {"work.py"}


def test_a_leak_would_be_found() -> None:
    assert _leaks([f"user-added {CANARIES['name of a user']}"]) == ["name of a user"]


def _lines(store: Store) -> list[str]:
    with store.view() as view:
        return [f"{one.action} {one.subject} {dict(one.detail)}" for one in view.audit.entries()]


def _leaks(lines: list[str]) -> list[str]:
    text = folded("\n".join(lines))
    return [what for what, canary in CANARIES.items() if folded(canary) in text]
