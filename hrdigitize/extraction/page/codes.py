"""The printed codes of a page: looked for only where something as dense as a code stands."""

from __future__ import annotations

import numpy as np

from hrdigitize.domain.page import Code
from hrdigitize.imaging.clean import CleanPage
from hrdigitize.imaging.dense import dense_places
from hrdigitize.ocr.codes import read_codes


def codes_of(page: CleanPage) -> tuple[Code, ...]:
    """Every code once, in the order of reading; boxes in pixels of the upright page."""
    found = [
        Code(code.kind, code.text, code.box.moved(place.x, place.y, page.scale))
        for place in dense_places(page.paper)
        for code in read_codes(
            np.ascontiguousarray(page.paper[place.y : place.bottom, place.x : place.right])
        )
    ]
    return tuple(sorted(set(found), key=lambda code: (code.box.y, code.box.x)))
