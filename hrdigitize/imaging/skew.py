"""How far a page lies askew, and turning it upright."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging.pixels import Grey, reduced

#: Angles up to this are searched (degrees); a page askew by more was laid on wrongly.
LIMIT_DEGREES = 15.0
_COARSE_STEP = 0.5
_FINE_STEPS = (0.1, 0.05)
_SHRINK = 4


def roughly(small: Grey) -> float:
    """The angle of the lines on a small picture of the ink, to half a degree; 0.0 for an empty one."""
    angles = np.arange(-LIMIT_DEGREES, LIMIT_DEGREES + 0.01, _COARSE_STEP)
    return _sharpest(small, sorted(angles.tolist(), key=abs))


def angle(ink_mask: Grey, about: float) -> float:
    """The skew in degrees, clockwise positive (lines run down to the right), sought near `about`."""
    small = reduced(ink_mask, _SHRINK)
    if not small.any():
        return 0.0
    found, reach = about, _COARSE_STEP
    for step in _FINE_STEPS:
        found = _sharpest(small, np.arange(found - reach, found + reach + 0.001, step).tolist())
        reach = step
    return round(found, 2)


def upright(image: Grey, degrees: float, scale: float) -> Grey:
    """The image turned back by its skew about its centre and scaled; same frame, white corners."""
    height, width = image.shape
    if degrees == 0.0 and scale == 1.0:
        return image
    out_width, out_height = round(width * scale), round(height * scale)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, scale)
    turn[0, 2] += out_width / 2 - width / 2
    turn[1, 2] += out_height / 2 - height / 2
    return cv2.warpAffine(
        image,
        turn,
        (out_width, out_height),
        flags=_between_pixels(scale),
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255,),
    ).astype(np.uint8, copy=False)


def _between_pixels(scale: float) -> int:
    """How pixels between pixels are made: cubic takes twice as long, and gains where a page is enlarged."""
    if scale > 1.0:
        return cv2.INTER_CUBIC
    return cv2.INTER_LINEAR if scale == 1.0 else cv2.INTER_AREA


def _sharpest(small: Grey, angles: list[float]) -> float:
    """The first of the angles at which the rows are sharpest."""
    return max(angles, key=lambda degrees: _sharpness(small, degrees))


def _sharpness(mask: Grey, degrees: float) -> float:
    """How sharply ink falls into rows when the mask is turned back by this angle."""
    height, width = mask.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(mask, turn, (width, height), flags=cv2.INTER_NEAREST)
    rows = cv2.reduce(turned, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F)[:, 0].astype(np.float64)
    return float(np.square(np.diff(rows)).sum())
