"""The reliability diagram as a PNG: predicted confidence across, share right upwards, for fields and cells.

A point on the dashed diagonal is as sure as it should be; below it, readings are surer than they are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, log1p
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from benchmarks.reliability import TYPE_GROUPS, Bin, Prediction, Reliability, reliability
from hrdigitize import bundle

#: Drawn so many times larger, then made small: Pillow's lines have hard edges.
_FINER = 3
_WIDTH, _MARGIN, _GAP = 1500, 70, 64
_BARS = 46
_PAPER, _INK, _FAINT, _GRID = "#ffffff", "#22303c", "#7a8791", "#e4e8eb"
_FIELDS, _CELLS = "#1f6fb2", "#d9731a"
#: Where panels begin, and the room under each: bars, labels, the next one's title.
_TOP, _UNDER = 160, 140
_SUREST = 0.9
#: Fields and cells stand so far to either side of their place, so that neither hides the other.
_SHIFT = 3
_EXPLANATION = (
    "points: share right in a bin, with its exact 95 % interval  ·  dashes: as sure as it is right  ·  "
    "beneath: readings in the bin, as figures or as bars on a logarithmic scale"
)


@dataclass(frozen=True, slots=True)
class _Series:
    """One colour of a panel."""

    name: str
    colour: str
    measured: Reliability


@dataclass(frozen=True, slots=True)
class _Panel:
    """A square plot; its axes run from `start` (across) and `low` (upwards) to 1.

    counted: the readings of every bin stand beneath it in figures, otherwise as bars.
    """

    title: str
    left: int
    top: int
    size: int
    start: float = 0.0
    low: float = 0.0
    counted: bool = False

    @property
    def bottom(self) -> int:
        return self.top + self.size

    @property
    def right(self) -> int:
        return self.left + self.size

    def across(self, confidence: float) -> float:
        return self.left + (confidence - self.start) / (1 - self.start) * self.size

    def upwards(self, share: float) -> float:
        """The height of a share; what lies below the plot stands on its lower edge."""
        return self.bottom - (max(share, self.low) - self.low) / (1 - self.low) * self.size

    def shown(self, measured: Reliability) -> tuple[Bin, ...]:
        """The bins that the plot has room for."""
        return tuple(found for found in measured.bins if found.mean_confidence >= self.start)


def draw(path: Path, fields: Sequence[Prediction], cells: Sequence[Prediction]) -> None:
    """Write the picture: all readings, the upper end of them enlarged, then every group of types."""
    large = (_WIDTH - 2 * _MARGIN - _GAP) // 2
    small = (_WIDTH - 2 * _MARGIN - 2 * _GAP) // 3
    second = _TOP + large + _UNDER
    pen = _Pen(_WIDTH, second + 2 * (small + _UNDER))
    pen.text(_MARGIN, 34, "Reliability: how sure a reading is, and how often it is right", 26, bold=True)
    pen.text(_MARGIN, 72, _EXPLANATION, 15, colour=_FAINT)
    everything = _series(fields, cells)
    _legend(pen, everything)
    _draw_panel(pen, _Panel("all readings", _MARGIN, _TOP, large, counted=True), everything)
    _draw_panel(pen, _enlarged(_MARGIN + large + _GAP, large, everything), everything)
    for number, group in enumerate(TYPE_GROUPS):
        row, column = divmod(number, 3)
        panel = _Panel(group, _MARGIN + column * (small + _GAP), second + row * (small + _UNDER), small)
        own = [[one for one in predicted if one.group == group] for predicted in (fields, cells)]
        series = _series(*own)
        _draw_panel(pen, panel, series)
        counts = " · ".join(f"{one.measured.count} {one.name}" for one in series)
        pen.text(panel.right, panel.top - 20, counts, 13, colour=_FAINT, anchor="rm")
    pen.save(path)


def _enlarged(left: int, size: int, series: Sequence[_Series]) -> _Panel:
    """The plot of the surest readings, deep enough for every point of theirs."""
    whole = _Panel("the surest, enlarged", left, _TOP, size, start=_SUREST, counted=True)
    shares = [found.share_right for one in series for found in whole.shown(one.measured)]
    low = min(_SUREST, floor(min(shares, default=_SUREST) * 10) / 10)
    return replace(whole, low=low)


def _series(fields: Sequence[Prediction], cells: Sequence[Prediction]) -> tuple[_Series, ...]:
    return (
        _Series("fields", _FIELDS, reliability(fields)),
        _Series("table cells", _CELLS, reliability(cells)),
    )


class _Pen:
    """Draws in the picture's own pixels on a larger canvas."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width * _FINER, height * _FINER), _PAPER)
        self._draw = ImageDraw.Draw(self._image)
        fonts = bundle.resources() / "fonts"
        self._faces = {
            bold: fonts / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf" for bold in (True, False)
        }
        self._size = (width, height)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        *,
        colour: str = _INK,
        anchor: str = "lm",
        bold: bool = False,
    ) -> float:
        """Draw a text; how wide it is."""
        face = ImageFont.truetype(str(self._faces[bold]), size * _FINER)
        self._draw.text((x * _FINER, y * _FINER), text, font=face, fill=colour, anchor=anchor)
        return float(face.getlength(text)) / _FINER

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.0) -> None:
        corners = [one * _FINER for one in (x1, y1, x2, y2)]
        self._draw.line(corners, fill=colour, width=round(width * _FINER))

    def dashes(self, x1: float, y1: float, x2: float, y2: float, colour: str) -> None:
        pieces = 80
        for piece in range(0, pieces, 2):
            start, end = piece / pieces, (piece + 1) / pieces
            self.line(
                x1 + (x2 - x1) * start,
                y1 + (y2 - y1) * start,
                x1 + (x2 - x1) * end,
                y1 + (y2 - y1) * end,
                colour,
                1.4,
            )

    def bar(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        self._draw.rectangle([one * _FINER for one in (left, top, right, bottom)], fill=colour)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        box = [one * _FINER for one in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, fill=colour, outline=_PAPER, width=_FINER)

    def save(self, path: Path) -> None:
        self._image.resize(self._size, Image.Resampling.LANCZOS).save(path, "PNG", optimize=True)


def _legend(pen: _Pen, series: Sequence[_Series]) -> None:
    x: float = _MARGIN
    for one in series:
        pen.dot(x + 6, 108, 6, one.colour)
        measured = one.measured
        text = (
            f"{one.name}: {measured.count} readings, expected calibration error "
            f"{measured.calibration_error:.3f}, Brier score {measured.brier:.3f}"
        )
        x += 20 + pen.text(x + 20, 108, text, 15) + 40


def _draw_panel(pen: _Pen, panel: _Panel, series: Sequence[_Series]) -> None:
    pen.text(panel.left, panel.top - 20, panel.title, 17, bold=True)
    _axes(pen, panel)
    most = max((found.count for one in series for found in one.measured.bins), default=1)
    for row, (one, side) in enumerate(zip(series, (-_SHIFT, _SHIFT), strict=True)):
        for found in panel.shown(one.measured):
            x = panel.across(found.mean_confidence)
            _point(pen, panel, found, x + side, one.colour)
            if panel.counted:
                # What crowds at the end of the whole plot has its figures in the enlarged one.
                if found.start < _SUREST or panel.start:
                    y = panel.bottom + 16 + row * 18
                    pen.text(x, y, str(found.count), 12, colour=one.colour, anchor="mm")
                continue
            foot, tall = panel.bottom + _BARS, log1p(found.count) / log1p(most) * (_BARS - 8)
            pen.bar(x + side - _SHIFT, foot - tall, x + side + _SHIFT - 1, foot, one.colour)


def _axes(pen: _Pen, panel: _Panel) -> None:
    steps = 5
    for step in range(steps + 1):
        confidence = panel.start + (1 - panel.start) * step / steps
        share = panel.low + (1 - panel.low) * step / steps
        x, y = panel.across(confidence), panel.upwards(share)
        pen.line(x, panel.top, x, panel.bottom, _GRID)
        pen.line(panel.left, y, panel.right, y, _GRID)
        pen.text(panel.left - 8, y, f"{share:.2f}".removesuffix("0"), 13, colour=_FAINT, anchor="rm")
        label = f"{confidence:.2f}".removesuffix("0")
        pen.text(x, panel.bottom + _BARS + 16, label, 13, colour=_FAINT, anchor="mm")
    least = max(panel.start, panel.low)
    pen.dashes(panel.across(least), panel.upwards(least), panel.right, panel.top, _FAINT)
    pen.line(panel.left, panel.bottom, panel.right, panel.bottom, _INK, 1.2)
    pen.line(panel.left, panel.top, panel.left, panel.bottom, _INK, 1.2)
    pen.line(panel.left, panel.bottom + _BARS, panel.right, panel.bottom + _BARS, _GRID)
    pen.text(panel.left + 8, panel.top + 14, "share right", 13, colour=_FAINT)
    middle = panel.left + panel.size / 2
    pen.text(middle, panel.bottom + _BARS + 38, "confidence", 13, colour=_FAINT, anchor="mm")


def _point(pen: _Pen, panel: _Panel, found: Bin, x: float, colour: str) -> None:
    ends = [panel.upwards(bound) for bound in found.bounds]
    pen.line(x, ends[0], x, ends[1], colour, 1.6)
    for end in ends:
        pen.line(x - 4, end, x + 4, end, colour, 1.6)
    pen.dot(x, panel.upwards(found.share_right), 5.5, colour)
