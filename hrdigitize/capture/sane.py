"""Scanners on Linux: SANE's own program `scanimage`, as a process of its own.

Drivers of scanners crash and hang; none of that reaches the program. A page lies in memory (a folder of the
system's memory disk) until it is handed on: in plain text it never touches a disk.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile, mkdtemp
from typing import IO

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Colour, Feed, ScanSettings

_PROGRAM = "scanimage"
#: A page at 600 dpi takes a slow flatbed a minute and more; a driver that hangs says nothing for ever.
PAGE_TIME_S = 180.0
_LISTING_TIME_S = 60.0
#: So often it is looked whether the program has said what is wrong; so long it may take to end then.
_LOOK_S = 2.0
_MEMORY_DISK = Path("/dev/shm")
_FOLDER = "hrdigitize-scan-"
_NOTES_BYTES = 4096
#: What SANE's own words for what went wrong (sane_strstatus) are to the program.
_FAULTS: Mapping[str, str] = {
    "Device busy": "scanner-busy",
    "Document feeder jammed": "scanner-jammed",
    "Scanner cover is open": "scanner-cover-open",
    "Access to resource has been denied": "scanner-denied",
    "Error during device I/O": "scanner-lost",
    "Document feeder out of documents": "scanner-empty",
}
#: What is in the name that a driver gives to a mode: "Color", "24bit Color", "True Gray", "Black & White".
_MODES: Mapping[Colour, str] = {
    Colour.LINEART: r"lineart|black|binary",
    Colour.GREY: r"gr[ae]y",
    Colour.COLOUR: r"colou?r",
}
_CHOICES = re.compile(r"^\s+--(mode|source|adf-mode)\s+(\S.*?)(?:\s+\[[^\]]*\])?\s*$", re.MULTILINE)
_HAS_THRESHOLD = re.compile(r"^\s+--threshold(?![\w-])", re.MULTILINE)
_HAS_SIDES = re.compile(r"^\s+--duplex\[=\(yes\|no\)\]\s+\[(?!inactive)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sane:
    """Speaks to scanners through `scanimage`.

    page_time_s: how long the next page may take. options: further ones for the program, as its help lists.
    """

    page_time_s: float = PAGE_TIME_S
    options: tuple[str, ...] = ()

    def devices(self) -> tuple[Device, ...]:
        """As `Scanner.devices`."""
        told, _ = self._asked("--formatted-device-list", "%d\t%v %m%n")
        found = (line.partition("\t") for line in told.splitlines() if "\t" in line)
        return tuple(Device(device, name) for device, _, name in found)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        """As `Scanner.pages`."""
        options = self._options_for(settings)
        with (
            _private_folder() as folder,
            TemporaryFile() as notes,
            _running([*_command(settings, folder), *options, *self.options], notes) as (process, lines),
        ):
            given = 0
            for path in self._finished(lines, notes):
                page = path.read_bytes()
                path.unlink()
                given += 1
                yield page
            _judge(_status(process), _end_of(notes), given)

    def _finished(self, lines: SimpleQueue[str], notes: IO[bytes]) -> Iterator[Path]:
        """The files of the pages, each when it is whole. UserFault "scanner-stuck".

        Some drivers say what is wrong and then hang (SANE's simulated one does so once in 25 jams): that is
        the end as well.
        """
        late = time.monotonic() + self.page_time_s
        while True:
            try:
                line = lines.get(timeout=min(_LOOK_S, self.page_time_s))
            except Empty:
                if _fault_told(_end_of(notes)) is not None:
                    return
                if time.monotonic() >= late:
                    raise UserFault("scanner-stuck") from None
                continue
            if not line:
                return
            yield Path(line.rstrip("\n"))
            late = time.monotonic() + self.page_time_s

    def _options_for(self, settings: ScanSettings) -> list[str]:
        """What the settings are called on this device. UserFault "scanner-cannot", or why it says nothing."""
        told, notes = self._asked("--device-name", settings.device, "--all-options")
        choices = {found[1]: found[2].split("|") for found in _CHOICES.finditer(told)}
        if not choices:
            raise UserFault(_fault_told(notes) or "scanner-unknown")
        return [
            *_feed_options(settings.feed, choices, has_sides=bool(_HAS_SIDES.search(told))),
            *_colour_options(settings.colour, choices.get("mode", ())),
            *_threshold_options(settings.threshold, has_threshold=bool(_HAS_THRESHOLD.search(told))),
        ]

    def _asked(self, *arguments: str) -> tuple[str, str]:
        """What the program prints and remarks. UserFault "scanner-program-missing", "scanner-stuck"."""
        try:
            told = subprocess.run(
                [_PROGRAM, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=_environment(),
                timeout=_LISTING_TIME_S,
                check=False,
            )
        except FileNotFoundError:
            raise UserFault("scanner-program-missing") from None
        except subprocess.TimeoutExpired:
            raise UserFault("scanner-stuck") from None
        return told.stdout.decode("utf-8", "replace"), told.stderr.decode("utf-8", "replace")


def _command(settings: ScanSettings, folder: Path) -> list[str]:
    count = ["--batch-count=1"] if settings.feed is Feed.GLASS else []
    return [
        _PROGRAM,
        "--device-name",
        settings.device,
        "--format=png",
        f"--batch={folder}/%06d.png",
        "--batch-print",
        *count,
        "--resolution",
        str(settings.dpi),
        "-x",
        str(settings.width_mm),
        "-y",
        str(settings.height_mm),
    ]


def _feed_options(feed: Feed, choices: Mapping[str, Sequence[str]], *, has_sides: bool) -> list[str]:
    """How the device is told where the paper lies. UserFault "scanner-cannot"."""
    sources = choices.get("source", ())
    feeders = [source for source in sources if re.search(r"adf|feeder", source, re.IGNORECASE)]
    if feed is Feed.GLASS:
        flat = [source for source in sources if source not in feeders]
        return ["--source", flat[0]] if flat else []
    if sources and not feeders:
        raise UserFault("scanner-cannot")
    both = [source for source in feeders if re.search(r"duplex|both", source, re.IGNORECASE)]
    single = [source for source in feeders if source not in both]
    if feed is Feed.FEEDER:
        return ["--source", (single or both)[0]] if feeders else []
    if both:
        return ["--source", both[0]]
    base = ["--source", single[0]] if single else []
    if "Duplex" in choices.get("adf-mode", ()):
        return [*base, "--adf-mode", "Duplex"]
    if has_sides:
        return [*base, "--duplex=yes"]
    raise UserFault("scanner-cannot")


def _colour_options(colour: Colour, modes: Sequence[str]) -> list[str]:
    """How the device is told the colour; nothing where it has one mode alone. UserFault "scanner-cannot"."""
    found = [mode for mode in modes if re.search(_MODES[colour], mode, re.IGNORECASE)]
    if modes and not found:
        raise UserFault("scanner-cannot")
    return ["--mode", found[0]] if found else []


def _threshold_options(threshold: int | None, *, has_threshold: bool) -> list[str]:
    """Where black ends; a driver that shows the option as inactive has it in black and white.

    UserFault "scanner-cannot".
    """
    if threshold is None:
        return []
    if not has_threshold:
        raise UserFault("scanner-cannot")
    return ["--threshold", str(threshold)]


@contextmanager
def _running(
    command: Sequence[str], notes: IO[bytes]
) -> Iterator[tuple[subprocess.Popen[str], SimpleQueue[str]]]:
    """The program at work, and the lines that it prints, an empty one at the end; killed when left."""
    lines: SimpleQueue[str] = SimpleQueue()
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=notes,
        env=_environment(),
        text=True,
    ) as process:
        listening = threading.Thread(target=_pass_on, args=(process.stdout, lines), daemon=True)
        listening.start()
        try:
            yield process, lines
        finally:
            process.kill()
            listening.join()


def _pass_on(stream: IO[str] | None, lines: SimpleQueue[str]) -> None:
    """Line by line into the queue; an empty one at the end."""
    for line in stream or ():
        lines.put(line)
    lines.put("")


def _fault_told(notes: str) -> str | None:
    return next((fault for words, fault in _FAULTS.items() if words in notes), None)


def _status(process: subprocess.Popen[str]) -> int:
    """How the program ended; one that does not end by itself is killed."""
    try:
        return process.wait(_LOOK_S)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _judge(status: int, notes: str, given: int) -> None:
    """UserFault for what went wrong, by the program's last words."""
    code = _fault_told(notes)
    if code == "scanner-empty" and given:
        return
    if code is not None:
        raise UserFault(code)
    if status != 0 or not given:
        raise UserFault("scanner-failed")


def _end_of(notes: IO[bytes]) -> str:
    # Not by seeking: the program writes where the file's only position is.
    size = os.fstat(notes.fileno()).st_size
    return os.pread(notes.fileno(), _NOTES_BYTES, max(0, size - _NOTES_BYTES)).decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """SANE's words in English, whatever language the system speaks."""
    return {**os.environ, "LC_ALL": "C"}


@contextmanager
def _private_folder() -> Iterator[Path]:
    """A folder on the memory disk, gone at the end; those of programs that were killed go first."""
    _clear_away()
    folder = Path(mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-", dir=_MEMORY_DISK))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_away() -> None:
    for left in _MEMORY_DISK.glob(f"{_FOLDER}*"):
        owner = left.name.removeprefix(_FOLDER).split("-")[0]
        if not Path("/proc", owner).exists():
            shutil.rmtree(left, ignore_errors=True)
