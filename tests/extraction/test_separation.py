"""Which pages belong together."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Code, PageKind, PageReading
from hrdigitize.extraction.separation import DocumentSpan, separate
from hrdigitize.formdefs.loading import load_forms
from tests.extraction.printed import page
from tests.extraction.test_read_document import TOP, TRAINING

FORMS = load_forms()
FIRST = page([*TOP, "6) Dân tộc: Thái        7) Tôn giáo: không"])
SECOND = page(
    ["23) Tình trạng sức khỏe: tốt, Chiều cao: 1,7m, Cân nặng: 57 kg, Nhóm máu: O", "#0"], tables=[TRAINING]
)
LAST = page(
    ["Người khai        Thủ trưởng cơ quan, đơn vị quản lý", "Tôi xin cam đoan những lời khai trên đây"]
)
LETTER = page(
    ["Kính gửi: Ủy ban nhân dân xã", "Tôi viết đơn này xin nghỉ phép mười ngày", "Trân trọng cảm ơn"]
)
EMPTY = replace(page([]), kind=PageKind.BLANK)


def spans(*readings: PageReading) -> list[tuple[int, int, str | None]]:
    found = separate(readings, FORMS).spans
    return [(span.first, span.last, span.form) for span in found]


def test_continuation_pages_join_and_the_next_first_page_opens() -> None:
    form = "2c-bnv-2008"
    assert spans(FIRST, SECOND, LAST, FIRST, SECOND) == [(1, 3, form), (4, 5, form)]


def test_a_strange_page_stands_alone_before_and_after() -> None:
    assert spans(LETTER, FIRST, SECOND, LAST, LETTER) == [
        (1, 1, None),
        (2, 4, "2c-bnv-2008"),
        (5, 5, None),
    ]


def test_a_blank_page_within_a_form_belongs_to_it_and_alone_to_nothing() -> None:
    assert spans(FIRST, EMPTY, SECOND) == [(1, 3, "2c-bnv-2008")]
    assert spans(EMPTY) == [(1, 1, None)]


def test_kinds_are_set() -> None:
    found = separate((FIRST, SECOND, EMPTY, LAST, LETTER), FORMS)
    assert [reading.kind for reading in found.readings] == [
        PageKind.FIRST,
        PageKind.CONTINUATION,
        PageKind.BLANK,
        PageKind.CONTINUATION,
        PageKind.UNKNOWN,
    ]
    assert found.spans[0] == DocumentSpan(1, 4, "2c-bnv-2008")


BODY = [
    *TOP[4:],
    "6) Dân tộc: Thái        7) Tôn giáo: không",
    "8) Nơi đăng ký hộ khẩu thường trú: Thôn 4",
    "9) Nơi ở hiện nay: Thôn 4",
    "10) Nghề nghiệp khi được tuyển dụng: học sinh",
    "11) Ngày tuyển dụng: 02/09/2016        Cơ quan tuyển dụng: UBND huyện",
    "12) Chức vụ (chức danh) hiện tại: Kế toán",
    "13) Công việc chính được giao: Kế toán",
    "14) Ngạch công chức (viên chức): Cán sự        Mã ngạch: 01.004",
    "Bậc lương: 2,        Hệ số: 2,06,        Ngày hưởng: 03/2022",
    "Phụ cấp chức vụ: 0,15,        Phụ cấp khác: không",
    "15.1- Trình độ giáo dục phổ thông: 12/12",
    "15.2- Trình độ chuyên môn cao nhất: Cử nhân",
]


def test_the_title_of_another_form_does_not_outweigh_labels() -> None:
    # The second line of the title is lost, and its first one is all of the title of 2C/TCTW-98.
    resume = page(
        [
            "SƠ YẾU LÝ LỊCH",
            "Cơ quan, đơn vị quản lý cán bộ, công chức, viên chức: UBND huyện Sao Mai",
            "Cơ quan sử dụng cán bộ, công chức, viên chức: UBND xã Suối Trong",
            "1. Họ và tên khai sinh: LÒ THỊ ƯỚC        Giới tính: Nữ",
            "2. Các tên gọi khác:        3. Sinh ngày: 14 tháng 03 năm 1969",
            "4. Nơi sinh: xã Suối Trong",
            "5. Quê quán: xã Suối Trong",
            "6. Dân tộc: Thái        7. Tôn giáo: Không",
            "8. Số CMND/CCCD: 001192000001        Ngày cấp: 01/02/2021",
            "9. Số sổ BHXH: 8789941910        Số thẻ BHYT: GD4218789941910",
            "10. Nơi ở hiện nay: Tổ 7",
            "30. Tiền lương",
            "30.1- Ngạch công chức/chức danh nghề nghiệp: Văn thư viên        Mã số: 02.007",
            "Ngày bổ nhiệm ngạch/chức danh nghề nghiệp: 01 tháng 08 năm 1994",
            "Bậc lương: 9/9        Hệ số lương: 4,98        Ngày hưởng: 01 tháng 10 năm 2015",
            "Phần trăm hưởng: 100 %        Phụ cấp thâm niên vượt khung: %        Ngày hưởng PCTNVK:",
            "30.2- Phụ cấp chức vụ: không        Phụ cấp kiêm nhiệm:        Phụ cấp khác: công vụ 25%",
            "31. Tình trạng sức khoẻ: Tốt        Chiều cao: 180        Cân nặng: 77        Nhóm máu: B",
        ]
    )
    assert spans(resume) == [(1, 1, "syll-tt06-2023")]


def test_a_first_page_with_an_unread_title_is_known_by_its_labels() -> None:
    many = page(BODY)
    assert spans(many) == [(1, 1, "2c-bnv-2008")]


def test_a_number_and_year_tell_the_circulars_of_two_forms_apart() -> None:
    staff = page(
        [
            "Mẫu H$02-VC/BNV ban hành kèm theo Thông tư số 07/2019 TT-BNV ngày 01/6/2019 của Bộ trưởng",
            "Cơ quan quản lý viên chức: UBND huyện        Số hiệu viên chức: 12",
            "Đơn vị sử dụng viên chức: Trường Tiểu học Suối Trong",
            "SƠ YẾU LÝ LỊCH VIÊN CHỨC",
            *TOP[4:],
            "6) Dân tộc: Thái        7) Tôn giáo: không",
        ]
    )
    assert spans(staff) == [(1, 1, "hs02-vc-bnv")]


def paper(title: str, *body: str, number: str = "") -> PageReading:
    return page(
        [
            " " * 20 + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            " " * 26 + "Độc lập - Tự do - Hạnh phúc",
            "",
            " " * 30 + title,
            *body,
            number,
        ]
    )


SENTENCES = [
    "Trong thời gian qua tôi luôn chấp hành tốt chủ trương, đường lối của Đảng và",
    "pháp luật của Nhà nước, tham gia đầy đủ các buổi sinh hoạt của cơ quan, đơn vị,",
]
APPLICATION = paper("ĐƠN XIN VIỆC", *SENTENCES)
OVERLEAF = page(["có tinh thần trách nhiệm trong công tác được giao.", *SENTENCES, "NGƯỜI VIẾT ĐƠN"])
REPORT = paper("BÁO CÁO THẨM ĐỊNH", *SENTENCES)
SEPARATOR = replace(page([]), codes=(Code("qr", "HRDS1|HS-7|state-pay|Lò Thị Ước", Box(0, 0, 9, 9)),))


def test_the_head_of_any_paper_opens_a_document() -> None:
    assert spans(APPLICATION, OVERLEAF, REPORT) == [(1, 2, None), (3, 3, None)]
    found = separate((APPLICATION, REPORT), FORMS)
    assert [span.boundary.reason for span in found.spans] == ["boundary-head", "boundary-head"]
    assert all(span.boundary.score > 0.8 for span in found.spans)


def test_a_page_number_keeps_a_page_with_the_one_before() -> None:
    second = paper("BẢN TỰ KIỂM ĐIỂM", *SENTENCES, number="Trang 2/2")
    assert spans(APPLICATION, second) == [(1, 2, None)]


def test_a_blank_page_is_the_back_of_the_one_before_and_never_opens() -> None:
    assert spans(APPLICATION, EMPTY, OVERLEAF, EMPTY, REPORT, EMPTY) == [(1, 4, None), (5, 6, None)]
    assert spans(EMPTY, APPLICATION) == [(2, 2, None)]


def test_a_separator_sheet_opens_what_follows_and_belongs_to_nothing() -> None:
    found = separate((APPLICATION, SEPARATOR, EMPTY, OVERLEAF, REPORT), FORMS)
    assert [(span.first, span.last, span.sheet) for span in found.spans] == [
        (1, 1, None),
        (4, 4, 2),
        (5, 5, None),
    ]
    told = found.spans[1].told
    assert told is not None
    assert (told.dossier, told.type, told.person) == ("HS-7", "state-pay", "Lò Thị Ước")
    assert found.spans[1].boundary.reason == "boundary-sheet"
    assert found.readings[1].kind is PageKind.SEPARATOR


def test_an_inventory_is_one_document_of_its_own() -> None:
    heads = ("TT", "Tên tài liệu", "Có", "Không", "Lý do không có")
    first = page(["MỤC LỤC TÀI LIỆU", "#0"], tables=[[heads, ("1", "Giấy khai sinh", "X", "", "")]])
    second = page(["#0"], tables=[[heads, ("2", "Bảng điểm", "X", "", "")]])
    found = separate((first, second, APPLICATION), FORMS)
    assert [(span.first, span.last, span.inventory) for span in found.spans] == [(1, 2, True), (3, 3, False)]
    assert [reading.kind for reading in found.readings[:2]] == [PageKind.INVENTORY] * 2


def test_a_note_on_a_back_is_no_document() -> None:
    note = page(["Đã đối chiếu với bản chính"])
    found = separate((APPLICATION, note, REPORT), FORMS)
    assert [(span.first, span.last) for span in found.spans] == [(1, 2), (3, 3)]
    assert found.readings[1].kind is PageKind.BACK


def test_a_page_fed_twice_stays_and_a_document_scanned_again_is_one_of_its_own() -> None:
    assert spans(APPLICATION, APPLICATION, OVERLEAF) == [(1, 3, None)]
    whole = paper("ĐƠN XIN VIỆC", *SENTENCES, *SENTENCES, "NGƯỜI VIẾT ĐƠN", "(Ký, ghi rõ họ tên)")
    assert spans(whole, whole) == [(1, 1, None), (2, 2, None)]


def test_a_stack_that_begins_at_any_boundary_gives_the_same_documents() -> None:
    stack = (FIRST, SECOND, LAST, APPLICATION, EMPTY, OVERLEAF, SEPARATOR, REPORT, LETTER, FIRST)
    whole = separate(stack, FORMS).spans
    assert len(whole) == 4
    for at, span in enumerate(whole):
        rest = separate(stack[span.first - 1 :], FORMS).spans
        moved = [(one.first + span.first - 1, one.last + span.first - 1, one.form) for one in rest]
        assert moved == [(one.first, one.last, one.form) for one in whole[at:]]
    for pages in range(1, len(stack)):
        final = separate(stack[:pages], FORMS).spans[:-1]
        assert final == whole[: len(final)]


def test_a_page_behind_a_signed_end_opens_a_document_unless_it_says_that_it_goes_on() -> None:
    signed = paper("ĐƠN XIN VIỆC", *SENTENCES, "NGƯỜI VIẾT ĐƠN", "(Ký, ghi rõ họ tên)")
    headless = page(
        ["Đợt này có nhiều người cùng đi học và ai cũng cố gắng hết sức mình trong việc.", *SENTENCES]
    )
    assert spans(signed, headless) == [(1, 1, None), (2, 2, None)]
    for goes_on in (OVERLEAF, page(["II. Khuyết điểm", *SENTENCES]), page(["PHỤ LỤC", *SENTENCES])):
        assert spans(signed, goes_on) == [(1, 2, None)]
    assert spans(signed, page(["TM. CHI BỘ", "BÍ THƯ", "Lò Thị Ước"])) == [(1, 2, None)]


def test_a_note_of_one_word_on_a_back_ends_nothing_and_opens_nothing() -> None:
    signed = paper("ĐƠN XIN VIỆC", *SENTENCES, "NGƯỜI VIẾT ĐƠN", "(Ký, ghi rõ họ tên)")
    assert spans(signed, page(["Hoa"]), REPORT) == [(1, 2, None), (3, 3, None)]


def test_what_lies_behind_an_inventory_is_no_part_of_it() -> None:
    heads = ("TT", "Tên tài liệu", "Có", "Không", "Lý do không có")
    listed = page(["MỤC LỤC TÀI LIỆU", "#0"], tables=[[heads, ("1", "Giấy khai sinh", "X", "", "")]])
    found = separate((listed, page(["Đợt này có nhiều người cùng đi học.", *SENTENCES])), FORMS)
    assert [(span.first, span.inventory) for span in found.spans] == [(1, True), (2, False)]


def test_a_letter_opens_by_whom_it_is_addressed_to() -> None:
    letter = page(
        ["Suối Trong, ngày 03 tháng 6 năm 2016", "Kính thưa các đồng chí trong Chi bộ,", *SENTENCES]
    )
    assert spans(APPLICATION, letter) == [(1, 1, None), (2, 2, None)]


def test_a_paper_of_another_kind_is_no_form_whose_title_is_alike() -> None:
    introduction = paper(
        "GIẤY GIỚI THIỆU ĐẢNG VIÊN",
        "Sinh ngày: 12/4/1979        Quê quán: xã Suối Trong",
        "Các bí danh: không        Ngày vào Đảng: 3/2/2001",
        "Ngày chính thức: 3/2/2002",
        *SENTENCES,
    )
    assert spans(introduction) == [(1, 1, None)]
