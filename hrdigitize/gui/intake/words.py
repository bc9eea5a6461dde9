"""How the room "Tiếp nhận" says things: batches, how far they are, how long the rest takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.batches import BatchSummary
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.intake.state import BatchLine, Progress

_MINUTE_S = 60


def title_of(summary: BatchSummary) -> str:
    """What a batch is called: whose papers it holds, else when it came."""
    when = f"{summary.at.astimezone():%d/%m/%Y %H:%M}"
    if not summary.person:
        return QCoreApplication.translate("Intake", "Đợt {when}").format(when=when)
    return summary.person


def origin_of(summary: BatchSummary) -> str:
    """When it came and who took it in."""
    when = f"{summary.at.astimezone():%d/%m/%Y %H:%M}"
    return QCoreApplication.translate("Intake", "{when} · {by}").format(when=when, by=summary.by)


def progress_of(line: BatchLine) -> str:
    """How far a batch is, in one short line."""
    told = {
        Progress.TAKING: QCoreApplication.translate("Intake", "Đang nhận: {known} trang"),
        Progress.WAITING: QCoreApplication.translate("Intake", "Chờ đọc: {read}/{known} trang"),
        Progress.READING: QCoreApplication.translate("Intake", "Đang đọc {read}/{known} trang"),
        Progress.PAUSED: QCoreApplication.translate("Intake", "Tạm dừng: {read}/{known} trang"),
        Progress.FAILED: QCoreApplication.translate("Intake", "Chưa đọc được: {read}/{known} trang"),
        Progress.UNREAD: QCoreApplication.translate("Intake", "Chưa đọc xong: {read}/{known} trang"),
        Progress.HALF_SCANNED: QCoreApplication.translate("Intake", "Mới quét một mặt: {known} trang"),
        Progress.READ: QCoreApplication.translate("Intake", "Đã đọc: {known} trang, {documents} tài liệu"),
    }[line.progress]
    said = told.format(read=line.read, known=line.known, documents=line.summary.documents)
    if line.progress is Progress.READING and line.remaining_s is not None:
        told = QCoreApplication.translate("Intake", "Đang đọc {read}/{known} · còn {time}")
        return told.format(read=line.read, known=line.known, time=duration(line.remaining_s))
    return said


def duration(seconds: float) -> str:
    """About how long, in a list where there is little room."""
    if seconds < _MINUTE_S:
        return QCoreApplication.translate("Intake", "chưa đầy 1 phút")
    minutes = round(seconds / _MINUTE_S)
    return QCoreApplication.translate("Intake", "{minutes} phút").format(minutes=minutes)


def refused_of(summary: BatchSummary) -> str:
    """How many files were not taken in; "" where all were."""
    return (
        QCoreApplication.translate("Intake", "{count} tệp lỗi").format(count=summary.refused)
        if summary.refused
        else ""
    )


def marking_words(marking: Secrecy) -> str:
    """What a batch is declared to be, as one chooses it."""
    return {
        Secrecy.OPEN: QCoreApplication.translate("Intake", "Thường"),
        Secrecy.CONFIDENTIAL: QCoreApplication.translate("Intake", "Mật"),
        Secrecy.SECRET: QCoreApplication.translate("Intake", "Tối mật"),
        Secrecy.TOP_SECRET: QCoreApplication.translate("Intake", "Tuyệt mật"),
    }[marking]
