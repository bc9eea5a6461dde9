"""Pages spoilt on purpose, as clerks spoil them: what the quality of a page is measured against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from hrdigitize.domain.picture import Picture
from hrdigitize.imaging.pixels import Grey, grey

Spoil = Callable[[Grey, int, np.random.Generator], Grey]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A way to spoil a page, and the reason that must be given then."""

    reason: str
    spoil: Spoil
    levels: tuple[int, ...] = (0, 1)


def spoilt(picture: Picture, way: Spoilt, rng: np.random.Generator) -> Picture:
    """The page, spoilt; it claims the resolution that it had before."""
    image = np.ascontiguousarray(way.spoil(grey(picture), picture.dpi, rng))
    return Picture(image.shape[1], image.shape[0], 1, picture.dpi, image.tobytes())


def _blurred(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    return _grey(cv2.GaussianBlur(page, (0, 0), rng.uniform(2.6, 3.6) * dpi / 300))


def _dark(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    del dpi
    return _grey(page * rng.uniform(0.25, 0.4))


def _pale(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    del dpi
    return _grey(255 - (255 - page.astype(np.float32)) * rng.uniform(0.2, 0.35))


def _cut(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    """A strip of 45 to 70 mm is missing at one side: the edge runs through the lines."""
    lost = int(rng.uniform(45, 70) / 25.4 * dpi)
    return page[:, lost:] if rng.random() < 0.5 else page[:, :-lost]


def _coarse(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    scale = float(rng.uniform(90, 130)) / dpi
    return _grey(cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def _tilted(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    del dpi
    height, width = page.shape
    degrees = float(rng.choice((-1, 1)) * rng.uniform(6.5, 13))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return _grey(cv2.warpAffine(page, turn, (width, height), borderValue=(250,)))


def _shadowed(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    del dpi
    across = np.linspace(0, 1, page.shape[1], dtype=np.float32)
    return _grey(page * (np.clip((across - rng.uniform(0.2, 0.4)) * 4, 0, 1) * 0.6 + 0.4))


def _glaring(page: Grey, dpi: int, rng: np.random.Generator) -> Grey:
    del dpi
    height, width = page.shape
    y, x = np.mgrid[0:height:8, 0:width:8].astype(np.float32)
    left, top = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
    lamp = np.exp(-(((x - left) / (width * 0.15)) ** 2) - ((y - top) / (height * 0.12)) ** 2)
    return _grey(page * 0.8 + cv2.resize(lamp, (width, height)) * 400)


def _grey(values: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> Grey:
    return np.clip(values.astype(np.float32), 0, 255).astype(np.uint8)


WAYS: Mapping[str, Spoilt] = {
    "blurred": Spoilt("quality-blurred", _blurred, (0, 1, 2)),
    "dark": Spoilt("quality-too-dark", _dark, (0, 1, 2)),
    "pale": Spoilt("quality-too-pale", _pale),
    "cut": Spoilt("quality-cut-off", _cut, (0, 1, 2)),
    "coarse": Spoilt("quality-low-resolution", _coarse, (0, 1, 2)),
    "tilted": Spoilt("quality-tilted", _tilted, (0, 1, 2)),
    "shadowed": Spoilt("quality-shadow", _shadowed, (0, 1, 2)),
    "glaring": Spoilt("quality-glare", _glaring, (0, 1, 2)),
}
