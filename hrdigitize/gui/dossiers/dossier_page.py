"""A dossier: its head, its parts behind tabs, and beside them the evidence of the chosen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hrdigitize.domain.career import life_of
from hrdigitize.domain.dossier import Dossier
from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.formdefs.model import FormDef
from hrdigitize.formdefs.record_tables import record_tables
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.dossiers.changes_tab import ChangesTab
from hrdigitize.gui.dossiers.checks_tab import ChecksTab
from hrdigitize.gui.dossiers.contents_tab import ContentsTab
from hrdigitize.gui.dossiers.documents_tab import DocumentsTab
from hrdigitize.gui.dossiers.dossier_head import DossierHead
from hrdigitize.gui.dossiers.evidence_panel import EvidencePanel
from hrdigitize.gui.dossiers.papers import titles_of
from hrdigitize.gui.dossiers.record_state import Line, lines_by_path, parts_of
from hrdigitize.gui.dossiers.record_tree import RecordTree
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.dossiers.timeline import Timeline
from hrdigitize.gui.look.keys import Key, bind, bind_button
from hrdigitize.services.permissions import Action

_RECORD, _CAREER, _PAPERS, _CONTENTS, _CHECKS, _CHANGES = range(6)
_BESIDE_PX, _MAIN_PX = 380, 560


class DossierPage(QWidget):
    """Signals: print_wanted, desk_wanted (DocumentId), undo_wanted (Merge)."""

    print_wanted = Signal()
    desk_wanted = Signal(object)
    undo_wanted = Signal(object)

    def __init__(
        self,
        session: DossierSession,
        pictures: PagePictures,
        forms: Mapping[str, FormDef],
        allowed: frozenset[Action],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Room")
        self._session = session
        self._forms = forms
        self._today = today
        self._lines: dict[FieldPath, Line] = {}
        self._waiting: frozenset[FieldPath] = frozenset()
        self.head = DossierHead(may_print=Action.PRINT in allowed)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Các phần của hồ sơ"))
        self.record = RecordTree()
        self.timeline = Timeline()
        self.papers = DocumentsTab(session, pictures)
        self.contents = ContentsTab(session)
        self.checks = ChecksTab()
        self.changes = ChangesTab(
            session,
            may_decide=Action.DECIDE_CORRECTION in allowed,
            may_undo=Action.UNDO_MERGE in allowed,
        )
        self.evidence = EvidencePanel(session, pictures, may_ask=Action.ASK_CORRECTION in allowed)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._bind()

    def _lay_out(self) -> None:
        for words, part in (
            (self.tr("Lý lịch"), self.record),
            (self.tr("Quá trình"), self.timeline),
            (self.tr("Tài liệu"), self.papers),
            (self.tr("Thành phần"), self.contents),
            (self.tr("Đối chiếu"), self.checks),
            (self.tr("Thay đổi"), self.changes),
        ):
            self.tabs.addTab(words)
            self.stack.addWidget(part)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.stack)
        self.halves.addWidget(self.evidence)
        self.halves.setSizes([_MAIN_PX, _BESIDE_PX])
        self.halves.setStretchFactor(0, 1)
        self.halves.setStretchFactor(1, 0)
        body = QFrame()
        body.setObjectName("DossierBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.halves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(body, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.record.picked.connect(self._show_line)
        self.timeline.picked.connect(partial(self._picked, _CAREER))
        self.checks.picked.connect(partial(self._picked, _CHECKS))
        self.checks.said.connect(self.evidence.show_said)
        self.changes.picked.connect(partial(self._picked, _CHANGES))
        self.changes.undo_wanted.connect(self.undo_wanted)
        self.evidence.document_wanted.connect(self.show_paper)
        self.evidence.form.closed.connect(self.to_work)
        self.contents.paper_wanted.connect(lambda document: self.show_paper(document, 0))
        self.papers.desk_wanted.connect(self.desk_wanted)
        self.head.print_button.clicked.connect(self.print_wanted)
        self._session.opened.connect(self.show_dossier)
        self._session.findings.connect(self.checks.show_findings)
        self._session.findings.connect(lambda _: self._count())
        self._session.differences.connect(self.checks.show_differences)
        self._session.differences.connect(lambda _: self._count())

    def _bind(self) -> None:
        bind(Key.NEXT_TAB, self, lambda: self._step(1), self.tr("Phần sau của hồ sơ"))
        bind(Key.PREVIOUS_TAB, self, lambda: self._step(-1), self.tr("Phần trước của hồ sơ"))
        bind_button(Key.PRINT, self, self.head.print_button, self.tr("In phiếu của hồ sơ"))
        bind_button(Key.CORRECT, self, self.evidence.ask_button, self.tr("Đề nghị sửa giá trị"))
        bind_button(Key.WHOLE_PAGE, self, self.evidence.paper_button, self.tr("Xem cả trang giấy"))
        bind_button(Key.AT_DESK, self.papers, self.papers.desk_button, self.tr("Mở ở phần Kiểm tra"))
        bind_button(Key.APPROVE, self, self.changes.grant_button, self.tr("Đồng ý sửa"))
        # Only here: where papers are on screen the same key turns the page.
        bind_button(Key.REFUSE, self.changes, self.changes.refuse_button, self.tr("Không sửa"))
        bind_button(Key.UNDO_MERGE, self, self.changes.undo_button, self.tr("Tách lại hồ sơ đã gộp"))
        self.papers.pages.bind_keys(self.papers)

    @property
    def form(self) -> FormDef | None:
        """The form that the open record began with."""
        dossier = self._session.dossier
        return self._forms.get(dossier.cadre.form) if dossier is not None else None

    def show_dossier(self) -> None:
        """The open dossier as it is now; the person stays where he is in it."""
        dossier = self._session.dossier
        if dossier is None:
            return
        titles = titles_of(dossier, self._forms)
        self.evidence.titles = titles
        self._waiting = frozenset(one.path for one in dossier.corrections if one.granted is None)
        self.head.show_cadre(dossier.cadre)
        parts = parts_of(dossier.cadre, self.form, other=self.tr("Mục khác"))
        self._lines = lines_by_path(parts)
        self.record.show_parts(parts, self._waiting)
        self.papers.show_papers(dossier, titles)
        self.checks.start(self.form, titles)
        self.changes.show_changes(dossier, self.form, titles)
        self._show_life(dossier)
        self._count()
        self._turn(self.tabs.currentIndex())

    def to_work(self) -> None:
        """The keys go to what is on screen."""
        where = {
            _RECORD: self.record,
            _CAREER: self.timeline.view,
            _PAPERS: self.papers.list,
            _CONTENTS: self.contents.items,
            _CHECKS: self.checks.tree,
            _CHANGES: self.changes.list,
        }
        where[self.tabs.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_first(self) -> None:
        """Another dossier was chosen: its record comes on screen, from the beginning."""
        self.tabs.setCurrentIndex(_RECORD)
        self.to_work()

    def show_paper(self, document: DocumentId, page: int) -> None:
        """A paper of the dossier, at a page."""
        self.tabs.setCurrentIndex(_PAPERS)
        self.papers.show_paper(document, page)

    def _show_life(self, dossier: Dossier) -> None:
        said = {path: value.answer for path, value in dossier.cadre.values.items()}
        form = self.form
        names = {key: one.label for key, one in form.tables.items()} if form is not None else {}
        names |= {key: own.definition.label for key, own in record_tables().items()}
        self.timeline.show_life(life_of(said), self._today(), names)

    def _count(self) -> None:
        """What waits behind a tab stands on it."""
        words = self.tr("Đối chiếu")
        self.tabs.setTabText(_CHECKS, f"{words} ({self.checks.count})" if self.checks.count else words)
        words, waiting = self.tr("Thay đổi"), self.changes.waiting
        self.tabs.setTabText(_CHANGES, f"{words} ({waiting})" if waiting else words)

    def _turn(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.evidence.setVisible(tab not in (_PAPERS, _CONTENTS))
        if tab == _PAPERS:
            self.papers.look()
            return
        again = {_CAREER: self.timeline.again, _CHECKS: self.checks.again, _CHANGES: self.changes.again}
        if tab in again:
            again[tab]()
        else:
            self._show_path(self.record.current_path if tab == _RECORD else None)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.to_work()

    def _show_line(self, line: Line | None) -> None:
        if self.tabs.currentIndex() == _RECORD:
            self.evidence.show_line(line, self._waiting)

    def _picked(self, tab: int, path: FieldPath | None) -> None:
        """Of the part on screen: the others are filled behind it."""
        if self.tabs.currentIndex() == tab:
            self._show_path(path)

    def _show_path(self, path: FieldPath | None) -> None:
        self.evidence.show_line(self._lines.get(path) if path is not None else None, self._waiting)
