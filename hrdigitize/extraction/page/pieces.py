"""A piece of a page that a person marked, read by itself: its lines, whatever stands around it."""

from __future__ import annotations

from hrdigitize.domain.picture import Picture
from hrdigitize.extraction.page import first_looks
from hrdigitize.extraction.page.regions import MARGIN_PX, Region
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.pixels import framed
from hrdigitize.ocr.engine import Engines


def read_piece(picture: Picture, rotation: int, engines: Engines) -> tuple[str, ...]:
    """The text of its lines, top to bottom. rotation: degrees by which it lies turned, clockwise."""
    page = clean(picture, rotation)
    image, paper = (framed(one, *[MARGIN_PX] * 4) for one in (page.image, page.paper))
    region = Region(image, paper, cell=True)
    if engines.reader is None:
        read = first_looks.by_engine([region], engines.first)
    else:
        read = first_looks.by_line_reader([region], engines.first, engines.reader)
    return tuple(line.text for line in read[0].lines if line.text)
