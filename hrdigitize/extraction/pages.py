"""`read_page`: one page, before anybody knows its form."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid, PageKind, PageReading, TextLine, Word
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction import missed, turned
from hrdigitize.extraction.two_looks import LOOKS_DIFFER, together
from hrdigitize.imaging import quality
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.ocr.engine import Engine

#: Ink of a cell starts this far inside its rules (pixels at the working resolution).
_INSIDE_PX = 3
#: White around a crop: Tesseract reads worse when letters touch the edge.
_MARGIN_PX = 12
#: Less letter ink than this in a cell is none.
_CELL_INK_PX = 30
#: A cell no higher than this holds one line; codes, dates and numbers have hardly more words than this.
_ONE_LINE_PX = 75
_SHORT_WORDS = 3
#: A line with a word less sure than this is read again, at this scale, with this much room around it.
_WEAK = 0.92
_SMALLER = 0.8
#: A line whose words are all surer than this is not read by the second engine, unless it holds figures.
_SURE = 0.95
_LINE_PAD_PX = 6
#: A single box narrower than this share of the page is a place for a photograph, not text.
_PHOTO_SHARE = 0.35
#: Ink that no word covers counts as a mark from this size on.
_MARK_HEIGHT_PX = 20
_MARK_WIDTH_PX = 10


def read_page(picture: Picture, engine: Engine, second: Engine | None = None) -> PageReading:
    """Clean-up, then running text in one engine call and every table cell with ink by itself.

    second: reads once more what is unsure, and all figures; without it the engine itself does.
    """
    page = turned.cleaned(picture, engine)
    if quality.is_blank(page.letters):
        return _reading(picture, page, (), ())
    tables = tuple(grid for grid in page.grids if not _is_frame(grid, page))
    flow = page.image.copy()
    for grid in tables:
        flow[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 255
    lines = tuple(_looked_again(line, flow, engine, second) for line in engine.read_page(flow, WORKING_DPI))
    outside = page.letters.copy()
    for grid in tables:
        outside[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 0
    lines = missed.with_missed(lines, outside, flow, engine)
    cells = tuple(
        line for grid in tables if not _is_photo_box(grid) for line in _read_cells(page, grid, engine, second)
    )
    return _reading(picture, page, (*lines, *cells), tuple(g for g in tables if not _is_photo_box(g)))


def _is_photo_box(grid: Grid) -> bool:
    return grid.rows * grid.columns == 1


def _is_frame(grid: Grid, page: CleanPage) -> bool:
    """A box around running text: its lines belong to the flow."""
    return _is_photo_box(grid) and grid.box.width > _PHOTO_SHARE * page.image.shape[1]


def _read_cells(page: CleanPage, grid: Grid, engine: Engine, second: Engine | None) -> list[TextLine]:
    lines: list[TextLine] = []
    for cell in grid.cells:
        crop = _inked(page, cell.box)
        if crop is None:
            continue
        image = np.pad(page.image[crop.y : crop.bottom, crop.x : crop.right], _MARGIN_PX, constant_values=255)
        found = _second_look(engine.read_page(image, WORKING_DPI), image, engine)
        found = tuple(_looked_again(line, image, engine, second) for line in found) if second else found
        lines.extend(line.moved(crop.x - _MARGIN_PX, crop.y - _MARGIN_PX) for line in found)
    return lines


def _looked_again(line: TextLine, image: Grey, engine: Engine, second: Engine | None) -> TextLine:
    """A line with an unsure word read again a little smaller; that and figures by the second engine too.

    Measured on generated forms: the smaller look gains one to two fields in a hundred on worn and poor
    pages; the second engine reads most of the figures right that the first one gets wrong.
    """
    box = line.box.padded(_LINE_PAD_PX).clipped(image.shape[1], image.shape[0])
    if min(box.width, box.height) < _MARGIN_PX:
        return line
    crop = image[box.y : box.bottom, box.x : box.right]
    weak = _weakest(line) < _WEAK
    again = _look(crop, box, engine, _SMALLER) if weak else None
    seen = together(line, again) if again is not None else line
    if second is None or not (weak or _weakest(line) < _SURE or _has_figures(line)):
        return seen
    other = _look(crop, box, second, 1.0)
    return together(seen, other) if other is not None else seen


def _look(crop: Grey, box: Box, engine: Engine, scale: float) -> TextLine | None:
    """A line's crop read by itself, in the pixels that `box` is in; None where that gives no single line."""
    image = crop if scale == 1.0 else cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = engine.read_page(np.pad(image, _MARGIN_PX, constant_values=255).astype(np.uint8), WORKING_DPI)
    return found[0].moved(-_MARGIN_PX, -_MARGIN_PX, scale).moved(box.x, box.y) if len(found) == 1 else None


def _has_figures(line: TextLine) -> bool:
    return any(character.isdigit() for character in line.text)


def _weakest(line: TextLine) -> float:
    """The confidence that the whole line has: its least sure word's."""
    return min(word.confidence for word in line.words)


def _second_look(lines: tuple[TextLine, ...], image: Grey, engine: Engine) -> tuple[TextLine, ...]:
    """A cell of one short line read once more as a line; the surer look stands.

    Measured on generated forms: of the codes, dates and coefficients that the first look got wrong
    ("01.0032" for "01.003/2", "432" for "4,32"), the look in line mode got most right. Looks that
    differ leave the cell doubtful, however sure each of them is.
    """
    if len(lines) > 1 or (lines and len(lines[0].words) > _SHORT_WORDS):
        return lines
    if image.shape[0] > _ONE_LINE_PX + 2 * _MARGIN_PX:
        return lines
    again = engine.read_lines([image], WORKING_DPI)[0]
    if not again.text:
        return lines
    first = lines[0] if lines else None
    if first is not None and first.text == again.text:
        return lines
    sure = min((word.confidence for word in first.words), default=0.0) if first is not None else 0.0
    if first is not None and sure >= again.confidence:
        return (
            TextLine(tuple(replace(w, confidence=_unsure(w.confidence)) for w in first.words), first.box),
        )
    inside = Box(_MARGIN_PX, _MARGIN_PX, image.shape[1] - 2 * _MARGIN_PX, image.shape[0] - 2 * _MARGIN_PX)
    return (TextLine((Word(again.text, inside, _unsure(again.confidence)),), inside),)


def _unsure(confidence: float) -> float:
    return min(confidence, LOOKS_DIFFER)


def _inked(page: CleanPage, box: Box) -> Box | None:
    """The part of a cell that holds ink; None for an empty cell (it never reaches the engine)."""
    inside = box.padded(-_INSIDE_PX).clipped(page.letters.shape[1], page.letters.shape[0])
    letters = page.letters[inside.y : inside.bottom, inside.x : inside.right]
    if letters.size == 0 or int(np.count_nonzero(letters)) < _CELL_INK_PX:
        return None
    x, y, width, height = cv2.boundingRect(letters)
    return Box(inside.x + x, inside.y + y, width, height)


def _reading(
    picture: Picture, page: CleanPage, lines: tuple[TextLine, ...], tables: tuple[Grid, ...]
) -> PageReading:
    """Everything brought to the pixels of the upright page."""
    return PageReading(
        width=picture.width,
        height=picture.height,
        dpi=picture.dpi,
        rotation=page.rotation,
        skew=page.skew,
        kind=PageKind.UNKNOWN if lines else PageKind.BLANK,
        quality=quality.judged(quality.measured(picture, page)).reasons,
        lines=tuple(line.moved(0, 0, page.scale) for line in lines),
        grids=tuple(_moved(grid, page.scale) for grid in tables),
        marks=_marks(cv2.bitwise_or(page.letters, page.blots).astype(np.uint8), lines, page.scale),
        upright_to_kept=page.to_kept,
    )


def _moved(grid: Grid, scale: float) -> Grid:
    cells = tuple(Cell(cell.row, cell.column, cell.box.moved(0, 0, scale)) for cell in grid.cells)
    return Grid(grid.box.moved(0, 0, scale), grid.rows, grid.columns, cells)


def _marks(letters: Grey, lines: tuple[TextLine, ...], scale: float) -> tuple[Box, ...]:
    """Ink of letter size that no word covers, neighbouring pieces as one box."""
    boxes = missed.pieces(letters, lines)
    large = (box for box in boxes if box.height >= _MARK_HEIGHT_PX and box.width >= _MARK_WIDTH_PX)
    return tuple(box.moved(0, 0, scale) for box in sorted(large))
