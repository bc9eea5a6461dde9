"""What is wrong with a scan, in reasons that a clerk can act on while the paper is still in hand."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.pixels import Grey

#: The scanning rules ask for at least 200 dpi (TT 05/2025/TT-BNV Art. 8).
_LEAST_DPI = 195
#: Paper darker than this on average (0..255) hides thin strokes.
_DARK = 110
#: Share of letter ink under which a page counts as blank.
_BLANK_SHARE = 0.00012


def reasons(picture: Picture, grey: Grey) -> tuple[str, ...]:
    """Message codes of what is wrong; none for a good page."""
    found = []
    if picture.dpi < _LEAST_DPI:
        found.append("quality-low-resolution")
    if float(np.median(cv2.resize(grey, None, fx=0.1, fy=0.1, interpolation=cv2.INTER_AREA))) < _DARK:
        found.append("quality-too-dark")
    return tuple(found)


def is_blank(letters: Grey) -> bool:
    """Whether hardly any ink of letter size was left by the clean-up."""
    return int(np.count_nonzero(letters)) < _BLANK_SHARE * letters.size
