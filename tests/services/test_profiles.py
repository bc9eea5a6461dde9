"""Printing a record: a whole PDF under the name asked for, or a sentence and nothing."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import AuditEntry, CadreId
from tests.services.made_up import CLERK, REVIEWER, TECHNICIAN, Office, form_reading, put_document


@pytest.fixture
def cadre(office: Office, tmp_path: Path) -> CadreId:
    document = put_document(office, form_reading({}), tmp_path / "scan.png")
    return office.desk.approve(document, actor=REVIEWER)


def _last_entry(office: Office) -> AuditEntry:
    def look() -> AuditEntry:
        with office.store.view() as view:
            return list(view.audit.entries())[-1]

    return office.lane.run(look)


def test_the_profile_is_a_pdf_with_the_name_on_it(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    target = tmp_path / "Phiếu số 1.pdf"
    assert office.profiles.print(cadre, target=target, actor=CLERK) == target
    document = pypdfium2.PdfDocument(target)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "NGUYỄN THỊ ƯỚC" in text
    entry = _last_entry(office)
    assert (entry.action, entry.subject, entry.actor) == ("profile-printed", cadre, CLERK)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_place_that_cannot_be_written_is_said(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    with pytest.raises(UserFault) as caught:
        office.profiles.print(cadre, target=tmp_path / "nowhere" / "a.pdf", actor=CLERK)
    assert (caught.value.code, caught.value.params) == ("profile-cannot-write", {"name": "a.pdf"})
    assert _last_entry(office).action == "document-approved"


def test_an_earlier_profile_stays_whole_when_printing_fails(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    office.profiles.print(cadre, target=target, actor=CLERK)
    before = target.read_bytes()
    (tmp_path / "a.pdf.part").mkdir()
    with pytest.raises(UserFault):
        office.profiles.print(cadre, target=target, actor=CLERK)
    assert target.read_bytes() == before


def test_an_unknown_cadre_is_said(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserFault) as caught:
        office.profiles.print(CadreId("nobody"), target=tmp_path / "a.pdf", actor=CLERK)
    assert caught.value.code == "cadre-unknown"


def test_who_may_not_print_is_told(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    with pytest.raises(UserFault) as caught:
        office.profiles.print(cadre, target=tmp_path / "a.pdf", actor=TECHNICIAN)
    assert caught.value.code == "action-not-allowed"
    assert not (tmp_path / "a.pdf").exists()
