"""The list of a dossier, and the same list on paper."""

from __future__ import annotations

from datetime import date

from hrdigitize.domain.checklist import Checklist, ChecklistItem
from hrdigitize.domain.dossier import DocumentIndex, FiledDocument
from hrdigitize.domain.inventory import Listed, differences, inventory, listed_from
from hrdigitize.domain.record import DocumentId, DocumentStatus

_CHECKLIST = Checklist(
    "k",
    "n",
    "s",
    date(2013, 1, 1),
    None,
    (ChecklistItem("cv", "CV", ("state-cv",)), ChecklistItem("pay", "Pay", ("state-pay",))),
)


def _filed(name: str, kind: str | None, pages: int = 1, **index: str) -> FiledDocument:
    described = DocumentIndex(**index)  # type: ignore[arg-type]
    return FiledDocument(DocumentId(name), None, kind, DocumentStatus.APPROVED, pages, described)


_PAPERS = (
    _filed("late", "state-pay", issued_on="2020-01-01", subject="Quyết định nâng lương năm 2020"),
    _filed("other", "party-104"),
    _filed("early", "state-pay", 2, issued_on="2010-01-01", number="5", notation="QĐ-UBND"),
    _filed("cv", "state-cv", 5, subject="Sơ yếu lý lịch"),
)


def test_papers_stand_in_the_order_of_the_checklist_then_by_date() -> None:
    rows = inventory(_PAPERS, _CHECKLIST, {"state-pay": "Quyết định nâng bậc lương"})
    assert [(row.number, row.document) for row in rows] == [
        (1, "cv"),
        (2, "early"),
        (3, "late"),
        (4, "other"),
    ]
    assert (rows[0].pages, rows[0].sheets, rows[1].sheets) == (5, 3, 1)
    assert (rows[1].title, rows[1].reference) == ("Quyết định nâng bậc lương", "5/QĐ-UBND")
    assert rows[3].title == ""


def test_a_list_on_paper_is_compared_with_what_is_there() -> None:
    rows = inventory(_PAPERS, _CHECKLIST, {"state-pay": "Quyết định nâng bậc lương"})
    listed = listed_from(
        [
            {"number": "1", "title": "SƠ YẾU LÝ LỊCH", "pages": "4", "present": "x", "absent": ""},
            {"number": "2", "title": "Quyết định nâng lương năm 2020", "pages": "1", "present": "x"},
            {"number": "3", "title": "Giấy khai sinh", "present": "x"},
            {"number": "4", "title": "Phiếu lý lịch tư pháp", "absent": "x", "reason": "chưa nộp"},
            {"number": "", "title": " "},
        ]
    )
    found = differences(listed, rows)
    assert [(one.title, document) for one, document in found.matched] == [
        ("SƠ YẾU LÝ LỊCH", "cv"),
        ("Quyết định nâng lương năm 2020", "late"),
    ]
    assert [one.title for one in found.not_found] == ["Giấy khai sinh"]
    assert [row.document for row in found.not_listed] == ["early", "other"]
    assert [document for _, document in found.other_pages] == ["cv"]


def test_one_paper_is_named_once() -> None:
    rows = inventory(_PAPERS[3:], None, {})
    found = differences([Listed("Sơ yếu lý lịch"), Listed("Sơ yếu lý lịch")], rows)
    assert (len(found.matched), len(found.not_found)) == (1, 1)
