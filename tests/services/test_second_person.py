"""Nobody approves alone what he keyed himself, unless the office has one person, who keys it blind again."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, DocumentStatus, FieldPath
from tests.services.made_up import HEAD, REVIEWER, Office, form_reading, put_document, put_users

_BIRTH, _NAME, _GENDER = FieldPath("birth_date"), FieldPath("full_name"), FieldPath("gender")
_OTHER = Actor("bình", Role.REVIEWER)


@pytest.fixture
def document(office: Office, tmp_path: Path) -> DocumentId:
    """A doubtful birth date and gender, both answered by the reviewer."""
    reading = form_reading({"birth_date": "06/O7/1970", "gender": "nam"})
    document = put_document(office, reading, tmp_path / "scan.png")
    office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=REVIEWER)
    office.desk.answer(document, _GENDER, "Nam", State.VALUE, actor=REVIEWER)
    return document


def _refused(office: Office, document: DocumentId, actor: Actor = REVIEWER) -> str:
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=actor)
    return caught.value.code


def test_where_there_is_somebody_else_one_does_not_approve_one_s_own(
    office: Office, document: DocumentId
) -> None:
    put_users(office, REVIEWER, _OTHER)
    assert _refused(office, document) == "own-entries"
    cadre = office.desk.approve(document, actor=_OTHER)
    assert not office.dossiers.open(cadre, actor=HEAD).cadre.alone


def test_whoever_may_not_log_in_any_more_is_nobody_else(office: Office, document: DocumentId) -> None:
    put_users(office, REVIEWER, Actor("lan", Role.CLERK), Actor("sơn", Role.TECHNICIAN))
    assert _refused(office, document) == "keyed-once"


def test_an_office_of_one_keys_the_key_fields_blind_hours_later(office: Office, document: DocumentId) -> None:
    put_users(office, REVIEWER)
    assert _refused(office, document) == "keyed-once"
    still = office.second_keying.still_to_key(document, actor=REVIEWER)
    assert still.paths == (_NAME, _BIRTH)
    assert still.since is not None
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(document, _BIRTH, "06/07/1970", State.VALUE, actor=REVIEWER)
    assert caught.value.code == "keyed-too-soon"
    office.clock.forward(hours=4)
    assert office.second_keying.key(document, _BIRTH, "6/7/1970", State.VALUE, actor=REVIEWER).agreed
    assert _refused(office, document) == "keyed-once"
    assert office.second_keying.key(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=REVIEWER).agreed
    assert office.second_keying.still_to_key(document, actor=REVIEWER).paths == ()
    cadre = office.desk.approve(document, actor=REVIEWER)
    assert office.dossiers.open(cadre, actor=HEAD).cadre.alone


def test_what_was_keyed_otherwise_the_second_time_is_open_again(office: Office, document: DocumentId) -> None:
    put_users(office, REVIEWER)
    office.clock.forward(hours=5)
    compared = office.second_keying.key(document, _BIRTH, "08/07/1970", State.VALUE, actor=REVIEWER)
    assert not compared.agreed
    assert (compared.first.text, compared.second.text) == ("06/07/1970", "08/07/1970")
    stored = office.desk.open(document, actor=REVIEWER)
    assert (stored.status, stored.open_paths()) == (DocumentStatus.READ, (_BIRTH,))
    assert _refused(office, document) == "document-still-doubtful"


def test_a_second_person_may_key_at_once(office: Office, document: DocumentId) -> None:
    assert office.second_keying.key(document, _BIRTH, "06.07.1970", State.VALUE, actor=HEAD).agreed


def test_a_clock_set_back_makes_no_hours(office: Office, document: DocumentId) -> None:
    put_users(office, REVIEWER)
    office.clock.forward(hours=-48)
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(document, _BIRTH, "06/07/1970", State.VALUE, actor=REVIEWER)
    assert caught.value.code == "keyed-too-soon"


def test_only_places_of_an_open_document_are_keyed_again(office: Office, document: DocumentId) -> None:
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(document, FieldPath("shoe_size"), "x", State.VALUE, actor=HEAD)
    assert caught.value.code == "field-not-on-form"
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(DocumentId("nobody"), _BIRTH, "x", State.VALUE, actor=HEAD)
    assert caught.value.code == "document-unknown"
    office.desk.approve(document, actor=HEAD)
    with pytest.raises(UserFault) as caught:
        office.second_keying.key(document, _BIRTH, "06/07/1970", State.VALUE, actor=HEAD)
    assert caught.value.code == "document-already-approved"


def test_whoever_changes_a_key_field_alone_is_no_second_person(office: Office, document: DocumentId) -> None:
    cadre = office.desk.approve(document, actor=_OTHER)
    put_users(office, REVIEWER)
    office.desk.reopen(document, _BIRTH, actor=REVIEWER, reason="Đọc nhầm")
    office.desk.answer(document, _BIRTH, "08/07/1970", State.VALUE, actor=REVIEWER)
    office.clock.forward(hours=5)
    office.second_keying.key(document, _BIRTH, "08/07/1970", State.VALUE, actor=REVIEWER)
    office.second_keying.key(document, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=REVIEWER)
    office.desk.approve(document, actor=REVIEWER)
    value = office.dossiers.history(cadre, _BIRTH, actor=HEAD)[-1]
    assert (value.answer.text, value.reason, value.seconded_by) == ("08/07/1970", "Đọc nhầm", None)


def test_a_second_keying_that_differs_does_not_hide_the_reason(office: Office, document: DocumentId) -> None:
    cadre = office.desk.approve(document, actor=_OTHER)
    office.desk.reopen(document, _BIRTH, actor=HEAD, reason="Đọc nhầm")
    office.desk.answer(document, _BIRTH, "09/07/1970", State.VALUE, actor=REVIEWER)
    assert not office.second_keying.key(document, _BIRTH, "08/07/1970", State.VALUE, actor=HEAD).agreed
    office.desk.answer(document, _BIRTH, "08/07/1970", State.VALUE, actor=REVIEWER)
    office.desk.approve(document, actor=_OTHER)
    value = office.dossiers.history(cadre, _BIRTH, actor=HEAD)[-1]
    assert (value.reason, value.seconded_by) == ("Đọc nhầm", REVIEWER.name)
