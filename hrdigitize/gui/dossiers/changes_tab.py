"""What was asked to be changed in a record and what became of it; who may, decides here and undoes merges."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdigitize.domain.dossier import Correction, Dossier, Merge
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, FieldPath
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.dossiers.record_state import place_name
from hrdigitize.gui.dossiers.session import DossierSession
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, shown

_ABOUT = Qt.ItemDataRole.UserRole


class ChangesTab(QWidget):
    """Signals: picked (FieldPath), undo_wanted (Merge)."""

    picked = Signal(object)
    undo_wanted = Signal(object)

    def __init__(
        self, session: DossierSession, *, may_decide: bool, may_undo: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._may_decide, self._may_undo = may_decide, may_undo
        self._waiting = 0
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Đề nghị sửa và hồ sơ đã gộp"))
        self.empty = QLabel(
            self.tr(
                "Chưa có đề nghị sửa nào. Ở phần Lý lịch, xin chọn giá trị cần sửa rồi nhấn {key}."
            ).format(key=shown(Key.CORRECT))
        )
        self.empty.setObjectName("NoFields")
        self.empty.setWordWrap(True)
        now = theme.colours()
        self.grant_button = QPushButton(self.tr("Đồng ý sửa ({key})").format(key=shown(Key.APPROVE)))
        self.grant_button.setIcon(icons.icon("approve", now.accent))
        self.refuse_button = QPushButton(self.tr("Không sửa ({key})").format(key=shown(Key.REFUSE)))
        self.refuse_button.setIcon(icons.icon("close", now.accent))
        self.undo_button = QPushButton(
            self.tr("Tách lại hồ sơ đã gộp ({key})").format(key=shown(Key.UNDO_MERGE))
        )
        self.undo_button.setIcon(icons.icon("reopen", now.accent))
        self.who = QLabel(self.tr("Đề nghị này chờ người có quyền duyệt."))
        self.who.setObjectName("Hint")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 6, 12, 8)
        for button in (self.grant_button, self.refuse_button, self.undo_button, self.who):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.list.currentItemChanged.connect(lambda *_: self.again())
        self.grant_button.clicked.connect(lambda: self._decide(granted=True))
        self.refuse_button.clicked.connect(lambda: self._decide(granted=False))
        self.undo_button.clicked.connect(self._undo)

    @property
    def waiting(self) -> int:
        """How many changes nobody decided yet."""
        return self._waiting

    def show_changes(self, dossier: Dossier, form: FormDef | None, titles: Mapping[DocumentId, str]) -> None:
        """Those that wait first, then what was decided, newest first; merges at the end."""
        self.list.clear()
        waiting = [one for one in dossier.corrections if one.granted is None]
        decided = [one for one in dossier.corrections if one.granted is not None]
        self._waiting = len(waiting)
        held = {path: value.answer for path, value in dossier.cadre.values.items()}
        for one in (*waiting, *decided[::-1]):
            self._add(one, self._told(one, held.get(one.path), form, titles), waits=one.granted is None)
        for merge in dossier.merges[::-1]:
            words = self.tr("Đã gộp một hồ sơ khác vào hồ sơ này\n{who}, {when}. Lý do: {reason}")
            when = f"{merge.at.astimezone():%d/%m/%Y}"
            self._add(merge, words.format(who=merge.by, when=when, reason=merge.reason), waits=False)
        self.empty.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self.list.setCurrentRow(0)
        self.again()

    def _add(self, about: Correction | Merge, words: str, *, waits: bool) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_ABOUT, about)
        now = theme.colours()
        drawing, colour = ("mark-doubtful", now.doubt) if waits else ("mark-answered", now.muted)
        item.setIcon(icons.icon(drawing, colour))

    def _told(
        self,
        one: Correction,
        held: Answer | None,
        form: FormDef | None,
        titles: Mapping[DocumentId, str],
    ) -> str:
        when = f"{one.asked_at.astimezone():%d/%m/%Y %H:%M}"
        change = f"{place_name(one.path, form)}: {self._words(held)} → {self._words(one.answer)}"
        if one.granted is not None:
            change = f"{place_name(one.path, form)}: {self._words(one.answer)}"
        asked = self.tr("{who} đề nghị, {when}.").format(who=one.asked_by, when=when)
        if one.reason:
            asked += " " + self.tr("Lý do: {reason}").format(reason=one.reason)
        elif one.document is not None and one.document in titles:
            asked += " " + self.tr("Theo {paper}.").format(paper=titles[one.document])
        return f"{change}\n{asked}\n{self._became(one)}"

    def _became(self, one: Correction) -> str:
        if one.granted is None:
            return self.tr("Đang chờ duyệt")
        words = self.tr("Đã sửa: {who}") if one.granted else self.tr("Không sửa: {who}")
        return words.format(who=one.decided_by or "")

    def _words(self, answer: Answer | None) -> str:
        if answer is None or answer.state is State.BLANK:
            return self.tr("(trống)")
        return answer.text if answer.state is State.VALUE else self.tr("(không đọc được)")

    def _about(self) -> Correction | Merge | None:
        item = self.list.currentItem()
        found: Correction | Merge | None = item.data(_ABOUT) if item is not None else None
        return found

    def again(self) -> None:
        """Says once more where the person stands, and what he may do there."""
        about = self._about()
        waits = isinstance(about, Correction) and about.granted is None
        self.grant_button.setVisible(waits and self._may_decide)
        self.refuse_button.setVisible(waits and self._may_decide)
        self.who.setVisible(waits and not self._may_decide)
        self.undo_button.setVisible(isinstance(about, Merge) and self._may_undo)
        path: FieldPath | None = about.path if isinstance(about, Correction) else None
        self.picked.emit(path)

    def _decide(self, *, granted: bool) -> None:
        about = self._about()
        if isinstance(about, Correction) and about.granted is None:
            self._session.decide(about.id, granted=granted)

    def _undo(self) -> None:
        about = self._about()
        if isinstance(about, Merge):
            self.undo_wanted.emit(about)
