"""Second looks: which words of a page are read again, and by whom.

The first look reads everything once. Then the line reader reads every word that is not printed wording of a
form, and the arbiter where the two differ or the reader is not sure. Without a line reader another network of
the first engine reads figures and every word that is not certain, and where the two differ the first engine
reads the place once more a little smaller. All crops of a page are read in one call. How looks are put
together is said in `two_looks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page.printed import PrintedWording
from hrdigitize.extraction.page.two_looks import led, together
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.ocr.engine import Engines, LineReader, LineReading

#: The scale of the look that decides between two that differ.
_SMALLER = 0.8
#: Printed wording read less surely than this is read again like everything else.
_SURE = 0.8
#: A word without figures that the first look is at least this sure of is read by no other network. Measured
#: on 6,073 such words of generated forms: the networks differ in 13, and the second one was right in none.
_CERTAIN = 0.96
#: Where the first look and the line reader agree and that is this sure, the arbiter is not asked: of 2,551
#: made lines on which the two agree it read 15 otherwise, 4 of them rightly, none of them as sure as this.
_UNDISPUTED = 0.9
#: With one engine alone, words less sure than this are read again.
_WEAK = 0.92


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a crop is cut. room_px: around its words. margin_px: white around that. scale: of the picture.

    from_paper: from the paper and not from what the clean-up left of it, and as high as its line.
    """

    room_px: int = 6
    margin_px: int = 12
    scale: float = 1.0
    from_paper: bool = False


#: Room beside words for the line reader: at most so much, and this share of the gap to the next word.
_SIDE_PX, _GAP_SHARE = 12, 0.6
#: Room above and below a line for it: the engine's boxes leave hooks out that it did not see ("Ên" for "Ển").
_ABOVE_PX, _BELOW_PX = 12, 6
#: Boxes of words that stand apart are at least this far from each other.
_CLEAR_PX = 3
#: Ink beside the first or last word belongs to the line as long as no gap is wider than this; so far at most.
_BREAK_PX, _MOST_BESIDE_PX, _INK = 26, 500, 128
#: Tesseract reads worse when letters touch the edge. The line reader has learnt what leaders and rules are,
#: and sees the hooks that the clean-up took for specks: 272 of 299 fields of poor scans right, from cleaned
#: crops 263.
_PLAIN = _Cut()
_REDUCED = _Cut(scale=_SMALLER)
_STRIP = _Cut(margin_px=0, from_paper=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines and the image that they were read from: the running text of a page, or one table cell.

    paper: the same place before rules, leaders, stamps and specks were taken off it. cell: one of a table.
    """

    lines: tuple[TextLine, ...]
    image: Grey
    paper: Grey
    cell: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring words of a line that are read again as one crop."""

    sheet: int
    line: int
    first: int
    last: int


def looked_again(sheets: Sequence[Sheet], engines: Engines, printed: PrintedWording) -> list[Sheet]:
    """The sheets with their lines after all looks.

    With neither a line reader nor another network the first engine reads unsure words again, reduced.
    """
    if engines.reader is None and engines.network is None:
        return _read_again(sheets, engines.first, _REDUCED, lambda word: word.confidence < _WEAK)
    spare = _is_known if engines.reader is not None else _is_certain
    seen = [_marked(sheet, printed, spare) for sheet in sheets]
    if engines.reader is not None:
        return _read_again(seen, engines.reader, _STRIP, lambda word: not word.agreed, engines.arbiter)
    assert engines.network is not None
    seen = _read_again(seen, engines.network, _PLAIN, lambda word: not word.agreed)
    return _read_again(seen, engines.first, _REDUCED, _is_disputed)


def _is_disputed(word: Word) -> bool:
    return word.other is not None


def _marked(sheet: Sheet, printed: PrintedWording, spare: Callable[[Word, bool], bool]) -> Sheet:
    """The sheet with the words that need no other opinion counted as agreed upon.

    A cell is printed wording as a whole or not at all: "Quê quán: …" in a cell is what somebody typed.
    """
    if not sheet.cell:
        known = [printed.covers([word.text for word in line.words]) for line in sheet.lines]
    else:
        whole = all(printed.covers([word.text for line in sheet.lines for word in line.words]))
        known = [(whole,) * len(line.words) for line in sheet.lines]
    lines = zip(sheet.lines, known, strict=True)
    return replace(sheet, lines=tuple(_spared(line, covered, spare) for line, covered in lines))


def _spared(line: TextLine, covered: Sequence[bool], spare: Callable[[Word, bool], bool]) -> TextLine:
    words = tuple(
        replace(word, agreed=spared, confirmed=word.confidence if spared else 0.0)
        for word, known in zip(line.words, covered, strict=True)
        for spared in (spare(word, known),)
    )
    return replace(line, words=words)


def _is_known(word: Word, printed: bool) -> bool:  # noqa: FBT001 - what `covers` says of the word
    return printed and word.confidence >= _SURE


def _is_certain(word: Word, printed: bool) -> bool:  # noqa: FBT001
    sure = word.confidence >= _CERTAIN and not any(character.isdigit() for character in word.text)
    return sure or _is_known(word, printed)


def _read_again(
    sheets: Sequence[Sheet],
    reader: LineReader,
    cut: _Cut,
    chosen: Callable[[Word], bool],
    arbiter: LineReader | None = None,
) -> list[Sheet]:
    """The chosen words of all sheets read in one call, each run of neighbours as one crop.

    arbiter: reads the crops on which the two differ, or of which the reader is not sure.
    """
    runs = [
        _Run(at, number, first, last)
        for at, sheet in enumerate(sheets)
        for number, line in enumerate(sheet.lines)
        for first, last in _stretches(_with_touching(line, [chosen(word) for word in line.words]))
    ]
    crops = [_crop(sheets[run.sheet], run, cut) for run in runs]
    readings = reader.read_lines([crop.image for crop in crops], WORKING_DPI)
    befores = [sheets[run.sheet].lines[run.line].words[run.first : run.last] for run in runs]
    thirds = _arbitrated(arbiter, crops, befores, readings)
    lines = [list(sheet.lines) for sheet in sheets]
    # Backwards, so that the places of the words before a run stay what they were.
    for at in reversed(range(len(runs))):
        run, crop = runs[at], crops[at]
        line = lines[run.sheet][run.line]
        again = tuple(crop.placed(word) for word in readings[at].words)
        asked = thirds.get(at)
        third = None if asked is None else tuple(crop.placed(word) for word in asked.words)
        put = led(befores[at], again, third) if cut.from_paper else together(befores[at], again)
        words = (*line.words[: run.first], *put, *line.words[run.last :])
        lines[run.sheet][run.line] = replace(line, words=words)
    return [replace(sheet, lines=tuple(found)) for sheet, found in zip(sheets, lines, strict=True)]


def _arbitrated(
    arbiter: LineReader | None,
    crops: Sequence[_Crop],
    befores: Sequence[Sequence[Word]],
    readings: Sequence[LineReading],
) -> dict[int, LineReading]:
    """What the arbiter reads, by the places of the crops that it is asked about."""
    if arbiter is None:
        return {}
    asked = [
        at
        for at, (before, reading) in enumerate(zip(befores, readings, strict=True))
        if reading.confidence < _UNDISPUTED or " ".join(word.text for word in before) != reading.text
    ]
    return dict(zip(asked, arbiter.read_lines([crops[at].image for at in asked], WORKING_DPI), strict=True))


def _with_touching(line: TextLine, chosen: list[bool]) -> list[bool]:
    """The chosen words with those whose boxes reach into theirs: there a cut would go through letters."""
    touching = [right.box.x - left.box.right < _CLEAR_PX for left, right in pairwise(line.words)]
    return [
        wanted
        or (at > 0 and touching[at - 1] and chosen[at - 1])
        or (at < len(touching) and touching[at] and chosen[at + 1])
        for at, wanted in enumerate(chosen)
    ]


@dataclass(frozen=True, slots=True)
class _Crop:
    """A cut-out with white around it, and where its corner lies on the sheet.

    words: the place of the words that it was cut for.
    """

    image: Grey
    x: int
    y: int
    cut: _Cut
    words: Box

    def placed(self, word: Word) -> Word:
        """A word of the crop in the pixels of the sheet; as high as the words that the crop was cut for."""
        margin = self.cut.margin_px
        moved = word.moved(-margin, -margin, self.cut.scale).moved(self.x, self.y)
        if not self.cut.from_paper:
            return moved
        return replace(moved, box=Box(moved.box.x, self.words.y, moved.box.width, self.words.height))


def _crop(sheet: Sheet, run: _Run, cut: _Cut) -> _Crop:
    line = sheet.lines[run.line]
    words = union(word.box for word in line.words[run.first : run.last]) or Box(0, 0, 1, 1)
    around = _along_line(sheet, run, words) if cut.from_paper else words.padded(cut.room_px)
    whole = sheet.paper if cut.from_paper else sheet.image
    height, width = whole.shape
    box = around.clipped(width, height)
    image: Grey = whole[box.y : box.bottom, box.x : box.right]
    if cut.scale != 1.0 and min(image.shape) > 1 / cut.scale:
        image = cv2.resize(image, None, fx=cut.scale, fy=cut.scale, interpolation=cv2.INTER_AREA).astype(
            np.uint8
        )
    padded = np.pad(image, cut.margin_px, constant_values=255).astype(np.uint8)
    return _Crop(padded, box.x, box.y, cut, words)


def _along_line(sheet: Sheet, run: _Run, words: Box) -> Box:
    """The stretch of a line that holds the words: with the ink beside them, and as much room as there is.

    The engine's boxes cut letters off now and then, and whole words at the ends of a line.
    """
    line = sheet.lines[run.line]
    top, bottom = line.box.y - _ABOVE_PX, line.box.bottom + _BELOW_PX
    before = line.words[run.first - 1].box.right if run.first > 0 else None
    after = line.words[run.last].box.x if run.last < len(line.words) else None
    ink = np.asarray((sheet.image[max(0, top) : bottom] < _INK).any(axis=0))
    left = _room(words.x - before) if before is not None else _beside(ink[: max(0, words.x)][::-1])
    right = _room(after - words.right) if after is not None else _beside(ink[words.right :])
    return Box(words.x - left, top, words.width + left + right, bottom - top)


def _room(gap: int) -> int:
    """How much of the gap to a neighbour belongs to a crop."""
    return max(2, min(_SIDE_PX, round(_GAP_SHARE * gap)))


def _beside(ink: NDArray[np.bool_]) -> int:
    """How far the ink beside words goes on without a gap that ends a line, and some room."""
    at = np.flatnonzero(ink[:_MOST_BESIDE_PX])
    if len(at) == 0 or at[0] > _BREAK_PX:
        return _SIDE_PX
    breaks = np.flatnonzero(np.diff(at) > _BREAK_PX)
    return int(at[breaks[0] if len(breaks) else -1]) + _SIDE_PX


def _stretches(chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of each run of chosen words."""
    start: int | None = None
    for at, wanted in enumerate([*chosen, False]):
        if wanted and start is None:
            start = at
        elif not wanted and start is not None:
            yield start, at
            start = None
