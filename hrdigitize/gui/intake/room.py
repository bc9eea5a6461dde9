"""The room "Tiếp nhận": files, folders and paper come in; batches are read, gone on with, handed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from hrdigitize.domain.batches import BatchContents
from hrdigitize.domain.record import BatchId, DocumentStatus
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.intake.folders import scans_in
from hrdigitize.gui.intake.page import IntakePage
from hrdigitize.gui.intake.scanning import Scanning
from hrdigitize.gui.intake.session import IntakeSession
from hrdigitize.gui.intake.state import BatchLine, Failure, Progress
from hrdigitize.gui.intake.words import marking_words, origin_of, progress_of, refused_of, title_of
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.look.sentences import fault_sentence, said
from hrdigitize.gui.pages.items import Card, cards_of
from hrdigitize.gui.pages.previews import SIDE_PX, Previews
from hrdigitize.services.intake import IntakeReport
from hrdigitize.services.permissions import Action


class IntakeRoom(RoomPage):
    """Puts together the page, the session behind it and the way to scanners."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        thumbnails = partial(frame.app.thumbnails.of_file, side_px=SIDE_PX, actor=frame.actor)
        self.previews = Previews(thumbnails, self)
        self.session = IntakeSession(frame, self)
        self.scanning = Scanning(frame, self.session, self)
        self.page = IntakePage(self.previews, self.notice)
        self._offered = False
        self._asked: tuple[BatchId, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.setAcceptDrops(frame.may(Action.CAPTURE))
        self._connect()
        self._bind_keys()
        self._show_batch()

    def _connect(self) -> None:
        session, page = self.session, self.page
        session.listed.connect(self._show_lines)
        session.shown.connect(self._show_batch)
        session.taken.connect(self._say_taken)
        session.broke.connect(self._say_broken)
        session.failed.connect(self._say_failed)
        session.read.connect(self._say_read)
        self.previews.failed.connect(self._frame.fail)
        self._frame.ways.changed.connect(self._look_again)
        page.batches.chosen.connect(session.choose)
        page.batches.entered.connect(self._arrange)
        page.grid.looked_at.connect(self._say_why)
        page.grid.opened.connect(lambda _: self._arrange_current())
        page.files_button.clicked.connect(self.add_files)
        page.folder_button.clicked.connect(self.add_folder)
        page.scan_button.clicked.connect(self.scan)
        page.stop_button.clicked.connect(self.stop)
        page.read_button.clicked.connect(self._go_on)
        page.pause_button.clicked.connect(session.pause)
        page.arrange_button.clicked.connect(self._arrange_current)
        page.verify_button.clicked.connect(self._verify)
        page.marked_button.clicked.connect(self._confirm_marking)
        page.notice_button.clicked.connect(self._print_notice)
        page.scan_bar.started.connect(self._start_scan)
        page.scan_bar.more_fronts.connect(self._more_fronts)
        page.scan_bar.left_sides.connect(self._leave_sides)
        page.scan_bar.preferred = self._frame.preferences.now.scanner
        page.scan_bar.devices.activated.connect(self._keep_scanner)
        self.scanning.found.connect(page.scan_bar.show_found)
        self.scanning.turned.connect(page.scan_bar.show_standing)

    def _bind_keys(self) -> None:
        page = self.page
        bind_button(Key.ADD_FILES, self, page.files_button, self.tr("Thêm tệp ảnh hoặc PDF"))
        bind_button(Key.ADD_FOLDER, self, page.folder_button, self.tr("Thêm cả thư mục"))
        bind_button(Key.SCAN, self, page.scan_button, self.tr("Quét giấy"))
        bind(Key.STOP, self, self.stop, self.tr("Ngừng nhận, hoặc ngừng đọc đợt quét này"))
        bind_button(Key.READ, self, page.read_button, self.tr("Đọc tiếp đợt này"))
        bind_button(Key.PAUSE_READING, self, page.pause_button, self.tr("Tạm dừng đọc, hoặc đọc tiếp"))
        bind(Key.PREFER, self, self._prefer, self.tr("Đọc đợt này trước các đợt khác"))
        bind_button(Key.ONWARD, self, page.arrange_button, self.tr("Sắp xếp đợt này"))
        bind_button(Key.NEXT_DOCUMENT, self, page.verify_button, self.tr("Kiểm tra tài liệu của đợt này"))
        bind_button(Key.CONFIRM_MARKING, self, page.marked_button, self.tr("Xác nhận đợt này là Mật"))
        bind_button(Key.PRINT, self, page.notice_button, self.tr("In phiếu trả tài liệu mật"))
        bind(Key.FILTER, self, page.batches.start_filtering, self.tr("Lọc đợt quét"))
        odd = page.grid.look_at_next_odd
        bind(Key.NEXT_PROBLEM, self, partial(odd, 1), self.tr("Trang sau cần xem"))
        bind(Key.PREVIOUS_PROBLEM, self, partial(odd, -1), self.tr("Trang trước cần xem"))

    def opened(self) -> None:
        self.session.open()
        if self.focusWidget() is None:
            self.page.batches.view.setFocus()

    def left(self) -> None:
        self.session.leave()

    def shut(self) -> None:
        self.session.close()
        self.previews.close()

    # What brings paper in.

    def add_files(self) -> None:
        """Asks for files and takes them in."""
        self.take(tuple(self._frame.ask.files(self)))

    def add_folder(self) -> None:
        """Asks for a folder and takes in what scans lie in it."""
        folder = self._frame.ask.folder(self)
        if folder is not None:
            self._frame.aside.start(lambda: scans_in(folder), partial(self._take_folder, folder))

    def take(self, files: Sequence[Path]) -> None:
        """Takes files in: into a new batch, or into the one in sight where the operator said so."""
        if files:
            self.notice.hide()
            self.session.take_files(files, self.page.chosen_marking, self._into)
            self._show_batch()

    def scan(self) -> None:
        """The row for scanning comes, and the scanners are asked; pressed again, paper moves."""
        bar = self.page.scan_bar
        if bar.isVisible() and bar.button.isEnabled() and bar.device:
            self._start_scan()
            return
        bar.show()
        self.scanning.look()

    def stop(self) -> None:
        """No more files or sheets; where none come, the batch in sight is read no further."""
        line = self.session.line
        if self.session.feeding:
            self.session.stop()
        elif line is not None and line.under_way and self._frame.may(Action.READ):
            self.session.give_up(line.summary.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files and folders from the desktop; a folder gives the scans that lie in it."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._frame.aside.start(lambda: _expanded(paths), self.take)

    @property
    def _into(self) -> BatchId | None:
        line = self.session.line
        wanted = self.page.into.isChecked() and line is not None and line.may_be_added_to
        return line.summary.id if wanted and line is not None else None

    def _take_folder(self, folder: Path, files: Sequence[Path]) -> None:
        if files:
            self.take(files)
            return
        sentence = self.tr("Thư mục “{folder}” không có tệp ảnh hoặc PDF nào. Xin chọn thư mục khác.")
        self.notice.say(NoticeKind.FAULT, sentence.format(folder=folder.name))

    def _start_scan(self) -> None:
        bar, line = self.page.scan_bar, self.session.line
        self.notice.hide()
        if bar.standing is not None and line is not None:
            self.scanning.scan_backs(bar.device, bar.profile, line.summary.id)
        elif bar.by_hand.isChecked():
            self.scanning.scan_fronts(bar.device, bar.profile, self.page.chosen_marking, self._into)
        else:
            self.scanning.scan(bar.device, bar.profile, self.page.chosen_marking, self._into)
        self._show_batch()

    def _keep_scanner(self) -> None:
        """The next sitting begins with the scanner that was chosen last."""
        self._frame.preferences.change(scanner=self.page.scan_bar.devices.currentData())

    def _more_fronts(self) -> None:
        bar, line = self.page.scan_bar, self.session.line
        if line is not None:
            self.scanning.scan_fronts(bar.device, bar.profile, Secrecy.OPEN, line.summary.id)

    def _leave_sides(self) -> None:
        if self.session.line is not None:
            self.scanning.leave_sides(self.session.line.summary.id)
            self.page.scan_bar.show_standing(None)

    # What is done with the batch in sight.

    def _go_on(self) -> None:
        line = self.session.line
        if line is not None and line.may_go_on:
            self.notice.hide()
            self.session.go_on(line)

    def _go_on_with_all(self) -> None:
        self.notice.hide()
        for line in self.session.unread:
            self.session.go_on(line)

    def _prefer(self) -> None:
        line = self.session.line
        if line is not None and line.under_way and self._frame.may(Action.READ):
            self.session.prefer(line.summary.id)

    def _arrange(self, batch: BatchId) -> None:
        line = self.session.line
        if line is not None and line.summary.documents:
            self._frame.ways.batch.emit(batch)

    def _arrange_current(self) -> None:
        if self.session.batch is not None:
            self._arrange(self.session.batch)

    def _verify(self) -> None:
        contents = self.session.contents
        if contents is None or not contents.papers:
            return
        waiting = (paper for paper in contents.papers if paper.status is not DocumentStatus.APPROVED)
        self._frame.ways.document.emit(next(waiting, contents.papers[0]).id)

    def _confirm_marking(self) -> None:
        line = self.session.line
        if line is not None and line.marked:
            self.session.declare(line, Secrecy.CONFIDENTIAL)

    def _print_notice(self) -> None:
        batch = self.session.batch
        target = self._frame.ask.target(self, self.tr("Phiếu trả tài liệu.pdf"))
        if batch is None or target is None:
            return
        markings, actor = self._frame.app.markings, self._frame.actor
        said = self.tr("Đã in phiếu ra tệp {file}.")
        self._frame.aside.start(
            lambda: markings.print_notice(batch, target, actor=actor),
            lambda path: self.notice.say(NoticeKind.DONE, said.format(file=path.name)),
        )

    def _look_again(self) -> None:
        if self.isVisible():
            self.session.refresh()

    # What is said.

    def _say_taken(self, report: IntakeReport) -> None:
        if report.stopped is not None:
            self.page.into.setChecked(True)
            self.notice.say(NoticeKind.FAULT, fault_sentence(report.stopped))
        elif report.refused:
            first = report.refused[0]
            sentence = self.tr("Có %n tệp không nhận được", "", len(report.refused))
            reason = said(first.code, first.params)
            self.notice.say(NoticeKind.FAULT, f"{sentence}: “{first.name}”: {reason}")
        self._show_batch()

    def _say_broken(self, fault: Exception) -> None:
        """What comes once the trouble is over belongs to the same batch."""
        self.page.into.setChecked(True)
        self._frame.fail(fault)
        self._show_batch()

    def _say_failed(self, batch: BatchId, failure: Failure) -> None:
        if batch != self.session.batch:
            look = self.tr("Xem đợt này"), partial(self.session.choose, batch)
            self.notice.say(NoticeKind.FAULT, failure.why, action=look)

    def _say_read(self, batch: BatchId) -> None:
        if batch == self.session.batch:
            onward: tuple[str, Callable[[], None]] = (
                self.tr("Sắp xếp ({key})").format(key=shown(Key.ONWARD)),
                partial(self._frame.ways.batch.emit, batch),
            )
            self.notice.say(NoticeKind.DONE, self.tr("Đã đọc xong đợt này."), action=onward)

    def _say_why(self, card: Card | None) -> None:
        told = self.page.grid.told_of(card)
        name = card.odd_file.name + ": " if card is not None and card.odd_file is not None else ""
        self.page.why.setText("\n".join(f"⚠ {name}{sentence}" for sentence in told))
        self.page.why.setVisible(bool(told))

    def _show_lines(self) -> None:
        session = self.session
        self.page.batches.show_lines(session.lines, session.batch)
        if session.batch is None and session.lines:
            session.choose(session.lines[0].summary.id)
        self._offer_to_go_on()
        self._show_state()

    def _offer_to_go_on(self) -> None:
        """What was left unread when the program closed; asked once, above the work."""
        left = self.session.unread
        if self._offered or not left or self.session.feeding or not self._frame.may(Action.READ):
            return
        self._offered = True
        self.notice.say(
            NoticeKind.FAULT,
            self.tr("Có %n đợt quét chưa đọc xong từ lần trước.", "", len(left)),
            action=(self.tr("Đọc tiếp tất cả"), self._go_on_with_all),
        )

    def _show_batch(self) -> None:
        contents = self.session.contents
        self.page.grid.show_cards(cards_of(contents) if contents is not None else ())
        self._say_why(self.page.grid.current())
        self.page.batches.select(self.session.batch)
        self._show_state()

    def _show_state(self) -> None:
        page, session, line, contents = self.page, self.session, self.session.line, self.session.contents
        page.title.setText(title_of(line.summary) if line is not None else self.tr("Tiếp nhận"))
        page.subtitle.setText(self._subtitle(line))
        captures, reads = self._frame.may(Action.CAPTURE), self._frame.may(Action.READ)
        for widget in (page.files_button, page.folder_button, page.scan_button, page.marking):
            widget.setVisible(captures)
        page.stop_button.setVisible(session.feeding)
        page.read_button.setVisible(line is not None and line.may_go_on and reads)
        under_way = any(one.under_way for one in session.lines)
        page.pause_button.setVisible(under_way and reads)
        documents = line is not None and line.summary.documents > 0
        page.arrange_button.setVisible(documents)
        page.verify_button.setVisible(documents)
        page.into.setVisible(captures and line is not None and line.may_be_added_to)
        page.show_paused(paused=session.paused)
        self._show_trouble(line, contents)
        self._show_sides(line)
        some = bool(page.grid.cards)
        page.grid.setVisible(some)
        page.welcome.setVisible(not some)
        page.welcome.setText(self._what_to_do(line))

    def _subtitle(self, line: BatchLine | None) -> str:
        if line is None:
            return ""
        summary = line.summary
        marked = marking_words(summary.marking) if summary.marking is not Secrecy.OPEN else ""
        told = (origin_of(summary), progress_of(line), refused_of(summary), marked)
        return " · ".join(filter(None, told))

    def _show_trouble(self, line: BatchLine | None, contents: BatchContents | None) -> None:
        """What stands in the way of the batch in sight, and what can be done about it."""
        refused = contents is not None and any(page.marking.is_refused for page in contents.pages)
        why = line.why if line is not None else ""
        if not why and refused:
            why = said("secrecy-refused")
        self.page.trouble.setText(why)
        self.page.trouble_bar.setVisible(bool(why))
        self.page.marked_button.setVisible(line is not None and line.marked)
        self.page.notice_button.setVisible(refused)

    def _show_sides(self, line: BatchLine | None) -> None:
        """A stack of which one side is scanned: how far it is stands on the button that goes on with it."""
        if line is None or line.progress is not Progress.HALF_SCANNED or self.session.feeding:
            self._asked = None
            self.page.scan_bar.show_standing(None)
            return
        if self._asked != (line.summary.id, line.summary.pages):
            self._asked = line.summary.id, line.summary.pages
            self.scanning.ask_standing(line.summary.id)

    def _what_to_do(self, line: BatchLine | None) -> str:
        if self.session.feeding:
            return self.tr("Đang nhận… Trang sẽ hiện ở đây ngay khi được lưu an toàn.")
        if line is not None and not line.summary.pages:
            return self.tr("Đợt quét này không có trang nào nhận được.")
        if line is not None:
            return self.tr("Đang mở đợt quét…")
        if not self._frame.may(Action.CAPTURE):
            return self.tr("Chưa có đợt quét nào. Đợt do cán bộ nhập liệu nhận sẽ hiện ở đây.")
        return self.tr(
            "Nhấn {files} để chọn tệp ảnh hoặc PDF, {folder} để chọn cả thư mục, {scan} để quét giấy.\n"
            "Cũng có thể kéo tệp thả vào đây."
        ).format(files=shown(Key.ADD_FILES), folder=shown(Key.ADD_FOLDER), scan=shown(Key.SCAN))


def _expanded(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Files as they are; of a folder the scans in it."""
    return tuple(file for path in paths for file in (scans_in(path) if path.is_dir() else (path,)))
