"""Black borders: the lid that was left open, the glass beside a page laid askew. They become paper."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging.components import Choice, components
from hrdigitize.imaging.pixels import Grey, reduced

#: Borders are sought on a picture so many times smaller.
_SHRINK = 8
#: Darker than this share of the paper; thicker than this (pixels of the small picture): no rule, no print.
_DARK = 0.4
_THICK_PX = 3
#: A border runs along this share of one side of the picture; what covers more of the page is no border.
_ALONG = 0.15
_LARGEST = 0.4
#: The border's soft edge is painted as well (pixels of the small picture).
_EDGE_PX = 2


def without_borders(image: Grey) -> Grey:
    """The image with black borders painted in the shade of its paper; the same image where there are none."""
    small = reduced(image, _SHRINK)
    paper = float(np.median(small))
    dark = cv2.threshold(small, _DARK * paper, 255, cv2.THRESH_BINARY_INV)[1]
    solid = np.ones((_THICK_PX, _THICK_PX), np.uint8)
    borders = _at_edges(cv2.morphologyEx(dark, cv2.MORPH_OPEN, solid).astype(np.uint8, copy=False))
    covered = cv2.countNonZero(borders) / borders.size
    if not 0 < covered < _LARGEST:
        return image
    reach = 2 * _EDGE_PX + 1
    wide = cv2.dilate(borders, np.ones((reach, reach), np.uint8))
    mask = cv2.resize(wide, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_NEAREST)
    painted = image.copy()
    painted[mask > 0] = round(paper)
    return painted


def _at_edges(solid: Grey) -> Grey:
    """Those dark areas that run along an edge of the picture."""
    height, width = solid.shape
    found = components(solid)
    right, bottom = found.left + found.width, found.top + found.height
    beside = ((found.left == 0) | (right == width)) & (found.height >= _ALONG * height)
    over: Choice = ((found.top == 0) | (bottom == height)) & (found.width >= _ALONG * width)
    chosen: Choice = beside | over
    chosen[0] = False
    return found.mask(chosen)
