"""The stop behind the last word of a line, which the line readers take for a leader's dot.

They read the paper, where dots go on behind the value ("tại đơn vị........"); the clean-up takes a leader's
dots off and leaves the one that stands close to the word. Without a doubt that stop would be lost unseen.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.extraction.page.two_looks import spoken_against
from hrdigitize.imaging.pixels import Grey

_INK = 128
#: How far behind the last word its stop stands, in heights of its tallest letter, and how large a stop is.
_REACH, _LEAST, _MOST = 0.6, 0.06, 0.3
#: A stop stands on the line: this near to where letters end, in heights of the tallest one.
_OFF_LINE = 0.16


def doubted(words: Sequence[Word], image: Grey) -> tuple[Word, ...]:
    """The words of a line's end; the last one unsure, with a stop beside, where one stands behind it unread.

    image: what the clean-up left; the boxes of the words lie on it.
    """
    if not words or not words[-1].text[-1:].isalnum() or not _has_stop(words[-1].box, image):
        return tuple(words)
    last = words[-1]
    return (*words[:-1], spoken_against(last, f"{last.text}."))


def _has_stop(box: Box, image: Grey) -> bool:
    """Whether the last ink of a word, or behind it, is a dot on the line, right of every letter."""
    seen = Box(box.x, box.y, box.width + round(_REACH * box.height), box.height)
    inside = seen.clipped(image.shape[1], image.shape[0])
    dark = (image[inside.y : inside.bottom, inside.x : inside.right] < _INK).astype(np.uint8)
    if dark.size == 0:
        return False
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    pieces = [Box(*(int(number) for number in stats[at, :4])) for at in range(1, count)]
    tallest = max((piece.height for piece in pieces), default=0)
    letters = [piece for piece in pieces if piece.height > 2 * _MOST * tallest]
    dots = [piece for piece in pieces if piece.x >= max((one.right for one in letters), default=0)]
    if len(dots) != 1 or not letters:
        return False
    dot = dots[0]
    foot = sorted(one.bottom for one in letters)[len(letters) // 2]
    sized = all(_LEAST * tallest <= side <= _MOST * tallest for side in (dot.width, dot.height))
    return sized and abs(dot.bottom - foot) <= _OFF_LINE * tallest
