"""All pages of a batch beside each other: hundreds of cards, of which only those in sight cost anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from hrdigitize.gui.look import theme
from hrdigitize.gui.look.sentences import fault_sentence
from hrdigitize.gui.pages.card_painter import CARD, CardPainter
from hrdigitize.gui.pages.items import Card
from hrdigitize.gui.pages.previews import Previews

_GAP_PX = 6
_MIME = "application/x-hrdigitize-pages"
_Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The cards in order; what is the same as before stays, so that neither place nor choice is lost."""

    def __init__(self, painter_words: CardPainter | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = painter_words
        self.cards: tuple[Card, ...] = ()
        self._rows: dict[str, int] = {}

    def show(self, cards: Sequence[Card]) -> None:
        before, now = self.cards, tuple(cards)
        same = next((n for n, (a, b) in enumerate(zip(before, now, strict=False)) if a.key != b.key), None)
        if same is not None or len(now) < len(before):
            self.beginResetModel()
            self._take(now)
            self.endResetModel()
            return
        if len(now) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(now) - 1)
            self._take(now)
            self.endInsertRows()
        self._take(now)
        changed = [n for n, (a, b) in enumerate(zip(before, now, strict=False)) if a != b]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))

    def _take(self, cards: tuple[Card, ...]) -> None:
        self.cards = cards
        self._rows = {card.key: row for row, card in enumerate(cards)}

    def row_of(self, key: str) -> int | None:
        return self._rows.get(key)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            caption = self.words.caption(card) if self.words is not None else ""
            return ". ".join((caption, *card.why))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        laid = self.cards[index.row()].laid
        return flags | Qt.ItemFlag.ItemIsDragEnabled if laid is not None and laid.counts else flags

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, _indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, b"pages")
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class PageGrid(QListView):
    """Signals: looked_at (Card or None): another card is current; opened (Card): Enter or a double click;
    dropped (numbers, to, behind): pages were dragged behind or before another one.
    """

    looked_at = Signal(object)
    opened = Signal(object)
    dropped = Signal(list, int, bool)

    def __init__(
        self,
        previews: Previews,
        *,
        banded: bool = False,
        movable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("PageGrid")
        self._previews = previews
        self._painter = CardPainter(previews, banded=banded, parent=self)
        self._model = CardModel(self._painter, self)
        self._drop_at: tuple[int, bool] | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        gap = 0 if banded else _GAP_PX
        self.setGridSize(self._painter.size + QSize(gap, _GAP_PX))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would lay hundreds of cards anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setDragEnabled(movable)
        self.setAcceptDrops(movable)
        self.viewport().setAcceptDrops(movable)
        self.selectionModel().currentChanged.connect(lambda: self.looked_at.emit(self.current()))
        self.activated.connect(lambda index: self.opened.emit(index.data(CARD)))
        previews.ready.connect(self._repaint)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them, in order."""
        return self._model.cards

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards; the current one and those chosen stay so as far as they still are there."""
        current, chosen = self.current(), [card.key for card in self.chosen()]
        at = self.currentIndex().row()
        was = [card.key for card in self._model.cards]
        self._model.show(cards)
        if [card.key for card in self._model.cards][: len(was)] == was:
            self.looked_at.emit(self.current())
            return
        self._choose(chosen, current.key if current is not None else "", at)

    def _choose(self, chosen: Sequence[str], current: str, at: int) -> None:
        """After everything was laid anew: the same keys, or else what lies at the same place."""
        selection = self.selectionModel()
        row = self._model.row_of(current)
        if row is None and self._model.cards and at >= 0:
            row = min(at, len(self._model.cards) - 1)
        if row is None:
            self.looked_at.emit(None)
            return
        index = self._model.index(row, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for key in chosen:
            other = self._model.row_of(key)
            if other is not None:
                selection.select(self._model.index(other, 0), QItemSelectionModel.SelectionFlag.Select)
        self.scrollTo(index)

    def current(self) -> Card | None:
        index = self.currentIndex()
        return self._model.cards[index.row()] if index.isValid() else None

    def told_of(self, card: Card | None) -> tuple[str, ...]:
        """Everything that is wrong with a card, in sentences; why its picture cannot be shown comes last."""
        if card is None:
            return ()
        lost = self._previews.fault(card.laid.page) if card.laid is not None else None
        return tuple(dict.fromkeys((*card.why, *((fault_sentence(lost),) if lost is not None else ()))))

    def chosen(self) -> list[Card]:
        """The chosen cards in their order, or else the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        current = self.current()
        return [self._model.cards[row] for row in rows] or ([current] if current is not None else [])

    def look_at(self, key: str) -> None:
        """Makes a card the current one and brings it into sight."""
        row = self._model.row_of(key)
        if row is not None:
            index = self._model.index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def look_at_next_odd(self, step: int) -> bool:
        """To the next card that needs a look (step 1) or the one before (-1); whether there is one."""
        at = self.currentIndex().row()
        rows = range(at + 1, len(self._model.cards)) if step > 0 else range(at - 1, -1, -1)
        for row in rows:
            if self._model.cards[row].needs_a_look or self._model.cards[row].doubtful:
                self.look_at(self._model.cards[row].key)
                return True
        return False

    def in_sight(self) -> list[Card]:
        """The cards that are on screen, as far as the eye can see, in order."""
        if not self._model.cards:
            return []
        grid, room = self.gridSize(), self.viewport().size()
        columns = max(1, room.width() // grid.width())
        first = max(0, self.verticalScrollBar().value() // grid.height()) * columns
        count = (room.height() // grid.height() + 2) * columns
        return list(self._model.cards[first : first + count])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        pages = [card.page for card in self.in_sight() if card.page is not None]
        self._previews.want([(page.laid.page, page.file) for page in pages])
        if self._drop_at is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(self._drop_line(*self._drop_at), QColor(theme.colours().accent))

    def _repaint(self, page: str) -> None:
        row = self._model.row_of(page)
        if row is None:
            return
        self.update(self._model.index(row, 0))
        card = self._model.cards[row]
        if row == self.currentIndex().row() and self.told_of(card) != card.why:
            self.looked_at.emit(card)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self._place_at(event.position().toPoint())
        self.viewport().update()
        edge, step = 40, 24
        bar = self.verticalScrollBar()
        if event.position().y() < edge:
            bar.setValue(bar.value() - step)
        elif event.position().y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + step)
        event.setAccepted(self._drop_at is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop_at = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        at, self._drop_at = self._place_at(event.position().toPoint()), None
        self.viewport().update()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the store moves pages, not the view
        event.accept()
        numbers = [card.laid.number for card in self.chosen() if card.laid is not None and card.laid.counts]
        laid = self._model.cards[at[0]].laid if at is not None else None
        if at is not None and laid is not None and numbers and laid.number not in numbers:
            self.dropped.emit(numbers, laid.number, at[1])

    def _place_at(self, point: QPoint) -> tuple[int, bool] | None:
        """The row of the card at a point, and whether it is its second half; None where no page counts."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        laid = self._model.cards[index.row()].laid
        if laid is None or not laid.counts:
            return None
        return index.row(), point.x() > self.visualRect(index).center().x()

    def _drop_line(self, row: int, behind: bool) -> QRect:  # noqa: FBT001 - as `_place_at` gives it
        rect = self.visualRect(self._model.index(row, 0))
        return QRect(rect.right() - 1 if behind else rect.left() - 1, rect.top(), 3, rect.height())
