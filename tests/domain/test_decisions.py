"""Whose facts a decision states: the person's own row, or the sentence about the one whom it names."""

from __future__ import annotations

import pytest

from hrdigitize.domain.decisions import person_places
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.likeness import Identity
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, CadreId, FieldPath

_PERSON = Identity(CadreId("c1"), "NGUYỄN THỊ HOÀ", "1970-07-06", "", "")
_SENTENCE = {"person_from": FieldPath("person_from"), "person_to": FieldPath("person_to")}


def _said(**fields: str) -> dict[FieldPath, Answer]:
    return {FieldPath(key): _answer(text) for key, text in fields.items()}


def _answer(text: str, value: str | None = None) -> Answer:
    return Answer(State.VALUE, text, value or text) if text else Answer(State.BLANK)


def _listed(*rows: dict[str, str]) -> dict[FieldPath, Answer]:
    """Rows of the list; a birth date is given as ISO."""
    return {
        FieldPath(key, "persons", number): _answer(text)
        for number, row in enumerate(rows)
        for key, text in row.items()
    }


def _row(number: int) -> dict[str, FieldPath]:
    return {key: FieldPath(key, "persons", number) for key in _SENTENCE}


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA", "bà Nguyễn Thị Hoà", "Đ/c Nguyễn Thị Hòa"]
)
def test_the_one_who_is_named_is_told_of_in_the_sentence(name: str) -> None:
    assert person_places(_said(full_name=name, person_to="Kế toán"), _PERSON) == _SENTENCE


@pytest.mark.parametrize("name", ["Nguyễn Thị Hoa", "Nguyễn Thị Hoài", "Nguyen Thi Hoa", "Thị Hoà"])
def test_marks_count_and_somebody_else_is_somebody_else(name: str) -> None:
    with pytest.raises(UserFault) as caught:
        person_places(_said(full_name=name), _PERSON)
    assert (caught.value.code, caught.value.params) == ("decision-of-another", {})


def test_a_surname_that_is_a_title_too_is_a_name() -> None:
    person = Identity(CadreId("c1"), "Ông Mạnh Mẫu", "", "", "")
    assert person_places(_said(full_name="ÔNG MẠNH MẪU"), person) == _SENTENCE


def test_of_several_it_is_the_person_s_own_row() -> None:
    rows = (
        {"full_name": "Lê Văn Mẫu", "person_from": "A", "person_to": "B"},
        {"full_name": "Nguyễn Thị Hoà", "person_from": "C", "person_to": "D"},
    )
    assert person_places(_said(full_name="Lê Văn Mẫu") | _listed(*rows), _PERSON) == _row(1)
    assert person_places(_said(full_name="") | _listed(*rows), _PERSON) == _row(1)


def test_what_the_row_leaves_blank_the_sentence_says_unless_it_names_somebody_else() -> None:
    rows = _listed({"full_name": "Nguyễn Thị Hoà", "person_from": "C", "person_to": ""})
    own, sentence = FieldPath("person_to", "persons", 0), FieldPath("person_to")
    assert person_places(_said(full_name="", person_to="D") | rows, _PERSON)["person_to"] == sentence
    assert person_places(_said(full_name="Lê A", person_to="D") | rows, _PERSON)["person_to"] == own


def test_a_list_of_others_is_a_decision_of_another() -> None:
    for said in (_listed({"full_name": "Lê Văn Mẫu"}), _said(full_name="") | _listed({"full_name": "Lê A"})):
        with pytest.raises(UserFault) as caught:
            person_places(said, _PERSON)
        assert caught.value.code == "decision-of-another"


def test_birth_dates_tell_namesakes_apart_where_both_are_known() -> None:
    name = {"full_name": "Nguyễn Thị Hoà", "person_from": "A", "person_to": "B"}
    other, own = name | {"birth_date": "1980-01-01"}, name | {"birth_date": "1970"}
    assert person_places(_listed(other, own), _PERSON) == _row(1)
    with pytest.raises(UserFault) as caught:
        person_places(_listed(other), _PERSON)
    assert caught.value.code == "decision-of-another"
    with pytest.raises(UserFault) as caught:
        person_places(_listed(name, own), _PERSON)
    assert (caught.value.code, caught.value.params) == ("decision-namesakes", {"count": "2"})
    nobody_knows = Identity(CadreId("c1"), "Nguyễn Thị Hoà", "", "", "")
    assert person_places(_listed(other), nobody_knows) == _row(0)


def test_a_paper_that_names_nobody_is_taken_at_the_approver_s_word() -> None:
    illegible = {FieldPath("full_name"): Answer(State.ILLEGIBLE)}
    for said in ({}, _said(full_name=""), illegible):
        assert person_places(said, _PERSON) == _SENTENCE


def test_a_record_without_a_name_is_named_by_no_decision() -> None:
    nameless = Identity(CadreId("c1"), "", "", "", "")
    with pytest.raises(UserFault) as caught:
        person_places(_said(full_name="Lê Văn Mẫu"), nameless)
    assert caught.value.code == "decision-of-another"
