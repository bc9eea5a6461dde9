"""The keys of charts and queues in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.overview import OTHER, UNKNOWN, By, Queue
from hrdigitize.domain.qualifications import Level


def queue_words(queue: Queue) -> str:
    """What waits, under its number."""
    words = {
        Queue.TO_READ: _tr("Tập chờ máy đọc"),
        Queue.TO_VERIFY: _tr("Tài liệu chờ kiểm tra"),
        Queue.TO_APPROVE: _tr("Tài liệu chờ duyệt"),
        Queue.HELD: _tr("Tài liệu đang tạm giữ"),
        Queue.TO_FILE: _tr("Giấy tờ chưa xếp hồ sơ"),
    }
    return words[queue]


def nothing_words(queue: Queue) -> str:
    """What stands in place of an empty list: it is no fault, and what to do next."""
    words = {
        Queue.TO_READ: _tr("Không có tập nào chờ máy đọc. Giấy mới quét sẽ hiện ở đây."),
        Queue.TO_VERIFY: _tr("Không có tài liệu nào chờ kiểm tra."),
        Queue.TO_APPROVE: _tr("Không có tài liệu nào chờ duyệt."),
        Queue.HELD: _tr("Không có tài liệu nào đang tạm giữ."),
        Queue.TO_FILE: _tr("Mọi giấy tờ không theo mẫu đều đã xếp vào hồ sơ."),
    }
    return words[queue]


def chart_title(by: By) -> str:
    """What a chart is about."""
    words = {
        By.AGE: _tr("Cán bộ theo tuổi"),
        By.SEX: _tr("Cán bộ theo giới tính"),
        By.QUALIFICATION: _tr("Cán bộ theo trình độ chuyên môn"),
    }
    return words[by]


def bar_words(by: By, key: str) -> str:
    """What a bar counts."""
    if key == UNKNOWN:
        return _tr("Chưa ghi")
    if key == OTHER:
        return _tr("Khác")
    if by is By.AGE:
        return _age(key)
    return _levels().get(key, key)


def list_words(by: By, key: str) -> str:
    """The cadres of a bar, as the list of dossiers names them."""
    if by is By.CONTENTS:
        return _tr("Hồ sơ thiếu tài liệu")
    if by is By.CORRECTIONS:
        return _tr("Hồ sơ có đề nghị sửa")
    names = {By.AGE: _tr("Tuổi"), By.SEX: _tr("Giới tính"), By.QUALIFICATION: _tr("Trình độ")}
    return f"{names[by]}: {bar_words(by, key)}"


def _age(key: str) -> str:
    least, _, most = key.partition("-")
    if not most:
        return _tr("Từ {age} tuổi").format(age=least)
    if least == "0":
        return _tr("Dưới {age} tuổi").format(age=int(most) + 1)
    return _tr("{least}-{most} tuổi").format(least=least, most=most)


def _levels() -> dict[str, str]:
    return {
        Level.DOCTOR.value: _tr("Tiến sĩ"),
        Level.MASTER.value: _tr("Thạc sĩ"),
        Level.UNIVERSITY.value: _tr("Đại học"),
        Level.COLLEGE.value: _tr("Cao đẳng"),
        Level.SECONDARY.value: _tr("Trung cấp"),
        Level.ELEMENTARY.value: _tr("Sơ cấp"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overview", text)
