"""The printed words of form 2C-BNV/2008."""

from __future__ import annotations

from tests.generator.wording import Words

TITLE = "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC"
FORM_MARK = "Mẫu 2C-BNV/2008"
DECREE = "ban hành kèm theo Quyết định số 02/2008/QĐ-BNV ngày 06/10/2008 của Bộ trưởng Bộ Nội vụ"
PHOTO = ("Ảnh màu", "(4 x 6 cm)")

#: Field or table -> label without number and colon: the official one first, then variants.
LABELS: dict[str, tuple[str, ...]] = {
    "managing_agency": (
        "Cơ quan, đơn vị có thẩm quyền quản lý CBCC",
        "Cơ quan có thẩm quyền quản lý CBCC",
        "Cơ quan, đơn vị có thẩm quyền quản lý CBCCVC",
    ),
    "employing_agency": (
        "Cơ quan, đơn vị sử dụng CBCC",
        "Cơ quan sử dụng CBCC",
        "Cơ quan, đơn vị sử dụng CBCCVC",
    ),
    "personnel_number": ("Số hiệu cán bộ, công chức", "Số hiệu CBCC"),
    "full_name": ("Họ và tên khai sinh", "Họ tên khai sinh"),
    "other_names": ("Tên gọi khác", "Các tên gọi khác"),
    "birth_date": ("Sinh ngày", "Ngày, tháng, năm sinh", "Ngày sinh"),
    "gender": ("Giới tính",),
    "birth_place": ("Nơi sinh",),
    "native_place": ("Quê quán",),
    "ethnicity": ("Dân tộc",),
    "religion": ("Tôn giáo",),
    "permanent_residence": (
        "Nơi đăng ký bộ khẩu thường trú",
        "Nơi đăng ký hộ khẩu thường trú",
        "Nơi đăng kí hộ khẩu thường trú",
        "Nơi đăng ký hộ khẫu thường trú",
    ),
    "current_residence": ("Nơi ở hiện nay", "Chỗ ở hiện nay"),
    "occupation_before_recruitment": (
        "Nghề nghiệp khi được tuyển dụng",
        "Nghề nghiệp trước khi được tuyển dụng",
    ),
    "recruitment_date": ("Ngày tuyển dụng", "Ngày được tuyển dụng"),
    "recruiting_agency": ("Cơ quan tuyển dụng",),
    "current_position": (
        "Chức vụ (chức danh) hiện tại",
        "Chức vụ, chức danh hiện tại",
        "Chức vụ (chức danh) hiện tai",
    ),
    "main_duty": ("Công việc chính được giao", "Công tác chính được giao"),
    "civil_service_rank": ("Ngạch công chức (viên chức)", "Ngạch công chức, viên chức"),
    "rank_code": ("Mã ngạch", "Mã số ngạch"),
    "salary_grade": ("Bậc lương",),
    "salary_coefficient": ("Hệ số", "Hệ số lương"),
    "salary_from": ("Ngày hưởng",),
    "position_allowance": ("Phụ cấp chức vụ",),
    "other_allowance": ("Phụ cấp khác",),
    "general_education": ("Trình độ giáo dục phổ thông",),
    "highest_qualification": ("Trình độ chuyên môn cao nhất",),
    "political_theory": ("Lý luận chính trị", "Lí luận chính trị"),
    "state_management": ("Quản lý nhà nước", "Quản lí nhà nước"),
    "foreign_language": ("Ngoại ngữ",),
    "informatics": ("Tin học",),
    "party_joined_date": ("Ngày vào Đảng Cộng sản Việt Nam", "Ngày vào Đảng CSVN"),
    "party_official_date": ("Ngày chính thức",),
    "organization_joined": (
        "Ngày tham gia tổ chức chính trị - xã hội",
        "Ngày tham gia tổ chức chính trị, xã hội",
    ),
    "enlistment_date": ("Ngày nhập ngũ",),
    "discharge_date": ("Ngày xuất ngũ",),
    "highest_military_rank": ("Quân hàm cao nhất",),
    "highest_title": ("Danh hiệu được phong tặng cao nhất", "Danh hiệu được phong cao nhất"),
    "work_strength": ("Sở trường công tác",),
    "awards": ("Khen thưởng",),
    "discipline": ("Kỷ luật", "Kỉ luật"),
    "health": ("Tình trạng sức khoẻ", "Tình trạng sức khỏe"),
    "height": ("Chiều cao",),
    "weight": ("Cân nặng",),
    "blood_type": ("Nhóm máu",),
    "wounded_soldier_class": ("Là thương binh hạng",),
    "policy_family": ("Là con gia đình chính sách",),
    "id_number": ("Số chứng minh nhân dân", "Số CMND/CCCD", "Số chứng minh nhân dân/Căn cước công dân"),
    "id_issue_date": ("Ngày cấp",),
    "social_insurance_number": ("Số sổ BHXH", "Số BHXH"),
    "training": (
        "Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học",
        "Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngcữ, tin học",
    ),
    "career": ("Tóm tắt quá trình công tác", "Tóm tắt quá trình học tập, công tác"),
    "history": ("Đặc điểm lịch sử bản thân", "Đặc điểm về lịch sử bản thân"),
    "history_arrest": (
        "Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu), đã khai "
        "báo cho ai, những vấn đề gì? Bản thân có làm việc trong chế độ cũ (cơ quan, đơn vị "
        "nào, địa điểm, chức danh, chức vụ, thời gian làm việc ….)",
    ),
    "foreign_organizations": (
        "Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài "
        "(làm gì, tổ chức nào, đặt trụ sở ở đâu ………?)",
    ),
    "foreign_relatives": (
        "Có thân nhân (Cha, Mẹ, Vợ, Chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ)?",
    ),
    "relatives": ("Quan hệ gia đình",),
    "family": ("Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột",),
    "family_in_law": ("Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột",),
    "salary_history": (
        "Diễn biến quá trình lương của cán bộ, công chức",
        "Diễn biến quá trình lương của CBCC",
    ),
    "assessment": ("Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức",),
}

#: Guidance printed near a value, in brackets.
HINTS: dict[str, str] = {
    "full_name": "(viết chữ in hoa)",
    "gender": "(nam, nữ)",
    "permanent_residence": "(Số nhà, đường phố, thành phố, xóm, thôn, xã, huyện, tỉnh)",
    "current_residence": "(Số nhà, đường phố, thành phố, xóm, thôn, xã, huyện, tỉnh)",
    "current_position": "(Về chính quyền hoặc Đảng, đoàn thể, kể cả chức vụ kiêm nhiệm)",
    "general_education": "(đã tốt nghiệp lớp mấy/thuộc hệ nào)",
    "highest_qualification": "(TSKH, TS, ThS, cử nhân, kỹ sư, cao đẳng, trung cấp, sơ cấp, chuyên ngành)",
    "political_theory": "(Cao cấp, trung cấp, sơ cấp và tương đương)",
    "state_management": "(chuyên viên cao cấp, chuyên viên chính, chuyên viên, cán sự,……)",
    "foreign_language": "(Tên ngoại ngữ + Trình độ A, B, C, D……)",
    "informatics": "(Trình độ A, B, C,…….)",
    "organization_joined": "(Ngày tham gia tổ chức: Đoàn, Hội,….. và làm việc gì trong tổ chức đó)",
    "highest_title": (
        "(Anh hùng lao động, anh hùng lực lượng vũ trang; nhà giáo, thày thuốc, nghệ sĩ nhân dân và ưu tú, …)"
    ),
    "awards": "(Hình thức cao nhất, năm nào)",
    "discipline": "(về đảng, chính quyền, đoàn thể hình thức cao nhất, năm nào)",
    "policy_family": "(Con thương binh, con liệt sĩ, người nhiễm chất độc da cam Dioxin)",
    "training": (
        "Ghi chú: Hình thức đào tạo: Chính quy, tại chức, chuyên tu, bồi dưỡng …./ Văn bằng: "
        "TSKH, TS, Ths, Cử nhân, Kỹ sư …"
    ),
}

#: Table -> column -> heading: the official one, then a short one.
HEADINGS: dict[str, dict[str, tuple[str, str]]] = {
    "training": {
        "school": ("Tên trường", "Tên trường"),
        "major": ("Chuyên ngành đào tạo, bồi dưỡng", "Chuyên ngành"),
        "period": ("Từ tháng, năm - đến tháng, năm", "Từ tháng, năm đến tháng, năm"),
        "mode": ("Hình thức đào tạo", "Hình thức đào tạo"),
        "degree": ("Văn bằng, chứng chỉ, trình độ gì", "Văn bằng, chứng chỉ"),
    },
    "career": {
        "period": ("Từ tháng, năm đến tháng, năm", "Từ tháng, năm đến tháng, năm"),
        "post": (
            "Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể, tổ chức xã hội), kể "
            "cả thời gian được đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ,…….",
            "Chức danh, chức vụ, đơn vị công tác",
        ),
    },
    "family": {
        "relation": ("Mối quan hệ", "Quan hệ"),
        "name": ("Họ và tên", "Họ và tên"),
        "birth_year": ("Năm sinh", "Năm sinh"),
        "detail": (
            "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, "
            "ngoài nước); thành viên các tổ chức chính trị - xã hội ……..)",
            "Quê quán, nghề nghiệp, chức vụ, nơi ở",
        ),
    },
    "salary_history": {
        "month": ("Tháng/năm", "Tháng/năm"),
        "code": ("Mã ngạch/bậc", "Mã ngạch/bậc"),
        "coefficient": ("Hệ số lương", "Hệ số lương"),
    },
}
HEADINGS["family_in_law"] = HEADINGS["family"]

WORDS = Words(
    title=TITLE,
    mark=FORM_MARK,
    photo=PHOTO,
    labels=LABELS,
    hints=HINTS,
    headings=HEADINGS,
    declarant=(
        "Người khai",
        "Tôi xin cam đoan những lời khai",
        "trên đây là đúng sự thật",
        "(Ký tên, ghi rõ họ tên)",
    ),
    office=("Thủ trưởng cơ quan, đơn vị quản lý", "và sử dụng CBCC", "(Ký tên, đóng dấu)"),
    either=("permanent_residence",),
)
