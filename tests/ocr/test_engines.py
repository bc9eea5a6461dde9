"""One contract for both adapters, with the real Tesseract; and the recorded engine that replays them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.imaging.pixels import Grey
from hrdigitize.ocr import tessdata
from hrdigitize.ocr.choice import open_engine, open_network
from hrdigitize.ocr.engine import Engine
from hrdigitize.ocr.lines import spread_over_spaces
from hrdigitize.ocr.recorded import RecordedEngine, RecordingEngine
from tests.imaging.drawn import blank, write

NAME, RANK = "Nguyễn Thị Ước Vọng", "Ngạch công chức: Chuyên viên"


@pytest.fixture(params=["tesserocr", "pytesseract"], scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    opened = open_engine(request.param)
    yield opened
    opened.close()


def two_lines() -> Grey:
    return write(write(blank(1400, 400), NAME, 80, 60), RANK, 80, 200)


@pytest.mark.engine
def test_a_page_gives_lines_of_words_with_boxes(engine: Engine) -> None:
    lines = engine.read_page(two_lines(), 300)
    assert [line.text for line in lines] == [NAME, RANK]
    for line in lines:
        for word in line.words:
            assert 0.0 <= word.confidence <= 1.0
            assert line.box.contains_point(*word.box.centre)
    assert lines[0].box.bottom < lines[1].box.y
    assert lines[0].words[0].box.x == pytest.approx(80, abs=12)


@pytest.mark.engine
def test_line_crops_give_one_result_each_with_a_confidence_a_character(engine: Engine) -> None:
    crops = [write(blank(1000, 110), text, 30, 20) for text in (NAME, "001192837546")]
    found = engine.read_lines(crops, 300)
    assert [reading.text for reading in found] == [NAME, "001192837546"]
    for reading in found:
        assert len(reading.characters) == len(reading.text)
        assert reading.confidence == min(reading.characters)


@pytest.mark.engine
def test_an_alphabet_is_kept_to_and_forgotten_again(engine: Engine) -> None:
    crop = write(blank(700, 110), "O1.OO3", 30, 20)
    (digits,) = engine.read_lines([crop], 300, alphabet="0123456789.")
    assert set(digits.text) <= set("0123456789.")
    (letters,) = engine.read_lines([write(blank(700, 110), "Kinh", 30, 20)], 300)
    assert letters.text == "Kinh"


@pytest.mark.engine
def test_white_paper_and_no_pixels_give_no_text(engine: Engine) -> None:
    assert engine.read_page(blank(400, 200), 300) == ()
    nothing = np.zeros((0, 0), np.uint8)
    assert engine.read_page(nothing, 300) == ()
    assert [reading.text for reading in engine.read_lines([nothing], 300)] == [""]


@pytest.mark.engine
def test_the_name_says_engine_version_and_language(engine: Engine) -> None:
    kind, version, language = engine.name.split("/")
    assert kind in {"tesserocr", "pytesseract"}
    assert version[0].isdigit()
    assert language == "vie"


@pytest.mark.engine
def test_a_record_says_again_what_the_engine_said(tmp_path: Path) -> None:
    recording = RecordingEngine(open_engine())
    crop = write(blank(700, 110), NAME, 30, 20)
    lines, readings = recording.read_page(two_lines(), 300), recording.read_lines([crop], 300)
    recording.save(tmp_path / "said.json")
    recording.close()
    replayed = RecordedEngine(tmp_path / "said.json")
    assert [line.text for line in replayed.read_page(two_lines(), 300)] == [line.text for line in lines]
    assert replayed.read_lines([crop], 300)[0].text == readings[0].text
    with pytest.raises(KeyError):
        replayed.read_page(blank(300, 300), 300)


def test_missing_language_data_is_said_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr(tessdata, "_USUAL", ())
    with pytest.raises(UserFault) as fault:
        open_engine()
    assert fault.value.code == "ocr-language-missing"


def test_an_engine_that_is_not_installed_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(UserFault) as fault:
        open_engine()
    assert fault.value.code == "ocr-engine-missing"


def test_marks_of_their_own_melt_into_their_letter() -> None:
    reading = spread_over_spaces([("e", 0.9), ("\u0302", 0.5), ("\u0323", 0.8)])
    assert (reading.text, reading.characters) == ("ệ", (0.5,))


@pytest.mark.engine
def test_the_second_engine_reads_with_another_network() -> None:
    first, second = open_engine(), open_network()
    assert second is not None
    assert first.name != second.name
    assert [line.text for line in second.read_page(two_lines(), 300)] == [NAME, RANK]
    first.close()
    second.close()


def test_without_its_file_there_is_no_second_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdigitize.bundle.resources", lambda: tmp_path)
    assert open_network() is None
