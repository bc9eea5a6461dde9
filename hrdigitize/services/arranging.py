"""Arranging the pages of a batch: split, join, move, turn, cut, set aside, replace, insert, undo.

Documents that lie in a dossier are not arranged. One whose pages change is to be read again (`Rereading`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from hrdigitize.capture.sources import read_file
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.arranging import (
    BY_HAND,
    Aside,
    Layout,
    bring_back,
    changed_documents,
    crop,
    differing,
    documents_of,
    join,
    move,
    put_in,
    replaced,
    set_aside,
    split,
    turn,
)
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.reading import FormReading
from hrdigitize.domain.record import BatchId, DocumentId, DocumentStatus, PageId, StoredPage
from hrdigitize.domain.stored import BatchPage, FileId, SourceFile
from hrdigitize.domain.vietnamese import in_one_line, nfc
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Decode
from hrdigitize.services.stack import Size
from hrdigitize.store.arrangements import Arrangement, Situation, Standing, holds, restored, situation_of
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

#: The kind of what reading made of an arrangement: it is undone with what it followed.
READ_AGAIN = "read-again"
#: A document whose pages are others than those that were read, or are none any more.
_GONE = (True, DocumentStatus.READ)


class Arranging:
    """Changes the order of pages. Each method gives the batch as it then lies. Callable from any thread.

    Pages are named by their numbers in the batch, which they keep wherever they are put. UserFault
    "batch-unknown", "page-not-in-batch", "arrange-in-dossier", "nothing-changed", and those of
    `domain.arranging`.
    """

    def __init__(self, store: Store, lane: Lane, *, decode: Decode, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._decode = decode
        self._identifiers = identifiers

    def layout(self, batch: BatchId, *, actor: Actor) -> Layout:
        """All pages of a batch in their order, those set aside among them."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._layout(batch))

    def batches(self, *, actor: Actor) -> tuple[BatchId, ...]:
        """Every batch of the store, oldest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._batches)

    def split(self, batch: BatchId, page: int, *, actor: Actor) -> Layout:
        """Begins another document with this page."""
        require(actor, Action.ARRANGE)
        new = DocumentId(self._identifiers.new())
        return self._arrange(batch, "split", lambda layout: split(layout, page, new), actor)

    def join(self, batch: BatchId, one: DocumentId, other: DocumentId, *, actor: Actor) -> Layout:
        """Puts the pages of the other document behind those of the first; the other is none then."""
        require(actor, Action.ARRANGE)
        return self._arrange(batch, "join", lambda layout: join(layout, one, other), actor)

    def move(
        self, batch: BatchId, pages: Sequence[int], *, to: int, behind: bool = True, actor: Actor
    ) -> Layout:
        """Puts pages behind (or before) another one; they join its document."""
        require(actor, Action.ARRANGE)
        return self._arrange(batch, "move", lambda layout: move(layout, pages, to=to, behind=behind), actor)

    def turn(self, batch: BatchId, page: int, degrees: int, *, actor: Actor) -> Layout:
        """Turns what is seen of a page clockwise by 90, 180 or 270 degrees."""
        require(actor, Action.ARRANGE)
        return self._arrange(batch, "turn", lambda layout: turn(layout, page, degrees), actor)

    def crop(self, batch: BatchId, page: int, box: Box, *, actor: Actor) -> Layout:
        """Cuts a page to a box, in pixels of what is shown of it before it is turned upright."""
        require(actor, Action.ARRANGE)
        return self._arrange(batch, "crop", lambda layout: crop(layout, page, box), actor)

    def set_aside(self, batch: BatchId, page: int, why: Aside, *, actor: Actor) -> Layout:
        """Lets a page count no more; nothing is deleted. "aside-not-by-hand" for a reason that is none."""
        require(actor, Action.ARRANGE)
        if why not in BY_HAND:
            raise UserFault("aside-not-by-hand")
        return self._arrange(batch, "aside", lambda layout: set_aside(layout, page, why), actor)

    def bring_back(self, batch: BatchId, page: int, *, actor: Actor) -> Layout:
        """Lets a page that was set aside count again."""
        require(actor, Action.ARRANGE)
        return self._arrange(batch, "back", lambda layout: bring_back(layout, page), actor)

    def replace(self, batch: BatchId, page: int, file: Path, *, actor: Actor) -> Layout:
        """A new scan of one page takes the place of another, which is kept and linked to it.

        UserFault "scan-not-one-page", and what reading and decoding the file say.
        """
        require(actor, Action.ARRANGE)
        self._lane.run(lambda: self._layout(batch))  # before anything is kept
        new = self._taken_in(batch, file, actor, most=1)
        return self._arrange(batch, "replace", lambda layout: replaced(layout, page, new[0]), actor)

    def insert(self, batch: BatchId, behind: int, file: Path, *, actor: Actor) -> Layout:
        """The pages of a file come behind another page, into its document. UserFault as `replace`."""
        require(actor, Action.ARRANGE)
        self._lane.run(lambda: self._layout(batch))
        new = self._taken_in(batch, file, actor, most=None)
        return self._arrange(batch, "insert", lambda layout: put_in(layout, behind, new), actor)

    def undo(self, batch: BatchId, *, actor: Actor) -> Layout:
        """Undoes the last arrangement that is done, with the reading that followed it.

        UserFault "undo-nothing"; "undo-loses-answers" where people answered on what would go;
        "undo-overtaken" where the pages lie otherwise since, as the batch was read.
        """
        require(actor, Action.ARRANGE)
        return self._lane.run(lambda: self._undo(batch, actor))

    def redo(self, batch: BatchId, *, actor: Actor) -> Layout:
        """Does again what was undone last. UserFault "redo-nothing", "undo-overtaken"."""
        require(actor, Action.ARRANGE)
        return self._lane.run(lambda: self._redo(batch, actor))

    def _layout(self, batch: BatchId) -> Layout:
        with self._store.view() as view:
            return _layout_of(view, batch)

    def _batches(self) -> tuple[BatchId, ...]:
        with self._store.view() as view:
            return view.batches.all()

    def _arrange(self, batch: BatchId, kind: str, change: Callable[[Layout], Layout], actor: Actor) -> Layout:
        return self._lane.run(partial(self._arranged, batch, kind, change, actor))

    def _arranged(
        self, batch: BatchId, kind: str, change: Callable[[Layout], Layout], actor: Actor
    ) -> Layout:
        with self._store.work(actor) as work:
            before = _layout_of(work, batch)
            after = change(before)
            arrange(work, batch, kind, before, after)
            work.commit("pages-arranged", batch, kind=kind)
        return after

    def _undo(self, batch: BatchId, actor: Actor) -> Layout:
        with self._store.work(actor) as work:
            _layout_of(work, batch)
            undone = 0
            while (last := work.arrangements.last(batch)) is not None:
                _require_no_answers(work, batch, last)
                _go_to(work, batch, last.after, last.before)
                work.arrangements.mark(last.sequence, Standing.UNDONE)
                undone += 1
                if last.kind != READ_AGAIN:
                    break
            if not undone:
                raise UserFault("undo-nothing")
            work.commit("arrangement-undone", batch, steps=undone)
            return work.arrangements.layout(batch)

    def _redo(self, batch: BatchId, actor: Actor) -> Layout:
        with self._store.work(actor) as work:
            _layout_of(work, batch)
            done = 0
            while (ahead := work.arrangements.next_undone(batch)) is not None:
                if done and ahead.kind != READ_AGAIN:
                    break
                _go_to(work, batch, ahead.before, ahead.after)
                work.arrangements.mark(ahead.sequence, Standing.DONE)
                done += 1
            if not done:
                raise UserFault("redo-nothing")
            work.commit("arrangement-redone", batch, steps=done)
            return work.arrangements.layout(batch)

    def _taken_in(self, batch: BatchId, file: Path, actor: Actor, *, most: int | None) -> tuple[PageId, ...]:
        """Seals a file and acknowledges its pages; they do not count until they are put in their place."""
        original = read_file(file)
        sizes = [Size.of(picture) for picture in self._decode(original)]
        if not sizes or (most is not None and len(sizes) > most):
            raise UserFault("scan-not-one-page", pages=len(sizes))
        content = self._store.originals.keep(original)
        name, made = in_one_line(nfc(file.name)), FileId(self._identifiers.new())
        ids = tuple(PageId(self._identifiers.new()) for _ in sizes)

        def acknowledge() -> None:
            with self._store.work(actor) as work:
                position, first = len(work.batches.files(batch)) + 1, work.batches.taken(batch) + 1
                pages = [
                    _new_page(page, first + n, name, size, made, n + 1)
                    for n, (page, size) in enumerate(zip(ids, sizes, strict=True))
                ]
                source = SourceFile(made, position, name, len(original), content)
                work.batches.add_file(batch, source, pages, counting=False)
                work.commit("file-captured", made, batch=batch, pages=len(pages), refusal="")

        self._lane.run(acknowledge)
        return ids


def _new_page(page: PageId, number: int, name: str, size: Size, file: FileId, at: int) -> BatchPage:
    return BatchPage(StoredPage(page, number, name, size.width, size.height, size.dpi), file, at)


def arrange(
    work: Work,
    batch: BatchId,
    kind: str,
    before: Layout,
    after: Layout,
    *,
    read: DocumentId | None = None,
) -> None:
    """Lays the pages so and notes how it was; the documents concerned are to be read again, all but `read`.

    UserFault "nothing-changed", "arrange-in-dossier".
    """
    pages, changed = differing(before, after), changed_documents(before, after)
    if not pages:
        raise UserFault("nothing-changed")
    _require_free(work, before, changed)
    known = documents_of(before)
    states = _states(work, changed & set(known))
    for document in sorted(changed - set(known)):
        states[document] = _GONE
        if not _is_kept(work, document):
            work.documents.add(document, batch, FormReading(None, None, 1, 1, {}, {}), {}, at=work.at)
    work.arrangements.lay(after)
    unread = dict.fromkeys(sorted(changed), _GONE)
    if read is not None:
        unread[read] = (False, DocumentStatus.VERIFIED)
    _put_states(work, unread)
    work.arrangements.note(
        batch,
        kind,
        situation_of(before, pages, states),
        situation_of(after, pages, unread),
        by=work.actor.name,
        at=work.at,
    )


def _go_to(work: Work, batch: BatchId, now: Situation, then: Situation) -> None:
    """From one situation of an arrangement to the other."""
    layout = work.arrangements.layout(batch)
    if not holds(layout, now):
        raise UserFault("undo-overtaken")
    after = restored(layout, then)
    _require_free(work, layout, changed_documents(layout, after))
    work.arrangements.lay(after)
    _put_states(work, then.documents)


def _require_no_answers(work: Work, batch: BatchId, last: Arrangement) -> None:
    """Answers stay with the document on which they were given: it must not go."""
    layout = work.arrangements.layout(batch)
    going = set(documents_of(layout)) - set(documents_of(restored(layout, last.before)))
    if any(work.documents.answered_since(document, last.at) for document in going):
        raise UserFault("undo-loses-answers")


def _layout_of(view: View, batch: BatchId) -> Layout:
    if not view.batches.exists(batch):
        raise UserFault("batch-unknown")
    return view.arrangements.layout(batch)


def _require_free(work: Work, before: Layout, changed: frozenset[DocumentId]) -> None:
    """A document in a dossier is what its record values refer to: it stays as it is."""
    for document in changed & set(documents_of(before)):
        stored = work.documents.get(document)
        if stored.cadre is not None or stored.status is DocumentStatus.APPROVED:
            raise UserFault("arrange-in-dossier")


def _states(work: Work, documents: frozenset[DocumentId]) -> dict[DocumentId, tuple[bool, DocumentStatus]]:
    found = {document: work.documents.get(document) for document in sorted(documents)}
    return {document: (stored.stale, stored.status) for document, stored in found.items()}


def _put_states(work: Work, states: Mapping[DocumentId, tuple[bool, DocumentStatus]]) -> None:
    for document, (stale, status) in states.items():
        work.documents.set_stale(document, stale=stale)
        stored = work.documents.get(document)
        open_still = stored.open_paths() or not stored.verifications
        verified = status is DocumentStatus.VERIFIED and not open_still
        work.documents.set_status(document, DocumentStatus.VERIFIED if verified else DocumentStatus.READ)


def _is_kept(work: Work, document: DocumentId) -> bool:
    try:
        work.documents.get(document)
    except KeyError:
        return False
    return True
