"""Answers on a document that is read again: kept at their places, never at another, never lost unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hrdigitize.domain.carrying import carried
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    StoredDocument,
    Verification,
)

_NAME, _SEEN = FieldPath("full_name"), FieldPath("birth_date")
_CELL, _NEXT = FieldPath("post", "career", 0), FieldPath("post", "career", 1)
_MISSED = FieldPath("post", "career", 7)
_NOWHERE = Box(0, 0, 0, 0)


def _read(page: int, box: Box) -> FieldReading:
    return FieldReading(State.VALUE, "x", "x", "x", page, box, 0.5, accepted=False)


_READINGS = {
    _NAME: _read(1, Box(10, 10, 100, 20)),
    _SEEN: _read(0, _NOWHERE),
    _CELL: _read(2, Box(10, 200, 100, 20)),
}


def _document(*answered: FieldPath) -> StoredDocument:
    given = {
        path: Verification(path, Answer(State.VALUE, str(path)), "lan", datetime(2024, 5, 6, tzinfo=UTC))
        for path in answered
    }
    return StoredDocument(
        DocumentId("d"), BatchId("b"), "form", None, DocumentStatus.READ, (), _READINGS, given, ()
    )


def test_an_answer_stays_where_the_place_stays() -> None:
    now = _READINGS | {_NAME: _read(1, Box(12, 11, 100, 20))}
    found = carried(_document(_NAME, _SEEN, _CELL), "form", now, ())
    assert (set(found.kept), found.left) == ({_NAME, _SEEN, _CELL}, ())


def test_a_row_that_moved_in_its_table_keeps_its_answer() -> None:
    now = {_CELL: _read(2, Box(10, 100, 100, 20)), _NEXT: _READINGS[_CELL]}
    found = carried(_document(_CELL), "form", now, ())
    assert found.kept[_NEXT].answer.text == str(_CELL)
    assert found.kept[_NEXT].path == _NEXT


def test_an_answer_without_its_place_is_left_and_told() -> None:
    gone = carried(_document(_NAME), "form", {_NAME: _read(3, Box(10, 10, 100, 20))}, ())
    elsewhere = carried(_document(_NAME), "form", {_NAME: _read(1, Box(10, 90, 100, 20))}, ())
    other_form = carried(_document(_NAME), "another", _READINGS, ())
    recut = carried(_document(_NAME), "form", _READINGS, {1})
    missed = carried(_document(_MISSED), "form", _READINGS, ())
    found_now = carried(_document(_SEEN), "form", {_SEEN: _read(1, Box(1, 1, 5, 5))}, ())
    for outcome in (gone, elsewhere, other_form, recut, missed, found_now):
        assert (outcome.kept, len(outcome.left)) == ({}, 1)


def test_two_answers_never_come_to_one_place() -> None:
    before = _document(_CELL, _NEXT)
    both = replace(before, readings={_CELL: _READINGS[_CELL], _NEXT: _READINGS[_CELL]})
    found = carried(both, "form", {_CELL: _READINGS[_CELL]}, ())
    assert (len(found.kept), len(found.left)) == (1, 1)
