"""What offices press and write on a decision: the round stamp over the signature, the signature itself."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.generator.decisions.layouts import Laid
from tests.generator.faces import FAMILIES, load_face
from tests.generator.lines import px

Plane = NDArray[np.float32]

#: The stamp lies over about a third of the signature, at its left (NĐ 99/2016/NĐ-CP and NĐ 30/2020/NĐ-CP).
_LEFT_MM = (9.0, 20.0)
_RADIUS_MM = (16.5, 18.5)


def sign(laid: Laid, rng: np.random.Generator) -> None:
    """Write the signature on its page in dark ink, as a pen does."""
    page = laid.pages[laid.seal.page]
    steps = np.linspace(0, 1, 160)
    tall, wide = rng.uniform(4, 8), rng.uniform(22, 34)
    x = laid.seal.x_mm - wide / 2 + steps * wide + 5 * np.sin(steps * rng.uniform(14, 30))
    y = laid.seal.y_mm + tall * np.sin(steps * rng.uniform(16, 34) + rng.uniform(0, 3)) * (1 - 0.7 * steps)
    points = [(float(px(a)), float(px(b))) for a, b in zip(x, y, strict=True)]
    ink = int(rng.integers(30, 110))
    ImageDraw.Draw(page).line(points, fill=ink, width=int(rng.integers(4, 7)), joint="curve")


def stamps(laid: Laid, around: str, rng: np.random.Generator) -> Sequence[Plane]:
    """How much stamping ink lies on each pixel of each page (0..1); around: what the ring says."""
    planes = [np.zeros((page.height, page.width), np.float32) for page in laid.pages]
    if rng.random() < 0.06:
        return planes
    seal = laid.seal
    centre = (seal.x_mm - rng.uniform(*_LEFT_MM), seal.y_mm + rng.uniform(-9, 3))
    _press(planes[seal.page], _stamp(around, rng), centre, rng)
    return planes


def _stamp(around: str, rng: np.random.Generator) -> Image.Image:
    """A round stamp with its text along the ring and a star."""
    radius = px(rng.uniform(*_RADIUS_MM))
    side = 2 * radius + 12
    stamp = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(stamp)
    middle = side / 2
    for share, width in ((1.0, 8), (0.94, 3), (0.62, 3)):
        reach = radius * share
        draw.ellipse(
            (middle - reach, middle - reach, middle + reach, middle + reach), outline=255, width=width
        )
    face = load_face(FAMILIES["liberation-sans"], "bold", 9.5)
    text = f"{around.upper()} ★ "[:44]
    step = 2 * np.pi / max(28, len(text))
    for number, letter in enumerate(text):
        turn = number * step - np.pi * 0.75
        tile = Image.new("L", (64, 64), 0)
        ImageDraw.Draw(tile).text((32, 32), letter, font=face, anchor="mm", fill=255)
        turned = tile.rotate(-np.degrees(turn), resample=Image.Resampling.BICUBIC)
        at = (middle + np.sin(turn) * radius * 0.78, middle - np.cos(turn) * radius * 0.78)
        stamp.paste(255, (int(at[0]) - 32, int(at[1]) - 32), turned)
    tips = [
        (middle + radius * r * np.sin(a), middle - radius * r * np.cos(a))
        for a, r in ((k * np.pi / 5, 0.3 if k % 2 == 0 else 0.12) for k in range(10))
    ]
    draw.polygon(tips, fill=255)
    return stamp.rotate(float(rng.uniform(-12, 12)), resample=Image.Resampling.BICUBIC)


def _press(
    plane: Plane, stamp: Image.Image, centre_mm: tuple[float, float], rng: np.random.Generator
) -> None:
    """Press the stamp unevenly; what reaches over the page's edge is lost."""
    pressed = np.asarray(stamp).astype(np.float32) / 255
    wear = cv2.resize(
        rng.random((9, 9), dtype=np.float32), pressed.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    pressed *= np.clip(rng.uniform(0.45, 0.8) + wear * 0.5, 0, 1)
    x, y = px(centre_mm[0]) - pressed.shape[1] // 2, px(centre_mm[1]) - pressed.shape[0] // 2
    part = plane[max(0, y) : y + pressed.shape[0], max(0, x) : x + pressed.shape[1]]
    part[:] = np.maximum(part, pressed[: part.shape[0], : part.shape[1]])
