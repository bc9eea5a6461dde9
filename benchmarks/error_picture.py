"""Wrong readings as pictures: for each class the cut-out from the paper, what it says, and what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from benchmarks.error_classes import ErrorClass, error_class
from benchmarks.running import ReadPaper
from hrdigitize import bundle
from hrdigitize.domain.reading import FieldReading

#: So many examples of a class, from papers evenly spread.
_EXAMPLES = 3
_WIDTH, _MARGIN, _TEXT_PX, _HEAD_PX = 1400, 30, 21, 26
#: A cut-out has so much of the paper around its box, and is never shown higher.
_ROOM_PX, _HIGHEST_PX = 24, 110
_INK, _FAINT, _WRONG, _RIGHT = "#22303c", "#7a8791", "#b3261e", "#1b6e3c"


@dataclass(frozen=True, slots=True)
class _Example:
    paper: ReadPaper
    key: str
    truth: str
    reading: FieldReading


def draw_errors(path: Path, papers: Sequence[ReadPaper]) -> None:
    """Write a sheet with examples of every class that has a place on the paper; a blank sheet for none."""
    rows = [row for error in ErrorClass for row in _rows(error, _chosen(papers, error))]
    height = 2 * _MARGIN + sum(row.height + 10 for row in rows)
    sheet = Image.new("RGB", (_WIDTH, height), "white")
    top = _MARGIN
    for row in rows:
        sheet.paste(row, (_MARGIN, top))
        top += row.height + 10
    sheet.save(path, optimize=True)


def _chosen(papers: Sequence[ReadPaper], error: ErrorClass) -> list[_Example]:
    """Examples of a class, of different papers, evenly spread over them."""
    by_paper = [found for paper in papers if (found := next(_of(paper, error), None)) is not None]
    step = max(1, len(by_paper) // _EXAMPLES)
    return by_paper[::step][:_EXAMPLES]


def _of(paper: ReadPaper, error: ErrorClass) -> Iterator[_Example]:
    for outcome in paper.outcomes:
        reading = outcome.reading
        if outcome.right or reading is None or not 0 < reading.page <= len(paper.paper.pages):
            continue
        if error_class(outcome.truth, reading) is error:
            yield _Example(paper, outcome.key, outcome.truth or "", reading)


def _rows(error: ErrorClass, examples: Sequence[_Example]) -> Iterator[Image.Image]:
    if not examples:
        return
    yield _line(str(error), _HEAD_PX, _INK)
    for example in examples:
        accepted = ", accepted" if example.reading.accepted else ""
        yield _line(f"{example.paper.paper.name}: {example.key}{accepted}", _TEXT_PX - 4, _FAINT)
        yield _cut_out(example)
        yield _line(f"paper: {example.truth or '(blank)'}", _TEXT_PX, _RIGHT)
        yield _line(f"read:  {example.reading.text or '(blank)'}", _TEXT_PX, _WRONG)


def _line(text: str, size: int, colour: str) -> Image.Image:
    image = Image.new("RGB", (_WIDTH - 2 * _MARGIN, size + 10), "white")
    ImageDraw.Draw(image).text((0, 2), text, fill=colour, font=_font(size))
    return image


def _cut_out(example: _Example) -> Image.Image:
    box = example.reading.box
    with Image.open(example.paper.paper.pages[example.reading.page - 1]) as page:
        room = (
            max(0, box.x - _ROOM_PX),
            max(0, box.y - _ROOM_PX),
            min(page.width, box.right + _ROOM_PX),
            min(page.height, box.bottom + _ROOM_PX),
        )
        cut = page.convert("RGB").crop(room)
    cut.thumbnail((_WIDTH - 2 * _MARGIN - 2, _HIGHEST_PX))
    return ImageOps.expand(cut, 1, _FAINT)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(bundle.resources() / "fonts" / "NotoSans-Regular.ttf"), size)
