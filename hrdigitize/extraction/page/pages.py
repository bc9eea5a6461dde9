"""`read_page`: one page, before anybody knows its form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid, PageKind, PageReading, TextLine
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.extraction.page import first_looks, missed, turned
from hrdigitize.extraction.page.codes import codes_of
from hrdigitize.extraction.page.marks import marks
from hrdigitize.extraction.page.printed import NOTHING_PRINTED, PrintedWording
from hrdigitize.extraction.page.regions import Region, inked_cells, running_text
from hrdigitize.extraction.page.second_looks import looked_again
from hrdigitize.extraction.page.stamped import marking_among, marking_of
from hrdigitize.imaging import quality
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.sheets import Sheet, sheet_of
from hrdigitize.ocr.engine import Engines

#: A single box narrower than this share of the page is a place for a photograph, not text.
_PHOTO_SHARE = 0.35

#: Stands in `quality` of a page that was stopped because of its marking.
SECRET_MARKING = "secret-marking"


def read_page(
    picture: Picture,
    engines: Engines,
    printed: PrintedWording = NOTHING_PRINTED,
    *,
    declared: Secrecy = Secrecy.OPEN,
) -> PageReading:
    """The marking first; then clean-up, first looks at running text and table cells with ink, second looks.

    What is not `printed` wording of a form is read again by the others of `engines`. declared: what the
    batch was declared to be; a page with a higher marking is not read.
    """
    marking = marking_of(picture, engines)
    if marking.stops_at(declared):
        return stopped(picture.width, picture.height, picture.dpi, marking)
    return read_sheet(sheet_of(picture), engines, printed, marking=marking, declared=declared)


def read_sheet(
    sheet: Sheet,
    engines: Engines,
    printed: PrintedWording = NOTHING_PRINTED,
    *,
    marking: Secrecy = Secrecy.OPEN,
    declared: Secrecy = Secrecy.OPEN,
) -> PageReading:
    """As `read_page`, where the picture itself is not needed any more: in colour it is 26 MB.

    marking: what is known to be stamped on it. declared: what its batch was declared to be; a page on which
    a higher marking is read is given without anything that was read.
    """
    page = turned.cleaned(sheet, engines.first)
    codes = codes_of(page)
    if quality.is_blank(page.letters):
        return replace(_reading(sheet, page, (), (), marks(page, (), ())), codes=codes, secrecy=marking)
    grids = tuple(grid for grid in page.grids if not _is_frame(grid, page))
    tables = tuple(grid for grid in grids if not _is_photo_box(grid))
    running, *cells = _read_once([running_text(page, grids), *inked_cells(page, tables)], engines)
    running = missed.with_missed(running, _outside(page.letters, grids), engines.reader or engines.first)
    marking = max(marking, marking_among(running.placed, page.image.shape[0]), key=lambda one: one.rank)
    if marking.stops_at(declared):
        return stopped(sheet.width, sheet.height, sheet.kept_dpi, marking)
    read = looked_again([running, *cells], engines, printed)
    lines = tuple(line for region in read for line in region.placed)
    reading = _reading(sheet, page, lines, tables, marks(page, lines, engines.line_readers))
    return replace(reading, codes=codes, secrecy=marking)


def stopped(width: int, height: int, dpi: int, marking: Secrecy) -> PageReading:
    """The reading of a page that was not read, because of what is stamped on it."""
    return PageReading(
        width, height, dpi, 0, 0.0, PageKind.UNKNOWN, (SECRET_MARKING,), lines=(), secrecy=marking
    )


def _read_once(regions: Sequence[Region], engines: Engines) -> list[Region]:
    if engines.reader is None:
        return first_looks.by_engine(regions, engines.first)
    return first_looks.by_line_reader(regions, engines.first, engines.reader)


def _outside(letters: Grey, grids: Sequence[Grid]) -> Grey:
    """The mask of ink without what stands in grids."""
    outside = letters.copy()
    for grid in grids:
        outside[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 0
    return outside


def _is_photo_box(grid: Grid) -> bool:
    return grid.rows * grid.columns == 1


def _is_frame(grid: Grid, page: CleanPage) -> bool:
    """A box around running text: its lines belong to the flow."""
    return _is_photo_box(grid) and grid.box.width > _PHOTO_SHARE * page.image.shape[1]


def _reading(
    sheet: Sheet,
    page: CleanPage,
    lines: tuple[TextLine, ...],
    tables: tuple[Grid, ...],
    marked: tuple[Box, ...],
) -> PageReading:
    """Everything brought to the pixels of the upright page; blank is what has not one stroke of a pen."""
    drawn = () if lines else quality.strokes(page.paper)
    return PageReading(
        width=sheet.width,
        height=sheet.height,
        dpi=sheet.kept_dpi,
        rotation=page.rotation,
        skew=page.skew,
        kind=PageKind.UNKNOWN if lines or drawn else PageKind.BLANK,
        quality=quality.judged(quality.measured(page)).reasons,
        lines=tuple(line.moved(0, 0, page.scale) for line in lines),
        grids=tuple(_moved(grid, page.scale) for grid in tables),
        marks=tuple(mark.moved(0, 0, page.scale) for mark in marked or drawn),
        upright_to_kept=page.to_kept,
    )


def _moved(grid: Grid, scale: float) -> Grid:
    cells = tuple(Cell(cell.row, cell.column, cell.box.moved(0, 0, scale)) for cell in grid.cells)
    return Grid(grid.box.moved(0, 0, scale), grid.rows, grid.columns, cells)
