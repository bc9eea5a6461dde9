"""Decoded pixels as a plain value: what crosses from a decoding helper to everybody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pickle import PickleBuffer
from typing import SupportsIndex

#: Grey, or red, green and blue.
CHANNELS = (1, 3)
#: The protocol of pickle that can leave large parts where they are.
_UNCOPIED_SINCE = 5


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as kept: `pixels` holds height x width x channels bytes, rows top to bottom, no padding.

    channels: 1 (grey) or 3 (red, green, blue). dpi: dots per inch, 300 where the file does not say.
    ValueError when the sizes do not fit together: nobody downstream has to check again.
    """

    width: int
    height: int
    channels: int
    dpi: int
    pixels: bytes | memoryview

    def __post_init__(self) -> None:
        if self.channels not in CHANNELS:
            raise ValueError(f"a picture has 1 or 3 channels, not {self.channels}")
        if self.width < 1 or self.height < 1 or len(self.pixels) != self.width * self.height * self.channels:
            raise ValueError(f"{len(self.pixels)} bytes are no {self.width} x {self.height} picture")

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Callable[..., Picture], tuple[object, ...]]:
        """Lets the pixels travel to another process as they are: a page is 26 MB, every copy of it counts."""
        pixels = PickleBuffer(self.pixels) if int(protocol) >= _UNCOPIED_SINCE else bytes(self.pixels)
        return Picture, (self.width, self.height, self.channels, self.dpi, pixels)


@dataclass(frozen=True, slots=True)
class Spread:
    """How a picture of an opened booklet is parted into two pages; the picture itself stays as it is.

    at: the first pixel of the second part, counted along the longer side. backwards: the second part is
    the page to be read first. corners: of a photographed spread, x and y in turn, clockwise from the top
    left; it is laid flat before it is cut. Empty for a scan.
    """

    at: int
    backwards: bool = False
    corners: tuple[int, ...] = ()
