"""What stands out among the values of one paper or row is doubted, and stays as it was read."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import FieldReading, FormReading, State
from hrdigitize.extraction.standouts import (
    with_odd_captions,
    with_odd_commas,
    with_odd_heads,
    with_odd_marks,
    with_odd_small_letters,
    with_odd_stops,
)


def value(text: str) -> FieldReading:
    return FieldReading(State.VALUE, text, text, text, 1, Box(0, 0, 9, 9), 0.99, accepted=True, doubts=())


def doubted(readings: dict[str, FieldReading]) -> list[str]:
    assert all(reading.accepted == (not reading.doubts) for reading in readings.values())
    return [key for key, reading in readings.items() if reading.doubts]


ENTRIES = {str(at): value("Cử nhân Luật") for at in range(6)}


def test_a_stop_where_the_writer_sets_none_is_doubted() -> None:
    found = with_odd_stops({**ENTRIES, "stopped": value("Phòng Nội vụ.")})
    assert doubted(dict(found)) == ["stopped"]
    assert found["stopped"].doubts[0].at == (12,)
    assert found["stopped"].text == "Phòng Nội vụ."


def test_sentences_have_stops_and_a_writer_who_sets_them_sets_them() -> None:
    sentence = value("Có năng lực chuyên môn, gương mẫu; cần mạnh dạn hơn trong chỉ đạo, điều hành.")
    assert doubted(dict(with_odd_stops({**ENTRIES, "long": sentence}))) == []
    often = {key: value("Phòng Nội vụ.") for key in ("a", "b", "c")}
    assert doubted(dict(with_odd_stops({**ENTRIES, **often}))) == []
    assert doubted(dict(with_odd_stops({"few": value("Phòng Nội vụ.")}))) == []


def test_stops_are_odd_where_leaders_dots_are_read_for_them() -> None:
    dotted = {str(at): replace(value("Không có"), raw="Không có.") for at in range(3)}
    often = {key: value("Phòng Nội vụ.") for key in ("a", "b")}
    assert doubted(dict(with_odd_stops({**dotted, **often}))) == ["a", "b"]
    assert doubted(dict(with_odd_stops({"0": dotted["0"], **often}))) == []


def test_a_small_letter_with_the_shape_of_its_capital_is_doubted_among_capitals() -> None:
    row = {"school": value("Trường Đại học Mở"), "major": value("Luật"), "degree": value("cử nhân")}
    assert doubted(dict(with_odd_small_letters(row, row))) == ["degree"]


def test_where_small_letters_are_usual_or_nothing_tells_none_is_odd() -> None:
    small = {"school": value("trường Đại học Mở"), "degree": value("cử nhân")}
    alone = {"degree": value("cử nhân"), "period": value("2001 - 2005")}
    told = {"school": value("Trường Đại học Mở"), "degree": value("đại học")}
    for row in (small, alone, told):
        assert doubted(dict(with_odd_small_letters(row, row))) == []


def test_entries_of_lists_are_written_as_lists_have_them() -> None:
    row = {"name": value("Lò Văn Ước"), "relation": value("vợ")}
    assert doubted(dict(with_odd_small_letters(row, ["name"]))) == []


def paper(**texts: str) -> FormReading:
    row = {"post": value("Chuyên viên, xã Tỏa Tinh, huyện Tuần Giáo")}
    fields = {key: value(text) for key, text in texts.items()}
    return FormReading("2c-bnv-2008", None, 1, 1, fields, {"career": (row,)})


def test_two_words_that_stand_more_often_with_other_marks_are_doubted_and_stay() -> None:
    found = with_odd_marks(
        paper(birth_place="xã Toả Tình", native_place="Xã Tỏa Tình", other_names="Tỏa Tình")
    )
    (row,) = found.tables["career"]
    assert doubted(dict(found.fields)) == []
    assert doubted(dict(row)) == ["post"]
    assert (row["post"].text, row["post"].doubts[0].at) == (
        "Chuyên viên, xã Tỏa Tinh, huyện Tuần Giáo",
        (16,),
    )


def test_where_none_of_two_spellings_is_more_frequent_none_is_odd() -> None:
    once = paper(birth_place="xã Tỏa Tình, huyện Quỳnh Phụ")
    assert with_odd_marks(once) == once


def heads(*texts: str) -> list[str]:
    """The texts whose head is doubted, on a paper with a dozen values that begin large."""
    fields = {str(at): value(text) for at, text in enumerate((*["Luật"] * 12, *texts))}
    found = with_odd_heads(FormReading("x", None, 1, 1, fields, {})).fields
    return [found[key].text for key in doubted(dict(found))]


def test_a_small_first_letter_of_its_capitals_shape_is_doubted_on_a_paper_of_capitals() -> None:
    assert heads("con", "uỷ viên Ban Thường vụ", "Vợ", "xã Sao Mai") == ["con", "uỷ viên Ban Thường vụ"]


def test_answers_do_not_tell_how_a_writer_begins() -> None:
    assert heads(*["không có"] * 9, "x", "cao đẳng, Kế toán") == ["cao đẳng, Kế toán"]


def test_who_writes_small_writes_small() -> None:
    assert heads("con", "không", "nữ") == []


def test_a_small_head_among_large_ones_of_a_column_is_doubted() -> None:
    small = {str(at): value("nữ") for at in range(9)}
    rows = tuple({"relation": value(text), "place": value("xã")} for text in ("Bố", "Mẹ", "con", "xã đội"))
    found = with_odd_heads(FormReading("x", None, 1, 1, small, {"family": rows})).tables["family"]
    assert [row["relation"].text for row in found if row["relation"].doubts] == ["con"]
    assert not any(row["place"].doubts for row in found)


def test_a_caption_without_its_colon_is_doubted_where_the_column_sets_them() -> None:
    texts = (
        "Quê quán: xã Sao Mai; nghề nghiệp: Làm ruộng",
        "Quê quán: xã Sao Mai; nghề nghiệp: Giáo viên",
        "Quê quán: xã Sao Mai; nghề nghiệp Thợ mộc",
        "Nghề nghiệp làm ruộng, xã Sao Mai",
    )
    rows = tuple({"detail": value(text), "note": value("nghề nghiệp Thợ mộc")} for text in texts)
    found = with_odd_captions(FormReading("x", None, 1, 1, {}, {"family": rows})).tables["family"]
    assert [doubted(dict(row)) for row in found] == [[], [], ["detail"], ["detail"]]
    assert found[2]["detail"].doubts[0].at == (22,)


def commas(*texts: str) -> list[str]:
    rows = tuple({"detail": value(text)} for text in texts)
    found = with_odd_commas(FormReading("x", None, 1, 1, {}, {"family": rows})).tables["family"]
    return [row["detail"].text for row in found if row["detail"].doubts]


def test_a_unit_without_the_comma_before_it_is_doubted_where_the_column_sets_them() -> None:
    usual = ("Làm ruộng, xã Sao Mai", "Giáo viên, phường Hai, quận Ba", "Y tá, Xã Bốn")
    assert commas(*usual, "Thợ điện xã Sao Mai, huyện Tam Nông") == ["Thợ điện xã Sao Mai, huyện Tam Nông"]
    assert commas(*usual, "Cán bộ xã, xã Sao Mai") == []
    assert commas(*usual[:2], "Thợ điện xã Sao Mai") == [], "too few to tell"
    assert commas(*usual, "Công an xã Sao Mai", "Trạm Y tế xã Sao Mai") == [], "written either way"
