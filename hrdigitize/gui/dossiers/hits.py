"""Cadres that were found, page by page: the model fetches on as the person scrolls, and never all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from hrdigitize.domain.dates import parse_iso
from hrdigitize.domain.search import Summary
from hrdigitize.gui.look import theme
from hrdigitize.gui.look.row_painting import draw_elided, draw_ground
from hrdigitize.gui.look.tooltips import plain_tooltip

HIT = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _SNIPPET_PX = 62, 22


@dataclass(frozen=True, slots=True)
class Hit:
    """A cadre in the list. snippet: the place in a paper's text that says what was sought; "" for none."""

    summary: Summary
    snippet: str = ""


class HitModel(QAbstractListModel):
    """more_wanted: the person came to the end of what is here, and there is more."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._more = False
        self._asked = False

    def show(self, hits: Sequence[Hit], *, more: bool) -> None:
        """Another list."""
        self.beginResetModel()
        self._hits, self._more, self._asked = list(hits), more, False
        self.endResetModel()

    def add(self, hits: Sequence[Hit], *, more: bool) -> None:
        """The next page of the same list."""
        self._more, self._asked = more, False
        if not hits:
            return
        self.beginInsertRows(QModelIndex(), len(self._hits), len(self._hits) + len(hits) - 1)
        self._hits += hits
        self.endInsertRows()

    @property
    def summaries(self) -> tuple[Summary, ...]:
        return tuple(hit.summary for hit in self._hits)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._hits)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(hit.summary.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.summary.name}. {line_of(hit.summary)}"
        return hit.summary.name if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """Draws a cadre: the name, birth date and position, the unit; and the place in a paper that says it."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        hit: Hit = index.data(HIT)
        return QSize(160, _ROW_PX + (_SNIPPET_PX if hit.snippet else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        now = theme.colours()
        painter.save()
        draw_ground(painter, option)
        inner = rect.adjusted(12, 8, -10, -8)
        font = QFont(painter.font())
        font.setBold(True)
        top = self._line(painter, inner, 0, hit.summary.name or self.tr("(chưa rõ tên)"), font, now.ink)
        font.setBold(False)
        font.setPixelSize(theme.SMALL_PX)
        top = self._line(painter, inner, top + 3, line_of(hit.summary), font, now.muted)
        if hit.snippet:
            font.setItalic(True)
            self._line(painter, inner, top + 3, f"“{hit.snippet}”", font, now.ink)
        painter.restore()

    def _line(self, painter: QPainter, inner: QRect, top: int, text: str, font: QFont, colour: str) -> int:
        """One line, shortened to the width; where the next may begin."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        room = QRect(inner.left(), inner.top() + top, inner.width(), metrics.height())
        draw_elided(painter, room, Qt.AlignmentFlag.AlignVCenter, text)
        return top + metrics.height()


def line_of(summary: Summary) -> str:
    """Birth date, position, unit, as far as the record says them."""
    unit = summary.units[0] if summary.units else ""
    return " · ".join(part for part in (day(summary.birth_date), summary.position, unit) if part)


def day(iso: str) -> str:
    """A partial ISO date as people write it: 06/07/1970, 07/1970, 1970."""
    found = parse_iso(iso)
    if found is None:
        return iso
    parts = [f"{one:02d}" for one in (found.day, found.month) if one is not None]
    return "/".join([*parts, str(found.year)])
