"""One field of many documents at once, and what waits to be keyed blind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.oddness import OddCode
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.services.columns import Columns
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document

_BIRTH, _NAME, _RANK = FieldPath("birth_date"), FieldPath("full_name"), FieldPath("rank_code")


def _put(office: Office, folder: Path, births: list[str]) -> list[DocumentId]:
    return [
        put_document(office, form_reading({"birth_date": text}), folder / f"{number}.png")
        for number, text in enumerate(births)
    ]


def test_a_column_has_every_document_that_is_not_approved(office: Office, tmp_path: Path) -> None:
    births = [f"0{n}/07/1970" for n in range(1, 7)]
    documents = _put(office, tmp_path, [*births, "06/07/1907"])
    office.desk.answer(documents[0], _BIRTH, "01/07/1971", State.VALUE, actor=CLERK)
    office.desk.answer(documents[1], _BIRTH, "02/07/1970", State.VALUE, actor=CLERK)
    office.desk.approve(documents[1], actor=REVIEWER)
    columns = Columns(office.store, office.lane)
    column = columns.column(_BIRTH, actor=CLERK)
    assert [one.cell.document for one in column] == [documents[0], *documents[2:]]
    first, last = column[0].cell, column[-1]
    assert (first.answer.text, first.is_open, first.given is not None) == ("01/07/1971", False, True)
    assert (last.oddness.codes, last.cell.is_open) == ((OddCode.YEAR,), True)
    assert {one.cell.title for one in column} == {"NGUYỄN THỊ ƯỚC"}
    assert all(one.cell.page is not None and one.cell.page.number == 1 for one in column)
    batches = columns.batches(actor=CLERK)
    assert len(batches) == 6
    only = columns.column(_BIRTH, actor=CLERK, batch=batches[0].id)
    assert [one.cell.document for one in only] == [documents[-1]], "the newest batch comes first"


def test_what_waits_to_be_keyed_blind_says_where_and_never_what(office: Office, tmp_path: Path) -> None:
    sure = {"rank_code": field("01.003"), "gender": field("Nam")}
    reading = form_reading({"birth_date": "06/O7/1970"}, sure=sure)
    document = put_document(office, reading, tmp_path / "a.png")
    keying = office.second_keying
    (waiting,) = keying.waiting(actor=REVIEWER)
    assert [place.path for place in waiting.places] == [_NAME, _RANK], "the birth date is not settled"
    assert (waiting.id, waiting.title) == (document, ""), "the name is to be keyed: it is not shown"
    assert "ƯỚC" not in repr(waiting)
    office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=REVIEWER)
    (waiting,) = keying.waiting(actor=REVIEWER)
    assert {place.path: place.since is None for place in waiting.places} == {
        _NAME: True,
        _BIRTH: False,
        _RANK: True,
    }
    (others,) = keying.waiting(actor=HEAD)
    assert all(place.since is None for place in others.places)
    assert keying.key(document, _NAME, "nguyễn thị ước", State.VALUE, actor=HEAD).agreed is False
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=HEAD)
    assert caught.value.code == "keyed-otherwise"
    office.desk.answer(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=CLERK)
    office.desk.approve(document, actor=HEAD)
    assert keying.waiting(actor=HEAD) == ()


def test_the_machine_is_one_of_the_two_where_it_was_sure(office: Office, tmp_path: Path) -> None:
    """Whoever only says again what the machine surely read need not wait to key it blind."""
    document = put_document(office, form_reading({"gender": "Nam"}), tmp_path / "a.png")
    office.desk.answer(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=REVIEWER)
    assert office.second_keying.still_to_key(document, actor=REVIEWER).since is None
    assert office.second_keying.key(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=REVIEWER).agreed
    assert office.second_keying.still_to_key(document, actor=REVIEWER).paths == ()


def test_the_machine_is_none_of_the_two_where_the_person_says_otherwise(
    office: Office, tmp_path: Path
) -> None:
    document = put_document(office, form_reading({"gender": "Nam"}), tmp_path / "a.png")
    office.desk.answer(document, _NAME, "NGUYỄN THỊ ƯỚT", State.VALUE, actor=REVIEWER)
    assert office.second_keying.still_to_key(document, actor=REVIEWER).since is not None
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(document, _NAME, "NGUYỄN THỊ ƯỚT", State.VALUE, actor=REVIEWER)
    assert caught.value.code == "keyed-too-soon"


def test_a_reading_that_was_doubtful_is_no_second_one(office: Office, tmp_path: Path) -> None:
    doubtful = replace(field("NGUYỄN THỊ ƯỚC", accepted=False), confidence=0.9)
    document = put_document(office, form_reading({}, sure={"full_name": doubtful}), tmp_path / "a.png")
    office.desk.answer(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=REVIEWER)
    assert office.second_keying.still_to_key(document, actor=REVIEWER).since is not None
