"""The room "Sắp xếp": pages become documents, by keys or by dragging, and everything can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from hrdigitize.domain.arranging import BY_HAND, Aside
from hrdigitize.domain.batches import BatchContents, PageStanding, Paper
from hrdigitize.domain.dates import parse_iso
from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.domain.record import BatchId, CadreId, DocumentId
from hrdigitize.domain.search import CadreHit
from hrdigitize.gui.arrange.page import ArrangePage
from hrdigitize.gui.arrange.paper_list import PaperLine
from hrdigitize.gui.arrange.picker import Choice
from hrdigitize.gui.arrange.session import ArrangeSession, waiting
from hrdigitize.gui.arrange.state import name_of, needs_a_look, type_names
from hrdigitize.gui.arrange.tools import Tool
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.intake.words import origin_of, title_of
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.pages.card_painter import aside_words
from hrdigitize.gui.pages.items import Card, Heading, cards_of
from hrdigitize.gui.pages.previews import SIDE_PX, Previews
from hrdigitize.services.permissions import Action

_ASKED = (Action.ARRANGE, Action.DESCRIBE, Action.APPROVE, Action.REVISE, Action.READ)


class ArrangeRoom(RoomPage):
    """Puts together the page and the session behind it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._may = {action: frame.may(action) for action in _ASKED}
        thumbnails = partial(frame.app.thumbnails.of_file, side_px=SIDE_PX, actor=frame.actor)
        self.previews = Previews(thumbnails, self)
        self.session = ArrangeSession(frame, self)
        picture = partial(frame.app.desk.picture, actor=frame.actor)
        self.page = ArrangePage(self.previews, picture, frame.aside, self._may, self.notice)
        self._papers: dict[DocumentId, Paper] = {}
        self._titles: dict[DocumentId, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.aside_menu = QMenu(self)
        for number, why in enumerate(BY_HAND, start=1):
            action = self.aside_menu.addAction(f"&{number}. {aside_words(why)}")
            action.triggered.connect(partial(self._set_aside, why))
        self.aside_menu.aboutToHide.connect(self.page.grid.setFocus)
        self._connect()
        self._bind_keys()
        self._show()

    def _connect(self) -> None:
        session, page = self.session, self.page
        session.listed.connect(self._show_batches)
        session.shown.connect(self._show)
        session.nothing.connect(lambda: self._say(self.tr("Không có gì để làm ở trang này.")))
        session.found.connect(self._show_cadres)
        session.read_again.connect(self._say_read)
        self.previews.failed.connect(self._frame.fail)
        self._frame.ways.changed.connect(self._look_again)
        page.batches.activated.connect(lambda row: session.open(page.batches.itemData(row)))
        page.papers.chosen.connect(self._to_document)
        page.grid.looked_at.connect(self._show_card)
        page.grid.opened.connect(self._enlarge)
        page.grid.dropped.connect(lambda numbers, to, behind: session.move(numbers, to, behind=behind))
        page.tools.wanted.connect(self._use)
        page.verify_button.clicked.connect(self._verify)
        page.list_button.clicked.connect(page.toggle_list)
        page.details.corrected.connect(session.correct_index)
        page.details.type_button.clicked.connect(self._pick_type)
        page.details.file_button.clicked.connect(self._pick_cadre)
        page.details.out_button.clicked.connect(self._take_out)
        page.details.compare_button.clicked.connect(self._compare)
        page.types.picked.connect(self._set_type)
        page.cadres.picked.connect(self._file)
        page.cadres.typed.connect(session.search)
        page.types.left.connect(self._to_pages)
        page.cadres.left.connect(self._to_pages)
        page.close_look.left.connect(self._to_pages)
        page.close_look.turned_over.connect(self._turn_over)
        page.close_look.unwanted.connect(self._set_double_aside)

    def _bind_keys(self) -> None:
        page = self.page
        page.tools.bind_keys(page.work)
        odd = page.grid.look_at_next_odd
        bind(Key.NEXT_PROBLEM, page.work, partial(odd, 1), self.tr("Trang sau cần xem"))
        bind(Key.PREVIOUS_PROBLEM, page.work, partial(odd, -1), self.tr("Trang trước cần xem"))
        bind(Key.NEXT_DOCUMENT, self, self._to_next_odd, self.tr("Tài liệu kế tiếp cần xem"))
        bind_button(Key.ONWARD, self, page.verify_button, self.tr("Kiểm tra tài liệu này"))
        bind_button(Key.DOCUMENT_TYPE, self, page.details.type_button, self.tr("Đổi loại tài liệu"))
        bind_button(Key.FILE_AWAY, self, page.details.file_button, self.tr("Đưa tài liệu vào hồ sơ"))
        bind_button(Key.TAKE_OUT, self, page.details.out_button, self.tr("Lấy tài liệu khỏi hồ sơ"))
        bind_button(Key.COMPARE, self, page.details.compare_button, self.tr("So sánh trang trùng"))
        bind(Key.FILTER, self, page.batches.showPopup, self.tr("Chọn đợt quét khác"))
        bind(Key.LIST, self, page.toggle_list, self.tr("Hiện hoặc ẩn danh sách tài liệu"))
        bind(Key.EDITOR, page.details, self._to_pages, self.tr("Về các trang"))

    def opened(self) -> None:
        self.session.list_batches()
        self.session.refresh()
        if self.page.middle.currentWidget() is self.page.work:
            self.page.grid.setFocus()

    def left(self) -> None:
        self.page.details.keep_typed()

    def shut(self) -> None:
        self.page.details.keep_typed()
        self.session.close()
        self.previews.close()

    def open_batch(self, batch: BatchId) -> None:
        """A batch comes into sight: somebody wants it from another room."""
        self.page.details.keep_typed()
        self.notice.hide()
        self.session.open(batch)

    # What is done with pages.

    def _use(self, tool: Tool) -> None:
        session, numbers, card = self.session, self._numbers(), self.page.grid.current()
        calls: dict[Tool, Callable[[], None]] = {
            Tool.SPLIT: self._split,
            Tool.JOIN: self._join,
            Tool.MOVE_BACK: lambda: session.step(numbers, -1),
            Tool.MOVE_ON: lambda: session.step(numbers, 1),
            Tool.TURN_LEFT: lambda: session.turn(numbers, 270),
            Tool.TURN_RIGHT: lambda: session.turn(numbers, 90),
            Tool.SET_ASIDE: self._ask_why,
            Tool.BRING_BACK: lambda: session.bring_back(self._numbers(counting=False)),
            Tool.INSERT: lambda: self._with_file(session.insert),
            Tool.REPLACE: lambda: self._with_file(session.replace),
            Tool.UNDO: session.undo,
            Tool.REDO: session.redo,
            Tool.READ: session.read,
        }
        of_pages = tool not in (Tool.UNDO, Tool.REDO, Tool.READ)
        if of_pages and (card is None or card.laid is None):
            self._say(self.tr("Xin chọn một trang trước."))
            return
        self.notice.hide()
        calls[tool]()

    def _numbers(self, *, counting: bool = True) -> list[int]:
        """The chosen pages: those that count, or those set aside."""
        laid = [card.laid for card in self.page.grid.chosen() if card.laid is not None]
        return [page.number for page in laid if page.counts is counting]

    def _split(self) -> None:
        card = self.page.grid.current()
        if card is not None and card.laid is not None:
            self.session.split(card.laid.number)

    def _join(self) -> None:
        card = self.page.grid.current()
        if card is not None and card.document is not None:
            self.session.join(card.document)

    def _ask_why(self) -> None:
        """A menu at the page; a digit is enough."""
        if not self._numbers():
            self._say(
                self.tr("Trang này đã để riêng. Nhấn {key} để đưa lại.").format(key=shown(Key.BRING_BACK))
            )
            return
        grid = self.page.grid
        place = grid.visualRect(grid.currentIndex()).center()
        self.aside_menu.popup(grid.viewport().mapToGlobal(place))
        self.aside_menu.setActiveAction(self.aside_menu.actions()[0])

    def _set_aside(self, why: Aside) -> None:
        self.session.set_aside(self._numbers(), why)

    def _set_double_aside(self, number: int) -> None:
        self.session.set_aside([number], Aside.DOUBLED)
        self._to_pages()

    def _with_file(self, call: Callable[[int, Path], None]) -> None:
        """Asks for one file and does something with it at the current page."""
        numbers, files = self._numbers(), tuple(self._frame.ask.files(self))
        if files and numbers:
            call(numbers[0], files[0])

    def _enlarge(self, card: Card | None) -> None:
        if card is not None and card.page is not None:
            self._look_closely([card.page])

    def _compare(self) -> None:
        pair = self._double_of_current()
        if pair is not None:
            self._look_closely(pair)

    def _look_closely(self, pages: Sequence[PageStanding]) -> None:
        self.page.details.keep_typed()
        self.page.close_look.show_pages(pages, may_arrange=self._may[Action.ARRANGE])
        self.page.show_part(self.page.close_look)
        self.page.close_look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_over(self, by: int) -> None:
        pages = [card for card in self.page.grid.cards if card.page is not None]
        current = self.page.grid.current()
        at = pages.index(current) + by if current in pages else 0
        if 0 <= at < len(pages):
            self.page.grid.look_at(pages[at].key)
            self._enlarge(pages[at])

    # What is done with a document.

    def _pick_type(self) -> None:
        names = sorted(type_names().items(), key=lambda one: one[1])
        choices = [Choice("", self.tr("Chưa rõ loại")), Choice(INVENTORY, self.tr("Mục lục tài liệu"))]
        paper = self._paper()
        if paper is not None:
            self.page.side.setCurrentWidget(self.page.types)
            self.page.types.open([*choices, *(Choice(key, name) for key, name in names)], paper.type or "")

    def _set_type(self, kind: str) -> None:
        paper = self._paper()
        if paper is not None:
            self.session.set_type(paper.id, kind)
        self._to_pages()

    def _pick_cadre(self) -> None:
        paper = self._paper()
        if paper is None:
            return
        self.page.side.setCurrentWidget(self.page.cadres)
        self.page.cadres.open(())
        self.page.cadres.line.setText(paper.index.get("full_name", ""))
        self.page.cadres.line.selectAll()

    def _show_cadres(self, hits: Sequence[CadreHit]) -> None:
        nothing = self.tr("Không thấy hồ sơ nào. Hồ sơ được lập khi duyệt sơ yếu lý lịch.")
        self.page.cadres.show_choices([_choice(hit) for hit in hits], nothing)

    def _file(self, cadre: str) -> None:
        paper = self._paper()
        if paper is not None:
            self.session.file(paper.id, CadreId(cadre))
        self._to_pages()

    def _take_out(self) -> None:
        paper = self._paper()
        if paper is not None:
            self.session.take_out(paper.id)

    def _verify(self) -> None:
        paper = self._paper()
        if paper is not None:
            self._frame.ways.document.emit(paper.id)

    def _to_document(self, document: DocumentId) -> None:
        first = next(
            (card for card in self.page.grid.cards if card.document == document and card.opens), None
        )
        if first is not None:
            self.page.grid.look_at(first.key)

    def _to_next_odd(self) -> None:
        """The next document of which something is doubtful, from the top again behind the last one."""
        lines = self.page.papers.lines
        paper = self._paper()
        at = next((n for n, line in enumerate(lines) if paper is not None and line.document == paper.id), -1)
        odd = [line for line in (*lines[at + 1 :], *lines[: at + 1]) if line.odd]
        if odd:
            self._to_document(odd[0].document)
            self._to_pages()
        else:
            self._say(self.tr("Không còn tài liệu nào cần xem."), NoticeKind.DONE)

    def _to_pages(self) -> None:
        """Back to the cards, with the hands on the page that was looked at."""
        self.page.side.setCurrentWidget(self.page.details)
        if self.session.contents is not None:
            self.page.show_part(self.page.work)
        self.page.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown.

    def _paper(self) -> Paper | None:
        card = self.page.grid.current()
        return self._papers.get(card.document) if card is not None and card.document is not None else None

    def _double_of_current(self) -> list[PageStanding] | None:
        """The page that another one of the current document repeats, and that one."""
        paper, contents = self._paper(), self.session.contents
        if paper is None or contents is None:
            return None
        by_number = {page.laid.number: page for page in contents.pages if page.laid.counts}
        current = self.page.grid.current()
        own = [page for page in by_number.values() if page.laid.document == paper.id]
        if current is not None and current.page in own:
            own.insert(0, current.page)
        for page in own:
            first = self.session.doubles.get(page.laid.number)
            if first in by_number:
                return [by_number[first], page]
        return None

    def _show_batches(self) -> None:
        box = self.page.batches
        box.clear()
        for one in self.session.batches:
            if one.documents:
                box.addItem(title_of(one), one.id)
        box.setCurrentIndex(box.findData(self.session.batch))
        self._show_head()

    def _show(self) -> None:
        contents = self.session.contents
        if contents is None or not contents.papers:
            self.page.welcome.setText(
                self.tr(
                    "Chưa có tài liệu nào để sắp xếp. Xin nhận giấy tờ ở phần Tiếp nhận ({key}) trước."
                ).format(key=shown(Key.ROOM_INTAKE))
            )
            self.page.show_part(self.page.welcome)
            self._show_head()
            return
        self._name(contents)
        was = self.page.middle.currentWidget()
        if was is not self.page.close_look:
            self.page.show_part(self.page.work)
        if was is self.page.welcome and self.isVisible():
            self.page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.grid.show_cards(cards_of(contents, self.session.doubles, self._headings(contents)))
        self._show_papers(contents)
        self._show_head()
        if not self.page.grid.currentIndex().isValid() and self.page.grid.cards:
            self.page.grid.look_at(self.page.grid.cards[0].key)
        self._show_card(self.page.grid.current())

    def _name(self, contents: BatchContents) -> None:
        self._papers = {paper.id: paper for paper in contents.papers}
        for number, paper in enumerate(contents.papers, start=1):
            self._titles[paper.id] = f"{number}. {self._kind(paper) or self.tr('Chưa rõ loại')}"

    def _kind(self, paper: Paper) -> str:
        inventory = self.tr("Mục lục tài liệu") if paper.type == INVENTORY else ""
        return name_of(paper, self._frame.app.forms) or inventory

    def _headings(self, contents: BatchContents) -> dict[DocumentId, Heading]:
        return {
            paper.id: Heading(self._titles[paper.id], paper.begins_doubtfully) for paper in contents.papers
        }

    def _show_papers(self, contents: BatchContents) -> None:
        cards = self.page.grid.cards
        lines = []
        for paper in contents.papers:
            own = [card for card in cards if card.document == paper.id and card.laid and card.laid.counts]
            tone = own[0].tone if own else 0
            told = [self.tr("%n trang", "", len(own))]
            told += [self.tr("cần đọc lại")] if paper.stale else []
            told += [self.tr("đã vào hồ sơ")] if paper.is_filed else []
            told += [paper.index.get("full_name", "")]
            remark = " · ".join(filter(None, told))
            odd = needs_a_look(paper) or any(card.needs_a_look for card in own)
            lines.append(PaperLine(paper.id, self._titles[paper.id], remark, tone, odd, paper.is_filed))
        self.page.papers.show_lines(lines)

    def _show_head(self) -> None:
        page, contents = self.page, self.session.contents
        page.batches.setCurrentIndex(page.batches.findData(self.session.batch))
        page.subtitle.setText(origin_of(contents.summary) if contents is not None else "")
        odd = sum(line.odd for line in page.papers.lines) if contents is not None else 0
        page.count.setVisible(contents is not None and bool(contents.papers))
        page.count.setText(
            self.tr("Còn %n tài liệu cần xem", "", odd) if odd else self.tr("Không còn gì cần xem")
        )
        page.count.setProperty("done", not odd)
        page.count.style().polish(page.count)
        arranges = self._may[Action.ARRANGE]
        for tool, button in page.tools.buttons.items():
            button.setEnabled(arranges and contents is not None)
            if tool is Tool.UNDO:
                button.setEnabled(arranges and contents is not None and contents.can_undo)
            if tool is Tool.REDO:
                button.setEnabled(arranges and contents is not None and contents.can_redo)
            if tool is Tool.READ:
                button.setEnabled(self._may[Action.READ] and contents is not None and waiting(contents) > 0)

    def _show_card(self, card: Card | None) -> None:
        told = self.page.grid.told_of(card)
        self.page.why.setText("\n".join(f"⚠ {sentence}" for sentence in told))
        self.page.why.setVisible(bool(told))
        paper = self._paper()
        before = self.page.details.paper
        if before is not None and (paper is None or paper.id != before.id):
            self.page.details.keep_typed()
        self.page.papers.select(paper.id if paper is not None else None)
        self.page.verify_button.setVisible(paper is not None)
        if paper is None:
            self.page.details.show_paper(None, "", "", "")
            return
        numbers = [
            one.laid.number
            for one in self.page.grid.cards
            if one.document == paper.id and one.laid is not None and one.laid.counts
        ]
        pages = self.tr("Trang {numbers}").format(numbers=", ".join(map(str, numbers)))
        kind = self._kind(paper)
        pair = self._double_of_current()
        doubled = ""
        if pair is not None:
            doubled = self.tr("⚠ Trang {page} giống trang {of}.").format(
                page=pair[1].laid.number, of=pair[0].laid.number
            )
        heading = self._titles[paper.id]
        self.page.details.show_paper(paper, heading, kind, pages, doubled)

    def _look_again(self) -> None:
        if self.isVisible():
            self.session.list_batches()

    def _say(self, sentence: str, kind: NoticeKind = NoticeKind.FAULT) -> None:
        self.notice.say(kind, sentence)

    def _say_read(self, documents: int, left: int) -> None:
        sentence = self.tr("Đã đọc lại %n tài liệu.", "", documents)
        if left:
            sentence += " " + self.tr(
                "%n câu trả lời cũ không còn chỗ, xin xem cảnh báo khi kiểm tra.", "", left
            )
        self._say(sentence, NoticeKind.DONE)


def _choice(hit: CadreHit) -> Choice:
    """A dossier as one tells it from another of the same name."""
    one = hit.summary
    born = parse_iso(one.birth_date)
    when = "/".join(reversed(born.iso().split("-"))) if born is not None else ""
    remark = " · ".join(filter(None, (when, one.id_number, *one.units[:1])))
    return Choice(one.cadre, one.name, remark)
