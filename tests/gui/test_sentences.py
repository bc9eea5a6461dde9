"""Warnings say where they belong, and do not say it twice."""

from __future__ import annotations

from hrdigitize.domain.reading import Finding, Severity, State
from hrdigitize.domain.record import Answer, FieldPath
from hrdigitize.gui.desk.entries import Entry, Mark
from hrdigitize.gui.desk.reasons import placed_sentence, reasons
from hrdigitize.gui.desk.state import PlacedFinding


def entry(path: str, label: str, table: str = "") -> Entry:
    return Entry(FieldPath.parse(path), label, table, None, Answer(State.VALUE, "x"), Mark.ANSWERED)


def finding(code: str, **params: str) -> Finding:
    return Finding(code, Severity.WARNING, (), params)


def test_a_warning_names_its_field() -> None:
    placed = PlacedFinding(entry("id_issue_date", "Ngày cấp"), finding("finding-before-birth"))
    assert placed_sentence(placed).startswith("Ngày cấp: ngày này")


def test_a_warning_in_a_table_names_the_table_where_that_is_not_plain() -> None:
    cell = entry("training/0/period", "Thời gian", "Đào tạo, bồi dưỡng")
    placed = PlacedFinding(cell, finding("finding-period-reversed", row="1"))
    assert placed_sentence(placed).startswith("Đào tạo, bồi dưỡng, dòng 1:")
    assert placed_sentence(placed, entry("birth_date", "Sinh ngày")).startswith("Đào tạo, bồi dưỡng, dòng 1:")
    assert placed_sentence(placed, cell).startswith("Dòng 1:")


def test_a_warning_that_names_its_table_is_left_alone() -> None:
    cell = entry("career/0/period", "Thời gian", "Quá trình công tác")
    placed = PlacedFinding(cell, finding("finding-career-gap", row="1", next_row="2"))
    assert placed_sentence(placed).count("Quá trình công tác") == 1


def test_many_warnings_leave_room_for_the_buttons() -> None:
    birth = entry("birth_date", "Sinh ngày")
    rows = [
        PlacedFinding(
            entry(f"training/{row}/period", "Thời gian", "Đào tạo, bồi dưỡng"),
            finding("finding-period-before-birth", row=str(row + 1)),
        )
        for row in range(5)
    ]
    lines = reasons(birth, rows).splitlines()
    assert len(lines) == 3
    assert "3 cảnh báo khác" in lines[-1]
    assert len(reasons(birth, rows[:2]).splitlines()) == 2
