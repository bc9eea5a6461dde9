"""What a scanner is to the program, whatever speaks to it: devices, settings, pages as image files."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Colour(StrEnum):
    """How the paper is taken: black and white alone, shades of grey, or in colour."""

    LINEART = "lineart"
    GREY = "grey"
    COLOUR = "colour"


class Feed(StrEnum):
    """Where the paper lies: on the glass, in the feeder, in the feeder with both sides taken."""

    GLASS = "glass"
    FEEDER = "feeder"
    BOTH_SIDES = "both-sides"


@dataclass(frozen=True, slots=True)
class Device:
    """A scanner that was found. id: what the system calls it; name: what stands on it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How pages are taken. width_mm, height_mm: of the paper, A4 where nothing else is said.

    TT 05/2025/TT-BNV (Art. 8) asks for colour and at least 200 dpi; print is read best at 300.
    """

    device: str
    dpi: int = 300
    colour: Colour = Colour.COLOUR
    feed: Feed = Feed.FEEDER
    width_mm: int = 210
    height_mm: int = 297


class Scanner(Protocol):
    """A way to scanners: SANE on Linux, others beside it."""

    def devices(self) -> tuple[Device, ...]:
        """The scanners that answer. UserFault "scanner-program-missing"."""
        ...

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """Each page as the bytes of an image file, as soon as it is whole; the glass gives one.

        It ends when the feeder is empty. UserFault, after the pages that came before: "scanner-empty" (no
        paper at all), "scanner-jammed", "scanner-cover-open", "scanner-busy", "scanner-denied",
        "scanner-lost", "scanner-stuck", "scanner-unknown" (no such device), "scanner-cannot" (no such
        feed or colour), "scanner-failed". Closing it stops the scanner.
        """
        ...
