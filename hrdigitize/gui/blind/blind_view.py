"""Double entry: the place on the paper above an empty editor; what stands there is not shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.mark_cycles import next_shape, next_tone
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.blind.difference_panel import DifferencePanel
from hrdigitize.gui.blind.session import BlindSession
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.desk.place_view import PlaceView
from hrdigitize.gui.desk.value_editor import ValueEditor
from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, bind_button, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.services.second_keying import BlindDocument

_LIST_PX = 250
_WIDEST_PX = 820


class BlindView(RoomPage):
    """Goes from field to field; whoever keys sees the paper and nothing else."""

    def __init__(self, frame: Frame, pictures: PagePictures) -> None:
        super().__init__()
        self._frame = frame
        self.session = BlindSession(frame, self)
        self.documents = QListWidget()
        self.documents.setObjectName("Work")
        self.documents.setAccessibleName(self.tr("Tài liệu cần nhập lại"))
        self.documents.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = ElidedLabel("Title", self.tr("Nhập lại lần hai"))
        self._subtitle = ElidedLabel("Subtitle")
        self._count = QLabel()
        self._count.setObjectName("Count")
        self._field = QLabel()
        self._field.setObjectName("FieldLabel")
        self.crop = PlaceView(pictures)
        self.editor = ValueEditor()
        self.editor.setAccessibleName(self.tr("Giá trị đọc trên giấy"))
        self.editor.setPlaceholderText(self.tr("Xin gõ đúng như trên giấy"))
        self.blank_button = self._button("blank", self.tr("Để trống"), Key.BLANK)
        self.illegible_button = self._button("illegible", self.tr("Không đọc được"), Key.ILLEGIBLE)
        self.difference = DifferencePanel(may_decide=self.session.may_decide)
        self._empty = QLabel()
        self._empty.setObjectName("Welcome")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._shown: object = None
        self._lay_out()
        self._connect()
        self._show()

    def _button(self, drawing: str, words: str, key: Key) -> QPushButton:
        button = QPushButton(f"{words} ({shown(key)})")
        button.setIcon(icons.icon(drawing, theme.colours().accent))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.addLayout(names, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setContentsMargins(14, 4, 14, 10)
        middle.addWidget(self._card(), 100)
        middle.addStretch(1)
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addLayout(head)
        work.addLayout(notices)
        work.addLayout(middle)
        work.addWidget(self._empty, 1)
        work.addStretch(0)
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
        heading = QLabel(self.tr("Tài liệu cần nhập lại"))
        heading.setObjectName("PanelTitle")
        heading.setContentsMargins(10, 0, 10, 0)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.documents, 1)
        return panel

    def _card(self) -> QFrame:
        self.card = QFrame()
        self.card.setObjectName("Card")
        self.card.setMaximumWidth(_WIDEST_PX)
        self._answers = QWidget()
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.addWidget(self.blank_button)
        answers.addWidget(self.illegible_button)
        answers.addStretch(1)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self.crop)
        column.addWidget(self.editor)
        column.addWidget(self._answers)
        column.addWidget(self.difference)
        return self.card

    def _foot(self) -> Foot:
        return Foot(
            Hint(("Enter",), self.tr("so với lần đầu")),
            Hint((shown(Key.NEXT_DOCUMENT),), self.tr("tài liệu kế tiếp")),
            Hint((shown(Key.TONE), shown(Key.SHAPE)), self.tr("đổi dấu, đổi chữ")),
            Hint(("Ctrl+Z",), self.tr("hoàn tác")),
        )

    def _connect(self) -> None:
        session, panel = self.session, self.difference
        session.changed.connect(self._show)
        session.agreed.connect(lambda: self.notice.say(NoticeKind.DONE, self.tr("Hai lần nhập khớp nhau.")))
        self.editor.entered.connect(lambda _: session.key(self.editor.typed()))
        self.documents.itemClicked.connect(self._choose)
        self.blank_button.clicked.connect(lambda: session.key("", State.BLANK))
        self.illegible_button.clicked.connect(lambda: session.key("", State.ILLEGIBLE))
        panel.first_button.clicked.connect(session.keep_first)
        panel.second_button.clicked.connect(session.keep_second)
        panel.later_button.clicked.connect(session.leave_open)
        bind_button(Key.BLANK, self, self.blank_button, self.tr("Để trống: giấy không ghi"))
        bind_button(Key.ILLEGIBLE, self, self.illegible_button, self.tr("Không đọc được"))
        bind_button(Key.KEEP_FIRST, self, panel.first_button, self.tr("Giữ giá trị lần đầu"))
        bind_button(Key.KEEP_SECOND, self, panel.second_button, self.tr("Giữ giá trị lần hai"))
        bind_button(Key.EDITOR, self, panel.later_button, self.tr("Để lại sau"))
        bind(Key.NEXT_DOCUMENT, self, session.next_document, self.tr("Tài liệu kế tiếp"))
        bind(
            Key.TONE,
            self,
            lambda: self.editor.change_letter(next_tone),
            self.tr("Đổi dấu thanh của chữ ở con trỏ"),
        )
        bind(
            Key.SHAPE,
            self,
            lambda: self.editor.change_letter(next_shape),
            self.tr("Đổi chữ ở con trỏ (a, ă, â)"),
        )

    def opened(self) -> None:
        self.session.list_documents()
        self.editor.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        self.session.choose(item.data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        state = self.session.state
        self._list()
        place, document, difference = state.place, state.document, state.difference
        self.card.setVisible(place is not None)
        self._empty.setVisible(place is None)
        self._empty.setText(self._why_empty())
        self._say_count()
        if place is None or document is None:
            self._subtitle.setText("")
            self._shown = None
            return
        self._subtitle.setText(self._words_of(document))
        self._field.setText(self._label(document.form, place.path))
        self._answers.setVisible(difference is None)
        self.difference.setVisible(difference is not None)
        if difference is not None:
            self.difference.show_compared(difference.compared)
        self.editor.setVisible(difference is None)
        here = document.id, place.path
        if here != self._shown:
            self._shown = here
            self.editor.show_text("")
            self.crop.look_at(place.page, place.box)
        if self.isVisible():
            (self.editor if difference is None else self.difference).setFocus()

    def _list(self) -> None:
        state = self.session.state
        self.documents.clear()
        for document in state.documents:
            words = f"{self._words_of(document)}\n{self._left_in(document)}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, document.id)
            self.documents.addItem(item)
            if document.id == state.current:
                self.documents.setCurrentItem(item)

    def _words_of(self, document: BlindDocument) -> str:
        """The name of a person is not told where it has to be keyed."""
        form = self._frame.app.forms.get(document.form)
        name = form.name.partition(":")[0] if form is not None else document.form
        ids = [one.id for one in self.session.state.documents]
        place = ids.index(document.id) + 1 if document.id in ids else len(ids) + 1
        return document.title or self.tr("Tài liệu {number} · {form}").format(number=place, form=name)

    def _left_in(self, document: BlindDocument) -> str:
        ready = len(self.session.state.ready_in(document))
        if ready:
            return self.tr("Còn %n trường", "", ready)
        moments = [place.since for place in document.places if place.since is not None]
        if not moments:
            return self.tr("Để lại sau")
        return self.tr("Nhập được từ {at}").format(at=f"{min(moments).astimezone():%H:%M %d/%m}")

    def _why_empty(self) -> str:
        state = self.session.state
        if not self.session.listed:
            return self.tr("Đang mở…")
        moments = [place.since for one in state.documents for place in one.places if place.since is not None]
        if moments:
            least = min(moments).astimezone()
            return self.tr(
                "Các trường còn lại do chính anh/chị nhập lần đầu. Xin trở lại từ {at} ngày {day} để nhập "
                "lần hai, hoặc để người khác nhập."
            ).format(at=f"{least:%H:%M}", day=f"{least:%d/%m}")
        if state.documents:
            return self.tr(
                "Không còn trường nào nhập được ngay. Chỗ để lại sau vẫn nằm trong danh sách bên trái."
            )
        return self.tr(
            "Không có trường nào cần nhập lại. Tài liệu đã trả lời xong ở “Từng tài liệu” sẽ hiện ở đây."
        )

    def _say_count(self) -> None:
        ready = self.session.state.ready
        self._count.setText(self.tr("Còn %n trường", "", ready) if ready else self.tr("Đã nhập hết"))
        self._count.setProperty("done", "false" if ready else "true")
        self._count.style().polish(self._count)
        self._count.setVisible(self.session.listed)

    def _label(self, form: str, path: FieldPath) -> str:
        known = self._frame.app.forms.get(form)
        field = known.fields.get(path.field) if known is not None else None
        return field.label if field is not None else path.field
