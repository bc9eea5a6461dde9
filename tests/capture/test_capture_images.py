"""Image files as pictures: every kind, every colour, upright, and nothing half."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hrdigitize.capture import bounds
from hrdigitize.capture.decode import decode
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture
from tests.capture.scans import A4_PX, claiming_png, noise, only, page, refusal, saved, with_orientation


def _at(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    start = (y * picture.width + x) * picture.channels
    return tuple(picture.pixels[start : start + picture.channels])


@pytest.mark.parametrize("file_format", ["PNG", "TIFF", "BMP"])
def test_lossless_files_keep_every_pixel(file_format: str) -> None:
    image = noise((301, 207))
    picture = only(saved(image, file_format))
    assert (picture.width, picture.height, picture.channels) == (301, 207, 1)
    assert picture.pixels == image.tobytes()


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP"])
def test_photos_are_known_by_their_content(file_format: str) -> None:
    picture = only(saved(page(mode="RGB"), file_format))
    assert (picture.width, picture.height, picture.channels) == (*A4_PX, 3)
    assert all(abs(value - 20) < 12 for value in _at(picture, 20, 20))
    assert all(abs(value - 250) < 12 for value in _at(picture, A4_PX[0] - 20, A4_PX[1] - 20))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "I;16", "CMYK", "LA", "RGBA"])
def test_every_kind_of_colour_becomes_grey_or_rgb(mode: str) -> None:
    if mode == "I;16":
        image = page().convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = page((400, 300), "L").convert("RGB" if mode in ("CMYK", "P") else mode).convert(mode)
    picture = only(saved(image, "TIFF" if mode == "CMYK" else "PNG"))
    dark, light = _at(picture, 10, 10), _at(picture, picture.width - 10, picture.height - 10)
    assert picture.channels == (1 if mode in ("1", "L", "I;16", "LA") else 3)
    assert max(dark) < 40
    assert min(light) > 235


def test_what_is_transparent_is_white_paper() -> None:
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    assert set(only(saved(image, "PNG")).pixels) == {255}


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1)), (2, (1, 0))]
)
def test_the_orientation_tag_is_obeyed(orientation: int, corner: tuple[int, int]) -> None:
    picture = only(with_orientation(page((300, 400)), orientation))
    turned = orientation in (6, 8)
    assert (picture.width, picture.height) == ((400, 300) if turned else (300, 400))
    x, y = corner[0] * (picture.width - 20) + 10, corner[1] * (picture.height - 20) + 10
    assert _at(picture, x, y)[0] < 60


def test_a_tiff_brings_all_its_pages_black_and_white_too() -> None:
    pages = [page((200, 100 + 10 * number)).convert("1") for number in range(3)]
    data = saved(
        pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(200, 200)
    )
    assert [(picture.width, picture.height, picture.dpi) for picture in decode(data)] == [
        (200, 100, 200),
        (200, 110, 200),
        (200, 120, 200),
    ]


def test_pages_come_one_at_a_time() -> None:
    pages = [page((60, 40 + number)) for number in range(3)]
    pictures = decode(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert next(pictures).height == 40
    assert next(pictures).height == 41


def test_preview_pages_of_a_tiff_are_no_pages() -> None:
    pages = [page((60, 40)), page((30, 20))]
    pages[1].encoderinfo = {"tiffinfo": {254: 1}}
    assert [p.height for p in decode(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))] == [40]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_a_file_that_was_cut_off_is_refused(file_format: str, share: float) -> None:
    data = saved(noise((600, 800)), file_format)
    assert refusal(data[: int(len(data) * share)]) in ("file-truncated", "file-broken")


def test_a_truncated_jpeg_is_called_so() -> None:
    data = saved(noise((600, 800)), "JPEG")
    assert refusal(data[: len(data) // 2]) == "file-truncated"


def test_a_jpeg_whose_tail_is_zeros_is_refused() -> None:
    data = saved(noise((600, 800)), "JPEG")
    assert refusal(data[: len(data) // 2] + bytes(len(data) // 2)) == "file-truncated"


def test_a_fax_that_was_cut_off_is_refused() -> None:
    data = saved(noise((600, 800)).convert("1"), "TIFF", compression="group4")
    start = data.index(b"II*\0")
    damaged = data[: start + 8] + data[start + 8 :][: len(data) // 2]
    assert refusal(damaged) in ("file-truncated", "file-broken")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        ("Đây là văn bản.".encode() * 40, "file-not-image"),
        (b"\0" * 5000, "file-not-image"),
        (b"\xff\xd8\xff\xe0", "file-broken"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "file-not-image"),
        (claiming_png(20_000, 20_000), "page-too-large"),
        (claiming_png(70_000, 10), "page-too-large"),
        (claiming_png(9_000, 9_000), "page-too-large"),
        (claiming_png(5_000, 5_000), "file-truncated"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_too_many_pages_are_refused_before_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_PAGES", 3)
    pages = [page((20, 20))] * 5
    pictures = decode(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    with pytest.raises(UserFault) as refused:
        next(pictures)
    assert refused.value.code == "too-many-pages"


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "thật ra là PNG.jpg"
    path.write_bytes(saved(page((50, 40)), "PNG"))
    assert only(path.read_bytes()).width == 50


@pytest.mark.filterwarnings("ignore")  # Pillow remarks on damage before it gives up
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_give_whole_pages_or_a_fault(data: st.DataObject) -> None:
    """Whatever breaks: a picture fits its sizes or the file is refused: the helper's door takes the rest."""
    file_format = data.draw(st.sampled_from(["JPEG", "PNG", "TIFF", "BMP", "WEBP"]))
    sound = bytearray(saved(noise((48, 32)), file_format))
    for _ in range(data.draw(st.integers(1, 6))):
        sound[data.draw(st.integers(0, len(sound) - 1))] = data.draw(st.integers(0, 255))
    try:
        pictures = list(decode(bytes(sound)))
    except (UserFault, TypeError, KeyError, IndexError, AttributeError, MemoryError):
        return
    assert all(len(p.pixels) == p.width * p.height * p.channels for p in pictures)


def test_an_image_inside_the_limits_is_not_a_bomb() -> None:
    buffer = io.BytesIO()
    Image.new("1", (8_900, 8_900), 1).save(buffer, "PNG")
    assert only(buffer.getvalue()).width == 8_900
