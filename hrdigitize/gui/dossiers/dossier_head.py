"""The head of a dossier: who it is, where he works, and what can be done with the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.record import Cadre
from hrdigitize.domain.summaries import entry_of
from hrdigitize.gui.dossiers.hits import day
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, shown

_PHOTO_PX = QSize(54, 68)
_CARD_DIGITS = 9


class DossierHead(QWidget):
    """A place for the photograph, name, birth, position and unit; printing."""

    def __init__(self, *, may_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = _NoPhoto()
        self.name = ElidedLabel("Title")
        self._born = ElidedLabel("Subtitle")
        self._work = ElidedLabel("Subtitle")
        self.alone = QLabel(self.tr("Một người nhập và duyệt"))
        self.alone.setObjectName("Count")
        self.alone.setToolTip(self.tr("Có giá trị do một người vừa nhập vừa duyệt, sau khi nhập lại lần hai"))
        self.print_button = QPushButton(self.tr("In phiếu ({key})").format(key=shown(Key.PRINT)))
        self.print_button.setObjectName("Primary")
        self.print_button.setIcon(icons.icon("print", theme.colours().on_accent))
        if not may_print:
            self.print_button.hide()
        names = QVBoxLayout()
        names.setSpacing(1)
        for part in (self.name, self._born, self._work):
            names.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.photo)
        row.addLayout(names, 1)
        row.addWidget(self.alone)
        row.addWidget(self.print_button)

    def show_cadre(self, cadre: Cadre) -> None:
        """By the record as it counts now."""
        one = entry_of(cadre, frozenset()).summary
        self.name.setText(one.name or self.tr("(chưa rõ tên)"))
        birth = day(one.birth_date) or cadre.text("birth_date")
        born = self.tr("Sinh {day}").format(day=birth) if birth else ""
        number = self._number(one.id_number)
        self._born.setText(" · ".join(part for part in (born, one.sex, number) if part))
        self._work.setText(" · ".join(part for part in (one.position, *one.units[:1]) if part))
        self.alone.setVisible(cadre.alone)

    def _number(self, number: str) -> str:
        """Identity cards before the personal numbers (Law on Citizen Identification 2014) had nine digits."""
        if not number:
            return ""
        of_card = len(number) == _CARD_DIGITS
        words = self.tr("Số CMND {number}") if of_card else self.tr("Số định danh {number}")
        return words.format(number=number)


class _NoPhoto(QWidget):
    """The frame for the photograph: none is kept yet, which is said kindly."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_PHOTO_PX)
        self.setAccessibleName(self.tr("Hồ sơ chưa có ảnh"))
        self.setToolTip(self.tr("Hồ sơ chưa có ảnh chân dung. Ảnh trên giấy xem ở phần Tài liệu."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.colours()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(now.edge))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(frame, 4, 4)
        icons.draw(painter, "dossiers", now.handle, QRectF(15, 8, 24, 24))
        font = QFont(self.font())
        font.setPixelSize(theme.SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        room = frame.adjusted(2, 32, -2, -2)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.tr("Chưa có ảnh"))
