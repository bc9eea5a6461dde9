"""Arranging in a real store: pages, originals, answers, undo after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.domain.arranging import Aside, Layout, documents_of
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import BatchId, DocumentId, DocumentStatus, FieldPath, PageId
from hrdigitize.store.checking import check
from tests.services.made_up import (
    CLERK,
    FORM,
    FORM_WIDTH_PX,
    LETTER_WIDTH_PX,
    REVIEWER,
    Office,
    scan,
    sideways_scan,
    stack,
)

_NAME = FieldPath("full_name")


def _captured(office: Office, *files: bytes) -> BatchId:
    paths = []
    for number, content in enumerate(files):
        paths.append(office.folder / f"{number}.scan")
        paths[-1].write_bytes(content)
    return office.intake.capture(paths, actor=CLERK).batch


@pytest.fixture
def batch(office: Office) -> BatchId:
    """A form of one page, two letters, another form; read."""
    made = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, LETTER_WIDTH_PX), scan(FORM_WIDTH_PX))
    office.reading.read(made, actor=CLERK)
    return made


def _numbers(layout: Layout) -> list[list[int]]:
    return [[page.number for page in pages] for pages in documents_of(layout).values()]


def _documents(office: Office, batch: BatchId) -> list[DocumentId]:
    return list(documents_of(office.arranging.layout(batch, actor=CLERK)))


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(UserFault) as caught:
        call()
    return caught.value.code


def _scan(office: Office, content: bytes) -> Path:
    file = office.folder / "again.scan"
    file.write_bytes(content)
    return file


def test_documents_are_joined_and_split_and_read_again(office: Office, batch: BatchId) -> None:
    first, second, *_ = _documents(office, batch)
    joined = office.arranging.join(batch, first, second, actor=CLERK)
    assert _numbers(joined) == [[1, 2], [3], [4]]
    assert office.rereading.waiting(batch, actor=CLERK) == (first,)
    (again,) = office.rereading.read(batch, actor=CLERK)
    found = office.desk.open(again.document, actor=CLERK)
    assert (found.form, [page.number for page in found.pages], found.stale) == (FORM, [1, 2], False)
    assert office.rereading.waiting(batch, actor=CLERK) == ()
    assert len(office.desk.documents(actor=CLERK)) == 3
    assert office.lane.run(lambda: check(office.store)) == ()


def test_answers_stay_on_what_is_read_again(office: Office, batch: BatchId) -> None:
    first, second, *_ = _documents(office, batch)
    office.desk.answer(first, _NAME, "LÊ THỊ ƯỚC", State.VALUE, actor=CLERK)
    office.arranging.join(batch, first, second, actor=CLERK)
    assert office.desk.open(first, actor=CLERK).stale
    (again,) = office.rereading.read(batch, actor=CLERK)
    kept = office.desk.open(again.document, actor=CLERK)
    assert kept.answer(_NAME).text == "LÊ THỊ ƯỚC"
    assert (kept.verifications[_NAME].by, again.left) == ("lan", ())


def test_an_answer_whose_page_went_is_told(office: Office, batch: BatchId) -> None:
    first = _documents(office, batch)[0]
    office.desk.answer(first, _NAME, "LÊ THỊ ƯỚC", State.VALUE, actor=CLERK)
    office.arranging.replace(batch, 1, _scan(office, scan(LETTER_WIDTH_PX)), actor=CLERK)
    (again,) = office.rereading.read(batch, actor=CLERK)
    assert [given.answer.text for given in again.left] == ["LÊ THỊ ƯỚC"]
    told = office.desk.open(again.document, actor=CLERK).findings
    assert [finding.params["text"] for finding in told if finding.code == "finding-answer-left"] == [
        "LÊ THỊ ƯỚC"
    ]


def test_a_replaced_page_is_kept_and_its_place_taken(office: Office, batch: BatchId) -> None:
    before = office.desk.picture(_page(office, batch, 2), actor=CLERK)
    after = office.arranging.replace(batch, 2, _scan(office, sideways_scan()), actor=CLERK)
    assert _numbers(after) == [[1], [5], [3], [4]]
    old = next(page for page in after if page.number == 2)
    assert (old.aside, old.replaced_by) == (Aside.REPLACED, _page(office, batch, 5))
    assert office.desk.picture(old.page, actor=CLERK) == before
    back = office.arranging.undo(batch, actor=CLERK)
    assert _numbers(back) == [[1], [2], [3], [4]]
    assert _numbers(office.arranging.redo(batch, actor=CLERK)) == [[1], [5], [3], [4]]
    assert office.lane.run(lambda: check(office.store)) == ()


def test_pages_come_in_behind_another(office: Office, batch: BatchId) -> None:
    file = _scan(office, stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX))
    assert _numbers(office.arranging.insert(batch, 1, file, actor=CLERK)) == [[1, 5, 6], [2], [3], [4]]
    (again,) = office.rereading.read(batch, actor=CLERK)
    found = office.desk.open(again.document, actor=CLERK)
    assert [page.number for page in found.pages] == [1, 5, 6]
    assert found.text.count("Thư riêng") == 2
    assert _code(lambda: office.arranging.replace(batch, 2, file, actor=CLERK)) == "scan-not-one-page"


def test_a_batch_may_be_arranged_before_it_is_read(office: Office) -> None:
    """So a page that came out badly is taken anew while the paper is still there."""
    batch = _captured(office, stack(LETTER_WIDTH_PX, FORM_WIDTH_PX, LETTER_WIDTH_PX))
    office.arranging.replace(batch, 1, _scan(office, scan(FORM_WIDTH_PX)), actor=CLERK)
    office.arranging.set_aside(batch, 3, Aside.BLANK, actor=CLERK)
    office.arranging.move(batch, [4], to=2, actor=CLERK)
    documents = office.reading.read(batch, actor=CLERK)
    found = [office.desk.open(document, actor=CLERK) for document in documents]
    assert [[page.number for page in one.pages] for one in found] == [[2], [4]]
    assert [one.form for one in found] == [FORM, FORM]
    assert {reading.page for reading in found[1].readings.values() if reading.text} == {4}
    assert _code(lambda: office.arranging.undo(batch, actor=CLERK)) == "undo-overtaken"


def test_a_page_is_turned_and_cut_and_its_original_stays(office: Office, batch: BatchId) -> None:
    page = _page(office, batch, 2)
    before = office.desk.picture(page, actor=CLERK)
    office.arranging.turn(batch, 2, 90, actor=CLERK)
    turned = office.desk.picture(page, actor=CLERK)
    assert (turned.width, turned.height) == (before.height, before.width)
    # The left lower corner of what was seen comes to the left upper one.
    last_row = bytes(before.pixels)[-before.width * before.channels :]
    assert bytes(turned.pixels)[: turned.channels] == last_row[: before.channels]
    office.arranging.crop(batch, 2, Box(10, 20, 100, 50), actor=CLERK)
    cut = office.desk.picture(page, actor=CLERK)
    assert (cut.width, cut.height) == (100, 50)
    stored = office.desk.open(_documents(office, batch)[1], actor=CLERK).pages[0]
    assert (stored.width, stored.height) == (100, 50)
    office.arranging.undo(batch, actor=CLERK)
    office.arranging.undo(batch, actor=CLERK)
    assert office.desk.picture(page, actor=CLERK) == before
    assert office.rereading.waiting(batch, actor=CLERK) == ()


def test_everything_can_be_undone_step_by_step_and_done_again(office: Office, batch: BatchId) -> None:
    layouts = [office.arranging.layout(batch, actor=CLERK)]
    first, second, third, _ = _documents(office, batch)
    steps: list[Callable[[], Layout]] = [
        lambda: office.arranging.join(batch, second, third, actor=CLERK),
        lambda: office.arranging.move(batch, [3], to=1, actor=CLERK),
        lambda: office.arranging.set_aside(batch, 4, Aside.FOREIGN, actor=CLERK),
        lambda: office.arranging.split(batch, 3, actor=CLERK),
        lambda: office.arranging.bring_back(batch, 4, actor=CLERK),
    ]
    for step in steps:
        step()
        layouts.append(office.arranging.layout(batch, actor=CLERK))
    for before in reversed(layouts[:-1]):
        assert office.arranging.undo(batch, actor=CLERK) == before
    assert _code(lambda: office.arranging.undo(batch, actor=CLERK)) == "undo-nothing"
    assert not office.desk.open(first, actor=CLERK).stale
    for after in layouts[1:]:
        assert office.arranging.redo(batch, actor=CLERK) == after
    assert _code(lambda: office.arranging.redo(batch, actor=CLERK)) == "redo-nothing"


def test_undo_goes_back_behind_reading_unless_answers_would_be_lost(office: Office, batch: BatchId) -> None:
    first, second, *_ = _documents(office, batch)
    office.arranging.join(batch, first, second, actor=CLERK)
    (again,) = office.rereading.read(batch, actor=CLERK)
    assert _numbers(office.arranging.undo(batch, actor=CLERK)) == [[1], [2], [3], [4]]
    assert _documents(office, batch)[0] == first
    assert not office.desk.open(first, actor=CLERK).stale
    assert _numbers(office.arranging.redo(batch, actor=CLERK)) == [[1, 2], [3], [4]]
    assert _documents(office, batch)[0] == again.document
    office.desk.answer(again.document, _NAME, "LÊ THỊ ƯỚC", State.VALUE, actor=CLERK)
    assert _code(lambda: office.arranging.undo(batch, actor=CLERK)) == "undo-loses-answers"
    assert _numbers(office.arranging.layout(batch, actor=CLERK)) == [[1, 2], [3], [4]]


def test_what_was_undone_cannot_be_done_again_after_something_else(office: Office, batch: BatchId) -> None:
    office.arranging.set_aside(batch, 2, Aside.OTHER, actor=CLERK)
    office.arranging.undo(batch, actor=CLERK)
    office.arranging.set_aside(batch, 3, Aside.OTHER, actor=CLERK)
    assert _code(lambda: office.arranging.redo(batch, actor=CLERK)) == "redo-nothing"


def test_a_document_in_a_dossier_is_not_arranged(office: Office, batch: BatchId) -> None:
    first, second, *_ = _documents(office, batch)
    for path in office.desk.open(first, actor=CLERK).open_paths():
        office.desk.answer(first, path, "", State.BLANK, actor=CLERK)
    office.desk.approve(first, actor=REVIEWER)
    for call in (
        lambda: office.arranging.join(batch, first, second, actor=CLERK),
        lambda: office.arranging.turn(batch, 1, 90, actor=CLERK),
        lambda: office.arranging.move(batch, [2], to=1, actor=CLERK),
    ):
        assert _code(call) == "arrange-in-dossier"
    assert office.desk.open(first, actor=CLERK).status is DocumentStatus.APPROVED


def test_a_document_to_be_read_again_is_not_approved(office: Office, batch: BatchId) -> None:
    first, second, *_ = _documents(office, batch)
    office.arranging.join(batch, first, second, actor=CLERK)
    assert _code(lambda: office.desk.approve(first, actor=REVIEWER)) == "document-to-read-again"


def test_what_does_not_change_anything_is_refused(office: Office, batch: BatchId) -> None:
    assert _code(lambda: office.arranging.turn(batch, 1, 0, actor=CLERK)) == "turn-not-quarter"
    office.arranging.move(batch, [2], to=1, actor=CLERK)
    assert _code(lambda: office.arranging.move(batch, [2], to=1, actor=CLERK)) == "nothing-changed"
    assert _code(lambda: office.arranging.set_aside(batch, 1, Aside.REPLACED, actor=CLERK)) == (
        "aside-not-by-hand"
    )
    assert _code(lambda: office.arranging.layout(BatchId("none"), actor=CLERK)) == "batch-unknown"


def _page(office: Office, batch: BatchId, number: int) -> PageId:
    layout = office.arranging.layout(batch, actor=CLERK)
    return next(page.page for page in layout if page.number == number)
