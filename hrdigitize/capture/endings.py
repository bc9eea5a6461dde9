"""Whether bytes end as their format must: what was cut off, or is still being written, does not.

Looks at frames and lengths only and decodes nothing, so it may be asked about untrusted bytes anywhere.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import Enum

#: A PDF's marker may follow some bytes of another protocol (PDF reference, implementation note 13).
_PDF_HEADER_WITHIN = 1024
_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_JPEG_SCAN = 0xDA
#: Markers of a JPEG without a length behind them: restarts, start, end, and the filling byte.
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xDA)))
_PNG_START = b"\x89PNG\r\n\x1a\n"
_CHUNK_FRAME = 12  # length, type and checksum
#: More than any honest file has: the bytes may be made to keep us busy, or bite their own tail.
_MOST_PARTS, _MOST_DIRECTORIES, _MOST_ENTRIES, _MOST_STRIPS = 200_000, 1000, 4096, 65_536
_STRIP_TAGS = {273: 279, 324: 325}  # where strips and tiles lie -> how long they are
_TIFF_STARTS = {b"II*\0": ("<", False), b"MM\0*": (">", False), b"II+\0": ("<", True), b"MM\0+": (">", True)}
_TIFF_NUMBERS = {3: "H", 4: "I", 16: "Q"}


class Kind(Enum):
    """What bytes are by their beginning."""

    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    BMP = "bmp"
    WEBP = "webp"
    PDF = "pdf"
    UNKNOWN = "unknown"

    @property
    def proves_its_end(self) -> bool:
        """Whether such a file is finished once it is whole.

        A TIFF or PDF may be whole after every page while the next one is scanned; a BMP or WEBP tells its
        size at the beginning, and a copying program may give it that size before the content.
        """
        return self.is_one_picture

    @property
    def is_one_picture(self) -> bool:
        """Whether nothing comes behind the first page of such a file."""
        return self in (Kind.JPEG, Kind.PNG)


def kind_of(data: bytes) -> Kind:
    """The format by the first bytes, whatever the file is called."""
    if data.startswith(_JPEG_START + b"\xff"):
        return Kind.JPEG
    if data.startswith(_PNG_START):
        return Kind.PNG
    if data[:4] in _TIFF_STARTS:
        return Kind.TIFF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Kind.PDF
    return Kind.BMP if data.startswith(b"BM") else Kind.UNKNOWN


def is_whole(data: bytes) -> bool:
    """Whether the bytes end as their format must; those of no known format never do."""
    match kind_of(data):
        case Kind.JPEG:
            return jpeg_is_whole(data)
        case Kind.PNG:
            return _png_is_whole(data)
        case Kind.TIFF:
            return _tiff_is_whole(data)
        case Kind.PDF:
            return pdf_is_whole(data)
        case Kind.BMP:
            return 0 < _number("<I", data, 2) <= len(data)
        case Kind.WEBP:
            return _number("<I", data, 4) + 8 <= len(data)
        case _:
            return False


def jpeg_is_whole(data: bytes) -> bool:
    """Whether the picture's own scan is followed by an end mark: that of a preview in its head is none.

    Within a scan no end mark can occur, for there every 0xFF is followed by a zero.
    """
    at = len(_JPEG_START)
    for _ in range(_MOST_PARTS):
        if at + 4 > len(data):
            break
        if data[at] != 0xFF:  # filling between segments: decoders pass over it
            at = max(data.find(b"\xff", at), 0) or len(data)
            continue
        marker = data[at + 1]
        if marker == _JPEG_SCAN:
            return data.find(_JPEG_END, at) >= 0
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def pdf_is_whole(data: bytes) -> bool:
    """Whether no object follows the last end mark, and there is one."""
    return data.rfind(b"%%EOF") > data.rfind(b"endobj")


def _png_is_whole(data: bytes) -> bool:
    at = len(_PNG_START)
    for _ in range(_MOST_PARTS):
        if at + _CHUNK_FRAME > len(data):
            break
        end = at + _CHUNK_FRAME + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IEND":
            return end <= len(data)
        at = end
    return False


def _tiff_is_whole(data: bytes) -> bool:
    """Whether there is a directory, and all that it and the ones behind it name lies within the bytes."""
    try:
        found = False
        for strips_end in _directories(data):
            found = True
            if strips_end > len(data):
                return False
    except (struct.error, OverflowError):
        return False  # a directory or its values would lie behind the end
    return found


def _directories(data: bytes) -> Iterator[int]:
    """For each directory of a TIFF, where the last of its strips ends. struct.error where one is cut off."""
    order, big = _TIFF_STARTS[data[:4]]
    count_form, entry_size, offset_form = ("Q", 20, "Q") if big else ("H", 12, "I")
    (at,) = struct.unpack_from(order + offset_form, data, 8 if big else 4)
    for _ in range(_MOST_DIRECTORIES):
        if not at:
            return
        (count,) = struct.unpack_from(order + count_form, data, at)
        if count > _MOST_ENTRIES:
            raise struct.error("no directory has so many entries")
        first = at + struct.calcsize(count_form)
        values = dict(_values(data, order, first + entry_size * index, big=big) for index in range(count))
        yield _strips_end(values)
        (at,) = struct.unpack_from(order + offset_form, data, first + entry_size * count)


def _values(data: bytes, order: str, at: int, *, big: bool) -> tuple[int, tuple[int, ...]]:
    """A directory's entry: its tag, and its numbers where it is one of those asked for."""
    tag, form, count = struct.unpack_from(order + ("HHQ" if big else "HHI"), data, at)
    wanted = tag in _STRIP_TAGS or tag in _STRIP_TAGS.values()
    if not wanted or form not in _TIFF_NUMBERS or count > _MOST_STRIPS:
        return tag, ()
    numbers = f"{order}{count}{_TIFF_NUMBERS[form]}"
    place, room = (at + 12, 8) if big else (at + 8, 4)
    if struct.calcsize(numbers) > room:
        (place,) = struct.unpack_from(order + ("Q" if big else "I"), data, place)
    return tag, struct.unpack_from(numbers, data, place)


def _strips_end(values: dict[int, tuple[int, ...]]) -> int:
    ends = [0]
    for places, lengths in _STRIP_TAGS.items():
        pairs = zip(values.get(places, ()), values.get(lengths, ()), strict=False)
        ends.extend(place + length for place, length in pairs)
    return max(ends)


def _number(form: str, data: bytes, at: int) -> int:
    """The number at a place; one larger than any file where the place lies behind the end."""
    try:
        return int(struct.unpack_from(form, data, at)[0])
    except struct.error:
        return 1 << 62
