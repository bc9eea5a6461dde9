"""The desk: answers stand beside readings, nothing doubtful is approved, every change leaves its trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    AuditEntry,
    Cadre,
    CadreId,
    DocumentId,
    DocumentStatus,
    Evidence,
    FieldPath,
    PageId,
    RecordValue,
)
from hrdigitize.store.checking import check
from tests.services.made_up import (
    AUDITOR,
    CLERK,
    FORM,
    FORM_WIDTH_PX,
    HEAD,
    LETTER_WIDTH_PX,
    REVIEWER,
    TECHNICIAN,
    Office,
    field,
    form_reading,
    put_document,
    stack,
)

_BIRTH = FieldPath("birth_date")
_GENDER = FieldPath("gender")
_NAME = FieldPath("full_name")


@pytest.fixture
def document(office: Office, tmp_path: Path) -> DocumentId:
    """Two doubtful fields, and a table of one row."""
    reading = form_reading(
        {"birth_date": "06/O7/1970", "gender": "nam"},
        rows=[{"school": field("Đại học Luật"), "period": field("2005-2009")}],
    )
    return put_document(office, reading, tmp_path / "scan.png")


def _cadre(office: Office, cadre: CadreId) -> Cadre:
    def look() -> Cadre:
        with office.store.view() as view:
            return view.cadres.get(cadre)

    return office.lane.run(look)


def _history(office: Office, cadre: CadreId, path: FieldPath) -> tuple[RecordValue, ...]:
    def look() -> tuple[RecordValue, ...]:
        with office.store.view() as view:
            return view.cadres.history(cadre, path)

    return office.lane.run(look)


def _log(office: Office) -> list[AuditEntry]:
    def look() -> list[AuditEntry]:
        with office.store.view() as view:
            return list(view.audit.entries())

    return office.lane.run(look)


def _answer_all(office: Office, document: DocumentId) -> None:
    office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=CLERK)
    office.desk.answer(document, _GENDER, "Nam", State.VALUE, actor=CLERK)


def test_an_answer_is_typed_and_the_machine_s_reading_stays(office: Office, document: DocumentId) -> None:
    after = office.desk.answer(document, _BIRTH, "  06/07/1970 ", State.VALUE, actor=CLERK)
    assert after.answer(_BIRTH) == Answer(State.VALUE, "06/07/1970", "1970-07-06")
    assert (after.readings[_BIRTH].text, after.readings[_BIRTH].raw) == ("06/O7/1970", "06/O7/1970…")
    assert after.verifications[_BIRTH].by == CLERK.name
    assert after.open_paths() == (_GENDER,)
    assert office.desk.open(document, actor=CLERK) == after


def test_an_answer_comes_in_one_normal_form(office: Office, document: DocumentId) -> None:
    after = office.desk.answer(document, _NAME, "Nguye\u0302\u0303n  A\u0306n", State.VALUE, actor=CLERK)
    assert after.answer(_NAME).text == "Nguyễn Ăn"


@pytest.mark.parametrize("state", [State.BLANK, State.ILLEGIBLE])
def test_blank_and_illegible_are_answers_without_text(
    office: Office, document: DocumentId, state: State
) -> None:
    after = office.desk.answer(document, _BIRTH, "left over", state, actor=CLERK)
    assert after.answer(_BIRTH) == Answer(state)
    assert _BIRTH not in after.open_paths()


def test_a_value_without_text_is_refused(office: Office, document: DocumentId) -> None:
    with pytest.raises(UserFault) as caught:
        office.desk.answer(document, _BIRTH, " \t", State.VALUE, actor=CLERK)
    assert caught.value.code == "answer-empty"
    assert _BIRTH in office.desk.open(document, actor=CLERK).open_paths()


def test_what_does_not_fit_the_type_is_kept_as_text(office: Office, document: DocumentId) -> None:
    after = office.desk.answer(document, _BIRTH, "không rõ", State.VALUE, actor=CLERK)
    assert after.answer(_BIRTH) == Answer(State.VALUE, "không rõ", None)


@pytest.mark.parametrize(
    "path",
    [
        FieldPath("shoe_size"),
        FieldPath("school", "boats", 0),
        FieldPath("boat", "training", 0),
        FieldPath("school", "training", 2),
        FieldPath("period", "career", 1),
    ],
)
def test_a_place_that_the_document_has_not_is_refused(
    office: Office, document: DocumentId, path: FieldPath
) -> None:
    with pytest.raises(UserFault) as caught:
        office.desk.answer(document, path, "x", State.VALUE, actor=CLERK)
    assert caught.value.code == "field-not-on-form"


def test_a_row_that_the_machine_missed_can_be_added(office: Office, document: DocumentId) -> None:
    for row, school in ((1, "Học viện Hành chính"), (2, "Trường Chính trị")):
        path = FieldPath("school", "training", row)
        after = office.desk.answer(document, path, school, State.VALUE, actor=CLERK)
        assert after.answer(path).text == school
    _answer_all(office, document)
    record = _cadre(office, office.desk.approve(document, actor=REVIEWER))
    assert record.values[FieldPath("school", "training", 2)].answer.text == "Trường Chính trị"
    assert record.values[FieldPath("school", "training", 2)].evidence is None


def test_the_status_follows_what_is_open(office: Office, document: DocumentId) -> None:
    assert office.desk.open(document, actor=CLERK).status is DocumentStatus.READ
    _answer_all(office, document)
    assert office.desk.open(document, actor=CLERK).status is DocumentStatus.VERIFIED
    after = office.desk.reopen(document, _BIRTH, actor=CLERK)
    assert (after.status, after.open_paths()) == (DocumentStatus.READ, (_BIRTH,))


def test_findings_follow_the_answers(office: Office, document: DocumentId) -> None:
    office.desk.answer(document, FieldPath("id_number"), "001192837546", State.VALUE, actor=CLERK)
    office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=CLERK)
    before = office.desk.open(document, actor=CLERK).findings
    office.desk.answer(document, _BIRTH, "06/07/1992", State.VALUE, actor=CLERK)
    after = office.desk.open(document, actor=CLERK).findings
    assert "finding-id-birth-year" in {finding.code for finding in before}
    assert "finding-id-birth-year" not in {finding.code for finding in after}


def test_nothing_doubtful_is_approved(office: Office, document: DocumentId) -> None:
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=REVIEWER)
    assert (caught.value.code, caught.value.params) == ("document-still-doubtful", {"count": "2"})
    assert office.desk.open(document, actor=CLERK).cadre is None


def test_approving_writes_every_place_with_its_evidence(office: Office, document: DocumentId) -> None:
    _answer_all(office, document)
    cadre = office.desk.approve(document, actor=REVIEWER)
    record = _cadre(office, cadre)
    stored = office.desk.open(document, actor=CLERK)
    assert (stored.status, stored.cadre) == (DocumentStatus.APPROVED, cadre)
    assert {path: value.answer for path, value in record.values.items()} == {
        path: stored.answer(path) for path in stored.readings
    }
    birth = record.values[_BIRTH]
    assert birth.answer == Answer(State.VALUE, "06/07/1970", "1970-07-06")
    assert birth.evidence == Evidence(document, 1, Box(10, 20, 30, 40), "06/O7/1970…", 0.75)
    assert birth.approved_by == REVIEWER.name
    assert record.form == FORM


def test_an_approved_document_is_closed(office: Office, document: DocumentId) -> None:
    _answer_all(office, document)
    office.desk.approve(document, actor=HEAD)
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=REVIEWER)
    assert caught.value.code == "document-already-approved"
    with pytest.raises(UserFault) as caught:
        office.desk.answer(document, _BIRTH, "1971", State.VALUE, actor=REVIEWER)
    assert caught.value.code == "document-already-approved"
    with pytest.raises(UserFault) as caught:
        office.desk.reopen(document, _BIRTH, actor=CLERK)
    assert caught.value.code == "action-not-allowed"


def test_a_correction_after_approval_supersedes_only_what_changed(
    office: Office, document: DocumentId
) -> None:
    _answer_all(office, document)
    cadre = office.desk.approve(document, actor=REVIEWER)
    with pytest.raises(UserFault) as caught:
        office.desk.reopen(document, _BIRTH, actor=HEAD, reason="  ")
    assert caught.value.code == "reason-needed"
    office.desk.reopen(document, _BIRTH, actor=HEAD, reason="Đọc nhầm  chữ số")
    assert _cadre(office, cadre).values[_BIRTH].answer.text == "06/07/1970"
    office.desk.answer(document, _BIRTH, "08/07/1970", State.VALUE, actor=CLERK)
    assert office.desk.approve(document, actor=HEAD) == cadre
    assert [
        (value.answer.text, value.reason, value.seconded_by) for value in _history(office, cadre, _BIRTH)
    ] == [
        ("06/07/1970", "", None),
        ("08/07/1970", "Đọc nhầm chữ số", CLERK.name),
    ]
    assert len(_history(office, cadre, _NAME)) == 1
    assert office.lane.run(lambda: check(office.store)) == ()


@pytest.mark.parametrize(
    ("form", "code"), [(None, "document-without-form"), ("decision", "decision-needs-dossier")]
)
def test_a_paper_that_makes_no_record_is_not_approved(
    office: Office, tmp_path: Path, form: str | None, code: str
) -> None:
    document = put_document(office, form_reading({}, form=form), tmp_path / "scan.png")
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=REVIEWER)
    assert caught.value.code == code


def test_the_log_says_who_did_what_and_holds_no_personal_value(office: Office, document: DocumentId) -> None:
    _answer_all(office, document)
    office.desk.reopen(document, _GENDER, actor=REVIEWER)
    office.desk.answer(document, _GENDER, "Nữ", State.VALUE, actor=REVIEWER)
    office.desk.approve(document, actor=HEAD)
    log = [entry for entry in _log(office) if entry.subject == document]
    assert [(entry.action, entry.actor) for entry in log] == [
        ("field-answered", CLERK),
        ("field-answered", CLERK),
        ("field-reopened", REVIEWER),
        ("field-answered", REVIEWER),
        ("document-approved", HEAD),
    ]
    told = " ".join(text for entry in _log(office) for text in (entry.subject, *entry.detail.values()))
    assert "1970" not in told
    assert "ƯỚC" not in told


def test_documents_at_a_glance(office: Office, document: DocumentId) -> None:
    (summary,) = office.desk.documents(actor=CLERK)
    assert (summary.id, summary.title, summary.open_count, summary.pages) == (
        document,
        "NGUYỄN THỊ ƯỚC",
        2,
        1,
    )


def test_a_page_is_shown_as_it_came_in(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "two.tiff"
    path.write_bytes(stack(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    batch = office.intake.capture([path], actor=CLERK).batch
    for document in office.reading.read(batch, actor=CLERK):
        for page in office.desk.open(document, actor=CLERK).pages:
            picture = office.desk.picture(page.id, actor=CLERK)
            assert (picture.width, picture.height) == (page.width, page.height)


def test_what_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(UserFault) as caught:
        office.desk.open(DocumentId("nobody"), actor=CLERK)
    assert caught.value.code == "document-unknown"
    with pytest.raises(UserFault) as caught:
        office.desk.picture(PageId("nobody"), actor=CLERK)
    assert caught.value.code == "page-unknown"


@pytest.mark.parametrize("actor", [TECHNICIAN, AUDITOR])
def test_who_may_not_look_sees_no_dossier(office: Office, document: DocumentId, actor: Actor) -> None:
    (page,) = office.desk.open(document, actor=HEAD).pages
    calls = (
        lambda: office.desk.documents(actor=actor),
        lambda: office.desk.open(document, actor=actor),
        lambda: office.desk.picture(page.id, actor=actor),
    )
    for call in calls:
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == "action-not-allowed"


def test_who_may_not_is_told_and_nothing_changes(office: Office, document: DocumentId) -> None:
    before, log = office.desk.open(document, actor=CLERK), _log(office)
    calls = (
        lambda: office.desk.answer(document, _BIRTH, "1970", State.VALUE, actor=TECHNICIAN),
        lambda: office.desk.reopen(document, _BIRTH, actor=HEAD),
        lambda: office.desk.approve(document, actor=CLERK),
    )
    for call in calls:
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == "action-not-allowed"
    assert (office.desk.open(document, actor=CLERK), _log(office)) == (before, log)
