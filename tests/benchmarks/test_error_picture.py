"""The sheet of wrong readings: as high as there are examples, and each cut from its own page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from benchmarks.error_picture import draw_errors
from benchmarks.formsets import ScannedForm
from benchmarks.running import ReadPaper
from benchmarks.scoring import Outcome, Score
from hrdigitize.domain.geometry import Box
from tests.benchmarks.readings import reading

_INK = (12, 34, 56)


def paper(folder: Path, *outcomes: Outcome) -> ReadPaper:
    page = folder / "page.png"
    image = Image.new("RGB", (400, 300), "white")
    image.paste(_INK, (100, 100, 180, 130))
    image.save(page)
    scanned = ScannedForm("made/1", "2c-bnv-2008", 0, "office", (page,), {})
    return ReadPaper(scanned, Score(outcomes, ()), ("2c-bnv-2008",), nothing_lost=True, faults=0)


def wrong(truth: str, text: str) -> Outcome:
    return Outcome("full_name", truth, replace(reading(text), box=Box(100, 100, 80, 30)), right=False)


def test_a_wrong_reading_is_shown_with_its_piece_of_the_paper(tmp_path: Path) -> None:
    sheet = tmp_path / "errors.png"
    draw_errors(sheet, [paper(tmp_path, wrong("Lò Thị Ước", "Lò Thị Uớc"))])
    with Image.open(sheet) as drawn:
        colours = drawn.convert("RGB").getcolors(1 << 24) or []
    assert {colour: count for count, colour in colours}[_INK] == 80 * 30


def test_right_readings_and_places_that_are_on_no_page_are_left_out(tmp_path: Path) -> None:
    right = Outcome("full_name", "Lò", reading("Lò"), right=True)
    nowhere = Outcome("full_name", "Lò", reading("", page=0), right=False)
    sheet = tmp_path / "errors.png"
    draw_errors(sheet, [paper(tmp_path, right, nowhere)])
    with Image.open(sheet) as drawn:
        assert drawn.height == 60
