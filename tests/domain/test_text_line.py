"""Where a printed line stands."""

from __future__ import annotations

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import TextLine, Word


def test_a_stroke_beside_a_line_does_not_move_its_middle() -> None:
    word, stroke = Word("ruột", Box(100, 200, 90, 40), 0.9), Word("|", Box(900, 220, 4, 140), 0.5)
    assert TextLine((word, stroke), Box(100, 200, 804, 160)).middle == word.box.centre
    assert TextLine((stroke,), stroke.box).middle == stroke.box.centre
