"""What speaks against the record: findings of the rules, and facts about which papers do not agree."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from hrdigitize.domain.differing import Differing, Said
from hrdigitize.domain.reading import Finding, Severity, State
from hrdigitize.domain.record import Answer, DocumentId, FieldPath
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.dossiers.record_state import place_name
from hrdigitize.gui.dossiers.wrapped_items import WrappedTree
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.sentences import finding_sentence
from hrdigitize.gui.look.tooltips import plain_tooltip

_ABOUT = Qt.ItemDataRole.UserRole


class ChecksTab(QWidget):
    """Signals: picked (FieldPath of the record, or None), said (label, Said) for what a paper says."""

    picked = Signal(object)
    said = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._differences: tuple[Differing, ...] = ()
        self._form: FormDef | None = None
        self._titles: Mapping[DocumentId, str] = {}
        self.tree = WrappedTree()
        self.tree.setAccessibleName(self.tr("Cảnh báo và chỗ tài liệu nói khác nhau"))
        self.good = QLabel(self.tr("Không có cảnh báo nào, và các tài liệu nói giống nhau."))
        self.good.setObjectName("NoFields")
        self.good.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.good)
        column.addWidget(self.tree, 1)
        self.tree.currentItemChanged.connect(lambda item, _: self._moved(item))

    @property
    def count(self) -> int:
        """How many things there are to look at."""
        return len(self._findings) + len(self._differences)

    def start(self, form: FormDef | None, titles: Mapping[DocumentId, str]) -> None:
        """Another dossier: nothing is known about it yet."""
        self._form, self._titles = form, titles
        self._findings, self._differences = (), ()
        self._show()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._show()

    def show_differences(self, differences: tuple[Differing, ...]) -> None:
        self._differences = differences
        self._show()

    def _show(self) -> None:
        self.tree.clear()
        self.good.setVisible(not self.count)
        self.tree.setVisible(bool(self.count))
        if self._findings:
            above = self.tree.add_title(self.tr("%n cảnh báo", "", len(self._findings)))
            for finding in self._findings:
                self._add_finding(above, finding)
        if self._differences:
            above = self.tree.add_title(self.tr("%n mục tài liệu nói khác nhau", "", len(self._differences)))
            for one in self._differences:
                self._add_difference(above, one)
        self.tree.expandAll()

    def _add_finding(self, above: QTreeWidgetItem, finding: Finding) -> None:
        sentence = finding_sentence(finding)
        places = [place_name(path, self._form) for path in _places(finding)]
        item = QTreeWidgetItem(above, [", ".join(dict.fromkeys(places)), sentence])
        now = theme.colours()
        colour = now.fault if finding.severity is Severity.ERROR else now.doubt
        item.setIcon(1, icons.icon("mark-doubtful", colour))
        item.setToolTip(1, plain_tooltip(sentence))
        item.setData(0, _ABOUT, next(iter(_places(finding)), None))

    def _add_difference(self, above: QTreeWidgetItem, one: Differing) -> None:
        name = place_name(one.path, self._form)
        item = QTreeWidgetItem(above, [name, self.tr("Lý lịch: {text}").format(text=self._words(one.record))])
        item.setData(0, _ABOUT, one.path)
        for said in one.said:
            title = self._titles.get(said.document, "")
            child = QTreeWidgetItem(item, [title, self._words(said.answer)])
            child.setToolTip(0, plain_tooltip(title))
            child.setData(0, _ABOUT, (name, said))

    def _words(self, answer: Answer | None) -> str:
        if answer is None or answer.state is State.BLANK:
            return self.tr("để trống")
        return answer.text if answer.state is State.VALUE else self.tr("không đọc được")

    def again(self) -> None:
        """Says once more where the person stands."""
        self._moved(self.tree.currentItem())

    def _moved(self, item: QTreeWidgetItem | None) -> None:
        about = item.data(0, _ABOUT) if item is not None else None
        if isinstance(about, tuple) and isinstance(about[1], Said):
            self.said.emit(*about)
            return
        self.picked.emit(about if isinstance(about, FieldPath) else None)


def _places(finding: Finding) -> tuple[FieldPath, ...]:
    return tuple(FieldPath.parse(text) for text in finding.fields)
