"""The queue reads while pages come; it can be held up, turned about, given up; nothing is read twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.ocr.engine import Engines
from hrdigitize.services.batch_run import Archive
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading_queue import ReadingQueue, Stage, Standing
from hrdigitize.services.sitting import Sitting
from hrdigitize.workers.reading import Reader
from tests.services.made_up import (
    CLERK,
    FORM_WIDTH_PX,
    HEAD,
    LETTER_WIDTH_PX,
    Office,
    scan,
    stack,
    telling_engine,
)
from tests.services.test_scanning import Feeder


class Gate:
    """Lets pages through to the readers only when it is told to, and counts them."""

    def __init__(self) -> None:
        self._turns = threading.Semaphore(0)
        self.passed = 0

    def let(self, pages: int) -> None:
        for _ in range(pages):
            self._turns.release()

    def __call__(self, data: bytes) -> Iterator[Picture]:
        for picture in decode(data):
            assert self._turns.acquire(timeout=20)
            self.passed += 1
            yield picture


def _queue(
    office: Office, decoding: Callable[[bytes], Iterator[Picture]] = decode, engines: object = telling_engine
) -> ReadingQueue:
    archive = Archive(
        office.store, office.lane, Pictures(office.store.originals, decoding), office.identifiers
    )
    readers = lambda: Reader(inline=True, engines=engines)  # type: ignore[arg-type]  # noqa: E731
    return ReadingQueue(archive, readers, time.monotonic)


@pytest.fixture
def queue(office: Office) -> Iterator[ReadingQueue]:
    made = _queue(office)
    yield made
    made.close()


def _captured(office: Office, *files: bytes, into: BatchId | None = None) -> BatchId:
    folder = office.folder.parent / "files"
    folder.mkdir(exist_ok=True)
    count = len(list(folder.iterdir()))
    paths = []
    for number, content in enumerate(files, start=count):
        paths.append(folder / f"{number}.scan")
        paths[-1].write_bytes(content)
    return office.intake.capture(paths, actor=CLERK, into=into).batch


def _pages(office: Office, batch: BatchId) -> list[list[int]]:
    """The page numbers of the batch's documents."""
    with office.store.view() as view:
        return [
            [page.number for page in view.documents.get(found).pages]
            for found in view.documents.of_batch(batch)
        ]


def _soon(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.01)


def test_pages_are_read_while_others_come(office: Office, queue: ReadingQueue) -> None:
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, *[FORM_WIDTH_PX] * 9))
    queue.arrived(batch, 11, actor=CLERK)
    _soon(lambda: len(office.lane.run(lambda: _pages(office, batch))) >= 7)
    assert not office.lane.run(lambda: _is_read(office, batch)), "its last document may go on"
    _captured(office, scan(LETTER_WIDTH_PX), into=batch)
    queue.arrived(batch, 12, actor=CLERK)
    documents = queue.ended(batch, actor=CLERK).result(timeout=20)
    assert office.lane.run(lambda: _pages(office, batch)) == [[number] for number in range(1, 13)]
    assert len(documents) == 12
    assert office.lane.run(lambda: _is_read(office, batch))


def _is_read(office: Office, batch: BatchId) -> bool:
    with office.store.view() as view:
        return view.batches.is_read(batch)


def test_the_batch_that_somebody_looks_at_comes_first(office: Office) -> None:
    gate = Gate()
    queue = _queue(office, gate)
    slow, wanted = (_captured(office, stack(*[LETTER_WIDTH_PX] * 30)) for _ in range(2))
    queue.arrived(slow, 30, actor=CLERK)
    first = queue.ended(slow, actor=CLERK)
    gate.let(2)
    _soon(lambda: gate.passed == 2)
    queue.arrived(wanted, 30, actor=CLERK)
    second = queue.ended(wanted, actor=CLERK)
    queue.prefer(wanted, actor=CLERK)
    gate.let(58)
    second.result(timeout=20)
    assert not first.done(), "the first has pages left"
    first.result(timeout=20)
    queue.close()


def test_held_up_it_begins_nothing_and_then_goes_on(office: Office, queue: ReadingQueue) -> None:
    queue.pause(actor=CLERK)
    batch = _captured(office, stack(*[LETTER_WIDTH_PX] * 3))
    queue.arrived(batch, 3, actor=CLERK)
    documents = queue.ended(batch, actor=CLERK)
    _soon(lambda: batch in queue.standing(actor=CLERK))
    assert (queue.standing(actor=CLERK)[batch].stage, queue.standing(actor=CLERK)[batch].read) == (
        Stage.PAUSED,
        0,
    )
    queue.resume(actor=CLERK)
    assert len(documents.result(timeout=20)) == 3
    assert batch not in queue.standing(actor=CLERK)


def test_what_was_whole_when_it_was_given_up_stays_and_the_rest_is_read_later(office: Office) -> None:
    gate = Gate()
    queue = _queue(office, gate)
    batch = _captured(office, stack(*[LETTER_WIDTH_PX] * 30))
    queue.arrived(batch, 30, actor=CLERK)
    documents = queue.ended(batch, actor=CLERK)
    gate.let(20)
    _soon(lambda: gate.passed == 20)
    queue.cancel(batch, actor=CLERK)
    gate.let(10)
    with pytest.raises(CancelledError):
        documents.result(timeout=20)
    queue.close()
    before = office.lane.run(lambda: _pages(office, batch))
    assert 0 < len(before) < 30
    assert len(office.reading.read(batch, actor=CLERK)) == 30
    assert office.lane.run(lambda: _pages(office, batch)) == [[number] for number in range(1, 31)]


def test_it_says_how_long_the_rest_takes(office: Office) -> None:
    gate = Gate()
    queue = _queue(office, gate)
    batch = _captured(office, stack(*[LETTER_WIDTH_PX] * 30))
    queue.arrived(batch, 30, actor=CLERK)
    queue.ended(batch, actor=CLERK)
    gate.let(16)

    def told() -> bool:
        standing = queue.standing(actor=CLERK).get(batch)
        return standing is not None and standing.remaining_s is not None

    _soon(told)
    held = queue.standing(actor=CLERK)[batch]
    assert held.read < held.known == 30
    assert held.remaining_s is not None
    assert held.remaining_s > 0
    gate.let(14)
    queue.close()


def test_without_an_engine_it_says_so_and_the_batch_waits(office: Office) -> None:
    def no_engine() -> Engines:
        raise UserFault("ocr-engine-missing")

    queue = _queue(office, engines=no_engine)
    batch = _captured(office, scan())
    queue.arrived(batch, 1, actor=CLERK)
    with pytest.raises(UserFault) as caught:
        queue.ended(batch, actor=CLERK).result(timeout=20)
    queue.close()
    assert caught.value.code == "ocr-engine-missing"
    assert len(office.reading.read(batch, actor=CLERK)) == 1


def test_a_batch_that_fails_stops_no_other_and_may_be_named_again(office: Office) -> None:
    broken = [True]

    def decoding(data: bytes) -> Iterator[Picture]:
        if broken:
            raise ZeroDivisionError  # nothing that anybody foresaw
        return decode(data)

    queue = _queue(office, decoding)
    batch, other = _captured(office, scan()), _captured(office, scan(LETTER_WIDTH_PX))
    queue.arrived(batch, 1, actor=CLERK)
    with pytest.raises(ZeroDivisionError):
        queue.ended(batch, actor=CLERK).result(timeout=20)
    broken.clear()
    for named in (other, batch):
        queue.arrived(named, 1, actor=CLERK)
        assert len(queue.ended(named, actor=CLERK).result(timeout=20)) == 1
    queue.close()


def test_helpers_that_could_not_get_ready_are_not_kept(office: Office) -> None:
    missing = [True]

    def engine() -> Engines:
        if missing:
            raise UserFault("ocr-engine-missing")
        return telling_engine()

    queue = _queue(office, engines=engine)
    batch = _captured(office, scan())
    queue.arrived(batch, 1, actor=CLERK)
    with pytest.raises(UserFault):
        queue.ended(batch, actor=CLERK).result(timeout=20)
    missing.clear()
    queue.arrived(batch, 1, actor=CLERK)
    assert len(queue.ended(batch, actor=CLERK).result(timeout=20)) == 1
    queue.close()


def test_an_unknown_batch_is_said(queue: ReadingQueue) -> None:
    queue.arrived(BatchId("nobody"), 1, actor=CLERK)
    with pytest.raises(UserFault) as caught:
        queue.ended(BatchId("nobody"), actor=CLERK).result(timeout=20)
    assert caught.value.code == "batch-unknown"


def test_who_may_not_read_is_told(office: Office, queue: ReadingQueue) -> None:
    with pytest.raises(UserFault) as caught:
        queue.arrived(_captured(office, scan()), 1, actor=HEAD)
    assert caught.value.code == "action-not-allowed"


def test_a_sitting_takes_in_and_reads(office: Office, queue: ReadingQueue, tmp_path: Path) -> None:
    files = []
    for number in range(5):
        files.append(tmp_path / f"{number}.tif")
        files[-1].write_bytes(stack(FORM_WIDTH_PX, LETTER_WIDTH_PX))
    told = list[Standing]()
    report = Sitting(office.intake, queue).capture(files, actor=CLERK, told=told.append)
    assert (report.intake.pages, len(report.documents)) == (10, 10)
    assert all(standing.batch == report.intake.batch for standing in told)


def test_where_the_feeder_jams_the_last_document_stays_open(office: Office, queue: ReadingQueue) -> None:
    sitting = Sitting(office.intake, queue)
    settings = ScanSettings("feeder")
    jammed = sitting.scan(Feeder(3, "scanner-jammed"), settings, actor=CLERK)
    assert (jammed.intake.stopped.code, jammed.documents) == ("scanner-jammed", ())  # type: ignore[union-attr]
    batch = jammed.intake.batch
    report = sitting.scan(Feeder(2), settings, actor=CLERK, into=batch)
    assert report.intake.pages == 5
    numbers = office.lane.run(lambda: _pages(office, batch))
    assert [number for document in numbers for number in document] == [1, 2, 3, 4, 5]
