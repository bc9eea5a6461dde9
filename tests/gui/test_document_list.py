"""The list of documents: filtered without marks, each with how far it has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.gui.desk.document_list import DocumentList, mark_of
from hrdigitize.gui.desk.entries import Mark
from tests.gui.typing_hands import press

NAMES = ("Đỗ Thị Đức", "Nguyễn Văn Ân", "Nguyễn Thị Hoài Thương")


def summary(title: str, *, status: DocumentStatus = DocumentStatus.READ, left: int = 3) -> DocumentSummary:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return DocumentSummary(DocumentId(title), "2c-bnv-2008", title, status, 4, left, at)


@pytest.fixture
def shown(dressed: QApplication, qtbot: QtBot) -> DocumentList:
    listed = DocumentList("Tài liệu", {"2c-bnv-2008": "Mẫu 2C"}, "Chưa có tài liệu nào.")
    qtbot.addWidget(listed)
    listed.show_documents([summary(name) for name in NAMES])
    return listed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("do duc", ["Đỗ Thị Đức"]),
        ("NGUYEN", ["Nguyễn Văn Ân", "Nguyễn Thị Hoài Thương"]),
        ("thuong  hoai", ["Nguyễn Thị Hoài Thương"]),
        ("xyz", []),
        ("", list(NAMES)),
    ],
)
def test_typing_without_marks_filters(shown: DocumentList, typed: str, found: list[str]) -> None:
    shown.filter.setText(typed)
    assert shown.titles() == found


def test_enter_in_the_filter_opens_the_first_match(shown: DocumentList, qtbot: QtBot) -> None:
    shown.filter.setText("an")
    with qtbot.waitSignal(shown.chosen) as chosen:
        press(shown.filter, Qt.Key.Key_Return)
    assert chosen.args == ["Nguyễn Văn Ân"]
    assert shown.selected() == "Nguyễn Văn Ân"


def test_two_approved_papers_of_one_person_are_told_apart(dressed: QApplication, qtbot: QtBot) -> None:
    del dressed
    listed = DocumentList("Tài liệu đã duyệt", {}, "", approved=True)
    qtbot.addWidget(listed)
    listed.resize(240, 400)
    one = replace(summary("GIÁP THỊ LÀNH"), status=DocumentStatus.APPROVED)
    listed.show_documents([one, replace(one, created_at=one.created_at + timedelta(days=3), pages=4)])
    first, second = (
        listed.view.grab(listed.view.visualRect(listed.view.model().index(row, 0))).toImage()
        for row in range(2)
    )
    assert first != second


def test_the_selection_outlives_a_refresh(shown: DocumentList) -> None:
    shown.select(DocumentId("Nguyễn Văn Ân"))
    shown.show_documents([summary(name, left=0) for name in reversed(NAMES)])
    assert shown.selected() == "Nguyễn Văn Ân"


def test_a_document_is_marked_by_how_far_it_has_come() -> None:
    assert mark_of(summary("a")) is Mark.DOUBTFUL
    assert mark_of(replace(summary("a", left=0), form=None)) is Mark.DOUBTFUL
    assert mark_of(summary("a", left=0, status=DocumentStatus.VERIFIED)) is Mark.ANSWERED
    assert mark_of(summary("a", left=0, status=DocumentStatus.APPROVED)) is Mark.ACCEPTED
