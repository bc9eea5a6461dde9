"""What may come in and what may not: every format whatever its name, upright, within the bounds."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from hrdigitize.capture.bounds import check_file, check_page, check_pages
from hrdigitize.capture.decode import decode
from hrdigitize.capture.sources import read_file
from hrdigitize.domain.faults import UserFault
from tests.capture.scans import noise, only, page, refusal, saved


def _pdf(pages: int) -> bytes:
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(72, 72)
    document.save(buffer)
    return buffer.getvalue()


def _code(check: object, *given: int) -> str:
    with pytest.raises(UserFault) as refused:
        check(*given)  # type: ignore[operator]
    return refused.value.code


def test_the_bounds_are_80_megapixels_500_pages_and_300_megabytes() -> None:
    check_file(300_000_000)
    check_pages(500)
    check_page(8_000, 10_000)
    assert _code(check_file, 300_000_001) == "file-too-large"
    assert _code(check_pages, 501) == "too-many-pages"
    assert _code(check_page, 8_000, 10_001) == "page-too-large"


def test_a_file_over_the_bound_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "lớn.pdf"
    with path.open("wb") as file:
        file.truncate(300_000_001)
    with pytest.raises(UserFault) as refused:
        read_file(path)
    assert refused.value.code == "file-too-large"


def test_five_hundred_pages_come_and_one_more_is_refused() -> None:
    assert refusal(_pdf(501)) == "too-many-pages"
    pages = decode(_pdf(500))
    assert next(pages).dpi == 300
    pages.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["a.txt", "a.exe", "a.jpg", "a", "a.pdf"])
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "TIFF", "BMP", "WEBP", "PDF"])
def test_every_format_is_known_by_its_content(tmp_path: Path, file_format: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(saved(page((420, 594)), file_format))
    assert only(read_file(path)).width >= 420


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize(("orientation", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))])
def test_the_orientation_tag_is_obeyed_in_every_format(
    file_format: str, orientation: int, corner: tuple[int, int]
) -> None:
    tags = Image.Exif()
    tags[0x0112] = orientation
    picture = only(saved(page((300, 400), "RGB"), file_format, exif=tags))
    assert (picture.width, picture.height) == ((400, 300) if orientation in (6, 8) else (300, 400))
    x, y = (
        share * (side - 20) + 10 for share, side in zip(corner, (picture.width, picture.height), strict=True)
    )
    assert picture.pixels[(y * picture.width + x) * picture.channels] < 60


def test_every_page_of_a_tiff_is_turned_by_its_own_tag() -> None:
    pages = [page((300, 400)), page((300, 400))]
    tags = Image.Exif()
    tags[0x0112] = 6
    pages[1].encoderinfo = {"exif": tags}
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [(picture.width, picture.height) for picture in decode(data)] == [(300, 400), (400, 300)]


def test_a_fax_keeps_every_pixel_on_every_page() -> None:
    pages = [noise((240, 200 + number)).convert("1") for number in range(3)]
    data = saved(
        pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(200, 200)
    )
    assert [bytes(picture.pixels) for picture in decode(data)] == [
        image.convert("L").tobytes() for image in pages
    ]


def test_a_phone_photo_with_a_second_picture_behind_it_is_one_page() -> None:
    """Phones write the preview of a portrait, or a depth map, behind the photo (MPO)."""
    data = saved(page((300, 400), "RGB"), "MPO", save_all=True, append_images=[page((60, 80), "RGB")])
    assert data.startswith(b"\xff\xd8")
    picture = only(data)
    assert (picture.width, picture.height) == (300, 400)


def test_a_moving_picture_is_its_first_picture() -> None:
    frames = [page((60, 40), "RGB"), page((60, 40), "RGB").transpose(Image.Transpose.ROTATE_180)]
    picture = only(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True))
    assert picture.pixels[0] < 60


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are of other systems")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserFault) as refused:
        read_file(tmp_path / "pipe")
    assert refused.value.code == "file-unreadable"
