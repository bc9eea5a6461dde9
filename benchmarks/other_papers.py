"""Papers of no known form, made up: what lies in a dossier between the forms and must not be taken for one.

Some are as far from a form as a letter; an application and a certificate have labels of a résumé on them.
None is a decision: those are of a known form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from textwrap import wrap

import numpy as np

from benchmarks.formsets import ScannedForm
from tests.generator.faces import FAMILIES
from tests.generator.lines import Leader, Tab, Text
from tests.generator.people import Person, make_person
from tests.generator.scanning import scan
from tests.generator.typesetting import Column, Grid, Look, Sheets

#: What `ScannedForm.form` says of a paper of no known form.
NO_FORM = ""
_FACES = ("liberation-serif", "liberation-serif", "liberation-sans", "dejavu-serif")
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_HEAD_STYLES = ("bold", "bold", "regular", "regular", "regular")
_REPORTED = (
    "Ban chấp hành đã phân công cán bộ phụ trách từng thôn, nắm chắc tình hình tư tưởng của nhân dân.",
    "Công tác thu ngân sách đạt 96% kế hoạch năm, chi thường xuyên bảo đảm đúng dự toán được giao.",
    "Diện tích lúa vụ mùa gieo cấy được 312 ha, năng suất bình quân ước đạt 58 tạ/ha.",
    "Trạm y tế đã khám và điều trị cho 1.846 lượt người; tiêm chủng cho trẻ dưới một tuổi đạt 98%.",
    "Việc tiếp công dân được duy trì vào sáng thứ năm hằng tuần; đơn thư tồn đọng giảm so với cùng kỳ.",
    "Một số cán bộ chưa chủ động tham mưu, việc báo cáo định kỳ có lúc còn chậm.",
    "Tuyến đường liên thôn dài 1,2 km đã hoàn thành, do nhân dân đóng góp 40% kinh phí.",
    "Hồ sơ cán bộ được rà soát, bổ sung theo quy định; còn thiếu bản sao văn bằng của 03 trường hợp.",
)
_ASKED = (
    "Thực hiện kế hoạch rà soát hồ sơ cán bộ, công chức, đề nghị các đơn vị cử người phối hợp.",
    "Danh sách gửi về bộ phận tổ chức trước ngày 25 tháng này để tổng hợp.",
    "Trong quá trình thực hiện, nếu có vướng mắc thì liên hệ với bộ phận văn phòng để được hướng dẫn.",
    "Đơn vị nào gửi chậm phải báo cáo rõ lý do bằng văn bản.",
    "Rất mong nhận được sự quan tâm phối hợp của quý cơ quan.",
)


def _letter(sheets: Sheets, person: Person, rng: Random) -> None:
    office = person.office
    sheets.side_by_side(
        [*wrap(office.employing_agency.upper(), 22), f"Số: {rng.randint(3, 400)}/CV-VP"],
        _STATE,
        styles=_HEAD_STYLES,
    )
    sheets.space(3)
    sheets.right(_dated(person.declared).capitalize(), style="italic")
    sheets.space(4)
    sheets.line(Text(f"Kính gửi: {office.managing_agency}"))
    for sentence in rng.sample(_ASKED, 4):
        sheets.line(Tab(10), Text(sentence))
    sheets.space(6)
    sheets.side_by_side(
        ["Nơi nhận:", "- Như trên;", "- Lưu: VP."],
        ["CHÁNH VĂN PHÒNG", "", person.identity.name],
        styles=("bold", "regular", "bold"),
    )


def _report(sheets: Sheets, person: Person, rng: Random) -> None:
    sheets.side_by_side(
        [*wrap(person.office.employing_agency.upper(), 22), f"Số: {rng.randint(3, 400)}/BC-UBND"],
        _STATE,
        styles=_HEAD_STYLES,
    )
    sheets.space(5)
    sheets.centred("BÁO CÁO")
    sheets.centred(f"Tình hình công tác tháng {person.declared.month}/{person.declared.year}", size=1.0)
    sheets.space(3)
    for number in range(1, 4):
        sheets.line(Text(f"{number}. Công tác trọng tâm", style="bold"))
        for sentence in rng.sample(_REPORTED, 5):
            sheets.line(Tab(10), Text(sentence))
    sheets.right(person.identity.name)


def _minutes(sheets: Sheets, person: Person, rng: Random) -> None:
    for line in _STATE:
        sheets.centred(line, size=1.0)
    sheets.space(4)
    sheets.centred("BIÊN BẢN HỌP CHI BỘ")
    sheets.space(3)
    sheets.line(Text(f"Hôm nay, {_dated(person.declared)}, tại hội trường {person.office.employing_agency}."))
    sheets.line(Text(f"Chủ trì: đồng chí {person.identity.name}. Thư ký: "), Leader())
    for sentence in rng.sample(_REPORTED, 6):
        sheets.line(Text("- Ý kiến: ", style="italic"), Text(sentence))
    sheets.line(Text("Cuộc họp kết thúc lúc 11 giờ 15 phút cùng ngày."))


def _application(sheets: Sheets, person: Person, rng: Random) -> None:
    identity = person.identity
    for line in _STATE:
        sheets.centred(line, size=1.0)
    sheets.space(4)
    sheets.centred("ĐƠN XIN " + rng.choice(("NGHỈ PHÉP", "CHUYỂN CÔNG TÁC", "XÁC NHẬN HỘ KHẨU")))
    sheets.space(3)
    sheets.line(Text(f"Kính gửi: {person.office.managing_agency}"))
    sheets.line(Text(f"Tên tôi là: {identity.name}"), Tab(100), Text(f"Nam, nữ: {identity.sex}"))
    sheets.line(Text(f"Sinh ngày: {identity.born:%d/%m/%Y}"), Tab(80), Text(f"Dân tộc: {identity.ethnicity}"))
    sheets.line(Text(f"Chức vụ: {person.office.position}"))
    sheets.line(Text(f"Đơn vị công tác: {person.office.employing_agency}"))
    sheets.line(Text("Lý do: "), Leader())
    sheets.leader_line()
    sheets.line(Tab(10), Text("Tôi xin chân thành cảm ơn!"))
    sheets.right("Người làm đơn")
    sheets.right(identity.name)


def _certificate(sheets: Sheets, person: Person, rng: Random) -> None:
    identity = person.identity
    sheets.centred("GIẤY CHỨNG NHẬN", size=1.5)
    sheets.centred("Hoàn thành lớp bồi dưỡng " + rng.choice(("nghiệp vụ", "chính trị", "tin học")), size=1.0)
    sheets.space(8)
    sheets.line(Text(f"Chứng nhận ông (bà): {identity.name}", style="bold"))
    sheets.line(Text(f"Sinh ngày: {identity.born:%d/%m/%Y}"))
    sheets.line(
        Text(f"Quê quán: {identity.native_place.commune.name}, {identity.native_place.province.name}")
    )
    sheets.line(Text(f"Xếp loại: {rng.choice(('Giỏi', 'Khá', 'Trung bình'))}"))
    sheets.space(8)
    sheets.right("GIÁM ĐỐC")


def _list(sheets: Sheets, person: Person, rng: Random) -> None:
    sheets.centred("DANH SÁCH CÁN BỘ NHẬN QUÀ TẾT")
    sheets.centred(person.office.employing_agency, style="regular", size=1.0)
    sheets.space(4)
    columns = (Column("STT", 8), Column("Họ và tên", 40), Column("Chức vụ", 40), Column("Ký nhận", 24))
    rows = [
        [("", str(number)), ("", one.identity.name), ("", one.office.position), ("", "")]
        for number in range(1, rng.randint(9, 16))
        for one in [make_person(rng)]
    ]
    sheets.table(Grid(columns), rows)


PAPERS: Mapping[str, Callable[[Sheets, Person, Random], None]] = {
    "letter": _letter,
    "report": _report,
    "minutes": _minutes,
    "application": _application,
    "certificate": _certificate,
    "list": _list,
}


def write_other_papers(folder: Path, seeds: Sequence[int], levels: Sequence[int]) -> tuple[ScannedForm, ...]:
    """Scanned papers in turn of every sort, one for each seed and level; their pages go into the folder."""
    return tuple(_written(folder, seed, level) for level in levels for seed in seeds)


def _written(folder: Path, seed: int, level: int) -> ScannedForm:
    rng = Random(f"other paper {seed}")
    sort = tuple(PAPERS)[seed % len(PAPERS)]
    sheets = Sheets(_look(rng))
    PAPERS[sort](sheets, make_person(rng), rng)
    pages: list[Path] = []
    for number, page in enumerate(scan(sheets.pages, level, np.random.default_rng((seed, level))), start=1):
        place = folder / f"{sort}-{seed}-{level}-p{number}.jpg"
        place.write_bytes(page)
        pages.append(place)
    return ScannedForm(
        name=f"{sort}-{seed}-{level}", form=NO_FORM, level=level, layout=sort, pages=tuple(pages), truth={}
    )


def _look(rng: Random) -> Look:
    return Look(
        family=FAMILIES[rng.choice(_FACES)],
        size_pt=rng.choice((12.0, 13.0, 14.0)),
        leading=rng.choice((1.3, 1.5)),
        left_mm=rng.uniform(25, 35),
        right_mm=rng.uniform(15, 20),
        top_mm=rng.uniform(20, 30),
        bottom_mm=20.0,
        leader=rng.choice(("dots", "ellipsis")),
    )


def _dated(day: date) -> str:
    return f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
