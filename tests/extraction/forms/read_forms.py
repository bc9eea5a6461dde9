"""What the tests of single forms ask of pages laid out by hand: which form it is, and what stands in it."""

from __future__ import annotations

from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FormReading
from hrdigitize.extraction.documents import read_document
from hrdigitize.extraction.separation import separate
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from tests.extraction.printed import page

#: Items 1 to 14 of a civil servant's sheet: the form that the others resemble most.
CIVIL_SERVANT = [
    "Mẫu 2c-BNV/2008",
    "Cơ quan, đơn vị có thẩm quyền quản lý CBCC UBND huyện Sao Mai",
    "Cơ quan, đơn vị sử dụng CBCC UBND xã Suối Trong",
    "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC",
    "1) Họ và tên khai sinh (viết chữ in hoa): LÒ THỊ ƯỚC",
    "2) Tên gọi khác:",
    "3) Sinh ngày: 07 tháng 03 năm 1992,        Giới tính: nữ",
    "4) Nơi sinh: xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
    "5) Quê quán: xã Suối Trong - huyện Sao Mai - tỉnh Sơn La",
    "6) Dân tộc: Thái        7) Tôn giáo: không",
    "8) Nơi đăng ký bộ khẩu thường trú: bản Mé, xã Suối Trong",
    "9) Nơi ở hiện nay: bản Mé, xã Suối Trong",
    "10) Nghề nghiệp khi được tuyển dụng: học sinh",
    "11) Ngày tuyển dụng: 02/09/2016        Cơ quan tuyển dụng: UBND huyện Sao Mai",
    "12) Chức vụ (chức danh) hiện tại: Kế toán",
    "13) Công việc chính được giao: Kế toán ngân sách xã",
    "14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004",
    "Bậc lương: 2,        Hệ số: 2,06,        Ngày hưởng: 03/2022",
    "Phụ cấp chức vụ: 0,15,        Phụ cấp khác: không",
    "15.1- Trình độ giáo dục phổ thông: 12/12",
    "15.2- Trình độ chuyên môn cao nhất: Cử nhân",
]


def documents(*pages: PageReading) -> list[tuple[int, int, str | None]]:
    """First page, last page and form of each document in the stack, among all forms of the program."""
    return [(span.first, span.last, span.form) for span in separate(pages, load_forms()).spans]


def read(form: str, *pages: PageReading) -> FormReading:
    """The pages read against this form."""
    return read_document(pages, load_forms()[form], 1, load_lists())


def values(form: str, *lines: str) -> dict[str, str]:
    """What stands on a single page without tables; blanks are left out."""
    return {key: field.text for key, field in read(form, page(lines)).fields.items() if field.text}


def rows(reading: FormReading, table: str) -> list[dict[str, str]]:
    """The rows of a table as texts."""
    return [{key: cell.text for key, cell in row.items()} for row in reading.tables[table]]
