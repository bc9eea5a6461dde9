"""The printed words of form HS02-VC/BNV (TT 07/2019/TT-BNV)."""

from __future__ import annotations

from tests.generator.wording import Words

_FAMILY = {
    "relation": ("Mối quan hệ", "Quan hệ"),
    "name": ("Họ và tên", "Họ và tên"),
    "birth_year": ("Năm sinh", "Năm sinh"),
    "detail": (
        "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, ngoài "
        "nước); thành viên các tổ chức chính trị - xã hội ……)",
        "Quê quán, nghề nghiệp, chức vụ, nơi ở",
    ),
}

WORDS = Words(
    title="SƠ YẾU LÝ LỊCH VIÊN CHỨC",
    mark=(
        "Mẫu HS02-VC/BNV ban hành kèm theo Thông tư số 07/2019/TT-BNV ngày 01/6/2019 của Bộ trưởng Bộ Nội vụ"
    ),
    photo=("Ảnh màu", "(4 x 6 cm)"),
    labels={
        "managing_agency": ("Cơ quan quản lý viên chức", "Cơ quan, đơn vị quản lý viên chức"),
        "personnel_number": ("Số hiệu viên chức",),
        "employing_agency": ("Đơn vị sử dụng viên chức", "Cơ quan, đơn vị sử dụng viên chức"),
        "full_name": ("Họ và tên khai sinh", "Họ tên khai sinh"),
        "other_names": ("Tên gọi khác", "Các tên gọi khác"),
        "birth_date": ("Sinh ngày", "Ngày, tháng, năm sinh"),
        "gender": ("Giới tính",),
        "birth_place": ("Nơi sinh",),
        "native_place": ("Quê quán",),
        "ethnicity": ("Dân tộc",),
        "religion": ("Tôn giáo",),
        "permanent_residence": ("Nơi đăng ký hộ khẩu thường trú", "Nơi đăng kí hộ khẩu thường trú"),
        "current_residence": ("Nơi ở hiện nay", "Chỗ ở hiện nay"),
        "occupation_before_recruitment": (
            "Nghề nghiệp khi được tuyển dụng",
            "Nghề nghiệp trước khi được tuyển dụng",
        ),
        "recruitment_date": ("Ngày tuyển dụng", "Ngày được tuyển dụng"),
        "recruiting_agency": ("Cơ quan, đơn vị tuyển dụng", "Cơ quan tuyển dụng"),
        "current_position": (
            "Chức danh (chức vụ) công tác hiện tại",
            "Chức vụ (chức danh) công tác hiện tại",
        ),
        "_other_position": ("Chức danh (chức vụ) kiêm nhiệm", "Chức vụ kiêm nhiệm"),
        "main_duty": ("Công việc chính được giao", "Công tác chính được giao"),
        "civil_service_rank": ("Chức danh nghề nghiệp viên chức", "Chức danh nghề nghiệp"),
        "rank_code": ("Mã số", "Mã số chức danh nghề nghiệp"),
        "salary_grade": ("Bậc lương",),
        "salary_coefficient": ("Hệ số", "Hệ số lương"),
        "salary_from": ("Ngày hưởng",),
        "position_allowance": ("Phụ cấp chức danh",),
        "other_allowance": ("Phụ cấp khác",),
        "general_education": ("Trình độ giáo dục phổ thông",),
        "highest_qualification": ("Trình độ chuyên môn cao nhất",),
        "political_theory": ("Lý luận chính trị", "Lí luận chính trị"),
        "state_management": ("Quản lý nhà nước", "Quản lí nhà nước"),
        "_skills": ("Trình độ nghiệp vụ theo chuyên ngành", "Nghiệp vụ theo chuyên ngành"),
        "foreign_language": ("Ngoại ngữ",),
        "informatics": ("Tin học",),
        "party_joined_date": ("Ngày vào Đảng Cộng sản Việt Nam", "Ngày vào Đảng CSVN"),
        "party_official_date": ("Ngày chính thức",),
        "organization_joined": (
            "Ngày tham gia tổ chức chính trị - xã hội",
            "Ngày tham gia các tổ chức chính trị - xã hội",
        ),
        "enlistment_date": ("Ngày nhập ngũ",),
        "discharge_date": ("Ngày xuất ngũ",),
        "highest_military_rank": ("Quân hàm cao nhất",),
        "highest_title": ("Danh hiệu được phong tặng cao nhất", "Danh hiệu được phong cao nhất"),
        "_academic_title": ("Học hàm được phong (Giáo sư, Phó giáo sư)", "Học hàm được phong"),
        "_title_year": ("Năm được phong",),
        "work_strength": ("Sở trường công tác",),
        "awards": ("Khen thưởng",),
        "discipline": ("Kỷ luật", "Kỉ luật"),
        "health": ("Tình trạng sức khỏe", "Tình trạng sức khoẻ"),
        "height": ("Chiều cao",),
        "weight": ("Cân nặng",),
        "blood_type": ("Nhóm máu",),
        "wounded_soldier_class": ("Là thương binh hạng", "Thương binh hạng"),
        "policy_family": ("Là con gia đình chính sách", "Con gia đình chính sách"),
        "id_number": ("Số chứng minh nhân dân", "Số CMND/CCCD", "Số CCCD"),
        "id_issue_date": ("Ngày cấp",),
        "social_insurance_number": ("Sổ BHXH", "Số sổ BHXH", "Số BHXH"),
        "training": (
            "ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ, TIN HỌC",
            "ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN, NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ, TIN HỌC",
        ),
        "career": ("TÓM TẮT QUÁ TRÌNH CÔNG TÁC", "TÓM TẮT QUÁ TRÌNH HỌC TẬP, CÔNG TÁC"),
        "_history": ("ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN", "ĐẶC ĐIỂM VỀ LỊCH SỬ BẢN THÂN"),
        "_arrest": (
            "Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu?), đã khai báo "
            "cho ai, những vấn đề gì? Bản thân có làm việc trong chế độ cũ (cơ quan, đơn vị nào, địa "
            "điểm, chức danh, chức vụ, thời gian làm việc…):",
        ),
        "_abroad_organizations": (
            "Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài (làm "
            "gì, tổ chức nào, đặt trụ sở ở đâu ..?):",
        ),
        "_abroad_relatives": (
            "Có thân nhân (Cha, Mẹ, Vợ, Chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ …)?",
        ),
        "_relatives": ("QUAN HỆ GIA ĐÌNH",),
        "family": ("Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột",),
        "family_in_law": ("Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột",),
        "salary_history": (
            "DIỄN BIẾN QUÁ TRÌNH LƯƠNG CỦA VIÊN CHỨC",
            "DIỄN BIẾN QUÁ TRÌNH LƯƠNG",
        ),
        "assessment": (
            "NHẬN XÉT, ĐÁNH GIÁ CỦA ĐƠN VỊ SỬ DỤNG VIÊN CHỨC",
            "NHẬN XÉT, ĐÁNH GIÁ CỦA CƠ QUAN, ĐƠN VỊ SỬ DỤNG VIÊN CHỨC",
        ),
    },
    hints={
        "full_name": "(viết chữ in hoa)",
        "highest_title": (
            "(Anh hùng lao động, anh hùng lực lượng vũ trang: nhà giáo, thầy thuốc, nghệ sĩ nhân dân ưu tú,…)"
        ),
        "awards": "(Hình thức cao nhất, năm nào?)",
        "discipline": "(về đảng, chính quyền, đoàn thể hình thức cao nhất, năm nào?)",
        "training": (
            "Ghi chú: - Hình thức đào tạo: Chính quy, tại chức, chuyên tu, từ xa, liên thông, bồi dưỡng."
        ),
        "degrees": (
            "- Văn bằng, chứng chỉ: TSKH, TS, chuyên khoa II, Ths, chuyên khoa I, đại học, cao đẳng, "
            "trung cấp, sơ cấp, chứng chỉ,..."
        ),
    },
    headings={
        "organizations": {
            "name": ("Tên tổ chức", "Tên tổ chức"),
            "joined": ("Ngày tham gia", "Ngày tham gia"),
            "role": ("Mô tả công việc trong tổ chức", "Công việc trong tổ chức"),
        },
        "training": {
            "school": ("Tên trường", "Tên trường"),
            "major": ("Nội dung đào tạo, bồi dưỡng", "Nội dung đào tạo, bồi dưỡng"),
            "period": ("Thời gian đào tạo", "Thời gian"),
            "mode": ("Hình thức đào tạo", "Hình thức đào tạo"),
            "degree": ("Văn bằng, chứng chỉ", "Văn bằng, chứng chỉ"),
        },
        "career": {
            "period": ("Từ tháng, năm đến tháng, năm", "Thời gian"),
            "post": (
                "Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể, tổ chức xã hội), kể "
                "cả thời gian được đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, …",
                "Chức danh, chức vụ, đơn vị công tác",
            ),
        },
        "family": _FAMILY,
        "family_in_law": _FAMILY,
        "salary_history": {
            "month": ("Tháng/năm", "Tháng/năm"),
            "code": ("Mã số", "Mã số"),
            "grade": ("Bậc lương", "Bậc lương"),
            "coefficient": ("Hệ số lương", "Hệ số lương"),
        },
    },
    declarant=(
        "Người khai",
        "Tôi xin cam đoan những lời",
        "khai trên đây là đúng sự thật",
        "(Ký tên, ghi rõ họ tên)",
    ),
    office=("Thủ trưởng đơn vị sử dụng viên chức", "(Ký tên, đóng dấu)"),
)
