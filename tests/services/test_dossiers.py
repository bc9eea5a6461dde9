"""A dossier holds several papers: what they add, what they say otherwise, what each is found by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.domain.dossier import DocumentIndex
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import FieldReading, Row, State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document

_NAME, _BIRTH, _RELIGION = FieldPath("full_name"), FieldPath("birth_date"), FieldPath("religion")


def _paper(
    office: Office, folder: Path, sure: dict[str, FieldReading], *, rows: tuple[Row, ...] = ()
) -> DocumentId:
    return put_document(office, form_reading({}, sure=sure, rows=rows), folder / "scan.png")


def _row(school: str, period: str) -> Row:
    return {"school": field(school), "period": field(period)}


def _schools(office: Office, cadre: CadreId) -> dict[int, str]:
    record = office.dossiers.open(cadre, actor=HEAD).cadre
    return {path.row: value.answer.text for path, value in record.values.items() if path.field == "school"}


@pytest.fixture
def cadre(office: Office, tmp_path: Path) -> CadreId:
    sure = {"birth_date": field("06/07/1970", value="1970-07-06"), "religion": field("")}
    rows = (_row("Đại học Luật", "1990-1994"), _row("Trường Chính trị", "2001-2003"))
    return office.desk.approve(_paper(office, tmp_path, sure, rows=rows), actor=REVIEWER)


def test_a_second_paper_adds_what_the_record_has_not(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    birth = field("06-07-1970", value="1970-07-06")
    sure = {"birth_date": birth, "religion": field("Không"), "health": field("Tốt")}
    document = _paper(office, tmp_path, sure)
    assert office.desk.approve(document, actor=REVIEWER, cadre=cadre) == cadre
    dossier = office.dossiers.open(cadre, actor=HEAD)
    assert [filed.pages for filed in dossier.documents] == [1, 1]
    assert dossier.documents[1].id == document
    assert dossier.cadre.text("birth_date") == "06/07/1970", "the same date in another style"
    assert (dossier.cadre.text("religion"), dossier.cadre.text("health")) == ("Không", "Tốt")
    assert dossier.corrections == ()
    assert office.lane.run(lambda: check(office.store)) == ()


def test_what_a_second_paper_says_otherwise_waits_for_somebody(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    document = _paper(office, tmp_path, {"birth_date": field("08/07/1970", value="1970-07-08")})
    office.desk.approve(document, actor=REVIEWER, cadre=cadre)
    dossier = office.dossiers.open(cadre, actor=HEAD)
    assert dossier.cadre.text("birth_date") == "06/07/1970"
    (asked,) = dossier.corrections
    assert (asked.path, asked.answer.text, asked.document, asked.granted) == (
        _BIRTH,
        "08/07/1970",
        document,
        None,
    )
    office.corrections.decide(asked.id, granted=True, actor=HEAD)
    value = office.dossiers.history(cadre, _BIRTH, actor=HEAD)[-1]
    assert (value.answer.text, value.seconded_by) == ("08/07/1970", REVIEWER.name)
    assert value.evidence is not None
    assert value.evidence.document == document


def test_a_blank_on_a_second_paper_says_nothing_against_the_record(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    office.desk.approve(_paper(office, tmp_path, {"birth_date": field("")}), actor=REVIEWER, cadre=cadre)
    dossier = office.dossiers.open(cadre, actor=HEAD)
    assert (dossier.cadre.text("birth_date"), dossier.corrections) == ("06/07/1970", ())


def test_rows_of_a_second_paper_are_paired_by_what_they_say(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    rows = (_row("Trường Chính trị", "2001-2003"), _row("Học viện Hành chính", "2010"))
    office.desk.approve(_paper(office, tmp_path, {}, rows=rows), actor=REVIEWER, cadre=cadre)
    assert _schools(office, cadre) == {
        0: "Đại học Luật",
        1: "Trường Chính trị",
        2: "Học viện Hành chính",
    }

    def identities() -> dict[int, str]:
        with office.store.view() as view:
            return view.cadres.row_ids(cadre, "training")

    assert len(set(office.lane.run(identities).values())) == 3


def test_a_row_corrected_on_its_paper_stays_the_same_row(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    document = _paper(office, tmp_path, {}, rows=(_row("Học viện Hành chánh", "2010"),))
    office.desk.approve(document, actor=REVIEWER, cadre=cadre)
    place = FieldPath("school", "training", 0)
    office.desk.reopen(document, place, actor=HEAD, reason="Đọc nhầm")
    office.desk.answer(document, place, "Học viện Hành chính", State.VALUE, actor=CLERK)
    office.desk.approve(document, actor=REVIEWER)
    assert _schools(office, cadre)[2] == "Học viện Hành chính"
    assert len(_schools(office, cadre)) == 3


def test_a_paper_stays_where_it_lies(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    other = _paper(office, tmp_path, {})
    another = office.desk.approve(other, actor=REVIEWER)
    office.desk.reopen(other, _NAME, actor=HEAD, reason="Thử")
    office.desk.answer(other, _NAME, "NGUYỄN THỊ ƯỚC", State.VALUE, actor=CLERK)
    with pytest.raises(UserFault) as caught:
        office.desk.approve(other, actor=REVIEWER, cadre=cadre)
    assert caught.value.code == "document-of-another"
    assert office.desk.approve(other, actor=REVIEWER) == another


def test_a_dossier_that_is_not_there_is_said(office: Office, tmp_path: Path) -> None:
    nobody = CadreId("nobody")
    for call in (
        lambda: office.dossiers.open(nobody, actor=HEAD),
        lambda: office.dossiers.history(nobody, _NAME, actor=HEAD),
        lambda: office.desk.approve(_paper(office, tmp_path, {}), actor=REVIEWER, cadre=nobody),
    ):
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == "cadre-unknown"


def test_a_paper_gets_its_index_data(office: Office, cadre: CadreId) -> None:
    (filed,) = office.dossiers.open(cadre, actor=HEAD).documents
    given = DocumentIndex(
        number="15",
        notation=" QĐ-UBND ",
        issued_on="06 tháng 07 năm 2008",
        issuer="UBND  xã Thử",
        subject="Về việc bổ nhiệm",
        signer="Lê Văn Mẫu",
        secrecy=Secrecy.CONFIDENTIAL,
        shelf="Tủ 2, hộp 14",
    )
    kept = office.dossiers.describe(filed.id, given, actor=CLERK)
    assert (kept.notation, kept.issued_on, kept.issuer) == ("QĐ-UBND", "2008-07-06", "UBND xã Thử")
    assert office.dossiers.index(filed.id, actor=HEAD) == kept
    assert office.dossiers.open(cadre, actor=HEAD).documents[0].index == kept


def test_a_date_that_is_none_and_a_paper_that_is_not_there_are_refused(
    office: Office, cadre: CadreId
) -> None:
    (filed,) = office.dossiers.open(cadre, actor=HEAD).documents
    with pytest.raises(UserFault) as caught:
        office.dossiers.describe(filed.id, DocumentIndex(issued_on="30/02/2008"), actor=CLERK)
    assert (caught.value.code, caught.value.params) == ("date-unclear", {"text": "30/02/2008"})
    calls: tuple[Callable[[], object], ...] = (
        lambda: office.dossiers.describe(DocumentId("nobody"), DocumentIndex(), actor=CLERK),
        lambda: office.dossiers.index(DocumentId("nobody"), actor=CLERK),
    )
    for call in calls:
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == "document-unknown"


def test_all_dossiers_at_a_glance(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    other = office.desk.approve(_paper(office, tmp_path, {"full_name": field("LÊ A")}), actor=REVIEWER)
    assert [found.id for found in office.dossiers.all(actor=CLERK)] == [cadre, other]
    assert [found.text("full_name") for found in office.dossiers.all(actor=CLERK)] == [
        "NGUYỄN THỊ ƯỚC",
        "LÊ A",
    ]
    assert _RELIGION in office.dossiers.all(actor=CLERK)[0].values


def test_a_place_keeps_its_words_and_gets_the_codes_of_its_time(office: Office, tmp_path: Path) -> None:
    old, new = "xã Cổ Loa, huyện Đông Anh, thành phố Hà Nội", "xã Đông Anh, thành phố Hà Nội"
    unclear = "thôn 1, xã Thử"
    sure = {"birth_place": field(old), "native_place": field(new), "permanent_residence": field(unclear)}
    cadre = office.desk.approve(_paper(office, tmp_path, sure), actor=REVIEWER)
    values = office.dossiers.open(cadre, actor=HEAD).cadre.values
    born, native = (values[FieldPath(key)] for key in ("birth_place", "native_place"))
    assert (born.answer.text, [place.scheme for place in born.places]) == (old, ["2024"])
    assert (native.answer.text, [place.scheme for place in native.places]) == (new, ["2025"])
    assert values[FieldPath("permanent_residence")].places == ()
    place = FieldPath("permanent_residence")
    office.corrections.ask(cadre, place, old, State.VALUE, "Sổ hộ khẩu", actor=HEAD)
    assert office.dossiers.history(cadre, place, actor=HEAD)[-1].places == born.places
