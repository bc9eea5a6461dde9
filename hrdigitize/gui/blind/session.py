"""Double entry at work: what is keyed goes to the use case, what it says comes back by signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, DocumentId, StoredDocument
from hrdigitize.gui.blind.state import BlindState, Difference
from hrdigitize.gui.frame.room import Frame
from hrdigitize.services.permissions import Action
from hrdigitize.services.second_keying import BlindDocument, BlindPlace, Compared


class BlindSession(QObject):
    """changed: other documents, another field, or two entries to decide. agreed: the two say the same."""

    changed = Signal()
    agreed = Signal()

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self.state = BlindState()
        self.listed = False
        self._busy = False

    @property
    def may_decide(self) -> bool:
        """Whether this person may say which entry counts; the use case checks it again."""
        return self._frame.may(Action.ANSWER)

    def list_documents(self) -> None:
        keying, actor = self._frame.app.second_keying, self._frame.actor
        self._frame.lane.start(lambda: keying.waiting(actor=actor), self._listed)

    def _listed(self, documents: tuple[BlindDocument, ...]) -> None:
        self.listed = True
        self.state.show(documents)
        self.changed.emit()

    def choose(self, document: DocumentId) -> None:
        if self.state.difference is None:
            self.state.choose(document)
            self.changed.emit()

    def next_document(self) -> None:
        target = self.state.next_document()
        if target is not None:
            self.choose(target)

    def key(self, text: str, state: State = State.VALUE) -> None:
        """What the person reads on the paper; nothing while the last field is still compared."""
        document, place = self.state.document, self.state.place
        if document is None or place is None or self._busy or self.state.difference is not None:
            return
        self._busy = True
        keying, actor, path = self._frame.app.second_keying, self._frame.actor, place.path
        self._frame.lane.start(
            lambda: keying.key(document.id, path, text, state, actor=actor),
            lambda compared: self._compared(document, place, compared),
            self._failed,
        )

    def _compared(self, document: BlindDocument, place: BlindPlace, compared: Compared) -> None:
        self._busy = False
        if not compared.agreed:
            self.state.difference = Difference(document, place, compared)
            self.changed.emit()
            return
        self.state.pass_by(document.id, place.path)
        self.agreed.emit()
        self.changed.emit()
        self._tell()

    def keep_first(self) -> None:
        """What stood there before counts."""
        if self.state.difference is not None:
            self._decide(self.state.difference.compared.first)

    def keep_second(self) -> None:
        """What was keyed now counts."""
        if self.state.difference is not None:
            self._decide(self.state.difference.compared.second)

    def leave_open(self) -> None:
        """Somebody decides later: the field stays open."""
        found, self.state.difference = self.state.difference, None
        if found is not None:
            self.state.pass_by(found.document.id, found.place.path)
            self.changed.emit()
            self._tell()

    def _decide(self, answer: Answer) -> None:
        found = self.state.difference
        if found is None or self._busy or not self.may_decide:
            return
        self._busy = True
        document, path = found.document.id, found.place.path
        desk, actor = self._frame.app.desk, self._frame.actor
        self._frame.lane.start(
            lambda: desk.answer(document, path, answer.text, answer.state, actor=actor),
            self._decided,
            self._failed,
        )

    def _decided(self, _document: StoredDocument) -> None:
        self._busy = False
        self.leave_open()

    def _failed(self, fault: Exception) -> None:
        self._busy = False
        self._frame.fail(fault)
        self.list_documents()

    def _tell(self) -> None:
        self._frame.ways.changed.emit()
        self.list_documents()
