"""`read_page`: one page, before anybody knows its form."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Cell, Grid, PageKind, PageReading, TextLine
from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.page import first_looks, missed, turned
from hrdigitize.extraction.page.marks import marks
from hrdigitize.extraction.page.printed import NOTHING_PRINTED, PrintedWording
from hrdigitize.extraction.page.regions import Region, inked_cells, running_text
from hrdigitize.extraction.page.second_looks import looked_again
from hrdigitize.imaging import quality
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.sheets import Sheet, sheet_of
from hrdigitize.ocr.engine import Engines

#: A single box narrower than this share of the page is a place for a photograph, not text.
_PHOTO_SHARE = 0.35


def read_page(picture: Picture, engines: Engines, printed: PrintedWording = NOTHING_PRINTED) -> PageReading:
    """Clean-up, then a first look at running text and at every table cell with ink, then second looks.

    What is not `printed` wording of a form is read again by the others of `engines`.
    """
    return read_sheet(sheet_of(picture), engines, printed)


def read_sheet(sheet: Sheet, engines: Engines, printed: PrintedWording = NOTHING_PRINTED) -> PageReading:
    """As `read_page`, where the picture itself is not needed any more: in colour it is 26 MB."""
    page = turned.cleaned(sheet, engines.first)
    if quality.is_blank(page.letters):
        return _reading(sheet, page, (), (), marks(page, (), ()))
    grids = tuple(grid for grid in page.grids if not _is_frame(grid, page))
    tables = tuple(grid for grid in grids if not _is_photo_box(grid))
    running, *cells = _read_once([running_text(page, grids), *inked_cells(page, tables)], engines)
    running = missed.with_missed(running, _outside(page.letters, grids), engines.reader or engines.first)
    read = looked_again([running, *cells], engines, printed)
    lines = tuple(line for region in read for line in region.placed)
    return _reading(sheet, page, lines, tables, marks(page, lines, engines.line_readers))


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
    """Everything brought to the pixels of the upright page."""
    return PageReading(
        width=sheet.width,
        height=sheet.height,
        dpi=sheet.kept_dpi,
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
