"""The column on screen: strips of paper left, values right, the current one typed in its place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrdigitize.domain.reading import State
from hrdigitize.gui.columns.reasons import words_of
from hrdigitize.gui.columns.state import ColumnRow, ColumnState
from hrdigitize.gui.columns.strips import Strips
from hrdigitize.gui.desk import marks
from hrdigitize.gui.desk.entries import Entry, Mark
from hrdigitize.gui.desk.value_box import doubt_format
from hrdigitize.gui.desk.value_editor import ValueEditor
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.row_painting import draw_elided

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_ROW_PX = 96
#: Of a long value so many lines are seen, and the row below is not covered.
_LINES_A_ROW = 2
_PAD_PX = 10
_LINE_PX = 20
_ICON_PX = 15
_VALUE_PX = 18
#: Of the width, what the paper has.
_PAPER = 0.46
_AHEAD = 4
_PAGE = 5


def paper_room(row: QRect) -> QRect:
    """Where in a row its strip of paper stands."""
    return row.adjusted(_PAD_PX, _PAD_PX, -round(row.width() * (1 - _PAPER)), -_PAD_PX)


def value_room(row: QRect) -> QRect:
    """Where in a row its value stands, between the name above and the reasons below."""
    left = paper_room(row).right() + 2 * _PAD_PX
    return QRect(left, row.top() + 6 + _LINE_PX, row.right() - _PAD_PX - left, _ROW_PX - 2 * _LINE_PX - 12)


class _ColumnModel(QAbstractListModel):
    """The rows of a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: ColumnState | None = None

    def show(self, state: ColumnState | None) -> None:
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.state is None else len(self.state.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.state is None:
            return None
        row = self.state.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and row.entry:
            return f"{row.cell.title}: {_shown(row.entry)}"
        return None


def _shown(entry: Entry) -> str:
    if entry.answer.state is State.ILLEGIBLE:
        return QCoreApplication.translate("Columns", "không đọc được")
    if entry.answer.text:
        return entry.answer.text
    if entry.unseen:
        return QCoreApplication.translate("Columns", "máy không thấy")
    return QCoreApplication.translate("Columns", "giấy để trống")


class _RowDelegate(QStyledItemDelegate):
    """Draws a row; only those on screen are ever drawn."""

    def __init__(self, strips: Strips, parent: QObject) -> None:
        super().__init__(parent)
        self._strips = strips
        #: The row whose value stands in the editor.
        self.edited = -1
        #: Whether the editor is so high that it lies over the reasons below the value.
        self.covers = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(300, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ColumnRow = index.data(_ROW)
        entry, rect = row.entry, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, row, current=index.row() == self.edited)
        self._paper(painter, paper_room(rect), row)
        if entry is not None:
            self._words(painter, rect, row, entry, covered=index.row() == self.edited and self.covers)
            if index.row() != self.edited:
                self._value(painter, value_room(rect), entry)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: ColumnRow, *, current: bool) -> None:
        now = theme.colours()
        if current:
            painter.fillRect(rect, QColor(now.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(now.accent))
        elif row.is_open:
            painter.fillRect(rect, QColor(now.doubt_faint))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(now.line))

    def _paper(self, painter: QPainter, room: QRect, row: ColumnRow) -> None:
        now = theme.colours()
        painter.setPen(QColor(now.line))
        painter.setBrush(QColor(now.paper))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        strip = self._strips.at_hand(row.cell.document)
        if strip is not None and not strip.isNull():
            _draw_strip(painter, room.adjusted(6, 5, -6, -5), strip)
            return
        painter.setPen(QColor(now.muted))
        painter.drawText(room.adjusted(10, 0, -10, 0), _WRAPPED, self._instead(row, strip))

    def _instead(self, row: ColumnRow, strip: QImage | None) -> str:
        if row.cell.page is None:
            return self.tr("Máy không tìm thấy trường này trên ảnh.")
        return self.tr("Đang mở ảnh…") if strip is None else self.tr("Không mở được ảnh trang này.")

    def _words(self, painter: QPainter, rect: QRect, row: ColumnRow, entry: Entry, *, covered: bool) -> None:
        """covered: the reasons have no place of their own below, so they stand above."""
        room = value_room(rect)
        colour = marks.colour(entry.mark)
        icons.draw(
            painter,
            marks.drawing(entry.mark),
            colour,
            QRectF(room.left(), rect.top() + 8, _ICON_PX, _ICON_PX),
        )
        painter.setFont(_sized(painter.font(), theme.SMALL_PX))
        above = QRect(room.left() + _ICON_PX + 6, rect.top() + 6, room.width() - _ICON_PX - 6, _LINE_PX)
        painter.setPen(QColor(theme.colours().muted))
        said = [row.cell.title, marks.words(entry.mark), *([words_of(row)] if covered else [])]
        draw_elided(painter, above, _MIDDLE, " · ".join(filter(None, said)))
        if covered:
            return
        painter.setPen(QColor(theme.colours().doubt if row.is_open else theme.colours().muted))
        below = QRect(room.left(), room.bottom() + 1, room.width(), _LINE_PX)
        draw_elided(painter, below, _MIDDLE, words_of(row))

    def _value(self, painter: QPainter, room: QRect, entry: Entry) -> None:
        says_state = entry.answer.state is not State.VALUE or not entry.answer.text
        font = _sized(painter.font(), _VALUE_PX)
        font.setItalic(says_state)
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(_shown(entry), Qt.TextElideMode.ElideRight, room.width() - 8)
        layout = QTextLayout(text, font)
        grave = frozenset(entry.grave_at)
        formats = []
        for place in sorted(grave.union(entry.doubtful_at)):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = place, 1, doubt_format(grave=place in grave)
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(QColor(theme.colours().muted if says_state else theme.colours().ink))
        layout.draw(painter, QPointF(room.left() + 6, room.top() + (room.height() - line.height()) / 2))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


def _sized(font: QFont, size_px: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(size_px)
    return made


def _draw_strip(painter: QPainter, room: QRect, strip: QImage) -> None:
    """As large as it fits, from the left: the eye goes down one edge."""
    scale = min(room.width() / strip.width(), room.height() / strip.height())
    size = QSize(round(strip.width() * scale), round(strip.height() * scale))
    ratio = painter.device().devicePixelRatioF()
    scaled = strip.scaled(
        size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    top = room.top() + (room.height() - size.height()) / 2
    painter.drawImage(QRectF(room.left(), top, size.width(), size.height()), scaled)


class ColumnList(QListView):
    """Draws what is on screen and no more; the editor stands in the current row and goes with it.

    picked (place): a row was clicked. stepped (by): Up, Down and page keys in the editor.
    """

    picked = Signal(int)
    stepped = Signal(int)

    def __init__(self, strips: Strips, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _ColumnModel(self)
        self._strips = strips
        self._draws = _RowDelegate(strips, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._draws)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Các giá trị của cột"))
        self.editor = ValueEditor(self.viewport(), most_lines=_LINES_A_ROW)
        self.editor.setAccessibleName(self.tr("Giá trị của dòng đang xem"))
        self.editor.installEventFilter(self)
        self.editor.hide()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._want_strips)
        strips.ready.connect(self._strip_came)
        self.clicked.connect(lambda index: self.picked.emit(index.row()))

    def show_state(self, state: ColumnState | None) -> None:
        """Another column."""
        self._rows.show(state)
        self._look.start()

    def show_current(self, row: ColumnRow | None) -> None:
        """Another current row, or the same with another answer."""
        state = self._rows.state
        before, self._draws.edited = self._draws.edited, -1 if state is None or row is None else state.current
        for place in (before, self._draws.edited):
            self.update(self._rows.index(place, 0))
        entry = row.entry if row is not None else None
        self.editor.setVisible(entry is not None)
        if entry is None:
            return
        self.scrollTo(self._rows.index(self._draws.edited, 0), QListView.ScrollHint.EnsureVisible)
        has_text = entry.answer.state is State.VALUE
        self.editor.setPlaceholderText("" if has_text and entry.answer.text else _shown(entry))
        text = entry.answer.text if has_text else ""
        self.editor.show_text(text, entry.doubtful_at, entry.grave_at)
        self._place_editor()
        if not entry.doubtful_at:
            # Its end alone would not say what was read; a doubt's own place stays in sight.
            self.editor.show_beginning()
        self._look.start()

    def row_changed(self, place: int) -> None:
        """A row's answer came or went."""
        self.update(self._rows.index(place, 0))

    def mark_of(self, place: int) -> Mark | None:
        """The mark of a row as it is drawn."""
        row: ColumnRow | None = self._rows.index(place, 0).data(_ROW)
        return row.entry.mark if row is not None and row.entry is not None else None

    def _place_editor(self) -> None:
        if self._draws.edited < 0:
            return
        room = value_room(self.visualRect(self._rows.index(self._draws.edited, 0)))
        self.editor.setGeometry(QRect(room.left(), room.top(), room.width(), self.editor.height()))
        covers = self.editor.height() > room.height() + _PAD_PX
        if covers is not self._draws.covers:
            self._draws.covers = covers
            self.row_changed(self._draws.edited)

    def _want_strips(self) -> None:
        state = self._rows.state
        if state is None or not state.rows:
            return
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        last = first + self.viewport().height() // _ROW_PX + _AHEAD
        self._strips.want([row.cell for row in state.rows[first : last + 1]])

    def _strip_came(self, document: str) -> None:
        state = self._rows.state
        row = next((row for row in state.rows if row.cell.document == document), None) if state else None
        if state is not None and row is not None:
            self.update(self._rows.index(state.rows.index(row), 0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()
        self._look.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()
        self._look.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys go through the rows, not through the one line of the editor."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in steps:
                self.stepped.emit(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)
