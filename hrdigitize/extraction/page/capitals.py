"""Capitals whose small letter has the same shape (C and c, Ơ and ơ), told by how high they stand.

The line readers see a strip at its own size and no line beside it. Of the 40 surest values of calibrating
forms that were wrong though both agreed, 19 differed in the case of a letter only.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.domain.vietnamese import folded
from hrdigitize.extraction.page.two_looks import spoken_against
from hrdigitize.imaging.pixels import Grey

#: Letters that look alike in both cases, all of them without a stroke below the line.
ALIKE = frozenset("cosuvwxz")
_INK = 128
#: From how many times to how many times as high as the letters behind it a capital stands, and a small
#: letter. In the faces of offices capitals are 1.35-1.5 times as high; what is out of both is broken.
_CAPITAL, _SMALL = (1.25, 1.58), (0.92, 1.1)
#: A word that is read more surely than this is not looked at: scans break letters more often.
_CERTAIN = 0.99
#: What is lower than this share of the first letter is a mark or a sign.
_BODY = 0.45
#: A first letter wider than this many times its height has others stuck to it.
_WIDEST = 1.35


def doubted(words: Sequence[Word], image: Grey) -> tuple[Word, ...]:
    """The words; one whose first letter stands as high as in the other case is unsure, with that one beside.

    What was read stays: of 20 such words of calibrating forms about half were right. image: what the boxes of
    the words lie on.
    """
    return tuple(_doubted(word, image) for word in words)


def _doubted(word: Word, image: Grey) -> Word:
    first, rest = word.text[:1], [letter for letter in word.text[1:] if letter.isalpha()]
    if word.confidence >= _CERTAIN or folded(first) not in ALIKE:
        return word
    if not rest or not all(letter.islower() for letter in rest):
        return word
    height = _relative_height(word.box, image)
    low, high = _SMALL if first.isupper() else _CAPITAL
    if height is None or not low <= height <= high:
        return word
    return spoken_against(word, first.swapcase() + word.text[1:])


def _relative_height(box: Box, image: Grey) -> float | None:
    """How many times as high as the lowest letter behind it the first one of a word is; None if unclear.

    Tops are compared, above the foot of the first letter: a y is as high as a capital, and begins lower.
    """
    inside = box.clipped(image.shape[1], image.shape[0])
    dark = (image[inside.y : inside.bottom, inside.x : inside.right] < _INK).astype(np.uint8)
    if dark.size == 0:
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    pieces = [Box(*(int(number) for number in stats[at, :4])) for at in range(1, count)]
    tallest = max((piece.height for piece in pieces), default=0)
    bodies = sorted(piece for piece in pieces if piece.height >= _BODY * tallest)
    if len(bodies) < 2 or bodies[0].width > _WIDEST * bodies[0].height:
        return None
    first, others = bodies[0], [body for body in bodies[1:] if body.x >= bodies[0].right - 2]
    heights = [first.bottom - body.y for body in others if body.bottom >= first.bottom - first.height // 4]
    lowest = min((height for height in heights if height >= _BODY * first.height), default=0)
    return first.height / lowest if lowest else None
