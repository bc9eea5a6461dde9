"""Separator sheets: put between documents before they go through the feeder, read again by their code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.units import mm

from hrdigitize.domain.separator_sheet import SeparatorSheet
from hrdigitize.printing import fonts
from hrdigitize.printing.plain_pages import PlainPages

TITLE = "PHIẾU PHÂN CÁCH"
#: Large: a copy of a copy must still be read.
_CODE_SIDE = 80 * mm
_UNKNOWN = "…………………………………………"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet and the name of its document type in words; "" where it has none."""

    sheet: SeparatorSheet
    type_name: str = ""


def write_separator_sheets(sheets: Sequence[PrintedSheet], target: BinaryIO) -> None:
    """One page A4 for each; ValueError for none."""
    if not sheets:
        raise ValueError("no separator sheet to print")
    pages = PlainPages(target, TITLE)
    for number, printed in enumerate(sheets):
        if number:
            pages.new_page()
        _draw(pages, printed)
    pages.save()


def _draw(pages: PlainPages, printed: PrintedSheet) -> None:
    sheet = printed.sheet
    pages.space(10 * mm)
    pages.centred(TITLE, font=fonts.BOLD, size=34)
    pages.space(8 * mm)
    pages.code(sheet.payload, _CODE_SIDE)
    pages.space(8 * mm)
    for label, value in (
        ("Hồ sơ số", sheet.dossier),
        ("Họ và tên", sheet.person),
        ("Loại tài liệu", " – ".join(part for part in (sheet.type, printed.type_name) if part)),
    ):
        pages.paragraph(f"{label}: {value or _UNKNOWN}", font=fonts.BOLD if value else fonts.REGULAR, size=18)
        pages.space(2 * mm)
    pages.space(8 * mm)
    pages.paragraph(
        "Đặt phiếu này ngay trước trang đầu của tài liệu, mặt có mã cùng chiều với mặt chữ của tài liệu. "
        "Phiếu không phải là trang của tài liệu và có thể dùng lại.",
        font=fonts.ITALIC,
        size=13,
    )
