"""The marking that is stamped on a page: read before anything else of it, and nothing else is read for it."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.page import TextLine
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.secrecy import Secrecy, marking_in
from hrdigitize.imaging.frames import framed_texts, turned_about
from hrdigitize.imaging.pixels import WORKING_DPI, Grey, framed
from hrdigitize.ocr.engine import Engines, LineReader

#: White about a piece for the readers, in pixels.
_MARGIN_PX = 12
#: A marking without a frame, or in one that is not seen any more, stands in this upper share of the page.
_UPPER = 0.45


def marking_of(picture: Picture, engines: Engines) -> Secrecy:
    """The highest marking that stands in a small frame of the picture, whichever way up it lies.

    Every line reader is asked: one of them is enough to stop a page.
    """
    pieces = framed_texts(picture)
    if not pieces:
        return Secrecy.OPEN
    both_ways = [framed(piece, *[_MARGIN_PX] * 4) for piece in (*pieces, *turned_about(pieces))]
    readers: Sequence[LineReader] = engines.line_readers or (engines.first,)
    return max(
        (marking for reader in readers for marking in _read(both_ways, reader)),
        key=lambda marking: marking.rank,
        default=Secrecy.OPEN,
    )


def marking_among(lines: Sequence[TextLine], height: int) -> Secrecy:
    """The highest marking that is a line of its own in the upper part of a page of this height.

    The second net, for a frame that was torn or never printed: all three marks must be there.
    """
    upper = (line.text for line in lines if line.box.bottom <= _UPPER * height)
    return max(
        (marking_in(text) for text in upper if "Ậ" in text),
        key=lambda marking: marking.rank,
        default=Secrecy.OPEN,
    )


def _read(pieces: Sequence[Grey], reader: LineReader) -> list[Secrecy]:
    return [marking_in(line.text) for line in reader.read_lines(pieces, WORKING_DPI)]
