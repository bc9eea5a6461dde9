"""Ink that the engine passed over: a letter that stands alone ("Nhóm máu: B"), a line of one word ("Không").

The engine leaves these out, on the cleanest scans too, and what it leaves out would count as blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.syllables import is_syllable
from hrdigitize.extraction.page.regions import Region
from hrdigitize.imaging.bits import Bits
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, framed
from hrdigitize.imaging.spreading import spread
from hrdigitize.ocr.engine import LineReader, LineReading

_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\S+")
#: Sizes in pixels at the working resolution. Pieces nearer than this are read together.
_TOGETHER_PX = (9, 25)
#: A word's box may end this far before its ink.
_ROOM_PX = 6
#: Letters are between these heights; what is narrower than the width is a stroke or a bracket.
_LETTER_PX = (16, 62)
_WIDTH_PX = 9
#: What stands on no line is a word from this width on, of so many letters at least.
_WORD_PX, _WORD_LETTERS = 50, 2
#: A stamp or a signature leaves many pieces: more than these on a page are not read.
_MOST = 12
#: A letter that stands alone stands at least this far from any word; what is nearer is part of it.
_ALONE_PX = 14
#: A reading less sure than this is no letter.
_LEAST_SURE = 0.5
_MARGIN_PX = 14
#: What only this look saw is never surer than two looks that differ.
_ONE_LOOK = 0.6


def pieces(letters: Grey, lines: Sequence[TextLine]) -> list[Box]:
    """Boxes around ink that no word covers, neighbouring pieces as one. letters: a mask of ink."""
    left = letters.copy()
    for line in lines:
        for word in line.words:
            box = word.box.padded(_ROOM_PX).clipped(left.shape[1], left.shape[0])
            left[box.y : box.bottom, box.x : box.right] = 0
    high, wide = _TOGETHER_PX
    joined = components(spread(Bits.of(left), wide, high).mask())
    around = (joined.box(index) for index in range(1, joined.count))
    return [
        Box(box.x + wide // 2, box.y + high // 2, max(1, box.width - wide + 1), max(1, box.height - high + 1))
        for box in around
    ]


def with_missed(region: Region, letters: Grey, reader: LineReader) -> Region:
    """The region with the words read from ink that its lines passed over, each put where it stands.

    letters: mask of the ink that is asked about.
    """
    low, high = _LETTER_PX
    found = [
        box for box in pieces(letters, region.lines) if low <= box.height <= high and box.width >= _WIDTH_PX
    ]
    asked = [
        box for box in found if _is_word_alone(box, region.lines) or _home(box, region.lines) is not None
    ]
    if not asked or len(found) > _MOST:
        return region
    crops = [framed(region.image[box.y : box.bottom, box.x : box.right], *[_MARGIN_PX] * 4) for box in asked]
    lines = list(region.lines)
    for box, reading in zip(asked, reader.read_lines(crops, WORKING_DPI), strict=True):
        if reading.confidence >= _LEAST_SURE and any(character.isalnum() for character in reading.text):
            lines = _with_reading(lines, region.lines, box, reading)
    return region.reading(lines)


def _with_reading(
    lines: list[TextLine], known: Sequence[TextLine], box: Box, reading: LineReading
) -> list[TextLine]:
    """The lines with what was read: in its line, or as a line of its own. known: what the engine found."""
    sure = min(reading.confidence, _ONE_LOOK)
    if (home := _home(box, known)) is not None:
        word = Word("".join(reading.text.split()), box, sure)
        return [_with_word(line, word) if at == home else line for at, line in enumerate(lines)]
    if not _is_worded(reading.text):
        return lines
    before = sum(line.box.y <= box.y for line in lines)
    return [*lines[:before], TextLine(_words(reading.text, box, sure), box), *lines[before:]]


def _is_worded(text: str) -> bool:
    """Whether a text is made of syllables, one of two letters at least: pieces of a stamp are not."""
    words = _LETTERS.findall(text)
    return any(len(word) >= _WORD_LETTERS for word in words) and all(map(is_syllable, words))


def _words(text: str, box: Box, sure: float) -> tuple[Word, ...]:
    """The words of a text, each in its share of the box."""
    share = box.width / len(text)
    return tuple(
        Word(
            found.group(),
            Box(box.x + round(found.start() * share), box.y, round(len(found.group()) * share), box.height),
            sure,
        )
        for found in _PIECE.finditer(text)
    )


def _is_word_alone(box: Box, lines: Sequence[TextLine]) -> bool:
    """Whether ink as wide as a word stands on no line."""
    return box.width >= _WORD_PX and not any(
        line.box.y < box.bottom and box.y < line.box.bottom for line in lines
    )


def _home(box: Box, lines: Sequence[TextLine]) -> int | None:
    """The line whose height holds the middle of the box, nearest sideways; None beside a word of it."""
    _, middle = box.centre
    level = [index for index, line in enumerate(lines) if line.box.y <= middle <= line.box.bottom]
    home = min(level, key=lambda index: _aside(box, lines[index].box), default=None)
    if home is None or any(_aside(box, word.box) < _ALONE_PX for word in lines[home].words):
        return None
    return home


def _aside(box: Box, other: Box) -> int:
    return max(0, other.x - box.right, box.x - other.right)


def _with_word(line: TextLine, word: Word) -> TextLine:
    words = sorted((*line.words, word), key=lambda one: one.box.x)
    return replace(line, words=tuple(words), box=union([line.box, word.box]) or line.box)
