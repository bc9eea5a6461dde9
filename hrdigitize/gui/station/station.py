"""The scanning station: one big button, a word in a colour with a symbol, for who feeds paper all day."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.gui.look.sounds import Sound, Sounds
from hrdigitize.gui.station.look import Thumbnail, looks, style_sheet, symbol, unit
from hrdigitize.gui.station.session import StationSession
from hrdigitize.gui.station.state import Light, ToRead

#: What foot switches send, and what lies under a thumb.
GO_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown)
NEXT_KEYS = (Qt.Key.Key_N, Qt.Key.Key_F9)
_MOST_TROUBLES = 2
#: A sentence with more letters is set smaller: who acts on it stands before the screen.
_LONG_WHY = 120
_MINUTE_S = 60


class _Parts(NamedTuple):
    """The labels whose words change."""

    word: QLabel
    symbol: QLabel
    why: QLabel
    number: QLabel
    unit: QLabel
    reading: QLabel
    troubles: QLabel


class Station(QWidget):
    """The window. sounds: what plays the tones."""

    def __init__(self, session: StationSession, sounds: Sounds) -> None:
        super().__init__()
        self.session = session
        self.sounds = sounds
        self._closing = False
        self._actions: dict[int, Callable[[], object]] = {}
        self.setObjectName("Station")
        self.setWindowTitle(self.tr("Trạm quét hồ sơ"))
        self.setMinimumSize(900, 560)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.parts = _Parts(*(QLabel() for _ in _Parts._fields))
        self.go, self.next = _button("Go"), _button("Next")
        self.mute, self.leave = _button("Mute"), _button("Leave")
        self.thumbnail = Thumbnail(self.tr("Chưa có trang nào"))
        self.progress = QProgressBar()
        self.light = QFrame()
        self._set_out()
        self._connect()
        self._show()

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        body = QGridLayout()
        body.setContentsMargins(20, 18, 20, 16)
        body.setSpacing(14)
        column.addLayout(body, 1)
        self._set_out_light()
        body.addWidget(self.light, 0, 0)
        body.addWidget(self._side(), 0, 1)
        body.addWidget(self.go, 1, 0)
        body.addWidget(self.next, 1, 1)
        body.addWidget(_named(QLabel(self._keys()), "StationKeys"), 2, 0, 1, 2)
        body.setColumnStretch(0, 7)
        body.setColumnStretch(1, 4)
        body.setRowStretch(0, 1)

    def _keys(self) -> str:
        return self.tr(
            "Phím cách, Enter hoặc bàn đạp: bắt đầu, dừng, quét tiếp   ·   N: hồ sơ mới   ·"
            "   F2: bật, tắt tiếng   ·   Esc: đóng"
        )

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("StationHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(20)
        row.addWidget(_named(QLabel(self.tr("Trạm quét")), "StationName"))
        row.addWidget(_named(QLabel(self.session.device), "StationDevice"))
        row.addStretch(1)
        row.addWidget(_named(QLabel(self.session.actor_name), "StationActor"))
        row.addWidget(self.mute)
        row.addWidget(self.leave)
        self.leave.setText(self.tr("Đóng (Esc)"))
        return head

    def _set_out_light(self) -> None:
        self.light.setObjectName("Light")
        inside = QVBoxLayout(self.light)
        inside.setContentsMargins(28, 20, 28, 20)
        _named(self.parts.word, "LightWord")
        _named(self.parts.why, "LightWhy").setWordWrap(True)
        self.parts.why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        inside.addStretch(1)
        for label in (self.parts.symbol, self.parts.word, self.parts.why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        inside.addStretch(1)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("StationCard")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(8)
        parts = self.parts
        for label, name in (
            (parts.number, "StationCount"),
            (parts.unit, "StationUnit"),
            (parts.troubles, "StationTroubles"),
            (parts.reading, "StationReading"),
        ):
            _named(label, name).setWordWrap(True)
        for label in (parts.number, parts.unit):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress.setTextVisible(False)
        counted = QVBoxLayout()
        counted.addStretch(1)
        counted.addWidget(parts.number)
        counted.addWidget(parts.unit)
        counted.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.thumbnail, 1)
        row.addLayout(counted, 1)
        inside.addLayout(row, 1)
        inside.addWidget(parts.troubles)
        inside.addWidget(parts.reading)
        inside.addWidget(self.progress)
        return side

    def _connect(self) -> None:
        self.session.changed.connect(self._show)
        self.session.seen.connect(self._show_page)
        self.session.sounded.connect(self._sound)
        self.session.rested.connect(self._close_if_wanted)
        for button, keys, action in (
            (self.go, GO_KEYS, self.session.go),
            (self.next, NEXT_KEYS, self.session.next_pile),
            (self.mute, (Qt.Key.Key_F2,), self._mute),
            (self.leave, (Qt.Key.Key_Escape,), self.close),
        ):
            button.clicked.connect(action)
            self._actions |= dict.fromkeys(keys, action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held down counts once: a foot on the switch must not start and stop by turns."""
        action = self._actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            action()

    def _mute(self) -> None:
        self.sounds.muted = not self.sounds.muted
        self._show()

    def _sound(self, sound: Sound) -> None:
        self.sounds.play(sound)

    def _show_page(self, image: QImage) -> None:
        self.thumbnail.show_image(image)

    def _show(self) -> None:
        """Everything that the state says."""
        state, parts = self.session.state, self.parts
        word, usual, button = self._words(state.light)
        parts.word.setText(word)
        why = state.why or usual
        parts.why.setText(why)
        parts.why.setProperty("long", len(why) > _LONG_WHY)
        parts.number.setText(str(state.pile.pages))
        parts.unit.setText(
            self.tr("trang của hồ sơ {number}\nđã lưu an toàn\n(cả buổi: {all})").format(
                number=state.pile.number, all=state.pages
            )
        )
        self.go.setText(button)
        self.go.setProperty("stops", state.light is Light.SCANNING)
        self.next.setText(self.tr("Hồ sơ mới (N)"))
        self.next.setEnabled(state.may_begin_next)
        self.mute.setText(self.tr("Bật tiếng (F2)") if self.sounds.muted else self.tr("Tắt tiếng (F2)"))
        troubles = [one for pile in state.piles for one in pile.troubles if one != state.why]
        parts.troubles.setVisible(bool(troubles))
        parts.troubles.setText("\n".join(f"⚠ {one}" for one in troubles[-_MOST_TROUBLES:]))
        parts.reading.setText(self._reading(state.to_read))
        self.progress.setRange(0, max(1, state.to_read.known))
        self.progress.setValue(state.to_read.read)
        self._colour(state.light)

    def _words(self, light: Light) -> tuple[str, str, str]:
        """The word, what it means when nothing is wrong, and what the button does."""
        return {
            Light.READY: (
                self.tr("Sẵn sàng"),
                self.tr("Đặt giấy của một hồ sơ vào khay, rồi bấm nút “Bắt đầu”."),
                self.tr("Bắt đầu"),
            ),
            Light.SCANNING: (
                self.tr("Đang quét"),
                self.tr("Trang đã đếm là trang đã được lưu trên đĩa."),
                self.tr("Ngừng"),
            ),
            Light.DONE: (
                self.tr("Xong"),
                self.tr("Khay đã hết giấy. Còn giấy của hồ sơ này thì đặt tiếp; hết thì chọn “Hồ sơ mới”."),
                self.tr("Quét tiếp"),
            ),
            Light.LOOK: (self.tr("Xem lại"), "", self.tr("Quét tiếp")),
        }[light]

    def _reading(self, to_read: ToRead) -> str:
        left = to_read.known - to_read.read
        if left <= 0:
            return self.tr("Đọc: không còn trang nào chờ")
        told = self.tr("Đọc: {read}/{known} trang").format(read=to_read.read, known=to_read.known)
        if to_read.waiting:
            told += self.tr(" · {count} hồ sơ chờ").format(count=to_read.waiting)
        if to_read.remaining_s is None:
            return told
        if to_read.remaining_s < _MINUTE_S:
            return told + self.tr(" · còn dưới 1 phút")
        minutes = round(to_read.remaining_s / _MINUTE_S)
        return told + self.tr(" · còn khoảng {minutes} phút").format(minutes=minutes)

    def _colour(self, light: Light) -> None:
        side = round(112 * unit(self.height()))
        self.parts.symbol.setPixmap(symbol(looks()[light], side, self.devicePixelRatioF()))
        self.light.setProperty("light", light.value)
        for dressed in (self.light, self.go, self.parts.word, self.parts.why):
            dressed.style().unpolish(dressed)
            dressed.style().polish(dressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All sizes follow the screen."""
        one = unit(self.height())
        self.setStyleSheet(style_sheet(one))
        self.go.setMinimumHeight(round(124 * one))
        self.next.setMinimumHeight(round(124 * one))
        self._colour(self.session.state.light)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Paper that moves is waited for: the window closes behind the page that is under way."""
        if self.session.scanning:
            if not self._closing:
                self._closing = True
                self.session.go()
            event.ignore()
            return
        self.session.next_pile()
        self.session.close()
        super().closeEvent(event)

    def _close_if_wanted(self) -> None:
        if self._closing:
            self.close()


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the window, not to one button
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _named(label: QLabel, name: str) -> QLabel:
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
