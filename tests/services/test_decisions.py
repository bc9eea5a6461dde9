"""A decision goes into the dossier of the person it names: one row, with its evidence, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, FormReading, Row, State
from hrdigitize.domain.record import CadreId, DocumentId, DocumentStatus, Evidence, FieldPath, RecordValue
from hrdigitize.domain.rows import rows_of
from hrdigitize.domain.search import CadreHit, Filters
from hrdigitize.formdefs.record_tables import record_tables
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.search import Search
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document, put_users

_NAME = "NGUYỄN THỊ ƯỚC"
_SUBJECT = FieldPath("subject", "decisions", 0)
_PAPER = {
    "kind": field("Bổ nhiệm"),
    "number": field("15/QĐ-UBND"),
    "issued_on": field("06/07/2008", value="2008-07-06"),
    "effective_on": field(""),
    "issuing_agency": field("UBND XÃ THỬ"),
    "subject": field("Về việc bổ nhiệm kế toán"),
    "legal_bases": field("Luật Tổ chức"),
    "full_name": field("Nguyễn Thị Ước"),
    "person_from": field("Văn thư"),
    "person_to": field("Kế toán trưởng"),
    "signer_title": field("CHỦ TỊCH"),
    "signer": field("Lê Văn Mẫu"),
}


def _decision(rows: Sequence[Row] = (), **changed: FieldReading) -> FormReading:
    tables = {"persons": tuple(rows)} if rows else {}
    return FormReading("decision", None, 1, 1, _PAPER | changed, tables)


@pytest.fixture
def put(office: Office, tmp_path: Path) -> Callable[[FormReading], DocumentId]:
    return lambda reading: put_document(office, reading, tmp_path / "decision.png")


@pytest.fixture
def cadre(office: Office, tmp_path: Path) -> CadreId:
    sure = {
        "birth_date": field("06/07/1970", value="1970-07-06"),
        "current_position": field("Văn thư"),
    }
    return office.desk.approve(
        put_document(office, form_reading({}, sure=sure), tmp_path / "form.png"), actor=REVIEWER
    )


def _rows(office: Office, cadre: CadreId) -> dict[int, dict[str, RecordValue]]:
    values = office.dossiers.open(cadre, actor=HEAD).cadre.values
    return {number: row for (table, number), row in rows_of(values).items() if table == "decisions"}


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


def test_a_decision_is_one_row_with_its_evidence(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    before = dict(office.dossiers.open(cadre, actor=HEAD).cadre.values)
    paper = put(_decision())
    assert office.desk.approve(paper, actor=REVIEWER, cadre=cadre) == cadre
    (row,) = _rows(office, cadre).values()
    assert list(row) == [column.key for column in record_tables()["decisions"].definition.columns]
    assert {key: value.answer.text for key, value in row.items()} == {key: _PAPER[key].text for key in row}
    assert row["effective_on"].answer.state is State.BLANK
    assert row["subject"].evidence == Evidence(
        paper, 1, Box(10, 20, 30, 40), "Về việc bổ nhiệm kế toán…", 0.75
    )
    after = office.dossiers.open(cadre, actor=HEAD)
    assert {path: after.cadre.values[path] for path in before} == before, "it changes no other fact"
    assert after.documents[1].id == paper
    assert office.desk.open(paper, actor=CLERK).status is DocumentStatus.APPROVED
    assert office.lane.run(lambda: check(office.store)) == ()


def test_a_decision_begins_no_dossier(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    paper = put(_decision())
    assert _code(lambda: office.desk.approve(paper, actor=REVIEWER)) == "decision-needs-dossier"
    assert office.dossiers.ids(actor=HEAD) == (cadre,)


def test_a_decision_about_somebody_else_is_refused_without_a_word_about_them(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    paper = put(_decision(full_name=field("Nguyễn Thị Uớc")))
    with pytest.raises(UserFault) as caught:
        office.desk.approve(paper, actor=REVIEWER, cadre=cadre)
    assert (caught.value.code, caught.value.params) == ("decision-of-another", {})
    assert office.desk.open(paper, actor=CLERK).cadre is None
    assert _rows(office, cadre) == {}


def test_of_a_decision_about_several_the_person_s_own_row_counts(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    rows: list[Row] = [
        {"full_name": field(name), "person_from": field(f"cũ {n}"), "person_to": field("Phó phòng")}
        for n, name in enumerate(("Lê Văn Mẫu", "Nguyễn Thị Ước", "Trần Thị Thử"))
    ]
    own = replace(field("Phó phòng"), box=Box(1, 2, 3, 4))
    rows[1] = {**rows[1], "person_to": own}
    paper = put(_decision(rows, full_name=field("Lê Văn Mẫu")))
    office.desk.approve(paper, actor=REVIEWER, cadre=cadre)
    (row,) = _rows(office, cadre).values()
    assert (row["person_from"].answer.text, row["person_to"].answer.text) == ("cũ 1", "Phó phòng")
    assert row["person_to"].evidence is not None
    assert row["person_to"].evidence.box == Box(1, 2, 3, 4)
    assert row["number"].answer.text == "15/QĐ-UBND"


def test_a_decision_opened_again_supersedes_its_own_row_with_the_reason(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    paper = put(_decision())
    office.desk.approve(paper, actor=REVIEWER, cadre=cadre)
    office.desk.reopen(paper, FieldPath("number"), actor=HEAD, reason="Đọc nhầm số")
    office.desk.answer(paper, FieldPath("number"), "16/QĐ-UBND", State.VALUE, actor=CLERK)
    office.desk.approve(paper, actor=REVIEWER)
    assert list(_rows(office, cadre)) == [0]
    history = office.dossiers.history(cadre, FieldPath("number", "decisions", 0), actor=HEAD)
    assert [(one.answer.text, one.reason) for one in history] == [
        ("15/QĐ-UBND", ""),
        ("16/QĐ-UBND", "Đọc nhầm số"),
    ]
    assert len(office.dossiers.history(cadre, _SUBJECT, actor=HEAD)) == 1


def test_the_same_decision_scanned_twice_adds_nothing(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    for _ in range(2):
        office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    assert list(_rows(office, cadre)) == [0]
    dossier = office.dossiers.open(cadre, actor=HEAD)
    assert (len(dossier.documents), dossier.corrections) == (3, ())
    assert len(office.dossiers.history(cadre, _SUBJECT, actor=HEAD)) == 1


def test_what_a_second_scan_says_otherwise_waits_and_its_paper_is_the_evidence(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    effective = field("01/08/2008", value="2008-08-01")
    second = put(_decision(subject=field("V/v bổ nhiệm"), person_to=field("Kế toán"), effective_on=effective))
    office.desk.approve(second, actor=REVIEWER, cadre=cadre)
    (row,) = _rows(office, cadre).values()
    assert row["subject"].answer.text == "Về việc bổ nhiệm kế toán"
    assert row["effective_on"].answer.value == "2008-08-01", "what the first scan left blank is filled in"
    asked = office.corrections.waiting(actor=HEAD)
    assert [(str(one.path), one.answer.text) for one in asked] == [
        ("decisions/0/subject", "V/v bổ nhiệm"),
        ("decisions/0/person_to", "Kế toán"),
    ]
    for one in asked:
        office.corrections.decide(one.id, granted=True, actor=HEAD)
        value = office.dossiers.history(cadre, one.path, actor=HEAD)[-1]
        assert (value.answer.text, value.seconded_by) == (one.answer.text, REVIEWER.name)
        assert value.evidence is not None
        assert (value.evidence.document, value.evidence.raw) == (second, f"{one.answer.text}…")


def test_the_evidence_of_a_correction_is_the_person_s_own_row(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    rows: list[Row] = [
        {"full_name": field(name), "person_to": replace(field("Phó phòng"), box=Box(n, n, 3, 4))}
        for n, name in enumerate(("Lê Văn Mẫu", "Nguyễn Thị Ước"))
    ]
    office.desk.approve(put(_decision(rows, person_to=field("Phó phòng"))), actor=REVIEWER, cadre=cadre)
    (asked,) = office.corrections.waiting(actor=HEAD)
    office.corrections.decide(asked.id, granted=True, actor=HEAD)
    evidence = office.dossiers.history(cadre, asked.path, actor=HEAD)[-1].evidence
    assert evidence is not None
    assert evidence.box == Box(1, 1, 3, 4)


def test_another_decision_is_another_row(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    later = field("06/07/2010", value="2010-07-06")
    office.desk.approve(put(_decision(issued_on=later)), actor=REVIEWER, cadre=cadre)
    assert list(_rows(office, cadre)) == [0, 1]
    assert office.corrections.waiting(actor=HEAD) == ()


def test_a_decision_without_a_number_is_known_by_all_that_it_says(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    unnumbered = _decision(number=field(""))
    for reading in (unnumbered, unnumbered, _decision(number=field(""), subject=field("khác"))):
        office.desk.approve(put(reading), actor=REVIEWER, cadre=cadre)
    assert list(_rows(office, cadre)) == [0, 1]


def test_a_column_is_corrected_as_any_other_place(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    place = FieldPath("effective_on", "decisions", 0)
    asked = office.corrections.ask(cadre, place, "1/8/2008", State.VALUE, "Theo Điều 3", actor=CLERK)
    office.corrections.decide(asked.id, granted=True, actor=HEAD)
    blank, now = office.dossiers.history(cadre, place, actor=HEAD)
    assert (blank.answer.state, now.answer.value, now.reason) == (State.BLANK, "2008-08-01", "Theo Điều 3")
    unknown = FieldPath("legal_bases", "decisions", 0)
    ask = lambda: office.corrections.ask(cadre, unknown, "x", State.VALUE, "x", actor=HEAD)  # noqa: E731
    assert _code(ask) == "field-not-on-form"


def test_the_places_of_a_record_s_tables_are_none_of_a_paper_s(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    answer = lambda: office.desk.answer(put(_decision()), _SUBJECT, "x", State.VALUE, actor=CLERK)  # noqa: E731
    assert _code(answer) == "field-not-on-form"


def test_who_typed_on_a_decision_does_not_approve_it_alone(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    put_users(office, REVIEWER, HEAD)
    paper = put(_decision())
    office.desk.answer(paper, FieldPath("subject"), "Về việc khác", State.VALUE, actor=REVIEWER)
    assert _code(lambda: office.desk.approve(paper, actor=REVIEWER, cadre=cadre)) == "own-entries"
    office.desk.approve(paper, actor=HEAD, cadre=cadre)
    assert _rows(office, cadre)[0]["subject"].answer.text == "Về việc khác"


def test_a_dossier_is_found_by_what_a_decision_says(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    search = Search(office.store, office.lane, lists=load_lists())

    def found() -> tuple[CadreHit, ...]:
        return search.find("ke toan truong", Filters(), actor=HEAD).hits

    assert found() == ()
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    assert [one.summary.cadre for one in found()] == [cadre]


def test_the_log_says_it_without_a_personal_value(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId]
) -> None:
    paper = put(_decision())
    office.desk.approve(paper, actor=REVIEWER, cadre=cadre)

    def look() -> list[tuple[str, str]]:
        with office.store.view() as view:
            return [
                (one.action, str(dict(one.detail))) for one in view.audit.entries() if one.subject == paper
            ]

    ((action, detail),) = office.lane.run(look)
    assert action == "document-approved"
    assert not [text for text in ("Ước", "ƯỚC", "Kế toán", "15/QĐ", "2008") if text in detail]


def test_of_two_records_made_one_a_decision_that_both_have_counts_once(
    office: Office, cadre: CadreId, put: Callable[[FormReading], DocumentId], tmp_path: Path
) -> None:
    other = office.desk.approve(put_document(office, form_reading({}), tmp_path / "f.png"), actor=REVIEWER)
    office.desk.approve(put(_decision()), actor=REVIEWER, cadre=cadre)
    office.desk.approve(put(_decision(subject=field("V/v bổ nhiệm"))), actor=REVIEWER, cadre=other)
    office.duplicates.merge(cadre, other, "Quét hai lần", actor=HEAD)
    assert list(_rows(office, cadre)) == [0]
    later = put(_decision(number=field("99/QĐ-UBND")))
    assert office.desk.approve(later, actor=REVIEWER, cadre=other) == cadre
    assert list(_rows(office, cadre)) == [0, 1]
