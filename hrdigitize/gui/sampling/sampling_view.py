"""Sampling: a new sample is drawn, those that were drawn are listed, one is worked through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.inspection import LIMITS
from hrdigitize.domain.reading import State
from hrdigitize.domain.sampling import SampledValue
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.sampling import words
from hrdigitize.gui.sampling.judging import JudgingCard
from hrdigitize.gui.sampling.session import SamplingSession
from hrdigitize.services.sampling import Book, Proposal

_LIST_PX = 270
_WIDEST_PX = 820


class SamplingView(RoomPage):
    """Enter alone: the value is right; a text and Enter: it is wrong, and this stands on the paper."""

    def __init__(self, frame: Frame, pictures: PagePictures) -> None:
        super().__init__()
        self._frame = frame
        self.session = SamplingSession(frame, self)
        self.samples = QListWidget()
        self.samples.setObjectName("Work")
        self.samples.setAccessibleName(self.tr("Các mẫu đã rút"))
        self.samples.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.samples.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.limit = QComboBox()
        self.limit.setAccessibleName(self.tr("Mức chất lượng chấp nhận"))
        self.limit.setToolTip(
            self.tr("Tỷ lệ giá trị sai chấp nhận được (ISO 2859-1, TCVN 7790-1, kiểm tra thường, bậc II)")
        )
        for one in LIMITS:
            self.limit.addItem(words.limit_in_full(one), one)
        self._proposal = QLabel()
        self._proposal.setObjectName("Hint")
        self._proposal.setWordWrap(True)
        self.draw_button = QPushButton(self.tr("Rút mẫu mới ({key})").format(key=shown(Key.DRAW)))
        self.draw_button.setObjectName("Primary")
        self.draw_button.setEnabled(False)
        self._title = ElidedLabel("Title", self.tr("Rút mẫu kiểm tra"))
        self._subtitle = ElidedLabel("Subtitle")
        self.outcome = QLabel()
        self.outcome.setObjectName("Outcome")
        self.prove_button = QPushButton(self.tr("Rút lại để đối chiếu ({key})").format(key=shown(Key.PROVE)))
        self.prove_button.setToolTip(
            self.tr("Rút lại theo mã rút mẫu, để thấy mẫu không bị thay đổi. Kết quả kiểm tra giữ nguyên.")
        )
        self.card = JudgingCard(pictures)
        self.card.setMaximumWidth(_WIDEST_PX)
        self.outcome.setMaximumWidth(_WIDEST_PX)
        self._empty = QLabel()
        self._empty.setObjectName("Welcome")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._shown: object = None
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._show()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.setSpacing(10)
        head.addLayout(names, 1)
        head.addWidget(self.prove_button)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.addWidget(self.notice)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(14, 2, 14, 10)
        middle.setSpacing(8)
        middle.addWidget(self.outcome)
        middle.addWidget(self.card)
        middle.addStretch(1)
        self._work = QScrollArea()
        self._work.setWidget(inside)
        self._work.setWidgetResizable(True)
        self._work.setFrameShape(QFrame.Shape.NoFrame)
        self._work.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addLayout(head)
        work.addLayout(notices)
        work.addWidget(self._work, 1)
        work.addWidget(self._empty, 1)
        work.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel())
        row.addLayout(work, 1)

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("Panel")
        panel.setFixedWidth(_LIST_PX)
        draw = QVBoxLayout()
        draw.setContentsMargins(10, 0, 10, 6)
        draw.setSpacing(8)
        heading = QLabel(self.tr("Lô tài liệu đã kiểm tra"))
        heading.setObjectName("PanelTitle")
        drawn = QLabel(self.tr("Các mẫu đã rút"))
        drawn.setObjectName("PanelTitle")
        for widget in (heading, self._proposal, self.limit, self.draw_button, drawn):
            draw.addWidget(widget)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(draw)
        column.addWidget(self.samples, 1)
        return panel

    def _foot(self) -> Foot:
        return Foot(
            Hint(("Enter",), self.tr("ghi là đúng; đã gõ giá trị: ghi là sai")),
            Hint((shown(Key.PREVIOUS_PAGE), shown(Key.NEXT_PAGE)), self.tr("giá trị trước, sau")),
            Hint((shown(Key.OPEN_FOLDER),), self.tr("mở tài liệu")),
            Hint((shown(Key.NEXT_DOCUMENT),), self.tr("mẫu kế tiếp")),
            Hint((shown(Key.FILTER),), self.tr("mức chất lượng")),
        )

    def _connect(self) -> None:
        session, card = self.session, self.card
        session.booked.connect(self._show_book)
        session.proposed.connect(self._show_proposal)
        session.changed.connect(self._show)
        session.proved.connect(self._say_proved)
        self.samples.itemClicked.connect(self._choose)
        self.limit.activated.connect(lambda: session.propose(self.limit.currentData()))
        self.draw_button.clicked.connect(lambda: session.draw(self.limit.currentData()))
        self.prove_button.clicked.connect(session.prove)
        card.editor.entered.connect(self._enter)
        card.right_button.clicked.connect(session.confirm)
        card.blank_button.clicked.connect(lambda: session.refute("", State.BLANK))
        card.illegible_button.clicked.connect(lambda: session.refute("", State.ILLEGIBLE))

    def _bind_keys(self) -> None:
        session, card = self.session, self.card
        bind_button(Key.DRAW, self, self.draw_button, self.tr("Rút mẫu mới"))
        bind_button(Key.PROVE, self, self.prove_button, self.tr("Rút lại mẫu theo mã để đối chiếu"))
        bind_button(Key.BLANK, self, card.blank_button, self.tr("Sai: giấy để trống"))
        bind_button(Key.ILLEGIBLE, self, card.illegible_button, self.tr("Không đọc được trên giấy"))
        bind(Key.NEXT_PAGE, self, lambda: session.step(1), self.tr("Giá trị sau"))
        bind(Key.PREVIOUS_PAGE, self, lambda: session.step(-1), self.tr("Giá trị trước"))
        bind(Key.NEXT_DOCUMENT, self, self._next_sample, self.tr("Mẫu kế tiếp"))
        bind(Key.OPEN_FOLDER, self, self._open_document, self.tr("Mở tài liệu của giá trị này"))
        bind(Key.FILTER, self, self.limit.setFocus, self.tr("Chọn mức chất lượng"))
        bind(Key.EDITOR, self, card.editor.setFocus, self.tr("Về ô giá trị"))

    def opened(self) -> None:
        self.session.list_samples()
        if self._proposal.text():
            self.session.propose(self.limit.currentData())
        if self.session.sample is not None:
            self.session.open(self.session.sample.id)
        self._focus()

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self.session.value is not None:
            self.card.editor.setFocus()
        else:
            self.draw_button.setFocus()

    def _show_book(self, book: Book) -> None:
        chosen = self.session.sample.id if self.session.sample is not None else None
        self.samples.clear()
        for sample in book.samples:
            at = f"{sample.drawn_at.astimezone():%d/%m/%Y %H:%M}"
            item = QListWidgetItem(f"{at} · {words.limit(sample.rule.limit)}\n{words.outcome(sample)}")
            item.setData(Qt.ItemDataRole.UserRole, sample.id)
            self.samples.addItem(item)
            if sample.id == chosen:
                self.samples.setCurrentItem(item)
        if not self._proposal.text():
            self.limit.setCurrentIndex(self.limit.findData(book.limit))
            self.session.propose(self.limit.currentData())

    def _show_proposal(self, proposal: Proposal) -> None:
        found = bool(proposal.values)
        self.draw_button.setEnabled(found)
        self._proposal.setText(
            self.tr("{documents} tài liệu, {values} giá trị chưa rút mẫu.").format(
                documents=proposal.documents, values=proposal.values
            )
            + " "
            + words.rule(proposal.rule)
            if found
            else self.tr(
                "Chưa có tài liệu nào mới kiểm tra xong để rút mẫu. Xin kiểm tra thêm ở “Từng tài liệu”."
            )
        )
        self._show()

    def _show(self) -> None:
        session = self.session
        sample, value = session.sample, session.value
        self._work.setVisible(value is not None)
        self.prove_button.setVisible(sample is not None)
        self._empty.setVisible(value is None)
        self._empty.setText(self._why_empty())
        if sample is None or value is None:
            return
        self._title.setText(
            self.tr("Giá trị {number} / {size}").format(number=value.number, size=len(sample.values))
        )
        self._subtitle.setText(
            self.tr("Lô {lot} giá trị · người rút: {by} · mã rút mẫu (để rút lại): {seed}").format(
                lot=sample.lot, by=sample.drawn_by, seed=sample.seed
            )
        )
        self.outcome.setText(words.result(sample))
        self.outcome.setProperty("tone", words.TONES[sample.outcome])
        self.outcome.style().polish(self.outcome)
        here = sample.id, value
        if here != self._shown:
            self._shown = here
            self._show_value(value)
        self._focus()

    def _show_value(self, value: SampledValue) -> None:
        sheet = self.session.sheet
        if sheet is None:
            return
        self.card.show_value(value, sheet.titles.get(value.document, ""), self._label(value))
        reading = sheet.readings.get(value.number)
        box = reading.box if reading is not None and reading.box.width > 0 else None
        self.card.crop.look_at(sheet.pages.get(value.number), box)

    def _label(self, value: SampledValue) -> str:
        sheet = self.session.sheet
        form = self._frame.app.forms.get(sheet.forms.get(value.document, "")) if sheet is not None else None
        path = value.path
        if form is None:
            return str(path)
        if not path.table:
            field = form.fields.get(path.field)
            return field.label if field is not None else path.field
        table = form.tables.get(path.table)
        columns = table.columns if table is not None else ()
        column = next((one.label for one in columns if one.key == path.field), path.field)
        name = table.label if table is not None else path.table
        return self.tr("{table}, dòng {row}: {column}").format(table=name, row=path.row + 1, column=column)

    def _why_empty(self) -> str:
        if self.draw_button.isEnabled():
            return self.tr("Chưa rút mẫu nào. Xin chọn mức chất lượng rồi nhấn {key} để rút mẫu.").format(
                key=shown(Key.DRAW)
            )
        return self.tr(
            "Chưa có gì để rút mẫu. Tài liệu đã kiểm tra xong ở “Từng tài liệu” sẽ vào lô kế tiếp."
        )

    def _say_proved(self, same: bool) -> None:  # noqa: FBT001 - the session's signal
        if same:
            self.notice.say(
                NoticeKind.DONE,
                self.tr("Rút lại theo mã được đúng các giá trị này: mẫu không bị thay đổi."),
            )
        else:
            self.notice.say(
                NoticeKind.FAULT,
                self.tr("Rút lại theo mã được giá trị khác. Xin báo người phụ trách kiểm tra kho dữ liệu."),
            )

    def _enter(self) -> None:
        typed = self.card.editor.typed().strip()
        if typed:
            self.session.refute(typed, State.VALUE)
        else:
            self.session.confirm()

    def _choose(self, item: QListWidgetItem) -> None:
        self.session.open(item.data(Qt.ItemDataRole.UserRole))

    def _next_sample(self) -> None:
        count = self.samples.count()
        if count:
            self._choose(self.samples.item((self.samples.currentRow() + 1) % count))
            self.samples.setCurrentRow((self.samples.currentRow() + 1) % count)

    def _open_document(self) -> None:
        if self.session.value is not None:
            self._frame.ways.document.emit(self.session.value.document)
