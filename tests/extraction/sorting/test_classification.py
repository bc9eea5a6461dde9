"""What kind of paper a document is taken for."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Code
from hrdigitize.domain.sorting import Classified
from hrdigitize.extraction.sorting.classification import (
    BY_CARD,
    BY_FORM,
    BY_RULING,
    BY_TITLE,
    TOO_NEAR,
    UNCLEAR,
    Classifier,
)
from hrdigitize.extraction.sorting.heads import head_of, pieces_of
from hrdigitize.reference.document_types import load_document_types
from tests.extraction.printed import page

CLASSIFIER = Classifier.of(load_document_types())
#: Room that puts a title in the middle of the page.
MIDDLE = " " * 30


def classified(*texts: str, form: str | None = None) -> Classified:
    return CLASSIFIER.classify([page([text.rstrip() for text in texts])], form)


def decision(subject: str, ruling: str, *, party: bool = False) -> Classified:
    head = (
        ("ĐẢNG ỦY XÃ SUỐI TRONG            ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-QĐ/ĐU")
        if party
        else ("ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/QĐ-UBND")
    )
    return classified(*head, "", MIDDLE + "QUYẾT ĐỊNH", MIDDLE + subject, "Căn cứ Luật;", f"Điều 1. {ruling}")


def test_a_title_with_its_subject_tells_the_type() -> None:
    found = decision("Về việc nâng bậc lương thường xuyên", "Nâng bậc lương cho ông Lò Văn Ước")
    assert (found.type, found.reason) == ("state-pay", BY_TITLE)
    assert "nâng bậc lương" in found.quoted
    assert found.score > 0.8


def test_the_longer_wording_outweighs_the_one_within_it() -> None:
    assert decision("kết nạp đảng viên", "Kết nạp quần chúng Lò Ước", party=True).type == "party-005"
    assert decision("kết nạp lại người vào Đảng", "Kết nạp lại", party=True).type == "party-006"
    cancelled = decision("Hủy bỏ quyết định kết nạp đảng viên", "Hủy bỏ quyết định kết nạp", party=True)
    assert cancelled.type == "party-011"


def test_misread_letters_do_no_harm() -> None:
    assert decision("Vê viêc nghi viêc đê huông chê đô huu tri", "Ông Lò Uớc nghi hưu").type == "party-088"


def test_a_decision_without_subject_is_known_by_its_ruling() -> None:
    found = decision("", "Điều động ông Lò Văn Ước đến nhận công tác tại xã, giữ chức vụ Chủ tịch")
    assert found.type == "party-087"
    assert found.reason == BY_RULING


def test_branch_and_committee_tell_two_resolutions_of_one_title_apart() -> None:
    def resolution(agency: str, notation: str) -> Classified:
        return classified(
            f"{agency}            ĐẢNG CỘNG SẢN VIỆT NAM",
            f"Số 7-{notation}",
            MIDDLE + "NGHỊ QUYẾT",
            MIDDLE + "Đề nghị kết nạp đảng viên",
            "Xét đơn xin vào Đảng của quần chúng Lò Văn Ước",
        )

    assert resolution("CHI BỘ TRƯỜNG TIỂU HỌC", "NQ/CB").type == "party-043"
    assert resolution("ĐẢNG ỦY XÃ SUỐI TRONG", "NQ/ĐU").type == "party-045"


def test_the_kind_of_paper_rules_types_of_other_kinds_out() -> None:
    minutes = classified(MIDDLE + "BIÊN BẢN", MIDDLE + "Họp xét nâng bậc lương", "Thành phần gồm có")
    assert minutes.type != "state-pay"


def test_nothing_clear_is_unknown_and_an_empty_paper_is() -> None:
    found = classified("Kính thưa các đồng chí", "Hôm nay trời đẹp")
    assert found.type is None
    assert found.reason in {UNCLEAR, TOO_NEAR}
    assert classified().type is None


def test_a_standard_form_tells_its_type() -> None:
    found = classified("Họ và tên: LÒ THỊ ƯỚC", form="2c-tctw-98")
    assert (found.type, found.reason) == ("state-cv", BY_FORM)


def test_every_type_is_found_by_each_of_its_own_titles() -> None:
    wrong = {
        (key, title): found.type
        for key, one in load_document_types().items()
        for title in one.titles[:1]
        if (found := classified(MIDDLE + title.upper(), *one.phrases[:3])).type != key
    }
    assert wrong == {}


def test_what_a_paper_deals_with_counts_in_whatever_words() -> None:
    trial = classified(
        MIDDLE + "KIỂM ĐIỂM", MIDDLE + "quá trình phấn đấu trong thời gian dự bị", "Họ tên: Lò Ước"
    )
    assert (trial.type, trial.reason) == ("party-047", BY_TITLE)
    assert "dự bị" in trial.quoted
    pupil = classified(MIDDLE + "KẾT QUẢ THI", MIDDLE + "các môn học của học viên", "Học kỳ I: điểm thi 8")
    assert pupil.type == "state-transcript"


def test_a_part_that_is_not_said_leaves_the_rest_without_weight() -> None:
    """ "Dự bị" alone is said of plannings as well: nothing of a review stands there."""
    found = decision("về cán bộ kế cận, dự bị các chức danh lãnh đạo", "Phê duyệt danh sách cán bộ kế cận")
    assert found.type == "state-planning"


def test_a_letter_that_names_enclosed_papers_is_none_of_them() -> None:
    found = classified(
        "Kính thưa quý Ban Giám đốc!",
        "Em tên là Lò Văn Ước, em mong được nhận vào làm việc tại cơ quan.",
        "Em xin gửi kèm: giấy khám sức khỏe, bằng tốt nghiệp đại học, bảng điểm.",
    )
    assert found.type == "state-application"


def test_what_somebody_writes_of_himself_without_a_title_is_no_certificate() -> None:
    assert classified("Ông Lò Văn Ước, tốt nghiệp đại học năm 2012.").type == "party-086"
    assert classified("Em tên là Lò Văn Ước, tốt nghiệp đại học năm 2012.").type is None


def test_who_says_i_throughout_writes_no_act() -> None:
    """A helper on a candidate, and the branch's resolution on him, deal with the same in the same words."""
    opinion = [
        "Tôi được chi bộ phân công giúp đỡ đồng chí Lò Văn Ước, đảng viên dự bị, từ năm 2011 đến nay.",
        "Hằng tháng tôi trao đổi với đồng chí về việc học nghị quyết và nhận thấy đồng chí tiến bộ.",
        "Nay đồng chí đã hết thời gian dự bị, đề nghị chi bộ xét công nhận đảng viên chính thức.",
    ]
    assert classified(*opinion).type == "party-048"


def test_a_letter_to_the_branch_is_no_review_of_an_official() -> None:
    said = [
        "Tôi là Lò Văn Ước, tôi xin tự kiểm điểm cá nhân về nhiệm vụ được giao trong năm.",
        "Ưu điểm: hoàn thành nhiệm vụ. Khuyết điểm: còn nóng tính.",
    ]
    assert classified("Kính thưa Chi bộ!", *said).type == "party-061"
    assert classified("Kính thưa cơ quan!", *said).type == "state-self-review"


def test_long_papers_are_no_certificates() -> None:
    body = ["Ông Lò Văn Ước tốt nghiệp đại học, có chứng chỉ tin học và làm việc tốt trong nhiều năm."] * 24
    short = classified(MIDDLE + "CHỨNG CHỈ TIN HỌC", body[0])
    assert short.type == "party-086"
    assert classified("Nhiều điều cần nói", *body).type != "party-086"


def test_the_code_of_a_card_tells_a_copy_that_nobody_can_read() -> None:
    text = "015072451601||Viên Thế Anh Dũng|23071972|Nam|La Pán Tẩn, Mù Cang Chải, Yên Bái|28032021"
    unread = replace(
        page(["cộNG Hò xã Hộ CHỦ", "Cr ưènmy caa: T Sai"]), codes=(Code("qr", text, Box(9, 9, 90, 90)),)
    )
    found = CLASSIFIER.classify([unread], None)
    assert (found.type, found.reason) == ("state-id-card", BY_CARD)
    form = replace(
        page([" " * 15 + "BÁO CÁO", *["Dài dòng văn tự về nhiều việc khác nhau"] * 9]), codes=unread.codes
    )
    assert CLASSIFIER.classify([form], None).type != "state-id-card"
    long = replace(page(["Dài dòng văn tự về nhiều việc khác nhau"] * 40), codes=unread.codes)
    assert CLASSIFIER.classify([long], None).type != "state-id-card"


def test_the_end_of_an_agency_is_no_title() -> None:
    """ "TỈNH CAO BẰNG" runs into two lines; a lone "BẰNG" in the left column is no degree."""
    order = page(
        [
            "KHO BẠC NHÀ NƯỚC            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "KHO BẠC NHÀ NƯỚC TỈNH CAO",
            " " * 14 + "BẰNG",
            "",
            MIDDLE + "QUYẾT ĐỊNH",
            MIDDLE + "về việc chuyển loại công chức",
            "Điều 1. Chuyển loại công chức đối với ông Lò Văn Ước vào ngạch chuyên viên",
        ]
    )
    assert head_of(order, pieces_of(order)).kind == "quyết định"
    assert CLASSIFIER.classify([order], None).type == "state-rank"
