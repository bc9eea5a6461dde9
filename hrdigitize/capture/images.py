"""JPEG, PNG, TIFF, BMP and WEBP bytes as pictures. Runs in a helper process, on untrusted bytes."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from hrdigitize.capture.bounds import check_page, check_pages, too_large
from hrdigitize.capture.endings import jpeg_is_whole
from hrdigitize.capture.resolution import page_dpi
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
_JPEG_START, _JPEG_SCAN = b"\xff\xd8\xff", b"\xff\xda"
_SIGNATURES = (_JPEG_START, b"\x89PNG\r\n", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"BM", b"RIFF")
#: What Pillow's decoders raise on damaged bytes; anything else is caught at the helper's door.
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error)
_ORIENTATION_TAG = 0x0112
_SUBFILE_TAG = 254
#: TIFF: a smaller copy of another page (1) or a transparency mask (4) is no page of its own.
_NO_PAGE_BITS = 1 | 4
_RESOLUTION_UNIT_TAG = 296


def image_pages(data: bytes) -> Iterator[Picture]:
    """The pages of an image file, upright by their orientation tag: one, or all pages of a TIFF.

    UserFault: "file-not-image", "file-broken", "file-truncated", "page-too-large", "too-many-pages",
    "file-unsupported".
    """
    if _is_cut_off_jpeg(data):
        raise UserFault("file-truncated")
    with _opened(data) as image:
        for _ in _frames(image):
            check_page(*image.size)
            with _refusing_damage():
                picture = as_picture(image, claimed_dpi(image))
            yield picture


def single_image(data: bytes) -> Image.Image:
    """The decoded picture of an image stream inside another file; faults as `image_pages`."""
    with _opened(data) as image:
        check_page(*image.size)
        with _refusing_damage():
            return plain(image)


def as_picture(image: Image.Image, claimed: float | None) -> Picture:
    """Pillow's image as grey or RGB picture, turned as its orientation tag says."""
    upright = plain(_upright(image))
    dpi = page_dpi(upright.width, upright.height, claimed)
    channels = 1 if upright.mode == "L" else 3
    return Picture(upright.width, upright.height, channels, dpi, upright.tobytes())


def plain(image: Image.Image) -> Image.Image:
    """The image as 8-bit grey ("L") or "RGB"; what is transparent becomes white paper."""
    if image.has_transparency_data:
        grey = image.mode in ("L", "LA", "La")
        layer = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper.convert("L") if grey else paper
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I"):  # 16 bits of grey, in 32 for some files
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "F":
        raise UserFault("file-unsupported")
    return image.convert("RGB")


def claimed_dpi(image: Image.Image) -> float | None:
    """What the file says about its resolution; None when it says nothing or "no unit"."""
    if image.format == "TIFF" and image.getexif().get(_RESOLUTION_UNIT_TAG) == 1:
        return None
    found = image.info.get("dpi")
    if not isinstance(found, tuple) or len(found) != 2:
        return None
    return float(max(found))


def _opened(data: bytes) -> Image.Image:
    """The image, known by its content and not yet decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # remarks on foreign files help nobody
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large() from None  # Pillow sees the size before we do
    except UnidentifiedImageError:
        known = data.startswith(_SIGNATURES)
        raise UserFault("file-broken" if known else "file-not-image") from None
    except _DAMAGE:
        raise UserFault("file-broken") from None


def _is_cut_off_jpeg(data: bytes) -> bool:
    """Whether a JPEG has no end mark after its scan: the tail is missing, or zeros from a bad copy."""
    return data.startswith(_JPEG_START) and _JPEG_SCAN in data and not jpeg_is_whole(data)


def _frames(image: Image.Image) -> Iterator[None]:
    """Seeks page after page; files of other formats than TIFF have one."""
    if image.format != "TIFF":
        yield
        return
    with _refusing_damage():
        pages = _page_frames(image)
    for frame in pages:
        with _refusing_damage():
            image.seek(frame)
        yield


def _page_frames(image: Image.Image) -> list[int]:
    """The frames that are pages, counted no further than the limit."""
    found: list[int] = []
    frame = 0
    while True:
        try:
            image.seek(frame)
        except EOFError:
            break
        if not int(image.getexif().get(_SUBFILE_TAG, 0)) & _NO_PAGE_BITS:
            found.append(frame)
        frame += 1
        check_pages(frame)
    return found or [0]


def _upright(image: Image.Image) -> Image.Image:
    if image.getexif().get(_ORIENTATION_TAG, 1) == 1:
        return image
    return ImageOps.exif_transpose(image)


@contextmanager
def _refusing_damage() -> Iterator[None]:
    """Decoding errors as faults: half a picture is worse than none, it looks like a page."""
    try:
        yield
    except _DAMAGE as damage:
        cut = "truncated" in str(damage).casefold()
        raise UserFault("file-truncated" if cut else "file-broken") from None
