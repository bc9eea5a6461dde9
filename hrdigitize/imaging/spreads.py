"""An opened booklet on one picture: two pages side by side, told by the empty strip along the fold.

A page in landscape is left whole: its lines, its title or the rules of its table run across the middle. So
is whatever is in doubt: two pages that stay on one picture are read worse, a page cut in two is wrong.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.imaging import light, orientation, sheets, skew
from hrdigitize.imaging.components import components
from hrdigitize.imaging.orientation import Signs
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, grey, reduced

_MM_AN_INCH, _A4_LONG_IN = 25.4, 297 / 25.4
#: The longer side of the smallest opened booklet, 19 x 27 cm a page, with what a scanner trims.
_SHORTEST_MM = 355.0
#: A3 with a border; what is longer was not taken at that resolution.
_LONGEST_MM = 460.0
#: Two A4 pages side by side are 1.41 times as wide as high; booklets and photographs are a little off.
_LEAST_RATIO, _MOST_RATIO = 1.2, 1.6
_MOST_PHOTO_RATIO = 1.9
#: Two pages that anybody could read have more pixels.
_FEWEST_PX = 600
#: The resolutions that scanners offer. A file that tells none counts as A4, which gives others for A3.
_USUAL_DPI = frozenset({100, 150, 200, 240, 300, 400, 600})
#: The fold is sought on a picture about so wide, three pixels a millimetre.
_LOOK_PX = 1240
#: Shares of the width: how far off the middle the fold may lie (a booklet at the edge of the glass), and how
#: wide the margins on both sides of it are at least.
_ASIDE, _LEAST_GUTTER = 0.06, 0.035
#: Shares of the height: what dirt, staples and stitches may darken; the rim that does not count; and the
#: shortest straight piece that is the fold itself or its shadow, not print.
_DIRT, _RIM, _FOLD_PIECE = 0.006, 0.025, 0.12
#: The cut keeps this share of the strip as a margin on either side.
_MARGIN = 0.25
#: Rows count as level within so much, are compared with so many rows around them, and are in step from this
#: likeness on (-1..1).
_LEVEL_PX, _AROUND_PX = 3, 31
_IN_STEP = 0.65

_Profile = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of one page lies: whether its lines surely run across, which way up, how askew."""

    across: bool
    signs: Signs
    degrees: float = 0.0


def find_spread(picture: Picture) -> Spread | None:
    """How the picture is to be parted into two pages; None for one page, and wherever there is a doubt.

    The same picture always gives the same answer.
    """
    long, short = max(picture.width, picture.height), min(picture.width, picture.height)
    if short < _FEWEST_PX or not _LEAST_RATIO <= long / short <= _MOST_PHOTO_RATIO:
        return None
    corners = _corners(picture)
    if not corners and (long / short > _MOST_RATIO or _is_small(picture)):
        return None
    image = grey(picture)
    if corners:
        image = _flat(image, corners)
    if image.shape[0] > image.shape[1]:
        # What was at the top lies at the left now: it holds the first page if the text is upright.
        image = cv2.rotate(image, cv2.ROTATE_90_COUNTERCLOCKWISE).astype(np.uint8, copy=False)
    times = max(1, round(image.shape[1] / _LOOK_PX))
    ink = light.ink(light.flattened(reduced(image, times)))
    fold = _fold(ink)
    if fold is None:
        return None
    looks = [_look(image[:, : fold * times]), _look(image[:, fold * times :])]
    if not all(look.across for look in looks):
        return None
    if _in_step(ink, fold, sum(look.degrees for look in looks) / 2):
        return None
    both = Signs(sum(look.signs.upright for look in looks), sum(look.signs.upside_down for look in looks))
    return Spread(fold * times, backwards=both.sure and both.lead < 0, corners=corners)


def parted(picture: Picture, spread: Spread) -> tuple[Picture, Picture]:
    """Both pages in reading order, lying as on the picture. ValueError where the cut is not on it."""
    shape = (picture.height, picture.width, picture.channels)
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(shape)
    if spread.corners:
        pixels = _flat(pixels, spread.corners).reshape(*_flat_size(spread.corners)[::-1], picture.channels)
    if pixels.shape[1] >= pixels.shape[0]:
        one, other = pixels[:, : spread.at], pixels[:, spread.at :]
    else:
        one, other = pixels[: spread.at], pixels[spread.at :]
    dpi = None if spread.corners or _tells_nothing(picture) else picture.dpi
    first, second = (other, one) if spread.backwards else (one, other)
    return _page(first, dpi), _page(second, dpi)


def _page(pixels: NDArray[np.uint8], dpi: int | None) -> Picture:
    """A page as a picture; without a resolution it counts as A4."""
    height, width, channels = pixels.shape
    as_a4 = round(max(height, width) / _A4_LONG_IN)
    return Picture(width, height, channels, dpi or max(1, as_a4), pixels.tobytes())


def _is_small(picture: Picture) -> bool:
    """Whether a scanner says that the paper is smaller than an opened booklet."""
    return _long_mm(picture) < _SHORTEST_MM and not _tells_nothing(picture)


def _tells_nothing(picture: Picture) -> bool:
    """Whether the resolution is a guess, which makes an A4 page of everything, and no scanner's."""
    return picture.dpi not in _USUAL_DPI or _long_mm(picture) > _LONGEST_MM


def _long_mm(picture: Picture) -> float:
    return max(picture.width, picture.height) / picture.dpi * _MM_AN_INCH


def _corners(picture: Picture) -> tuple[int, ...]:
    """The corners of the spread on a photograph, x and y in turn; none for a scan."""
    found = sheets.outline(picture)
    return () if found is None else tuple(round(float(number)) for number in found.ravel())


def _flat_size(corners: tuple[int, ...]) -> tuple[int, int]:
    """Width and height of the sheet with these corners, as finely as it was taken."""
    points = [complex(x, y) for x, y in zip(corners[::2], corners[1::2], strict=True)]
    top, right, bottom, left = (abs(points[(at + 1) % 4] - points[at]) for at in range(4))
    return max(2, round((top + bottom) / 2)), max(2, round((left + right) / 2))


def _flat(pixels: NDArray[np.uint8], corners: tuple[int, ...]) -> NDArray[np.uint8]:
    """The sheet with these corners, seen from straight above."""
    width, height = _flat_size(corners)
    seen = np.array(corners, np.float32).reshape(4, 2)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(seen, flat)
    laid = cv2.warpPerspective(pixels, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return laid.astype(np.uint8, copy=False)


def _fold(ink: Grey) -> int | None:
    """Where the fold is (pixels from the left), in an empty strip near the middle; None for no such strip."""
    height, width = ink.shape
    rim = round(_RIM * height)
    body = ink[rim : height - rim]
    piece = np.ones((max(3, round(_FOLD_PIECE * height)), 1), np.uint8)
    straight = cv2.morphologyEx(body, cv2.MORPH_OPEN, piece)
    # A fold that lies askew is a stair of such pieces, a shadow has a soft edge.
    marks = cv2.dilate(straight, np.ones((9, 7), np.uint8))
    dark = np.count_nonzero(cv2.subtract(body, marks), axis=0)
    empty = dark <= _DIRT * height
    middle, aside = width / 2, _ASIDE * width
    strip = max(_runs(empty), key=lambda run: _overlap(run, middle - aside, middle + aside), default=None)
    if strip is None or strip[1] - strip[0] < _LEAST_GUTTER * width:
        return None
    margin = _MARGIN * (strip[1] - strip[0])
    low, high = strip[0] + margin, strip[1] - margin
    if high < middle - aside or low > middle + aside:
        return None
    seen = np.flatnonzero(np.count_nonzero(straight, axis=0) > _FOLD_PIECE * height)
    inside = seen[(seen >= low) & (seen <= high)]
    at = float(np.median(inside)) if len(inside) else min(max(middle, low), high)
    return round(at)


def _runs(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Unbroken runs of chosen columns, each from its first up to, not including, its end."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(steps[::2], steps[1::2], strict=True)]


def _overlap(run: tuple[int, int], low: float, high: float) -> float:
    return max(0.0, min(run[1], high) - max(run[0], low))


def _look(page: Grey) -> _Look:
    """How the text of a page lies; nothing is sure where there is hardly any."""
    scale = WORKING_DPI * _A4_LONG_IN / max(page.shape)
    if not math.isclose(scale, 1.0, abs_tol=0.1):
        page = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    even = light.flattened(np.ascontiguousarray(page))
    lie = orientation.lying(light.ink(even))
    if lie.sideways or not lie.sure:
        return _Look(across=False, signs=Signs(0, 0))
    level = skew.upright(even, lie.degrees, 1.0)
    return _Look(across=True, signs=orientation.signs(components(light.ink(level))), degrees=lie.degrees)


def _in_step(ink: Grey, fold: int, degrees: float) -> bool:
    """Whether the lines on both sides are level with each other: rows of a list with a gap, and no fold."""
    level = skew.upright(cv2.bitwise_not(ink).astype(np.uint8), skew.angle(ink, degrees), 1.0)
    rows = [_waves(255 - part) for part in (level[:, :fold], level[:, fold:])]
    lags = range(-_LEVEL_PX, _LEVEL_PX + 1)
    return max(_likeness(rows[0], np.roll(rows[1], lag)) for lag in lags) > _IN_STEP


def _waves(page: Grey) -> _Profile:
    """How dark each row is against the rows around it."""
    dark: _Profile = page.mean(axis=1, dtype=np.float64)
    return dark - np.convolve(dark, np.full(_AROUND_PX, 1 / _AROUND_PX), mode="same")


def _likeness(one: _Profile, other: _Profile) -> float:
    length = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / length if length else 0.0
