"""The gate for secret papers, from intake to print, over a real store with real engines and drawn stamps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import AuditEntry, BatchId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.ocr.choice import open_engines
from hrdigitize.ocr.engine import Engines
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading import BatchReading
from hrdigitize.workers.reading import Reader
from tests.generator.faces import FAMILIES, load_face
from tests.generator.stamping import stamp_ink
from tests.services.made_up import AUDITOR, CLERK, HEAD, REVIEWER, TECHNICIAN, Office, put_users

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    opened = open_engines()
    yield opened
    opened.close()


@pytest.fixture
def reading_office(office: Office, engines: Engines) -> Office:
    """The office with engines that really read."""
    pictures = Pictures(office.store.originals, decode)
    shared = replace(engines)
    reading = BatchReading(
        office.store,
        office.lane,
        pictures=pictures,
        readers=lambda: Reader(inline=True, engines=lambda: shared),
        identifiers=office.identifiers,
    )
    put_users(office, CLERK, HEAD, REVIEWER)
    return replace(office, reading=reading)


def _page(stamp: str = "") -> bytes:
    """A letter of a few lines at 150 dots per inch, stamped where it is free."""
    page = Image.new("L", (2480, 3508), 255)
    face = load_face(FAMILIES["liberation-serif"], "regular", 14)
    for number, text in enumerate(("Kính gửi: Ủy ban nhân dân xã", "Báo cáo về công tác bảo mật năm 2024")):
        ImageDraw.Draw(page).text((500, 1200 + 120 * number), text, fill=0, font=face)
    if stamp:
        ink = stamp_ink(np.asarray(page), stamp, np.random.default_rng(7))
        page = Image.fromarray((255 - 200 * ink).astype(np.uint8).clip(0, np.asarray(page)))
    content = io.BytesIO()
    page.save(content, "PNG", dpi=(300, 300))
    return content.getvalue()


def _captured(office: Office, *stamps: str, marking: Secrecy = Secrecy.OPEN) -> BatchId:
    paths = []
    for number, stamp in enumerate(stamps):
        paths.append(office.folder / f"trang-{number}.png")
        paths[-1].write_bytes(_page(stamp))
    return office.intake.capture(paths, actor=CLERK, marking=marking).batch


def _logged(office: Office) -> list[AuditEntry]:
    def look() -> list[AuditEntry]:
        with office.store.view() as view:
            return list(view.audit.entries())

    return office.lane.run(look)


def _code_of(caught: pytest.ExceptionInfo[UserFault]) -> str:
    return caught.value.code


@pytest.mark.parametrize("marking", [Secrecy.SECRET, Secrecy.TOP_SECRET])
def test_what_is_never_digitised_is_refused_before_a_file_is_read(office: Office, marking: Secrecy) -> None:
    with pytest.raises(UserFault) as caught:
        office.intake.capture([office.folder / "is-not-there.png"], actor=CLERK, marking=marking)
    assert _code_of(caught) == "secrecy-refused"
    assert _logged(office) == []


def test_a_secret_page_that_nobody_declared_stops_the_batch(reading_office: Office) -> None:
    office = reading_office
    batch = _captured(office, "", "MẬT")
    for _ in range(2):
        with pytest.raises(UserFault) as caught:
            office.reading.read(batch, actor=CLERK)
        assert _code_of(caught) == "secrecy-undeclared"
        assert caught.value.params == {"pages": "2", "batch": batch}
    (page,) = office.markings.found(batch, actor=CLERK)
    assert (page.number, page.name, page.marking) == (2, "trang-1.png", Secrecy.CONFIDENTIAL)
    # What stood before it was whole and is kept; of the marked page there is nothing.
    assert [one.title for one in office.desk.documents(actor=CLERK)] == ["trang-0.png"]
    assert office.markings.register(actor=CLERK) == ()


def test_a_declared_batch_is_read_and_entered_in_the_register(reading_office: Office, tmp_path: Path) -> None:
    office = reading_office
    batch = _captured(office, "", "MẬT")
    with pytest.raises(UserFault):
        office.reading.read(batch, actor=CLERK)
    office.markings.confirm(batch, Secrecy.CONFIDENTIAL, actor=CLERK)
    documents = office.reading.read(batch, actor=CLERK)
    texts = [office.desk.open(document, actor=CLERK).text for document in documents]
    assert all("công tác" in text for text in texts)
    entries = office.markings.register(actor=AUDITOR)
    assert [(e.number, e.batch, e.page, e.marking, e.by, e.copies) for e in entries] == [
        (1, batch, 1, Secrecy.CONFIDENTIAL, "lan", 1),
        (2, batch, 2, Secrecy.CONFIDENTIAL, "lan", 1),
    ]
    printed = office.markings.print_register(tmp_path / "so.pdf", actor=AUDITOR)
    text = pypdfium2.PdfDocument(printed.read_bytes())[0].get_textpage().get_text_range()
    assert "SỔ QUẢN LÝ SAO, CHỤP" in text
    assert "trang-1.png" in text


def test_a_refused_page_is_locked_and_a_note_is_printed(reading_office: Office, tmp_path: Path) -> None:
    office = reading_office
    batch = _captured(office, "", "TỐI MẬT", "TUYỆT MẬT", marking=Secrecy.CONFIDENTIAL)
    documents = office.reading.read(batch, actor=CLERK)
    stored = [office.desk.open(document, actor=CLERK) for document in documents]
    pages = {page.number: page for document in stored for page in document.pages}
    assert set(pages) == {1, 2, 3}
    office.desk.picture(pages[1].id, actor=CLERK)
    for number in (2, 3):
        with pytest.raises(UserFault) as caught:
            office.desk.picture(pages[number].id, actor=HEAD)
        assert _code_of(caught) == "secrecy-refused"
    assert all("công tác" not in document.text for document in stored if document.pages[0].number > 1)
    assert [entry.page for entry in office.markings.register(actor=CLERK)] == [1]
    note = office.markings.print_notice(batch, tmp_path / "phieu.pdf", actor=CLERK)
    text = pypdfium2.PdfDocument(note.read_bytes())[0].get_textpage().get_text_range()
    assert "Tối mật" in text
    assert "trang-2.png" in text
    (entry,) = [one for one in _logged(office) if one.action == "batch-read"]
    assert entry.detail["refused_pages"] == "2"


def test_nobody_declares_less_than_is_stamped_or_was_said(reading_office: Office) -> None:
    office = reading_office
    batch = _captured(office, "MẬT", marking=Secrecy.CONFIDENTIAL)
    with pytest.raises(UserFault) as caught:
        office.markings.confirm(batch, Secrecy.OPEN, actor=CLERK)
    assert _code_of(caught) == "secrecy-lowered"
    with pytest.raises(UserFault) as caught:
        office.markings.confirm(batch, Secrecy.SECRET, actor=CLERK)
    assert _code_of(caught) == "secrecy-refused"
    with pytest.raises(UserFault) as caught:
        office.markings.confirm(BatchId("none"), Secrecy.CONFIDENTIAL, actor=CLERK)
    assert _code_of(caught) == "batch-unknown"
    with pytest.raises(UserFault) as caught:
        office.markings.register(actor=TECHNICIAN)
    assert _code_of(caught) == "action-not-allowed"


def test_no_note_without_a_refused_page(reading_office: Office, tmp_path: Path) -> None:
    batch = _captured(reading_office, "")
    with pytest.raises(UserFault) as caught:
        reading_office.markings.print_notice(batch, tmp_path / "phieu.pdf", actor=CLERK)
    assert _code_of(caught) == "secrecy-none-refused"


def test_a_later_file_may_raise_the_marking_of_a_batch(office: Office) -> None:
    batch = _captured(office, "")
    more = office.folder / "them.png"
    more.write_bytes(_page("MẬT"))
    office.intake.capture([more], actor=CLERK, into=batch, marking=Secrecy.CONFIDENTIAL)

    def declared() -> Secrecy:
        with office.store.view() as view:
            return view.markings.declared(batch)

    assert office.lane.run(declared) is Secrecy.CONFIDENTIAL
