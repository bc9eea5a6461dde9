"""Batches of somebody: papers of others and pages scanned twice are told where they are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.belonging import Belonging
from hrdigitize.domain.doubling import imprint
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind, PageReading, TextLine, Word
from hrdigitize.domain.reading import FormReading, State
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, FieldPath
from hrdigitize.domain.stored import PageText
from tests.services.made_up import (
    CLERK,
    LETTER_WIDTH_PX,
    REVIEWER,
    Office,
    field,
    form_reading,
    put_document,
    stack,
)

_LINES = (
    "UỶ BAN NHÂN DÂN XÃ THỬ NGHIỆM",
    "QUYẾT ĐỊNH số 15 ngày 06 tháng 07 năm 2015",
    "Về việc nâng bậc lương thường xuyên đối với công chức",
    "Nâng bậc lương cho bà Nguyễn Thị Ước kể từ ngày ký",
)


def _named(name: str) -> FormReading:
    return form_reading({}, sure={"full_name": field(name)})


def _put(office: Office, readings: list[tuple[FormReading, bytes]]) -> tuple[BatchId, list[DocumentId]]:
    """A batch with a document of one page for each reading."""
    file = office.folder / "pile.tiff"
    file.write_bytes(stack(*[LETTER_WIDTH_PX + n for n in range(len(readings))]))
    batch = office.intake.capture([file], actor=CLERK).batch

    def put() -> list[DocumentId]:
        made = [DocumentId(office.identifiers.new()) for _ in readings]
        with office.store.work(CLERK) as work:
            pages = work.batches.pages(batch)
            for document, page, (reading, kept) in zip(made, pages, readings, strict=True):
                text = PageText("", imprint=kept)
                work.documents.add(document, batch, reading, {page.page.id: text}, at=work.at)
            work.commit("batch-read", batch)
        return made

    return batch, office.lane.run(put)


def _codes(office: Office, document: DocumentId) -> list[str]:
    return [finding.code for finding in office.desk.open(document, actor=CLERK).findings]


def test_a_paper_of_somebody_else_is_told_on_its_document(office: Office) -> None:
    names = ("NGUYỄN THỊ ƯỚC", "bà Nguyễn Thị Ước", "TRẦN VĂN BA")
    batch, documents = _put(office, [(_named(name), b"") for name in names])
    assert [_codes(office, document) for document in documents] == [[], [], ["other-person"]]
    told = office.desk.open(documents[2], actor=CLERK).findings[0]
    assert (told.params["name"], told.page) == ("TRẦN VĂN BA", 3)
    office.desk.answer(documents[2], FieldPath("full_name"), "Nguyễn Thị Ước", State.VALUE, actor=CLERK)
    assert _codes(office, documents[2]) == []
    whose = [one for one, _ in office.owners.persons(batch, actor=CLERK).documents.values()]
    assert whose == [Belonging.OWN] * 3


def test_a_batch_is_said_to_be_of_a_dossier(office: Office, tmp_path: Path) -> None:
    cadre = office.desk.approve(
        put_document(office, _named("LÊ VĂN TƯ"), tmp_path / "cv.png"), actor=REVIEWER
    )
    batch, documents = _put(office, [(_named("NGUYỄN THỊ ƯỚC"), b""), (_named("Lê Văn Tư"), b"")])
    assert office.owners.persons(batch, actor=CLERK).person is None
    office.owners.declare(batch, cadre=cadre, actor=CLERK)
    assert [_codes(office, document) for document in documents] == [["other-person"], []]
    office.owners.declare(batch, person="bà Nguyễn Thị Ước", actor=CLERK)
    assert [_codes(office, document) for document in documents] == [[], ["other-person"]]
    with pytest.raises(UserFault) as caught:
        office.owners.declare(batch, cadre=CadreId("nobody"), actor=CLERK)
    assert caught.value.code == "cadre-unknown"


def _page(texts: tuple[str, ...], shift: int = 0) -> PageReading:
    lines = []
    for row, text in enumerate(texts):
        words = [
            Word(word, Box(100 + 120 * n + shift, 100 + 80 * row + shift, 100, 40), 0.95)
            for n, word in enumerate(text.split())
        ]
        lines.append(TextLine(tuple(words), words[0].box))
    return PageReading(2480, 3508, 300, 0, 0.0, PageKind.UNKNOWN, (), tuple(lines))


def test_a_page_scanned_twice_is_told_on_the_later_one(office: Office) -> None:
    once, twice = imprint(_page(_LINES)), imprint(_page(_LINES, shift=35))
    next_year = imprint(_page((_LINES[0], _LINES[1].replace("2015", "2018"), *_LINES[2:])))
    empty = FormReading(None, None, 1, 1, {}, {})
    _, documents = _put(office, [(empty, once), (empty, next_year), (empty, twice)])
    assert [_codes(office, document) for document in documents] == [[], [], ["page-doubled"]]
    assert office.desk.open(documents[2], actor=CLERK).findings[0].params == {"page": "3", "of": "1"}


def test_the_same_file_taken_in_twice_is_told_without_a_word_of_it(office: Office, tmp_path: Path) -> None:
    files = [tmp_path / "one.tiff", tmp_path / "again.tiff"]
    for file in files:
        file.write_bytes(stack(LETTER_WIDTH_PX))
    batch = office.intake.capture(files, actor=CLERK).batch
    first, second = office.reading.read(batch, actor=CLERK)
    assert "page-doubled" not in _codes(office, first)
    assert "page-doubled" in _codes(office, second)
