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
        return _words("Đợt {when}").format(when=when)
    return summary.person


def origin_of(summary: BatchSummary) -> str:
    """When it came and who took it in."""
    when = f"{summary.at.astimezone():%d/%m/%Y %H:%M}"
    return _words("{when} · {by}").format(when=when, by=summary.by)


def progress_of(line: BatchLine) -> str:
    """How far a batch is, in one short line."""
    told = {
        Progress.TAKING: _words("Đang nhận: {known} trang"),
        Progress.WAITING: _words("Chờ đọc: {read}/{known} trang"),
        Progress.READING: _words("Đang đọc {read}/{known} trang"),
        Progress.PAUSED: _words("Tạm dừng: {read}/{known} trang"),
        Progress.FAILED: _words("Chưa đọc được: {read}/{known} trang"),
        Progress.UNREAD: _words("Chưa đọc xong: {read}/{known} trang"),
        Progress.HALF_SCANNED: _words("Mới quét một mặt: {known} trang"),
        Progress.READ: _words("Đã đọc: {known} trang, {documents} tài liệu"),
    }[line.progress]
    said = told.format(read=line.read, known=line.known, documents=line.summary.documents)
    if line.progress is Progress.READING and line.remaining_s is not None:
        told = _words("Đang đọc {read}/{known} · còn {time}")
        return told.format(read=line.read, known=line.known, time=duration(line.remaining_s))
    return said


def duration(seconds: float) -> str:
    """About how long, in a list where there is little room."""
    if seconds < _MINUTE_S:
        return _words("chưa đầy 1 phút")
    return _words("{minutes} phút").format(minutes=round(seconds / _MINUTE_S))


def refused_of(summary: BatchSummary) -> str:
    """How many files were not taken in; "" where all were."""
    return _words("{count} tệp không nhận được").format(count=summary.refused) if summary.refused else ""


def marking_words(marking: Secrecy) -> str:
    """What a batch is declared to be, as one chooses it."""
    return {
        Secrecy.OPEN: _words("Thường"),
        Secrecy.CONFIDENTIAL: _words("Mật"),
        Secrecy.SECRET: _words("Tối mật"),
        Secrecy.TOP_SECRET: _words("Tuyệt mật"),
    }[marking]


def _words(text: str) -> str:
    return QCoreApplication.translate("Intake", text)
