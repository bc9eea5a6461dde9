"""What a paper does throughout: how it writes decimals, whether a hand filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hrdigitize.domain.page import PageReading, Word
from hrdigitize.extraction.correction.committees import written_way
from hrdigitize.extraction.correction.figures import decimal_sign, is_pointed
from hrdigitize.extraction.correction.steps import Known
from hrdigitize.extraction.known import Expected
from hrdigitize.extraction.page.printed import PrintedWording
from hrdigitize.extraction.support import Look

#: A paper was filled in by hand where more than this share of what the form does not print seems so. Of 18
#: papers in hands that the readers never saw, one of them much like print, each had 0.37 and more, of 66
#: typed ones, poor scans among them, each 0.22 at most. Nearer to these: a paper asked in vain is no harm.
_FILLED_BY_HAND = 0.25
#: From this mean chance on a value seems to be drawn by hand, and from this chance of a single word on. With
#: an earlier reader 97 in 100 of 2,124 values by hand were seen so, of 13,704 typed ones 0.6; by one word of
#: 0.5: 97 and 1.9.
_MEAN, _SURELY = 0.5, 0.9
#: The form's own print seems drawn by hand in so many of 100 words at most: what seems no more so is print.
_OF_PRINT = 0.99
#: Points in decimals stand where so many were read, and this share of them surely by both readers. Where
#: commas had lost their tails all over a table it was 2 of 8; where points were typed, nearly all of them.
_POINTS, _SURE_SHARE, _SURE = 2, 0.8, 0.93


@dataclass(frozen=True, slots=True)
class Habits:
    """What of a paper's manner decides on its readings.

    known: the lists, with the paper's own signs. points: whether its decimals have points, not commas that
    lost their tails. told: whether a line reader looked at it; nobody else tells print from handwriting.
    by_hand: whether a hand filled it in. surely: a value with one word that is likelier than this drawn by
    hand is drawn by hand.
    """

    known: Known
    points: bool
    told: bool
    by_hand: bool
    surely: float

    def drawn(self, look: Look) -> bool:
        """Whether a hand drew what stands at a place."""
        chances = [word.hand for word in look.spelling]
        if self.by_hand or not chances:
            return self.by_hand
        return max(chances) > self.surely or sum(chances) > _MEAN * len(chances)


def habits_of(readings: Sequence[PageReading], expected: Expected, *, of_one_hand: bool) -> Habits:
    """The habits of a paper. of_one_hand: one person wrote all of it, also what forms print."""
    words = list(_words(readings))
    way = written_way((word.text, word.confidence) for word in words) if of_one_hand else ""
    sign = decimal_sign(word.text for word in words)
    of_print, of_values = _chances(readings, expected.printed)
    return Habits(
        Known(expected.lists, sign, way),
        points=sign == "." and _are_sure_points(words),
        told=bool(of_print or of_values),
        by_hand=bool(of_values) and sum(one > _MEAN for one in of_values) > _FILLED_BY_HAND * len(of_values),
        surely=max(_SURELY, float(np.quantile(of_print, _OF_PRINT))) if of_print else _SURELY,
    )


def _words(readings: Sequence[PageReading]) -> Iterator[Word]:
    return (word for reading in readings for line in reading.lines for word in line.words)


def _are_sure_points(words: Sequence[Word]) -> bool:
    sure = [
        word.agreed and min(word.confidence, word.confirmed) >= _SURE
        for word in words
        if is_pointed(word.text)
    ]
    return len(sure) >= _POINTS and sum(sure) >= _SURE_SHARE * len(sure)


def _chances(readings: Sequence[PageReading], printed: PrintedWording) -> tuple[list[float], list[float]]:
    """How likely words that the line reader looked at are drawn by hand: the form's own, and all others."""
    found: tuple[list[float], list[float]] = ([], [])
    for reading in readings:
        for line in reading.lines:
            for word, known in zip(line.words, printed.covers([w.text for w in line.words]), strict=True):
                if word.hand > 0.0:
                    found[0 if known else 1].append(word.hand)
    return found
