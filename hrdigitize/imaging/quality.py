"""What is wrong with a scan, in reasons that a clerk can act on while the paper is still in hand.

Each reason has a number behind it, taken where it counts: at the strokes of letters, at the picture's edge,
on the bare paper. Limits are from generated pages: clean and worn ones give no reason, spoilt ones give
theirs (`python3 dev.py bench imaging`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.components import Choice, Components, components
from hrdigitize.imaging.pixels import Grey, reduced


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a measure gives a reason, and where nothing more is to be wished for."""

    limit: float
    good: float

    def goodness(self, value: float) -> float:
        """0.5 at the limit, 1.0 where it is good, 0.0 as far on the other side."""
        return min(1.0, max(0.0, _LIMIT + _LIMIT * (value - self.limit) / (self.good - self.limit)))


#: Goodness at the limit of a reason.
_LIMIT = 0.5
#: Ink is darker than this on a flattened page, a pencil's too; what shows through from behind is lighter.
_DARK = 170
#: A stroke is at least so long in one direction, 2 mm; specks are smaller.
_STROKE_PX = 25
#: A punch hole fills so much of its box, and the box is this nearly square.
_HOLE_FILL, _HOLE_UNROUND = 0.7, 0.15
#: Share of letter ink under which a page counts as blank.
_BLANK_SHARE = 0.00012
#: Letters, in pixels at the working resolution: height, width.
_LETTER_HEIGHT_PX, _LETTER_WIDTH_PX = (13, 90), (5, 90)
#: For their height smaller ones count too: a file may claim a finer scan than it was.
_TINY_PX, _FEWEST_TINY = 8, 100
#: Fewer letters than this say nothing about the scan.
_FEWEST_LETTERS = 20
#: The paper's brightness is looked at on a picture so many times smaller.
_SHRINK = 8
#: Strokes are looked at in bands of so many rows, so many of them: those with the most letters.
_BAND_PX, _BANDS = 96, 4
#: Ink this near the picture's edge goes on behind it; a strip so deep holds the next letters of its line.
_EDGE_PX, _STRIP_PX = 3, 110
_CUT_HEIGHT_PX, _CUT_WIDTH_PX = (9, 64), (5, 58)
#: Brighter than any paper that is not burnt out.
_GLARING = 252
#: The darkest part of the paper, per cent of it: a good page has no shadow larger than that.
_SHADOW_PERCENT = 6.0
#: So much of the paper is no lighter than where the light is good; a lamp's glare covers less than the rest.
_LIT_PERCENT = 75.0
#: Print too pale for the clean-up is sought up to this brightness; by its sharp edges it is no show-through.
_PALEST, _FEWEST_PALE, _PALE_STEP = 232, 100, 0.45
#: Where each reason begins, measured on generated pages (levels 0 and 1; 2; spoilt on purpose):
#: dpi 300; 200; 100-130. Height of letters 25-36; 17-23; 13-15 px. Paper 219-251; 197-222; 55-74. Darkest
#: part of the paper 0.98-1; 0.94-0.99; 0.46-0.62. Burnt out 0; 0; 0.07-0.09. Steps at strokes over their
#: depth 0.75-0.85; 0.65-0.8; 0.3-0.45. Depth 13-79; 90-130; 150 and paler. Cut letters 0; 0; 9-19.
_PALER_THAN_BLURRED = 174
#: Strokes of a scan coarser than it claims are a pixel wide and all edge: then larger letters are small, too.
_HARD_STEP, _SMALL_AND_HARD_PX = 1.0, _Range(19.0, 24.0)
_DPI, _LETTER_PX = _Range(195, 290), _Range(15.2, 22.0)
_PAPER, _SHADOW, _GLARE = _Range(110.0, 200.0), _Range(0.72, 0.95), _Range(0.02, 0.0)
_STEP, _INK, _CUT, _TILT = _Range(0.55, 0.75), _Range(150.0, 80.0), _Range(2.5, 0.0), _Range(5.0, 1.0)


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on a page. None where too few letters stand on it.

    dpi: as stated, or by the size of a photographed sheet. letter_px: height of its letters on the kept
    page, pixels. paper: brightness, 0..255. shadow: brightness of the darkest part of the paper as a share
    of the brightest. glare: share of the page that is burnt out. tilt: degrees. ink: how dark strokes are
    at heart on white paper, 0 black .. 255. step: the steepest step at the edge of a stroke from one pixel
    to the next but one, as a share of how dark strokes are. cut: letters that the picture's edge cuts
    through.
    """

    dpi: int
    paper: float
    shadow: float
    glare: float
    tilt: float
    letter_px: float | None
    ink: float | None
    step: float | None
    cut: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a scan is: 1.0 nothing to wish for, 0.5 at the limit of its worst reason, 0.0 hopeless.

    reasons: message codes of what is wrong; none for a good page.
    """

    score: float
    reasons: tuple[str, ...]


def judged(measures: Measures) -> Quality:
    """The measures as reasons, and a score by the worst of them."""
    found = dict(_goodness(measures))
    reasons = tuple(code for code, goodness in found.items() if goodness < _LIMIT)
    return Quality(round(min(found.values(), default=1.0), 2), reasons)


def _goodness(measures: Measures) -> Iterator[tuple[str, float]]:
    """For each reason how far the page is from it."""
    small = _SMALL_AND_HARD_PX if (measures.step or 0.0) >= _HARD_STEP else _LETTER_PX
    letters = 1.0 if measures.letter_px is None else small.goodness(measures.letter_px)
    yield "quality-low-resolution", min(_DPI.goodness(measures.dpi), letters)
    yield "quality-too-dark", _PAPER.goodness(measures.paper)
    yield "quality-shadow", _SHADOW.goodness(measures.shadow)
    if measures.shadow >= _SHADOW.limit:  # beside a shadow the lit paper looks burnt out
        yield "quality-glare", _GLARE.goodness(measures.glare)
    yield "quality-tilted", _TILT.goodness(measures.tilt)
    yield "quality-cut-off", _CUT.goodness(measures.cut)
    step = measures.step if measures.step is not None else _STEP.good
    ink = measures.ink if measures.ink is not None else _INK.good
    yield "quality-blurred", _STEP.goodness(step)
    # Blurred strokes are pale as well, but no darker scan helps; the palest may be the one or the other.
    if step >= _STEP.limit or ink >= _PALER_THAN_BLURRED:
        yield "quality-too-pale", _INK.goodness(ink)


def measured(page: CleanPage) -> Measures:
    """The measures of a page after the clean-up."""
    small = reduced(page.kept, _SHRINK)
    paper = float(np.median(small))
    bare = cv2.dilate(small, np.ones((5, 5), np.uint8))
    letters = _letters(page.ink)
    enough = int(np.count_nonzero(letters)) >= _FEWEST_LETTERS
    ink = float(np.median(page.ink.shades(page.paper, letters))) if enough else _pale_ink(page)
    return Measures(
        dpi=page.dpi,
        paper=paper,
        shadow=float(np.percentile(bare, _SHADOW_PERCENT))
        / max(float(np.percentile(bare, _LIT_PERCENT)), 1.0),
        glare=_glare(small) if paper < _GLARING - 30 else 0.0,
        tilt=abs(page.skew),
        letter_px=_letter_height(page.ink, page.scale),
        ink=ink,
        step=_step(page.paper, page.letters, ink) if enough and ink is not None else None,
        cut=_cut(page),
    )


def strokes(paper: Grey) -> tuple[Box, ...]:
    """What stands on a page that may be blank: letters, a signature, any stroke of a pen or pencil.

    paper: a page at 300 dpi, flattened, with everything still on it. What counts for nothing is the shadow of
    the sheet's edge, which reaches the border, a punch hole, and specks: on 19 made backs and 10 pages with a
    line, a note or a signature, holes filled 0.74 of their box and more, ink 0.6 and less.
    """
    dark = (paper < _DARK).astype(np.uint8)
    height, width = dark.shape
    _, _, found, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    return tuple(
        Box(x, y, wide, high)
        for x, y, wide, high, area in found[1:].tolist()
        if max(wide, high) >= _STROKE_PX
        and 0 < x < width - wide
        and 0 < y < height - high
        and not _is_hole(wide, high, area)
    )


def _is_hole(wide: int, high: int, area: int) -> bool:
    return abs(wide - high) <= _HOLE_UNROUND * max(wide, high) and area >= _HOLE_FILL * wide * high


def is_blank(letters: Grey) -> bool:
    """Whether hardly any ink of letter size was left by the clean-up."""
    return int(np.count_nonzero(letters)) < _BLANK_SHARE * letters.size


def _letters(found: Components) -> Choice:
    (low, high), (narrow, wide) = _LETTER_HEIGHT_PX, _LETTER_WIDTH_PX
    letters: Choice = (found.height >= low) & (found.height <= high)
    letters &= (found.width >= narrow) & (found.width <= wide)
    letters[0] = False
    return letters


def _letter_height(found: Components, scale: float) -> float | None:
    """The usual height of letters on the kept page, small ones counted too; None where there are too few."""
    _, high = _LETTER_HEIGHT_PX
    letters: Choice = (found.height >= _TINY_PX) & (found.height <= high) & (found.width >= _TINY_PX // 2)
    letters[0] = False
    if int(np.count_nonzero(letters)) < _FEWEST_TINY:
        return None
    return float(np.median(found.height[letters])) / scale


def _glare(small: Grey) -> float:
    """Share of the page in burnt-out places; single bright points are grain."""
    return float(np.mean(cv2.erode(small, np.ones((5, 5), np.uint8)) >= _GLARING))


def _pale_ink(page: CleanPage) -> float | None:
    """How dark the strokes of a page are on which the clean-up saw hardly any; None where there are none."""
    mask = cv2.threshold(page.paper, _PALEST, 255, cv2.THRESH_BINARY_INV)[1].astype(np.uint8, copy=False)
    found = components(mask)
    letters = _letters(found)
    if int(np.count_nonzero(letters)) < _FEWEST_PALE:
        return None
    ink = float(np.median(found.shades(page.paper, letters)))
    return ink if _step(page.paper, found.mask(letters), ink) >= _PALE_STEP else None


def _step(paper: Grey, letters: Grey, ink: float) -> float:
    """How steep the edges of strokes are, in the rows with the most letters."""
    per_row = cv2.reduce(letters, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F)[:, 0]
    bands = per_row[: len(per_row) // _BAND_PX * _BAND_PX].reshape(-1, _BAND_PX).sum(axis=1)
    steps: list[NDArray[np.uint8]] = []
    for band in np.argsort(bands)[-_BANDS:].tolist():
        rows = slice(band * _BAND_PX, (band + 1) * _BAND_PX)
        strokes = paper[rows]
        edge = cv2.dilate(letters[rows], np.ones((3, 3), np.uint8))[:, 1:-1] > 0
        steps.append(cv2.absdiff(strokes[:, 2:], strokes[:, :-2]).astype(np.uint8, copy=False)[edge])
    steepest = np.concatenate(steps) if steps else np.zeros(0, np.uint8)
    return float(np.percentile(steepest, 90)) / max(255 - ink, 1.0) if steepest.size else 0.0


def _cut(page: CleanPage) -> int:
    """How many letters run out of the picture, with others beside them, on the side where most do."""
    ink = page.kept_ink.mask()
    return max(_cut_on_left(np.rot90(ink, turn), page.scale) for turn in range(4))


def _cut_on_left(mask: Grey, scale: float) -> int:
    strip = np.ascontiguousarray(mask[:, : round(_STRIP_PX / scale)])
    found = components(strip)
    (low, high), (narrow, wide) = _CUT_HEIGHT_PX, _CUT_WIDTH_PX
    height, width = found.height * scale, found.width * scale
    letters: Choice = (height >= low) & (height <= high) & (width >= narrow) & (width <= wide)
    inside: Choice = np.any(found.mask(letters & (found.left >= _EDGE_PX)), axis=1)
    cut = np.flatnonzero(letters & (found.left < _EDGE_PX))
    middle = found.top[cut] + found.height[cut] // 2
    return int(np.count_nonzero(inside[middle]))
