"""A pen writes on the line it was given, off it by a little, the same way each time."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageOps

from tests.generator.faces import HANDS, load_face
from tests.generator.handwriting import Pen

_FACE = load_face(HANDS["patrick-hand"], "regular", 13)


def _written(seed: int) -> Image.Image:
    page = Image.new("L", (900, 200), 255)
    Pen.drawn(Random(seed)).write(page, (50, 100), "xã Dương Xá, huyện Gia Lâm", _FACE)
    return page


def test_the_same_chance_writes_the_same_and_another_does_not() -> None:
    assert _written(1).tobytes() == _written(1).tobytes()
    assert _written(1).tobytes() != _written(2).tobytes()


def test_the_text_is_as_long_as_the_face_says_and_lies_at_its_line() -> None:
    wanted = _FACE.getlength("xã Dương Xá, huyện Gia Lâm")
    for seed in range(10):
        box = ImageOps.invert(_written(seed)).getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert abs(right - left - wanted) < 40
        assert top < 100 < bottom < 130
