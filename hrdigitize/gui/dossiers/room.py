"""The room "Hồ sơ": the search on the left, the dossier on the right, duplicates in its place when wanted."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

from hrdigitize.domain.dossier import Correction, Merge
from hrdigitize.domain.likeness import Identity, Likeness
from hrdigitize.domain.overview import CadresOf
from hrdigitize.domain.record import CadreId, DocumentStatus, StoredDocument
from hrdigitize.domain.search import Summary
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.dossiers.dossier_page import DossierPage
from hrdigitize.gui.dossiers.duplicates_view import DuplicatesView, NamedPair
from hrdigitize.gui.dossiers.hit_list import HitList
from hrdigitize.gui.dossiers.hits import Hit
from hrdigitize.gui.dossiers.search_session import SearchSession
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint, KeyHints
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.look.sentences import fault_sentence
from hrdigitize.services.duplicates import SideBySide
from hrdigitize.services.permissions import Action

_LIST_PX = 270
#: Below this width the list gives way to an open dossier.
_ROOMY_PX = 1150
_MOST_PAIRS = 100


class DossiersRoom(RoomPage):
    """Finds cadres, opens their dossiers, and shows who may be there twice."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        app = frame.app
        self._frame = frame
        self._stale = True
        self._shown: CadreId | None = None
        self.search = SearchSession(app.search, app.overview, frame.actor, frame.lane, self)
        self.session = DossierSession(frame, self)
        pictures = PagePictures(partial(app.desk.picture, actor=frame.actor), frame.aside, self)
        self.list = HitList(self.search)
        self.list.setFixedWidth(_LIST_PX)
        allowed = frozenset(action for action in Action if frame.may(action))
        self._allowed = allowed
        self.dossier = DossierPage(self.session, pictures, app.forms, allowed, self._today)
        self.duplicates = DuplicatesView(
            app.forms, may_merge=Action.MERGE in allowed, may_tell_apart=Action.TELL_APART in allowed
        )
        self.duplicates_button = QPushButton(
            self.tr("Tìm hồ sơ trùng ({key})").format(key=shown(Key.DUPLICATES))
        )
        self.duplicates_button.setIcon(icons.icon("dossier", theme.colours().accent))
        self._welcome = QLabel()
        self._welcome.setObjectName("Welcome")
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome.setWordWrap(True)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind()

    def _lay_out(self) -> None:
        for part in (self._welcome, self.dossier, self.duplicates):
            self.stack.addWidget(part)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 8, 12, 0)
        notices.addWidget(self.notice)
        foot = Foot()
        hints = {
            self._welcome: KeyHints(self._searching_hints()),
            self.dossier: KeyHints(self._hints()),
            self.duplicates: KeyHints(self._comparing_hints()),
        }
        for line in hints.values():
            foot.row.addWidget(line, 1)
        foot.add_button(self.duplicates_button)

        def fit() -> None:
            for part, line in hints.items():
                line.setVisible(part is self.stack.currentWidget())
            self.duplicates_button.setHidden(
                self.stack.currentWidget() is self.duplicates or Action.COMPARE not in self._allowed
            )

        fit()
        self.stack.currentChanged.connect(lambda _: fit())
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addLayout(notices)
        work.addWidget(self.stack, 1)
        work.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(work, 1)

    def _searching_hints(self) -> tuple[Hint, ...]:
        """While no dossier is open: it has no tabs to go through."""
        return (
            Hint((shown(Key.FILTER),), self.tr("tìm")),
            Hint(("Enter",), self.tr("mở hồ sơ")),
            Hint((shown(Key.LIST),), self.tr("ẩn, hiện danh sách")),
        )

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint((shown(Key.FILTER),), self.tr("tìm")),
            Hint(("Enter",), self.tr("mở hồ sơ")),
            Hint((shown(Key.NEXT_TAB),), self.tr("thẻ sau")),
            Hint(("↑", "↓"), self.tr("từng giá trị")),
            Hint((shown(Key.LIST),), self.tr("ẩn, hiện danh sách")),
        )

    def _comparing_hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("↑", "↓"), self.tr("từng cặp")),
            Hint(("Tab",), self.tr("lý do gộp")),
            Hint(("Esc",), self.tr("về hồ sơ")),
            Hint((shown(Key.FILTER),), self.tr("tìm hồ sơ")),
        )

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.search.failed.connect(self._frame.fail)
        self.search.found.connect(self._say_welcome)
        self.session.opened.connect(self._opened)
        self.session.asked.connect(self._say_asked)
        self.session.decided.connect(self._say_decided)
        self.dossier.print_wanted.connect(self._print)
        self.dossier.desk_wanted.connect(self._frame.ways.document)
        self.dossier.undo_wanted.connect(self._undo_merge)
        self.duplicates_button.clicked.connect(self.find_duplicates)
        self.duplicates.compare_wanted.connect(self._compare)
        self.duplicates.merge_wanted.connect(self._merge)
        self.duplicates.apart_wanted.connect(self._tell_apart)
        self.duplicates.closed.connect(self._leave_duplicates)
        self._frame.ways.changed.connect(self._changed)

    def _bind(self) -> None:
        bind(Key.FILTER, self, self.start_searching, self.tr("Tìm hồ sơ"))
        bind(Key.LIST, self, self._toggle_list, self.tr("Ẩn hoặc hiện danh sách hồ sơ"))
        bind_button(Key.DUPLICATES, self, self.duplicates_button, self.tr("Tìm hồ sơ trùng người"))
        view = self.duplicates
        bind_button(Key.MERGE, view, view.merge_button, self.tr("Gộp hai hồ sơ"))
        bind_button(Key.SWAP, view, view.swap_button, self.tr("Đổi hồ sơ được giữ lại"))
        bind_button(Key.TELL_APART, view, view.apart_button, self.tr("Ghi nhận là hai người"))

    def _today(self) -> date:
        return self._frame.app.clock().astimezone().date()

    def _say_welcome(self, hits: tuple[Hit, ...], _more: bool, fresh: bool) -> None:  # noqa: FBT001
        """What stands in place of a dossier: how one is found, or how the first one comes to be."""
        if hits or not fresh or not self.search.wants_all:
            words = self.tr(
                "Gõ tên (không cần dấu), số định danh hoặc chữ trong tài liệu.\nNhấn Enter để mở hồ sơ."
            )
        else:
            words = self.tr("Chưa có hồ sơ nào. Xin duyệt tài liệu ở phần Kiểm tra ({key}) trước.").format(
                key=shown(Key.ROOM_VERIFY)
            )
        self._welcome.setText(words)

    def opened(self) -> None:
        if self._stale:
            self._stale = False
            self.search.again()
            self.session.again()
        if self.stack.currentWidget() is self._welcome:
            self.list.start_searching()

    def open_cadre(self, cadre: CadreId) -> None:
        """Opens a dossier, wherever the person comes from."""
        self.notice.hide()
        self.session.open(cadre)

    def show_only(self, which: CadresOf, words: str) -> None:
        """Narrows the list to the cadres behind a number; words: what they are."""
        self._stale = False
        self._show_list(visible=True)
        self.list.narrow(words)
        self.search.show_only(which)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_searching(self) -> None:
        """To the search box, which is shown where it gave way."""
        self._show_list(visible=True)
        self.list.start_searching()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back from the duplicates."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.duplicates:
            self._leave_duplicates()
            return
        super().keyPressEvent(event)

    def _show_list(self, *, visible: bool) -> None:
        self.list.setVisible(visible)

    def _toggle_list(self) -> None:
        self._show_list(visible=not self.list.isVisible())

    def _choose(self, summary: Summary) -> None:
        self.open_cadre(summary.cadre)

    def _opened(self) -> None:
        assert self.session.dossier is not None
        another = self.stack.currentWidget() is not self.dossier or self._shown != self.session.cadre
        self._shown = self.session.cadre
        self.stack.setCurrentWidget(self.dossier)
        if another:
            self.list.select(self.session.dossier.cadre.id)
            self.dossier.show_first()
            if self.width() < _ROOMY_PX:
                self._show_list(visible=False)

    def _changed(self) -> None:
        """Something in the store is otherwise now: at once where this room is on screen."""
        self._stale = True
        if self.isVisible():
            self.opened()

    def _say_asked(self, asked: Correction) -> None:
        words = (
            self.tr("Đã sửa. Giá trị cũ còn trong lịch sử.")
            if asked.granted
            else self.tr("Đã gửi đề nghị sửa. Đề nghị chờ người có quyền duyệt, ở phần Thay đổi.")
        )
        self.notice.say(NoticeKind.DONE, words)

    def _say_decided(self, decided: Correction) -> None:
        words = self.tr("Đã sửa theo đề nghị.") if decided.granted else self.tr("Đã từ chối đề nghị sửa.")
        self.notice.say(NoticeKind.DONE, words)

    def _print(self) -> None:
        """The profile, by one of the approved papers of the dossier: they all stand for the same record."""
        dossier = self.session.dossier
        if dossier is None:
            return
        approved = [one.id for one in dossier.documents if one.status is DocumentStatus.APPROVED]
        if not approved:
            self.notice.say(
                NoticeKind.FAULT, self.tr("Hồ sơ chưa có tài liệu nào được duyệt, nên chưa in được phiếu.")
            )
            return
        desk, actor, name = self._frame.app.desk, self._frame.actor, self.dossier.head.name.text()

        def go(paper: StoredDocument) -> None:
            self._frame.ways.profile.emit(paper, name)

        self._frame.lane.start(lambda: desk.open(approved[0], actor=actor), go)

    def find_duplicates(self) -> None:
        """All pairs that may be one person; the search takes a while where there are many cadres."""
        self.notice.hide()
        self.stack.setCurrentWidget(self.duplicates)
        self._show_list(visible=False)
        self.duplicates.start()
        job = self._frame.jobs.start(self.tr("Tìm hồ sơ trùng người"))

        def done(found: tuple[tuple[NamedPair, ...], int]) -> None:
            job.finish(self.tr("%n cặp", "", found[1]))
            self.duplicates.show_pairs(*found)
            self.duplicates.pairs.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(fault: Exception) -> None:
            job.fail(fault_sentence(fault))
            self._frame.fail(fault)

        self._frame.lane.start(self._pairs, done, failed)

    def _pairs(self) -> tuple[tuple[NamedPair, ...], int]:
        """On the lane: the first pairs with who both are, and how many there are in all."""
        app, actor = self._frame.app, self._frame.actor
        found = app.duplicates.find(actor=actor)

        def who(cadre: CadreId) -> Identity:
            return Identity.of(app.dossiers.open(cadre, actor=actor).cadre)

        pairs = tuple(NamedPair(one, who(one.one), who(one.other)) for one in found[:_MOST_PAIRS])
        return pairs, len(found)

    def _compare(self, pair: Likeness) -> None:
        duplicates, actor = self._frame.app.duplicates, self._frame.actor

        def show(side: SideBySide) -> None:
            self.duplicates.show_side(side)

        self._frame.lane.start(lambda: duplicates.compare(pair.one, pair.other, actor=actor), show)

    def _merge(self, kept: str, absorbed: str, reason: str) -> None:
        duplicates, actor = self._frame.app.duplicates, self._frame.actor
        self._frame.lane.start(
            lambda: duplicates.merge(CadreId(kept), CadreId(absorbed), reason, actor=actor),
            lambda _: self._decided_pair(
                self.tr("Đã gộp hai hồ sơ. Có thể tách lại ở phần Thay đổi của hồ sơ."), CadreId(kept)
            ),
        )

    def _tell_apart(self, one: str, other: str) -> None:
        duplicates, actor = self._frame.app.duplicates, self._frame.actor
        self._frame.lane.start(
            lambda: duplicates.tell_apart(CadreId(one), CadreId(other), actor=actor),
            lambda _: self._decided_pair(
                self.tr("Đã ghi nhận là hai người. Cặp này không hiện lại nữa."), None
            ),
        )

    def _decided_pair(self, words: str, kept: CadreId | None) -> None:
        self.duplicates.reason.clear()
        self.find_duplicates()
        action = None if kept is None else (self.tr("Mở hồ sơ đã gộp"), partial(self.open_cadre, kept))
        self.notice.say(NoticeKind.DONE, words, action=action)
        self._frame.ways.changed.emit()

    def _undo_merge(self, merge: Merge) -> None:
        duplicates, actor = self._frame.app.duplicates, self._frame.actor

        def done(_: CadreId) -> None:
            self.notice.say(NoticeKind.DONE, self.tr("Đã tách lại hồ sơ."))
            self._frame.ways.changed.emit()

        self._frame.lane.start(lambda: duplicates.undo(merge.id, actor=actor), done)

    def _leave_duplicates(self) -> None:
        self.stack.setCurrentWidget(self.dossier if self.session.dossier is not None else self._welcome)
        self._show_list(visible=self.session.dossier is None or self.width() >= _ROOMY_PX)
        if self.session.dossier is None:
            self.list.start_searching()
        else:
            self.dossier.to_work()
