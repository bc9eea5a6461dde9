"""The keys of charts and queues in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.overview import OTHER, UNKNOWN, By, Queue
from hrdigitize.domain.qualifications import Level


def queue_words(queue: Queue) -> str:
    """What waits, under its number."""
    words = {
        Queue.TO_READ: QCoreApplication.translate("Overview", "Đợt quét chờ máy đọc"),
        Queue.TO_VERIFY: QCoreApplication.translate("Overview", "Tài liệu chờ kiểm tra"),
        Queue.TO_APPROVE: QCoreApplication.translate("Overview", "Tài liệu chờ duyệt"),
        Queue.HELD: QCoreApplication.translate("Overview", "Tài liệu đang tạm giữ"),
        Queue.TO_FILE: QCoreApplication.translate("Overview", "Tài liệu chưa xếp vào hồ sơ"),
    }
    return words[queue]


def nothing_words(queue: Queue) -> str:
    """What stands in place of an empty list: it is no fault, and what to do next."""
    words = {
        Queue.TO_READ: QCoreApplication.translate(
            "Overview", "Không có đợt quét nào chờ máy đọc. Giấy mới quét sẽ hiện ở đây."
        ),
        Queue.TO_VERIFY: QCoreApplication.translate("Overview", "Không có tài liệu nào chờ kiểm tra."),
        Queue.TO_APPROVE: QCoreApplication.translate("Overview", "Không có tài liệu nào chờ duyệt."),
        Queue.HELD: QCoreApplication.translate("Overview", "Không có tài liệu nào đang tạm giữ."),
        Queue.TO_FILE: QCoreApplication.translate(
            "Overview", "Mọi tài liệu không theo mẫu đều đã xếp vào hồ sơ."
        ),
    }
    return words[queue]


def chart_title(by: By) -> str:
    """What a chart is about."""
    words = {
        By.AGE: QCoreApplication.translate("Overview", "Cán bộ theo tuổi"),
        By.SEX: QCoreApplication.translate("Overview", "Cán bộ theo giới tính"),
        By.QUALIFICATION: QCoreApplication.translate("Overview", "Cán bộ theo trình độ chuyên môn"),
    }
    return words[by]


def bar_words(by: By, key: str) -> str:
    """What a bar counts."""
    if key == UNKNOWN:
        return QCoreApplication.translate("Overview", "Chưa ghi")
    if key == OTHER:
        return QCoreApplication.translate("Overview", "Khác")
    if by is By.AGE:
        return _age(key)
    return _levels().get(key, key)


def list_words(by: By, key: str) -> str:
    """The cadres of a bar, as the list of dossiers names them."""
    if by is By.CONTENTS:
        return QCoreApplication.translate("Overview", "Hồ sơ thiếu tài liệu")
    if by is By.CORRECTIONS:
        return QCoreApplication.translate("Overview", "Hồ sơ có đề nghị sửa")
    names = {
        By.AGE: QCoreApplication.translate("Overview", "Tuổi"),
        By.SEX: QCoreApplication.translate("Overview", "Giới tính"),
        By.QUALIFICATION: QCoreApplication.translate("Overview", "Trình độ"),
    }
    return f"{names[by]}: {bar_words(by, key)}"


def _age(key: str) -> str:
    least, _, most = key.partition("-")
    if not most:
        return QCoreApplication.translate("Overview", "Từ {age} tuổi").format(age=least)
    if least == "0":
        return QCoreApplication.translate("Overview", "Dưới {age} tuổi").format(age=int(most) + 1)
    return QCoreApplication.translate("Overview", "{least}-{most} tuổi").format(least=least, most=most)


def _levels() -> dict[str, str]:
    return {
        Level.DOCTOR.value: QCoreApplication.translate("Overview", "Tiến sĩ"),
        Level.MASTER.value: QCoreApplication.translate("Overview", "Thạc sĩ"),
        Level.UNIVERSITY.value: QCoreApplication.translate("Overview", "Đại học"),
        Level.COLLEGE.value: QCoreApplication.translate("Overview", "Cao đẳng"),
        Level.SECONDARY.value: QCoreApplication.translate("Overview", "Trung cấp"),
        Level.ELEMENTARY.value: QCoreApplication.translate("Overview", "Sơ cấp"),
    }
