"""What a scanner is to the program, whatever speaks to it: devices, and pages as image files."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

from hrdigitize.domain.scanning import ScanSettings


@dataclass(frozen=True, slots=True)
class Device:
    """A scanner that was found. id: what the system calls it; name: what stands on it."""

    id: str
    name: str


class Scanner(Protocol):
    """A way to scanners: SANE on Linux, WIA and NAPS2 on Windows, eSCL over the network."""

    def devices(self) -> tuple[Device, ...]:
        """The scanners that answer. UserFault "scanner-program-missing"."""
        ...

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """Each page as the bytes of an image file, as soon as it is whole; the glass gives one.

        It ends when the feeder is empty. UserFault, after the pages that came before: "scanner-empty" (no
        paper at all), "scanner-jammed", "scanner-cover-open", "scanner-busy", "scanner-denied",
        "scanner-lost", "scanner-stuck", "scanner-unknown" (no such device), "scanner-cannot" (no such
        feed, colour or threshold), "scanner-failed". Closing it stops the scanner.
        """
        ...
