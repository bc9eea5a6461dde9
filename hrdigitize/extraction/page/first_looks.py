"""First looks: every line of a page read once, by the line reader where there is one.

The engine says where lines stand, which costs a tenth of reading them, and the line reader reads them from
the paper as it was before the clean-up. It errs far less than the engine, whose own reading is worth more
where it is asked afterwards, about what is in dispute. Without line readers the engine reads all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.crops import ABOVE_PX, BELOW_PX, INK, beside
from hrdigitize.extraction.page.regions import MARGIN_PX, Region
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, reduced
from hrdigitize.ocr.engine import Engine, LineReader, LineReading
from hrdigitize.ocr.lines import line_of

#: Lines are found on a picture so many times smaller: as well as on the whole one at a third of the time,
#: and thin streaks fade.
_SHRINK = 2
#: Print of 14 pt with all its marks is no higher than this.
_PRINT_PX = 72
#: Lines of a cell stand at one height where they share this much of the lower one's.
_LEVEL = 0.6
#: Between two words the widest gap is looked for so far into either.
_INTO_PX = 12
#: A word's ink begins and ends no further than this from where the reader saw its letters, and reaches so far
#: above and below the line.
_LOOSE_PX, _OVER_PX = 20, 2
#: A gap wider than this parts a line: between words no gap is so wide, justified lines included.
_PARTED_PX = 50
#: An item number that ran together with what stands before it: "Tên gọi khác: Không;4. Ngày sinh".
_SIGN_AND_NUMBER = re.compile(r"(\D*[,;:.])(\d{1,2}[.)])")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line: the places of region and line, its box, and the box of what the reader sees."""

    region: int
    line: int
    box: Box
    room: Box


def by_line_reader(regions: Sequence[Region], engine: Engine, reader: LineReader) -> list[Region]:
    """Every line that the engine finds, read by the reader in one call; those without text are left out."""
    boxes = [_lines_in(region, engine) for region in regions]
    pieces = [
        _Piece(at, number, part, _room(part, region.image))
        for at, (region, found) in enumerate(zip(regions, boxes, strict=True))
        for number, box in enumerate(found)
        for part in _parts(box, region.image)
    ]
    readings = reader.read_lines([_cut(regions[piece.region], piece.room) for piece in pieces], WORKING_DPI)
    words: list[list[list[Word]]] = [[[] for _ in found] for found in boxes]
    for piece, reading in zip(pieces, readings, strict=True):
        if reading.words:
            words[piece.region][piece.line] += _placed(reading, piece, regions[piece.region].image)
    return [
        region.reading(line_of(line) for line in lines if line)
        for region, lines in zip(regions, words, strict=True)
    ]


def by_engine(regions: Sequence[Region], engine: Engine) -> list[Region]:
    """Every region read by the engine: a low cell as a line, everything else as a block of lines."""
    low = [at for at, region in enumerate(regions) if region.low]
    readings = engine.read_lines([regions[at].image for at in low], WORKING_DPI)
    lines = {at: (line_of(found.words),) for at, found in zip(low, readings, strict=True) if found.words}
    return [region.reading(lines.get(at) or _block(region, engine)) for at, region in enumerate(regions)]


def _block(region: Region, engine: Engine) -> Sequence[TextLine]:
    found = engine.read_page(region.image, WORKING_DPI)
    return _levelled(found) if region.cell else found


def _levelled(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a cell, those at one height as one: the engine takes worn words for lines of their own."""
    found: list[TextLine] = []
    for line in lines:
        level = next((at for at, other in enumerate(found) if _are_level(line.box, other.box)), None)
        if level is None:
            found.append(line)
            continue
        words = sorted((*found[level].words, *line.words), key=lambda word: word.box.x)
        found[level] = line_of(words)
    return found


def _are_level(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared > _LEVEL * min(one.height, other.height)


def _lines_in(region: Region, engine: Engine) -> list[Box]:
    """Where lines stand in a region."""
    height, width = region.image.shape
    whole = Box(MARGIN_PX, MARGIN_PX, width - 2 * MARGIN_PX, height - 2 * MARGIN_PX)
    if region.low:
        return [whole]
    small = reduced(region.image, _SHRINK)
    found = [
        _band([word.moved(0, 0, 1 / _SHRINK) for word in words])
        for words in engine.find_lines(small, WORKING_DPI // _SHRINK)
    ]
    if not region.cell:
        return found
    return _levelled_boxes(found) or [whole]


def _band(words: Sequence[Box]) -> Box:
    """A box around a line; what is higher than print (a streak through a word) does not make it higher."""
    whole = union(words) or Box(0, 0, 1, 1)
    high = union(word for word in words if word.height <= _PRINT_PX) or whole
    return Box(whole.x, high.y, whole.width, high.height)


def _levelled_boxes(boxes: Sequence[Box]) -> list[Box]:
    """The lines of a cell, those at one height as one: each would be read with the ink beside it, twice."""
    found: list[Box] = []
    for box in boxes:
        level = next((at for at, other in enumerate(found) if _are_level(box, other)), None)
        if level is None:
            found.append(box)
        else:
            found[level] = union((found[level], box)) or box
    return found


def _parts(box: Box, image: Grey) -> Iterator[Box]:
    """The stretches of a line that wide gaps part: what leaders stand in a gap is nothing to read."""
    around = _room(box, image)
    inked = np.flatnonzero(
        image[around.y : around.bottom, around.x : around.right].min(axis=0, initial=255) < INK
    )
    if len(inked) == 0:
        return
    ends = np.flatnonzero(np.diff(inked) > _PARTED_PX)
    starts, stops = inked[[0, *(ends + 1)]], inked[[*ends, -1]]
    for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        yield Box(around.x + start, box.y, stop - start + 1, box.height)


def _room(box: Box, image: Grey) -> Box:
    """The stretch of paper that holds a line: with the ink beside it, and room above and below."""
    top, bottom = max(0, box.y - ABOVE_PX), box.bottom + BELOW_PX
    ink = np.asarray(image[top:bottom].min(axis=0, initial=255) < INK)
    left, right = beside(ink[: max(0, box.x)][::-1]), beside(ink[box.right :])
    room = Box(box.x - left, top, box.width + left + right, bottom - top)
    return room.clipped(image.shape[1], image.shape[0])


def _cut(region: Region, room: Box) -> Grey:
    return region.paper[room.y : room.bottom, room.x : room.right]


def _placed(reading: LineReading, piece: _Piece, image: Grey) -> list[Word]:
    """The words where their ink is: the reader knows where a word stands, the picture how far it reaches."""
    box, room = piece.box, piece.room
    words = [part for word in reading.words for part in _parted(word.moved(room.x, room.y))]
    top = max(0, box.y - _OVER_PX)
    dark = np.asarray(image[top : box.bottom + _OVER_PX] < INK)
    columns = np.asarray(dark.any(axis=0))
    gaps = [_gap(columns, left.box.right, right.box.x) for left, right in pairwise(words)]
    bounds = pairwise((room.x, *gaps, room.right))
    return [
        replace(word, box=_tight(word.box, left, right, dark).moved(0, top))
        for word, (left, right) in zip(words, bounds, strict=True)
    ]


def _parted(word: Word) -> Iterator[Word]:
    """The word; what ends in a sign and the item number behind it as two."""
    parts = _SIGN_AND_NUMBER.fullmatch(word.text)
    if parts is None:
        yield word
        return
    box, ahead = word.box, word.box.width * len(parts[1]) // len(word.text)
    yield replace(word, text=parts[1], box=replace(box, width=ahead))
    yield replace(word, text=parts[2], box=replace(box, x=box.x + ahead, width=box.width - ahead))


def _gap(columns: NDArray[np.bool_], right: int, left: int) -> int:
    """The middle of the widest gap in the ink between two words."""
    begin, end = max(0, min(right, left) - _INTO_PX), max(right, left) + _INTO_PX
    white = np.concatenate(([False], ~columns[begin:end], [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(white))
    if len(edges) == 0:
        return (right + left) // 2
    starts, ends = edges[::2], edges[1::2]
    widest = int(np.argmax(ends - starts))
    return begin + int(starts[widest] + ends[widest]) // 2


def _tight(rough: Box, left: int, right: int, dark: NDArray[np.bool_]) -> Box:
    """The box of a word's ink between these columns of a line; where there is none, as the reader said."""
    left, right = max(left, rough.x - _LOOSE_PX, 0), min(right, rough.right + _LOOSE_PX)
    ink = dark[:, left:right].view(np.uint8)
    x, y, width, height = cv2.boundingRect(ink) if ink.size else (0, 0, 0, 0)
    if width == 0:
        return Box(rough.x, 0, rough.width, dark.shape[0])
    return Box(left + x, y, width, height)
