"""A page cleaned the right way up, by the engine's word where its letters alone do not tell."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.clean import CleanPage, clean_sheet
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, framed, reduced
from hrdigitize.imaging.sheets import Sheet
from hrdigitize.ocr.engine import Engine

#: The piece of the page that is read: a square, because lines may run either way; found on a smaller picture.
_PIECE_PX = 720
_SHRINK = 8
#: Words that count: letters the other way up are read as short or unsure ones.
_LEAST_SURE = 0.8
_WORD_LENGTH = 2
#: A page is turned only where so many letters are read then, and so many times as many as now.
_FEWEST_LETTERS = 6
_CLEARLY = 2.0
_MARGIN_PX = 12


def cleaned(sheet: Sheet, engine: Engine) -> CleanPage:
    """The page after the clean-up; in doubt which way up it lies, as the engine reads a piece of it best."""
    page = clean_sheet(sheet)
    if page.sure or not page.letters.any():
        return page
    turn = _better_turned(_densest(page), engine)
    if not turn:
        return page
    rotation = (page.rotation + turn) % 360
    # Not two pages at a time: each takes 50 MB.
    del page
    return clean_sheet(sheet, rotation)


def _better_turned(piece: Grey, engine: Engine) -> int:
    """By how many degrees a piece is turned where the engine reads clearly more of it; 0 as it is."""
    now = _letters_read(piece, engine)
    turns = {turn: _letters_read(np.rot90(piece, turn // 90), engine) for turn in (90, 180, 270)}
    best = max(turns, key=lambda turn: turns[turn])
    return 0 if turns[best] < max(_FEWEST_LETTERS, _CLEARLY * now) else best


def _densest(page: CleanPage) -> Grey:
    """The square of the page that holds the most letters."""
    small = reduced(page.letters, _SHRINK)
    side = _PIECE_PX // _SHRINK
    _, _, _, (x, y) = cv2.minMaxLoc(cv2.boxFilter(small, cv2.CV_32F, (side, side)))
    height, width = page.image.shape
    around = Box(x * _SHRINK - _PIECE_PX // 2, y * _SHRINK - _PIECE_PX // 2, _PIECE_PX, _PIECE_PX)
    box = around.clipped(width, height)
    return page.image[box.y : box.bottom, box.x : box.right]


def _letters_read(piece: Grey, engine: Engine) -> int:
    """How many letters and figures the engine reads in whole words that it is sure of."""
    white_about = framed(np.ascontiguousarray(piece), *[_MARGIN_PX] * 4)
    words = (word for line in engine.read_page(white_about, WORKING_DPI) for word in line.words)
    letters = (
        sum(character.isalnum() for character in word.text)
        for word in words
        if word.confidence >= _LEAST_SURE
    )
    return sum(count for count in letters if count >= _WORD_LENGTH)
