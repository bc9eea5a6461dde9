"""The rows of a list of documents: fetched as they come into sight, and a few of them kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.stored import DocumentSummary, ListedPart, Sought
from hrdigitize.gui.desk.document_source import DocumentSource
from hrdigitize.gui.look.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole
#: Rows are fetched in blocks of so many; so many blocks are kept.
_BLOCK = 100
_BLOCKS_KEPT = 20


class DocumentRows(QAbstractListModel):
    """As many rows as there are documents; a row that is not there yet has no summary.

    settled: what was asked for last (`look_for`, `look_again`) is there.
    """

    settled = Signal()

    def __init__(
        self, source: DocumentSource, *, approved: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._sought = Sought(approved=approved)
        self._total = 0
        self._blocks: OrderedDict[int, tuple[DocumentSummary, ...]] = OrderedDict()
        self._old: set[int] = set()
        self._asked: set[int] = set()
        self._turn = 0
        self.is_settled = True

    @property
    def sought(self) -> Sought:
        """What is asked for; the rows may still be those of what was asked for before."""
        return self._sought

    def take_from(self, source: DocumentSource) -> None:
        """From elsewhere now."""
        self._source = source
        self.look_again()

    def look_for(self, typed: str) -> None:
        """Other documents: those whose titles hold what is typed."""
        self._sought = Sought(typed, self._sought.approved)
        self._begin(0, other=True)

    def look_again(self) -> None:
        """The same question, now that something has changed; the old answer stays on screen meanwhile."""
        self._begin(next(reversed(self._blocks), 0), other=False)

    def _begin(self, block: int, *, other: bool) -> None:
        self._turn += 1
        self._asked.clear()
        self._old = set(self._blocks)
        self.is_settled = False
        self._ask(block, other=other)

    def show_one(self, summary: DocumentSummary) -> None:
        """One document says something else now; what cannot be told from it alone is asked again."""
        row = self.row_of(summary.id)
        before = self.summary_at(row) if row is not None else None
        narrowed = self._sought.approved or self._sought.typed
        if narrowed and (before is None or (before.title, before.status) != (summary.title, summary.status)):
            self.look_again()
            return
        if row is None:
            return
        block, place = divmod(row, _BLOCK)
        rows = self._blocks[block]
        self._blocks[block] = (*rows[:place], summary, *rows[place + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))

    def find(self, document: DocumentId, found: Callable[[int | None], None]) -> None:
        """Tells the row of a document, which is then there or comes; None where it is not among these."""
        row, turn = self.row_of(document), self._turn
        if row is not None and not self._old:
            found(row)
            return

        def come(place: int | None) -> None:
            if turn == self._turn:
                found(place)

        self._source.place(document, self._sought, come)

    def row_of(self, document: DocumentId) -> int | None:
        """Where a document stands that is there; None for one that is not."""
        for block, rows in self._blocks.items():
            for place, one in enumerate(rows):
                if one.id == document:
                    return block * _BLOCK + place
        return None

    def summary_at(self, row: int) -> DocumentSummary | None:
        """What stands in a row; None while it is not there yet."""
        block, place = divmod(row, _BLOCK)
        if block not in self._blocks or block in self._old:
            self._ask(block)
        rows = self._blocks.get(block, ())
        if rows:
            self._blocks.move_to_end(block)
        return rows[place] if place < len(rows) else None

    def loaded(self) -> list[DocumentSummary]:
        """What is there, in the order of the rows."""
        return [one for block in sorted(self._blocks) for one in self._blocks[block]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == SUMMARY:
            return self.summary_at(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        summary = self.summary_at(index.row())
        if summary is None:
            return None
        return plain_tooltip(summary.title) if role == Qt.ItemDataRole.ToolTipRole else summary.title

    def _ask(self, block: int, *, other: bool = False) -> None:
        if block in self._asked:
            return
        self._asked.add(block)
        turn = self._turn
        self._source.part(
            self._sought, block * _BLOCK, lambda part: self._come(part, turn, block, other=other)
        )

    def _come(self, part: ListedPart, turn: int, block: int, *, other: bool) -> None:
        """What was asked for before the last question interests nobody any more."""
        if turn != self._turn:
            return
        self._asked.discard(block)
        if other or part.total < self._total:
            self._replace(part, block)
        else:
            self._grow(part.total)
            self._keep(part, block)
            self._tell(block)
        if not self.is_settled:
            self.is_settled = True
            for old in tuple(self._old):
                self._tell(old)
            self.settled.emit()

    def _replace(self, part: ListedPart, block: int) -> None:
        self.beginResetModel()
        self._blocks.clear()
        self._old.clear()
        self._total = part.total
        self._keep(part, block)
        self.endResetModel()

    def _grow(self, total: int) -> None:
        """Documents come behind those that are there."""
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()

    def _keep(self, part: ListedPart, block: int) -> None:
        self._blocks[block] = part.summaries[:_BLOCK]
        self._blocks.move_to_end(block)
        self._old.discard(block)
        while len(self._blocks) > _BLOCKS_KEPT:
            gone, _ = self._blocks.popitem(last=False)
            self._old.discard(gone)

    def _tell(self, block: int) -> None:
        """Whoever shows rows of it asks for them again."""
        first, rows = block * _BLOCK, self._blocks[block]
        if rows:
            self.dataChanged.emit(self.index(first), self.index(first + len(rows) - 1))
