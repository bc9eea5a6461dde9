"""Decodes files of unknown origin in short-lived, tightly limited helper processes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from weakref import finalize

from hrdigitize.capture.bounds import check_file, check_page, check_pages
from hrdigitize.capture.decode import decode
from hrdigitize.capture.endings import kind_of
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import CHANNELS, Picture
from hrdigitize.processes import wire
from hrdigitize.processes.helper import Helper, HelperLostError
from hrdigitize.processes.limits import Limits

#: Address space for the file, one page of 80 million pixels in Pillow's four bytes each, its copy as
#: plain bytes, and the libraries; processor time for 500 drawn pages (one page has the parent's clock).
DECODING_LIMITS = Limits(memory_bytes=1536 << 20, cpu_s=600, open_files=16)
#: A single page takes tenths of a second; on an old PC under load ten times that.
PAGE_TIME_S = 60.0
_NOTE_BYTES = 4096
#: After the last page a helper says so at once, on a busy PC as soon as it has its turn. Where another page
#: may come it is perhaps decoding that one, and is not waited for.
_SAYING_S, _A_MOMENT_S = 1.0, 0.05
_ATTEMPTS = 2


#: A helper is replaced after so many files: starting one takes as long as decoding a page.
_FILES_A_HELPER = 16
#: So many wait for the next file at most: as many stacks are read beside each other.
_MOST_WAITING = 2


@dataclass(frozen=True, slots=True)
class _Warm:
    """A helper that waits for its next file, and how many it has decoded."""

    helper: Helper
    files: int


class Decoder:
    """Turns the bytes of a file into pictures in a helper process that serves a few files, then is replaced.

    A helper that refused a file, broke off or was not listened to until the end never gets another one.
    Threads may share a decoder. The helpers that wait end with it.
    """

    def __init__(self, *, limits: Limits = DECODING_LIMITS, page_time_s: float = PAGE_TIME_S) -> None:
        self._limits = limits
        self._page_time_s = page_time_s
        #: A queue because threads may come for one at the same time.
        self._waiting: SimpleQueue[_Warm] = SimpleQueue()
        finalize(self, _stop_all, self._waiting)

    def decode(self, data: bytes) -> Iterator[Picture]:
        """The pages, one at a time: the next one is decoded when it is asked for.

        A helper that dies or is stuck is replaced once. UserFault for a refused file, with a code of
        `capture`, or "decoder-died" or "decoder-stuck"; pages before the damage have been given then.
        """
        check_file(len(data))
        given = 0
        for attempt in range(_ATTEMPTS):
            try:
                for picture in islice(self._pages(data), given, None):
                    given += 1
                    yield picture
            except HelperLostError as lost:
                if attempt == _ATTEMPTS - 1:
                    raise UserFault(f"decoder-{lost.reason}") from lost
            else:
                return

    def close(self) -> None:
        """End the helpers that wait; the decoder can still be used."""
        _stop_all(self._waiting)

    def _pages(self, data: bytes) -> Iterator[Picture]:
        warm = self._taken()
        helper, at_page, at_end = warm.helper, False, False
        try:
            with helper.within(self._page_time_s):
                wire.send(helper.connection, data)
            count = 0
            while True:
                at_page = False
                with helper.within(self._page_time_s):
                    picture = _received(helper)
                if picture is None:
                    at_end = True
                    return
                count += 1
                check_pages(count)
                at_page = True
                yield picture
        finally:
            if at_page:
                at_end = _says_end(helper, _SAYING_S if kind_of(data).is_one_picture else _A_MOMENT_S)
            if at_end and warm.files + 1 < _FILES_A_HELPER and self._waiting.qsize() < _MOST_WAITING:
                self._waiting.put(_Warm(helper, warm.files + 1))
            else:
                helper.stop()

    def _taken(self) -> _Warm:
        try:
            return self._waiting.get_nowait()
        except Empty:
            return _Warm(Helper(serve, limits=self._limits), 0)


def _stop_all(waiting: SimpleQueue[_Warm]) -> None:
    while True:
        try:
            waiting.get_nowait().helper.stop()
        except Empty:
            return


def _received(helper: Helper) -> Picture | None:
    """The next page as the helper tells it, every size checked; None after the last."""
    try:
        note = json.loads(bytes(wire.receive(helper.connection, _NOTE_BYTES)))
        if "fault" in note:
            raise UserFault(
                str(note["fault"]), **{str(key): str(value) for key, value in note["params"].items()}
            )
        if "end" in note:
            return None
        width, height, channels, dpi = (int(note[key]) for key in ("width", "height", "channels", "dpi"))
        check_page(width, height)
        if channels not in CHANNELS:
            raise ValueError("no picture has so many channels")
        pixels = wire.receive(helper.connection, width * height * channels)
        return Picture(width, height, channels, dpi, pixels)
    except (ValueError, KeyError, TypeError) as nonsense:
        raise HelperLostError("died") from nonsense


def _says_end(helper: Helper, patience_s: float) -> bool:
    """Whether the page that was taken last was the file's last: nobody need ask for another one to know.

    A helper that is left before the end of its file is replaced, which takes as long as several pages.
    """
    try:
        with helper.within(patience_s + _SAYING_S):
            if not helper.connection.poll(patience_s):
                return False
            return "end" in json.loads(bytes(wire.receive(helper.connection, _NOTE_BYTES)))
    except (HelperLostError, ValueError, TypeError):
        return False


def serve(connection: Connection) -> None:
    """The helper's whole life: file by file in, its pages out as sizes and raw bytes, never as objects."""
    while True:
        try:
            data = bytes(wire.receive(connection))
        except (EOFError, OSError):
            return
        _serve_file(connection, data)


def _serve_file(connection: Connection, data: bytes) -> None:
    send_note = partial(_send_note, connection)
    try:
        for picture in decode(data):
            send_note(width=picture.width, height=picture.height, channels=picture.channels, dpi=picture.dpi)
            wire.send(connection, picture.pixels)
    except UserFault as fault:
        send_note(fault=fault.code, params=fault.params)
    except MemoryError:
        send_note(fault="decoder-memory", params={})
    except Exception:  # noqa: BLE001 - the door of the helper: decoders raise anything on foreign bytes
        send_note(fault="file-broken", params={})
    else:
        send_note(end=True)


def _send_note(connection: Connection, **note: object) -> None:
    wire.send(connection, json.dumps(note).encode())
