"""What ends as its format must, and what was cut off anywhere."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hrdigitize.capture.endings import Kind, is_whole, kind_of
from tests.capture.scans import noise, only, page, saved


def _pdf() -> bytes:
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(3):
        document.new_page(595, 842)
    document.save(buffer)
    return buffer.getvalue()


def _tiff(**options: object) -> bytes:
    pages = [
        noise((120, 90 + number)).convert("1" if "compression" in options else "L") for number in range(3)
    ]
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], **options)


_WHOLE = {
    "jpeg": saved(noise((200, 300)), "JPEG"),
    "progressive": saved(noise((200, 300)), "JPEG", progressive=True),
    "png": saved(noise((90, 70)), "PNG"),
    "bmp": saved(noise((90, 70)), "BMP"),
    "webp": saved(noise((90, 70)).convert("RGB"), "WEBP"),
    "tiff": _tiff(),
    "g4": _tiff(compression="group4"),
    "big-tiff": _tiff(big_tiff=True),
    "pdf": _pdf(),
}


@pytest.mark.parametrize("name", _WHOLE)
def test_a_whole_file_is_whole(name: str) -> None:
    assert is_whole(_WHOLE[name])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(_WHOLE)), st.floats(0, 0.985))
def test_a_file_cut_off_anywhere_is_not(name: str, share: float) -> None:
    data = _WHOLE[name]
    assert not is_whole(data[: int(len(data) * share)])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(_WHOLE)), st.integers(0, 2000), st.binary(min_size=1, max_size=9))
def test_damaged_bytes_are_answered_and_never_an_error(name: str, at: int, other: bytes) -> None:
    data = _WHOLE[name]
    assert is_whole(data[:at] + other + data[at + len(other) :]) in (True, False)


def test_the_end_of_a_preview_is_not_the_end_of_the_picture() -> None:
    tags = Image.Exif()
    data = saved(noise((400, 300)), "JPEG", exif=tags)
    preview = saved(noise((40, 30)), "JPEG")
    head = b"\xff\xe2" + (len(preview) + 2).to_bytes(2, "big") + preview
    with_preview = data[:2] + head + data[2:]
    assert is_whole(with_preview)
    assert only(with_preview).width == 400
    assert not is_whole(with_preview[: len(head) + 200])


def test_a_tail_of_zeros_is_no_end() -> None:
    for name in ("jpeg", "progressive", "png", "pdf"):
        data = _WHOLE[name]
        half = data[: len(data) // 2]
        assert not is_whole(half + bytes(len(data) - len(half))), name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_WHOLE["jpeg"], Kind.JPEG),
        (_WHOLE["big-tiff"], Kind.TIFF),
        (b"\n\n" + _WHOLE["pdf"], Kind.PDF),
        (saved(page((4, 4)), "WEBP"), Kind.WEBP),
        ("Đây là văn bản.".encode(), Kind.UNKNOWN),
        (b"", Kind.UNKNOWN),
    ],
)
def test_the_kind_is_told_by_content(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind
