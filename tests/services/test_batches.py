"""Batches as people see them: what came, how far it is, what is odd; small pictures of their pages."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from itertools import islice

import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.arranging import Aside
from hrdigitize.domain.batches import BatchStage
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import BatchId, PageId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import ContentId
from hrdigitize.services.batches import BatchList
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.thumbnails import Thumbnails
from hrdigitize.workers.decoding import Decoder
from tests.services.made_up import CLERK, FAULTY_WIDTH_PX, FORM_WIDTH_PX, LETTER_WIDTH_PX, Office, scan, stack


def _captured(office: Office, *files: bytes, actor: Actor = CLERK) -> BatchId:
    paths = []
    for number, content in enumerate(files):
        paths.append(office.folder / f"{number}.scan")
        paths[-1].write_bytes(content)
    return office.intake.capture(paths, actor=actor).batch


@pytest.fixture
def batches(office: Office) -> BatchList:
    return BatchList(office.store, office.lane)


def test_the_list_says_how_far_each_batch_is_newest_first(office: Office, batches: BatchList) -> None:
    first = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    office.reading.read(first, actor=CLERK)
    second = _captured(office, scan(), b"no picture")
    newest, oldest = batches.all(actor=CLERK)
    assert (newest.id, newest.stage, newest.files, newest.refused) == (second, BatchStage.UNREAD, 2, 1)
    assert (newest.pages, newest.read, newest.documents, newest.by) == (1, 0, 0, CLERK.name)
    assert (oldest.id, oldest.stage, oldest.pages, oldest.read) == (first, BatchStage.READ, 2, 2)
    assert (oldest.documents, oldest.marking) == (2, Secrecy.OPEN)


def test_a_batch_is_called_by_whose_papers_it_holds(office: Office, batches: BatchList) -> None:
    batch = _captured(office, scan())
    office.owners.declare(batch, actor=CLERK, person="Trần Thị Bưởi")
    assert batches.all(actor=CLERK)[0].person == "Trần Thị Bưởi"


def test_a_batch_as_a_whole_has_its_pages_papers_and_why_some_were_not_read(
    office: Office, batches: BatchList
) -> None:
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, FAULTY_WIDTH_PX), b"no picture")
    office.reading.read(batch, actor=CLERK)
    office.arranging.set_aside(batch, 2, Aside.FOREIGN, actor=CLERK)
    found = batches.contents(batch, actor=CLERK)
    assert [page.laid.number for page in found.pages] == [1, 2, 3]
    assert [page.laid.aside for page in found.pages] == [None, Aside.FOREIGN, None]
    assert found.pages[2].failure is not None
    assert found.pages[2].failure.code == "reader-failed"
    assert [file.refusal is not None for file in found.files] == [False, True]
    assert found.papers[0].form is not None
    assert found.papers[0].boundary is not None
    assert (found.can_undo, found.can_redo) == (True, False)
    office.arranging.undo(batch, actor=CLERK)
    again = batches.contents(batch, actor=CLERK)
    assert (again.can_undo, again.can_redo) == (False, True)
    assert len(again.papers) == 2 or len(again.papers) == 3


def test_what_is_wrong_with_a_picture_stands_at_its_page(office: Office, batches: BatchList) -> None:
    batch = _captured(office, scan(FORM_WIDTH_PX))
    office.reading.read(batch, actor=CLERK)
    (page,) = batches.contents(batch, actor=CLERK).pages
    assert [finding.code for finding in page.findings] == ["quality-low-resolution"]


def test_the_same_bytes_taken_in_twice_are_told_as_doubles(office: Office, batches: BatchList) -> None:
    batch = _captured(office, scan(FORM_WIDTH_PX), scan(LETTER_WIDTH_PX), scan(FORM_WIDTH_PX))
    office.reading.read(batch, actor=CLERK)
    assert batches.doubles(batch, actor=CLERK) == {3: 1}


def test_no_such_batch(batches: BatchList) -> None:
    with pytest.raises(UserFault, match="batch-unknown"):
        batches.contents(BatchId("nothing"), actor=CLERK)
    with pytest.raises(UserFault, match="batch-unknown"):
        batches.doubles(BatchId("nothing"), actor=CLERK)


class _Counting:
    """Decodes, and counts the pages that were asked for."""

    def __init__(self) -> None:
        self.pages = 0

    def __call__(self, data: bytes) -> Iterator[Picture]:
        for picture in decode(data):
            self.pages += 1
            yield picture


def _pages(office: Office, batch: BatchId) -> list[PageId]:
    return [page.page for page in office.arranging.layout(batch, actor=CLERK)]


def test_a_file_is_decoded_once_and_no_further_than_wanted(office: Office) -> None:
    decoding = _Counting()
    made = Thumbnails(office.store, office.lane, pictures=Pictures(office.store.originals, decoding))
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, FORM_WIDTH_PX))
    pages = _pages(office, batch)
    two = list(islice(made.of_file(pages[1], 200, actor=CLERK), 2))
    assert decoding.pages == 2
    assert [one.page for one in two] == pages[:2]
    assert [(one.picture.width, one.picture.height) for one in two if one.picture] == [(155, 200), (160, 200)]


def test_whoever_looks_at_one_page_after_another_needs_one_helper(office: Office) -> None:
    """As a list of small pictures does, and the desk: neither asks for what comes behind the page."""
    decoder = Decoder()
    pictures = Pictures(office.store.originals, decoder.decode)
    made = Thumbnails(office.store, office.lane, pictures=pictures)
    page = _pages(office, _captured(office, scan()))[0]
    content = office.lane.run(lambda: _content_of(office, page))
    seen = set()
    for _ in range(2):
        assert next(made.of_file(page, 200, actor=CLERK)).picture is not None
        seen |= {child.pid for child in multiprocessing.active_children()}
        assert pictures.page(content, 1).width == FORM_WIDTH_PX
        seen |= {child.pid for child in multiprocessing.active_children()}
    decoder.close()
    assert len(seen) == 1


def _content_of(office: Office, page: PageId) -> ContentId:
    with office.store.view() as view:
        return view.batches.source_of(page)[0]


def test_a_locked_page_has_no_small_picture_and_the_others_have(office: Office) -> None:
    made = Thumbnails(office.store, office.lane, pictures=Pictures(office.store.originals, decode))
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    pages = _pages(office, batch)

    def lock() -> None:
        with office.store.work(CLERK) as work:
            work.markings.note(pages[0], Secrecy.SECRET)
            work.commit("marking-found", batch)

    office.lane.run(lock)
    locked, shown = made.of_file(pages[0], 200, actor=CLERK)
    assert locked.picture is None
    assert locked.fault is not None
    assert locked.fault.code == "secrecy-refused"
    assert shown.picture is not None


def test_an_original_that_is_gone_says_so_on_every_page(office: Office) -> None:
    def gone(_data: bytes) -> Iterator[Picture]:
        raise UserFault("original-damaged")
        yield

    made = Thumbnails(office.store, office.lane, pictures=Pictures(office.store.originals, gone))
    pages = _pages(office, _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX)))
    told = list(made.of_file(pages[0], 200, actor=CLERK))
    assert [one.page for one in told] == pages
    assert [one.fault.code for one in told if one.fault] == ["original-damaged"] * 2


def test_no_such_page(office: Office) -> None:
    made = Thumbnails(office.store, office.lane, pictures=Pictures(office.store.originals, decode))
    with pytest.raises(UserFault, match="page-unknown"):
        made.of_file(PageId("nothing"), 200, actor=CLERK)


def test_a_sitting_that_is_not_wanted_any_more_keeps_what_it_has(office: Office) -> None:
    paths = []
    for number in range(3):
        paths.append(office.folder / f"{number}.png")
        paths[-1].write_bytes(scan())
    answers = iter([True, True, False])
    report = office.intake.capture(paths, actor=CLERK, wanted=lambda: next(answers))
    assert report.pages == 2
    assert office.intake.capture(paths, actor=CLERK, into=report.batch).pages == 3
