"""Pages of lines to learn from: set, scanned at the three levels, cleaned as the program cleans, cut up.

The reader learns what it will see: crops of cleaned pages, and crops that still carry leaders, rules, stamps
and specks. What the clean-up does to a hook or a comma is part of the lesson.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from hrdigitize.capture.images import as_picture
from hrdigitize.imaging.clean import CleanPage, clean
from hrdigitize.ocr.line_input import HIGHLAND
from tests.generator.handwriting import Pen
from tests.generator.scanning import CLEAN, POOR, WORN, scan
from training.faces import TRAINED, FaceKind, face_path, has_letters, load
from training.overlays import overlay
from training.shards import Sample
from training.texts import texts

#: A4 at the generator's resolution.
_WIDTH, _HEIGHT = 2480, 3508
_LEFT, _RIGHT, _TOP, _BOTTOM = 130, 2350, 140, 3380
#: Places with leaders, rules or nothing: the reader must say that there is no text.
_EMPTY_SHARE = 0.07

#: Letters that some faces lack.
_RARE = frozenset(HIGHLAND + HIGHLAND.upper())


#: Left, top, right, bottom.
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Item:
    """A text on a page, "" for a place without any: the box of its ink, its line's height, in drawn pixels.

    room: how far a crop may reach beyond the ink at the left and at the right.
    """

    text: str
    box: _Box
    line: tuple[float, float]
    hand: bool
    room: tuple[float, float] = (10.0, 10.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What pages are made of. roots: folders that the faces lie in. levels: of the scanner, and how often.

    paper_share: of the crops, those that are cut from the page before the clean-up, which the program reads.
    """

    roots: tuple[Path, ...]
    kinds: tuple[FaceKind, ...] = TRAINED
    levels: tuple[tuple[int, float], ...] = ((CLEAN, 25), (WORN, 40), (POOR, 35))
    paper_share: float = 0.7


def samples(rng: Random, plan: Plan) -> Iterator[Sample]:
    """Samples without end, page by page. FaceMissing where a face is not where the plan says."""
    drawn = texts(rng)
    while True:
        yield from _page(rng, plan, drawn)


def _page(rng: Random, plan: Plan, drawn: Iterator[str]) -> list[Sample]:
    sheet = Image.new("L", (_WIDTH, _HEIGHT), 255)
    items = list(_set(sheet, rng, plan, drawn))
    overlay(sheet, rng)
    level = rng.choices([level for level, _ in plan.levels], [share for _, share in plan.levels])[0]
    file = scan([sheet], level, np.random.default_rng(rng.getrandbits(64)))[0]
    image = Image.open(io.BytesIO(file))
    image.load()
    page = clean(as_picture(image, None), 0)
    return [sample for item in items if (sample := _sample(item, page, plan.paper_share, rng)) is not None]


def _set(sheet: Image.Image, rng: Random, plan: Plan, drawn: Iterator[str]) -> Iterator[_Item]:
    """Lines from top to bottom, each with some texts in one face."""
    y = float(_TOP)
    pen = Pen.drawn(rng)
    draw = ImageDraw.Draw(sheet)
    while True:
        kind = rng.choices(plan.kinds, [kind.share for kind in plan.kinds])[0]
        face = _drawn_face(kind, rng, plan.roots)
        ascent, descent = face.getmetrics()
        baseline = y + ascent
        y = baseline + descent * rng.uniform(0.8, 1.2) + rng.uniform(0, 14)
        if y > _BOTTOM:
            return
        x = _LEFT + rng.uniform(0, 60)
        while True:
            text = next(text for text in drawn if has_letters(face, frozenset(text) & _RARE))
            width = face.getlength(text)
            if x + width > _RIGHT:
                break
            _write(sheet, (x, baseline), text, face, pen if kind.hand and rng.random() < 0.6 else None)
            line = (baseline - ascent * 0.85, baseline + descent)
            _surround(draw, _ink(text, (x, baseline), face), baseline, rng)
            yield _cut_out(text, (x, baseline), face, line, rng, hand=kind.hand)
            x += width + rng.uniform(30, 120)
            if rng.random() < _EMPTY_SHARE:
                place = (x, line[0], x + rng.uniform(30, 220), line[1])
                _surround(draw, place, baseline, rng)
                yield _Item("", place, line, hand=False)
                x = place[2] + rng.uniform(30, 80)


def _ink(text: str, place: tuple[float, float], face: ImageFont.FreeTypeFont) -> _Box:
    left, top, right, bottom = face.getbbox(text, anchor="ls")
    return (place[0] + left, place[1] + top, place[0] + right, place[1] + bottom)


def _cut_out(
    text: str,
    place: tuple[float, float],
    face: ImageFont.FreeTypeFont,
    line: tuple[float, float],
    rng: Random,
    *,
    hand: bool,
) -> _Item:
    """The whole text, or some words from its middle: then a sliver of their neighbours may be in the crop."""
    words = text.split(" ")
    if len(words) < 2 or rng.random() < 0.5:
        return _Item(text, _ink(text, place, face), line, hand)
    first = rng.randrange(len(words))
    last = rng.randrange(first, len(words))
    before = face.getlength("".join(f"{word} " for word in words[:first]))
    chosen = " ".join(words[first : last + 1])
    gap = 0.8 * face.getlength(" ")
    room = (10.0 if first == 0 else gap, 10.0 if last + 1 == len(words) else gap)
    return _Item(chosen, _ink(chosen, (place[0] + before, place[1]), face), line, hand, room)


def _drawn_face(kind: FaceKind, rng: Random, roots: tuple[Path, ...]) -> ImageFont.FreeTypeFont:
    face = rng.choices(kind.faces, [entry.share for entry in kind.faces])[0]
    style = rng.choices(range(len(face.files)), [6, 2, 2, 0.5][: len(face.files)])[0]
    size = rng.choice((9.5, 10, 11, 11.5, 12, 12, 12.5, 13, 13, 13.5, 14, 14, 15)) * face.scale
    return load(face_path(face.files[style], roots), size)


def _write(
    sheet: Image.Image,
    place: tuple[float, float],
    text: str,
    face: ImageFont.FreeTypeFont,
    pen: Pen | None,
) -> None:
    if pen is not None:
        pen.write(sheet, place, text, face)
        return
    ImageDraw.Draw(sheet).text(place, text, font=face, anchor="ls", fill=0)


def _surround(draw: ImageDraw.ImageDraw, box: _Box, baseline: float, rng: Random) -> None:
    """What forms print around a text: leaders before, after or under it, a rule, the rules of a cell."""
    chance = rng.random()
    left, top, right, bottom = box
    if chance < 0.1:
        # Not within a crop's room: a single dot of a leader after a word is a full stop to every eye.
        _dots(draw, (right + rng.uniform(12, 18), right + rng.uniform(25, 110)), baseline, rng)
        _dots(draw, (left - rng.uniform(20, 50), left - 14), baseline, rng)
    elif chance < 0.2:
        _dots(draw, (left - 10, right + rng.uniform(10, 60)), baseline + rng.uniform(-1, 4), rng)
    elif chance < 0.25:
        at = baseline + rng.uniform(4, 9)
        draw.line((left, at, right, at), fill=0, width=rng.randint(1, 3))
    elif chance < 0.45:
        around = (
            left - rng.uniform(5, 16), top - rng.uniform(4, 14),
            right + rng.uniform(5, 16), bottom + rng.uniform(4, 14),
        )  # fmt: skip
        draw.rectangle(around, outline=rng.choice((0, 0, 90, 150)), width=rng.randint(1, 4))


def _dots(draw: ImageDraw.ImageDraw, ends: tuple[float, float], baseline: float, rng: Random) -> None:
    radius, pitch = rng.uniform(1.2, 2.4), rng.uniform(9, 16)
    x = ends[0]
    while x < ends[1]:
        draw.ellipse((x - radius, baseline - 2 * radius, x + radius, baseline), fill=0)
        x += pitch


def _sample(item: _Item, page: CleanPage, paper_share: float, rng: Random) -> Sample | None:
    """The item cut from the cleaned page or from the one with everything on it, too wide or too tight."""
    image = page.paper if rng.random() < paper_share else page.image
    scale = image.shape[1] / _WIDTH
    left, top, right, bottom = item.box
    if rng.random() < 0.6:
        top, bottom = min(top, item.line[0]), max(bottom, item.line[1])
    room = (rng.uniform(1, item.room[0]), rng.uniform(0, 9), rng.uniform(1, item.room[1]), rng.uniform(0, 9))
    x, y = round((left - room[0]) * scale), round((top - room[1]) * scale)
    crop = image[max(0, y) : round((bottom + room[3]) * scale), max(0, x) : round((right + room[2]) * scale)]
    if crop.size == 0:
        return None
    return Sample(crop, item.text, item.hand)
