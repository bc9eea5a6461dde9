"""The order of the clean-up: sheet, borders, light, way up, skew, rules, stamps, boxes, leaders, specks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from hrdigitize.domain.geometry import Transform
from hrdigitize.domain.page import Grid
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging import (
    borders,
    boxes,
    grids,
    leaders,
    light,
    orientation,
    ruled,
    sheets,
    skew,
    specks,
    stamps,
)
from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.components import Components, components
from hrdigitize.imaging.pixels import Grey, working_scale
from hrdigitize.imaging.sheets import Sheet


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page ready for the engine.

    image: grey, upright, flattened, without rules, leaders, stamps, specks, at about 300 dpi.
    scale: from the upright page to this image. dpi: how finely the paper was taken. rotation, skew: degrees
    by which the text lies turned on the kept page, clockwise positive; on a photographed one, on its sheet
    laid flat. sure: whether the rotation is beyond doubt. to_kept: from the upright page to the kept one.
    grids: in pixels of the image.
    ink: the components of the paper's ink. kept: the kept page in grey without black borders, a photographed
    one its sheet laid flat; kept_ink: mask of its ink.
    paper: the same image with rules, leaders and specks still on it. letters: mask of the ink kept;
    blots: of solid ink taken out (punch holes, or something crossed out).
    """

    image: Grey
    paper: Grey
    letters: Grey
    blots: Bits
    scale: float
    dpi: int
    rotation: int
    skew: float
    sure: bool
    to_kept: Transform
    grids: tuple[Grid, ...]
    ink: Components
    kept: Grey
    kept_ink: Bits


@dataclass(frozen=True, slots=True)
class _Upright:
    """A flattened page turned upright, with the components of its ink."""

    paper: Grey
    dark: Grey
    found: Components
    kept_ink: Bits
    rotation: int
    skew: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Bare:
    """An upright page without its ruling: letters is the mask of their bodies, grids what the rules made."""

    image: Grey
    letters: Grey
    grids: tuple[Grid, ...]


def clean(picture: Picture, rotation: int | None = None) -> CleanPage:
    """All clean-up steps, once. Same picture, same result. rotation: how the text lies, where it is known."""
    return clean_sheet(sheets.sheet_of(picture), rotation)


def clean_sheet(sheet: Sheet, rotation: int | None = None) -> CleanPage:
    """As `clean`, where the picture itself is not needed any more."""
    scale = working_scale(sheet.dpi)
    kept = borders.without_borders(sheet.image)
    page = _upright(light.flattened(kept), scale, rotation)
    bare = _without_ruling(page)
    undotted = leaders.without_leaders(bare.image, light.ink(bare.image), bare.letters)
    image, letters, blots = specks.without_specks(undotted, light.ink(undotted))
    return CleanPage(
        image=image,
        paper=page.paper,
        letters=letters,
        blots=blots,
        scale=scale,
        dpi=sheet.taken_dpi,
        rotation=page.rotation,
        skew=page.skew,
        sure=page.sure,
        to_kept=_to_sheet(kept, page).then(sheet.to_kept),
        grids=bare.grids,
        ink=page.found,
        kept=kept,
        kept_ink=page.kept_ink,
    )


def _without_ruling(page: _Upright) -> _Bare:
    """The page without stamps, frames of boxes and rules.

    Apart from `clean`, because a dozen pictures of a page live here and would live on there: 9 MB each.
    """
    rules = ruled.find_rules(light.rule_ink(page.paper, page.dark))
    tables = grids.find_grids(rules)
    unstamped = stamps.without_stamps(page.paper, page.found)
    dark = page.dark if unstamped is page.paper else light.ink(unstamped)
    unframed = boxes.without_boxes(unstamped, dark)
    found = page.found if unframed is page.paper else components(light.ink(unframed))
    body = specks.letter_bodies(found)
    return _Bare(ruled.without_rules(unframed, rules, body), body, tables)


def _upright(even: Grey, scale: float, known: int | None) -> _Upright:
    """The page without skew, the right way up as far as its letters tell."""
    mask = light.ink(even)
    kept_ink = Bits.of(mask)
    lie = orientation.lying(mask)
    sideways = lie.sideways if known is None else known in (90, 270)
    if sideways:
        even, mask = _turned(even, 90), _turned(mask, 90)
    about = lie.degrees if sideways == lie.sideways else 0.0
    skewed = skew.angle(mask, about)
    paper = skew.upright(even, skewed, scale)
    dark = light.ink(paper)
    found = components(dark)
    signs = orientation.signs(found)
    turned = signs.sure and signs.lead < 0 if known is None else known in (180, 270)
    if turned:
        paper, dark = _turned(paper, 180), _turned(dark, 180)
        found = components(dark)
    rotation = (90 if sideways else 0) + (180 if turned else 0)
    sure = known is not None or (lie.sure and signs.sure)
    return _Upright(paper, dark, found, kept_ink, rotation, skewed, sure)


def _turned(image: Grey, degrees: int) -> Grey:
    """The image turned counterclockwise by 90 or 180 degrees."""
    code = cv2.ROTATE_90_COUNTERCLOCKWISE if degrees == 90 else cv2.ROTATE_180
    return cv2.rotate(image, code).astype(np.uint8, copy=False)


def _to_sheet(sheet: Grey, page: _Upright) -> Transform:
    """From the upright page to the sheet: the skew comes back first, then the quarters of a turn."""
    sheet_height, sheet_width = sheet.shape
    lying = page.rotation in (90, 270)
    width, height = (sheet_height, sheet_width) if lying else (sheet_width, sheet_height)
    quarters = Transform.quarters(page.rotation, sheet_width, sheet_height)
    return Transform.turned(page.skew, width, height).then(quarters)
