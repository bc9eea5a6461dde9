"""What the line reader sees of a crop, and the characters that it knows: shared with its training.

A crop is a line or a part of one at about 300 dpi, dark print on white. It becomes a strip of one height:
print keeps its size (no crop is blown up to fill the height), since a tone mark differs from a speck by size.
"""

from __future__ import annotations

import unicodedata

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

#: Rows of a strip, and its resolution: 72 rows hold a line of 14 pt with all marks.
HEIGHT = 72
_STRIP_DPI = 300
#: White before and after the print, in columns of the strip.
MARGIN = 12
#: Columns of a strip that make one step of the network; strips are padded to a multiple of it.
STEP = 6
#: A crop is never shrunk below one column, nor read wider than this many columns.
MAX_WIDTH = 4800

_VOWELS = "aăâeêioôơuưy"
#: Letters of highland names that Vietnamese lacks (Êñuôl, Ayŭn, Čư): Ê Đê, Gia Rai and Ba Na are written so.
HIGHLAND = "ñčĕĭŏŭ"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _alphabet() -> str:
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    letters = [*toned, *"bcdđfghjklmnpqrstvwxz"]
    capitals = [letter.upper() for letter in letters]
    signs = "0123456789" + ".,;:!?()[]/\\-–+*%&=_'\"’“”…|°@#<>"
    return " " + "".join(letters) + "".join(capitals) + signs + HIGHLAND + HIGHLAND.upper()


#: All characters that the reader knows, in the order of its classes; class 0 is the blank between characters.
ALPHABET = _alphabet()


def strip_scale(rows: int, columns: int, dpi: int) -> float:
    """How many pixels of the strip one pixel of a crop of this size becomes."""
    return min(_STRIP_DPI / dpi, HEIGHT / rows, MAX_WIDTH / columns)


def strip_of(crop: Grey, dpi: int = 300) -> Grey:
    """The crop at the reader's height: white above and below where it is lower, smaller where it is higher.

    An empty crop becomes a white strip.
    """
    rows, columns = crop.shape
    if rows == 0 or columns == 0:
        return np.full((HEIGHT, 2 * MARGIN), 255, np.uint8)
    scale = strip_scale(rows, columns, dpi)
    size = (max(1, round(columns * scale)), max(1, min(HEIGHT, round(rows * scale))))
    small = cv2.resize(crop, size, interpolation=cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC)
    above = (HEIGHT - size[1]) // 2
    below, right = HEIGHT - size[1] - above, MARGIN + -(size[0] + 2 * MARGIN) % STEP
    strip = cv2.copyMakeBorder(small, above, below, MARGIN, right, cv2.BORDER_CONSTANT, value=(255,))
    return strip.astype(np.uint8, copy=False)
