"""What stands in the room "Sắp xếp": documents left, their pages in the middle, one document's data right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import PageId
from hrdigitize.gui.arrange.close_look import CloseLook
from hrdigitize.gui.arrange.details import DocumentDetails
from hrdigitize.gui.arrange.paper_list import PaperList
from hrdigitize.gui.arrange.picker import Picker
from hrdigitize.gui.arrange.tools import PageTools
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.pages.page_grid import PageGrid
from hrdigitize.gui.pages.previews import Previews
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.permissions import Action

_LIST_PX, _DETAILS_PX, _NARROW_DETAILS_PX = 236, 284, 252
_ROOM_FOR_LIST_PX = 1060


class ArrangePage(QWidget):
    """The widgets, and how they are laid out; the room says what they do."""

    def __init__(
        self,
        previews: Previews,
        fetch: Callable[[PageId], Picture],
        aside: Tasks,
        may: Mapping[Action, bool],
        notice: Notice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self.batches = QComboBox()
        self.batches.setAccessibleName(self.tr("Đợt quét"))
        self.batches.setPlaceholderText(self.tr("Chưa có đợt quét"))
        self.batches.setMinimumWidth(160)
        self.batches.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.batches_label = QLabel(self.tr("Đợt quét ({key}):").format(key=shown(Key.FILTER)))
        self.subtitle = ElidedLabel("Subtitle")
        self.count = QLabel()
        self.count.setObjectName("Count")
        self.verify_button = QPushButton(self.tr("Kiểm tra ({key})").format(key=shown(Key.ONWARD)))
        self.verify_button.setIcon(icons.icon("verify", theme.colours().on_accent))
        self.verify_button.setObjectName("Primary")
        self.list_button = QPushButton()
        self.list_button.setIcon(icons.icon("panel", theme.colours().accent))
        self.list_button.setAccessibleName(self.tr("Danh sách tài liệu"))
        self.list_button.setText(shown(Key.LIST))
        self.list_button.setToolTip(self.tr("Hiện hoặc ẩn danh sách tài liệu"))
        self.tools = PageTools()
        self.papers = PaperList()
        self.papers.setAccessibleName(self.tr("Tài liệu của đợt quét"))
        self.grid = PageGrid(previews, banded=True, movable=may[Action.ARRANGE])
        self.grid.setAccessibleName(self.tr("Các trang của đợt quét"))
        self.why = QLabel()
        self.why.setObjectName("PageQuality")
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.details = DocumentDetails(may)
        self.types = Picker(self.tr("Loại tài liệu"), self.tr("Gõ không cần dấu…"), filters=True)
        self.cadres = Picker(
            self.tr("Đưa vào hồ sơ của"), self.tr("Họ tên hoặc số định danh…"), filters=False
        )
        self.side = QStackedWidget()
        self.close_look = CloseLook(fetch, aside)
        self.middle = QStackedWidget()
        self.work = QWidget()
        self.welcome = QLabel()
        self.welcome.setObjectName("Welcome")
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setWordWrap(True)
        self._list_by_hand: bool | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        for widget in (self.details, self.types, self.cadres):
            self.side.addWidget(widget)
        frame = QFrame()
        frame.setObjectName("Details")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 12, 6, 8)
        inside.addWidget(self.side)
        self._details_frame = frame
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._pages(), 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.middle, 1)
        body.addWidget(frame)
        self.middle.addWidget(self.work)
        self.middle.addWidget(self.close_look)
        self.middle.addWidget(self.welcome)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 6)
        notices.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(notices)
        column.addWidget(self.tools)
        column.addLayout(body, 1)
        column.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(self.list_button)
        head.addWidget(self.batches_label)
        head.addWidget(self.batches, 2)
        head.addWidget(self.subtitle, 3)
        head.addWidget(self.count)
        head.addWidget(self.verify_button)
        return head

    def _left(self) -> QFrame:
        self._panel = QFrame()
        self._panel.setObjectName("Panel")
        self._panel.setFixedWidth(_LIST_PX)
        heading = QLabel(self.tr("Tài liệu"))
        heading.setObjectName("PanelTitle")
        heading.setContentsMargins(10, 0, 10, 0)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.papers, 1)
        return self._panel

    def _pages(self) -> QWidget:
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.why)
        return pages

    def _foot(self) -> Foot:
        return Foot(
            Hint(("Enter",), self.tr("xem trang lớn")),
            Hint((shown(Key.PREVIOUS_PROBLEM), shown(Key.NEXT_PROBLEM)), self.tr("trang cần xem")),
            Hint((shown(Key.NEXT_DOCUMENT),), self.tr("tài liệu cần xem")),
            Hint((shown(Key.DOCUMENT_TYPE),), self.tr("loại tài liệu")),
            Hint(("Shift+→",), self.tr("chọn nhiều trang")),
            Hint((shown(Key.EDITOR),), self.tr("về các trang")),
            Hint((shown(Key.COMPARE),), self.tr("so sánh trang trùng")),
            Hint((shown(Key.LIST),), self.tr("danh sách tài liệu")),
        )

    def show_part(self, part: QWidget) -> None:
        """Cards, a close look, or a word on what to do; the data stands beside cards only."""
        self.middle.setCurrentWidget(part)
        self._details_frame.setVisible(part is self.work)
        self.tools.setVisible(part is not self.welcome)

    def toggle_list(self) -> None:
        """Shows or hides the list of documents; the person's wish counts from now on."""
        self._list_by_hand = not self._panel.isVisible()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        roomy = self.width() >= _ROOM_FOR_LIST_PX
        self._panel.setVisible(roomy if self._list_by_hand is None else self._list_by_hand)
        self._details_frame.setFixedWidth(_DETAILS_PX if roomy else _NARROW_DETAILS_PX)
        self.subtitle.setVisible(roomy)
