"""The program's own line reader, with its real file: what it reads, and what it makes of odd crops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from hrdigitize import bundle
from hrdigitize.domain.vietnamese import folded
from hrdigitize.imaging.pixels import Grey
from hrdigitize.ocr.choice import open_engines, open_reader
from hrdigitize.ocr.line_reader import OnnxLineReader, UnusableReader
from tests.generator.faces import HANDS, load_face
from tests.generator.handwriting import Pen
from tests.imaging.drawn import blank, write

NAME = "Nguyễn Thị Ước Vọng"
_FILE = bundle.resources() / "reader" / "reader.onnx"


@pytest.fixture(scope="module")
def reader() -> Iterator[OnnxLineReader]:
    opened = OnnxLineReader(_FILE)
    yield opened
    opened.close()


def crop(text: str) -> Grey:
    """A line with a little room around its ink, as the program cuts it."""
    drawn = write(blank(1000, 90), text, 20, 15)
    ink = np.flatnonzero((drawn < 128).any(axis=0))
    return drawn[:, ink[0] - 10 : ink[-1] + 10]


def test_lines_are_read_in_the_order_of_the_crops_with_a_confidence_a_character(
    reader: OnnxLineReader,
) -> None:
    texts = [NAME, "06.031/8", "H'Mông, Ea Yông", "Lỵ Mẩy Uyển Ỷ"]
    found = reader.read_lines([crop(text) for text in texts], 300)
    assert [reading.text for reading in found] == texts
    for reading in found:
        assert len(reading.characters) == len(reading.text)
        assert 0.5 < reading.confidence <= min(reading.characters)
        assert reading.confidence == min(word.confidence for word in reading.words)


def test_words_lie_where_they_stand(reader: OnnxLineReader) -> None:
    (found,) = reader.read_lines([crop("Kinh 1948")], 300)
    first, second = found.words
    assert (first.text, second.text) == ("Kinh", "1948")
    assert first.box.right <= second.box.x
    ink = np.flatnonzero((crop("Kinh 1948") < 128).any(axis=0))
    assert abs(first.box.x - int(ink[0])) < 25
    assert abs(second.box.right - int(ink[-1])) < 25


def test_white_paper_and_no_pixels_are_surely_nothing(reader: OnnxLineReader) -> None:
    for empty in (blank(300, 60), np.zeros((0, 0), np.uint8), np.zeros((0, 40), np.uint8)):
        (found,) = reader.read_lines([empty], 300)
        assert (found.text, found.characters, found.words) == ("", (), ())
        assert found.confidence > 0.98


def test_a_leader_is_nothing(reader: OnnxLineReader) -> None:
    dotted = blank(500, 60)
    for x in range(20, 480, 12):
        dotted[40:44, x : x + 4] = 0
    (found,) = reader.read_lines([dotted], 300)
    assert found.text.strip(".… ") == ""


def test_a_line_of_four_thousand_pixels_is_read(reader: OnnxLineReader) -> None:
    long = write(blank(4000, 90), " ".join(["Chuyên viên"] * 12), 20, 15)
    (found,) = reader.read_lines([long], 300)
    assert found.text.startswith("Chuyên viên Chuyên viên")
    assert found.text.count("viên") == 12


def test_letters_that_it_never_saw_get_something_and_no_error(reader: OnnxLineReader) -> None:
    (found,) = reader.read_lines([crop("Ωß漢")], 300)
    assert len(found.characters) == len(found.text)


def test_the_arbiter_reads_as_well_and_print_is_not_drawn_by_hand() -> None:
    arbiter = open_reader("arbiter")
    assert arbiter is not None
    (found,) = arbiter.read_lines([crop(NAME)], 300)
    assert found.text == NAME
    assert max(word.hand for word in found.words) < 0.1
    arbiter.close()


def _by_hand(pen: int) -> Grey:
    sheet = Image.new("L", (1200, 120), 255)
    face = load_face(HANDS["patrick-hand"], "regular", 13)
    Pen(Random(pen), 0.1, 40, 1.5).write(sheet, (30, 80), NAME, face)
    return np.asarray(sheet)


def test_what_is_drawn_as_by_hand_is_known(reader: OnnxLineReader) -> None:
    found = reader.read_lines([_by_hand(pen) for pen in range(20)], 300)
    # A mark of handwriting may be read wrongly, which is why none of it is accepted; letters are not.
    assert {folded(line.text) for line in found} == {folded(NAME)}
    assert min(word.hand for line in found for word in line.words) > 0.5


def test_an_alphabet_is_kept_to(reader: OnnxLineReader) -> None:
    (found,) = reader.read_lines([crop("O1.OO3")], 300, alphabet="0123456789.")
    assert set(found.text) <= set("0123456789.")


def test_noise_is_read_unsurely(reader: OnnxLineReader) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (60, 600)).astype(np.uint8)
    (found,) = reader.read_lines([noise], 300)
    assert found.confidence < 0.9


def test_no_crops_no_readings(reader: OnnxLineReader) -> None:
    assert reader.read_lines([], 300) == ()


@pytest.mark.parametrize("content", [b"", b"no network", _FILE.read_bytes()[:100_000]])
def test_a_broken_file_is_no_reader_and_the_program_reads_without_it(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "reader" / "reader.onnx"
    broken.parent.mkdir()
    broken.write_bytes(content)
    with pytest.raises(UnusableReader):
        OnnxLineReader(broken)
    monkeypatch.setattr("hrdigitize.bundle.resources", lambda: tmp_path)
    assert open_reader() is None


@pytest.mark.engine
def test_beside_the_engine_reads_the_line_reader_or_another_network(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engines = open_engines()
    assert engines.reader is not None
    assert engines.arbiter is not None
    assert engines.network is None
    assert engines.line_readers == (engines.reader, engines.arbiter)
    assert engines.first.name != engines.reader.name
    engines.close()
    monkeypatch.setattr("hrdigitize.ocr.choice.open_reader", lambda _name="": None)
    without = open_engines()
    assert without.reader is None
    assert without.network is not None
    without.close()
    monkeypatch.undo()
    monkeypatch.setattr("hrdigitize.bundle.resources", lambda: tmp_path)
    alone = open_engines()
    assert (alone.reader, alone.network) == (None, None)
    alone.close()
