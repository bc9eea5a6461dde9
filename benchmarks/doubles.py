"""How well pages scanned twice are found, on generated pages: `python -m benchmarks doubles`.

Every sheet is scanned twice, clean and worn. Sheets that look alike and are none: two persons' copies of one
form in one layout, the reviews of three years in the same words, the certificates of three persons.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from hrdigitize import bundle
from hrdigitize.capture.decode import decode
from hrdigitize.domain.doubling import _spots, doubled, imprint, same_sheet
from hrdigitize.domain.page import PageReading
from hrdigitize.workers.reading import Reader
from tests.generator.decisions.generating import generate_decision
from tests.generator.generating import FORMS, generate, print_form
from tests.generator.scanning import scan

#: A sheet by its name, and the scan of it.
Scan = tuple[str, bytes]
_FIRST_SEED = 7000
_REVIEW = """CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BẢN TỰ KIỂM ĐIỂM, ĐÁNH GIÁ CÁ NHÂN NĂM {year}
Họ và tên: Lê Thị Thử Nghiệm. Chức vụ: Công chức Văn phòng - Thống kê
Đơn vị công tác: Uỷ ban nhân dân xã Bình Thử, huyện Thử Hoà
1. Về tư tưởng chính trị: chấp hành tốt chủ trương, đường lối của Đảng và pháp luật
của Nhà nước; luôn giữ gìn đoàn kết nội bộ trong cơ quan, tích cực học tập lý luận.
2. Về phẩm chất đạo đức, lối sống: giản dị, trung thực, không vi phạm những điều
đảng viên không được làm; có ý thức phòng, chống tham nhũng, lãng phí, tiêu cực.
3. Về tác phong, lề lối làm việc: trách nhiệm, đúng giờ, phối hợp tốt với đồng nghiệp.
4. Về kết quả thực hiện chức trách, nhiệm vụ được giao: hoàn thành các báo cáo
thống kê định kỳ, tham mưu kịp thời cho lãnh đạo Uỷ ban nhân dân xã.
5. Hạn chế, khuyết điểm: đôi lúc chưa mạnh dạn đề xuất sáng kiến trong công việc.
6. Tự nhận mức xếp loại: Hoàn thành tốt nhiệm vụ.
Bình Thử, ngày {day} tháng 12 năm {year}
Người tự kiểm điểm"""
_DEGREE = """CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BỘ GIÁO DỤC VÀ ĐÀO TẠO
HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC THỬ NGHIỆM
cấp
BẰNG CỬ NHÂN
Ngành: Quản lý nhà nước
Cho: {name}
Ngày sinh: {born}
Xếp loại tốt nghiệp: Khá
Hình thức đào tạo: Chính quy
Thử Hoà, ngày {day} tháng 6 năm 2012
Số hiệu: {number}
Số vào sổ cấp bằng: {book}"""


def _set(text: str) -> Image.Image:
    """A page of A4 at 200 dpi with these lines."""
    page = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(bundle.resources() / "fonts" / "LiberationSerif-Regular.ttf"), 36)
    for number, line in enumerate(text.splitlines()):
        pen.text((180, 200 + 84 * number), line, font=font, fill=0)
    return page


def _sheets(persons: int) -> Iterator[tuple[str, list[Scan]]]:
    """The sheets of one kind that look alike, each scanned twice."""
    yield from _typed()
    yield (
        "decision",
        [
            (f"decision {seed}", generate_decision(seed, level).pages[0])
            for seed in range(_FIRST_SEED, _FIRST_SEED + 2 * persons)
            for level in (0, 1)
        ],
    )
    for form in FORMS:
        drawn = print_form(_FIRST_SEED, form=form)
        yield (
            form,
            [
                (f"{form} {seed} p{number}", page)
                for seed in range(_FIRST_SEED, _FIRST_SEED + persons)
                for level in (0, 1)
                for number, page in enumerate(
                    generate(seed, level, form=form, layout=drawn.layout, font=drawn.font).pages[:1]
                )
            ],
        )


def _typed() -> Iterator[tuple[str, list[Scan]]]:
    """Reviews and certificates, which differ in a few words."""
    years = ((2019, 5), (2020, 7), (2021, 9))
    reviews = {f"review {year}": _REVIEW.format(year=year, day=day) for year, day in years}
    people = (
        ("Trần Văn Thử", "12/03/1988", 14, "B 123456", "0417/2012"),
        ("Phạm Thị Mẫu", "25/11/1989", 14, "B 123457", "0418/2012"),
        ("Đỗ Quang Giả", "02/07/1987", 20, "B 130022", "0512/2012"),
    )
    degrees = {
        f"degree {name}": _DEGREE.format(name=name, born=born, day=day, number=number, book=book)
        for name, born, day, number, book in people
    }
    for kind, texts in (("review", reviews), ("degree", degrees)):
        yield (
            kind,
            [
                (name, scan([_set(text)], level, np.random.default_rng((number, level)))[0])
                for number, (name, text) in enumerate(texts.items())
                for level in (0, 1)
            ],
        )


def _read(scans: list[Scan], reader: Reader) -> list[tuple[str, PageReading]]:
    pictures = (picture for _, content in scans for picture in decode(content))
    found = zip((name for name, _ in scans), reader.read_pages(pictures), strict=True)
    return [(name, page) for name, page in found if isinstance(page, PageReading)]


def main(arguments: Sequence[str]) -> int:
    """Prints found and false for each kind and in all; exit code 1 where a page was flagged wrongly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks doubles", description=__doc__)
    parser.add_argument("--persons", type=int, default=2)
    given = parser.parse_args(arguments)
    all_found = all_there = all_false = all_pairs = 0
    with Reader(size=2) as reader:
        for kind, scans in _sheets(given.persons):
            pages = _read(scans, reader)
            kept = {number: imprint(page) for number, (_, page) in enumerate(pages)}
            names = [name for name, _ in pages]
            there = sum(names.count(name) - 1 for name in set(names))
            flagged = doubled(kept)
            found = sum(names[one] == names[other] for one, other in flagged.items())
            pairs = [(a, b) for a, b in combinations(range(len(names)), 2) if names[a] != names[b]]
            false = sum(same_sheet(_spots(kept[a]), _spots(kept[b])) for a, b in pairs if kept[a] and kept[b])
            print(f"{kind}: found {found} of {there} doubles; false {false} of {len(pairs)} pairs")
            all_found, all_there = all_found + found, all_there + there
            all_false, all_pairs = all_false + false, all_pairs + len(pairs)
    print(f"all: found {all_found} of {all_there} doubles; false {all_false} of {all_pairs} pairs")
    return 1 if all_false else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
