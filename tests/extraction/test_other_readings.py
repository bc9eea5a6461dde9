"""What another reader had, or what stood there before a correction, goes along with the doubt."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import FieldReading
from hrdigitize.extraction.other_readings import other_readings
from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page

FORM = "2c-bnv-2008"
TITLE = "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC"


def _name_on(sheet: PageReading) -> FieldReading:
    return read(FORM, sheet).fields["full_name"]


def _sheet(name: str, *, other: str | None = None) -> PageReading:
    sheet = page([TITLE, f"1) Họ và tên khai sinh: {name}", "3) Sinh ngày: 06 tháng 07 năm 1970"])
    last = name.split()[-1]
    lines = tuple(
        replace(
            line,
            words=tuple(
                replace(word, agreed=False, other=other) if other and word.text == last else word
                for word in line.words
            ),
        )
        for line in sheet.lines
    )
    return replace(sheet, lines=lines)


def test_the_other_readers_whole_value_goes_with_the_doubt_at_its_letter() -> None:
    found = _name_on(_sheet("LÊ VĂN BỈN", other="BIN"))
    assert (found.text, found.accepted) == ("LÊ VĂN BỈN", False)
    assert [(doubt.at, doubt.others) for doubt in found.doubts] == [((8,), ("LÊ VĂN BIN",))]


def test_what_the_lists_would_make_of_it_goes_with_the_doubt() -> None:
    found = _name_on(_sheet("NGUYÊN VĂN AN"))
    assert (found.text, found.accepted) == ("NGUYÊN VĂN AN", False)
    assert [doubt.others for doubt in found.doubts] == [("NGUYỄN VĂN AN",)]


def test_what_stood_there_before_a_correction_goes_with_its_doubt() -> None:
    found = _name_on(_sheet("NGUYÊN VĂN AN", other="ÁN"))
    assert (found.text, found.accepted) == ("NGUYÊN VĂN AN", False)
    assert found.doubts[0].others == ("NGUYỄN VĂN ÁN", "NGUYỄN VĂN AN", "NGUYÊN VĂN ÁN")


def test_what_is_accepted_has_no_other_reading() -> None:
    found = _name_on(_sheet("NGUYỄN VĂN AN"))
    assert (found.accepted, found.doubts) == (True, ())


def test_each_other_reading_is_offered_once_and_none_that_stutters() -> None:
    candidates = ("Xã Đại Bài", "Xã Đại Bái, Bái", "", "Xã Đại Bái", "Xã Đại Bài", "xã Đại Bái")
    assert other_readings("Xã Đại Bái", candidates) == ("Xã Đại Bài", "xã Đại Bái")
    assert other_readings("Phố Phố Lu", ("Phố Phố Lù",)) == ("Phố Phố Lù",)
