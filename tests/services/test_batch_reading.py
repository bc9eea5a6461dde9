"""A batch is read once and whole; one bad page or file costs itself and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import BatchId, DocumentId, DocumentStatus, StoredDocument
from hrdigitize.ocr.engine import Engines
from hrdigitize.services.reading import BatchReading
from hrdigitize.store.checking import check
from hrdigitize.workers.reading import Reader
from tests.services.made_up import (
    CLERK,
    FAULTY_WIDTH_PX,
    FORM,
    FORM_WIDTH_PX,
    HEAD,
    LETTER_WIDTH_PX,
    Office,
    open_office,
    scan,
    sideways_scan,
    stack,
)


def _captured(office: Office, *files: bytes) -> BatchId:
    paths = []
    for number, content in enumerate(files):
        paths.append(office.folder / f"{number}.scan")
        paths[-1].write_bytes(content)
    return office.intake.capture(paths, actor=CLERK).batch


def _opened(office: Office, documents: tuple[DocumentId, ...]) -> list[StoredDocument]:
    return [office.desk.open(document, actor=CLERK) for document in documents]


def _failures(office: Office) -> dict[int, str]:
    """Page number within its batch -> why it could not be read."""

    def look() -> dict[int, str]:
        with office.store._engine.begin() as raw:
            rows = raw.exec_driver_sql(
                "SELECT number, failure_code FROM document_pages JOIN pages ON pages.id = page_id "
                "WHERE failure_code IS NOT NULL"
            )
            return {row[0]: row[1] for row in rows}

    return office.lane.run(look)


def test_pages_become_documents_with_their_readings(office: Office) -> None:
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX), scan(FORM_WIDTH_PX))
    form, letter, second = _opened(office, office.reading.read(batch, actor=CLERK))
    assert (form.form, letter.form, second.form) == (FORM, None, FORM)
    assert [[page.number for page in found.pages] for found in (form, letter, second)] == [[1], [2], [3]]
    assert letter.readings == {}
    assert letter.text == "Kính gửi ông Chủ tịch\nThư riêng"
    assert form.status is DocumentStatus.READ
    assert {str(path) for path in form.readings} >= {"full_name", "birth_date", "id_number"}
    assert {reading.page for reading in second.readings.values() if reading.text} == {3}
    assert _failures(office) == {}
    assert office.lane.run(lambda: check(office.store)) == ()


def test_the_progress_reaches_its_end_and_never_goes_back(office: Office) -> None:
    batch = _captured(office, stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, FAULTY_WIDTH_PX))
    steps: list[tuple[int, int]] = []
    office.reading.read(batch, actor=CLERK, progress=lambda done, of: steps.append((done, of)))
    assert steps == sorted(steps)
    assert steps[-1] == (3, 3)


def test_a_page_that_cannot_be_read_is_kept_with_its_reason(office: Office) -> None:
    batch = _captured(office, stack(FAULTY_WIDTH_PX, FORM_WIDTH_PX))
    faulty, form = _opened(office, office.reading.read(batch, actor=CLERK))
    assert (faulty.form, faulty.text) == (None, "")
    assert (form.form, form.pages[0].number) == (FORM, 2)
    assert _failures(office) == {1: "reader-failed"}


def test_a_lost_original_costs_its_own_pages(office: Office) -> None:
    batch = _captured(office, stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX), scan(FORM_WIDTH_PX))
    lost = office.store.originals._sealer.content_id(stack(LETTER_WIDTH_PX, LETTER_WIDTH_PX))
    office.store.originals._path(lost).unlink()
    documents = _opened(office, office.reading.read(batch, actor=CLERK))
    assert [document.form for document in documents] == [None, None, FORM]
    assert _failures(office) == {1: "original-missing", 2: "original-missing"}


def test_reading_decodes_every_file_once(tmp_path: Path) -> None:
    decoded: list[bytes] = []

    def counting(data: bytes) -> Iterator[Picture]:
        decoded.append(data)
        return decode(data)

    office = open_office(tmp_path / "store", decoding=counting)
    batch = _captured(office, stack(FORM_WIDTH_PX, FORM_WIDTH_PX), scan(LETTER_WIDTH_PX))
    taken_in = list(decoded)
    office.reading.read(batch, actor=CLERK)
    office.close()
    assert decoded == taken_in * 2


def test_a_batch_is_read_only_once(office: Office) -> None:
    batch = _captured(office, scan())
    assert office.reading.read(batch, actor=CLERK) == office.reading.read(batch, actor=CLERK)
    assert len(office.desk.documents(actor=CLERK)) == 1


def test_a_batch_without_pages_has_no_documents(office: Office) -> None:
    assert office.reading.read(_captured(office, b"no image"), actor=CLERK) == ()


def test_without_an_engine_nothing_is_stored_and_the_batch_can_be_read_later(office: Office) -> None:
    def no_engine() -> Engines:
        raise UserFault("ocr-engine-missing")

    batch = _captured(office, scan())
    without = BatchReading(
        office.store,
        office.lane,
        pictures=office.desk._pictures,
        readers=lambda: Reader(inline=True, engines=no_engine),
        identifiers=office.identifiers,
    )
    with pytest.raises(UserFault) as caught:
        without.read(batch, actor=CLERK)
    assert caught.value.code == "ocr-engine-missing"
    assert office.desk.documents(actor=CLERK) == ()
    assert len(office.reading.read(batch, actor=CLERK)) == 1


def test_an_unknown_batch_is_said(office: Office) -> None:
    with pytest.raises(UserFault) as caught:
        office.reading.read(BatchId("nobody"), actor=CLERK)
    assert caught.value.code == "batch-unknown"


def test_who_may_not_read_is_told(office: Office) -> None:
    with pytest.raises(UserFault) as caught:
        office.reading.read(_captured(office, scan()), actor=HEAD)
    assert caught.value.code == "action-not-allowed"


def test_what_is_wrong_with_a_page_is_said_beside_the_document(office: Office) -> None:
    batch = _captured(office, scan(FORM_WIDTH_PX), scan(FORM_WIDTH_PX))
    for document in _opened(office, office.reading.read(batch, actor=CLERK)):
        about = [(one.code, one.page) for one in document.findings if one.page is not None]
        assert ("quality-low-resolution", document.pages[0].number) in about, "its letters are tiny"
        assert {page for _, page in about} == {document.pages[0].number}


def test_how_a_page_lies_is_kept_with_it(office: Office) -> None:
    batch = _captured(office, scan(), sideways_scan())
    pages = [
        page for found in _opened(office, office.reading.read(batch, actor=CLERK)) for page in found.pages
    ]
    assert [(page.number, page.rotation) for page in pages] == [(1, 0), (2, 90)]
