"""An opened booklet comes in as two pages of one original, and stays so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Spread
from hrdigitize.domain.stored import BatchPage, SourceFile
from hrdigitize.services.extract import extract
from hrdigitize.services.pictures import Pictures
from hrdigitize.store.checking import check
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader
from tests.generator.generating import generate
from tests.generator.spreads import as_file, booklet, sheet
from tests.services.made_up import CLERK, Office, scan, telling_engine


@pytest.fixture(scope="module")
def spread_file() -> bytes:
    left, right = (sheet(page) for page in generate(910_000, 0).pages[:2])
    return as_file(booklet(left, right, np.random.default_rng(1)))


def _kept(office: Office, file: Path) -> tuple[SourceFile, tuple[BatchPage, ...]]:
    batch = office.intake.capture([file], actor=CLERK).batch

    def look() -> tuple[SourceFile, tuple[BatchPage, ...]]:
        with office.store.view() as view:
            (kept,) = view.batches.files(batch)
            return kept, view.batches.pages(batch)

    return office.lane.run(look)


def test_both_pages_are_shown_from_the_one_original(
    office: Office, tmp_path: Path, spread_file: bytes
) -> None:
    (tmp_path / "a3.jpg").write_bytes(spread_file)
    kept, pages = _kept(office, tmp_path / "a3.jpg")
    assert kept.content is not None
    assert office.store.originals.fetch(kept.content) == spread_file, "the original is not changed"
    assert [(page.page.number, page.page_in_file) for page in pages] == [(1, 1), (2, 2)]
    shown = [office.desk.picture(page.page.id, actor=CLERK) for page in pages]
    assert [(picture.width, picture.height) for picture in shown] == [
        (page.page.width, page.page.height) for page in pages
    ]
    assert sum(picture.width for picture in shown) == 2 * 2480
    (whole,) = decode(spread_file)
    pixels = np.frombuffer(whole.pixels, np.uint8).reshape(whole.height, whole.width)
    right = np.frombuffer(shown[1].pixels, np.uint8).reshape(shown[1].height, shown[1].width)
    assert np.array_equal(right, pixels[:, -shown[1].width :])
    assert office.lane.run(lambda: check(office.store)) == ()


def test_a_batch_reads_both_pages(office: Office, tmp_path: Path, spread_file: bytes) -> None:
    (tmp_path / "a3.jpg").write_bytes(spread_file)
    (tmp_path / "one.png").write_bytes(scan(401))
    batch = office.intake.capture([tmp_path / "a3.jpg", tmp_path / "one.png"], actor=CLERK).batch
    documents = office.reading.read(batch, actor=CLERK)
    pages = [page for document in documents for page in office.desk.open(document, actor=CLERK).pages]
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[0].width + pages[1].width == 2 * 2480


def test_pages_kept_whole_before_stay_whole(office: Office, tmp_path: Path, spread_file: bytes) -> None:
    """What was found out at intake counts, not what this program would say today."""
    (tmp_path / "a3.jpg").write_bytes(spread_file)
    kept, _ = _kept(office, tmp_path / "a3.jpg")
    assert kept.content is not None
    assert set(kept.spreads) == {1}
    pictures = Pictures(office.store.originals, decode)
    (whole,) = pictures.pages(kept.content)
    assert whole.width == 2 * 2480
    elsewhere = {1: replace(kept.spreads[1], at=2000)}
    assert [page.width for page in pictures.pages(kept.content, elsewhere)] == [2000, 2960]
    with pytest.raises(UserFault) as refused:
        list(pictures.pages(kept.content, {1: Spread(9000)}))
    assert refused.value.code == "original-damaged"


def test_extract_parts_booklets_too(tmp_path: Path, spread_file: bytes) -> None:
    (tmp_path / "a3.jpg").write_bytes(spread_file)
    with Reader(inline=True, engines=telling_engine) as reader:
        report = extract([tmp_path / "a3.jpg"], Decoder(), reader)
    assert [page.page_in_file for page in report.pages] == [1, 2]
