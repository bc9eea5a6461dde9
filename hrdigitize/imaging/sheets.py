"""The sheet on a photograph: found by its four sides, brighter than what it lies on, and laid flat.

A scan has no such sides; it stays as it is. Shadows are left to `light`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import UNMOVED, Transform
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, grey, reduced

#: The longer side of an A4 sheet in inches, and how many times as long it is as the shorter one.
_LONG_IN, _RATIO = 297 / 25.4, math.sqrt(2.0)
#: The sides are sought on a picture of about this height.
_LOOK_PX = 800
#: A smaller picture, or a shorter edge, is no sheet.
_FEWEST_PX = 50
#: Print and rules are no wider than this on it; edges are a change from so far above to so far below.
_PRINT_PX, _ACROSS_PX = 9, 3
#: Paper is so many times as bright as what it lies on (natural logarithm); a shadow's soft edge is less.
_STEP = 0.15
#: A side lies askew by no more than this; so much of it is seen as an edge, this near the straight line.
#: Measured on 78 photographs of generated pages: 77 sheets found, no corner off by more than 0.8 mm; on 138
#: scans none. Of sheets on a pale desk, 1 in 12 was found wrong where three quarters of a side were enough.
_ASKEW_DEGREES = 15.0
_SEEN = 0.85
_NEAR_PX, _STRAIGHT_PX = 5.0, 1.6
_FEWEST_VOTES = 0.25
#: The sheet covers so much of the picture, and has nearly the sides of A4.
_LEAST_SHARE = 0.35
_RATIO_SLACK = 0.12
#: So much of the sheet's rim is left out: the desk never shows (pixels at the working resolution).
_RIM_PX = 8
#: A corner may be cut off by the picture's edge by so much.
_OUTSIDE_PX = 4
#: Whatever is darker counts as so dark.
_BLACK = 8.0

#: Four points, two numbers each: x and y.
Corners = NDArray[np.float64]
_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper in grey, flat.

    dpi: of the image. taken_dpi: how finely the paper was taken; less where a photograph had to be enlarged.
    to_kept: from the image to the kept page, which is `width` by `height` pixels at `kept_dpi`.
    """

    image: Grey
    dpi: int
    taken_dpi: int
    to_kept: Transform
    width: int
    height: int
    kept_dpi: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of the sheet: a point on it, its direction, and along how many pixels it is seen."""

    x: float
    y: float
    across: float
    down: float
    seen: int

    def turned_back(self, width: int) -> _Side:
        """The side on the picture before a quarter of a turn counterclockwise; width: that picture's."""
        return _Side(width - 1 - self.y, self.x, -self.down, self.across, self.seen)

    def meeting(self, other: _Side) -> tuple[float, float]:
        """Where both lines cross; they are not parallel."""
        product = self.across * other.down - self.down * other.across
        way = ((other.x - self.x) * other.down - (other.y - self.y) * other.across) / product
        return self.x + way * self.across, self.y + way * self.down


def sheet_of(picture: Picture) -> Sheet:
    """The picture itself; where it is surely a photograph of an A4 sheet, that sheet at WORKING_DPI."""
    image = grey(picture)
    corners = outline(picture)
    if corners is None:
        flat, dpi, taken_dpi, to_kept = image, picture.dpi, picture.dpi, UNMOVED
    else:
        flat, taken_dpi, to_kept = _flat(image, corners)
        dpi = WORKING_DPI
    return Sheet(flat, dpi, taken_dpi, to_kept, picture.width, picture.height, picture.dpi)


def outline(picture: Picture) -> Corners | None:
    """The corners of the sheet, clockwise from the top left, in pixels; None where no outline is certain."""
    times = max(1, round(max(picture.width, picture.height) / _LOOK_PX))
    small = _darkest(picture, times)
    if min(small.shape) < _FEWEST_PX:
        return None
    light = _light(small)
    height, width = light.shape
    sides: list[_Side] = []
    for turn in range(4):
        side = _top_side(np.rot90(light, turn))
        if side is None:
            return None
        for back in range(turn, 0, -1):
            side = side.turned_back(width if back % 2 else height)
        sides.append(side)
    # A quarter counterclockwise brings the right side to the top, the next one the bottom.
    met = [sides[corner - 1].meeting(sides[corner]) for corner in range(4)]
    corners: Corners = np.array(met, np.float64)
    if not _is_seen(corners, sides) or not _is_sheet(corners - _PRINT_PX, small.shape[1], small.shape[0]):
        return None
    return np.asarray((corners - _PRINT_PX) * times, np.float64)


def _darkest(picture: Picture, times: int) -> Grey:
    """The picture so many times smaller, each pixel by its darkest colour: a coloured desk is no paper."""
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, picture.channels)
    small = np.ascontiguousarray(pixels[::times, ::times])
    return np.asarray(reduce(cv2.min, cv2.split(small)), np.uint8)


def _light(small: Grey) -> _Plane:
    """The logarithm of how bright paper and desk are, without the print; with a frame of _PRINT_PX."""
    frame, print_size = _PRINT_PX, np.ones((_PRINT_PX, _PRINT_PX), np.uint8)
    # With a frame, a strip of desk along the picture's edge is no print.
    framed = cv2.copyMakeBorder(small, frame, frame, frame, frame, cv2.BORDER_REPLICATE)
    bare = cv2.blur(cv2.morphologyEx(framed, cv2.MORPH_CLOSE, print_size), (3, 3))
    levels = np.log(np.maximum(np.arange(256, dtype=np.float32), _BLACK))
    return np.asarray(cv2.LUT(bare, levels), np.float32)


def _top_side(light: _Plane) -> _Side | None:
    """The straightest long edge in the upper half under which it is brighter; None for none."""
    half = light[: light.shape[0] // 2]
    step = np.ascontiguousarray(half[2 * _ACROSS_PX :] - half[: -2 * _ACROSS_PX])
    edge = (step >= _STEP) & (step >= cv2.dilate(step, np.ones((2 * _ACROSS_PX + 1, 1), np.uint8)))
    fewest = int(_FEWEST_VOTES * edge.shape[1])
    if np.count_nonzero(edge) < fewest:
        return None
    askew = math.radians(_ASKEW_DEGREES)
    lines = cv2.HoughLines(
        edge.astype(np.uint8),
        1,
        math.pi / 360,
        fewest,
        min_theta=math.pi / 2 - askew,
        max_theta=math.pi / 2 + askew,
    )
    if lines is None:
        return None
    rho, theta = (float(number) for number in lines[0][0])
    cos, sin = math.cos(theta), math.sin(theta)
    y, x = np.nonzero(edge)
    return _fitted(x, y + _ACROSS_PX, _Side(rho * cos, rho * sin + _ACROSS_PX, sin, -cos, 0))


def _fitted(x: NDArray[np.intp], y: NDArray[np.intp], side: _Side) -> _Side:
    """The side drawn anew through the points near it, twice, ever nearer."""
    for near in (_NEAR_PX, _STRAIGHT_PX):
        away = np.abs((x - side.x) * side.down - (y - side.y) * side.across)
        x, y = x[away <= near], y[away <= near]
        if len(x) < _FEWEST_PX:
            return replace(side, seen=0)
        points = np.column_stack((x, y)).astype(np.float32)
        across, down, at_x, at_y = (
            float(number) for number in cv2.fitLine(points, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        )
        side = _Side(at_x, at_y, across, down, len(np.unique(x)))
    return side


def _is_seen(corners: Corners, sides: list[_Side]) -> bool:
    """Whether the paper's edge is seen along most of every side."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return all(side.seen >= _SEEN * length for side, length in zip(sides, lengths.tolist(), strict=True))


def _is_sheet(corners: Corners, width: int, height: int) -> bool:
    """Whether a sheet seen from somewhere above it may have these corners, and lies in the picture."""
    inside = (corners > -_OUTSIDE_PX) & (corners < np.array([width, height]) + _OUTSIDE_PX)
    outer = corners.astype(np.float32)
    if not inside.all() or not cv2.isContourConvex(outer):
        return False
    across, down = _size(corners)
    ratio = max(across, down) / min(across, down)
    return abs(ratio / _RATIO - 1) <= _RATIO_SLACK and cv2.contourArea(outer) >= _LEAST_SHARE * width * height


def _size(corners: Corners) -> tuple[float, float]:
    """The mean lengths of the sides that run across and down."""
    top, right, bottom, left = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1).tolist()
    return (top + bottom) / 2, (left + right) / 2


def _flat(image: Grey, corners: Corners) -> tuple[Grey, int, Transform]:
    """The sheet as if scanned at WORKING_DPI, without its rim; how finely it was taken, and the way back."""
    across, down = _size(corners)
    long, short = round(_LONG_IN * WORKING_DPI), round(_LONG_IN / _RATIO * WORKING_DPI)
    width, height = (short, long) if across <= down else (long, short)
    taken_dpi = round(max(across, down) / _LONG_IN)
    times = max(1, taken_dpi // WORKING_DPI)
    near, right, bottom = -_RIM_PX, width + _RIM_PX, height + _RIM_PX
    flat = np.array([[near, near], [right, near], [right, bottom], [near, bottom]], np.float32)
    laid = cv2.warpPerspective(
        reduced(image, times),
        cv2.getPerspectiveTransform((corners / times).astype(np.float32), flat),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    a, b, c, d, e, f, g, h, i = cv2.getPerspectiveTransform(flat, corners.astype(np.float32)).ravel().tolist()
    return np.asarray(laid, np.uint8), taken_dpi, Transform((a, b, c, d, e, f, g, h, i))
