"""Backs of sheets: blank ones with what scanning leaves on them, and nearly blank ones that say something."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.generator.archive.separators import one_line
from tests.generator.decisions.inking import sign
from tests.generator.decisions.layouts import Laid, Seal
from tests.generator.faces import HANDS, load_face
from tests.generator.handwriting import Pen
from tests.generator.lines import px

Plane = NDArray[np.float32]

#: What stands on a nearly blank page.
SIGNATURE, HANDWRITTEN, PENCIL, LINE = "signature", "handwritten", "pencil", "line"
_NOTES = (
    "Đã đối chiếu với bản chính",
    "Bản này lưu hồ sơ gốc",
    "Đ/c Hoa đã nhận ngày 12/3",
    "Bổ sung vào hồ sơ tháng 9/2014",
    "Chuyển BTC Huyện ủy theo dõi",
)
_LINES = (
    "Tôi xin chịu trách nhiệm về những nội dung đã khai trên đây./.",
    "nhiệm vụ được giao theo đúng quy định hiện hành của Nhà nước./.",
    "trong thời gian tới sẽ tiếp tục phấn đấu, rèn luyện tốt hơn.",
)


@dataclass(frozen=True, slots=True)
class Back:
    """A page with nothing printed on it by intention. content: what stands there, "" for a blank one."""

    page: Image.Image
    ink: Plane
    content: str = ""


def blank(front: Image.Image, front_ink: Plane, rng: Random) -> Back:
    """The blank back of a front: it shows through a little, as does the stamp; holes, edges, specks."""
    grey = np.asarray(front)
    strength = rng.choice((0.0, 0.03, 0.06, 0.1))
    shown = cv2.GaussianBlur(cv2.flip(grey, 1), (0, 0), 4.0).astype(np.float32)
    plane = 255 - (255 - shown) * strength
    page = Image.fromarray(np.clip(plane, 0, 255).astype(np.uint8))
    if rng.random() < 0.45:
        _holes(page, rng)
    if rng.random() < 0.4:
        _edge(page, rng)
    if rng.random() < 0.5:
        _specks(page, rng)
    through = cv2.GaussianBlur(cv2.flip(front_ink, 1), (0, 0), 3.0)
    return Back(page, (through * rng.choice((0.0, 0.04, 0.09))).astype(np.float32))


def noted(size: tuple[int, int], kind: str, rng: Random) -> Back:
    """A page with a single signature, a handwritten line, a faint note in pencil, or one printed line."""
    page = Image.new("L", size, 255)
    ink = np.zeros((size[1], size[0]), np.float32)
    if kind == SIGNATURE:
        seal = Seal(0, rng.uniform(50, 150), rng.uniform(40, 240))
        sign(Laid((page,), {}, seal, ()), np.random.default_rng(rng.getrandbits(32)))
        return Back(page, ink, "signature")
    if kind == LINE:
        text = rng.choice(_LINES)
        line = one_line(text, rng)  # on a sheet of its own, upright whatever lies before it
        return Back(line, np.zeros((line.height, line.width), np.float32), text)
    text = rng.choice(_NOTES)
    grey = rng.randint(125, 150) if kind == PENCIL else rng.randint(10, 80)
    pen = Pen(rng, rng.uniform(-0.05, 0.25), grey, rng.uniform(1, 3))
    face = load_face(HANDS[rng.choice(("patrick-hand", "charm", "mali"))], "regular", rng.uniform(15, 20))
    pen.write(page, (px(rng.uniform(25, 70)), px(rng.uniform(25, 250))), text, face)
    return Back(page, ink, text)


def _holes(page: Image.Image, rng: Random) -> None:
    """Two holes of a punch; on a back they lie at the right."""
    draw = ImageDraw.Draw(page)
    x, middle, radius = page.width - px(rng.uniform(9, 13)), page.height // 2, px(3)
    for y in (middle - px(40), middle + px(40)):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=rng.randint(10, 70))


def _edge(page: Image.Image, rng: Random) -> None:
    """The dark line beside a sheet that lay a little off the edge of the glass."""
    draw = ImageDraw.Draw(page)
    wide = px(rng.uniform(0.6, 3.5))
    left = 0 if rng.random() < 0.5 else page.width - wide
    draw.rectangle((left, 0, left + wide, page.height), fill=rng.randint(40, 120))


def _specks(page: Image.Image, rng: Random) -> None:
    draw = ImageDraw.Draw(page)
    for _ in range(rng.randint(10, 60)):
        x, y, radius = rng.randrange(page.width), rng.randrange(page.height), rng.choice((1, 1, 2, 2, 3))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=rng.randint(60, 170))
