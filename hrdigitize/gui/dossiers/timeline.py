"""The career on one axis of time: every row of the record that says from when to when, gaps, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.career import CAREER, Gap, Life, Stretch
from hrdigitize.domain.record import FieldPath
from hrdigitize.gui.dossiers.hits import day
from hrdigitize.gui.look import theme
from hrdigitize.gui.look.tooltips import plain_tooltip

_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _AXIS_PX, _BAR_PX, _PAD_PX = 46, 26, 14, 10
_TEXT_SHARE = 0.52
_LEAST_YEAR_PX = 46


class Sort(Enum):
    """What a line of the timeline is; each looks otherwise."""

    TITLE = "title"
    POST = "post"
    OTHER = "other"
    GAP = "gap"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, from when to when in words, and the days between which it lies on the axis."""

    sort: Sort
    text: str
    when: str = ""
    begin: date | None = None
    end: date | None = None
    goes_on: bool = False
    path: FieldPath | None = None


class Timeline(QWidget):
    """`picked` gives the path of the row on which the person stands, None for a gap or a title."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = _Axis()
        self._model = _Rows(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_RowDelegate(self._axis, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Quá trình công tác theo thời gian"))
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.empty = QLabel(
            self.tr("Lý lịch chưa có dòng nào ghi rõ từ tháng năm đến tháng năm, nên chưa vẽ được quá trình.")
        )
        self.empty.setObjectName("NoFields")
        self.empty.setWordWrap(True)
        self._untold = QLabel()
        self._untold.setObjectName("NoFields")
        self._untold.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.empty, self._untold, self._axis):
            column.addWidget(part)
        column.addWidget(self.view, 1)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    def show_life(self, life: Life, today: date, names: Mapping[str, str]) -> None:
        """names: of the tables. today: where what goes on until now ends."""
        span = life.between(today)
        self.empty.setVisible(span is None)
        self._axis.setVisible(span is not None)
        self.view.setVisible(span is not None)
        self._untold.setVisible(bool(life.untold))
        self._untold.setText(self.tr("%n dòng công tác không rõ thời gian, không vẽ được.", "", life.untold))
        self._axis.show_span(span)
        self._model.show(self._rows(life, today, names))

    def _rows(self, life: Life, today: date, names: Mapping[str, str]) -> tuple[Row, ...]:
        found: list[Row] = []
        for table, lane in life.stretches.items():
            found.append(Row(Sort.TITLE, names.get(table, table)))
            timed = [(one.start.earliest(), self._stretch(one, today, table)) for one in lane]
            if table == CAREER:
                timed += [(gap.after, self._gap(gap)) for gap in life.gaps]
            found += [row for _, row in sorted(timed, key=lambda pair: pair[0])]
        if life.events:
            found.append(Row(Sort.TITLE, names.get("decisions", self.tr("Quyết định"))))
        for event in life.events:
            on = event.on.earliest()
            found.append(Row(Sort.DECISION, event.text, day(event.on.iso()), on, on, path=event.path))
        return tuple(found)

    def _stretch(self, one: Stretch, today: date, table: str) -> Row:
        end = one.end.latest() if one.end is not None else today
        until = day(one.end.iso()) if one.end is not None else self.tr("nay")
        sort = Sort.POST if table == CAREER else Sort.OTHER
        when = f"{day(one.start.iso())} - {until}"
        return Row(
            sort,
            one.text,
            when,
            one.start.earliest(),
            max(end, one.start.earliest()),
            one.end is None,
            one.path,
        )

    def _gap(self, gap: Gap) -> Row:
        words = self.tr("Trống %n tháng, lý lịch không ghi", "", gap.months)
        return Row(Sort.GAP, words, f"{gap.after:%m/%Y} - {gap.before:%m/%Y}", gap.after, gap.before)

    def again(self) -> None:
        """Says once more where the person stands."""
        self._moved(self.view.currentIndex())

    def _moved(self, index: QModelIndex) -> None:
        row: Row | None = index.data(_ROW) if index.isValid() else None
        self.picked.emit(row.path if row is not None else None)


class _Rows(QAbstractListModel):
    """The lines; titles and gaps cannot be opened, but are read out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        title = self.rows[index.row()].sort is Sort.TITLE
        return Qt.ItemFlag.ItemIsEnabled if title else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.text)
        whole = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{row.when} {row.text}".strip() if role in whole else None


class _Axis(QWidget):
    """The years above the bars; says where a day lies."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_AXIS_PX)
        self._first, self._last = date(2000, 1, 1), date(2001, 1, 1)

    def show_span(self, span: tuple[date, date] | None) -> None:
        if span is not None:
            self._first = date(span[0].year, 1, 1)
            self._last = date(min(span[1].year + 1, date.max.year), 1, 1)
        self.update()

    def left(self, width: int) -> float:
        """Where the axis begins in a row so wide."""
        return width * _TEXT_SHARE

    def place(self, when: date, width: int) -> float:
        """Where a day lies in a row so wide."""
        begin, room = self.left(width), width * (1 - _TEXT_SHARE) - _PAD_PX
        return begin + room * (when - self._first).days / max((self._last - self._first).days, 1)

    def years(self, width: int) -> tuple[int, ...]:
        """The years that are written, as many as there is room for."""
        count = self._last.year - self._first.year
        room = width * (1 - _TEXT_SHARE)
        step = next(
            (one for one in (1, 2, 5, 10, 20, 50) if count and room * one / count >= _LEAST_YEAR_PX), 100
        )
        return tuple(year for year in range(self._first.year, self._last.year + 1) if year % step == 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(theme.SMALL_PX)
        painter.setFont(font)
        painter.fillRect(self.rect(), QColor(theme.colours().surface))
        painter.setPen(QColor(theme.colours().muted))
        for year in self.years(self.width()):
            at = self.place(date(year, 1, 1), self.width())
            if at < self.width() - _LEAST_YEAR_PX / 2:
                room = QRectF(at - _LEAST_YEAR_PX / 2, 0, _LEAST_YEAR_PX, self.height())
                painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(year))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(theme.colours().line))


class _RowDelegate(QStyledItemDelegate):
    """Words on the left, the bar on the axis."""

    def __init__(self, axis: _Axis, parent: QObject) -> None:
        super().__init__(parent)
        self._axis = axis

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: Row = index.data(_ROW)
        return QSize(200, 30 if row.sort is Sort.TITLE else _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        now = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected and row.sort is not Sort.TITLE:
            painter.fillRect(rect, QColor(now.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(now.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(now.line))
        if row.sort is Sort.TITLE:
            self._draw_title(painter, rect, row.text)
        else:
            self._draw_years(painter, rect)
            self._draw_words(painter, rect, row)
            self._draw_bar(painter, rect, row)
        painter.restore()

    def _draw_title(self, painter: QPainter, rect: QRect, text: str) -> None:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().accent_dark))
        painter.drawText(rect.adjusted(_PAD_PX, 0, -_PAD_PX, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _draw_years(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QColor(theme.colours().line))
        for year in self._axis.years(rect.width()):
            at = round(self._axis.place(date(year, 1, 1), rect.width()))
            painter.drawLine(at, rect.top(), at, rect.bottom())

    def _draw_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        now = theme.colours()
        width = round(self._axis.left(rect.width())) - 2 * _PAD_PX
        metrics = painter.fontMetrics()
        said = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, width)
        painter.setPen(QColor(now.doubt if row.sort is Sort.GAP else now.ink))
        room = QRect(rect.left() + _PAD_PX, rect.top() + 3, width, metrics.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), said)
        font = QFont(painter.font())
        font.setPixelSize(theme.SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        room.moveTop(room.bottom() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), row.when)

    def _draw_bar(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.begin is None or row.end is None:
            return
        now = theme.colours()
        left, right = (self._axis.place(when, rect.width()) for when in (row.begin, row.end))
        middle = rect.top() + rect.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if row.sort is Sort.DECISION:
            half = _BAR_PX / 2
            points = ((left, -half), (left + half, 0), (left, half), (left - half, 0))
            painter.setBrush(QColor(now.chart[3]))
            painter.drawPolygon(QPolygonF([QPointF(x, middle + y) for x, y in points]))
            return
        bar = QRectF(left, middle - _BAR_PX / 2, max(right - left, 3.0), _BAR_PX)
        if row.sort is Sort.GAP:
            painter.setBrush(QColor(now.doubt_soft))
            painter.drawRect(bar)
            painter.setBrush(QBrush(QColor(now.doubt), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
            return
        painter.setBrush(QColor(now.chart[0] if row.sort is Sort.POST else now.chart[2]))
        painter.drawRoundedRect(bar, 3, 3)
        if row.goes_on:
            tip = [
                QPointF(bar.right(), bar.top() - 2),
                QPointF(bar.right() + 7, middle),
                QPointF(bar.right(), bar.bottom() + 2),
            ]
            painter.drawPolygon(QPolygonF(tip))
