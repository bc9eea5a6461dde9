"""The settings of this window on this PC: colours, language, when it locks itself."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from hrdigitize.gui.admin.card import Card, stacked
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look import translation
from hrdigitize.gui.look.keys import Key, bind_button, shown
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.preferences import LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES, SchemeChoice
from hrdigitize.gui.look.spin_boxes import keep_from_edge

_WIDTH_PX = 520


class WindowSettingsSection(Section):
    """What was chosen counts at once: the window is opened anew, nobody has to log in again."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        card = Card(
            self.tr("Cửa sổ trên máy này"),
            self.tr("Các lựa chọn này chỉ áp dụng cho người đang dùng máy này và không đổi dữ liệu nào."),
        )
        self.scheme, self.language, self.idle = QComboBox(), QComboBox(), QSpinBox()
        for choice, words in (
            (SchemeChoice.LIGHT, self.tr("Sáng")),
            (SchemeChoice.DARK, self.tr("Tối")),
            (SchemeChoice.SYSTEM, self.tr("Theo máy")),
        ):
            self.scheme.addItem(words, choice)
        # Each language is called by its own name: whoever looks for it may not read the other one.
        self.language.addItem("Tiếng Việt", translation.VIETNAMESE)
        self.language.addItem("English", translation.ENGLISH)
        self.idle.setRange(LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES)
        self.idle.setSuffix(self.tr(" phút"))
        keep_from_edge(self.idle)
        card.add_row(self.tr("Giao diện"), self.scheme)
        card.add_row(self.tr("Ngôn ngữ"), self.language)
        card.add_row(self.tr("Tự khóa khi không ai dùng sau"), self.idle)
        words = self.tr("Áp dụng ({key})").format(key=shown(Key.RUN))
        self.button = card.add_button(words, self._apply, primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(stacked(card, most_px=_WIDTH_PX))
        bind_button(Key.RUN, self, self.button, self.tr("Áp dụng cài đặt"))
        self._show()

    def first(self) -> QWidget:
        return self.scheme

    def opened(self) -> None:
        self._show()

    def _show(self) -> None:
        now = self.frame.preferences.now
        self.scheme.setCurrentIndex(self.scheme.findData(now.scheme))
        self.language.setCurrentIndex(self.language.findData(now.language))
        self.idle.setValue(now.idle_minutes)

    def _apply(self) -> None:
        before = self.frame.preferences.now
        self.frame.preferences.change(
            scheme=SchemeChoice(self.scheme.currentData()),
            language=self.language.currentData(),
            idle_minutes=self.idle.value(),
        )
        if self.frame.preferences.now == before:
            self.say(self.tr("Các cài đặt này đang được dùng rồi."))
            return
        self.frame.ways.reopen.emit()
