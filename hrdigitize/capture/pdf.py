"""PDF bytes as pictures, page by page. Runs in a helper process, on untrusted bytes.

A scanner's PDF holds one image a page: that image is the page, pixel for pixel. Any other page is
drawn at 300 dpi. PDFium is not thread-safe: one helper, one thread, one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageStat

from hrdigitize.capture.bounds import check_page, check_pages
from hrdigitize.capture.endings import Kind, kind_of, pdf_is_whole
from hrdigitize.capture.images import as_picture, plain, single_image
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.picture import Picture

_POINTS_AN_INCH = 72
_DRAWN_DPI = 300
#: Side of the small copies that are compared, and how far apart their mean grey may be (of 255).
_PROOF_PX = 128
_PROOF_MOST = 24.0
_NO_TURN = 1e-3
_NO_PAGES, _SOME_PAGES = re.compile(rb"/Count\s+0\b"), re.compile(rb"/Count\s+[1-9]")
_QUARTER_TURNS = {
    90: Image.Transpose.ROTATE_270,  # a PDF turns clockwise, Pillow counter-clockwise
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def is_pdf(data: bytes) -> bool:
    """Whether the bytes say that they are a PDF."""
    return kind_of(data) is Kind.PDF


def pdf_pages(data: bytes) -> Iterator[Picture]:
    """The pages of a PDF as pictures.

    UserFault: "pdf-password", "pdf-empty", "file-broken", "file-truncated", "page-too-large",
    "too-many-pages".
    """
    document = _opened(data)
    try:
        count = len(document)
        if count == 0:
            raise UserFault("pdf-empty")
        check_pages(count)
        document.init_forms()
        for index in range(count):
            yield _page(document, index)
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UserFault(_refusal(data, error.err_code)) from None
    if not pdf_is_whole(data):
        # PDFium mends such a file with the objects that it finds: pages would be missing in silence.
        document.close()
        raise UserFault("file-truncated")
    return document


def _refusal(data: bytes, error_code: int | None) -> str:
    """Why PDFium does not open a document: its own reason may be that of an earlier one, so look."""
    if error_code == pdfium.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
        return "pdf-password"
    if not pdf_is_whole(data):
        return "file-truncated"
    return "pdf-empty" if _NO_PAGES.search(data) and not _SOME_PAGES.search(data) else "file-broken"


def _page(document: pypdfium2.PdfDocument, index: int) -> Picture:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        raise UserFault("file-broken") from None
    try:
        return _scanned(page) or _drawn(page)
    except pypdfium2.PdfiumError:
        raise UserFault("file-broken") from None
    finally:
        page.close()


def _drawn(page: pypdfium2.PdfPage) -> Picture:
    scale = _DRAWN_DPI / _POINTS_AN_INCH
    check_page(round(page.get_width() * scale), round(page.get_height() * scale))
    return as_picture(page.render(scale=scale).to_pil(), _DRAWN_DPI)


def _scanned(page: pypdfium2.PdfPage) -> Picture | None:
    """The page's one image, turned as the page is; None where the page is more or other than that."""
    image = _only_image(page)
    if image is None or not _is_straight(image.get_matrix()):
        return None
    check_page(*image.get_px_size())
    shown = _shown(page, image)
    if shown is None:
        return None
    for candidate in _candidates(image):
        if _alike(candidate, shown):
            return _turned(candidate, page.get_rotation(), _placed_dpi(image))
    return None


def _only_image(page: pypdfium2.PdfPage) -> pypdfium2.PdfImage | None:
    """The image, when the page shows nothing else; the invisible text of an OCR program does not count."""
    found = None
    for thing in page.get_objects(max_depth=1):
        if thing.type == pdfium.FPDF_PAGEOBJ_TEXT and _is_invisible(thing):
            continue
        if thing.type != pdfium.FPDF_PAGEOBJ_IMAGE or found is not None:
            return None
        found = thing
    return found


def _is_invisible(text: pypdfium2.PdfObject) -> bool:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _is_straight(matrix: pypdfium2.PdfMatrix) -> bool:
    """Neither turned nor mirrored on the page."""
    return bool(
        matrix.a > 0
        and matrix.d > 0
        and abs(matrix.b) < _NO_TURN * matrix.a
        and abs(matrix.c) < _NO_TURN * matrix.d
    )


def _shown(page: pypdfium2.PdfPage, image: pypdfium2.PdfImage) -> Image.Image | None:
    """What the page shows at the image's place, small and grey, page not turned; None where it is cut off."""
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation()
    scale = _PROOF_PX / max(right - left, top - bottom)
    drawn: Image.Image = page.render(scale=scale, rotation=(360 - turn) % 360).to_pil().convert("L")
    x0, y0, x1, y1 = image.get_bounds()
    box = ((x0 - left) * scale, (top - y1) * scale, (x1 - left) * scale, (top - y0) * scale)
    edges = [round(edge) for edge in box]
    inside = (
        edges[0] >= -1 and edges[1] >= -1 and edges[2] <= drawn.width + 1 and edges[3] <= drawn.height + 1
    )
    if not inside or edges[2] - edges[0] < 2 or edges[3] - edges[1] < 2:
        return None
    return drawn.crop(
        (max(0, edges[0]), max(0, edges[1]), min(drawn.width, edges[2]), min(drawn.height, edges[3]))
    )


def _candidates(image: pypdfium2.PdfImage) -> Iterator[Image.Image]:
    """The image's pixels: a JPEG by our own decoder, which refuses half a file, otherwise by PDFium."""
    if image.get_filters() == ["DCTDecode"]:
        yield single_image(bytes(image.get_data()))
    yield plain(image.get_bitmap(render=False).to_pil())


def _alike(candidate: Image.Image, shown: Image.Image) -> bool:
    """Whether the pixels are what the page shows: masks, inverted or re-mapped colours are not."""
    small = candidate.convert("L").resize(shown.size, Image.Resampling.BOX)
    apart = ImageStat.Stat(ImageChops.difference(small, shown)).mean[0]
    return apart <= _PROOF_MOST


def _placed_dpi(image: pypdfium2.PdfImage) -> float:
    """Pixels per inch of the page, by the size at which the image is placed."""
    return float(image.get_px_size()[0] * _POINTS_AN_INCH / image.get_matrix().a)


def _turned(image: Image.Image, degrees: int, claimed: float) -> Picture:
    turn = _QUARTER_TURNS.get(degrees)
    return as_picture(image.transpose(turn) if turn is not None else image, claimed)
