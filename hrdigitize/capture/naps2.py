"""TWAIN scanners on Windows: the console of NAPS2, where that is installed, as a program of its own.

NAPS2 writes its files when all sheets are through, so pages come late, and in plain text they lie in a
private folder on the disk until they are handed on. Its sentences are in the language of the PC: what is
wrong is known in English alone, anything else is "scanner-failed". The tests run a made-up console that
checks what it is asked; no real NAPS2 and no real scanner has been tried with it.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings

#: How the identifier of such a scanner begins: "naps2:twain:NAME", or "naps2:profile:NAME" for what is
#: set up in NAPS2's own window.
NAPS2 = "naps2:"
_TWAIN, _PROFILE = "twain:", "profile:"
_PLACES = (
    "NAPS2.Console",
    r"C:\Program Files\NAPS2\NAPS2.Console.exe",
    r"C:\Program Files (x86)\NAPS2\NAPS2.Console.exe",
)
#: A hundred sheets from both sides on a slow feeder.
STACK_TIME_S = 1800.0
_LISTING_TIME_S = 60.0
_FOLDER = "hrdigitize-naps2-"
#: A folder that a killed program left is older than any sitting.
_LEFT_AFTER_S = 2 * STACK_TIME_S
_SOURCES: Mapping[Feed, str] = {Feed.GLASS: "glass", Feed.FEEDER: "feeder", Feed.BOTH_SIDES: "duplex"}
_DEPTHS: Mapping[Colour, str] = {Colour.LINEART: "bw", Colour.GREY: "gray", Colour.COLOUR: "color"}
#: What stands in its sentences (small letters).
_FAULTS: Mapping[str, str] = {
    "paper jam": "scanner-jammed",
    "cover": "scanner-cover-open",
    "busy": "scanner-busy",
    "offline": "scanner-lost",
    "could not be found": "scanner-unknown",
    "does not support": "scanner-cannot",
    "no pages": "scanner-empty",
    "no scanned pages": "scanner-empty",
}


@dataclass(frozen=True, slots=True)
class Naps2:
    """Speaks to scanners through NAPS2.Console.

    program: how it is started, () to look for it where it is usually installed. stack_time_s: how long all
    pages of a sitting may take.
    """

    program: tuple[str, ...] = ()
    stack_time_s: float = STACK_TIME_S

    def devices(self) -> tuple[Device, ...]:
        """As `Scanner.devices`; UserFault "naps2-missing"."""
        told = self._asked(("--listdevices", "--driver", "twain"), _LISTING_TIME_S)
        names = filter(None, map(str.strip, told.splitlines()))
        return tuple(Device(f"{NAPS2}{_TWAIN}{name}", f"{name} (TWAIN)") for name in names)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """As `Scanner.pages`, but all pages come at the end; UserFault "naps2-missing"."""
        if settings.threshold is not None:
            raise UserFault("scanner-cannot")
        with _private_folder() as folder:
            told = self._asked(_arguments(settings, folder), self.stack_time_s)
            files = sorted(folder.glob("*.png"))
            for file in files:
                page = file.read_bytes()
                file.unlink()
                yield page
        fault = _fault_told(told)
        if fault is not None and not (fault == "scanner-empty" and files):
            raise UserFault(fault)
        if not files:
            raise UserFault("scanner-failed" if told.strip() else "scanner-empty")

    def _asked(self, arguments: tuple[str, ...], time_s: float) -> str:
        """What the program prints. UserFault "naps2-missing", "scanner-stuck"."""
        try:
            told = subprocess.run(
                [*self._program(), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=time_s,
                check=False,
            )
        except FileNotFoundError:
            raise UserFault("naps2-missing") from None
        except subprocess.TimeoutExpired:
            raise UserFault("scanner-stuck") from None
        return told.stdout.decode("utf-8", "replace")

    def _program(self) -> tuple[str, ...]:
        if self.program:
            return self.program
        found = next(filter(None, map(shutil.which, _PLACES)), None)
        if found is None:
            raise UserFault("naps2-missing")
        return (found,)


def _arguments(settings: ScanSettings, folder: Path) -> tuple[str, ...]:
    """UserFault "scanner-unknown" for an identifier that names neither a TWAIN scanner nor a profile."""
    named = settings.device.removeprefix(NAPS2)
    which: tuple[str, ...]
    if named.startswith(_TWAIN):
        which = ("--noprofile", "--driver", "twain", "--device", named.removeprefix(_TWAIN))
    elif named.startswith(_PROFILE):
        which = ("--profile", named.removeprefix(_PROFILE))
    else:
        raise UserFault("scanner-unknown")
    return (
        *("--output", str(folder / "$(nnnnnn).png")),
        *which,
        *("--source", _SOURCES[settings.feed]),
        *("--dpi", str(settings.dpi)),
        *("--bitdepth", _DEPTHS[settings.colour]),
        *("--pagesize", f"{settings.width_mm}x{settings.height_mm}mm"),
    )


def _fault_told(told: str) -> str | None:
    small = told.lower()
    return next((fault for words, fault in _FAULTS.items() if words in small), None)


@contextmanager
def _private_folder() -> Iterator[Path]:
    """A folder that this person alone may open, gone at the end; what killed programs left goes first."""
    for left in Path(gettempdir()).glob(f"{_FOLDER}*"):
        if time.time() - left.stat().st_mtime > _LEFT_AFTER_S:
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_FOLDER))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
