"""The printed words of form 2C/TCTW-98."""

from __future__ import annotations

from tests.generator.wording import Words

_DETAIL = (
    "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị, công tác, học tập, nơi ở (trong, ngoài nước); "
    "thành viên "
    "các tổ chức chính trị-xã hội ...",
    "Quê quán, nghề nghiệp, chức vụ, nơi ở",
)
_FAMILY = {
    "relation": ("Quan hệ", "Quan hệ"),
    "name": ("Họ và tên", "Họ và tên"),
    "birth_year": ("Năm sinh", "Năm sinh"),
    "detail": _DETAIL,
}

WORDS = Words(
    title="SƠ YẾU LÝ LỊCH",
    mark="Mẫu 2C/TCTW-98",
    photo=("Ảnh", "4 x 6"),
    labels={
        "managing_agency": ("Bộ, Tỉnh", "Tỉnh", "Bộ, ngành, tỉnh"),
        "employing_agency": ("Đơn vị trực thuộc",),
        "base_unit": ("Đơn vị cơ sở",),
        "_mark": ("Mẫu 2C/TCTW-98", "Mẫu 2C-TCTW/98"),
        "personnel_number": ("Số hiệu cán bộ, công chức",),
        "full_name": ("Họ và tên khai sinh", "Họ tên khai sinh"),
        "gender": ("Nam, nữ", "Giới tính"),
        "other_names": ("Các tên gọi khác", "Tên gọi khác"),
        "party_position": ("Cấp uỷ hiện tại", "Cấp ủy hiện tại"),
        "concurrent_party_position": ("Cấp uỷ kiêm", "Cấp ủy kiêm"),
        "current_position": (
            "Chức vụ (Đảng, đoàn thể, Chính quyền, kể cả chức vụ kiêm nhiệm)",
            "Chức vụ hiện tại",
        ),
        "position_allowance": ("Phụ cấp chức vụ",),
        "birth_date": ("Sinh ngày", "Ngày, tháng, năm sinh"),
        "birth_place": ("Nơi sinh",),
        "native_place": ("Quê quán",),
        "current_residence": (
            "Nơi ở hiện nay (Xã, huyện, tỉnh hoặc số nhà, đường phố, TP)",
            "Nơi ở hiện nay",
            "Chỗ ở hiện nay",
        ),
        "phone": ("đ/thoại", "Điện thoại", "Số điện thoại"),
        "ethnicity": ("Dân tộc",),
        "religion": ("Tôn giáo",),
        "family_origin": ("Thành phần gia đình xuất thân", "Thành phần xuất thân"),
        "occupation_before_recruitment": (
            "Nghề nghiệp bản thân trước khi được tuyển dụng",
            "Nghề nghiệp trước khi được tuyển dụng",
        ),
        "recruitment_date": ("Ngày được tuyển dụng", "Ngày tuyển dụng"),
        "recruiting_agency": ("Vào cơ quan nào, ở đâu", "Vào cơ quan nào, ở dâu"),
        "current_agency_date": ("Ngày vào cơ quan hiện đang công tác", "Ngày vào cơ quan hiện nay"),
        "revolution_date": ("Ngày tham gia cách mạng",),
        "party_joined_date": ("Ngày vào Đảng Cộng sản Việt Nam", "Ngày vào Đảng CSVN"),
        "party_official_date": ("Ngày chính thức",),
        "organization_joined": (
            "Ngày tham gia các tổ chức chính trị, xã hội",
            "Ngày tham gia các tổ chức chính trị - xã hội",
        ),
        "enlistment_date": ("Ngày nhập ngũ",),
        "discharge_date": ("Ngày xuất ngũ",),
        "highest_military_rank": ("Quân hàm, chức vụ cao nhất (năm)", "Quân hàm, chức vụ cao nhất"),
        "_education": ("Trình độ học vấn",),
        "general_education": ("Giáo dục phổ thông", "Trình độ giáo dục phổ thông"),
        "academic_degree": ("Học hàm, học vị cao nhất", "Học hàm, học vị"),
        "political_theory": ("Lý luận chính trị", "Lí luận chính trị"),
        "foreign_language": ("Ngoại ngữ", "Trình độ ngoại ngữ"),
        "main_duty": ("Công tác chính đang làm", "Công việc chính đang làm"),
        "civil_service_rank": ("Ngạch công chức", "Ngạch công chức (viên chức)"),
        "rank_code": ("mã số", "Mã số ngạch"),
        "salary_grade": ("Bậc lương",),
        "salary_coefficient": ("hệ số", "Hệ số lương"),
        "salary_from": ("từ tháng", "Hưởng từ tháng"),
        "highest_title": ("Danh hiệu được phong (năm nào)", "Danh hiệu được phong"),
        "work_strength": ("Sở trường công tác",),
        "longest_job": ("Công việc đã làm lâu nhất", "Công việc làm lâu nhất"),
        "awards": ("Khen thưởng",),
        "discipline": ("Kỷ luật", "Kỉ luật"),
        "health": ("Tình trạng sức khoẻ", "Tình trạng sức khỏe"),
        "height": ("Cao", "Chiều cao"),
        "weight": ("Cân nặng",),
        "blood_type": ("Nhóm máu",),
        "id_number": ("Số chứng minh nhân dân", "Số CMND/CCCD", "Số CCCD"),
        "_id_issued": ("Ngày cấp",),
        "wounded_soldier_class": ("Thương binh loại", "Thương binh hạng"),
        "martyr_family": ("Gia đình liệt sĩ", "Gia đình liệt sỹ"),
        "_insurance": ("Số sổ BHXH",),
        "training": (
            "ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN, NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ",
            "ĐÀO TẠO, BỒI DƯỠNG VỀ CHUYÊN MÔN, NGHIỆP VỤ, LÝ LUẬN CHÍNH TRỊ, NGOẠI NGỮ, TIN HỌC",
        ),
        "career": ("TÓM TẮT QUÁ TRÌNH CÔNG TÁC", "TÓM TẮT QUÁ TRÌNH HỌC TẬP, CÔNG TÁC"),
        "_history": ("ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN", "ĐẶC ĐIỂM VỀ LỊCH SỬ BẢN THÂN"),
        "history_arrest": (
            "Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu), đã khai báo "
            "cho ai, "
            "những vấn đề gì",
        ),
        "history_old_regime": (
            "Bản thân có làm việc trong chế độ cũ (Cơ quan, đơn vị nào, địa điểm, chức danh, chức vụ, "
            "thời gian "
            "làm việc ...)",
        ),
        "_foreign": ("QUAN HỆ VỚI NƯỚC NGOÀI",),
        "foreign_organizations": (
            "Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài (làm "
            "gì, tổ chức "
            "nào, đặt trụ sở ở đâu...?)",
        ),
        "foreign_relatives": (
            "Có thân nhân (Bố, mẹ, vợ, chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ ...)?",
            "Có thân nhân (Cha, mẹ, vợ, chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ ...)?",
        ),
        "_relatives": ("QUAN HỆ GIA ĐÌNH",),
        "family": (
            "Về bản thân: Bố, Mẹ, Vợ (chồng), các con, anh chị em ruột",
            "Về bản thân: Cha, Mẹ, Vợ (chồng), các con, anh chị em ruột",
        ),
        "family_in_law": (
            "Bố, Mẹ, anh chị em ruột (bên vợ hoặc chồng)",
            "Về bên vợ (hoặc chồng): Bố, Mẹ, anh chị em ruột",
        ),
        "_economy": ("HOÀN CẢNH KINH TẾ GIA ĐÌNH",),
        "salary_history": ("Quá trình lương của bản thân", "Diễn biến quá trình lương của bản thân"),
        "household_income": ("Nguồn thu nhập chính của gia đình (hàng năm): + lương",),
        "housing": ("Nhà ở",),
        "residential_land": ("Đất ở",),
        "_farm_land": (
            "Đất sản xuất, kinh doanh (Tổng diện tích đất được cấp, tự mua, tự khai phá ...)",
            "Đất sản xuất, kinh doanh",
        ),
    },
    hints={
        "ethnicity": "(Kinh, Tày, Mông, Ê đê...)",
        "family_origin": (
            "(Ghi là công nhân, nông dân, cán bộ, công chức, trí thức, quân nhân, dân nghèo thành thị, "
            "tiểu thương, "
            "tiểu chủ, tư sản ...)"
        ),
        "occupation_before_recruitment": (
            "(Ghi nghề được đào tạo hoặc công nhân (thợ gì), làm ruộng, buôn bán, học sinh, ...)"
        ),
        "organization_joined": "(Ngày vào Đoàn TNCSHCM, Công đoàn, Hội ……)",
        "general_education": "(Lớp mấy)",
        "academic_degree": "(GS, PGS, TS, PTS, Thạc sĩ, Cử nhân, Kỹ sư ... năm nào, chuyên ngành gì)",
        "political_theory": "(Cử nhân, Cao cấp, Trung cấp, Sơ cấp)",
        "foreign_language": "(Anh (A/B/C/D) Nga (A/B/C/D) Pháp (A/B/C/D) ...)",
        "highest_title": (
            "(Anh hùng lao động, anh hùng lực lượng vũ trang, nhà giáo, thầy thuốc, nghệ sĩ nhân dân, ưu tú)"
        ),
        "awards": "(Huân, huy chương, năm nào)",
        "discipline": "(Đảng, Chính quyền, Đoàn thể, Cấp quyết định, năm nào, lý do, hình thức, ...)",
        "health": "(tốt, bình thường, yếu hoặc có bệnh mãn tính gì)",
        "training": (
            "Ghi chú: Hình thức học: Chính quy, tại chức, chuyên tu, bồi dưỡng .../ Văn bằng: Tiến sĩ, "
            "Phó tiến sĩ, "
            "Thạc sĩ, Cử nhân, Kỹ sư ..."
        ),
    },
    headings={
        "training": {
            "school": ("Tên trường", "Tên trường"),
            "major": ("Ngành học hoặc tên lớp học", "Ngành học"),
            "period": ("Thời gian học", "Từ tháng, năm đến tháng, năm"),
            "mode": ("Hình thức học", "Hình thức đào tạo"),
            "degree": ("Văn bằng, chứng chỉ, trình độ gì", "Văn bằng, chứng chỉ"),
        },
        "career": {
            "period": ("Từ tháng, năm đến tháng, năm", "Thời gian"),
            "post": (
                "Chức danh, chức vụ, đơn vị công tác (Đảng, Chính quyền, Đoàn thể)",
                "Chức danh, chức vụ, đơn vị công tác",
            ),
        },
        "family": _FAMILY,
        "family_in_law": _FAMILY,
        "salary_history": {
            "month": ("Tháng/năm", "Tháng/năm"),
            "code": ("Ngạch/bậc", "Ngạch/bậc"),
            "coefficient": ("Hệ số lương", "Hệ số"),
        },
    },
    declarant=("Người khai", "Tôi xin cam đoan những", "lời khai trên đây là đúng sự thật", "(Ký tên)"),
    office=("Xác nhận của cơ quan quản lý", "", "(ký tên, đóng dấu)"),
)
