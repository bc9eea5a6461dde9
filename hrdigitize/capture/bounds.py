"""How much a file may bring: checked before anything is decoded, so that a small file cannot eat the PC."""

from __future__ import annotations

from hrdigitize.domain.faults import UserFault

#: 300 MB: a dossier of 500 pages as good JPEGs is half of that.
MOST_FILE_BYTES = 300_000_000
#: 80 million pixels: an A3 page at 600 dpi has 70.
MOST_PAGE_PIXELS = 80_000_000
#: Sizes travel from the decoding helper in 16 bits.
MOST_SIDE_PX = 65_535
MOST_PAGES = 500


def check_file(size_bytes: int) -> None:
    """UserFault "file-empty" or "file-too-large"."""
    if size_bytes == 0:
        raise UserFault("file-empty")
    if size_bytes > MOST_FILE_BYTES:
        raise UserFault("file-too-large", most=MOST_FILE_BYTES // 1_000_000)


def check_pages(count: int) -> None:
    """UserFault "too-many-pages"."""
    if count > MOST_PAGES:
        raise UserFault("too-many-pages", most=MOST_PAGES)


def check_page(width: int, height: int) -> None:
    """UserFault "page-too-large"."""
    if max(width, height) > MOST_SIDE_PX or width * height > MOST_PAGE_PIXELS:
        raise too_large()


def too_large() -> UserFault:
    """The fault of a page with too many pixels."""
    return UserFault("page-too-large", most=MOST_PAGE_PIXELS // 1_000_000)
