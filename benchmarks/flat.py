"""Whether memory stays flat over thousands of pages: their OCR is recorded, all else is done in full."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from time import monotonic

from PIL import Image

from benchmarks.memory import whole_mib
from hrdigitize.app import App, open_sample
from hrdigitize.capture.decode import decode
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.extraction.page.pages import read_page
from hrdigitize.ocr.choice import open_engines
from hrdigitize.ocr.engine import Engines
from hrdigitize.ocr.recorded import RecordedEngine, RecordingEngine
from hrdigitize.services.batch_run import Archive
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.reading_queue import ReadingQueue
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader

_CLERK = Actor("bench", Role.CLERK)
#: Different pages; each file has bytes of its own.
_DIFFERENT = 24
#: Pages are made smaller: how many there are matters here, not how large one is.
_DPI = 100
#: A batch has so many pages; before memory is looked at first, every helper has warmed up over so many.
_BATCH, _WARM = 250, 500


def measure_growth(pages: Path, count: int, folder: Path) -> str:
    """One line: memory of all processes after the first pages and after the last, and the most between."""
    folder.mkdir()
    files = [_smaller(path) for path in sorted(pages.glob("*.jpg"))[:_DIFFERENT]]
    record = folder / "ocr.json"
    _record(files, record)
    app = open_sample(folder / "store", clock=_now)
    pictures = Pictures(app.store.originals, Decoder().decode)
    identifiers = Identifiers(_now, os.urandom)
    archive = Archive(app.store, app.lane, pictures, identifiers)
    queue = ReadingQueue(archive, partial(Reader, engines=partial(_recorded, record)), monotonic)
    begun = monotonic()
    try:
        seen = [whole_mib() for _ in _read(app, queue, files, count, folder)]
    finally:
        queue.close()
        app.close()
    warm, rest = seen[_WARM // _BATCH - 1], seen[_WARM // _BATCH :]
    took = monotonic() - begun
    return (
        f"{count} pages with recorded OCR in {took:.0f} s: memory of all processes {warm:.0f} MiB after "
        f"{_WARM}, {rest[-1]:.0f} MiB at the end (growth {rest[-1] - warm:+.0f} MiB), at most "
        f"{max(rest):.0f} MiB"
    )


def _read(app: App, queue: ReadingQueue, files: Sequence[bytes], count: int, folder: Path) -> Iterator[int]:
    """Batch after batch, as a station does; gives how many pages are read."""
    taken = 0
    while taken < count:
        paths = []
        for number in range(taken, min(taken + _BATCH, count)):
            paths.append(folder / f"{number:05d}.jpg")
            paths[-1].write_bytes(_with_comment(files[number % len(files)], number))
        arrived = partial(queue.arrived, actor=_CLERK)
        batch = app.intake.capture(paths, actor=_CLERK, taken=arrived).batch
        queue.ended(batch, actor=_CLERK).result()
        for path in paths:
            path.unlink()
        taken += len(paths)
        yield taken


def _smaller(path: Path) -> bytes:
    page = Image.open(path)
    dpi = page.info.get("dpi", (300, 300))[0]
    size = (round(page.width * _DPI / dpi), round(page.height * _DPI / dpi))
    content = BytesIO()
    page.convert("L").resize(size).save(content, "JPEG", quality=80, dpi=(_DPI, _DPI))
    return content.getvalue()


def _with_comment(jpeg: bytes, number: int) -> bytes:
    """The same picture in bytes of its own."""
    told = str(number).encode()
    return jpeg[:2] + b"\xff\xfe" + (len(told) + 2).to_bytes(2, "big") + told + jpeg[2:]


def _record(files: Sequence[bytes], record: Path) -> None:
    engine = RecordingEngine(open_engines().first)
    for file in files:
        for picture in decode(file):
            read_page(picture, Engines(engine))
    engine.save(record)
    engine.close()


def _recorded(record: Path) -> Engines:
    return Engines(RecordedEngine(record))


def _now() -> datetime:
    return datetime.now(UTC)
