"""How paper is scanned: the settings of one sitting, and settings that an office keeps under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
class ScanSettings:
    """How pages are taken. width_mm, height_mm: of the paper, A4 where nothing else is said.

    threshold: where black ends and white begins, in percent of full light; for black and white alone, None
    leaves it to the scanner. TT 05/2025/TT-BNV (Art. 8) asks for colour and at least 200 dpi; print is read
    best at 300.
    """

    device: str
    dpi: int = 300
    colour: Colour = Colour.COLOUR
    feed: Feed = Feed.FEEDER
    width_mm: int = 210
    height_mm: int = 297
    threshold: int | None = None


#: What a scanner may be asked for at all: from a fax's lines to a photo's, from a card to a long sheet.
LEAST_DPI, MOST_DPI = 75, 1200
LEAST_MM, MOST_MM = 30, 1000
LEAST_THRESHOLD, MOST_THRESHOLD = 1, 99


@dataclass(frozen=True, slots=True)
class ScanProfile:
    """Scan settings under a name. settings.device: "" where the scanner is named at every sitting.

    locked: only the head of the office may change or remove it. source: the rule that it carries out, for
    those that come with the program ("" for an office's own); valid_from, valid_until: when that rule holds,
    both days included, None where it is not known or has no end.
    """

    name: str
    settings: ScanSettings
    locked: bool = False
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def ready(self) -> bool:
        """Whether it came with the program; such a one is never changed."""
        return bool(self.source)

    def holds_on(self, day: date) -> bool:
        """Whether its rule is in force on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


def fits(settings: ScanSettings) -> bool:
    """Whether these are settings that a scanner can be asked for; the device is not looked at."""
    return (
        LEAST_DPI <= settings.dpi <= MOST_DPI
        and all(LEAST_MM <= side <= MOST_MM for side in (settings.width_mm, settings.height_mm))
        and _threshold_fits(settings)
    )


def _threshold_fits(settings: ScanSettings) -> bool:
    if settings.threshold is None:
        return True
    return settings.colour is Colour.LINEART and LEAST_THRESHOLD <= settings.threshold <= MOST_THRESHOLD
