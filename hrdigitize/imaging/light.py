"""Even light: the paper becomes white everywhere, whatever the scanner, the fold or the copy did."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging.pixels import Grey, reduced

#: The paper's brightness is estimated on an image this many times smaller.
_SHRINK = 4
#: Wider than any stroke or letter at the shrunk size, narrower than a shadow (pixels).
_STROKE_PX = 15
_BLUR_PX = 31
#: Thin grey rules are darker than this in a flattened image; show-through and grain mostly are not.
_FAINTEST = 203
_MUCH_FAINT = 1.3


def flattened(image: Grey) -> Grey:
    """The image divided by the local brightness of the paper: paper about 255, print dark."""
    height, width = image.shape
    small = reduced(image, _SHRINK)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_STROKE_PX, _STROKE_PX))
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, _BLUR_PX), (_BLUR_PX, _BLUR_PX), 0)
    paper = cv2.resize(np.maximum(paper, 1), None, fx=_SHRINK, fy=_SHRINK, interpolation=cv2.INTER_LINEAR)
    below, right = max(0, height - paper.shape[0]), max(0, width - paper.shape[1])
    paper = cv2.copyMakeBorder(paper, 0, below, 0, right, cv2.BORDER_REPLICATE)[:height, :width]
    return cv2.divide(image, paper, scale=255).astype(np.uint8, copy=False)


def ink(image: Grey) -> Grey:
    """Ink mask of a flattened image: 255 where there is ink, 0 elsewhere."""
    level, _ = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    # An almost empty page has no second peak: Otsu would call paper grain ink.
    level = min(max(level, 90.0), 190.0)
    return cv2.threshold(image, level, 255, cv2.THRESH_BINARY_INV)[1].astype(np.uint8, copy=False)


def rule_ink(image: Grey, dark: Grey) -> Grey:
    """Ink mask for ruled lines: down to the palest grey where much of the page is printed so, or `dark`.

    dark: the image's `ink`.
    Measured: forms with thin grey rules have 1.31-1.8 times as much faint ink as ink, and `ink` loses their
    tables; others have 1.13-1.29 times as much, and on poor scans of them faint ink is dirt.
    """
    faint = cv2.threshold(image, _FAINTEST, 255, cv2.THRESH_BINARY_INV)[1].astype(np.uint8, copy=False)
    return faint if cv2.countNonZero(faint) >= _MUCH_FAINT * cv2.countNonZero(dark) else dark
