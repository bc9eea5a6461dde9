"""Papers of no form in dossiers: typed, filed, counted against a checklist and an inventory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hrdigitize.domain.checklist import ItemState
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.sorting import Boundary, Classified
from tests.services.made_up import CLERK, REVIEWER, Office, field, form_reading, put_document

_BIRTH = Classified("party-075", 0.9, "sorted-by-title", "GIẤY KHAI SINH", "party-074")


def _paper(office: Office, tmp_path: Path, reading: FormReading) -> DocumentId:
    return put_document(office, reading, tmp_path / "scan.png")


def _cadre(office: Office, tmp_path: Path) -> CadreId:
    since = {"recruitment_date": field("15/06/2020", value="2020-06-15")}
    return office.desk.approve(_paper(office, tmp_path, form_reading({}, sure=since)), actor=REVIEWER)


def _loose(kind: Classified | None = _BIRTH, **index: str) -> FormReading:
    found = {name: field(text) for name, text in index.items()}
    return replace(
        form_reading({}, form=None),
        type=kind.type if kind else None,
        classified=kind,
        index=found,
        boundary=Boundary(0.8, "begins-by-title"),
    )


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


def test_what_sorting_said_is_kept_beside_what_people_say(office: Office, tmp_path: Path) -> None:
    paper = _paper(office, tmp_path, _loose(number="15", issued_on="x", full_name="Lê Văn Thử"))
    office.filing.set_type(paper, "party-074", actor=CLERK)
    office.filing.correct_index(paper, "full_name", "  Lê Văn  Thử A", actor=CLERK)
    assert office.filing.correct_index(paper, "issued_on", "6/7/1970", actor=CLERK) == "1970-07-06"
    stored = office.desk.open(paper, actor=CLERK)
    assert (stored.type, stored.classified) == ("party-074", _BIRTH)
    assert stored.boundary == Boundary(0.8, "begins-by-title")
    assert stored.index["full_name"].text == "Lê Văn Thử"
    counts = office.dossiers.index(paper, actor=CLERK)
    assert (counts.number, counts.full_name, counts.issued_on) == ("15", "Lê Văn Thử A", "1970-07-06")


def test_a_paper_of_no_form_is_filed_and_taken_out(office: Office, tmp_path: Path) -> None:
    cadre = _cadre(office, tmp_path)
    paper = _paper(office, tmp_path, _loose())
    assert office.filing.file(paper, cadre, actor=REVIEWER) == cadre
    assert paper in [one.id for one in office.dossiers.open(cadre, actor=CLERK).documents]
    assert _code(lambda: office.filing.file(paper, cadre, actor=REVIEWER)) == "document-already-approved"
    office.filing.take_out(paper, actor=REVIEWER)
    assert paper not in [one.id for one in office.dossiers.open(cadre, actor=CLERK).documents]
    assert _code(lambda: office.filing.take_out(paper, actor=REVIEWER)) == "filing-not-there"


def test_what_cannot_be_filed_is_told(office: Office, tmp_path: Path) -> None:
    cadre = _cadre(office, tmp_path)
    unknown, form = _paper(office, tmp_path, _loose(None)), _paper(office, tmp_path, form_reading({}))
    assert _code(lambda: office.filing.file(unknown, cadre, actor=REVIEWER)) == "filing-type-missing"
    assert _code(lambda: office.filing.file(form, cadre, actor=REVIEWER)) == "filing-has-form"
    office.filing.set_type(unknown, "inventory", actor=CLERK)
    assert _code(lambda: office.filing.file(unknown, cadre, actor=REVIEWER)) == "filing-inventory"
    assert _code(lambda: office.filing.set_type(unknown, "party-105", actor=CLERK)) == "type-unknown"
    assert (
        _code(lambda: office.filing.correct_index(unknown, "shoe", "", actor=CLERK)) == "index-field-unknown"
    )
    assert _code(lambda: office.filing.file(unknown, CadreId("no"), actor=REVIEWER)) == "filing-inventory"


def test_a_dossier_is_checked(office: Office, tmp_path: Path) -> None:
    cadre = _cadre(office, tmp_path)
    for _ in range(2):
        office.filing.file(_paper(office, tmp_path, _loose()), cadre, actor=REVIEWER)
    found = office.contents.checked(cadre, "civil-servant", actor=CLERK)
    states = {one.item.key: one.state for one in found.items}
    assert states["cv"] is ItemState.PRESENT
    assert states["birth-certificate"] is ItemState.DOUBLED
    assert states["criminal-record"] is ItemState.MISSING
    assert states["commendations"] is ItemState.NOT_DUE
    years = {one.item.key: one.years for one in found.items}
    # The office's clock says 2024.
    assert years["review"] == (2021, 2022, 2023)
    assert _code(lambda: office.contents.checked(cadre, "soldier", actor=CLERK)) == "checklist-unknown"


def test_the_inventory_knows_where_papers_lie(office: Office, tmp_path: Path) -> None:
    cadre = _cadre(office, tmp_path)
    office.contents.put_on_shelf(cadre, "Phông UBND  xã, hộp 3", actor=CLERK)
    office.filing.file(_paper(office, tmp_path, _loose(subject="Giấy khai sinh")), cadre, actor=REVIEWER)
    rows = office.contents.inventory(cadre, "civil-servant", actor=CLERK)
    assert [(row.number, row.type, row.shelf) for row in rows] == [
        (1, "state-cv", "Phông UBND xã, hộp 3"),
        (2, "party-075", "Phông UBND xã, hộp 3"),
    ]
    assert rows[1].title == "Giấy khai sinh"


def test_the_inventory_on_paper_is_compared(office: Office, tmp_path: Path) -> None:
    cadre = _cadre(office, tmp_path)
    assert _code(lambda: office.contents.against_paper(cadre, actor=CLERK)) == "inventory-missing"
    rows = ({"title": field("Giấy khai sinh"), "present": field("x")}, {"title": field("Bằng tốt nghiệp")})
    listed = _paper(office, tmp_path, FormReading(None, "inventory", 1, 1, {}, {"inventory": rows}))
    office.filing.file(_paper(office, tmp_path, _loose(subject="Giấy khai sinh")), cadre, actor=REVIEWER)
    found = office.contents.against_paper(cadre, listed, actor=CLERK)
    assert [one.title for one in found.not_found] == ["Bằng tốt nghiệp"]
    assert [one.title for one, _ in found.matched] == ["Giấy khai sinh"]
    assert [row.type for row in found.not_listed] == ["state-cv"]
