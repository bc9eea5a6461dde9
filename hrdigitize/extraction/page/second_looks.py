"""Second looks: which words of a page are read again, and by whom.

The first look reads everything once. Then another network reads figures and every word that is neither
certain nor printed wording of a form, all crops of a page in one call; where the two differ, the first one
reads the place once more a little smaller. How looks are put together is said in `two_looks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.printed import PrintedWording
from hrdigitize.extraction.page.two_looks import together
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.ocr.engine import Engine

#: Room around a crop, and white around that: Tesseract reads worse when letters touch the edge.
_ROOM_PX = 6
_MARGIN_PX = 12
#: The scale of the look that decides between two that differ.
_SMALLER = 0.8
#: Printed wording read less surely than this is read again like everything else.
_SURE = 0.8
#: A word without figures that the first look is at least this sure of is not read again. Measured on 6,073
#: such words of generated forms: the networks differ in 13, and in none of these the second one was right.
_CERTAIN = 0.96
#: With one network alone, words less sure than this are read again.
_WEAK = 0.92


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines and the image that they were read from: the running text of a page, or one table cell."""

    lines: tuple[TextLine, ...]
    image: Grey


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring words of a line that are read again as one crop."""

    sheet: int
    line: int
    first: int
    last: int


def looked_again(
    sheets: Sequence[Sheet], engine: Engine, second: Engine | None, printed: PrintedWording
) -> list[Sheet]:
    """The sheets with their lines after all looks.

    second: the other network; without it the first one reads unsure words again, a little smaller.
    """
    if second is None:
        return _read_again(
            sheets, engine, _SMALLER, lambda line: [word.confidence < _WEAK for word in line.words]
        )
    marked = [replace(sheet, lines=tuple(_marked(line, printed) for line in sheet.lines)) for sheet in sheets]
    seen = _read_again(marked, second, 1.0, lambda line: [not word.agreed for word in line.words])
    return _read_again(seen, engine, _SMALLER, lambda line: [word.other is not None for word in line.words])


def _marked(line: TextLine, printed: PrintedWording) -> TextLine:
    """The line with the words that need no other network's word counted as agreed upon."""
    covered = printed.covers([word.text for word in line.words])
    words = (
        replace(word, agreed=_is_certain(word) or (known and word.confidence >= _SURE))
        for word, known in zip(line.words, covered, strict=True)
    )
    return replace(line, words=tuple(words))


def _is_certain(word: Word) -> bool:
    return word.confidence >= _CERTAIN and not any(character.isdigit() for character in word.text)


def _read_again(
    sheets: Sequence[Sheet], engine: Engine, scale: float, chosen: Callable[[TextLine], list[bool]]
) -> list[Sheet]:
    """The chosen words of all sheets read in one call, each run of neighbours as one crop."""
    runs = [
        _Run(at, number, first, last)
        for at, sheet in enumerate(sheets)
        for number, line in enumerate(sheet.lines)
        for first, last in _stretches(chosen(line))
    ]
    crops = [_crop(sheets[run.sheet], run, scale) for run in runs]
    readings = engine.read_lines([crop.image for crop in crops], WORKING_DPI)
    lines = [list(sheet.lines) for sheet in sheets]
    # Backwards, so that the places of the words before a run stay what they were.
    for run, crop, reading in reversed(list(zip(runs, crops, readings, strict=True))):
        line = lines[run.sheet][run.line]
        again = tuple(crop.placed(word) for word in reading.words)
        words = (
            *line.words[: run.first],
            *together(line.words[run.first : run.last], again),
            *line.words[run.last :],
        )
        lines[run.sheet][run.line] = replace(line, words=words)
    return [replace(sheet, lines=tuple(found)) for sheet, found in zip(sheets, lines, strict=True)]


@dataclass(frozen=True, slots=True)
class _Crop:
    """A cut-out with white around it, where its corner lies on the sheet, and its scale."""

    image: Grey
    x: int
    y: int
    scale: float

    def placed(self, word: Word) -> Word:
        """A word of the crop in the pixels of the sheet."""
        return word.moved(-_MARGIN_PX, -_MARGIN_PX, self.scale).moved(self.x, self.y)


def _crop(sheet: Sheet, run: _Run, scale: float) -> _Crop:
    around = union(word.box for word in sheet.lines[run.line].words[run.first : run.last])
    height, width = sheet.image.shape
    box = (around or Box(0, 0, 1, 1)).padded(_ROOM_PX).clipped(width, height)
    image: Grey = sheet.image[box.y : box.bottom, box.x : box.right]
    if scale != 1.0 and min(image.shape) > 1 / scale:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return _Crop(np.pad(image, _MARGIN_PX, constant_values=255).astype(np.uint8), box.x, box.y, scale)


def _stretches(chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of each run of chosen words."""
    start: int | None = None
    for at, wanted in enumerate([*chosen, False]):
        if wanted and start is None:
            start = at
        elif not wanted and start is not None:
            yield start, at
            start = None
