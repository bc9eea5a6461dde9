"""Documents put by and noted upon: they wait for nobody, are not approved, and nothing said is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.holding import LONGEST_REMARK, HoldReason
from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.services.holding import HoldingBack
from tests.services.made_up import CLERK, REVIEWER, Office, field, form_reading, put_document


@pytest.fixture
def document(office: Office, tmp_path: Path) -> DocumentId:
    """Nothing open on it: it could be approved."""
    return put_document(office, form_reading({}, sure={"gender": field("Nữ")}), tmp_path / "scan.png")


@pytest.fixture
def holding(office: Office) -> HoldingBack:
    return HoldingBack(office.store, office.lane)


def test_a_held_document_is_not_approved_until_it_goes_on(
    office: Office, holding: HoldingBack, document: DocumentId
) -> None:
    holding.hold(document, HoldReason.MISSING_PAGE, " Thiếu  trang 3 ", actor=CLERK)
    with pytest.raises(UserFault) as caught:
        office.desk.approve(document, actor=REVIEWER)
    assert caught.value.code == "document-held"
    assert office.desk.open(document, actor=CLERK).status is not DocumentStatus.APPROVED
    assert [one.held for one in office.desk.documents(actor=CLERK)] == [HoldReason.MISSING_PAGE]
    holding.release(document, actor=REVIEWER)
    assert [one.held for one in office.desk.documents(actor=CLERK)] == [None]
    office.desk.approve(document, actor=REVIEWER)


def test_everything_said_stays_with_who_and_when(
    office: Office, holding: HoldingBack, document: DocumentId
) -> None:
    holding.hold(document, HoldReason.ASK_PERSON, actor=CLERK)
    holding.note(document, "Đã gọi điện, hẹn thứ hai", actor=CLERK)
    holding.hold(document, HoldReason.CONTRADICTORY, "Hai ngày sinh", actor=REVIEWER)
    diary = holding.release(document, actor=CLERK)
    assert [(one.reason, one.remark, one.by) for one in diary.holdings] == [
        (HoldReason.ASK_PERSON, "", CLERK.name),
        (HoldReason.CONTRADICTORY, "Hai ngày sinh", REVIEWER.name),
        (None, "", CLERK.name),
    ]
    assert [one.text for one in diary.notes] == ["Đã gọi điện, hẹn thứ hai"]
    assert [type(one).__name__ for one in diary.entries] == ["Holding", "Note", "Holding", "Holding"]
    assert office.desk.open(document, actor=CLERK).diary == diary


def test_the_list_of_what_is_held_has_title_and_reason(
    office: Office, holding: HoldingBack, document: DocumentId, tmp_path: Path
) -> None:
    put_document(office, form_reading({}), tmp_path / "other.png")
    assert (holding.held(actor=CLERK), holding.held_count(actor=CLERK)) == ((), 0)
    holding.hold(document, HoldReason.OTHER, "Chờ xã gửi bản chính", actor=CLERK)
    held = holding.held(actor=REVIEWER)
    assert [(one.document, one.title, one.holding.remark) for one in held] == [
        (document, "NGUYỄN THỊ ƯỚC", "Chờ xã gửi bản chính")
    ]
    assert holding.held_count(actor=CLERK) == 1


def test_what_says_nothing_is_refused(office: Office, holding: HoldingBack, document: DocumentId) -> None:
    def refusal(call: object) -> str:
        with pytest.raises(UserFault) as caught:
            call()  # type: ignore[operator]
        return caught.value.code

    long = "a" * (LONGEST_REMARK + 1)
    assert refusal(lambda: holding.hold(document, HoldReason.OTHER, " ", actor=CLERK)) == "hold-words-needed"
    assert refusal(lambda: holding.note(document, " ", actor=CLERK)) == "note-empty"
    assert refusal(lambda: holding.note(document, long, actor=CLERK)) == "remark-too-long"
    assert refusal(lambda: holding.release(document, actor=CLERK)) == "not-held"
    gone = DocumentId("none")
    assert refusal(lambda: holding.note(gone, "x", actor=CLERK)) == "document-unknown"
    office.desk.approve(document, actor=REVIEWER)
    refused = refusal(lambda: holding.hold(document, HoldReason.ILLEGIBLE, actor=CLERK))
    assert refused == "document-already-approved"
    assert holding.note(document, "Bản chính ở Sở", actor=CLERK).notes, "a note may always be added"
