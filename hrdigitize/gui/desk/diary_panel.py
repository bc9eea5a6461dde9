"""Why a document is put by, what was noted about it, and where a person says so; nothing of it is modal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.holding import LONGEST_REMARK, Diary, Holding, HoldReason, Note
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_MOST_HISTORY_PX, _MOST_ON_LOW_PX = 96, 44
#: A window lower than this (pixels) has room for the newest lines only, and for no heading.
_LOW_WINDOW_PX = 600


def reason_words(reason: HoldReason) -> str:
    """The reason as the screen says it."""
    return {
        HoldReason.ILLEGIBLE: QCoreApplication.translate("HoldReason", "Chữ không đọc được"),
        HoldReason.CONTRADICTORY: QCoreApplication.translate("HoldReason", "Nội dung mâu thuẫn"),
        HoldReason.MISSING_PAGE: QCoreApplication.translate("HoldReason", "Thiếu trang"),
        HoldReason.SECRET_MARKING: QCoreApplication.translate("HoldReason", "Có dấu chỉ độ mật"),
        HoldReason.ASK_PERSON: QCoreApplication.translate("HoldReason", "Cần hỏi người khai"),
        HoldReason.OTHER: QCoreApplication.translate("HoldReason", "Lý do khác"),
    }[reason]


def holding_words(holding: Holding) -> str:
    """Why a document is put by, with what was added in other words."""
    if holding.reason is None:
        return QCoreApplication.translate("HoldReason", "Thôi tạm giữ")
    words = reason_words(holding.reason)
    return f"{words}: {holding.remark}" if holding.remark else words


def _line(entry: Holding | Note) -> str:
    when = entry.at.astimezone().strftime("%d/%m/%Y %H:%M")
    if isinstance(entry, Note):
        said = QCoreApplication.translate("HoldReason", "Ghi chú của {name}: {text}").format(
            name=entry.by, text=entry.text
        )
        return f"{when} · {said}"
    if entry.reason is None:
        said = holding_words(entry)
    else:
        said = QCoreApplication.translate("HoldReason", "Tạm giữ – {reason}").format(
            reason=holding_words(entry)
        )
    return f"{when} · {entry.by}: {said}"


class HeldBar(QFrame):
    """Over a document that is put by: why, since when, and the button that lets it go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("HeldBar")
        icon = QLabel()
        icon.setPixmap(icons.icon("hold", theme.colours().doubt).pixmap(20, 20))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.button = QPushButton(self.tr("Thôi tạm giữ ({key})").format(key=shown(Key.HOLD)))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def said(self) -> str:
        return self._words.text()

    def show_holding(self, holding: Holding | None) -> None:
        """None: the document is not put by, and nothing is shown."""
        self.setVisible(holding is not None)
        if holding is not None:
            self._words.setText(
                self.tr("Đang tạm giữ. {reason} ({by}, {when})").format(
                    reason=holding_words(holding),
                    by=holding.by,
                    when=holding.at.astimezone().strftime("%d/%m/%Y %H:%M"),
                )
            )


class DiaryPanel(QFrame):
    """Opened by a key: what was said so far, and one line for more. What was typed stays until it is kept.

    hold_wanted (reason, words), note_wanted (words), closed.
    """

    hold_wanted = Signal(object, str)
    note_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("DiaryPanel")
        self._title = QLabel()
        self._title.setObjectName("PanelTitle")
        self._history = QLabel()
        self._history.setTextFormat(Qt.TextFormat.PlainText)
        self._history.setWordWrap(True)
        self._history.setObjectName("History")
        self.reasons = QComboBox()
        self.reasons.setAccessibleName(self.tr("Lý do tạm giữ"))
        for number, reason in enumerate(HoldReason, start=1):
            self.reasons.addItem(f"{number}. {reason_words(reason)}", reason.value)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_REMARK)
        self.line.setAccessibleName(self.tr("Nội dung ghi chú"))
        self._keep = QPushButton()
        self._keep.setObjectName("Primary")
        self._close = QPushButton(self.tr("Đóng (Esc)"))
        self._lay_out()
        self.line.returnPressed.connect(self._say)
        self.reasons.installEventFilter(self)
        self.line.textChanged.connect(lambda: self._fit())
        self.reasons.currentIndexChanged.connect(lambda: self._fit())
        self._keep.clicked.connect(self._say)
        self._close.clicked.connect(self.close_panel)
        self._holding = False
        self.hide()

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._history)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setMaximumHeight(_MOST_HISTORY_PX)
        self._scroll.setAccessibleName(self.tr("Những điều đã ghi về tài liệu"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reasons)
        row.addWidget(self.line, 1)
        row.addWidget(self._keep)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._scroll)
        column.addLayout(row)

    @property
    def history(self) -> str:
        """What was said so far, one line each, the newest first."""
        return self._history.text()

    @property
    def reason(self) -> HoldReason:
        """The reason that is chosen now."""
        return HoldReason(self.reasons.currentData())

    def ask_reason(self) -> None:
        """Opens to put the document by."""
        self._open(holding=True)
        self.reasons.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_note(self) -> None:
        """Opens to write something about the document."""
        self._open(holding=False)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a reason says it; another reason needs words first."""
        entered = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if entered:
            self._say()
            return True
        return super().eventFilter(watched, event)

    def _open(self, *, holding: bool) -> None:
        self._holding = holding
        self.reasons.setVisible(holding)
        self._title.setText(self.tr("Tạm giữ tài liệu") if holding else self.tr("Ghi chú về tài liệu"))
        hint = self.tr("Ghi thêm nếu cần") if holding else self.tr("Nội dung ghi chú")
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self._keep.setText(self.tr("Tạm giữ (Enter)") if holding else self.tr("Ghi (Enter)"))
        self._fit()
        self._fit_height()
        self.show()

    def show_diary(self, diary: Diary) -> None:
        """What was said of the open document by now."""
        lines = [_line(entry) for entry in reversed(diary.entries)]
        self._history.setText("\n".join(lines) or self.tr("Chưa có ghi chú nào về tài liệu này."))
        self._fit_height()

    def _fit_height(self) -> None:
        """The value that is being verified stays in sight below."""
        low = self.window().height() < _LOW_WINDOW_PX
        self._title.setVisible(not low)
        lines = self._history.text().count("\n") + 1
        needed = self._history.fontMetrics().lineSpacing() * lines + 8
        self._scroll.setFixedHeight(min(needed, _MOST_ON_LOW_PX if low else _MOST_HISTORY_PX))

    def close_panel(self) -> None:
        """Closes it; a line that was not kept stays for the next time."""
        self.hide()
        self.closed.emit()

    def kept(self) -> None:
        """What was said is stored: the line is free for the next."""
        self.line.clear()
        self.close_panel()

    def _fit(self) -> None:
        """Something has to be said, unless one of the listed reasons says it."""
        listed = self._holding and self.reason is not HoldReason.OTHER
        self._keep.setEnabled(listed or bool(self.line.text().strip()))

    def _say(self) -> None:
        if not self._keep.isEnabled():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._holding:
            self.hold_wanted.emit(self.reason, self.line.text())
        else:
            self.note_wanted.emit(self.line.text())
