"""The small pieces a page is built of: rows of set text, a frame for the photograph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from hrdigitize.printing.setting import Atom, Segment, natural_width, set_lines
from hrdigitize.printing.styles import Align, TextStyle

_DOT_PT = 0.75
_DOT_STEP_PT = 2.6
_GAP_BEFORE_PT = 1.5
_GAP_BEHIND_PT = 0.4
#: How far above the foot of a line its letters stand, as a part of the leading.
_BASELINE = 0.27


@dataclass(frozen=True, slots=True)
class Cell:
    """Text to be set within a part of the line; x and width in points from the left margin."""

    x: float
    width: float
    atoms: tuple[Atom, ...]
    style: TextStyle


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell broken into lines; each line with how far it is shifted to stand where its style says."""

    x: float
    style: TextStyle
    lines: tuple[tuple[Segment, ...], ...]
    shifts: tuple[float, ...]


class TextRows(Flowable):
    """Cells side by side, line by line on common baselines; may be split between any two lines.

    Each cell is drawn as a whole before its neighbour: who copies text from the page gets a wrapped
    value in one piece.
    """

    def __init__(self, cells: Sequence[_SetCell], before: float) -> None:
        super().__init__()
        self.spaceBefore = before
        self._cells = cells
        self._leading = max(cell.style.leading for cell in cells)
        self.count = max(len(cell.lines) for cell in cells)

    @property
    def needed_height(self) -> float:
        """What the rows take of a page, the room above them included."""
        return self.count * self._leading + float(self.spaceBefore)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        return available_width, self.count * self._leading

    def split(self, _available_width: float, available_height: float) -> list[Flowable]:
        fitting = int(available_height / self._leading)
        if not 0 < fitting < self.count:
            return []
        upper = [
            replace(cell, lines=cell.lines[:fitting], shifts=cell.shifts[:fitting]) for cell in self._cells
        ]
        lower = [
            replace(cell, lines=cell.lines[fitting:], shifts=cell.shifts[fitting:]) for cell in self._cells
        ]
        return [TextRows(upper, float(self.spaceBefore)), TextRows(lower, 0.0)]

    def draw(self) -> None:
        top = self.count * self._leading
        for cell in self._cells:
            for number, (line, shift) in enumerate(zip(cell.lines, cell.shifts, strict=True), start=1):
                baseline = top - number * self._leading + self._leading * _BASELINE
                self._draw_line(cell.x + shift, baseline, line, cell.style)

    def _draw_line(self, left: float, baseline: float, line: Sequence[Segment], style: TextStyle) -> None:
        for segment in line:
            if segment.text:
                self.canv.setFont(style.font, style.size)
                self.canv.drawString(left + segment.x, baseline, segment.text)
            else:
                self._draw_leader(left + segment.x, baseline, segment.width)

    def _draw_leader(self, x: float, baseline: float, width: float) -> None:
        """Dots as drawing, not as full stops: the text of the page stays free of them."""
        start, end = x + _GAP_BEFORE_PT, x + width - _GAP_BEHIND_PT
        if end - start < _DOT_STEP_PT:
            return
        self.canv.saveState()
        self.canv.setLineCap(1)
        self.canv.setLineWidth(_DOT_PT)
        self.canv.setDash([0, _DOT_STEP_PT])
        self.canv.line(start, baseline, end, baseline)
        self.canv.restoreState()


def text_rows(cells: Sequence[Cell]) -> TextRows:
    """The cells set side by side; as many lines as the longest of them needs."""
    return TextRows([_set(cell) for cell in cells], max(cell.style.before for cell in cells))


def _set(cell: Cell) -> _SetCell:
    lines = set_lines(cell.atoms, cell.width, cell.style.measure)
    shifts = tuple(_shift(cell.style.align, cell.width - natural_width(line)) for line in lines)
    return _SetCell(cell.x, cell.style, lines, shifts)


def _shift(align: Align, free: float) -> float:
    return {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]


class PhotoFrame(Flowable):
    """A frame at the left edge that takes no height itself: what follows stands beside it."""

    def __init__(self, width: float, height: float, lines: Sequence[str], style: TextStyle) -> None:
        super().__init__()
        self.frame_height = height
        self.page = 0
        self.room_below = 0.0
        self._frame_width = width
        self._lines = lines
        self._style = style

    def wrap(self, _available_width: float, available_height: float) -> tuple[float, float]:
        self.page = self.canv.getPageNumber()
        self.room_below = available_height
        return 0.0, 0.0

    def draw(self) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.rect(0, -self.frame_height, self._frame_width, self.frame_height)
        self.canv.setFont(self._style.font, self._style.size)
        top = -self.frame_height / 2 + self._style.leading * (len(self._lines) / 2 - 0.75)
        for number, line in enumerate(self._lines):
            self.canv.drawCentredString(self._frame_width / 2, top - number * self._style.leading, line)


class BelowPhoto(Flowable):
    """Takes the height that is still missing until the page is clear of the frame."""

    def __init__(self, photo: PhotoFrame) -> None:
        super().__init__()
        self._photo = photo

    def wrap(self, _available_width: float, available_height: float) -> tuple[float, float]:
        if self.canv.getPageNumber() != self._photo.page:
            return 0.0, 0.0
        passed = self._photo.room_below - available_height
        return 0.0, max(0.0, self._photo.frame_height - passed)

    def draw(self) -> None:
        """Room is all it is."""
