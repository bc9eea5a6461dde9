"""Records that may be of one person: the pairs, the chosen one side by side, and what a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.likeness import Identity, Likeness
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, RecordValue
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.dossiers.hits import day
from hrdigitize.gui.dossiers.record_state import place_name
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.item_index import ItemIndex
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import said
from hrdigitize.gui.look.tooltips import plain_tooltip
from hrdigitize.services.duplicates import BothSay, SideBySide

_PAIR = Qt.ItemDataRole.UserRole
_LIST_PX, _TABLE_PX = 240, 620
_CELL_PAD_PX = 5


@dataclass(frozen=True, slots=True)
class NamedPair:
    """A pair, and who both are by their papers: their names are most often the same."""

    likeness: Likeness
    one: Identity
    other: Identity


class DuplicatesView(QWidget):
    """Signals: compare_wanted (Likeness), merge_wanted (kept, absorbed, reason), apart_wanted (one, other),
    closed.
    """

    compare_wanted = Signal(object)
    merge_wanted = Signal(str, str, str)
    apart_wanted = Signal(str, str)
    closed = Signal()

    def __init__(
        self,
        forms: Mapping[str, FormDef],
        *,
        may_merge: bool,
        may_tell_apart: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._forms = forms
        self._side: SideBySide | None = None
        self._may = may_merge, may_tell_apart
        now = theme.colours()
        self.pairs = QListWidget()
        self.pairs.setAccessibleName(self.tr("Cặp hồ sơ có thể là một người"))
        self.pairs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pairs.setSpacing(3)
        self.state = QLabel()
        self.state.setObjectName("Hint")
        self.state.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setColumnCount(3)
        self.table.setRootIsDecorated(False)
        self.table.setWordWrap(True)
        self.table.setAccessibleName(self.tr("Hai hồ sơ đặt cạnh nhau"))
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegate(_WholeText(self.table))
        self.table.header().sectionResized.connect(lambda *_: self.table.scheduleDelayedItemsLayout())
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Lý do gộp, ví dụ: quét hai lần"))
        self.reason.setAccessibleName(self.tr("Lý do gộp hai hồ sơ"))
        self.merge_button = QPushButton(self.tr("Gộp vào cột giữa ({key})").format(key=shown(Key.MERGE)))
        self.merge_button.setObjectName("Primary")
        self.swap_button = QPushButton(self.tr("Đổi bên ({key})").format(key=shown(Key.SWAP)))
        self.apart_button = QPushButton(self.tr("Là hai người ({key})").format(key=shown(Key.TELL_APART)))
        self.close_button = QPushButton(self.tr("Về hồ sơ (Esc)"))
        self.close_button.setIcon(icons.icon("previous", now.accent))
        self._lay_out()
        self.pairs.currentItemChanged.connect(lambda *_: self._compare())
        self.reason.textChanged.connect(self._show_state)
        self.reason.returnPressed.connect(self.merge_button.click)
        self.merge_button.clicked.connect(self._merge)
        self.swap_button.clicked.connect(self._swap)
        self.apart_button.clicked.connect(self._apart)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Hồ sơ có thể trùng người"))
        heading.setObjectName("Title")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 8)
        head.addWidget(heading, 1)
        head.addWidget(self.close_button)
        side = QFrame()
        side.setObjectName("Panel")
        left = QVBoxLayout(side)
        left.setContentsMargins(8, 8, 8, 8)
        left.addWidget(self.state)
        left.addWidget(self.pairs, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 8)
        foot.setSpacing(8)
        foot.addWidget(self.reason, 1)
        for button in (self.swap_button, self.merge_button, self.apart_button):
            foot.addWidget(button)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.hint = QLabel(self.tr("Hai hồ sơ của cặp được chọn hiện ở đây, chỗ khác nhau đứng trước."))
        self.hint.setObjectName("Welcome")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        column.addWidget(self.hint, 1)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(side)
        halves.addWidget(right)
        halves.setSizes([_LIST_PX, _TABLE_PX])
        halves.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(halves, 1)
        self._show_state()

    def start(self) -> None:
        """Looking for pairs."""
        self.pairs.clear()
        self._side = None
        self.table.clear()
        self.state.setText(self.tr("Đang tìm hồ sơ trùng…"))
        self.state.show()
        self._show_state()

    def show_pairs(self, pairs: Sequence[NamedPair], in_all: int) -> None:
        """The pairs found; in_all: how many there are where these are but the first."""
        self.pairs.clear()
        for pair in pairs:
            signs = "\n".join(said(f"sign-{sign.value}") for sign in pair.likeness.signs)
            persons = "\n".join(_person(one) for one in (pair.one, pair.other))
            item = QListWidgetItem(f"{persons}\n{signs}", self.pairs)
            item.setData(_PAIR, pair.likeness)
            item.setToolTip(plain_tooltip(signs))
        more = in_all - len(pairs)
        if not pairs:
            self.state.setText(self.tr("Không có hồ sơ nào có vẻ trùng người."))
        elif more:
            self.state.setText(self.tr("Còn %n cặp nữa, hiện sau khi xong các cặp này.", "", more))
        self.state.setVisible(not pairs or bool(more))
        self.pairs.setCurrentRow(0)
        self._show_state()

    def show_side(self, side: SideBySide) -> None:
        """The chosen pair, place by place; what differs stands first."""
        self._side = side
        self.table.clear()
        names = [one.text("full_name") or one.id for one in (side.one, side.other)]
        self.table.setHeaderLabels(
            [self.tr("Mục"), self.tr("Giữ lại: {name}").format(name=names[0]), names[1]]
        )
        form = self._forms.get(side.one.form)
        told = [one for one in side.places if self._words(one.one) or self._words(one.other)]
        for both in sorted(told, key=lambda one: one.agree):
            self._add(both, form)
        self._show_state()

    def _add(self, both: BothSay, form: FormDef | None) -> None:
        texts = [place_name(both.path, form), self._words(both.one), self._words(both.other)]
        item = QTreeWidgetItem(self.table, texts)
        now = theme.colours()
        item.setForeground(0, QColor(now.muted))
        for column, text in enumerate(texts):
            item.setToolTip(column, plain_tooltip(text))
        if not both.agree:
            item.setIcon(0, icons.icon("mark-doubtful", now.doubt))
            for column in (1, 2):
                item.setForeground(column, QColor(now.doubt))

    def _words(self, value: RecordValue | None) -> str:
        if value is None or value.answer.state is State.BLANK:
            return ""
        return value.answer.text if value.answer.state is State.VALUE else self.tr("không đọc được")

    def _compare(self) -> None:
        item = self.pairs.currentItem()
        self._side = None
        self.table.clear()
        if item is not None:
            self.compare_wanted.emit(item.data(_PAIR))
        self._show_state()

    def _swap(self) -> None:
        """The other one is kept."""
        if self._side is None:
            return
        places = tuple(BothSay(one.path, one.other, one.one) for one in self._side.places)
        self.show_side(SideBySide(self._side.other, self._side.one, self._side.likeness, places))

    def _ids(self) -> tuple[CadreId, CadreId] | None:
        return (self._side.one.id, self._side.other.id) if self._side is not None else None

    def _merge(self) -> None:
        ids = self._ids()
        if ids is not None:
            self.merge_wanted.emit(*ids, self.reason.text())

    def _apart(self) -> None:
        ids = self._ids()
        if ids is not None:
            self.apart_wanted.emit(*ids)

    def _show_state(self) -> None:
        may_merge, may_tell_apart = self._may
        here = self._side is not None
        self.table.setVisible(here)
        self.hint.setVisible(not here)
        reason = bool(self.reason.text().strip())
        self.reason.setVisible(may_merge and here)
        self.merge_button.setVisible(may_merge and here)
        self.merge_button.setEnabled(reason)
        self.merge_button.setToolTip("" if reason else self.tr("Xin ghi lý do trước khi gộp"))
        self.swap_button.setVisible(may_merge and here)
        self.apart_button.setVisible(may_tell_apart and here)


def _person(one: Identity) -> str:
    """The name, then in a line of their own the birth date and the number, where they are known."""
    known = " · ".join(part for part in (day(one.birth), one.id_number) if part)
    return "\n".join(part for part in (one.name or one.cadre, known) if part)


class _WholeText(QStyledItemDelegate):
    """Gives a row the height that its longest text needs: what is compared must be read to its end."""

    def __init__(self, table: QTreeWidget) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        hint = super().sizeHint(option, index)
        icon = self._table.iconSize().width() if index.column() == 0 else 0
        width = self._table.header().sectionSize(index.column()) - icon - 4 * _CELL_PAD_PX
        room = QRect(0, 0, max(width, 1), 10_000)
        text = str(index.data() or "")
        high = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return QSize(hint.width(), max(hint.height(), high + 2 * _CELL_PAD_PX))
