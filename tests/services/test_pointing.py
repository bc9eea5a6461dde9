"""What a person points at on a page: words that were read, a piece read anew, and the place as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box, Transform
from hrdigitize.domain.page import PageKind, PageReading, TextLine, Word
from hrdigitize.domain.page_words import around, joined, placed_words, word_at, words_inside
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath, PageId, Spot
from hrdigitize.ocr.lines import line_of
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.pointing import Pointing
from hrdigitize.workers.reading import Reader
from tests.services.made_up import CLERK, REVIEWER, Office, form_reading, put_document, scan, telling_engine

_BIRTH = FieldPath("birth_date")


@pytest.fixture
def pointing(office: Office) -> Iterator[Pointing]:
    made = Pointing(
        office.store,
        office.lane,
        pictures=Pictures(office.store.originals, decode),
        readers=lambda: Reader(inline=True, engines=telling_engine),
    )
    yield made
    made.close()


def _read(office: Office, tmp_path: Path) -> PageId:
    """A page taken in and read by the real use cases."""
    (tmp_path / "scan.png").write_bytes(scan())
    batch = office.intake.capture([tmp_path / "scan.png"], actor=CLERK).batch
    (document,) = office.reading.read(batch, actor=CLERK)
    return office.desk.open(document, actor=CLERK).pages[0].id


def test_the_words_of_a_page_that_was_read_are_kept_where_they_stand(
    office: Office, pointing: Pointing, tmp_path: Path
) -> None:
    page = _read(office, tmp_path)
    words = pointing.words(page, actor=CLERK)
    assert len(words) > 20
    first = words[0]
    assert word_at(words, *first.box.centre) == first
    row = [word for word in words if word.row == first.row]
    assert words_inside(words, around(row) or Box(0, 0, 0, 0)) == tuple(row)
    assert [word.box.x for word in row] == sorted(word.box.x for word in row)


def test_a_piece_is_read_by_a_helper_that_is_kept_for_the_next(office: Office, tmp_path: Path) -> None:
    started: list[Reader] = []

    def start() -> Reader:
        started.append(Reader(inline=True, engines=telling_engine))
        return started[-1]

    pictures = Pictures(office.store.originals, decode)
    pointing = Pointing(office.store, office.lane, pictures=pictures, readers=start)
    page = _read(office, tmp_path)
    said = {pointing.read(page, Box(100, 100, 300, height), actor=CLERK) for height in (60, 70)}
    assert said == {"Kính gửi ông Chủ tịch Thư riêng"}
    assert len(started) == 1
    pointing.rest()
    pointing.read(page, Box(100, 100, 300, 60), actor=CLERK)
    assert len(started) == 2
    pointing.close()


def test_who_may_not_answer_reads_nothing(office: Office, pointing: Pointing, tmp_path: Path) -> None:
    page = _read(office, tmp_path)
    for actor, code in ((Actor("hà", Role.COMMUNE_HEAD), "action-not-allowed"), (CLERK, "page-unknown")):
        with pytest.raises(UserFault) as caught:
            pointing.read(PageId("none") if actor is CLERK else page, Box(0, 0, 9, 9), actor=actor)
        assert caught.value.code == code


def test_the_place_pointed_at_is_the_evidence_of_the_answer_and_of_the_record(
    office: Office, tmp_path: Path
) -> None:
    document = put_document(office, form_reading({"birth_date": "O6"}), tmp_path / "scan.png")
    spot = Spot(1, Box(50, 60, 70, 20))
    after = office.desk.answer(document, _BIRTH, "06/07/1970", State.VALUE, actor=CLERK, spot=spot)
    assert after.spot(_BIRTH) == spot
    assert office.desk.open(document, actor=CLERK).verifications[_BIRTH].spot == spot
    cadre = office.desk.approve(document, actor=REVIEWER)
    evidence = office.dossiers.open(cadre, actor=CLERK).cadre.values[_BIRTH].evidence
    assert evidence is not None
    assert (evidence.document, evidence.page, evidence.box) == (document, 1, spot.box)


def test_a_spot_on_no_page_of_the_document_is_refused(office: Office, tmp_path: Path) -> None:
    document: DocumentId = put_document(office, form_reading({"birth_date": "O6"}), tmp_path / "scan.png")
    with pytest.raises(UserFault) as caught:
        office.desk.answer(
            document, _BIRTH, "06/07/1970", State.VALUE, actor=CLERK, spot=Spot(2, Box(0, 0, 1, 1))
        )
    assert caught.value.code == "page-unknown"


def test_words_go_row_by_row_across_columns_and_lie_on_the_page_as_kept() -> None:
    def line(y: int, *texts: tuple[str, int]) -> TextLine:
        return line_of([Word(text, Box(x, y, 40, 20), 0.9) for text, x in texts])

    lines = (line(10, ("Họ", 10), ("tên", 60)), line(50, ("Sinh", 10)), line(12, ("Nam", 200)))
    turned = Transform.quarters(90, 400, 300)
    reading = PageReading(
        300,
        400,
        300,
        90,
        0.0,
        PageKind.FIRST,
        (),
        lines,
        upright_to_kept=turned,
    )
    words = placed_words(reading)
    assert [(word.text, word.row) for word in words] == [("Họ", 0), ("tên", 0), ("Nam", 0), ("Sinh", 1)]
    assert joined(words[:2]) == "Họ tên"
    assert words[0].box == reading.to_kept(Box(10, 10, 40, 20))
