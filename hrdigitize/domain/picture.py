"""Decoded pixels as a plain value: what crosses from a decoding helper to everybody else."""

from __future__ import annotations

from dataclasses import dataclass


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
    pixels: bytes

    def __post_init__(self) -> None:
        if self.channels not in (1, 3):
            raise ValueError(f"a picture has 1 or 3 channels, not {self.channels}")
        if self.width < 1 or self.height < 1 or len(self.pixels) != self.width * self.height * self.channels:
            raise ValueError(f"{len(self.pixels)} bytes are no {self.width} x {self.height} picture")
