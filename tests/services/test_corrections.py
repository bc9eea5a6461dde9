"""A record changes for a reason, key fields by two persons; what stood there stays in the history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hrdigitize.domain.dossier import KEY_FIELDS, Correction
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath
from tests.services.made_up import (
    CLERK,
    HEAD,
    REVIEWER,
    Office,
    field,
    form_reading,
    put_document,
    put_users,
)

_BIRTH, _GENDER = FieldPath("birth_date"), FieldPath("gender")
_SCHOOL = FieldPath("school", "training", 0)


@pytest.fixture
def cadre(office: Office, tmp_path: Path) -> CadreId:
    """A record with a birth date, a gender and a row of training."""
    sure = {"birth_date": field("06/07/1970", value="1970-07-06"), "gender": field("Nam")}
    reading = form_reading({}, sure=sure, rows=[{"school": field("Đại học Luật")}])
    return office.desk.approve(put_document(office, reading, tmp_path / "scan.png"), actor=REVIEWER)


def _ask(office: Office, cadre: CadreId, path: FieldPath, text: str, **more: object) -> Correction:
    given = {"actor": CLERK, "reason": "Giấy khai sinh ghi khác"} | more
    return office.corrections.ask(
        cadre,
        path,
        text,
        State.VALUE,
        given.pop("reason"),  # type: ignore[arg-type]
        **given,  # type: ignore[arg-type]
    )


def _texts(office: Office, cadre: CadreId, path: FieldPath) -> list[str]:
    return [value.answer.text for value in office.dossiers.history(cadre, path, actor=HEAD)]


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


def test_a_clerk_asks_and_somebody_else_decides(office: Office, cadre: CadreId) -> None:
    asked = _ask(office, cadre, _GENDER, "Nữ")
    assert asked.granted is None
    assert _texts(office, cadre, _GENDER) == ["Nam"]
    assert office.corrections.waiting(actor=REVIEWER) == (asked,)
    decided = office.corrections.decide(asked.id, granted=True, actor=REVIEWER)
    assert (decided.granted, decided.decided_by) == (True, REVIEWER.name)
    assert office.corrections.waiting(actor=REVIEWER) == ()
    _, now = office.dossiers.history(cadre, _GENDER, actor=HEAD)
    assert (now.answer.text, now.reason, now.approved_by, now.seconded_by) == (
        "Nữ",
        "Giấy khai sinh ghi khác",
        REVIEWER.name,
        CLERK.name,
    )


def test_a_refused_request_changes_nothing_and_stays_known(office: Office, cadre: CadreId) -> None:
    asked = _ask(office, cadre, _SCHOOL, "Học viện Hành chính")
    office.corrections.decide(asked.id, granted=False, actor=HEAD)
    assert _texts(office, cadre, _SCHOOL) == ["Đại học Luật"]
    assert [one.granted for one in office.dossiers.open(cadre, actor=HEAD).corrections] == [False]


def test_who_may_revise_changes_a_plain_fact_at_once(office: Office, cadre: CadreId) -> None:
    asked = _ask(office, cadre, _SCHOOL, "Học viện Hành chính", actor=HEAD)
    assert (asked.granted, asked.decided_by) == (True, HEAD.name)
    assert _texts(office, cadre, _SCHOOL) == ["Đại học Luật", "Học viện Hành chính"]


@pytest.mark.parametrize("key", KEY_FIELDS)
def test_a_key_field_takes_two_persons(office: Office, cadre: CadreId, tmp_path: Path, key: str) -> None:
    texts = {"full_name": "NGUYỄN THỊ UỚC", "id_number": "001170000001"}
    sure = {key: field(texts.get(key, "06/07/1970"))}
    document = put_document(office, form_reading({}, sure=sure), tmp_path / "other.png")
    cadre = office.desk.approve(document, actor=REVIEWER)
    put_users(office, HEAD, REVIEWER)
    asked = _ask(office, cadre, FieldPath(key), "08/07/1970", actor=HEAD)
    assert asked.granted is None
    assert _code(lambda: office.corrections.decide(asked.id, granted=True, actor=HEAD)) == "own-correction"
    office.corrections.decide(asked.id, granted=True, actor=REVIEWER)
    assert _texts(office, cadre, FieldPath(key))[-1] == "08/07/1970"


def test_where_there_is_nobody_else_one_waits(office: Office, cadre: CadreId) -> None:
    put_users(office, HEAD)
    asked = _ask(office, cadre, _BIRTH, "08/07/1970", actor=HEAD)
    decide = partial(office.corrections.decide, asked.id, granted=True, actor=HEAD)
    assert _code(decide) == "correction-too-soon"
    office.clock.forward(hours=4)
    decide()
    assert _texts(office, cadre, _BIRTH) == ["06/07/1970", "08/07/1970"]
    assert office.dossiers.open(cadre, actor=HEAD).cadre.alone


def test_what_makes_no_sense_is_refused(office: Office, cadre: CadreId) -> None:
    assert _code(lambda: _ask(office, cadre, _BIRTH, "08/07/1970", reason="  ")) == "reason-needed"
    assert _code(lambda: _ask(office, cadre, _BIRTH, " ")) == "answer-empty"
    assert _code(lambda: _ask(office, cadre, _BIRTH, "06/07/1970")) == "nothing-changed"
    assert _code(lambda: _ask(office, cadre, FieldPath("shoe_size"), "42")) == "field-not-on-form"
    assert _code(lambda: _ask(office, CadreId("nobody"), _BIRTH, "1970")) == "cadre-unknown"
    unknown = DocumentId("nobody")
    assert _code(lambda: _ask(office, cadre, _BIRTH, "1971", document=unknown)) == "document-unknown"


def test_a_request_is_decided_once(office: Office, cadre: CadreId) -> None:
    asked = _ask(office, cadre, _GENDER, "Nữ")
    office.corrections.decide(asked.id, granted=False, actor=HEAD)
    assert (
        _code(partial(office.corrections.decide, asked.id, granted=True, actor=HEAD)) == "correction-unknown"
    )


def test_the_paper_that_says_so_is_the_evidence(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    paper = put_document(
        office, form_reading({}, sure={"gender": field("Nữ")}), tmp_path / "birth certificate.png"
    )
    asked = _ask(office, cadre, _GENDER, "Nữ", document=paper, actor=HEAD)
    assert asked.granted
    evidence = office.dossiers.history(cadre, _GENDER, actor=HEAD)[-1].evidence
    assert evidence is not None
    assert (evidence.document, evidence.raw) == (paper, "Nữ…")
