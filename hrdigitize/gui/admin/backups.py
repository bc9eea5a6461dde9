"""Backups: when the last good one was, and making one now, as a job."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrdigitize.gui.admin.card import Card, stacked
from hrdigitize.gui.entry.entry_dialog import FolderRow
from hrdigitize.gui.frame.jobs import Job
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind_button, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.sentences import fault_sentence, said
from hrdigitize.services.backups import BackupStanding
from hrdigitize.store.backup import BackupReport

_WIDTH_PX = 620


class BackupCard(Card):
    """A folder and one button. made (sentence; "" where no folder is named); failed (the fault)."""

    made = Signal(str)
    failed = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Sao lưu"), " ")
        self._frame = frame
        self.place = FolderRow(self.tr("Thư mục hoặc USB để sao lưu"))
        self.place.line.setText(frame.preferences.now.backup_place)
        self.place.line.setPlaceholderText(self.tr("ổ đĩa thứ hai hoặc USB, không phải ổ chứa kho"))
        self.place.line.setAccessibleName(self.tr("Thư mục sao lưu"))
        self.add_row(self.tr("Lưu vào thư mục"), self.place)
        words = self.tr("Sao lưu ngay ({key})").format(key=shown(Key.RUN))
        self.button = self.add_button(words, self._make, primary=True)
        self.place.line.returnPressed.connect(self.button.click)

    def opened(self) -> None:
        """How things stand."""
        backups, actor = self._frame.app.backups, self._frame.actor
        self._frame.lane.start(lambda: backups.standing(actor=actor), self._show)

    def _show(self, standing: BackupStanding) -> None:
        self.say(_standing(standing.last, standing.today))

    def _make(self) -> None:
        folder = self.place.folder
        if not folder:
            self.place.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.made.emit("")
            return
        self._frame.preferences.change(backup_place=folder)
        self.button.setEnabled(False)
        job = self._frame.jobs.start(self.tr("Sao lưu vào {folder}").format(folder=folder))
        backups, actor = self._frame.app.backups, self._frame.actor
        self._frame.aside.start(
            lambda: backups.make(Path(folder), actor=actor),
            lambda report: self._done(job, report),
            lambda fault: self._fail(job, fault),
        )

    def _done(self, job: Job, report: BackupReport) -> None:
        told = _told(report)
        job.finish(told)
        self.button.setEnabled(True)
        self._frame.ways.changed.emit()
        self.opened()
        self.made.emit(told)

    def _fail(self, job: Job, fault: Exception) -> None:
        job.fail(fault_sentence(fault))
        self.button.setEnabled(True)
        self.failed.emit(fault)


class BackupSection(Section):
    """The card, and what one should know about backups."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        self.card = BackupCard(frame)
        about = Card(
            self.tr("Khôi phục"),
            self.tr(
                "Bản sao lưu được mã hóa như kho. Khi máy hỏng, xin cài chương trình trên máy mới, mở"
                " lần đầu và"
                " chọn “Khôi phục từ bản sao lưu…” ở màn hình tạo kho. Chương trình giữ 7 bản theo ngày"
                " và 5 bản"
                " theo tuần, bản cũ hơn được dọn đi."
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(stacked(self.card, about, most_px=_WIDTH_PX))
        self.card.made.connect(self._made)
        self.card.failed.connect(frame.fail)
        bind_button(Key.RUN, self, self.card.button, self.tr("Sao lưu ngay"))

    def opened(self) -> None:
        self.card.opened()

    def first(self) -> QWidget:
        return self.card.place.line

    def _made(self, told: str) -> None:
        if told:
            self.say(told)
        else:
            self.fault(self.tr("Xin chọn thư mục để sao lưu, ví dụ một USB."))


def _standing(last: date | None, today: date) -> str:
    if last is None:
        return QCoreApplication.translate("BackupCard", "Chưa sao lưu lần nào. Xin sao lưu ít nhất mỗi tuần.")
    days = (today - last).days
    day = f"{last:%d/%m/%Y}"
    if not days:
        return QCoreApplication.translate(
            "BackupCard", "Lần sao lưu thành công gần nhất: hôm nay, {day}."
        ).format(day=day)
    words = QCoreApplication.translate(
        "BackupCard", "Lần sao lưu thành công gần nhất: {day}, cách đây %n ngày.", None, days
    )
    return words.format(day=day)


def _told(report: BackupReport) -> str:
    """The sentences of the terminal's command, one after the other."""
    sentences = [
        said(
            "db-backed-up",
            {
                "number": str(report.generation.number),
                "copied": str(report.copied),
                "originals": str(report.originals),
            },
        )
    ]
    for code, count in (
        ("db-backup-mended", report.mended),
        ("db-backup-rescuable", report.rescuable),
        ("db-backup-lost", report.lost),
    ):
        if count:
            sentences.append(said(code, {"count": str(count)}))
    return " ".join(sentences)
