"""Values written into small boxes: a tick, or one sign in each box of a row.

The clean-up has taken the frames off (`imaging.boxes`): what is left is the ink inside, or nothing.
"""

from __future__ import annotations

import re

from hrdigitize.domain.reading import Doubt
from hrdigitize.extraction.normalise import NO_TICKS, TICKS
from hrdigitize.extraction.wording import SEPARATORS

TICK = "x"
#: Longer than this is a word and no tick, however it was read.
_LONGEST_TICK = 4
#: What a ragged tick and an empty frame read as.
_STROKES = frozenset("xvyk×⁄/√")
_FRAME = frozenset("lìíiïjdđo0ôcn[](){}|!_ ")
_BETWEEN = re.compile(r"[\s|\[\]]+")


def joined(text: str) -> str:
    """The signs of a row of boxes as one value, without what frames read as."""
    return _BETWEEN.sub("", text)


def count_doubts(text: str, boxes: int) -> tuple[Doubt, ...]:
    """A doubt where there are more signs than boxes."""
    return (Doubt("doubt-box-count"),) if len(text) > boxes else ()


def signs(raw: str) -> str:
    """What is left of a blank when separators and leaders are taken off its ends."""
    return raw.strip(SEPARATORS)


def tick(text: str, *, inked: bool) -> tuple[str, tuple[Doubt, ...]]:
    """What a box for a tick says: ink inside is a tick, no ink is a blank. What is not clear is doubted.

    inked: ink that gave no text. A frame that the clean-up left reads as "LÌ" or "[]" and says nothing. A
    word stays what it is.
    """
    said = text.casefold()
    if said in TICKS | NO_TICKS or len(text) > _LONGEST_TICK:
        return text, ()
    if _STROKES & set(said) or (inked and not text):
        return TICK, (Doubt("doubt-tick-unsure"),)
    if set(said) <= _FRAME:
        return "", (Doubt("doubt-tick-unsure"),) if text else ()
    return text, ()
