"""Whether the store is whole: structure, log, search index, every original; and the index made anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hrdigitize.gui.admin.card import Card, beside
from hrdigitize.gui.frame.jobs import Job
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind_button, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import fault_sentence, said
from hrdigitize.store.checking import StoreFinding

_LETTERS_PX = 84


class StoreCheckSection(Section):
    """What was found stands in a list; that nothing was found is said."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        self.list = RowList(
            self.tr("Chỗ không còn nguyên vẹn"),
            (self.tr("Điều đã thấy"), self.tr("Ở đâu")),
            self.tr("Chưa kiểm tra. Xin nhấn “Kiểm tra kho”; kho lớn mất vài phút, vẫn làm việc khác được."),
        )
        check = Card(
            self.tr("Kiểm tra kho"),
            self.tr(
                "Đối chiếu cấu trúc, nhật ký, chỉ mục tìm kiếm và từng trang gốc"
                " với những gì kho đã ghi nhận."
            ),
        )
        self.anchors = QPlainTextEdit()
        self.anchors.setFixedHeight(_LETTERS_PX)
        self.anchors.setTabChangesFocus(True)
        self.anchors.setPlaceholderText(self.tr("mỗi dòng một mã, có thể để trống"))
        check.add_row(self.tr("Mã chốt nhật ký đã ghi ngoài máy"), self.anchors)
        words = self.tr("Kiểm tra kho ({key})").format(key=shown(Key.RUN))
        self.button = check.add_button(words, self._check, primary=True)
        index = Card(
            self.tr("Chỉ mục tìm kiếm"),
            self.tr("Khi tìm không ra hồ sơ chắc chắn có, xin lập lại chỉ mục từ các hồ sơ."),
        )
        self.rebuild_button = index.add_button(self.tr("Lập lại chỉ mục"), self._rebuild)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside(self.list, check, index))
        bind_button(Key.RUN, self, self.button, self.tr("Kiểm tra kho"))

    def first(self) -> QWidget:
        return self.button

    def _check(self) -> None:
        anchors = [line for line in self.anchors.toPlainText().splitlines() if line.strip()]
        upkeep, actor = self.frame.app.upkeep, self.frame.actor
        job = self._begin(self.tr("Kiểm tra kho"))
        self.frame.aside.start(
            lambda: upkeep.check(anchors, actor=actor),
            lambda found: self._checked(job, found, len(anchors)),
            lambda fault: self._failed(job, fault),
        )

    def _checked(self, job: Job, found: Sequence[StoreFinding], anchors: int) -> None:
        self.list.say_empty(self.tr("Không có chỗ nào hỏng."))
        self.list.show_rows([Row(number, (_sentence(one), one.subject)) for number, one in enumerate(found)])
        if found:
            unheld = any(one.code.startswith("anchor-") for one in found)
            told = said("db-anchors-unheld" if unheld else "db-broken", {"count": str(len(found))})
        else:
            told = said("db-sound")
            if anchors:
                told += " " + said("db-anchors-held", {"count": str(anchors)})
        self._end(job, told, good=not found)

    def _rebuild(self) -> None:
        search, actor = self.frame.app.search, self.frame.actor
        job = self._begin(self.tr("Lập lại chỉ mục tìm kiếm"))
        self.frame.aside.start(
            lambda: search.rebuild(actor=actor),
            lambda cadres: self._end(job, said("db-reindexed", {"count": str(cadres)}), good=True),
            lambda fault: self._failed(job, fault),
        )

    def _begin(self, words: str) -> Job:
        for button in (self.button, self.rebuild_button):
            button.setEnabled(False)
        return self.frame.jobs.start(words)

    def _end(self, job: Job, told: str, *, good: bool) -> None:
        self._free()
        if good:
            job.finish(told)
            self.say(told)
        else:
            job.fail(told)
            self.fault(told)

    def _failed(self, job: Job, fault: Exception) -> None:
        self._free()
        job.fail(fault_sentence(fault))
        self.frame.fail(fault)

    def _free(self) -> None:
        for button in (self.button, self.rebuild_button):
            button.setEnabled(True)


def _sentence(finding: StoreFinding) -> str:
    return said(finding.code, {"subject": finding.subject})
