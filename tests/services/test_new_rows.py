"""A row of a table is added by hand: at once by who may revise, else it waits and is decided as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.dossier import Correction, CorrectionId
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import FormReading, State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath, RecordValue
from hrdigitize.domain.rows import rows_of
from hrdigitize.formdefs.record_tables import record_tables
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, HEAD, REVIEWER, Office, field, form_reading, put_document, put_users

_RATING = {"period": "Quý I/2025", "scope": "công chức", "level": "Hoàn thành tốt nhiệm vụ", "points": "92,5"}
_LEVEL = FieldPath("level", "ratings", 0)


@pytest.fixture
def cadre(office: Office, tmp_path: Path) -> CadreId:
    reading = form_reading({}, rows=[{"school": field("Đại học Luật"), "period": field("1990-1994")}])
    return office.desk.approve(put_document(office, reading, tmp_path / "scan.png"), actor=REVIEWER)


def _add(
    office: Office,
    cadre: CadreId,
    cells: Mapping[str, str] = _RATING,
    *,
    actor: Actor = CLERK,
    **more: object,
) -> tuple[Correction, ...]:
    given = {"table": "ratings"} | more
    return office.corrections.add_row(cadre, str(given.pop("table")), cells, actor=actor, **given)  # type: ignore[arg-type]


def _rows(office: Office, cadre: CadreId, table: str = "ratings") -> dict[int, dict[str, RecordValue]]:
    values = office.dossiers.open(cadre, actor=HEAD).cadre.values
    return {number: row for (key, number), row in rows_of(values).items() if key == table}


def _texts(row: Mapping[str, RecordValue]) -> dict[str, str]:
    return {column: value.answer.text for column, value in row.items() if value.answer.text}


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


def _log(office: Office) -> list[tuple[str, str]]:
    def look() -> list[tuple[str, str]]:
        with office.store.view() as view:
            return [(one.action, f"{one.subject} {dict(one.detail)}") for one in view.audit.entries()]

    return office.lane.run(look)


@pytest.mark.parametrize("actor", [REVIEWER, HEAD])
def test_who_may_revise_adds_a_row_at_once(office: Office, cadre: CadreId, actor: Actor) -> None:
    added = _add(office, cadre, actor=actor, reason="Thông báo  xếp loại")
    assert [(str(one.path), one.granted, one.decided_by) for one in added] == [
        (f"ratings/0/{column}", True, actor.name) for column in ("period", "scope", "level", "points")
    ]
    (row,) = _rows(office, cadre).values()
    assert list(row) == [column.key for column in record_tables()["ratings"].definition.columns]
    assert _texts(row) == _RATING
    values = {column: value.answer.value for column, value in row.items() if value.answer.text}
    assert values == {
        "period": "2025-Q1",
        "scope": "Cán bộ, công chức, viên chức",
        "level": "Hoàn thành tốt nhiệm vụ",
        "points": "92.5",
    }
    assert row["remarks"].answer.state is State.BLANK
    assert (row["level"].reason, row["level"].approved_by) == ("Thông báo xếp loại", actor.name)
    assert office.corrections.waiting(actor=HEAD) == ()
    assert office.lane.run(lambda: check(office.store)) == ()


def test_a_clerk_s_row_waits_and_is_granted_as_a_whole(office: Office, cadre: CadreId) -> None:
    asked = _add(office, cadre)
    assert [one.granted for one in asked] == [None] * 4
    assert _rows(office, cadre) == {}
    assert office.corrections.waiting(actor=REVIEWER) == asked
    decided = office.corrections.decide(asked[2].id, granted=True, actor=REVIEWER)
    assert (decided.id, decided.granted) == (asked[2].id, True)
    assert office.corrections.waiting(actor=REVIEWER) == ()
    (row,) = _rows(office, cadre).values()
    assert _texts(row) == _RATING
    assert {value.seconded_by for value in row.values()} == {CLERK.name}
    assert {value.approved_by for value in row.values()} == {REVIEWER.name}
    again = partial(office.corrections.decide, asked[0].id, granted=False, actor=REVIEWER)
    assert _code(again) == "correction-unknown"


def test_a_refused_row_is_refused_as_a_whole_and_leaves_its_number(office: Office, cadre: CadreId) -> None:
    asked = _add(office, cadre)
    office.corrections.decide(asked[-1].id, granted=False, actor=HEAD)
    assert (_rows(office, cadre), office.corrections.waiting(actor=HEAD)) == ({}, ())
    assert {one.granted for one in office.dossiers.open(cadre, actor=HEAD).corrections} == {False}
    _add(office, cadre, actor=HEAD)
    assert list(_rows(office, cadre)) == [1]
    assert office.dossiers.history(cadre, _LEVEL, actor=HEAD) == ()


def test_rows_that_wait_are_decided_one_by_one(office: Office, cadre: CadreId) -> None:
    first = _add(office, cadre)
    second = _add(office, cadre, {"period": "2024", "level": "Hoàn thành nhiệm vụ"})
    office.corrections.decide(second[0].id, granted=True, actor=HEAD)
    assert office.corrections.waiting(actor=HEAD) == first
    assert [_texts(row)["period"] for row in _rows(office, cadre).values()] == ["2024"]
    office.corrections.decide(first[0].id, granted=True, actor=HEAD)
    assert [_texts(row)["period"] for row in _rows(office, cadre).values()] == ["2024", "Quý I/2025"]


def test_a_cell_of_the_new_row_is_corrected_alone(office: Office, cadre: CadreId) -> None:
    _add(office, cadre, actor=HEAD)
    waiting = [
        office.corrections.ask(cadre, FieldPath(column, "ratings", 0), text, State.VALUE, "Nhầm", actor=CLERK)
        for column, text in (("level", "Hoàn thành nhiệm vụ"), ("remarks", "Đúng hạn"))
    ]
    office.corrections.decide(waiting[0].id, granted=True, actor=HEAD)
    assert office.corrections.waiting(actor=HEAD) == (waiting[1],)
    assert _texts(_rows(office, cadre)[0]) == _RATING | {"level": "Hoàn thành nhiệm vụ"}


def test_nobody_decides_about_his_own_row_but_who_is_alone_hours_later(
    office: Office, cadre: CadreId
) -> None:
    asked = _add(office, cadre)
    as_reviewer = Actor(CLERK.name, REVIEWER.role)
    put_users(office, as_reviewer, HEAD)
    decide = partial(office.corrections.decide, asked[0].id, granted=True, actor=as_reviewer)
    assert _code(decide) == "own-correction"
    put_users(office, Actor(HEAD.name, CLERK.role))
    assert _code(decide) == "correction-too-soon"
    office.clock.forward(hours=4)
    decide()
    (row,) = _rows(office, cadre).values()
    assert {value.seconded_by for value in row.values()} == {None}
    assert office.dossiers.open(cadre, actor=HEAD).cadre.alone


def test_a_row_of_a_table_of_the_form_is_added_beside_the_paper_s(office: Office, cadre: CadreId) -> None:
    _add(office, cadre, {"school": "Học viện Hành chính"}, table="training", actor=HEAD)
    rows = _rows(office, cadre, "training")
    assert [_texts(row)["school"] for row in rows.values()] == ["Đại học Luật", "Học viện Hành chính"]


def test_what_makes_no_sense_is_refused_and_leaves_nothing(office: Office, cadre: CadreId) -> None:
    before = _log(office)
    refused = {
        "table-unknown": partial(_add, office, cadre, table="boats"),
        "column-unknown": partial(_add, office, cadre, {"period": "2024", "boat": "x"}),
        "answer-empty": partial(_add, office, cadre, {"period": " ", "level": "\u200b\t", "remarks": ""}),
        "cadre-unknown": partial(_add, office, CadreId("nobody")),
        "document-unknown": partial(_add, office, cadre, document=DocumentId("nobody")),
        "rating-period-unclear": partial(_add, office, cadre, {"period": "hôm qua"}),
    }
    for actor in (CLERK, HEAD):
        assert {code: _code(partial(call, actor=actor)) for code, call in refused.items()} == {
            code: code for code in refused
        }
    assert _code(partial(_add, office, cadre, {})) == "answer-empty"
    assert _code(partial(_add, office, cadre, table="")) == "table-unknown"
    assert (_log(office), _rows(office, cadre)) == (before, {})
    asked = _add(office, cadre)
    assert {one.path.row for one in asked} == {0}, "a row that was refused has taken no number"


def test_a_period_stays_one_when_it_is_corrected(office: Office, cadre: CadreId) -> None:
    _add(office, cadre, actor=HEAD)
    place = FieldPath("period", "ratings", 0)
    ask = partial(office.corrections.ask, cadre, place, reason="Nhầm", state=State.VALUE, actor=HEAD)
    assert _code(partial(ask, text="cuối năm")) == "rating-period-unclear"
    ask(text="quý 2/2025")
    assert office.dossiers.history(cadre, place, actor=HEAD)[-1].answer.value == "2025-Q2"


def test_a_row_that_the_record_has_is_not_added_again(office: Office, cadre: CadreId, tmp_path: Path) -> None:
    _add(office, cadre, actor=HEAD)
    for actor in (CLERK, HEAD):
        assert _code(partial(_add, office, cadre, actor=actor)) == "row-already-there"
    other_level = _RATING | {"level": "Hoàn thành nhiệm vụ"}
    _add(office, cadre, other_level, actor=HEAD)
    decision = {"number": "15/QĐ-UBND", "issued_on": "6/7/2008", "subject": "Bổ nhiệm"}
    _add(office, cadre, decision, table="decisions", actor=HEAD)
    again = partial(_add, office, cadre, decision | {"subject": "khác"}, table="decisions", actor=HEAD)
    assert _code(again) == "row-already-there"


def test_a_row_that_came_meanwhile_is_not_granted(office: Office, cadre: CadreId) -> None:
    asked = _add(office, cadre)
    _add(office, cadre, actor=HEAD)
    grant = partial(office.corrections.decide, asked[0].id, actor=REVIEWER)
    assert _code(partial(grant, granted=True)) == "row-already-there"
    grant(granted=False)
    assert (len(_rows(office, cadre)), office.corrections.waiting(actor=HEAD)) == (1, ())


def test_the_paper_that_was_named_is_the_evidence_and_its_own_rows_stay_its_own(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    fields = {
        "full_name": field("NGUYỄN THỊ ƯỚC"),
        "number": field("15/QĐ-UBND"),
        "issued_on": field("06/07/2008", value="2008-07-06"),
        "subject": field("Về việc bổ nhiệm"),
    }
    paper = put_document(office, FormReading("decision", None, 1, 1, fields, {}), tmp_path / "decision.png")
    cells = {"number": "15/QĐ-UBND", "subject": "Bổ nhiệm kế toán"}
    _add(office, cadre, cells, table="decisions", document=paper, actor=HEAD)
    row = _rows(office, cadre, "decisions")[0]
    assert row["number"].evidence is not None
    assert (row["number"].evidence.document, row["number"].evidence.raw) == (paper, "15/QĐ-UBND…")
    assert (row["subject"].evidence, row["kind"].evidence) == (None, None)
    office.desk.approve(paper, actor=REVIEWER, cadre=cadre)
    assert list(_rows(office, cadre, "decisions")) == [0, 1], "the row by hand has no date to know it by"


def test_texts_come_in_one_normal_form_whatever_was_typed(office: Office, cadre: CadreId) -> None:
    long = "Dài " * 20_000
    cells = {
        "rated_by": "\u202eĐảng  u\u0309y\x1b[2J xa\u0303\n",
        "remarks": long,
        "points": "trăm điểm",
        "level": "A",
        "number": "\ud800",
    }
    _add(office, cadre, cells, actor=HEAD)
    row = _rows(office, cadre)[0]
    assert row["rated_by"].answer.text == "Đảng ủy[2J xã"
    assert row["remarks"].answer.text == long.strip()
    assert (row["points"].answer.value, row["level"].answer.value) == (None, None)
    assert (row["points"].answer.text, row["level"].answer.text) == ("trăm điểm", "A")
    assert row["number"].answer.text == "\ufffd"


def test_a_row_for_a_record_that_was_merged_goes_to_the_one_that_speaks(
    office: Office, cadre: CadreId, tmp_path: Path
) -> None:
    kept = office.desk.approve(put_document(office, form_reading({}), tmp_path / "two.png"), actor=REVIEWER)
    office.duplicates.merge(kept, cadre, "Quét hai lần", actor=HEAD)
    assert {one.cadre for one in _add(office, cadre, actor=HEAD)} == {kept}
    assert list(_rows(office, kept)) == [0]


def test_the_log_has_one_line_for_each_step_and_no_value(office: Office, cadre: CadreId) -> None:
    before = len(_log(office))
    asked = _add(office, cadre, reason="Bí mật")
    office.corrections.decide(CorrectionId(asked[0].id), granted=True, actor=HEAD)
    _add(office, cadre, {"period": "2023", "remarks": "Bí mật"}, actor=HEAD)
    lines = _log(office)[before:]
    assert [action for action, _ in lines] == ["row-asked", "correction-granted", "row-added"]
    told = " ".join(detail for _, detail in lines)
    # Identifiers are made by chance: two figures alone may stand in any of them.
    values = ("2025", "2023", "Hoàn", "Bí mật", "92,5", "92.5")
    assert not [text for text in values if text in told.replace(cadre, "")]
