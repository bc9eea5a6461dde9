"""What of a page is read in one piece: its running text, and each table cell with ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Grid, TextLine
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.pixels import Grey, framed

#: Ink of a cell starts this far inside its rules (pixels at the working resolution).
_INSIDE_PX = 3
#: White around a cell: Tesseract reads worse when letters touch the edge.
MARGIN_PX = 12
#: Less letter ink than this in a cell is none.
_CELL_INK_PX = 30
#: A cell no higher than the first holds one line, one no higher than the second may: two lines of small print
#: (9 pt) are 60-75 px high, and a row with next to no ink parts them in the middle. Between letters and their
#: marks such a row stands higher up.
_SURELY_ONE_PX, _ONE_LINE_PX = 48, 75
_MIDDLE = (0.33, 0.67)
_WHITE_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of a page, and its lines once they are read.

    image: what the clean-up left of it; paper: the same place before rules, leaders, stamps and specks were
    taken off. x, y: where its corner lies on the page. cell: one of a table. low: of one line, surely.
    """

    image: Grey
    paper: Grey
    x: int = 0
    y: int = 0
    cell: bool = False
    low: bool = False
    lines: tuple[TextLine, ...] = ()

    def reading(self, lines: Iterable[TextLine]) -> Region:
        """The region with these lines."""
        return replace(self, lines=tuple(lines))

    @property
    def placed(self) -> tuple[TextLine, ...]:
        """Its lines in pixels of the page."""
        return tuple(line.moved(self.x, self.y) for line in self.lines)


def running_text(page: CleanPage, grids: Sequence[Grid]) -> Region:
    """The whole page without what stands in its grids."""
    image = page.image.copy()
    for grid in grids:
        image[grid.box.y : grid.box.bottom, grid.box.x : grid.box.right] = 255
    return Region(image, page.paper)


def inked_cells(page: CleanPage, grids: Sequence[Grid]) -> list[Region]:
    """The ink of every cell that has any, with white around."""
    crops = (_inked(page, cell.box) for grid in grids for cell in grid.cells)
    return [
        Region(
            _cut_out(page.image, crop),
            _with_surroundings(page.paper, crop),
            crop.x - MARGIN_PX,
            crop.y - MARGIN_PX,
            cell=True,
            low=_is_one_line(page, crop),
        )
        for crop in crops
        if crop is not None
    ]


def _inked(page: CleanPage, box: Box) -> Box | None:
    """The part of a cell that holds ink; None for an empty cell (it never reaches the engine)."""
    inside = box.padded(-_INSIDE_PX).clipped(page.letters.shape[1], page.letters.shape[0])
    letters = page.letters[inside.y : inside.bottom, inside.x : inside.right]
    if letters.size == 0 or int(np.count_nonzero(letters)) < _CELL_INK_PX:
        return None
    x, y, width, height = cv2.boundingRect(letters)
    return Box(inside.x + x, inside.y + y, width, height)


def _cut_out(image: Grey, crop: Box) -> Grey:
    return framed(image[crop.y : crop.bottom, crop.x : crop.right], *[MARGIN_PX] * 4)


def _with_surroundings(paper: Grey, crop: Box) -> Grey:
    """As large as `_cut_out`, with what stands around: a hook that touches a rule went with the rule."""
    around = crop.padded(MARGIN_PX)
    seen = around.clipped(paper.shape[1], paper.shape[0])
    return framed(
        paper[seen.y : seen.bottom, seen.x : seen.right],
        above=seen.y - around.y,
        below=around.bottom - seen.bottom,
        left=seen.x - around.x,
        right=around.right - seen.right,
    )


def _is_one_line(page: CleanPage, crop: Box) -> bool:
    """Whether a cell holds one line: a low one, or one that no white row parts in the middle."""
    if crop.height <= _SURELY_ONE_PX:
        return True
    if crop.height > _ONE_LINE_PX:
        return False
    ink = np.count_nonzero(page.letters[crop.y : crop.bottom, crop.x : crop.right], axis=1)
    middle = ink[round(_MIDDLE[0] * crop.height) : round(_MIDDLE[1] * crop.height)]
    return int(middle.min()) > _WHITE_SHARE * int(ink.max())
