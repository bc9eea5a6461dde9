"""A made-up dossier for the window's tests: two drawn pages and what a machine might have read on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from hrdigitize import bundle
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Doubt, FieldReading, FormReading, State

FORM = "2c-bnv-2008"
WIDTH_PX, HEIGHT_PX, DPI = 1240, 1754, 150
_LINE_PX = 46
_VALUE_LEFT_PX = 520

DOUBTFUL_KEYS = ("birth_date", "ethnicity", "religion", "rank_code")


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands on the drawn paper; doubts: why the machine is not sure of it."""

    key: str
    label: str
    text: str
    doubts: tuple[Doubt, ...] = ()
    state: State = State.VALUE


FIRST_PAGE = (
    Written("managing_agency", "Cơ quan quản lý", "UBND huyện Phú Lương"),
    Written("employing_agency", "Cơ quan sử dụng", "UBND xã Yên Trạch"),
    Written("full_name", "1) Họ và tên khai sinh", "NGUYỄN THỊ HOÀI THƯƠNG"),
    Written(
        "birth_date",
        "2) Sinh ngày",
        "O6 tháng 07 năm 1970",
        (Doubt("doubt-low-confidence", (0,)), Doubt("doubt-wrong-type")),
    ),
    Written("gender", "Giới tính", "Nữ"),
    Written("birth_place", "3) Nơi sinh", "Xã Yên Trạch, huyện Phú Lương, tỉnh Thái Nguyên"),
    Written("native_place", "4) Quê quán", "Xã Hòa Xá, huyện Ứng Hòa, tỉnh Hà Tây"),
    Written("ethnicity", "5) Dân tộc", "Tàv", (Doubt("doubt-not-in-list", (2,)),)),
    Written("religion", "6) Tôn giáo", "", (Doubt("doubt-no-text-but-ink"),), State.BLANK),
    Written("permanent_residence", "7) Nơi đăng ký hộ khẩu", "Xóm Làng Nông, xã Yên Trạch, huyện Phú Lương"),
    Written("recruitment_date", "8) Ngày tuyển dụng", "01/09/1992"),
    Written("current_position", "9) Chức vụ hiện tại", "Công chức Văn phòng - Thống kê"),
    Written("civil_service_rank", "10) Ngạch công chức", "Chuyên viên"),
    Written(
        "rank_code", "Mã ngạch", "01.OO3", (Doubt("doubt-odd-characters", (3, 4), ("01.003", "01.OO8")),)
    ),
    Written("salary_coefficient", "Hệ số", "3,99"),
)

TRAINING = (
    ("Trường Trung cấp Luật Thái Nguyên", "Luật", "09/1989-06/1991", "Chính quy", "Trung cấp"),
    (
        "Đại học Nông Lâm Thái Nguyên",
        "Kinh tế nông nghiệp",
        "09/2005-06/2009",
        "Vừa-làm-vừa-học",
        "Đại học",
    ),
)
TRAINING_KEYS = ("school", "major", "period", "mode", "degree")


def first_page(written: Sequence[Written] = FIRST_PAGE) -> QImage:
    """The first page with these values on it. Needs a QGuiApplication."""
    sheet = _sheet()
    painter = _painter(sheet)
    _heading(painter, "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC")
    for place, one in enumerate(written):
        top = _line_top(place)
        painter.drawText(QRectF(110, top, 400, _LINE_PX), Qt.AlignmentFlag.AlignVCenter, f"{one.label}:")
        painter.drawText(QRectF(_VALUE_LEFT_PX, top, 640, _LINE_PX), Qt.AlignmentFlag.AlignVCenter, one.text)
    painter.end()
    return sheet


def write_pages(folder: Path) -> tuple[Path, Path]:
    """Draws the two pages as PNG files. Needs a QGuiApplication."""
    first = first_page()
    second = _sheet()
    painter = _painter(second, 20)
    _heading(painter, "ĐÀO TẠO, BỒI DƯỠNG")
    for row, cells in enumerate(TRAINING):
        for column, text in enumerate(cells):
            cell = _cell(row, column)
            frame = QRectF(cell.x, cell.y, cell.width, cell.height)
            painter.drawRect(frame)
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(6, 4, -6, -4), flags, text)
    painter.end()
    paths = folder / "to-khai-1.png", folder / "to-khai-2.png"
    for image, path in zip((first, second), paths, strict=True):
        image.save(str(path))
    return paths


def fields_of(written: Sequence[Written] = FIRST_PAGE, page: int = 1) -> dict[str, FieldReading]:
    """What the machine read on the first page with these values. page: its number in the batch."""
    return {one.key: _reading(one, page, _box(place, one.text)) for place, one in enumerate(written)}


def reading() -> FormReading:
    """What the machine read on the two pages."""
    rows = tuple(_row(row, cells) for row, cells in enumerate(TRAINING))
    return FormReading(FORM, None, 1, 2, fields_of(), {"training": rows})


def _row(row: int, cells: Sequence[str]) -> Mapping[str, FieldReading]:
    return {
        key: _reading(
            Written(key, "", text, (Doubt("doubt-low-confidence"),) if (row, column) == (1, 1) else ()),
            2,
            _cell(row, column),
        )
        for column, (key, text) in enumerate(zip(TRAINING_KEYS, cells, strict=True))
    }


def _reading(written: Written, page: int, box: Box) -> FieldReading:
    sure = not written.doubts
    value = written.text if sure else None
    confidence = 0.98 if sure else 0.6
    return FieldReading(
        written.state, value, written.text, written.text, page, box, confidence, sure, written.doubts
    )


def _line_top(place: int) -> int:
    return 220 + place * (_LINE_PX + 18)


def _box(place: int, text: str) -> Box:
    return Box(_VALUE_LEFT_PX, _line_top(place), 14 * max(len(text), 8), _LINE_PX)


def _cell(row: int, column: int) -> Box:
    return Box(100 + column * 208, 220 + row * 120, 208, 120)


def _sheet() -> QImage:
    sheet = QImage(WIDTH_PX, HEIGHT_PX, QImage.Format.Format_Grayscale8)
    sheet.fill(250)
    sheet.setDotsPerMeterX(round(DPI / 0.0254))
    sheet.setDotsPerMeterY(round(DPI / 0.0254))
    return sheet


def _painter(sheet: QImage, size_px: int = 27) -> QPainter:
    QFontDatabase.addApplicationFont(str(bundle.resources() / "fonts" / "NotoSans-Regular.ttf"))
    font = QFont("Noto Sans")
    font.setPixelSize(size_px)
    painter = QPainter(sheet)
    painter.setFont(font)
    painter.setPen(QColor("#222222"))
    return painter


def _heading(painter: QPainter, text: str) -> None:
    painter.drawText(QRectF(0, 110, WIDTH_PX, 60), Qt.AlignmentFlag.AlignCenter, text)
