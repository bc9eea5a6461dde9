"""What is printed about secret papers: the register of copies, and the note with sheets that were refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import BinaryIO

from reportlab.lib.units import mm

from hrdigitize.domain.copies import CopyEntry, MarkedPage
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.printing import fonts
from hrdigitize.printing.plain_pages import PlainPages, day_of

_WORDS: Mapping[Secrecy, str] = {
    Secrecy.OPEN: "Không mật",
    Secrecy.CONFIDENTIAL: "Mật",
    Secrecy.SECRET: "Tối mật",
    Secrecy.TOP_SECRET: "Tuyệt mật",
}
_REGISTER_COLUMNS = (
    "STT",
    "Ngày sao, chụp",
    "Độ mật",
    "Lô quét, trang",
    "Tên tệp",
    "Số bản",
    "Người thực hiện",
)
_REGISTER_WIDTHS = (0.07, 0.14, 0.1, 0.27, 0.17, 0.08, 0.17)
_NOTICE_COLUMNS = ("Trang trong lô", "Tên tệp", "Độ mật")
_NOTICE_WIDTHS = (0.25, 0.5, 0.25)


def write_copy_register(entries: Sequence[CopyEntry], target: BinaryIO, *, printed_at: datetime) -> None:
    """The register of copies of state secrets; nothing of what a paper says stands in it."""
    title = "SỔ QUẢN LÝ SAO, CHỤP BÍ MẬT NHÀ NƯỚC"
    pages = PlainPages(target, title)
    pages.centred(title, font=fonts.BOLD, size=15)
    pages.centred(f"In ngày {day_of(printed_at)}", font=fonts.ITALIC)
    pages.space(4 * mm)
    pages.row(_REGISTER_COLUMNS, _REGISTER_WIDTHS, font=fonts.BOLD)
    for entry in entries:
        pages.row(
            (
                str(entry.number),
                day_of(entry.at.astimezone(printed_at.tzinfo)),
                _WORDS[entry.marking],
                f"{entry.batch}, trang {entry.page}",
                entry.name,
                f"{entry.copies:02}",
                entry.by,
            ),
            _REGISTER_WIDTHS,
        )
    if not entries:
        pages.paragraph("Chưa có bản sao, chụp nào.")
    pages.save()


def write_refusal_notice(
    batch: str, refused: Sequence[MarkedPage], target: BinaryIO, *, printed_at: datetime
) -> None:
    """Which sheets of a batch go back to the desk of secret papers; nothing of what they say."""
    title = "PHIẾU BÁO TÀI LIỆU KHÔNG ĐƯỢC SỐ HÓA"
    pages = PlainPages(target, title)
    pages.centred(title, font=fonts.BOLD, size=16)
    pages.centred(f"Lô quét: {batch}")
    pages.centred(f"Ngày in: {day_of(printed_at)}")
    pages.space(6 * mm)
    pages.paragraph(
        "Trên các trang dưới đây có dấu chỉ độ mật “Tối mật” hoặc “Tuyệt mật”. Chương trình đã dừng, không "
        "đọc nội dung và đã khóa ảnh quét: không xem, không in, không xuất được."
    )
    pages.space(4 * mm)
    pages.row(_NOTICE_COLUMNS, _NOTICE_WIDTHS, font=fonts.BOLD)
    for page in refused:
        pages.row((str(page.number), page.name, _WORDS[page.marking]), _NOTICE_WIDTHS)
    pages.space(4 * mm)
    pages.paragraph(
        "Đề nghị rút các tờ này khỏi tập hồ sơ, giao lại cho người được giao quản lý bí mật nhà nước và lưu "
        "phiếu này vào vị trí của tờ đã rút."
    )
    pages.space(10 * mm)
    pages.paragraph("Người giao: ………………………………        Người nhận: ………………………………")
    pages.save()
