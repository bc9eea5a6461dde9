"""Small frames that stand alone on a page, as office stamps have around a word or two.

Looked for on the picture as it was taken, before anything is cleaned: the ink may be red, the page may lie
upside down, and whoever asks wants to know before anything is read.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, reduced

#: Frames are sought at about this resolution: their lines are three pixels wide there.
_LOOK_DPI = 150
_MM_PER_INCH = 25.4
#: The inside of a frame in millimetres: stamps of secrecy are 20 to 40 mm wide and 8 to 12 mm high; some room
#: for others, and for photographs of which nobody knows the resolution.
_WIDE_MM, _HIGH_MM = (11.0, 60.0), (4.5, 19.0)
#: A frame is so many times as wide as high at least.
_OBLONG = 1.4
#: Ink is so much darker than what is about it within this many pixels.
_ABOUT_PX, _DARKER = 41, 16
#: Lines are strokes of at least so many pixels across and down; letters have few of that length. Gaps in
#: worn lines are closed up to so many.
_STROKE_PX, _GAP_PX, _DOTS_PX = 13, 35, 5
#: The inside fills its rectangle so far, with what letters take of it, and without.
_FILLED, _HULL = 0.45, 0.86
#: What hangs together with a frame reaches this far beyond it, or has no more than so many frames in it: a
#: table reaches further and has more.
_BEYOND_MM, _FEW = 9.0, 2
#: So much of the inside is left out along the frame, in millimetres.
_RIM_MM = 0.8
#: What touches an edge and is no thicker than this share of the height is left of the frame.
_RIM_SHARE = 0.16
#: An inner frame covers no more of the outer one.
_INNER = 0.92
_MOST = 12

_Contour = NDArray[np.int32]
#: Middle, size and angle of a rectangle, as OpenCV gives them.
_Rect = tuple[tuple[float, float], tuple[float, float], float]


@dataclass(frozen=True, slots=True)
class _Look:
    """A small grey picture, and how many pixels of the kept one each of its own covers."""

    image: Grey
    times: int
    dpi: float

    def px(self, millimetres: float) -> float:
        return millimetres / _MM_PER_INCH * self.dpi


def framed_texts(picture: Picture) -> tuple[Grey, ...]:
    """What stands in each small frame, laid level at about 300 dots per inch, dark on light; most pages none.

    Which of its long sides is the upper one is not known.
    """
    look = _look(picture)
    rects = sorted(_frames(look), key=lambda rect: rect[0][1])[:_MOST]
    return tuple(_inside(picture, look, rect) for rect in rects)


def _look(picture: Picture) -> _Look:
    dpi = picture.dpi if picture.dpi > 0 else WORKING_DPI
    times = max(1, round(dpi / _LOOK_DPI))
    pixels = _pixels(picture)
    if picture.channels == 1:
        return _Look(reduced(pixels[:, :, 0], times), times, dpi / times)
    return _Look(_darkest(pixels[::times, ::times]), times, dpi / times)


def _pixels(picture: Picture) -> NDArray[np.uint8]:
    flat = np.frombuffer(picture.pixels, np.uint8)
    return flat.reshape(picture.height, picture.width, picture.channels)


def _darkest(pixels: NDArray[np.uint8]) -> Grey:
    """Each pixel by its darkest colour: red and blue ink are as dark as black there."""
    if pixels.shape[2] == 1:
        return np.ascontiguousarray(pixels[:, :, 0])
    return np.asarray(reduce(cv2.min, cv2.split(np.ascontiguousarray(pixels))), np.uint8)


def _frames(look: _Look) -> list[_Rect]:
    """The inside of every frame, the inner one where two lines run around; each once."""
    if min(look.image.shape) <= _ABOUT_PX:
        return []
    ink = cv2.adaptiveThreshold(
        look.image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _ABOUT_PX, _DARKER
    ).astype(np.uint8, copy=False)
    # A dotted line is whole after the first step, a line that breaks off for a way after the second one.
    dotted = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((_DOTS_PX, _DOTS_PX), np.uint8))
    found = [*_holes(dotted.astype(np.uint8, copy=False), look), *_holes(_lines(ink), look)]
    inner = [rect for rect in found if not any(_lies_within(other, rect) for other in found)]
    return [rect for at, rect in enumerate(inner) if not any(_same(rect, other) for other in inner[:at])]


def _holes(lines: Grey, look: _Look) -> Iterator[_Rect]:
    """Rectangles of paper with a line around; those of a table, which lie in one net of lines, left out."""
    contours, tree = cv2.findContours(lines, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    shortest = 2 * look.px(_WIDE_MM[0] + _HIGH_MM[0]) * 0.8
    nets: dict[int, list[_Rect]] = {}
    for at, contour in enumerate(contours):
        net = int(tree[0][at][3])
        if len(contour) >= shortest and net >= 0:
            rect = _rectangle(np.asarray(contour, np.int32), look)
            nets.setdefault(net, []).extend([rect] if rect is not None else [])
    for net, rects in nets.items():
        # A feeder's streak, or a box that the stamp touches, ties it to the rest of the page.
        if len(rects) <= _FEW or _is_small(np.asarray(contours[net], np.int32), look):
            yield from rects


def _lines(ink: Grey) -> Grey:
    """Straight strokes across and down alone, their gaps closed; letters and dots are gone."""
    across, down = _along(ink, (1, _STROKE_PX), (1, _GAP_PX)), _along(ink, (_STROKE_PX, 1), (_GAP_PX, 1))
    return cv2.dilate(cv2.bitwise_or(across, down), np.ones((3, 3), np.uint8)).astype(np.uint8, copy=False)


def _along(ink: Grey, stroke: tuple[int, int], gap: tuple[int, int]) -> Grey:
    strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(stroke, np.uint8))
    return cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones(gap, np.uint8)).astype(np.uint8, copy=False)


def _is_small(net: _Contour, look: _Look) -> bool:
    """Whether the lines that hang together reach no further than a stamp and what it touches."""
    _, _, width, height = cv2.boundingRect(net)
    beyond = 2 * look.px(_BEYOND_MM)
    return width <= look.px(_WIDE_MM[1]) + beyond and height <= look.px(_HIGH_MM[1]) + beyond


def _rectangle(hole: _Contour, look: _Look) -> _Rect | None:
    """The rectangle that the hole fills, lying along its long sides; None where it is no frame's inside."""
    (x, y), (width, height), angle = cv2.minAreaRect(hole)
    if width < height:
        width, height, angle = height, width, angle + 90.0
    sizes = ((width, _WIDE_MM), (height, _HIGH_MM))
    if any(not look.px(least) <= side <= look.px(most) for side, (least, most) in sizes):
        return None
    area = width * height
    if width < _OBLONG * height or cv2.contourArea(hole) < _FILLED * area:
        return None
    if cv2.contourArea(cv2.convexHull(hole)) < _HULL * area:
        return None
    return (x, y), (width, height), angle


def _lies_within(inner: _Rect, outer: _Rect) -> bool:
    (x, y), (width, height), _ = outer
    return (
        inner is not outer
        and math.hypot(inner[0][0] - x, inner[0][1] - y) < height / 2
        and inner[1][0] * inner[1][1] < _INNER * width * height
    )


def _same(one: _Rect, other: _Rect) -> bool:
    """Whether both are found at nearly the same place."""
    return math.dist(one[0], other[0]) < one[1][1] / 4 and abs(one[1][0] - other[1][0]) < one[1][1] / 2


def _inside(picture: Picture, look: _Look, rect: _Rect) -> Grey:
    """The inside cut from the picture itself, level, its paper white."""
    (x, y), (width, height), angle = rect
    rim = 2 * look.px(_RIM_MM)
    scale = WORKING_DPI / look.dpi
    across, down = round(max(1.0, width - rim) * scale), round(max(1.0, height - rim) * scale)
    reach = math.hypot(width, height) / 2 + 2
    left, top = max(0, int(x - reach)), max(0, int(y - reach))
    times = look.times
    part = _pixels(picture)[
        top * times : int(y + reach) * times + times, left * times : int(x + reach) * times + times
    ]
    turn = math.radians(angle)
    cos, sin = math.cos(turn) * times / scale, math.sin(turn) * times / scale
    middle_x, middle_y = (x - left + 0.5) * times, (y - top + 0.5) * times
    back = np.array(
        [
            [cos, -sin, middle_x - cos * across / 2 + sin * down / 2],
            [sin, cos, middle_y - sin * across / 2 - cos * down / 2],
        ],
        np.float32,
    )
    laid = cv2.warpAffine(
        _darkest(part),
        back,
        (across, down),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return _even(np.asarray(laid, np.uint8))


def _even(image: Grey) -> Grey:
    """The same with its paper white and its ink black."""
    dark, light = (float(level) for level in np.percentile(image, (2, 75)))
    stretched = (image.astype(np.float32) - dark) * (255.0 / max(1.0, light - dark))
    return _without_rim(np.clip(stretched, 0, 255).astype(np.uint8))


def _without_rim(image: Grey) -> Grey:
    """The piece without what is left of the frame along its edges: a reader takes it for a letter."""
    ink = cv2.threshold(image, 128, 255, cv2.THRESH_BINARY_INV)[1]
    _, labels, found, _ = cv2.connectedComponentsWithStats(ink)
    height, width = image.shape
    thin = _RIM_SHARE * height
    for label, (x, y, across, down, _) in enumerate(found.tolist()):
        beside = (x == 0 or x + across == width) and across <= thin
        above = (y == 0 or y + down == height) and down <= thin
        if label and (beside or above):
            image[labels == label] = 255
    return image


def turned_about(images: Sequence[Grey]) -> tuple[Grey, ...]:
    """The pieces upside down."""
    return tuple(np.ascontiguousarray(image[::-1, ::-1]) for image in images)
