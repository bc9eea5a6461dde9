"""Records of one person are shown side by side; a person merges them, or tells them apart, and may undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.likeness import Sign
from hrdigitize.domain.reading import FieldReading
from hrdigitize.domain.record import CadreId, FieldPath
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document

_BIRTH = field("06/07/1970", value="1970-07-06")


def _cadre(office: Office, folder: Path, *schools: str, **sure: FieldReading) -> CadreId:
    rows = [{"school": field(school)} for school in schools]
    reading = form_reading({}, sure={"birth_date": _BIRTH} | sure, rows=rows)
    return office.desk.approve(put_document(office, reading, folder / "scan.png"), actor=REVIEWER)


@pytest.fixture
def pair(office: Office, tmp_path: Path) -> tuple[CadreId, CadreId]:
    """One person twice: the same school once, another school and the health in the second record only."""
    return (
        _cadre(office, tmp_path, "Đại học Luật", gender=field("Nữ")),
        _cadre(office, tmp_path, "Đại học Luật", "Trường Chính trị", health=field("Tốt"), gender=field("")),
    )


def _texts(office: Office, cadre: CadreId) -> dict[str, str]:
    record = office.dossiers.open(cadre, actor=HEAD).cadre
    return {str(path): value.answer.text for path, value in record.values.items() if value.answer.text}


def test_one_person_twice_is_found_and_shown_side_by_side(
    office: Office, pair: tuple[CadreId, CadreId], tmp_path: Path
) -> None:
    other = _cadre(office, tmp_path, full_name=field("LÊ VĂN MẪU"))
    (found,) = office.duplicates.find(actor=CLERK)
    assert ((found.one, found.other), found.signs) == (pair, (Sign.SAME_NAME, Sign.SAME_BIRTH))
    assert office.duplicates.find(other, actor=CLERK) == ()
    shown = office.duplicates.compare(*pair, actor=CLERK)
    assert shown.likeness == found
    by_path = {str(both.path): both for both in shown.places}
    health = by_path["health"]
    assert (health.one, health.agree) == (None, True)
    assert by_path["birth_date"].agree
    assert not by_path["gender"].agree


def test_two_who_were_told_apart_are_not_shown_again(office: Office, pair: tuple[CadreId, CadreId]) -> None:
    office.duplicates.tell_apart(pair[1], pair[0], actor=HEAD)
    assert office.duplicates.find(actor=CLERK) == ()
    assert office.duplicates.compare(*pair, actor=CLERK).likeness is not None


def test_a_merge_takes_over_what_was_missing_and_nothing_else(
    office: Office, pair: tuple[CadreId, CadreId]
) -> None:
    kept, absorbed = pair
    before = _texts(office, kept)
    office.duplicates.merge(kept, absorbed, "Cùng một người, quét hai lần", actor=HEAD)
    assert _texts(office, kept) == before | {"health": "Tốt", "training/1/school": "Trường Chính trị"}
    dossier = office.dossiers.open(absorbed, actor=HEAD)
    assert dossier.cadre.id == kept, "the kept record speaks for both"
    assert len(dossier.documents) == 2
    assert [merge.absorbed for merge in dossier.merges] == [absorbed]
    assert [found.id for found in office.dossiers.all(actor=HEAD)] == [kept]
    assert office.duplicates.find(actor=HEAD) == ()
    evidence = dossier.cadre.values[FieldPath("health")].evidence
    assert evidence is not None
    assert evidence.raw == "Tốt…"


def test_a_merge_is_undone_as_if_it_had_not_been(office: Office, pair: tuple[CadreId, CadreId]) -> None:
    kept, absorbed = pair
    before = _texts(office, kept), _texts(office, absorbed)
    merge = office.duplicates.merge(kept, absorbed, "Nhầm", actor=HEAD)
    assert office.duplicates.undo(merge, actor=HEAD) == absorbed
    assert (_texts(office, kept), _texts(office, absorbed)) == before
    assert len(office.dossiers.open(kept, actor=HEAD).documents) == 1
    assert len(office.duplicates.find(actor=HEAD)) == 1
    history = office.dossiers.history(kept, FieldPath("health"), actor=HEAD)
    assert [value.withdrawn for value in history] == [False, True], "that it was merged once stays known"
    assert office.lane.run(lambda: check(office.store)) == ()


def test_what_was_corrected_after_a_merge_survives_its_undoing(
    office: Office, pair: tuple[CadreId, CadreId]
) -> None:
    kept, absorbed = pair
    merge = office.duplicates.merge(kept, absorbed, "Nhầm", actor=HEAD)
    health = FieldPath("health")
    state = office.dossiers.open(kept, actor=HEAD).cadre.values[health].answer.state
    office.corrections.ask(kept, health, "Khá", state, "Giấy khám sức khoẻ mới", actor=HEAD)
    office.duplicates.undo(merge, actor=HEAD)
    assert _texts(office, kept)["health"] == "Khá"


def test_a_merge_into_a_merged_record_is_followed_to_its_end(
    office: Office, pair: tuple[CadreId, CadreId], tmp_path: Path
) -> None:
    kept, absorbed = pair
    last = _cadre(office, tmp_path)
    first = office.duplicates.merge(kept, absorbed, "Trùng", actor=HEAD)
    second = office.duplicates.merge(last, kept, "Trùng", actor=HEAD)
    for cadre in (last, kept, absorbed):
        dossier = office.dossiers.open(cadre, actor=HEAD)
        assert (dossier.cadre.id, len(dossier.documents)) == (last, 3)
    with pytest.raises(UserFault) as caught:
        office.duplicates.undo(first, actor=HEAD)
    assert caught.value.code == "cadre-merged"
    office.duplicates.undo(second, actor=HEAD)
    office.duplicates.undo(first, actor=HEAD)
    assert {found.id for found in office.dossiers.all(actor=HEAD)} == {kept, absorbed, last}
    assert set(office.dossiers.ids(actor=HEAD)) == {kept, absorbed, last}
    assert office.lane.run(lambda: check(office.store)) == ()


def test_what_makes_no_sense_is_refused(office: Office, pair: tuple[CadreId, CadreId]) -> None:
    kept, absorbed = pair
    nobody = CadreId("nobody")
    merge = office.duplicates.merge(kept, absorbed, "Cùng một người", actor=HEAD)
    calls: dict[str, Callable[[], object]] = {
        "same-cadre": lambda: office.duplicates.compare(kept, kept, actor=HEAD),
        "cadre-unknown": lambda: office.duplicates.merge(kept, nobody, "x", actor=HEAD),
        "reason-needed": lambda: office.duplicates.merge(kept, absorbed, " ", actor=HEAD),
        "cadre-merged": lambda: office.duplicates.merge(absorbed, kept, "x", actor=HEAD),
        "merge-unknown": lambda: (
            office.duplicates.undo(merge, actor=HEAD),
            office.duplicates.undo(merge, actor=HEAD),
        ),
        "action-not-allowed": lambda: office.duplicates.merge(kept, absorbed, "x", actor=CLERK),
    }
    for code, call in calls.items():
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == code
