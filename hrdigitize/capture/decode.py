"""The bytes of a file as pictures, whatever it is called. Runs in a helper process (see workers)."""

from __future__ import annotations

from collections.abc import Iterator

from hrdigitize.capture.bounds import check_file
from hrdigitize.capture.images import image_pages
from hrdigitize.capture.pdf import is_pdf, pdf_pages
from hrdigitize.domain.picture import Picture


def decode(data: bytes) -> Iterator[Picture]:
    """The pages of a JPEG, PNG, TIFF, BMP, WEBP or PDF file, one at a time, known by content.

    UserFault for a file that is refused; its codes stand in `resources/messages/capture.toml`.
    """
    check_file(len(data))
    return pdf_pages(data) if is_pdf(data) else image_pages(data)
