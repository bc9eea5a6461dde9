"""The verification desk at work: what the person does becomes use cases, what they return becomes signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.holding import Diary, HoldReason
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    CadreId,
    DocumentId,
    FieldPath,
    Spot,
    StoredDocument,
)
from hrdigitize.domain.stored import DocumentSummary, ListedPart, Sought
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.desk.document_source import StoredDocuments
from hrdigitize.gui.desk.state import DeskState, Readiness, Typed
from hrdigitize.gui.running.tasks import Task, Tasks
from hrdigitize.services.holding import HoldingBack
from hrdigitize.services.permissions import Action, may
from hrdigitize.services.verification import Desk


@dataclass(frozen=True, slots=True)
class _InList:
    """What lists have to know of a document that has changed, and what waits behind it now."""

    glance: DocumentSummary | None
    waiting: DocumentId | None


class DeskSession(QObject):
    """Never waits: an answer counts on screen at once and is taken back if it could not be stored.

    Signals: documents_listed (the first summaries: there may be any number of documents behind them),
    glanced (the summary of one document that has changed), opened (another document), changed (an answer
    came or went), moved (another current field), refused (why Enter was not enough), completed (the last
    open field's answer is stored), approved (cadre), held, noted (the document was put by, something was
    written about it), pointed (the current field stands elsewhere on the paper), unkept (a text whose answer
    could not be stored), failed (the fault).
    """

    documents_listed = Signal(object)
    glanced = Signal(object)
    opened = Signal()
    changed = Signal()
    moved = Signal()
    refused = Signal(object)
    completed = Signal()
    approved = Signal(object)
    held = Signal()
    noted = Signal()
    pointed = Signal()
    unkept = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        holding: HoldingBack,
        actor: Actor,
        forms: Mapping[str, FormDef],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._holding = holding
        self._actor = actor
        self._forms = forms
        self._tasks = tasks
        self._opening: Task[tuple[StoredDocument, DocumentId | None]] | None = None
        self._approving = False
        self._next: DocumentId | None = None
        #: Where a list has its rows from.
        self.source = StoredDocuments(desk, actor, tasks)
        self.state: DeskState | None = None

    @property
    def may_approve(self) -> bool:
        """Whether this person's role approves at all; the use case checks it again."""
        return may(self._actor, Action.APPROVE)

    @property
    def can_approve(self) -> bool:
        ready = self.state is not None and self.state.readiness is Readiness.READY
        return ready and self.may_approve and not self._approving

    @property
    def can_reopen(self) -> bool:
        """Whether there is something to reopen and this person may; the use case checks it again."""
        if self.state is None or self.state.to_reopen() is None:
            return False
        return may(self._actor, Action.REOPEN if self.state.editable else Action.REVISE)

    def list_documents(self) -> None:
        """Looks what there is now, and what waits."""
        here = self._here
        self._tasks.start(
            lambda: (self._desk.listed(Sought(), actor=self._actor), self._behind(here)),
            lambda found: self._listed(*found, here),
            self.failed.emit,
        )

    def _listed(self, part: ListedPart, waiting: DocumentId | None, asked: DocumentId | None) -> None:
        here = self._here
        if here == asked:
            self._next = waiting
        else:
            # Another document was opened meanwhile: what waits behind that one?
            self._tasks.start(
                lambda: self._behind(here), lambda found: self._note_next(found, here), self.failed.emit
            )
        self.documents_listed.emit(part.summaries)

    @property
    def _here(self) -> DocumentId | None:
        return self.state.document.id if self.state is not None else None

    def _behind(self, document: DocumentId | None) -> DocumentId | None:
        return self._desk.next_waiting(document, actor=self._actor)

    def _note_next(self, waiting: DocumentId | None, asked: DocumentId | None) -> None:
        if asked == self._here:
            self._next = waiting

    def next_waiting(self) -> DocumentId | None:
        """The next document after the open one that waits for this person, going round at the end.

        What is verified waits for those who approve. As it was when the store was last asked or written to.
        """
        return self._next

    def open_next(self) -> None:
        """Opens the next document that waits; nothing when all are done."""
        target = self.next_waiting()
        if target is not None:
            self.open(target)

    def open(self, document: DocumentId) -> None:
        """Opens a document; one that is still being opened is given up."""
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._tasks.start(
            lambda: (self._desk.open(document, actor=self._actor), self._behind(document)),
            lambda found: self._show(*found),
            self.failed.emit,
        )

    def _show(self, document: StoredDocument, waiting: DocumentId | None) -> None:
        self._opening = None
        self._next = waiting
        self.state = DeskState(document, self._forms.get(document.form or ""))
        self.opened.emit()
        self.moved.emit()

    def select(self, path: FieldPath) -> None:
        if self.state is not None:
            self.state.select(path)
            self.moved.emit()

    def step(self, by: int) -> None:
        """To the field so many places on, whatever its mark."""
        target = self.state.neighbour(by) if self.state is not None else None
        if target is not None:
            self.select(target)

    def to_next_finding(self) -> None:
        """To the next field about which a rule has something to say."""
        target = self.state.next_finding() if self.state is not None else None
        if target is not None:
            self.select(target)

    def add_row(self, table: str) -> None:
        """A row that the machine missed; again: not after all."""
        if self.state is not None:
            self.state.add_row(table)
            self.changed.emit()
            self.moved.emit()

    def add_row_here(self) -> None:
        """As `add_row`, in the table of the current cell."""
        current = self.state.current if self.state is not None else None
        if current is not None and current.table:
            self.add_row(current.table)

    def to_unseen_finding(self) -> None:
        """To the next field about which a rule says something that the person has not been shown."""
        target = self.state.next_unseen_finding() if self.state is not None else None
        if target is not None:
            self.select(target)

    def to_page_with_problem(self, step: int) -> None:
        """To the first field to look at on the next page that has one (-1: the last before)."""
        target = self.state.page_with_problem(step) if self.state is not None else None
        if target is not None:
            self.select(target)

    def enter(self, typed: Typed) -> None:
        """Enter: the value counts as it stands, and the next field to look at becomes current."""
        if self.state is None:
            return
        decision = self.state.decide(typed, self._fits)
        if decision.refused is not None:
            self.refused.emit(decision.refused)
            return
        if decision.answer is None:
            self._go_on()
            return
        self._give(decision.answer)
        self._go_on()

    def _fits(self, path: FieldPath, text: str) -> bool:
        form = self.state.form if self.state is not None else None
        return form is None or self._desk.fits(form.id, path, text, actor=self._actor)

    def suggestions(self, text: str) -> tuple[str, ...]:
        """What a text typed into the current field may become."""
        state = self.state
        if state is None or state.form is None or state.current is None:
            return ()
        return self._desk.suggestions(state.form.id, state.current, text, actor=self._actor)

    def keep(self, text: str) -> bool:
        """The person turns elsewhere: a text typed anew counts, whether it fits its type or not.

        Whether there was one. An editor emptied by hand says nothing: the field stays as it was.
        """
        if self.state is None or not self.state.typed_anew(text):
            return False
        decision = self.state.decide(Typed(text, as_written=True), self._fits)
        if decision.answer is None:
            return False
        self._give(decision.answer)
        return True

    def point_at(self, spot: Spot | None) -> None:
        """The current field stands there on the paper; None: not after all."""
        if self.state is not None and spot != self.state.in_hand:
            self.state.point_at(spot)
            self.pointed.emit()

    def hold(self, why: HoldReason, remark: str) -> None:
        """Puts the open document by."""
        actor = self._actor
        self._tell(lambda document: self._holding.hold(document, why, remark, actor=actor), self.held.emit)

    def release(self) -> None:
        """Lets the open document go on."""
        self._tell(lambda document: self._holding.release(document, actor=self._actor))

    def note(self, text: str) -> None:
        """Writes something about the open document."""
        self._tell(lambda document: self._holding.note(document, text, actor=self._actor), self.noted.emit)

    def _tell(self, call: Callable[[DocumentId], Diary], then: Callable[[], None] = lambda: None) -> None:
        if self.state is None:
            return
        document = self.state.document.id

        def told(diary: Diary) -> None:
            self.list_documents()
            if self.state is not None and self.state.document.id == document:
                self.state.told(diary)
                self.changed.emit()
                then()

        self._tasks.start(lambda: call(document), told, self.failed.emit)

    def answer_without_value(self, state: State) -> None:
        """Blank on the paper, or illegible."""
        if self.state is not None and self.state.editable and self.state.current is not None:
            self._give(Answer(state))
            self._go_on()

    def _give(self, answer: Answer) -> None:
        state = self.state
        if state is None or state.current is None:
            return
        document, path, actor = state.document.id, state.current, self._actor
        spot = state.expect(path, answer).spot
        self._tasks.start(
            lambda: self._in_list(
                self._desk.answer(document, path, answer.text, answer.state, actor=actor, spot=spot)
            ),
            lambda found: self._answer_stored(*found, path),
            lambda fault: self._not_stored(document, path, answer.text, fault),
        )
        self.changed.emit()

    def _go_on(self) -> None:
        """To the next doubtful field, behind the last to what rules still have to say."""
        state = self.state
        target = (state.next_doubtful() or state.next_unseen_finding()) if state is not None else None
        if target is None:
            self.moved.emit()
            return
        self.select(target)

    def _in_list(self, document: StoredDocument) -> tuple[StoredDocument, _InList]:
        """A document that was written to, with what lists have to know of it. Runs on the lane."""
        glance = self._desk.glance(document.id, actor=self._actor)
        return document, _InList(glance, self._behind(document.id))

    def _answer_stored(self, document: StoredDocument, now: _InList, path: FieldPath) -> None:
        self._stored(document, now, path)
        here = self.state is not None and self.state.document.id == document.id
        if here and self.state is not None and self.state.readiness is Readiness.READY:
            self.completed.emit()

    def _tell_lists(self, document: DocumentId, now: _InList) -> None:
        """One document has changed: not all of them are listed again for it."""
        self._note_next(now.waiting, document)
        if now.glance is not None:
            self.glanced.emit(now.glance)

    def _stored(self, document: StoredDocument, now: _InList, path: FieldPath) -> None:
        self._tell_lists(document.id, now)
        if self.state is None or self.state.document.id != document.id:
            return
        self.state.replace(document, settled=path)
        self.changed.emit()

    def _not_stored(self, document: DocumentId, path: FieldPath, text: str, fault: Exception) -> None:
        """The field is as before; what was typed there stands in the editor again, to be given once more."""
        if self.state is not None and self.state.document.id == document:
            self.state.retract(path)
            self.changed.emit()
            self.moved.emit()
            self.unkept.emit(text)
        self.failed.emit(fault)

    @property
    def needs_reason(self) -> bool:
        """Whether reopening takes a reason: the document is approved."""
        return self.can_reopen and self.state is not None and not self.state.editable

    def reopen(self, reason: str = "") -> None:
        """Takes a stored answer back (which one: `DeskState.to_reopen`) and stands on its field again."""
        state = self.state
        path = state.to_reopen() if state is not None else None
        if state is None or path is None or not self.can_reopen:
            return
        document, actor = state.document.id, self._actor
        self._tasks.start(
            lambda: self._in_list(self._desk.reopen(document, path, actor=actor, reason=reason)),
            lambda found: self._reopened(*found, path),
            self.failed.emit,
        )

    def _reopened(self, document: StoredDocument, now: _InList, path: FieldPath) -> None:
        self._stored(document, now, path)
        if self.state is None or self.state.document.id != document.id:
            return
        if self.state.has(path):
            self.state.select(path)
        self.moved.emit()

    def approve(self) -> None:
        """Lets the document into the record; nothing while it is not ready."""
        if self.state is None or not self.can_approve:
            return
        document, actor = self.state.document.id, self._actor
        self._approving = True
        self.changed.emit()
        self._tasks.start(
            lambda: (
                self._desk.approve(document, actor=actor),
                *self._in_list(self._desk.open(document, actor=actor)),
            ),
            lambda result: self._approved(*result),
            self._not_approved,
        )

    def _approved(self, cadre: CadreId, document: StoredDocument, now: _InList) -> None:
        self._approving = False
        self._tell_lists(document.id, now)
        if self.state is not None and self.state.document.id == document.id:
            self.state.replace(document)
            self.changed.emit()
            self.moved.emit()
        self.approved.emit(cadre)

    def _not_approved(self, fault: Exception) -> None:
        self._approving = False
        self.changed.emit()
        self.failed.emit(fault)
