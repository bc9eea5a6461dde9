"""The verification desk: what is doubtful gets a person's answer, then a reviewer approves the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.picture import Picture, Spread
from hrdigitize.domain.reading import State
from hrdigitize.domain.recipe import Recipe
from hrdigitize.domain.record import (
    Answer,
    CadreId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    PageId,
    PlaceCode,
    Spot,
    StoredDocument,
    Verification,
)
from hrdigitize.domain.rules import find
from hrdigitize.domain.stored import ContentId, DocumentSummary, ListedPart, Sought
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FieldType, FormDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.services.answers import declared_type, fits, place_codes, typed
from hrdigitize.services.approval import admission, counting_in, require_second_person
from hrdigitize.services.belonging import neighbour_findings
from hrdigitize.services.decisions import decision_places, is_decision
from hrdigitize.services.holding import require_not_held
from hrdigitize.services.markings import require_shown
from hrdigitize.services.permissions import Action, may, require, require_either
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.suggestions import Suggestions
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

#: So many documents of a list come at once: more than a screen shows, and still at once.
LISTED_AT_ONCE = 100


class Desk:
    """Opens documents, takes answers, approves. Callable from any thread; database work runs on the lane.

    practice: whether one person may approve what he keyed himself, as in the sample store. UserFault
    "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(
        self,
        store: Store,
        lane: Lane,
        *,
        forms: Mapping[str, FormDef],
        lists: ReferenceLists,
        pictures: Pictures,
        identifiers: Identifiers,
        practice: bool = False,
    ) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._lists = lists
        self._suggestions = Suggestions(lists)
        self._pictures = pictures
        self._identifiers = identifiers
        self._practice = practice

    def documents(self, *, actor: Actor) -> tuple[DocumentSummary, ...]:
        """Every document at a glance, oldest first: whoever shows a list takes `listed`."""
        require(actor, Action.LOOK)
        return self._lane.run(self._documents)

    def listed(self, sought: Sought, first: int = 0, *, actor: Actor) -> ListedPart:
        """Of the documents that are sought, oldest first, `LISTED_AT_ONCE` from a place on (0: the first)."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._listed(sought, first))

    def place(self, document: DocumentId, sought: Sought, *, actor: Actor) -> int | None:
        """Where a document stands among those that are sought (0: the first); None where it is not."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._place(document, sought))

    def glance(self, document: DocumentId, *, actor: Actor) -> DocumentSummary | None:
        """One document as lists show it; None where no list has it."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._glance(document))

    def next_waiting(self, behind: DocumentId | None, *, actor: Actor) -> DocumentId | None:
        """The next document behind this one that waits for the actor, going round at the end; never this one.

        What is verified waits for those who approve.
        """
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._next_waiting(behind, actor))

    def open(self, document: DocumentId, *, actor: Actor) -> StoredDocument:
        """The document as it stands, with what the rules say about it as it stands.

        UserFault "document-unknown".
        """
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._open(document))

    def picture(self, page: PageId, *, actor: Actor) -> Picture:
        """The page as kept, decoded on the calling thread.

        UserFault "page-unknown", "secrecy-refused" for a locked one, and what `Pictures` says when the
        original cannot be shown.
        """
        require(actor, Action.LOOK)
        return self._pictures.page(*self._lane.run(lambda: self._source_of(page)))

    def answer(
        self,
        document: DocumentId,
        path: FieldPath,
        text: str,
        state: State,
        *,
        actor: Actor,
        spot: Spot | None = None,
    ) -> StoredDocument:
        """Puts a person's answer beside the machine's reading and gives the document as it then stands.

        spot: where on the paper the person took it from; it is the evidence from then on, in the record too.
        A path behind the last row of a table adds a row that the machine missed. UserFault
        "answer-empty" (a value without text), "field-not-on-form", "document-already-approved",
        "page-unknown" for a spot on none of its pages.
        """
        require(actor, Action.ANSWER)
        return self._lane.run(lambda: self._answer(document, path, (text, state), actor, spot))

    def fits(self, form: str, path: FieldPath, text: str, *, actor: Actor) -> bool:
        """Whether a text is a value of the type of its place, where types are strict (dates, numbers, codes).

        True of lists and of what the form does not have. Waits for nothing.
        """
        require(actor, Action.LOOK)
        known = self._forms.get(form)
        kind = declared_type(known, path) if known is not None else None
        return kind is None or fits(text, kind, self._lists)

    def suggestions(self, form: str, path: FieldPath, text: str, *, actor: Actor) -> tuple[str, ...]:
        """What a text typed so far may become at its place (`Suggestions`). Waits for nothing."""
        require(actor, Action.LOOK)
        known = self._forms.get(form)
        kind = declared_type(known, path) if known is not None else None
        return () if kind is None else self._suggestions.for_text(text, kind)

    def prepare_suggestions(self, *, actor: Actor) -> None:
        """Does once what would make the first suggestion late."""
        require(actor, Action.LOOK)
        self._suggestions.prepare()

    def reopen(
        self, document: DocumentId, path: FieldPath, *, actor: Actor, reason: str = ""
    ) -> StoredDocument:
        """Takes an answer back. An approved document is open again then; its record stays as it is.

        UserFault "reason-needed" where an approved document is opened without one.
        """
        require_either(actor, Action.REOPEN, Action.REVISE)
        return self._lane.run(lambda: self._reopen(document, path, actor, one_spaced(reason)))

    def approve(self, document: DocumentId, *, actor: Actor, cadre: CadreId | None = None) -> CadreId:
        """Lets the document into the record: every field of it, with its evidence; of a decision, one row.

        cadre: whose dossier the document belongs to; None where it begins one, or lies in one already.
        What it says otherwise than that record waits as a correction. UserFault "document-still-doubtful"
        while fields are open, "document-without-form", "document-already-approved", "cadre-unknown",
        "document-held" while it is put by, "document-to-read-again" while its pages are others than those
        that were read, "document-of-another", "decision-needs-dossier" (a decision begins none), and those of
        `decision_places` and `approval.require_second_person`.
        """
        require(actor, Action.APPROVE)
        return self._lane.run(lambda: self._approve(document, actor, cadre))

    def _documents(self) -> tuple[DocumentSummary, ...]:
        with self._store.view() as view:
            return view.listed.all()

    def _listed(self, sought: Sought, first: int) -> ListedPart:
        with self._store.view() as view:
            return view.listed.part(sought, first, LISTED_AT_ONCE)

    def _place(self, document: DocumentId, sought: Sought) -> int | None:
        with self._store.view() as view:
            return view.listed.place(document, sought)

    def _glance(self, document: DocumentId) -> DocumentSummary | None:
        with self._store.view() as view:
            return view.listed.get(document)

    def _next_waiting(self, behind: DocumentId | None, actor: Actor) -> DocumentId | None:
        with self._store.view() as view:
            return view.listed.next_waiting(behind, verified_too=may(actor, Action.APPROVE))

    def _open(self, document: DocumentId) -> StoredDocument:
        with self._store.view() as view:
            return self._judged(_among_others(view, _found(view, document)))

    def _source_of(self, page: PageId) -> tuple[ContentId, int, Recipe, Mapping[int, Spread]]:
        with self._store.view() as view:
            try:
                require_shown(view, page)
                return view.batches.source_of(page)
            except KeyError:
                raise UserFault("page-unknown") from None

    def _answer(
        self,
        document: DocumentId,
        path: FieldPath,
        said: tuple[str, State],
        actor: Actor,
        spot: Spot | None,
    ) -> StoredDocument:
        text, state = said
        with self._store.work(actor) as work:
            stored = _found(work, document)
            _require_unapproved(stored)
            if spot is not None and spot.page not in {page.number for page in stored.pages}:
                raise UserFault("page-unknown")
            answer = typed(text, state, self._type_of(stored, path), self._lists)
            work.documents.answer(document, Verification(path, answer, actor.name, work.at, spot))
            after = _among_others(work, _settle(work, document))
            work.commit("field-answered", document, path=str(path), state=state.value)
        return self._judged(after)

    def _reopen(self, document: DocumentId, path: FieldPath, actor: Actor, reason: str) -> StoredDocument:
        with self._store.work(actor) as work:
            stored = _found(work, document)
            self._type_of(stored, path)
            approved = stored.status is DocumentStatus.APPROVED
            require(actor, Action.REVISE if approved else Action.REOPEN)
            if approved and not reason:
                raise UserFault("reason-needed")
            work.documents.reopen(document, path, by=actor.name, at=work.at, reason=reason)
            after = _among_others(work, _settle(work, document))
            work.commit("field-reopened", document, path=str(path), status_before=stored.status.value)
        return self._judged(after)

    def _approve(self, document: DocumentId, actor: Actor, into: CadreId | None) -> CadreId:
        with self._store.work(actor) as work:
            stored = _found(work, document)
            _require_unapproved(stored)
            require_not_held(work, document)
            if stored.stale:
                raise UserFault("document-to-read-again")
            if stored.form is None:
                raise UserFault("document-without-form")
            still_open = len(stored.open_paths())
            if still_open:
                raise UserFault("document-still-doubtful", count=still_open)
            alone = not self._practice and require_second_person(work, stored, actor)
            cadre = _owner(work, stored, into) or self._new_cadre(work, stored, stored.form)
            found = admission(
                work,
                cadre,
                stored,
                actor,
                places=self._places(work, stored, cadre),
                new_id=self._identifiers.new,
                codes_of=self._codes_on(stored.form),
            )
            work.cadres.write(cadre, found.values)
            for correction in found.corrections:
                work.dossiers.ask(correction)
            if alone:
                work.cadres.mark_alone(cadre)
            if stored.cadre is None:
                work.documents.set_cadre(document, cadre)
            work.documents.set_status(document, DocumentStatus.APPROVED)
            counts = {"values": len(found.values), "corrections": len(found.corrections)}
            work.commit("document-approved", document, cadre=cadre, alone=str(alone).lower(), **counts)
        return cadre

    def _codes_on(self, form: str) -> Callable[[FieldPath, Answer], tuple[PlaceCode, ...]]:
        known = self._forms.get(form)
        return lambda path, answer: place_codes(answer, path, known, self._lists)

    def _places(self, work: Work, document: StoredDocument, cadre: CadreId) -> Mapping[FieldPath, FieldPath]:
        """What of a document goes where in the record: a form's fields as they are, of a decision a row."""
        if is_decision(document, self._forms):
            return decision_places(document, work.cadres.get(cadre))
        return {path: path for path in counting_in(document)}

    def _judged(self, document: StoredDocument) -> StoredDocument:
        """With the findings about what counts now; those about the machine's reading stay in the store."""
        about_pages = (finding for finding in document.findings if finding.page is not None)
        return replace(
            document, findings=(*find(counting_in(document), self._lists.rule_tables()), *about_pages)
        )

    def _new_cadre(self, work: Work, document: StoredDocument, form: str) -> CadreId:
        if is_decision(document, self._forms):
            raise UserFault("decision-needs-dossier")
        cadre = CadreId(self._identifiers.new())
        work.cadres.add(cadre, form, at=work.at)
        return cadre

    def _type_of(self, document: StoredDocument, path: FieldPath) -> FieldType:
        """The type of a place that this document has, or of the next row of one of its tables."""
        form = self._forms.get(document.form or "")
        found = declared_type(form, path) if form else None
        if found is None or path.row > _rows(document, path.table):
            raise UserFault("field-not-on-form")
        return found


def _found(view: View, document: DocumentId) -> StoredDocument:
    try:
        return view.documents.get(document)
    except KeyError:
        raise UserFault("document-unknown") from None


def _among_others(view: View, document: StoredDocument) -> StoredDocument:
    """With what the rest of its batch makes doubtful about it."""
    return replace(document, findings=(*document.findings, *neighbour_findings(view, document)))


def _require_unapproved(document: StoredDocument) -> None:
    if document.status is DocumentStatus.APPROVED:
        raise UserFault("document-already-approved")


def _rows(document: StoredDocument, table: str) -> int:
    """How many rows a table has so far; -1 is the row of a scalar field and stands in no table."""
    return 1 + max((place.row for place in counting_in(document) if place.table == table), default=-1)


def _owner(work: Work, document: StoredDocument, into: CadreId | None) -> CadreId | None:
    """The cadre whose record takes the document; one that was merged into another gives way to it."""
    if document.cadre is not None and into not in (None, document.cadre):
        raise UserFault("document-of-another")
    owner = document.cadre or into
    if owner is None:
        return None
    if owner not in work.cadres:
        raise UserFault("cadre-unknown")
    return work.dossiers.merged_into(owner) or owner


def _settle(work: Work, document: DocumentId) -> StoredDocument:
    """Verified when nothing is open any more, otherwise as the machine left it; gives the document."""
    still_open = work.documents.get(document).open_paths()
    work.documents.set_status(document, DocumentStatus.READ if still_open else DocumentStatus.VERIFIED)
    return work.documents.get(document)
