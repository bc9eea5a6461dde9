"""Putting a document by, with a reason, letting it go on again, and writing notes about it."""

from __future__ import annotations

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.holding import LONGEST_REMARK, Diary, Holding, HoldReason, Note
from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.domain.stored import HeldDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

#: The field that names a document in lists, on every form that has it.


class HoldingBack:
    """What stands in the way of a document, said by people; nothing that was said is ever removed.

    A document that is put by is not approved, and waits for nobody until it is let go on. Callable from any
    thread. UserFault "action-not-allowed" where the actor's role does not allow it, "document-unknown",
    "remark-too-long".
    """

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def hold(self, document: DocumentId, why: HoldReason, remark: str = "", *, actor: Actor) -> Diary:
        """Puts it by; again, with another reason, where it is already. Gives all that was said of it.

        UserFault "hold-words-needed" for another reason than the listed ones without words,
        "document-already-approved": what stands in a record is opened again instead.
        """
        require(actor, Action.HOLD)
        words = _fitting(remark)
        if why is HoldReason.OTHER and not words:
            raise UserFault("hold-words-needed")
        return self._lane.run(lambda: self._hold(document, why, words, actor))

    def release(self, document: DocumentId, *, actor: Actor) -> Diary:
        """Lets it go on; UserFault "not-held" where it is not put by."""
        require(actor, Action.HOLD)
        return self._lane.run(lambda: self._release(document, actor))

    def note(self, document: DocumentId, text: str, *, actor: Actor) -> Diary:
        """Writes something about it; UserFault "note-empty"."""
        require(actor, Action.NOTE)
        words = _fitting(text)
        if not words:
            raise UserFault("note-empty")
        return self._lane.run(lambda: self._note(document, words, actor))

    def held(self, *, actor: Actor) -> tuple[HeldDocument, ...]:
        """The documents that are put by now, the longest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._held)

    def held_count(self, *, actor: Actor) -> int:
        """How many documents are put by now."""
        require(actor, Action.LOOK)
        return self._lane.run(self._held_count)

    def _hold(self, document: DocumentId, why: HoldReason, words: str, actor: Actor) -> Diary:
        with self._store.work(actor) as work:
            _require_there(work, document)
            if work.documents.get(document).status is DocumentStatus.APPROVED:
                raise UserFault("document-already-approved")
            work.holdings.say(document, Holding(why, words, actor.name, work.at))
            diary = work.holdings.diary(document)
            work.commit("document-held", document, reason=why.value)
        return diary

    def _release(self, document: DocumentId, actor: Actor) -> Diary:
        with self._store.work(actor) as work:
            _require_there(work, document)
            if work.holdings.diary(document).held is None:
                raise UserFault("not-held")
            work.holdings.say(document, Holding(None, "", actor.name, work.at))
            diary = work.holdings.diary(document)
            work.commit("document-released", document)
        return diary

    def _note(self, document: DocumentId, words: str, actor: Actor) -> Diary:
        with self._store.work(actor) as work:
            _require_there(work, document)
            work.holdings.note(document, Note(words, actor.name, work.at))
            diary = work.holdings.diary(document)
            work.commit("document-noted", document)
        return diary

    def _held(self) -> tuple[HeldDocument, ...]:
        with self._store.view() as view:
            return view.holdings.held()

    def _held_count(self) -> int:
        with self._store.view() as view:
            return view.holdings.count()


def require_not_held(view: View, document: DocumentId) -> None:
    """UserFault "document-held" for one that is put by: somebody first has to let it go on."""
    if view.holdings.diary(document).held is not None:
        raise UserFault("document-held")


def _fitting(words: str) -> str:
    plain = one_spaced(words)
    if len(plain) > LONGEST_REMARK:
        raise UserFault("remark-too-long", most=LONGEST_REMARK)
    return plain


def _require_there(work: Work, document: DocumentId) -> None:
    try:
        work.documents.made_at(document)
    except KeyError:
        raise UserFault("document-unknown") from None
