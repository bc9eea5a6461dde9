"""The row for scanning: scanner, settings, both sides by hand, and the button that moves paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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

from hrdigitize.capture.scanners import Device
from hrdigitize.domain.scanning import ScanProfile
from hrdigitize.gui.look import icons, theme
from hrdigitize.services.both_sides import Standing

#: What has no name above it stands on the line of the boxes.
_LINE = Qt.AlignmentFlag.AlignBottom


class ScanBar(QFrame):
    """`started`: the button was pressed; `more_fronts`: the stack is not turned over yet, fronts go on;
    `left_sides`: the pages stay as they came. preferred: the scanner to begin with, if it answers.
    """

    started = Signal()
    more_fronts = Signal()
    left_sides = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Bar")
        self.standing: Standing | None = None
        self.preferred = ""
        self.devices, self._device_field = _field(self.tr("Máy quét"))
        self.profiles, self._profile_field = _field(self.tr("Thiết lập quét"))
        self.by_hand = QCheckBox(self.tr("Hai mặt, lật tay"))
        self.by_hand.setToolTip(
            self.tr("Máy quét một mặt: quét hết mặt trước, lật cả chồng giấy rồi quét mặt sau.")
        )
        self.button = QPushButton()
        self.button.setObjectName("Primary")
        self.button.setIcon(icons.icon("scanner", theme.colours().on_accent))
        self.leave_button = QPushButton(self.tr("Giữ thứ tự này"))
        self.leave_button.setToolTip(self.tr("Không quét mặt sau: các trang giữ thứ tự như đã quét."))
        self.more_button = QPushButton(self.tr("Quét tiếp mặt trước"))
        self.said = QLabel(self.tr("Đang tìm máy quét…"))
        self.said.setObjectName("Hint")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.said)
        row.addWidget(self._device_field, 2)
        row.addWidget(self._profile_field, 2)
        # As high as a box: its words stand on the line of theirs.
        self.by_hand.setMinimumHeight(self.devices.sizeHint().height())
        row.addWidget(self.by_hand, 0, _LINE)
        row.addStretch(1)
        for button in (self.leave_button, self.more_button, self.button):
            row.addWidget(button, 0, _LINE)
        self.button.clicked.connect(self.started)
        self.leave_button.clicked.connect(self.left_sides)
        self.more_button.clicked.connect(self.more_fronts)
        self.by_hand.toggled.connect(lambda: self.show_standing(self.standing))
        self.show_standing(None)
        self._show_found(known=False)

    def show_found(self, devices: Sequence[Device], profiles: Sequence[ScanProfile]) -> None:
        """The scanners that answer and the settings that are kept; what was chosen stays."""
        device = self.devices.currentData() or self.preferred
        _fill(self.devices, [(one.name, one.id) for one in devices])
        self.devices.setCurrentIndex(max(0, self.devices.findData(device)))
        name = self.profiles.currentText()
        _fill(self.profiles, [(profile.name, profile) for profile in profiles])
        self.profiles.setCurrentIndex(max(0, self.profiles.findText(name)))
        self._show_found(known=True)

    def show_standing(self, standing: Standing | None) -> None:
        """How far a stack is whose sides are scanned by hand; None: there is none."""
        self.standing = standing
        self.leave_button.setVisible(standing is not None)
        self.more_button.setVisible(standing is not None and not standing.turned)
        if standing is not None:
            self.by_hand.setChecked(True)
        self.by_hand.setEnabled(standing is None)
        if standing is not None:
            words = self.tr("Đã lật chồng giấy, quét {count} mặt sau").format(
                count=standing.fronts - standing.backs
            )
        elif self.by_hand.isChecked():
            words = self.tr("Quét các mặt trước")
        else:
            words = self.tr("Bắt đầu quét")
        self.button.setText(words)

    @property
    def device(self) -> str:
        """The chosen scanner, as the system calls it; "" for none."""
        profile = self.profile
        own = profile.settings.device if profile is not None else ""
        return own or str(self.devices.currentData() or "")

    @property
    def profile(self) -> ScanProfile | None:
        chosen = self.profiles.currentData()
        return chosen if isinstance(chosen, ScanProfile) else None

    def _show_found(self, *, known: bool) -> None:
        some = self.devices.count() > 0
        self._device_field.setVisible(some)
        self._profile_field.setVisible(some)
        self.by_hand.setVisible(some)
        self.button.setEnabled(some)
        self.said.setVisible(not some)
        if known and not some:
            self.said.setText(
                self.tr("Không thấy máy quét nào. Xin bật máy, cắm dây rồi nhấn lại phím quét.")
            )
        elif not known:
            self.said.setText(self.tr("Đang tìm máy quét…"))


def _fill(box: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    box.clear()
    for text, value in entries:
        box.addItem(text, value)


def _field(name: str) -> tuple[QComboBox, QWidget]:
    """A box with its name above: beside it there is no room in a small window."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(80)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    label = QLabel(name)
    label.setObjectName("Hint")
    label.setBuddy(box)
    field = QWidget()
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(box)
    return box, field
