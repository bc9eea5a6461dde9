"""PDF files as pictures: a scanner's pages pixel for pixel, others drawn, damaged ones refused."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from hrdigitize.capture.decode import decode
from hrdigitize.domain.picture import Picture
from tests.capture.scans import A4_PX, noise, only, page, refusal, saved

Draw = Callable[[Canvas], None]


def _pdf(*pages: Draw, locked: pdfencrypt.StandardEncryption | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=locked)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _scan(image: Image.Image, *, margin_pt: float = 0.0, jpeg: bool = False) -> Draw:
    source = Image.open(io.BytesIO(saved(image, "JPEG", quality=90))) if jpeg else image

    def draw(canvas: Canvas) -> None:
        width, height = A4[0] - 2 * margin_pt, A4[1] - 2 * margin_pt
        canvas.drawImage(ImageReader(source), margin_pt, margin_pt, width, height)

    return draw


def _words(canvas: Canvas) -> None:
    canvas.drawString(100, 700, "Giay to danh may")


def _hidden_words(image: Image.Image) -> Draw:
    def draw(canvas: Canvas) -> None:
        _scan(image)(canvas)
        text = canvas.beginText(100, 700)
        text.setTextRenderMode(3)
        text.textLine("chu an cua chuong trinh nhan dang")
        canvas.drawText(text)

    return draw


def _dark_corner(picture: Picture) -> str:
    """Where the dark block of a made-up page lies now."""
    image = Image.frombytes(
        "L" if picture.channels == 1 else "RGB", (picture.width, picture.height), picture.pixels
    )
    small = image.convert("L").resize((2, 2), Image.Resampling.BOX)
    values = list(small.tobytes())
    return ("upper left", "upper right", "lower left", "lower right")[values.index(min(values))]


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_page_that_is_one_image_is_that_image(mode: str) -> None:
    image = page().convert(mode)
    picture = only(_pdf(_scan(image)))
    assert (picture.width, picture.height, picture.dpi) == (*A4_PX, 150)
    stored = Image.frombytes("L" if picture.channels == 1 else "RGB", A4_PX, picture.pixels)
    assert stored.convert("L").tobytes() == image.convert("L").tobytes()


def test_an_embedded_jpeg_is_the_page_with_or_without_margins() -> None:
    whole, framed = decode(_pdf(_scan(page(), jpeg=True), _scan(page(), jpeg=True, margin_pt=60)))
    assert (whole.width, whole.height, whole.dpi) == (*A4_PX, 150)
    assert (framed.width, framed.height) == A4_PX
    assert framed.dpi > whole.dpi


def test_hidden_text_of_an_ocr_program_does_not_count() -> None:
    assert (only(_pdf(_hidden_words(page()))).width) == A4_PX[0]


def test_any_other_page_is_drawn_at_300_dpi() -> None:
    def stamped(canvas: Canvas) -> None:
        _scan(page())(canvas)
        _words(canvas)

    typed, both = decode(_pdf(_words, stamped))
    for picture in (typed, both):
        assert picture.dpi == 300
        assert abs(picture.width - 2480) <= 2
        assert abs(picture.height - 3508) <= 2


@pytest.mark.parametrize(
    ("degrees", "corner"), [(0, "upper left"), (90, "upper right"), (180, "lower right"), (270, "lower left")]
)
def test_a_turned_page_comes_as_it_is_shown(degrees: int, corner: str) -> None:
    document = pypdfium2.PdfDocument(_pdf(_scan(page(), jpeg=True)))
    document[0].set_rotation(degrees)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    picture = only(buffer.getvalue())
    assert sorted((picture.width, picture.height)) == sorted(A4_PX)
    assert (picture.width > picture.height) == (degrees in (90, 270))
    assert _dark_corner(picture) == corner


def test_an_image_that_the_page_shows_otherwise_is_drawn() -> None:
    def mirrored(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.scale(-1, 1)
        _scan(page())(canvas)

    picture = only(_pdf(mirrored))
    assert picture.dpi == 300
    assert _dark_corner(picture) == "upper right"


def test_pages_come_in_order() -> None:
    sizes = [(620 + number, 877) for number in range(3)]
    assert [p.width for p in decode(_pdf(*(_scan(page(size)) for size in sizes)))] == [620, 621, 622]


def test_a_pdf_with_a_password_is_refused() -> None:
    locked = pdfencrypt.StandardEncryption("mat khau", canPrint=0)
    assert refusal(_pdf(_words, locked=locked)) == "pdf-password"


def test_a_pdf_without_pages_is_refused() -> None:
    document = pypdfium2.PdfDocument.new()
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    assert refusal(buffer.getvalue()) == "pdf-empty"


def test_a_pdf_that_was_cut_off_is_refused_not_mended() -> None:
    sound = _pdf(*(_scan(noise((300, 420))) for _ in range(4)))
    for share in (0.2, 0.6, 0.99):
        assert refusal(sound[: int(len(sound) * share)]) == "file-truncated"


def _with_stream(jpeg: bytes) -> bytes:
    """A PDF of one page that holds these bytes as its image, unread."""
    document = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(document)
    image.load_jpeg(io.BytesIO(jpeg), inline=True)
    image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    sheet = document.new_page(595, 842)
    sheet.insert_obj(image)
    sheet.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_half_a_jpeg_inside_a_pdf_is_refused() -> None:
    jpeg = saved(noise((600, 800)), "JPEG")
    assert only(_with_stream(jpeg)).width == 600
    assert refusal(_with_stream(jpeg[: len(jpeg) // 2])) == "file-truncated"


def test_a_header_alone_is_no_document() -> None:
    assert refusal(b"%PDF-1.7\n") in ("file-broken", "file-truncated")
    assert refusal(b"%PDF-1.7\nnothing\n%%EOF\n") == "file-broken"


def test_a_page_as_large_as_a_wall_is_refused() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((4000, 4000))
        _words(canvas)

    assert refusal(_pdf(draw)) == "page-too-large"
