"""Reading beside each other: in order, lazily, and what goes wrong goes wrong alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import FormReading
from hrdigitize.workers.reading import DocumentPages, Reader, outcome_of
from tests.workers.staff import KILLS, STICKS, STUMBLES, no_engine, sheet, size_engine


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(engines=size_engine, size=2, page_time_s=20.0) as made:
        yield made


def _told(outcomes: Iterator[PageReading | UserFault]) -> list[str]:
    return [outcome.code if isinstance(outcome, UserFault) else outcome.text for outcome in outcomes]


def test_readings_come_in_the_order_of_the_pages(reader: Reader) -> None:
    widths = [500, 510, 520, 530, 540]
    assert _told(reader.read_pages(map(sheet, widths))) == [f"{width}x400" for width in widths]


def test_a_page_that_kills_its_helper_fails_alone(reader: Reader) -> None:
    told = _told(reader.read_pages(map(sheet, [500, KILLS, 510, STUMBLES, 520])))
    assert told == ["500x400", "reader-died", "510x400", "reader-failed", "520x400"]


def test_a_page_that_takes_too_long_fails_alone() -> None:
    with Reader(engines=size_engine, size=2, page_time_s=3.0) as hasty:
        told = _told(hasty.read_pages(map(sheet, [500, STICKS, 510])))
    assert told == ["500x400", "reader-stuck", "510x400"]


def test_no_more_pages_are_taken_than_can_be_read(reader: Reader) -> None:
    taken = 0

    def pages() -> Iterator[Picture]:
        nonlocal taken
        for _ in range(20):
            taken += 1
            yield sheet(500)

    outcomes = reader.read_pages(pages())
    next(outcomes)
    assert taken <= 4
    assert len(list(outcomes)) == 19


def test_a_missing_engine_is_said_once_and_loudly() -> None:
    with Reader(engines=no_engine, size=1) as reader, pytest.raises(UserFault) as unready:
        list(reader.read_pages([sheet(500), sheet(510)]))
    assert unready.value.code == "ocr-engine-missing"


def test_faulty_forms_are_said_once_and_loudly(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "form.toml").write_text('unknown = "key"\n', "utf-8")
    with (
        Reader(engines=size_engine, forms=tmp_path, inline=True) as reader,
        pytest.raises(UserFault) as faulty,
    ):
        list(reader.read_pages([sheet(500)]))
    assert faulty.value.code == "form-definitions-faulty"


def test_pages_of_no_known_form_are_documents_without_fields(reader: Reader) -> None:
    readings = [page for page in reader.read_pages([sheet(500)]) if isinstance(page, PageReading)]
    (span,) = reader.separation(readings).result().spans
    document = outcome_of(reader.document(DocumentPages(readings, span.form, span.first)))
    assert isinstance(document, FormReading)
    assert (document.form, dict(document.fields), dict(document.tables)) == (None, {}, {})


def test_inline_reading_gives_the_same(reader: Reader) -> None:
    with Reader(engines=size_engine, inline=True) as inline:
        assert list(inline.read_pages([sheet(500)])) == list(reader.read_pages([sheet(500)]))
