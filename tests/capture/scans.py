"""Small made-up scans as the bytes of files: grey noise has no person's data and no two equal pixels."""

from __future__ import annotations

import io
import random
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture

A4_PX = (1240, 1754)
"""An A4 page at 150 dpi."""


def page(size: tuple[int, int] = A4_PX, mode: str = "L") -> Image.Image:
    """White paper with a dark block in the upper left quarter: it shows how a page was turned."""
    image = Image.new("L", size, 250)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), fill=20)
    return image.convert(mode)


def noise(size: tuple[int, int] = A4_PX) -> Image.Image:
    """A page that does not compress: cutting it off anywhere cuts off pixels."""
    return Image.frombytes("L", size, random.Random(1998).randbytes(size[0] * size[1]))


def saved(image: Image.Image, file_format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def with_orientation(image: Image.Image, orientation: int) -> bytes:
    """A JPEG as a phone or scanner writes it: the pixels lie, the tag says how."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    return saved(image, "JPEG", exif=tags)


def claiming_png(width: int, height: int) -> bytes:
    """A PNG of some bytes that claims to be very large."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 1000)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def only(data: bytes) -> Picture:
    """The one page of a file."""
    (picture,) = decode(data)
    return picture


def refusal(data: bytes) -> str:
    """The code with which a file is refused."""
    with pytest.raises(UserFault) as refused:
        list(decode(data))
    return refused.value.code
