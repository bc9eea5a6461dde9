"""The list of cadres with its search box; Enter opens, Down goes from the box into the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.record import CadreId
from hrdigitize.domain.search import Summary
from hrdigitize.gui.dossiers.hits import HIT, Hit, HitDelegate, HitModel
from hrdigitize.gui.dossiers.search_session import SearchSession
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown


class HitList(QFrame):
    """`chosen` gives the cadre (Summary) whose dossier the person wants to see."""

    chosen = Signal(object)

    def __init__(self, session: SearchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._session = session
        self._open_first = False
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Tìm tên, số định danh… ({key})").format(key=shown(Key.FILTER)))
        self.box.setAccessibleName(self.tr("Tìm hồ sơ theo tên, số định danh, chữ trong tài liệu"))
        self.box.setClearButtonEnabled(True)
        self._only = ElidedLabel("Hint")
        self.all_button = QPushButton(self.tr("Bỏ lọc"))
        self.all_button.setObjectName("Quiet")
        self.all_button.setIcon(icons.icon("close", theme.colours().accent))
        self._narrowed = QWidget()
        self._model = HitModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Hồ sơ tìm được"))
        self.empty = QLabel()
        self.empty.setObjectName("Hint")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.hide()
        self._lay_out()
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        self.box.returnPressed.connect(self._choose_first)
        self.all_button.clicked.connect(self.show_all)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self._model.more_wanted.connect(session.more)
        session.found.connect(self._show)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Hồ sơ cán bộ"))
        heading.setObjectName("PanelTitle")
        narrowed = QHBoxLayout(self._narrowed)
        narrowed.setContentsMargins(10, 0, 4, 0)
        narrowed.setSpacing(4)
        narrowed.addWidget(self._only, 1)
        narrowed.addWidget(self.all_button)
        self._narrowed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        for widget in (heading, self.box, self.empty):
            row = QVBoxLayout()
            row.setContentsMargins(10, 0, 10, 0)
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self._narrowed)
        column.addWidget(self.view, 1)

    @property
    def cadres(self) -> tuple[Summary, ...]:
        """Whom the list has fetched so far."""
        return self._model.summaries

    def start_searching(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def narrow(self, words: str) -> None:
        """Says to whom the list is narrowed; the search box is empty then."""
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.box.clear()
        self.box.blockSignals(False)  # noqa: FBT003
        self._only.setText(words)
        self._narrowed.setVisible(bool(words))

    def show_all(self) -> None:
        """The search again, from all cadres."""
        self.narrow("")
        self._session.show_only(None)
        self.start_searching()

    def select(self, cadre: CadreId) -> None:
        """Points at a cadre, where the list has him, without opening."""
        row = next((at for at, one in enumerate(self.cadres) if one.cadre == cadre), None)
        if row is None:
            self.view.clearSelection()
            return
        self.view.setCurrentIndex(self._model.index(row, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the box goes to the list."""
        pressed = (
            event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        )
        if pressed == Qt.Key.Key_Down and self._model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._model.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._narrowed.hide()
        self._open_first = False
        self._session.type(text)

    def _show(self, hits: tuple[Hit, ...], more: bool, fresh: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        if not fresh:
            self._model.add(hits, more=more)
            return
        self._model.show(hits, more=more)
        self.empty.setText("" if hits else self._what_to_do())
        self.empty.setVisible(not hits)
        if self._open_first and hits:
            self._choose(self._model.index(0, 0))
        self._open_first = False

    def _what_to_do(self) -> str:
        if self.box.text().strip():
            return self.tr("Không tìm thấy ai. Xin thử ít chữ hơn, hoặc gõ không dấu.")
        if self._session.only is not None:
            return self.tr("Không có hồ sơ nào thuộc nhóm này.")
        return self.tr("Chưa có hồ sơ nào. Hồ sơ hiện ở đây sau khi tài liệu được duyệt ở phần Kiểm tra.")

    def _choose(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self.chosen.emit(index.data(HIT).summary)

    def _choose_first(self) -> None:
        """Enter before the answer has come opens its first hit once it is there."""
        if self._session.waiting:
            self._open_first = True
            return
        if self._model.rowCount():
            self._choose(self._model.index(0, 0))
