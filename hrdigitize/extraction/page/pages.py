"""`read_page`: one page, before anybody knows its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid, PageKind, PageReading, TextLine, Word
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.page import missed, turned
from hrdigitize.extraction.page.marks import marks
from hrdigitize.extraction.page.printed import NOTHING_PRINTED, PrintedWording
from hrdigitize.extraction.page.second_looks import Sheet, looked_again
from hrdigitize.extraction.page.two_looks import LOOKS_DIFFER
from hrdigitize.imaging import quality
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.ocr.engine import Engines
from hrdigitize.ocr.lines import line_of

#: Ink of a cell starts this far inside its rules (pixels at the working resolution).
_INSIDE_PX = 3
#: What the line reader alone saw in a cell counts from this confidence on.
_SURE_ALONE = 0.8
#: White around a crop: Tesseract reads worse when letters touch the edge.
_MARGIN_PX = 12
#: Lines of a cell stand at one height where they share this much of the lower one's.
_LEVEL = 0.6
#: Less letter ink than this in a cell is none.
_CELL_INK_PX = 30
#: A cell no higher than the first holds one line, one no higher than the second may: two lines of small print
#: (9 pt) are 60-75 px high, and a row with next to no ink parts them in the middle. Between letters and their
#: marks such a row stands higher up.
_SURELY_ONE_PX, _ONE_LINE_PX = 48, 75
_MIDDLE = (0.33, 0.67)
_WHITE_SHARE = 0.03
#: A single box narrower than this share of the page is a place for a photograph, not text.
_PHOTO_SHARE = 0.35


def read_page(picture: Picture, engines: Engines, printed: PrintedWording = NOTHING_PRINTED) -> PageReading:
    """Clean-up, then running text in one engine call and every table cell with ink by itself.

    What is not `printed` wording of a form is read again by the others of `engines`.
    """
    engine = engines.first
    page = turned.cleaned(picture, engine)
    if quality.is_blank(page.letters):
        return _reading(picture, page, (), (), marks(page, (), ()))
    grids = tuple(grid for grid in page.grids if not _is_frame(grid, page))
    tables = tuple(grid for grid in grids if not _is_photo_box(grid))
    flow, outside = page.image.copy(), page.letters.copy()
    for grid in grids:
        flow[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 255
        outside[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 0
    lines_seen = missed.with_missed(engine.read_page(flow, WORKING_DPI), outside, flow, engine)
    running = Sheet(lines_seen, flow, page.paper)
    cells = _cell_sheets(page, tables, engines)
    first, *others = looked_again([running, *(cell.sheet for cell in cells)], engines, printed)
    lines = [*first.lines]
    for cell, seen in zip(cells, others, strict=True):
        lines.extend(line.moved(cell.x, cell.y) for line in seen.lines)
    return _reading(picture, page, tuple(lines), tables, marks(page, lines, engines.line_readers))


def _is_photo_box(grid: Grid) -> bool:
    return grid.rows * grid.columns == 1


def _is_frame(grid: Grid, page: CleanPage) -> bool:
    """A box around running text: its lines belong to the flow."""
    return _is_photo_box(grid) and grid.box.width > _PHOTO_SHARE * page.image.shape[1]


def _cell_sheets(page: CleanPage, grids: Sequence[Grid], engines: Engines) -> list[_Placed]:
    """Every cell with ink, read once: a low one as a line, a higher one as a block of lines.

    A line that the engine sees nothing in is read by the arbiter, or by the line reader.
    """
    engine = engines.first
    crops = [crop for grid in grids for cell in grid.cells if (crop := _inked(page, cell.box)) is not None]
    images = [_cut_out(page.image, crop) for crop in crops]
    low = [at for at, crop in enumerate(crops) if _is_one_line(page, crop)]
    readings = zip(low, engine.read_lines([images[at] for at in low], WORKING_DPI), strict=True)
    lines = {at: (line_of(reading.words),) for at, reading in readings if reading.words}
    blocks: dict[int, tuple[TextLine, ...]] = {}
    for at, image in enumerate(images):
        if at not in lines and (found := engine.read_page(image, WORKING_DPI)):
            blocks[at] = _levelled(found)
    papers = [_with_surroundings(page.paper, crop) for crop in crops]
    unseen = _unseen({at: papers[at] for at in low if at not in lines and at not in blocks}, engines)
    return [
        _Placed(
            Sheet(lines.get(at) or blocks.get(at) or unseen.get(at, ()), images[at], papers[at], cell=True),
            crop.x - _MARGIN_PX,
            crop.y - _MARGIN_PX,
        )
        for at, crop in enumerate(crops)
    ]


def _levelled(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines of a cell, those at one height as one: the engine takes worn words for lines of their own.

    Each of them would be read again with the ink beside it, and one name three times.
    """
    found: list[TextLine] = []
    for line in lines:
        level = next((at for at, other in enumerate(found) if _are_level(line.box, other.box)), None)
        if level is None:
            found.append(line)
            continue
        words = sorted((*found[level].words, *line.words), key=lambda word: word.box.x)
        found[level] = line_of(words)
    return tuple(found)


def _are_level(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared > _LEVEL * min(one.height, other.height)


def _unseen(papers: Mapping[int, Grey], engines: Engines) -> dict[int, tuple[TextLine, ...]]:
    """What a line reader sees in cells that the engine found empty.

    The reader looks at it afterwards: what the arbiter saw it may confirm, what it saw itself it may not.
    """
    first = engines.arbiter or engines.reader
    if first is None or not papers:
        return {}
    readings = zip(papers, first.read_lines(list(papers.values()), WORKING_DPI), strict=True)
    return {
        at: (line_of(reading.words if engines.arbiter else _unconfirmed(reading.words)),)
        for at, reading in readings
        if reading.words and reading.confidence >= _SURE_ALONE
    }


def _unconfirmed(words: Sequence[Word]) -> list[Word]:
    return [replace(word, confidence=LOOKS_DIFFER, other="") for word in words]


def _cut_out(image: Grey, crop: Box) -> Grey:
    return np.pad(image[crop.y : crop.bottom, crop.x : crop.right], _MARGIN_PX, constant_values=255)


def _with_surroundings(paper: Grey, crop: Box) -> Grey:
    """As large as `_cut_out`, with what stands around: a hook that touches a rule went with the rule."""
    around = crop.padded(_MARGIN_PX)
    seen = around.clipped(paper.shape[1], paper.shape[0])
    rows = (seen.y - around.y, around.bottom - seen.bottom)
    columns = (seen.x - around.x, around.right - seen.right)
    return np.pad(paper[seen.y : seen.bottom, seen.x : seen.right], (rows, columns), constant_values=255)


def _is_one_line(page: CleanPage, crop: Box) -> bool:
    """Whether a cell holds one line: a low one, or one that no white row parts in the middle."""
    if crop.height <= _SURELY_ONE_PX:
        return True
    if crop.height > _ONE_LINE_PX:
        return False
    ink = np.count_nonzero(page.letters[crop.y : crop.bottom, crop.x : crop.right], axis=1)
    middle = ink[round(_MIDDLE[0] * crop.height) : round(_MIDDLE[1] * crop.height)]
    return int(middle.min()) > _WHITE_SHARE * int(ink.max())


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sheet and where its corner lies on the page."""

    sheet: Sheet
    x: int
    y: int


def _inked(page: CleanPage, box: Box) -> Box | None:
    """The part of a cell that holds ink; None for an empty cell (it never reaches the engine)."""
    inside = box.padded(-_INSIDE_PX).clipped(page.letters.shape[1], page.letters.shape[0])
    letters = page.letters[inside.y : inside.bottom, inside.x : inside.right]
    if letters.size == 0 or int(np.count_nonzero(letters)) < _CELL_INK_PX:
        return None
    x, y, width, height = cv2.boundingRect(letters)
    return Box(inside.x + x, inside.y + y, width, height)


def _reading(
    picture: Picture,
    page: CleanPage,
    lines: tuple[TextLine, ...],
    tables: tuple[Grid, ...],
    marked: tuple[Box, ...],
) -> PageReading:
    """Everything brought to the pixels of the upright page."""
    return PageReading(
        width=picture.width,
        height=picture.height,
        dpi=picture.dpi,
        rotation=page.rotation,
        skew=page.skew,
        kind=PageKind.UNKNOWN if lines else PageKind.BLANK,
        quality=quality.judged(quality.measured(page)).reasons,
        lines=tuple(line.moved(0, 0, page.scale) for line in lines),
        grids=tuple(_moved(grid, page.scale) for grid in tables),
        marks=tuple(mark.moved(0, 0, page.scale) for mark in marked),
        upright_to_kept=page.to_kept,
    )


def _moved(grid: Grid, scale: float) -> Grid:
    cells = tuple(Cell(cell.row, cell.column, cell.box.moved(0, 0, scale)) for cell in grid.cells)
    return Grid(grid.box.moved(0, 0, scale), grid.rows, grid.columns, cells)
