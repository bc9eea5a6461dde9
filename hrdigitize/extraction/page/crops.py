"""Crops: neighbouring words of a line cut out, to be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.regions import Region
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, framed
from hrdigitize.ocr.engine import LineReader


@dataclass(frozen=True, slots=True)
class Cut:
    """How a crop is cut. room_px: around its words. margin_px: white around that. scale: of the picture.

    from_paper: from the paper and not from what the clean-up left of it, and as high as its line.
    """

    room_px: int = 6
    margin_px: int = 12
    scale: float = 1.0
    from_paper: bool = False


#: Tesseract reads worse when letters touch the edge. The line readers have learnt what leaders and rules are,
#: and see the hooks that the clean-up took for specks: 272 of 299 fields of poor scans right, from cleaned
#: crops 263.
PLAIN = Cut()
REDUCED = Cut(scale=0.8)
STRIP = Cut(margin_px=0, from_paper=True)
#: Room above and below a line for line readers: boxes leave hooks out that the engine did not see ("Ển").
ABOVE_PX, BELOW_PX = 12, 6
#: Room beside words for them: at most so much, and this share of the gap to the next word.
_SIDE_PX, _GAP_SHARE = 12, 0.6
#: Ink beside the first or last word belongs to the line as long as no gap is wider than this; so far at most.
_BREAK_PX, _MOST_BESIDE_PX, INK = 26, 500, 128
#: Boxes of words that stand apart are at least this far from each other.
_CLEAR_PX = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of a line, from the first to before the last: places of region, line, words."""

    region: int
    line: int
    first: int
    last: int

    def words(self, regions: Sequence[Region]) -> tuple[Word, ...]:
        """Its words as they are read so far."""
        return regions[self.region].lines[self.line].words[self.first : self.last]


def runs(regions: Sequence[Region], chosen: Callable[[Word], bool]) -> list[Run]:
    """The chosen words of all regions, neighbours together."""
    return [
        Run(at, number, first, last)
        for at, region in enumerate(regions)
        for number, line in enumerate(region.lines)
        for first, last in stretches(_with_touching(line, [chosen(word) for word in line.words]))
    ]


def read(
    regions: Sequence[Region], asked: Sequence[Run], reader: LineReader, cut: Cut
) -> list[tuple[Word, ...]]:
    """The words of each run read from its crop, all in one call; in pixels of the region."""
    crops = [_crop(regions[run.region], run, cut) for run in asked]
    readings = reader.read_lines([crop.image for crop in crops], WORKING_DPI)
    return [
        tuple(crop.placed(word) for word in reading.words)
        for crop, reading in zip(crops, readings, strict=True)
    ]


def replaced(
    regions: Sequence[Region], asked: Sequence[Run], words: Sequence[Sequence[Word]]
) -> list[Region]:
    """The regions with other words in the place of these runs; a line that none are left of goes."""
    lines = [list(region.lines) for region in regions]
    # Backwards, so that the places of the words before a run stay what they were.
    for run, put in reversed(list(zip(asked, words, strict=True))):
        line = lines[run.region][run.line]
        lines[run.region][run.line] = replace(
            line, words=(*line.words[: run.first], *put, *line.words[run.last :])
        )
    kept = ([line for line in found if line.words] for found in lines)
    return [region.reading(found) for region, found in zip(regions, kept, strict=True)]


def beside(ink: NDArray[np.bool_]) -> int:
    """How far the ink beside words goes on without a gap that ends a line, and some room."""
    at = np.flatnonzero(ink[:_MOST_BESIDE_PX])
    if len(at) == 0 or at[0] > _BREAK_PX:
        return _SIDE_PX
    breaks = np.flatnonzero(np.diff(at) > _BREAK_PX)
    return int(at[breaks[0] if len(breaks) else -1]) + _SIDE_PX


def _with_touching(line: TextLine, chosen: list[bool]) -> list[bool]:
    """The chosen words with those whose boxes reach into theirs: there a cut would go through letters."""
    touching = [right.box.x - left.box.right < _CLEAR_PX for left, right in pairwise(line.words)]
    return [
        wanted
        or (at > 0 and touching[at - 1] and chosen[at - 1])
        or (at < len(touching) and touching[at] and chosen[at + 1])
        for at, wanted in enumerate(chosen)
    ]


def stretches(chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of each run of chosen words."""
    start: int | None = None
    for at, wanted in enumerate([*chosen, False]):
        if wanted and start is None:
            start = at
        elif not wanted and start is not None:
            yield start, at
            start = None


@dataclass(frozen=True, slots=True)
class _Crop:
    """A cut-out with white around it, and where its corner lies on the region.

    words: the place of the words that it was cut for.
    """

    image: Grey
    x: int
    y: int
    cut: Cut
    words: Box

    def placed(self, word: Word) -> Word:
        """A word of the crop in the pixels of the region; as high as the words that the crop was cut for."""
        margin = self.cut.margin_px
        moved = word.moved(-margin, -margin, self.cut.scale).moved(self.x, self.y)
        if not self.cut.from_paper:
            return moved
        return replace(moved, box=Box(moved.box.x, self.words.y, moved.box.width, self.words.height))


def _crop(region: Region, run: Run, cut: Cut) -> _Crop:
    line = region.lines[run.line]
    words = union(word.box for word in line.words[run.first : run.last]) or Box(0, 0, 1, 1)
    around = _along_line(region, run, words) if cut.from_paper else words.padded(cut.room_px)
    whole = region.paper if cut.from_paper else region.image
    height, width = whole.shape
    box = around.clipped(width, height)
    image: Grey = whole[box.y : box.bottom, box.x : box.right]
    if cut.scale != 1.0 and min(image.shape) > 1 / cut.scale:
        image = cv2.resize(image, None, fx=cut.scale, fy=cut.scale, interpolation=cv2.INTER_AREA).astype(
            np.uint8
        )
    return _Crop(framed(image, *[cut.margin_px] * 4), box.x, box.y, cut, words)


def _along_line(region: Region, run: Run, words: Box) -> Box:
    """The stretch of a line that holds the words: with the ink beside them, and as much room as there is.

    The boxes of looks cut letters off now and then, and whole words at the ends of a line.
    """
    line = region.lines[run.line]
    top, bottom = line.box.y - ABOVE_PX, line.box.bottom + BELOW_PX
    before = line.words[run.first - 1].box.right if run.first > 0 else None
    after = line.words[run.last].box.x if run.last < len(line.words) else None
    ink = np.asarray(region.image[max(0, top) : bottom].min(axis=0, initial=255) < INK)
    left = _room(words.x - before) if before is not None else beside(ink[: max(0, words.x)][::-1])
    right = _room(after - words.right) if after is not None else beside(ink[words.right :])
    return Box(words.x - left, top, words.width + left + right, bottom - top)


def _room(gap: int) -> int:
    """How much of the gap to a neighbour belongs to a crop."""
    return max(2, min(_SIDE_PX, round(_GAP_SHARE * gap)))
