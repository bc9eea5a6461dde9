"""What stands in the room "Tiếp nhận": batches left, the cards of one right, what brings more above them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.intake.batch_list import BatchLines
from hrdigitize.gui.intake.scan_bar import ScanBar
from hrdigitize.gui.intake.words import marking_words
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.pages.page_grid import PageGrid
from hrdigitize.gui.pages.previews import Previews

_LIST_PX, _NARROW_LIST_PX = 272, 214
_WIDE_PX = 1060


class IntakePage(QWidget):
    """The widgets, and how they are laid out; the room says what they do."""

    def __init__(self, previews: Previews, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.batches = BatchLines(self.tr("Chưa có đợt quét nào. Đợt quét mới sẽ hiện ở đây."))
        self.title = ElidedLabel("Title", self.tr("Tiếp nhận"))
        self.subtitle = ElidedLabel("Subtitle")
        self.files_button = _button("add-files", primary=True)
        self.folder_button = _button("folder")
        self.scan_button = _button("scanner")
        self.stop_button = _button("stop")
        self.read_button = _button("go-on", primary=True)
        self.pause_button = _button("pause")
        self.arrange_button = _button("arrange")
        self.verify_button = _button("verify")
        self.marked_button = _button("approve")
        self.notice_button = _button("print")
        self.marking = QComboBox()
        for marking in Secrecy:
            self.marking.addItem(marking_words(marking), marking)
        self.marking_label = QLabel(self.tr("Độ mật:"))
        self.marking_label.setBuddy(self.marking)
        self.marking.setAccessibleName(self.tr("Độ mật của đợt sắp nhận"))
        # Its label gives way in a narrow window.
        self.marking.setToolTip(self.marking.accessibleName())
        self.into = QCheckBox()
        self.scan_bar = ScanBar()
        self.scan_bar.hide()
        self.trouble = QLabel()
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble_bar = QFrame()
        self.trouble_bar.setObjectName("Trouble")
        self.grid = PageGrid(previews)
        self.grid.setAccessibleName(self.tr("Các trang của đợt quét"))
        self.why = QLabel()
        self.why.setObjectName("PageQuality")
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.welcome = QLabel()
        self.welcome.setObjectName("Welcome")
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setWordWrap(True)
        self._paused = False
        self._lay_out()
        self._word()

    def _lay_out(self) -> None:
        work = QVBoxLayout()
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addLayout(self._head())
        work.addLayout(self._bar())
        work.addWidget(self.scan_bar)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 6)
        notices.addWidget(self.notice)
        work.addLayout(notices)
        work.addWidget(self._trouble_bar())
        work.addWidget(self.grid, 1)
        work.addWidget(self.welcome, 1)
        work.addWidget(self.why)
        work.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.batches)
        row.addLayout(work, 1)

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 8)
        head.setSpacing(8)
        head.addLayout(names, 1)
        for button in (self.read_button, self.pause_button, self.arrange_button, self.verify_button):
            head.addWidget(button)
        return head

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 0, 12, 8)
        bar.setSpacing(8)
        for button in (self.files_button, self.folder_button, self.scan_button, self.stop_button):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.into)
        bar.addWidget(self.marking_label)
        bar.addWidget(self.marking)
        return bar

    def _trouble_bar(self) -> QFrame:
        row = QHBoxLayout(self.trouble_bar)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.trouble, 1)
        row.addWidget(self.marked_button)
        row.addWidget(self.notice_button)
        return self.trouble_bar

    def _foot(self) -> Foot:
        return Foot(
            Hint((shown(Key.PREVIOUS_PROBLEM), shown(Key.NEXT_PROBLEM)), self.tr("trang cần xem")),
            Hint(("Tab",), self.tr("danh sách, trang")),
            Hint((shown(Key.FILTER),), self.tr("lọc đợt quét")),
            Hint((shown(Key.PREFER),), self.tr("ưu tiên đọc đợt này")),
            Hint((shown(Key.STOP),), self.tr("ngừng nhận hoặc ngừng đọc")),
            Hint((shown(Key.PAUSE_READING),), self.tr("tạm dừng đọc, đọc tiếp")),
        )

    @property
    def chosen_marking(self) -> Secrecy:
        """What the operator says that the next batch is."""
        return Secrecy(self.marking.currentData())

    def show_paused(self, *, paused: bool) -> None:
        """Whether reading rests: the same button lets it go on. Behind whatever shows or hides buttons."""
        self._paused = paused
        self._word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word()

    def _word(self) -> None:
        """Longer words where there is room for them."""
        wide = self.width() >= _WIDE_PX
        self.batches.setFixedWidth(_LIST_PX if wide else _NARROW_LIST_PX)
        self.marking_label.setVisible(wide and not self.marking.isHidden())
        texts = {
            self.files_button: (self.tr("Thêm tệp… ({key})"), self.tr("Tệp… ({key})"), Key.ADD_FILES),
            self.folder_button: (
                self.tr("Thêm thư mục… ({key})"),
                self.tr("Thư mục…"),
                Key.ADD_FOLDER,
            ),
            self.scan_button: (self.tr("Quét giấy… ({key})"), self.tr("Quét ({key})"), Key.SCAN),
            self.stop_button: (self.tr("Ngừng nhận ({key})"), self.tr("Ngừng ({key})"), Key.STOP),
            self.read_button: (self.tr("Đọc tiếp ({key})"), self.tr("Đọc tiếp ({key})"), Key.READ),
            self.pause_button: self._pause_words(),
            self.arrange_button: (self.tr("Sắp xếp ({key})"), self.tr("Sắp xếp ({key})"), Key.ONWARD),
            self.verify_button: (
                self.tr("Kiểm tra ({key})"),
                self.tr("Kiểm tra ({key})"),
                Key.NEXT_DOCUMENT,
            ),
            self.marked_button: (
                self.tr("Xác nhận là tài liệu Mật ({key})"),
                self.tr("Xác nhận Mật ({key})"),
                Key.CONFIRM_MARKING,
            ),
            self.notice_button: (
                self.tr("In phiếu trả tài liệu… ({key})"),
                self.tr("In phiếu trả ({key})"),
                Key.PRINT,
            ),
        }
        for button, (long, short, key) in texts.items():
            button.setText((long if wide else short).format(key=shown(key)))
            button.setToolTip("" if wide else long.format(key=shown(key)))
        self.into.setText(self.tr("Thêm vào đợt đang chọn") if wide else self.tr("Vào đợt này"))
        if not (wide or (self.into.isHidden() and self.stop_button.isHidden())):
            self._word_barely()

    def _word_barely(self) -> None:
        """More than usual stands in the bar of a narrow window: the tooltips alone have the keys."""
        self.files_button.setText(self.tr("Tệp…"))
        self.scan_button.setText(self.tr("Quét…"))
        self.stop_button.setText(self.tr("Ngừng"))

    def _pause_words(self) -> tuple[str, str, Key]:
        if self._paused:
            return self.tr("Đọc tiếp ({key})"), self.tr("Đọc tiếp ({key})"), Key.PAUSE_READING
        return self.tr("Tạm dừng đọc ({key})"), self.tr("Tạm dừng ({key})"), Key.PAUSE_READING


def _button(drawing: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton()
    button.setIcon(icons.icon(drawing, theme.colours().on_accent if primary else theme.colours().accent))
    if primary:
        button.setObjectName("Primary")
    return button
